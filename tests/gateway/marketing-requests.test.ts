import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appliedBy } from '../../src/app/gateway/hubspot/flows.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { readRequest, requestValue } from '../../src/app/gateway/hubspot/request-value.ts';
import type { HubSpot } from '../../src/app/gateway/ports.ts';
import {
  MARKETING_FLOWS,
  REQUEST_PROPERTY,
} from '../../sandbox/emulator/hubspot/marketing-workflows.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { ALL_SCOPES, askAs } from '../emulator/ask.ts';

const PORTAL = 1002;
const CONTACT = '206';
const NOW = Date.UTC(2026, 10, 24);
const ID = '0b5ff6a2-6f3c-4f0e-9a66-3b1d7f2f9c11';
const [ON, OFF] = MARKETING_FLOWS;

let desk: HubSpotOnDesk;
let ours: HubSpot;
let close: () => Promise<void>;

beforeEach(async () => {
  desk = createHubSpotOnDesk({ now: NOW, isSetUp: false, assumptions: { searchLagMs: 0 } });
  desk.grant(PORTAL, ALL_SCOPES);
  const server = await desk.listen();
  close = () => server.close();
  ours = hubSpot({ token: `pat-sandbox-${String(PORTAL)}`, origin: server.origin });
});
afterEach(() => close());

const setUp = () => {
  desk.grant(PORTAL, [...ALL_SCOPES, 'crm.schemas.contacts.write']);
  expect(askAs(desk, PORTAL)('POST', '/crm/v3/properties/contacts', REQUEST_PROPERTY).status).toBe(
    201,
  );
};
const make = (...flows: object[]) => {
  for (const definition of flows) desk.act(PORTAL, { act: 'flow', definition: { ...definition } });
};
const asked = () =>
  desk
    .calls()
    .filter(({ path }) => path.includes('/flows'))
    .map(({ method, path }) => `${method} ${path.split('/2026-09-beta')[1] ?? ''}`);

describe('a request', () => {
  it('is written into our own property and read back with its time', async () => {
    setUp();
    await ours.marketing.request(CONTACT, 'non-marketing', ID);
    expect(desk.contact(PORTAL, CONTACT)?.properties[REQUEST_PROPERTY.name]).toBe(
      `set_non_marketing:${ID}`,
    );
    expect((await ours.contacts.read(CONTACT)).marketingRequest).toEqual({
      to: 'non-marketing',
      requestId: ID,
      at: '2026-11-24T00:00:00.000Z',
    });
  });

  it('the newest counts, and one that was cleared asks for nothing', async () => {
    setUp();
    await ours.marketing.request(CONTACT, 'non-marketing', ID);
    desk.clock.advance(1_000);
    await ours.marketing.request(CONTACT, 'marketing', 'second-request');
    expect((await ours.contacts.read(CONTACT)).marketingRequest).toEqual({
      to: 'marketing',
      requestId: 'second-request',
      at: '2026-11-24T00:00:01.000Z',
    });
    const source = { sourceType: 'CRM_UI' };
    const { name } = REQUEST_PROPERTY;
    desk.act(PORTAL, { act: 'property', contactId: CONTACT, name, value: '', source });
    expect(await ours.contacts.read(CONTACT)).not.toHaveProperty('marketingRequest');
  });

  it('is told from the same history as everything else: status and schedule', async () => {
    const by = { by: 'WORKFLOW', name: 'x' } as const;
    const to = 'non-marketing';
    desk.act(PORTAL, { act: 'marketing-status', contactId: CONTACT, to, ...by });
    const { versions } = await ours.contacts.history(CONTACT, []);
    expect(versions).toContainEqual(
      expect.objectContaining({
        about: { kind: 'marketing-schedule' },
        change: 'leaving-marketing',
        at: '2026-11-24T00:00:00.000Z',
      }),
    );
  });

  it('by which there is nothing to read is none', async () => {
    expect(await ours.contacts.read(CONTACT)).not.toHaveProperty('marketingRequest');
    setUp();
    expect(await ours.contacts.read(CONTACT)).not.toHaveProperty('marketingRequest');
  });

  it.each([
    ['the property is not there', [...ALL_SCOPES], CONTACT, { code: 'not-set-up' }],
    ['there is no such contact', [...ALL_SCOPES], '999999', { code: 'record-not-found' }],
    [
      'the app may not write contacts',
      ALL_SCOPES.filter((one) => one !== 'crm.objects.contacts.write'),
      CONTACT,
      { code: 'missing-scope', scope: 'crm.objects.contacts.write' },
    ],
  ])('says so where %s, and that nothing was written', async (_why, scopes, contact, trouble) => {
    desk.grant(PORTAL, scopes);
    await expect(ours.marketing.request(contact, 'marketing', ID)).rejects.toMatchObject({
      ...trouble,
      mayHaveTakenEffect: false,
    });
  });

  it('that is cut off may have taken effect', async () => {
    setUp();
    const fault = { kind: 'cut', write: 'done' } as const;
    desk.fail({ path: `/crm/v3/objects/contacts/${CONTACT}`, method: 'PATCH', times: 1, fault });
    await expect(ours.marketing.request(CONTACT, 'marketing', ID)).rejects.toMatchObject({
      mayHaveTakenEffect: true,
    });
  });
});

