import { describe, expect, it } from 'vitest';
import type { Act } from '../../sandbox/emulator/hubspot/acts.ts';
import type { Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import {
  CUSTOMER_FORM,
  PARTNER_FORM,
  SEMINAR_FORM,
  TRIAL_FORM,
} from '../../sandbox/emulator/hubspot/forms.ts';
import {
  NEWSLETTER,
  PARTNER_LETTER,
  PRODUCT_NEWS,
  SEMINARS,
} from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { AskedAct } from '../../sandbox/stage/asked.ts';
import { ALL_SCOPES, askAs } from './ask.ts';

const BERLIN = 1002;
const CONTACT = '206';
const ADDRESS = 'contact-206@example.com';
const BRAND = 301;

/** Privacy settings are on here, and there is a second brand. The contact is out of everything of the account. */
function optedOut(assumptions: Partial<Assumptions> = {}, brand?: number) {
  const hubspot = createHubSpotOnDesk({ assumptions });
  hubspot.grant(BERLIN, ALL_SCOPES);
  const act = (one: Act) => {
    hubspot.act(BERLIN, one);
  };
  act({
    act: 'contact-link-everything',
    contactId: CONTACT,
    ...(brand === undefined ? {} : { brand }),
  });
  const ask = askAs(hubspot, BERLIN);
  const path = `/communication-preferences/2026-09/statuses/${encodeURIComponent(ADDRESS)}`;
  return {
    hubspot,
    ask,
    act,
    /** Of the account, then of the brand. */
    everything: () =>
      (
        ask('GET', `${path}/unsubscribe-all?channel=EMAIL`).body['results'] as { status: string }[]
      ).map(({ status }) => status),
    property: () => hubspot.contact(BERLIN, CONTACT)?.properties['hs_email_optout'],
    status: (typeId: string) => hubspot.contact(BERLIN, CONTACT)?.address?.byType[typeId],
    submit: (formId: string, legalConsentOptions?: object) =>
      ask('POST', `/submissions/v3/integration/submit/${String(BERLIN)}/${formId}`, {
        fields: [{ name: 'email', value: ADDRESS }],
        ...(legalConsentOptions === undefined ? {} : { legalConsentOptions }),
      }).status,
  };
}

const form = (ticked: boolean): Act => ({
  act: 'contact-form',
  contactId: CONTACT,
  typeId: SEMINARS,
  ticked,
});

describe('a form, after the contact opted out of everything', () => {
  it('with its box ticked takes that back', () => {
    const { act, everything, property, status } = optedOut();
    expect([everything(), property()]).toEqual([['UNSUBSCRIBED', 'NOT_SPECIFIED'], 'true']);
    act(form(true));
    expect([everything(), property()]).toEqual([['NOT_SPECIFIED', 'NOT_SPECIFIED'], '']);
    expect(status(SEMINARS)?.state).toBe('SUBSCRIBED');
  });

  it('with its box empty changes nothing', () => {
    const { act, everything, status } = optedOut();
    act(form(false));
    expect(everything()).toEqual(['UNSUBSCRIBED', 'NOT_SPECIFIED']);
    expect(status(SEMINARS)).toBeUndefined();
  });

  it('records nothing where privacy settings are off', () => {
    const { act, everything } = optedOut();
    act({ act: 'privacy-settings', to: 'off' });
    act(form(true));
    act({ act: 'contact-interest-form', contactId: CONTACT, formId: TRIAL_FORM });
    expect(everything()).toEqual(['UNSUBSCRIBED', 'NOT_SPECIFIED']);
  });

  it.each([
    [TRIAL_FORM, [PRODUCT_NEWS], 'LEGITIMATE_INTEREST_PQL'],
    [CUSTOMER_FORM, [PRODUCT_NEWS, NEWSLETTER], 'LEGITIMATE_INTEREST_CLIENT'],
    [PARTNER_FORM, [SEMINARS, PARTNER_LETTER], 'LEGITIMATE_INTEREST_OTHER'],
  ])(
    '%s, on legitimate interest, opts in without a box and takes it back',
    (formId, types, basis) => {
      const { act, everything, status } = optedOut();
      act({ act: 'contact-link', contactId: CONTACT, typeId: types[0] ?? '' });
      act({ act: 'contact-interest-form', contactId: CONTACT, formId });
      expect(everything()[0]).toBe('NOT_SPECIFIED');
      for (const typeId of types) {
        expect(status(typeId)).toMatchObject({ state: 'SUBSCRIBED', legalBasis: basis });
      }
    },
  );

  it('takes back the opt-out of the brand whose type it opts in to, and of no other', () => {
    const { act, everything } = optedOut({}, BRAND);
    expect(everything()).toEqual(['NOT_SPECIFIED', 'UNSUBSCRIBED']);
    act(form(true));
    expect(everything()).toEqual(['NOT_SPECIFIED', 'UNSUBSCRIBED']);
    act({ act: 'contact-interest-form', contactId: CONTACT, formId: PARTNER_FORM });
    expect(everything()).toEqual(['NOT_SPECIFIED', 'NOT_SPECIFIED']);
  });

  it('through the API does so where the submission says so', () => {
    const { everything, submit, status } = optedOut();
    expect(submit(SEMINAR_FORM)).toBe(200);
    expect(submit(TRIAL_FORM)).toBe(200);
    expect(everything()[0]).toBe('UNSUBSCRIBED');
    const legitimateInterest = {
      value: true,
      subscriptionTypeId: Number(PRODUCT_NEWS),
      legalBasis: 'CUSTOMER',
      text: 'You are our customer',
    };
    submit(TRIAL_FORM, { legitimateInterest });
    expect(everything()[0]).toBe('NOT_SPECIFIED');
    expect(status(PRODUCT_NEWS)).toMatchObject({
      legalBasis: 'LEGITIMATE_INTEREST_CLIENT',
      explanation: 'You are our customer',
    });
  });

  it('is told of in HubSpot’s own list of forms, with its lawful basis', () => {
    const { ask } = optedOut();
    const { results } = ask('GET', '/marketing/v3/forms').body as {
      results: { id: string; legalConsentOptions: object }[];
    };
    expect(results.find(({ id }) => id === CUSTOMER_FORM)?.legalConsentOptions).toMatchObject({
      type: 'legitimate_interest',
      lawfulBasis: 'client',
      subscriptionTypeIds: [Number(PRODUCT_NEWS), Number(NEWSLETTER)],
    });
  });

  it('can be played on the stage: the form on legitimate interest by its own act only', () => {
    const played = (act: object) => AskedAct.safeParse({ portalId: BERLIN, act }).success;
    const interest = { act: 'contact-interest-form', contactId: CONTACT, formId: TRIAL_FORM };
    expect(played(interest)).toBe(true);
    expect(played({ ...interest, formId: SEMINAR_FORM })).toBe(false);
    expect(played({ ...form(true), formId: TRIAL_FORM })).toBe(false);
  });
});

describe('what HubSpot leaves open about it', () => {
  it('a submission through the API may need no word of consent to a form on legitimate interest', () => {
    const { submit, everything, status } = optedOut({ interestFormsNeedNoWord: true });
    submit(TRIAL_FORM);
    expect(everything()[0]).toBe('NOT_SPECIFIED');
    expect(status(PRODUCT_NEWS)?.legalBasis).toBe('LEGITIMATE_INTEREST_PQL');
  });

  it.each([
    [true, 400],
    [false, 200],
  ])('a subscriber that is no address may be refused, or not: %s', (checked, status) => {
    const { ask } = optedOut({ preferencesCheckAddresses: checked });
    const dated = '/communication-preferences/2026-09/statuses/nobody';
    const v3 = '/communication-preferences/v3';
    const asked = [
      ask('GET', `${dated}?channel=EMAIL`),
      ask('GET', `${dated}/unsubscribe-all?channel=EMAIL`),
      ask('POST', `${dated}/unsubscribe-all?channel=EMAIL`),
      ask('POST', dated, { channel: 'EMAIL', statusState: 'UNSUBSCRIBED', subscriptionId: 501 }),
      ask('GET', `${v3}/status/email/nobody`),
      ask('POST', `${v3}/unsubscribe`, { emailAddress: 'nobody', subscriptionId: '502' }),
      ask('POST', '/communication-preferences/2026-09/links/generate?channel=EMAIL', {
        subscriberIdString: 'nobody',
      }),
    ];
    expect(asked.map((answer) => answer.status)).toEqual(asked.map(() => status));
    expect(
      ask('POST', `${v3}/unsubscribe`, { emailAddress: '', subscriptionId: '502' }).status,
    ).toBe(400);
  });
});
