import { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { scenarios } from '../../sandbox/scenarios/index.ts';

const hubspot = createHubSpotOnDesk();
const OFF = { authorization: 'Bearer pat-sandbox-1001' };
const ON = { authorization: 'Bearer pat-sandbox-1002' };

beforeEach(() => {
  hubspot.reset();
});

function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = OFF) {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const answer = hubspot.handle({ method, path, headers, body: text });
  return { status: answer.status, body: JSON.parse(answer.body) as Record<string, never> };
}

const subscribe = (contactId: string, typeId: string, more: object = {}, headers = OFF) =>
  ask(
    'POST',
    '/communication-preferences/v3/subscribe',
    { emailAddress: `contact-${contactId}@example.com`, subscriptionId: typeId, ...more },
    headers,
  );
const setDated = (contactId: string, typeId: string, statusState: string, headers = OFF) =>
  ask(
    'POST',
    `/communication-preferences/2026-09/statuses/contact-${contactId}%40example.com`,
    { channel: 'EMAIL', statusState, subscriptionId: Number(typeId) },
    headers,
  );

describe('who may ask', () => {
  it('nobody without a token, and no route answers by accident', () => {
    expect(ask('GET', '/crm/v3/objects/contacts/104', undefined, {})).toMatchObject({
      status: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    });
    expect(ask('GET', '/crm/v3/objects/companies/1')).toMatchObject({
      status: 501,
      body: { message: 'the sandbox does not emulate GET /crm/v3/objects/companies/1' },
    });
  });

  it('an app without the scope gets HubSpot’s list of what it lacks', () => {
    hubspot.grant(1001, ['crm.objects.contacts.read']);
    expect(ask('PATCH', '/crm/v3/objects/contacts/104', { properties: {} })).toMatchObject({
      status: 403,
      body: {
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }],
      },
    });
  });

  it('the log names calls, never a token', () => {
    ask('GET', '/crm/v3/objects/contacts/104');
    expect(JSON.stringify(hubspot.calls())).not.toContain('pat-');
    expect(hubspot.calls().at(-1)).toMatchObject({ portalId: 1001, status: 200 });
  });
});

describe('opting in', () => {
  it('v3 refuses an address that is opted out of the type, in HubSpot’s words', () => {
    expect(subscribe('104', NEWSLETTER)).toMatchObject({
      status: 400,
      body: {
        category: 'VALIDATION_ERROR',
        message: `Subscription ${NEWSLETTER} for contact-104@example.com cannot be updated because they have unsubscribed`,
      },
    });
  });

  it('v3 refuses an address that is opted out of everything, and one already in', () => {
    expect(subscribe('120', PRODUCT_NEWS).status).toBe(400);
    expect(subscribe('106', NEWSLETTER).status).toBe(200);
    expect(subscribe('106', NEWSLETTER)).toMatchObject({
      body: {
        message: `contact-106@example.com is already subscribed to subscription ${NEWSLETTER}`,
      },
    });
  });

  it('v3 wants a legal basis and an explanation where privacy settings are on; the dated write does not', () => {
    expect(subscribe('206', NEWSLETTER, {}, ON).status).toBe(400);
    expect(setDated('206', NEWSLETTER, 'SUBSCRIBED', ON)).toMatchObject({
      status: 200,
      body: {
        results: [{ status: 'SUBSCRIBED', setStatusSuccessReason: 'REQUESTED_CHANGE_OCCURRED' }],
      },
    });
  });

  it('the dated write lets an opted-out address back in and says so', () => {
    expect(setDated('104', NEWSLETTER, 'SUBSCRIBED')).toMatchObject({
      status: 200,
      body: { results: [{ setStatusSuccessReason: 'RESUBSCRIBE_OCCURRED' }] },
    });
    expect(setDated('104', NEWSLETTER, 'SUBSCRIBED')).toMatchObject({
      body: { results: [{ setStatusSuccessReason: 'NO_STATUS_CHANGE' }] },
    });
  });
});

