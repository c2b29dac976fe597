import { Client } from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SEMINAR_FORM } from '../../sandbox/emulator/hubspot/forms.ts';
import { clientCallsToEmulated, isFrom, type ClientCall } from './client-methods.ts';
import { ALL_SCOPES, observed } from './emulator.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen);
const TOKEN = 'pat-sandbox-1001';

interface Row {
  readonly covers: ClientCall;
  readonly ask: (client: Client) => Promise<unknown>;
  /** What the client made of the answer, in part; `undefined` for an answer without a body. */
  readonly gets: object | undefined;
}

const ADDRESS = 'contact-104@example.com';
const CHANGE = { emailAddress: 'contact-106@example.com', subscriptionId: '501' };
const NEW = { properties: { email: 'new@example.com' }, associations: [] };
const BATCH = { inputs: [{ id: '104' }], properties: ['email'], propertiesWithHistory: [] };
const SEARCH = {
  filterGroups: [
    { filters: [{ propertyName: 'email', operator: FilterOperatorEnum.Eq, value: ADDRESS }] },
  ],
  properties: ['email'],
  sorts: [],
  limit: 1,
  after: '0',
};

const EVENT_TYPE = 'e_updated_email_subscription_status_v2';
const CONTACTS = '/crm/v3/objects/contacts';
const OBJECTS = '/crm/v3/objects/{objectType}';

