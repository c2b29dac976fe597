import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clearingSteps,
  deliverabilityFacts,
  deliverabilityGrounds,
  isBilledInVain,
} from '../../src/app/app.functions/deliverability-facts.ts';
import type { Deliverability } from '../../src/app/contract/deliverability.ts';
import type { MarketingRequest, MarketingStatus } from '../../src/app/contract/snapshot.ts';
import type { NonEmpty } from '../../src/app/policy/decision.ts';
import type { DeliverabilityFacts, Obstacle, Verdict } from '../../src/app/policy/verdict.ts';
import { attackedDesk, type AttackedDesk } from './attacked-desk.ts';

const NOW = Date.UTC(2026, 10, 29);
const BOUNCED_ON = '2026-09-02T00:00:00.000Z';

const clear: Deliverability = {
  bounce: 'none',
  badAddress: 'no',
  quarantine: 'none',
  ineligible: false,
  sendsSinceEngagement: 0,
  hasEngaged: false,
};

type OfContact = Parameters<typeof deliverabilityFacts>[0];

function factsOf(contact: Partial<OfContact>): DeliverabilityFacts {
  return deliverabilityFacts(
    { deliverability: clear, doubleOptIn: 'not-required', ...contact },
    false,
    NOW,
  );
}

const NOTHING: DeliverabilityFacts = {
  noSuchAddress: false,
  bounced: false,
  quarantined: false,
  ineligible: false,
  spamComplaint: false,
  doubleOptInPending: false,
  unengaged: false,
  sendLimitReached: false,
};

function differences(facts: DeliverabilityFacts): Partial<Record<string, boolean | undefined>> {
  const names = Object.keys(NOTHING) as (keyof DeliverabilityFacts)[];
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === NOTHING[name] ? [] : [[name, facts[name]]])),
  );
}

describe('the facts', () => {
  it('of a contact with nothing in the way', () => {
    expect(factsOf({})).toEqual(NOTHING);
  });

  it.each<[string, Deliverability, object]>([
    ['no such user', { ...clear, bounce: { reason: 'unknown-user' } }, { noSuchAddress: true }],
    ['a full mailbox', { ...clear, bounce: { reason: 'mailbox-full' } }, { bounced: true }],
    ['an invalid address', { ...clear, badAddress: {} }, { noSuchAddress: true }],
    [
      'an invalid address that bounced for its content',
      { ...clear, badAddress: {}, bounce: { reason: 'content' } },
      { noSuchAddress: true, bounced: true },
    ],
    ['a quarantine', { ...clear, quarantine: {} }, { quarantined: true }],
    ['ineligible', { ...clear, ineligible: true }, { ineligible: true }],
    ['ten emails without an open', { ...clear, sendsSinceEngagement: 10 }, {}],
    ['eleven', { ...clear, sendsSinceEngagement: 11 }, { unengaged: true }],
    ['eleven, after an open', { ...clear, sendsSinceEngagement: 11, hasEngaged: true }, {}],
    [
      'a limit until a later moment',
      { ...clear, sendLimitUntil: '2026-11-29T00:00:00.001Z' },
      { sendLimitReached: true },
    ],
    ['a limit until now', { ...clear, sendLimitUntil: '2026-11-29T00:00:00.000Z' }, {}],
    [
      'nothing told at all',
      {},
      {
        noSuchAddress: undefined,
        bounced: undefined,
        quarantined: undefined,
        ineligible: undefined,
      },
    ],
    ['only that the address is valid', { ...clear, bounce: undefined as never }, {}],
    ['only that there was no bounce', { ...clear, badAddress: undefined as never }, {}],
  ])('%s', (_what, deliverability, expected) => {
    expect(differences(factsOf({ deliverability }))).toEqual(expected);
  });

  const without = (...names: readonly (keyof Deliverability)[]): Deliverability =>
    Object.fromEntries(
      Object.entries(clear).filter(([name]) => !names.includes(name as keyof Deliverability)),
    );

  it.each<[NonNullable<OfContact['notUnderstood']>, Deliverability, object]>([
    [{ 'hard-bounce': 'NEW' }, without('bounce'), { noSuchAddress: undefined, bounced: undefined }],
    [
      { 'hard-bounce-text': 'NEW' },
      without('bounce'),
      { noSuchAddress: undefined, bounced: undefined },
    ],
    [
      { 'hard-bounce': 'NEW' },
      { ...without('bounce'), badAddress: {} },
      { noSuchAddress: true, bounced: undefined },
    ],
    [{ 'bad-address': 'TRUE' }, without('badAddress'), { noSuchAddress: undefined }],
    [
      { 'bad-address': 'TRUE' },
      { ...without('badAddress'), bounce: { reason: 'policy' } },
      { noSuchAddress: undefined, bounced: true },
    ],
    [
      { 'bad-address': 'TRUE' },
      { ...without('badAddress'), bounce: { reason: 'unknown-user' } },
      { noSuchAddress: true },
    ],
    [{ quarantine: 'PENDING' }, without('quarantine'), { quarantined: undefined }],
    [{ 'quarantine-reason': 'NEW' }, { ...clear, quarantine: {} }, { quarantined: true }],
    [{ ineligible: 'TRUE' }, without('ineligible'), { ineligible: undefined }],
    [
      { 'sends-since-engagement': 'many' },
      without('sendsSinceEngagement'),
      { unengaged: undefined },
    ],
    [{ 'send-limit': 'soon' }, clear, { sendLimitReached: undefined }],
  ])('with %j not understood', (notUnderstood, deliverability, expected) => {
    expect(differences(factsOf({ notUnderstood, deliverability }))).toEqual(expected);
  });

  it.each([
    ['not-required', false],
    ['pending', true],
    ['confirmed', false],
    ['marked-confirmed', false],
    ['unknown', undefined],
  ] as const)('with the double opt-in %s: pending %j', (doubleOptIn, expected) => {
    expect(factsOf({ doubleOptIn }).doubleOptInPending).toBe(expected);
  });
});

