import { beforeEach, describe, expect, it } from 'vitest';
import { otherwise } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { SEMINAR_FORM } from '../../sandbox/emulator/hubspot/forms.ts';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { scenarios } from '../../sandbox/scenarios/index.ts';
import { ALL_SCOPES, askAs } from './ask.ts';

const BERLIN = 1002;
const NOW = Date.UTC(2026, 10, 24);

let hubspot = createHubSpotOnDesk({ now: NOW });
let ask = askAs(hubspot, BERLIN);
beforeEach(() => {
  hubspot = createHubSpotOnDesk({ now: NOW });
  hubspot.grant(BERLIN, ALL_SCOPES);
  ask = askAs(hubspot, BERLIN);
});

const stateOf = (contactId: string, typeId: string) =>
  hubspot.contact(BERLIN, contactId)?.address?.byType[typeId]?.state;

function submit(address: string, legalConsentOptions: object = {}) {
  const answer = hubspot.handle({
    method: 'POST',
    path: `/submissions/v3/integration/submit/${String(BERLIN)}/${SEMINAR_FORM}`,
    headers: {},
    body: JSON.stringify({
      fields: [{ objectTypeId: '0-1', name: 'email', value: address }],
      legalConsentOptions,
    }),
  });
  return { status: answer.status, body: JSON.parse(answer.body) as unknown };
}

const ticked = (typeId: string) => ({
  consent: {
    consentToProcess: true,
    text: 'Yes',
    communications: [{ value: true, subscriptionTypeId: Number(typeId), text: 'Yes' }],
  },
});

describe('a form on a web page', () => {
  it('needs no token, and makes a contact of a new address', () => {
    expect(submit('visitor@example.com', ticked(SEMINARS)).status).toBe(200);
    const path = '/crm/objects/2026-09/contacts/visitor%40example.com?idProperty=email';
    const found = ask('GET', path);
    expect(found.status).toBe(200);
    expect(stateOf(String(found.body['id']), SEMINARS)).toBe('SUBSCRIBED');
  });

  it('with its box ticked it resubscribes who opted out; with the box empty it does not', () => {
    expect(stateOf('203', SEMINARS)).toBe('UNSUBSCRIBED');
    submit('contact-203@example.com');
    expect(stateOf('203', SEMINARS)).toBe('UNSUBSCRIBED');
    submit('contact-203@example.com', ticked(SEMINARS));
    expect(stateOf('203', SEMINARS)).toBe('SUBSCRIBED');
  });

  it('under legitimate interest it opts in without a box', () => {
    submit('contact-206@example.com', {
      legitimateInterest: { value: true, subscriptionTypeId: Number(SEMINARS), legalBasis: 'LEAD' },
    });
    expect(hubspot.contact(BERLIN, '206')?.address?.byType[SEMINARS]).toMatchObject({
      state: 'SUBSCRIBED',
      legalBasis: 'LEGITIMATE_INTEREST_PQL',
    });
  });

  it('opts in to nothing that it has no box for', () => {
    submit('contact-206@example.com', ticked(PRODUCT_NEWS));
    expect(stateOf('206', PRODUCT_NEWS)).toBeUndefined();
  });

  it('with double opt-in on, the contact must confirm', () => {
    hubspot.act(BERLIN, { act: 'portal-double-opt-in', to: 'on' });
    submit('contact-206@example.com', ticked(SEMINARS));
    expect(hubspot.contact(BERLIN, '206')?.properties['hs_emailconfirmationstatus']).toBe(
      'Confirmation Email Sent',
    );
  });

  it('is kept as a submission, newest first, with no word of consent', () => {
    submit('contact-206@example.com', ticked(SEMINARS));
    const path = `/form-integrations/v1/submissions/forms/${SEMINAR_FORM}?limit=1`;
    const { results } = ask('GET', path).body as { results: readonly object[] };
    expect(results).toMatchObject([
      { submittedAt: NOW, values: [{ name: 'email', value: 'contact-206@example.com' }] },
    ]);
    expect(JSON.stringify(results)).not.toContain('consent');
  });

  it('an unknown form or an address that is none is refused', () => {
    expect(submit('nobody').status).toBe(400);
    expect(
      ask('POST', `/submissions/v3/integration/submit/${String(BERLIN)}/none`, {
        fields: [{ name: 'email', value: 'a@example.com' }],
      }).status,
    ).toBe(404);
  });
});

describe('event occurrences', () => {
  it('are one contact’s, newest first, with the id of the legacy timeline’s cause', () => {
    const path = '/events/event-occurrences/2026-09?objectType=contact&objectId=203';
    const { results } = ask('GET', path).body as { results: readonly { id: string }[] };
    expect(results).toMatchObject([
      { properties: { hs_subscription_unsubscribe: 'true' } },
      { properties: { hs_subscription_unsubscribe: 'false' } },
    ]);
    const timeline = ask('GET', '/email/public/v1/subscriptions/timeline?limit=1000').body as {
      timeline: readonly { recipient: string; changes: readonly { causedByEvent: object }[] }[];
    };
    const causes = timeline.timeline
      .filter(({ recipient }) => recipient === 'contact-203@example.com')
      .map(({ changes }) => changes[0]?.causedByEvent);
    expect(causes).toMatchObject(results.map(({ id }) => ({ id })));
  });
});