describe('what a value asks for', () => {
  it.each([
    [requestValue('marketing', ID), { to: 'marketing', requestId: ID }],
    [requestValue('non-marketing', 'a:b:c:d:e'), { to: 'non-marketing', requestId: 'a:b:c:d:e' }],
    ['set_marketing', { to: 'marketing' }],
    ['set_marketing:', { to: 'marketing' }],
    ['set_marketing:short', { to: 'marketing' }],
    ['Set_Non_Marketing:<script>alert(1)</script>', { to: 'non-marketing' }],
    [`set_marketing:${'x'.repeat(101)}`, { to: 'marketing' }],
    ['set_marketings:12345678', undefined],
    ['marketing:12345678', undefined],
    ['', undefined],
    [':', undefined],
  ])('%j', (value, expected) => {
    expect(readRequest(value)).toEqual(expected);
  });
});

describe('the account’s workflows', () => {
  it('are found where both are on, in two calls', async () => {
    make(ON, OFF);
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toEqual({ marketing: true, 'non-marketing': true });
    expect(asked()).toEqual(['GET /flows', 'POST /flows/batch/read']);
  });

  it('are said to be missing one by one', async () => {
    expect(await ours.marketing.workflows()).toEqual({ marketing: false, 'non-marketing': false });
    make({ ...ON, isEnabled: false }, OFF);
    expect(await ours.marketing.workflows()).toEqual({ marketing: false, 'non-marketing': true });
  });

  it('are not asked for without the scope, where HubSpot tells the scopes', async () => {
    desk.grant(PORTAL, ['crm.objects.contacts.read', 'oauth']);
    make(ON, OFF);
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toBeUndefined();
    expect(asked()).toEqual([]);
  });

  it('stay untold where HubSpot refuses: no scope, no plan', async () => {
    const fault = { kind: 'status', status: 500 } as const;
    desk.fail({ path: '/oauth/v2/private-apps/get/access-token-info', times: 9, fault });
    desk.grant(PORTAL, ['oauth']);
    expect(await ours.marketing.workflows()).toBeUndefined();
    expect(asked()).toEqual(['GET /flows']);
  });

  it('are trouble, not missing, where HubSpot fails', async () => {
    const fault = { kind: 'status', status: 500 } as const;
    desk.fail({ path: '/automation/2026-09-beta/flows', times: 9, fault });
    await expect(ours.marketing.workflows()).rejects.toMatchObject({ code: 'hubspot-failing' });
  });

  it('are looked for page by page, those with our name first', async () => {
    const others = Array.from({ length: 150 }, () => ({ ...ON, name: 'Other', actions: [] }));
    make(...others, ON, OFF);
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toEqual({ marketing: true, 'non-marketing': true });
    expect(asked()).toEqual(['GET /flows', 'GET /flows', 'POST /flows/batch/read']);
  });

  it('are not said to be missing where there are too many to look through', async () => {
    const others = Array.from({ length: 160 }, () => ({ ...ON, name: 'Other', actions: [] }));
    make(...others, OFF);
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toEqual({ 'non-marketing': true });
    expect(asked()).toHaveLength(5);
    make(...Array.from({ length: 140 }, () => ({ ...ON, isEnabled: false })));
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toEqual({ 'non-marketing': true });
    expect(asked()).toHaveLength(6);
  });

  it('are not said to be missing where the list itself is too long, though few are on', async () => {
    make(...Array.from({ length: 301 }, () => ({ ...ON, isEnabled: false })));
    desk.clearCalls();
    expect(await ours.marketing.workflows()).toEqual({});
    expect(asked()).toEqual(['GET /flows', 'GET /flows', 'GET /flows']);
  });
});

type Operation = Readonly<Record<string, unknown>>;

/** The workflow that sets to marketing, with another filter on the value and whatever else is different. */
function different(operation: Operation | undefined, more: object = {}): object {
  const filters = [
    { property: 'hs_name', operation: { operator: 'IS_EQUAL_TO', value: REQUEST_PROPERTY.name } },
    ...(operation === undefined ? [] : [{ property: 'hs_value', operation }]),
  ];
  return {
    ...ON,
    enrollmentCriteria: {
      ...ON.enrollmentCriteria,
      eventFilterBranches: [{ eventTypeId: '4-655002', filters }],
    },
    ...more,
  };
}

const starts = { operator: 'STARTS_WITH', value: 'set_marketing:' };
const action = (marketableType: string) => ({ actionTypeId: '0-31', fields: { marketableType } });