describe('the events behind the facts', () => {
  const since = { at: BOUNCED_ON, orEarlier: true } as const;
  it.each<[string, Deliverability, object]>([
    ['none', clear, {}],
    ['without a date', { bounce: { reason: 'policy' }, badAddress: {}, quarantine: {} }, {}],
    [
      'a bounce',
      { bounce: { reason: 'policy', ...since } },
      { hardBounced: { event: `bounce@${BOUNCED_ON}`, ...since } },
    ],
    [
      'no such user',
      { bounce: { reason: 'unknown-user', at: BOUNCED_ON } },
      { noSuchAddress: { event: `bounce@${BOUNCED_ON}`, at: BOUNCED_ON } },
    ],
    [
      'an invalid address',
      { badAddress: { at: BOUNCED_ON } },
      { noSuchAddress: { event: `bad-address@${BOUNCED_ON}`, at: BOUNCED_ON } },
    ],
    [
      'a quarantine',
      { quarantine: { at: BOUNCED_ON } },
      { quarantined: { event: `quarantine@${BOUNCED_ON}`, at: BOUNCED_ON } },
    ],
  ])('%s', (_what, deliverability, grounds) => {
    expect(deliverabilityGrounds(deliverability)).toEqual(grounds);
  });
});

describe('what clears an obstacle', () => {
  it.each<[readonly string[], Deliverability, readonly string[]]>([
    [['no-address'], {}, ['add-address']],
    [['no-such-address'], clear, ['correct-address']],
    [['bounced'], { bounce: { reason: 'mailbox-full' } }, ['ask-then-unbounce']],
    [['bounced'], { bounce: { reason: 'other' } }, ['ask-then-unbounce']],
    [['bounced'], { bounce: { reason: 'content' } }, ['allow-then-unbounce']],
    [['bounced'], { bounce: { reason: 'policy' } }, ['allow-then-unbounce']],
    [['bounced'], { bounce: { reason: 'spam' } }, ['allow-then-unbounce']],
    [['quarantined'], { quarantine: {} }, ['ask-hubspot-support']],
    [['quarantined'], { quarantine: { reason: 'other' } }, ['ask-hubspot-support']],
    [['quarantined'], { quarantine: { reason: 'suspension' } }, ['ask-hubspot-support']],
    [
      ['quarantined'],
      { quarantine: { reason: 'suspension', setBy: 'account' } },
      ['clear-own-quarantine'],
    ],
    [['quarantined'], { quarantine: { setBy: 'account' } }, ['clear-own-quarantine']],
    [['quarantined'], { quarantine: { reason: 'blocklist' } }, ['ask-hubspot-support']],
    [['quarantined'], { quarantine: { reason: 'trust-and-safety' } }, ['ask-hubspot-support']],
    [['quarantined'], { quarantine: { reason: 'form-abuse' } }, ['check-forms']],
    [['quarantined'], { quarantine: { reason: 'list-import' } }, ['release-by-answer']],
    [['quarantined'], { quarantine: { reason: 'high-bounce-rate' } }, ['release-by-answer']],
    [['quarantined'], { quarantine: { reason: 'cancelled-campaigns' } }, ['release-by-answer']],
    [['quarantined'], { quarantine: { reason: 'undeliverable' } }, ['correct-address']],
    [
      ['quarantined', 'spam-complaint'],
      { quarantine: { reason: 'complaint' } },
      ['contact-returns'],
    ],
    // The contact has come back, and HubSpot keeps the quarantine.
    [['quarantined'], { quarantine: { reason: 'complaint' } }, ['ask-hubspot-support']],
    [['ineligible'], clear, ['use-other-address']],
    [['spam-complaint'], clear, ['contact-returns']],
    [['double-opt-in-pending'], clear, ['await-confirmation']],
    [
      ['no-such-address', 'quarantined'],
      { quarantine: { reason: 'undeliverable' } },
      ['correct-address'],
    ],
    [
      [
        'opted-out-of-everything',
        'bounced',
        'ineligible',
        'not-a-marketing-contact',
        'no-type-opted-in',
      ],
      { bounce: { reason: 'policy' } },
      ['allow-then-unbounce', 'use-other-address'],
    ],
  ])('%j, %j: %j', (because, deliverability, steps) => {
    expect(clearingSteps(because as unknown as NonEmpty<Obstacle>, deliverability)).toEqual(steps);
  });
});