const ROWS: readonly Row[] = [
  {
    covers: `GET ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.getById('104', ['email'], ['hs_email_optout_501']),
    gets: {
      properties: { email: ADDRESS },
      propertiesWithHistory: { hs_email_optout_501: [{ value: 'true', sourceType: 'EMAIL' }] },
    },
  },
  {
    covers: `GET ${CONTACTS}`,
    ask: ({ crm }) => crm.contacts.basicApi.getPage(1),
    gets: { results: [{ archived: false }] },
  },
  {
    covers: `POST ${CONTACTS}`,
    ask: ({ crm }) => crm.contacts.basicApi.create(NEW),
    gets: { properties: { email: 'new@example.com' } },
  },
  {
    covers: `PATCH ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.update('104', { properties: { jobtitle: 'Baker' } }),
    gets: { properties: { jobtitle: 'Baker' } },
  },
  {
    covers: `DELETE ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.archive('104'),
    gets: undefined,
  },
  {
    covers: `POST ${CONTACTS}/batch/read`,
    ask: ({ crm }) => crm.contacts.batchApi.read(BATCH),
    gets: { status: 'COMPLETE', results: [{ id: '104' }] },
  },
  {
    covers: `POST ${CONTACTS}/search`,
    ask: ({ crm }) => crm.contacts.searchApi.doSearch(SEARCH),
    gets: { total: 1, results: [{ id: '104' }] },
  },
  {
    covers: `POST ${CONTACTS}/merge`,
    ask: ({ crm }) =>
      crm.contacts.basicApi.merge({ primaryObjectId: '104', objectIdToMerge: '106' }),
    gets: { id: '104' },
  },
  {
    covers: `POST ${CONTACTS}/gdpr-delete`,
    ask: ({ crm }) => crm.contacts.basicApi.purge({ objectId: '104' }),
    gets: undefined,
  },
  {
    covers: `GET ${OBJECTS}/{objectId}`,
    ask: ({ crm }) => crm.objects.basicApi.getById('contacts', '104', ['email']),
    gets: { properties: { email: ADDRESS } },
  },
  {
    covers: `GET ${OBJECTS}`,
    ask: ({ crm }) => crm.objects.basicApi.getPage('0-1', 1),
    gets: { results: [{ archived: false }] },
  },
  {
    covers: `POST ${OBJECTS}`,
    ask: ({ crm }) => crm.objects.basicApi.create('contacts', NEW),
    gets: { properties: { email: 'new@example.com' } },
  },
  {
    covers: `PATCH ${OBJECTS}/{objectId}`,
    ask: ({ crm }) =>
      crm.objects.basicApi.update('contacts', '104', { properties: { jobtitle: 'Baker' } }),
    gets: { properties: { jobtitle: 'Baker' } },
  },
  {
    covers: `DELETE ${OBJECTS}/{objectId}`,
    ask: ({ crm }) => crm.objects.basicApi.archive('contacts', '104'),
    gets: undefined,
  },
  {
    covers: `POST ${OBJECTS}/batch/read`,
    ask: ({ crm }) => crm.objects.batchApi.read('contacts', BATCH),
    gets: { status: 'COMPLETE', results: [{ id: '104' }] },
  },
  {
    covers: `POST ${OBJECTS}/search`,
    ask: ({ crm }) => crm.objects.searchApi.doSearch('contacts', SEARCH),
    gets: { total: 1, results: [{ id: '104' }] },
  },
  {
    covers: 'GET /crm/v3/owners/',
    ask: ({ crm }) => crm.owners.ownersApi.getPage(),
    gets: { results: [{ email: 'user-47@example.com' }] },
  },
  {
    covers: 'GET /crm/v3/owners/{ownerId}',
    ask: ({ crm }) => crm.owners.ownersApi.getById(47, 'userId'),
    gets: { id: '9047', userId: 47 },
  },
  {
    covers: 'GET /crm/v3/properties/{objectType}/{propertyName}',
    ask: ({ crm }) => crm.properties.coreApi.getByName('contacts', 'hs_marketable_status'),
    gets: { modificationMetadata: { readOnlyValue: true } },
  },
  {
    covers: 'GET /communication-preferences/v3/definitions',
    ask: ({ communicationPreferences }) => communicationPreferences.definitionApi.getPage(),
    gets: { subscriptionDefinitions: [{ id: '501' }, {}, {}, {}, {}] },
  },
  {
    covers: 'GET /communication-preferences/v3/status/email/{emailAddress}',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.getEmailStatus(ADDRESS),
    gets: { recipient: ADDRESS },
  },
  {
    covers: 'POST /communication-preferences/v3/subscribe',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.subscribe(CHANGE),
    gets: { status: 'SUBSCRIBED' },
  },
  {
    covers: 'POST /communication-preferences/v3/unsubscribe',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.unsubscribe(CHANGE),
    gets: { status: 'NOT_SUBSCRIBED' },
  },
  {
    covers: 'GET /events/v3/events/',
    ask: ({ events }) => {
      const none = undefined;
      return events.eventsApi.getPage('contact', EVENT_TYPE, none, none, 1, none, none, none, 105);
    },
    gets: { results: [{ objectId: '105' }] },
  },
  {
    covers: 'GET /events/v3/events/event-types',
    ask: ({ events }) => events.eventsApi.getTypes(),
    gets: { eventTypes: [EVENT_TYPE] },
  },
  {
    covers: 'GET /marketing/v3/forms/',
    ask: ({ marketing }) => marketing.forms.formsApi.getPage(),
    gets: { results: [{ id: SEMINAR_FORM }, {}] },
  },
  {
    covers: 'GET /marketing/v3/forms/{formId}',
    ask: ({ marketing }) => marketing.forms.formsApi.getById(SEMINAR_FORM),
    gets: { id: SEMINAR_FORM, name: 'Seminar registration' },
  },
];

let server: Awaited<ReturnType<typeof hubspot.listen>>;
let client: Client;

beforeAll(async () => {
  server = await hubspot.listen();
  client = new Client({ accessToken: TOKEN, basePath: server.origin });
});
afterAll(() => server.close());
beforeEach(() => {
  hubspot.reset();
  hubspot.grant(1001, ALL_SCOPES);
});

describe('HubSpot’s official client, by itself', () => {
  it.each(ROWS)('$covers', async ({ covers, ask, gets }) => {
    const got = await ask(client);
    const last = hubspot.calls().at(-1);
    expect(isFrom(covers, last?.method ?? '', last?.path ?? ''), last?.path).toBe(true);
    if (gets === undefined) expect(got).toBeUndefined();
    else expect(got).toMatchObject(gets);
  });

  it('throws HubSpot’s refusal with its body', async () => {
    const asked = client.communicationPreferences.statusApi.subscribe({
      ...CHANGE,
      emailAddress: ADDRESS,
    });
    await expect(asked).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });

  it('has a row for every typed method that reaches an emulated endpoint', () => {
    const covered = new Set(ROWS.map(({ covers }) => covers));
    const emulated = clientCallsToEmulated();
    expect(emulated.size).toBeGreaterThan(20);
    expect(
      [...emulated].filter((call) => !covered.has(call)),
      'add a row to ROWS',
    ).toEqual([]);
    expect(
      [...covered].filter((call) => !emulated.has(call)),
      'not emulated any more',
    ).toEqual([]);
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});