describe('a workflow', () => {
  // prettier-ignore
  it.each<[string, unknown, readonly string[]]>([
    ['as our page describes it', ON, ['marketing']],
    ['as our page describes it, the other way', OFF, ['non-marketing']],
    ['with one value to start with', different(starts), ['marketing']],
    ['with any of several', different({ operator: 'STARTS_WITH', values: ['set_marketing:', 'x'] }), ['marketing']],
    ['in capitals, which HubSpot takes for the same', different({ operator: 'STARTS_WITH', value: 'SET_MARKETING' }), ['marketing']],
    ['that looks for it anywhere', different({ operator: 'CONTAINS', value: 'set_marketing' }), ['marketing']],
    ['that starts for both directions', different({ operator: 'STARTS_WITH', value: 'set_' }), []],
    ['that starts for any of both', different({ operator: 'STARTS_WITH', values: ['set_marketing:', 'set_non_marketing:'] }), []],
    ['that starts at any value', different({ operator: 'IS_KNOWN' }), []],
    ['without a filter on the value', different(undefined), []],
    ['that waits for the value without an id', different({ operator: 'IS_EQUAL_TO', value: 'set_marketing' }), []],
    ['that knows one request by heart', different({ operator: 'IS_EQUAL_TO', value: requestValue('marketing', 'sample-of-an-id-0') }), []],
    ['that waits for the other direction', different({ operator: 'STARTS_WITH', value: 'set_non_marketing:' }), []],
    ['with an operator nobody knows here', different({ operator: 'SOUNDS_LIKE', value: 'set_marketing:' }), []],
    ['with an operator and no value', different({ operator: 'STARTS_WITH' }), []],
    ['that starts by a second trigger for the other direction too', { ...(different(starts)), enrollmentCriteria: { shouldReEnroll: true, eventFilterBranches: [...ON.enrollmentCriteria.eventFilterBranches, { eventTypeId: '4-655002', filters: [{ property: 'hs_value', operation: { operator: 'SOUNDS_LIKE', value: 'x' } }] }] } }, []],
    ['that starts by another event too', { ...ON, enrollmentCriteria: { ...ON.enrollmentCriteria, eventFilterBranches: [...ON.enrollmentCriteria.eventFilterBranches, { eventTypeId: '4-1639801' }] } }, ['marketing']],
    ['of another event alone', { ...ON, enrollmentCriteria: { ...ON.enrollmentCriteria, eventFilterBranches: [{ ...ON.enrollmentCriteria.eventFilterBranches[0], eventTypeId: '4-1639801' }] } }, []],
    ['of another property', JSON.parse(JSON.stringify(ON).replaceAll(REQUEST_PROPERTY.name, 'jobtitle')), []],
    ['that is off', { ...ON, isEnabled: false }, []],
    ['that takes each contact once', { ...ON, enrollmentCriteria: { ...ON.enrollmentCriteria, shouldReEnroll: false } }, []],
    ['that starts by a list', { ...ON, enrollmentCriteria: { type: 'LIST_BASED', shouldReEnroll: true } }, []],
    ['that starts by hand', { ...ON, enrollmentCriteria: undefined }, []],
    ['that sets the other status', different(starts, { actions: [action('NON_MARKETABLE')] }), []],
    ['that sets both', different(starts, { actions: [action('MARKETABLE'), action('NON_MARKETABLE')] }), []],
    ['that does something else', different(starts, { actions: [{ actionTypeId: '0-5', fields: {} }] }), []],
    ['that waits first', different(starts, { actions: [{ actionTypeId: '0-1' }, action('MARKETABLE')] }), ['marketing']],
    ['that is no workflow', 'flow', []],
    ['that is nothing', null, []],
  ])('%s', (_what, flow, expected) => {
    expect(appliedBy(flow)).toEqual(expected);
  });
});

describe('the account', () => {
  it('tells its id with the token, and its time zone in a call of its own', async () => {
    desk.clearCalls();
    const { installation } = ours;
    expect(await Promise.all([installation.portalId(), installation.timeZone()])).toEqual([
      '1002',
      'Europe/Berlin',
    ]);
    expect(await installation.timeZone()).toBe('Europe/Berlin');
    expect(desk.calls().map(({ path }) => path)).toEqual([
      '/oauth/v2/private-apps/get/access-token-info',
      '/account-info/2026-09/details',
    ]);
  });

  it('that does not answer has no time zone, and its id is trouble where the token does not tell it', async () => {
    const fault = { kind: 'status', status: 500 } as const;
    desk.fail({ path: '/oauth/v2/private-apps/get/access-token-info', times: 9, fault });
    desk.fail({ path: '/account-info/2026-09/details', times: 9, fault });
    expect(await ours.installation.timeZone()).toBeUndefined();
    await expect(ours.installation.portalId()).rejects.toMatchObject({ code: 'hubspot-failing' });
  });

  it('tells how many marketing contacts it has', async () => {
    const all = await ours.marketing.marketingContacts();
    expect(all).toBeGreaterThan(5);
    const contact = { contactId: CONTACT, act: 'marketing-status', by: 'USER_SET' } as const;
    desk.act(PORTAL, { ...contact, to: 'non-marketing', name: 'x' });
    expect(await ours.marketing.marketingContacts()).toBe(all);
    desk.clock.set(desk.nextUpdateAt(PORTAL));
    expect(await ours.marketing.marketingContacts()).toBe(all - 1);
  });
});