describe('a contact who is paid for although no marketing email can be sent', () => {
  const marketing: MarketingStatus = { kind: 'marketing', untilNextUpdateDate: false };
  const because = (...why: [Obstacle, ...Obstacle[]]): Verdict => ({
    kind: 'will-not-send',
    because: why,
  });
  const request = (
    to: MarketingRequest['to'],
    state: MarketingRequest['state'],
  ): MarketingRequest => ({ to, state, at: BOUNCED_ON, by: 'this-product' });

  it.each<[string, Verdict, MarketingStatus, MarketingRequest | undefined, boolean]>([
    ['opted out of all email', because('opted-out-of-everything'), marketing, undefined, true],
    ['no address', because('no-address'), marketing, undefined, true],
    ['nothing opted in', because('no-type-opted-in'), marketing, undefined, true],
    [
      'waiting for the double opt-in',
      because('double-opt-in-pending'),
      marketing,
      undefined,
      false,
    ],
    [
      'waiting for it, at an address that does not exist',
      because('no-such-address', 'double-opt-in-pending'),
      marketing,
      undefined,
      true,
    ],
    [
      'leaving already',
      because('opted-out-of-everything'),
      { kind: 'marketing', untilNextUpdateDate: true },
      undefined,
      false,
    ],
    [
      'non-marketing',
      because('opted-out-of-everything', 'not-a-marketing-contact'),
      { kind: 'non-marketing' },
      undefined,
      false,
    ],
    [
      'without marketing contacts',
      because('opted-out-of-everything'),
      { kind: 'unavailable' },
      undefined,
      false,
    ],
    [
      'asked to leave',
      because('opted-out-of-everything'),
      marketing,
      request('non-marketing', 'pending'),
      false,
    ],
    [
      'asked to leave a moment ago',
      because('opted-out-of-everything'),
      marketing,
      request('non-marketing', 'requested'),
      false,
    ],
    [
      'asked to leave in vain',
      because('opted-out-of-everything'),
      marketing,
      request('non-marketing', 'not-applied'),
      true,
    ],
    [
      'asked to become one',
      because('opted-out-of-everything'),
      marketing,
      request('marketing', 'applied'),
      true,
    ],
    [
      'mail can be sent',
      { kind: 'will-send', typeIds: ['1'], outdated: [] },
      marketing,
      undefined,
      false,
    ],
    [
      'not known whether mail can be sent',
      { kind: 'unknown', what: ['bounced'] },
      marketing,
      undefined,
      false,
    ],
  ])('%s', (_what, verdict, status, asked, expected) => {
    expect(isBilledInVain(verdict, status, asked)).toBe(expected);
  });
});