describe('deleting', () => {
  it('leaves what is on record for the address, which comes back with a new contact', () => {
    ask('DELETE', '/crm/objects/2026-09/contacts/203');
    expect(ask('GET', '/crm/objects/2026-09/contacts/203').status).toBe(404);
    const made = ask('POST', '/crm/objects/2026-09/contacts', {
      properties: { email: 'contact-203@example.com' },
      associations: [],
    });
    expect(made.status).toBe(201);
    expect(stateOf(String(made.body['id']), SEMINARS)).toBe('UNSUBSCRIBED');
  });

  it('under privacy law leaves nothing, and no import brings the address back', () => {
    expect(
      ask('POST', '/crm/objects/2026-09/contacts/gdpr-delete', { objectId: '203' }).status,
    ).toBe(204);
    expect(hubspot.snapshot()).not.toContain('"value":"contact-203@example.com"');
    const recipient = 'recipient=contact-203%40example.com';
    expect(ask('GET', `/email/public/v1/events?${recipient}`).body['events']).toEqual([]);
    const again = {
      act: 'create',
      contactId: '999',
      properties: { email: 'contact-203@example.com' },
    } as const;
    hubspot.act(BERLIN, again);
    expect(hubspot.contact(BERLIN, '999')).toBeUndefined();
    submit('contact-203@example.com');
    const path = '/crm/objects/2026-09/contacts/contact-203%40example.com?idProperty=email';
    const back = ask('GET', path);
    expect(back.status).toBe(200);
    expect(stateOf(String(back.body['id']), SEMINARS)).toBeUndefined();
  });
});

describe('merging', () => {
  const merge = (into: ReturnType<typeof askAs>) =>
    into('POST', '/crm/objects/2026-09/contacts/merge', {
      primaryObjectId: '208',
      objectIdToMerge: '203',
    });

  it('keeps the first contact’s address and consents; the other address becomes a secondary one', () => {
    expect(merge(ask).status).toBe(200);
    expect(hubspot.contact(BERLIN, '208')?.properties).toMatchObject({
      email: 'contact-208@example.com',
      hs_additional_emails: 'contact-203@example.com',
      hs_merged_object_ids: '203',
    });
    expect(stateOf('208', NEWSLETTER)).toBe('SUBSCRIBED');
    expect(ask('GET', '/crm/objects/2026-09/contacts/203').body['id']).toBe('208');
  });

  it('where old ids lead nowhere they are not found', () => {
    const other = createHubSpotOnDesk({ now: NOW, assumptions: otherwise('mergedIdsLeadOn') });
    other.grant(BERLIN, ALL_SCOPES);
    merge(askAs(other, BERLIN));
    expect(askAs(other, BERLIN)('GET', '/crm/objects/2026-09/contacts/203').status).toBe(404);
  });
});

describe('telling a scenario anew', () => {
  const scenario = scenarios.find(({ id }) => id === 'S3');
  if (scenario === undefined) throw new Error('no scenario S3');

  it('goes as far as asked, and leaves every other contact alone', () => {
    const others = hubspot.contact(BERLIN, '208');
    const whole = hubspot.contact(BERLIN, '203');
    hubspot.retell(scenario, 2);
    expect(stateOf('203', SEMINARS)).toBe('SUBSCRIBED');
    hubspot.retell(scenario, 3);
    expect(stateOf('203', SEMINARS)).toBe('UNSUBSCRIBED');
    expect(hubspot.contact(BERLIN, '203')?.history).not.toEqual(whole?.history);
    hubspot.retell(scenario, scenario.acts.length);
    expect(hubspot.contact(BERLIN, '203')).toEqual(whole);
    expect(hubspot.contact(BERLIN, '208')).toEqual(others);
  });

  it('undoes what was played since', () => {
    hubspot.act(BERLIN, { act: 'contact-link-everything', contactId: '203' });
    hubspot.retell(scenario, scenario.acts.length);
    expect(hubspot.contact(BERLIN, '203')?.address?.everything).toBeUndefined();
    const recipient = 'recipient=contact-203%40example.com';
    const { events } = ask('GET', `/email/public/v1/events?${recipient}`).body as {
      events: readonly object[];
    };
    expect(events).toHaveLength(2);
  });

  it('takes back what was recorded of the contact since, and nothing of anybody else', () => {
    hubspot.grant(BERLIN, ['crm.objects.custom.read', 'crm.objects.custom.write']);
    const type = '/crm/objects/2026-09/p_consent_card_entry';
    const schema = ask('GET', '/crm-object-schemas/2026-09/schemas/p_consent_card_entry').body;
    const [{ id }] = schema['associations'] as [{ readonly id: string }];
    const keep = (contactId: string) =>
      ask('POST', type, {
        properties: { key: `${contactId}:0` },
        associations: [
          {
            to: { id: contactId },
            types: [{ associationCategory: 'USER_DEFINED', associationTypeId: Number(id) }],
          },
        ],
      }).status;
    expect(['203', '208'].map(keep)).toEqual([201, 201]);
    expect(keep('203')).toBe(400);
    hubspot.retell(scenario, 1);
    const found = () => ask('GET', `${type}?properties=key`).body['results'];
    expect(found()).toMatchObject([{ properties: { key: '208:0' } }]);
    expect(['203', '208'].map(keep)).toEqual([201, 400]);
    expect(found()).toHaveLength(2);
  });
});