describe('history and states', () => {
  it('a write of the app stands in history under the app’s id, and no person’s', () => {
    setDated('106', NEWSLETTER, 'UNSUBSCRIBED');
    const name = `hs_email_optout_${NEWSLETTER}`;
    const answer = ask('GET', `/crm/v3/objects/contacts/106?propertiesWithHistory=${name}`);
    expect(answer.body).toMatchObject({
      properties: { [name]: 'true' },
      propertiesWithHistory: {
        [name]: [{ value: 'true', sourceType: 'INTEGRATION', sourceId: '7001' }],
      },
    });
  });

  it('names it does not know are ignored, names never set are null', () => {
    const answer = ask('GET', '/crm/v3/objects/contacts/106?properties=shoe_size,hs_email_optout');
    expect(answer.body['properties']).toHaveProperty('hs_email_optout', null);
    expect(answer.body['properties']).not.toHaveProperty('shoe_size');
  });

  it('S3: a form without its box ticked lifts no opt-out; with the box ticked it does', () => {
    expect(hubspot.contact(1002, '203')?.address?.byType[SEMINARS]?.state).toBe('UNSUBSCRIBED');
    expect(hubspot.contact(1002, '213')?.address?.byType[SEMINARS]?.state).toBe('SUBSCRIBED');
  });

  it('where privacy settings are off a form records no opt-in', () => {
    expect(hubspot.contact(1001, '106')?.address?.byType[NEWSLETTER]).toBeUndefined();
  });

  it('a state file brings everything back, and reset goes to where the scenarios left off', () => {
    const before = hubspot.snapshot();
    setDated('106', NEWSLETTER, 'UNSUBSCRIBED');
    const after = hubspot.snapshot();
    hubspot.restore(before);
    expect(hubspot.snapshot()).toBe(before);
    hubspot.restore(after);
    expect(hubspot.contact(1001, '106')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
    hubspot.reset();
    expect(hubspot.snapshot()).toBe(before);
  });

  it('every scenario has its contact, in both languages', () => {
    for (const { id, portalId, contactId, title, story } of scenarios) {
      expect(hubspot.contact(portalId, contactId), id).toBeDefined();
      expect(title.ja).not.toBe(title.en);
      expect(story.ja).not.toBe(story.en);
    }
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  });
});

describe('HubSpot’s own client, with none of our gateway', () => {
  let server: Awaited<ReturnType<typeof hubspot.listen>>;
  let client: Client;
  beforeAll(async () => {
    server = await hubspot.listen();
    client = new Client({ accessToken: 'pat-sandbox-1001', basePath: server.origin });
  });
  afterAll(() => server.close());

  it('reads a contact with history', async () => {
    const found = await client.crm.contacts.basicApi.getById(
      '104',
      ['email'],
      [`hs_email_optout_${NEWSLETTER}`],
    );
    expect(found.properties['email']).toBe('contact-104@example.com');
    expect(found.propertiesWithHistory?.[`hs_email_optout_${NEWSLETTER}`]).toMatchObject([
      { value: 'true', sourceType: 'EMAIL' },
    ]);
  });

  it('reads, subscribes and unsubscribes through v3, and throws HubSpot’s refusal', async () => {
    const { statusApi } = client.communicationPreferences;
    const request = { emailAddress: 'contact-106@example.com', subscriptionId: PRODUCT_NEWS };
    expect(await statusApi.subscribe(request)).toMatchObject({ status: 'SUBSCRIBED' });
    expect(await statusApi.unsubscribe(request)).toMatchObject({ status: 'NOT_SUBSCRIBED' });
    await expect(statusApi.subscribe(request)).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
    const { subscriptionStatuses } = await statusApi.getEmailStatus('contact-106@example.com');
    expect(subscriptionStatuses.length).toBeGreaterThan(3);
  });

  it('reaches the dated endpoints by its own request method', async () => {
    const response = await client.apiRequest({
      path: '/communication-preferences/2026-09/statuses/contact-104%40example.com/unsubscribe-all',
      qs: { channel: 'EMAIL' },
    });
    expect(await response.json()).toMatchObject({ results: [{ wideStatusType: 'PORTAL_WIDE' }] });
  });
});