describe('over HubSpot', () => {
  const TYPE = '501';
  let desk: AttackedDesk;
  beforeEach(async () => {
    desk = await attackedDesk();
    desk.play({ act: 'colleague', userId: 47, typeId: TYPE, to: 'SUBSCRIBED' });
    set('hs_marketable_status', 'true');
  });
  afterEach(() => desk.close());

  const set = (name: string, value: string) => {
    desk.hubspot.clock.advance(60_000);
    desk.play({ act: 'property', name, value, source: { sourceType: 'CALCULATED' } });
  };
  const now = () => new Date(desk.hubspot.clock.now()).toISOString();

  it('7: a full mailbox stops mail, with its date, until it is cleared', async () => {
    set('hs_email_hard_bounce_reason_enum', 'MAILBOX_FULL');
    const at = now();
    const bounced = await desk.glance();
    expect(bounced).toMatchObject({
      verdict: { kind: 'will-not-send', because: ['bounced'] },
      deliverability: { bounce: { reason: 'mailbox-full', at } },
      clearingSteps: ['ask-then-unbounce'],
      isBilledInVain: true,
    });
    expect(bounced.rows.find(({ typeId }) => typeId === '502')?.optIn).toMatchObject({
      notes: [{ rule: 'hard-bounced', since: at }],
    });
    set('hs_email_hard_bounce_reason_enum', '');
    const unbounced = await desk.glance();
    expect(unbounced.verdict.kind).toBe('will-send');
    expect(unbounced).not.toHaveProperty('clearingSteps');
    expect(unbounced).not.toHaveProperty('isBilledInVain');
  });

  it('7: an unknown user is an address that does not exist', async () => {
    set('hs_email_hard_bounce_reason_enum', 'UNKNOWN_USER');
    const glance = await desk.glance();
    expect(glance).toMatchObject({
      verdict: { kind: 'will-not-send', because: ['no-such-address'] },
      clearingSteps: ['correct-address'],
    });
    expect(glance.rows.find(({ typeId }) => typeId === '502')?.optIn).toMatchObject({
      notes: [{ rule: 'no-such-address', since: now() }],
    });
  });

  it('8: seventeen emails without an open may leave the contact out, and ineligibility stops mail', async () => {
    set('hs_email_sends_since_last_engagement', '17');
    expect(await desk.glance()).toMatchObject({
      verdict: { kind: 'will-send', leavesOut: ['unengaged'] },
      signals: { deliverability: 'may-leave-out' },
    });
    set('hs_email_is_ineligible', 'true');
    const glance = await desk.glance();
    expect(glance).toMatchObject({
      verdict: { kind: 'will-not-send', because: ['ineligible'] },
      signals: { deliverability: 'off' },
      clearingSteps: ['use-other-address'],
    });
    expect(glance.rows.find(({ typeId }) => typeId === '502')?.optIn).toMatchObject({
      notes: [{ rule: 'ineligible' }],
    });
  });

  it('8: the limit of emails counts until its time has come', async () => {
    set(
      'hs_email_recipient_fatigue_recovery_time',
      new Date(desk.hubspot.clock.now() + 3_600_000).toISOString(),
    );
    expect(await desk.glance()).toMatchObject({
      verdict: { kind: 'will-send', leavesOut: ['send-limit'] },
    });
    desk.hubspot.clock.advance(3_600_000);
    expect((await desk.glance()).verdict).not.toHaveProperty('leavesOut');
  });

  it.each(['Awaiting Double Opt In', 'User has not clicked sent link'])(
    '10: %j is pending',
    async (value) => {
      set('hs_emailconfirmationstatus', value);
      expect(await desk.glance()).toMatchObject({
        doubleOptIn: 'pending',
        verdict: { kind: 'will-not-send', because: ['double-opt-in-pending'] },
        signals: { consent: 'pending-confirmation' },
        clearingSteps: ['await-confirmation'],
      });
    },
  );

  it('16: opted out of all email and paid for', async () => {
    desk.play({ act: 'contact-link-everything' });
    expect((await desk.glance()).isBilledInVain).toBe(true);
  });

  it('24: marked as confirmed, in HubSpot’s words', async () => {
    set('hs_emailconfirmationstatus', 'Customer marked confirmed');
    expect(await desk.glance()).toMatchObject({
      doubleOptIn: 'marked-confirmed',
      doubleOptInValue: 'Customer marked confirmed',
      verdict: { kind: 'will-send' },
    });
  });

  it.each([
    ['hs_email_quarantined', 'TRUE', 'quarantine', ['quarantined']],
    ['hs_email_quarantined', 'PENDING', 'quarantine', ['quarantined']],
    ['hs_email_bad_address', 'TRUE', 'bad-address', ['no-such-address']],
    [
      'hs_email_hard_bounce_reason_enum',
      'DNS_FAILURE',
      'hard-bounce',
      ['no-such-address', 'bounced'],
    ],
    ['hs_email_hard_bounce_reason', '550 no', 'hard-bounce-text', ['no-such-address', 'bounced']],
    ['hs_email_is_ineligible', 'perhaps', 'ineligible', ['ineligible']],
    [
      'hs_email_quarantined_reason',
      'recipient_complaint',
      'quarantine-reason',
      ['quarantined', 'spam-complaint'],
    ],
    ['hs_email_customer_quarantined_reason', 'x', 'quarantine-reason-of-account', ['quarantined']],
    ['hs_email_sends_since_last_engagement', 'many', 'sends-since-engagement', ['unengaged']],
    ['hs_email_recipient_fatigue_recovery_time', 'soon', 'send-limit', ['send-limit']],
    ['hs_emailconfirmationstatus', 'Perhaps', 'double-opt-in', ['double-opt-in-pending']],
  ])('%s %j is not known, and mail is not said to be sent', async (name, value, about, what) => {
    set(name, value);
    expect(await desk.glance()).toMatchObject({
      verdict: { kind: 'unknown', what },
      signals: { deliverability: 'unknown' },
      notUnderstood: { [about]: value },
    });
    const optOut = { act: 'opt-out', typeId: TYPE, requestId: 'request-out' };
    expect((await desk.change(optOut)).status).toBe('changed');
  });

  it('several blocks at once are all said, each with its step', async () => {
    set('hs_email_hard_bounce_reason_enum', 'POLICY');
    set('hs_email_quarantined', 'true');
    set('hs_email_quarantined_reason', 'FORM_ABUSE');
    set('hs_email_is_ineligible', 'true');
    set('hs_emailconfirmationstatus', 'Confirmation Pending');
    set('hs_email_sends_since_last_engagement', '40');
    expect(await desk.glance()).toMatchObject({
      verdict: {
        because: ['bounced', 'quarantined', 'ineligible', 'double-opt-in-pending'],
      },
      clearingSteps: [
        'allow-then-unbounce',
        'check-forms',
        'use-other-address',
        'await-confirmation',
      ],
    });
  });
});
