import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/emulator/core/failures.ts';
import { otherwise, type Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { ENTRY_OBJECT, REQUEST_PROPERTY } from '../../src/app/gateway/hubspot/definitions.ts';
import type { SetUp, SetUpPart } from '../../src/app/gateway/ports.ts';
import { ALICE, chainOf, intent, sealed } from '../ledger/a-chain.ts';
import { ledgerDesk, PORTAL, SCHEMAS, type LedgerDesk } from './ledger-desk.ts';

const inUse: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of inUse.splice(0)) await close();
});

async function desk(assumptions: Partial<Assumptions> = {}): Promise<LedgerDesk> {
  const made = await ledgerDesk({ isSetUp: false, limits: { attempts: 1 }, assumptions });
  inUse.push(made.close);
  return made;
}

const PARTS: readonly SetUpPart[] = ['record', 'marketing-request'];
const CONTACT_PROPERTIES = '/crm/properties/2026-09/contacts';
const REQUEST = `${CONTACT_PROPERTIES}/${REQUEST_PROPERTY.name}`;
const TYPE = `${SCHEMAS}/p_consent_card_entry`;
const THERE = { record: 'there', 'marketing-request': 'there' };

async function completeAll(setUp: SetUp): Promise<void> {
  for (const part of PARTS) await setUp.complete(part);
}

/** What stands under our names, as HubSpot tells it. */
function stateOf({ ask }: LedgerDesk): unknown {
  return [ask('GET', TYPE), ask('GET', REQUEST)].map(({ status, body }) => {
    const { correlationId: _, ...told } = body;
    return { status, told };
  });
}

describe('setting up a portal', () => {
  it('creates what is missing, and is then there to keep entries in', async () => {
    const portal = await desk();
    expect(await portal.setUp().look()).toEqual({
      record: 'missing',
      'marketing-request': 'missing',
    });
    await completeAll(portal.setUp());
    expect(await portal.setUp().look()).toEqual(THERE);
    const [entry] = chainOf(sealed(intent(), { address: 'alice@example.com' }));
    expect(await portal.store().append(entry!)).toBe('accepted');
    expect(await portal.store().read(ALICE)).toEqual([entry]);
  });

  it('says in HubSpot what each thing is, and keeps the request out of forms', async () => {
    const portal = await desk();
    await completeAll(portal.setUp());
    expect(portal.ask('GET', REQUEST).body).toMatchObject({
      label: 'Marketing contact request (Consent Card)',
      groupName: 'consent_card',
      type: 'string',
      fieldType: 'text',
      formField: false,
    });
    const { properties } = portal.ask('GET', TYPE).body as {
      readonly properties: readonly { readonly hubspotDefined: boolean; description: string }[];
    };
    const ours = properties.filter(({ hubspotDefined }) => !hubspotDefined);
    expect(ours).toHaveLength(ENTRY_OBJECT.properties.length);
    for (const { description } of ours) expect(description).toMatch(/\.$/);
  });

  it('a second time asks for nothing but a look, and changes nothing', async () => {
    const portal = await desk();
    await completeAll(portal.setUp());
    const before = stateOf(portal);
    portal.hubspot.clock.advance(60_000);
    portal.asked();
    await completeAll(portal.setUp());
    expect(portal.asked().every((call) => call.startsWith('GET '))).toBe(true);
    expect(stateOf(portal)).toEqual(before);
  });

  it.each(['key', 'address', 'repeats'])(
    'adds the property %s that is missing, and that alone',
    async (name) => {
      const portal = await desk();
      const properties = ENTRY_OBJECT.properties.filter((one) => one.name !== name);
      const requiredProperties = name === 'key' ? [] : ['key'];
      portal.ask('POST', SCHEMAS, { ...ENTRY_OBJECT, properties, requiredProperties });
      const state = (await portal.setUp().look()).record;
      portal.asked();
      await portal.setUp().complete('record');
      const wrote = portal.asked().filter((call) => !call.startsWith('GET '));
      if (name === 'key') {
        // Without our key it could be anybody's.
        expect([state, wrote]).toEqual(['not-ours', []]);
      } else {
        expect(state).toBe('incomplete');
        expect(wrote).toEqual(['POST /crm/properties/2026-09/p_consent_card_entry']);
        expect((await portal.setUp().look()).record).toBe('there');
      }
    },
  );

  it('adds the association with contacts where it is missing', async () => {
    const portal = await desk();
    portal.ask('POST', SCHEMAS, { ...ENTRY_OBJECT, associatedObjects: [] });
    expect((await portal.setUp().look()).record).toBe('incomplete');
    await portal.setUp().complete('record');
    expect((await portal.setUp().look()).record).toBe('there');
    const [entry] = chainOf(sealed(intent()));
    expect(await portal.store().append(entry!)).toBe('accepted');
  });

  it('brings back a property that was archived', async () => {
    const portal = await desk();
    await completeAll(portal.setUp());
    expect(portal.ask('DELETE', REQUEST).status).toBe(204);
    expect((await portal.setUp().look())['marketing-request']).toBe('missing');
    await completeAll(portal.setUp());
    expect(await portal.setUp().look()).toEqual(THERE);
  });
});

describe('what has our name and is not ours', () => {
  const OTHERS: [string, SetUpPart, string, object][] = [
    [
      'an object without our key',
      'record',
      SCHEMAS,
      {
        ...ENTRY_OBJECT,
        requiredProperties: [],
        primaryDisplayProperty: 'name',
        secondaryDisplayProperties: [],
        searchableProperties: [],
        properties: [{ name: 'name', label: 'Name', type: 'string', fieldType: 'text' }],
      },
    ],
    [
      'an object whose key is not unique',
      'record',
      SCHEMAS,
      {
        ...ENTRY_OBJECT,
        properties: ENTRY_OBJECT.properties.map((one) => ({ ...one, hasUniqueValue: false })),
      },
    ],
    [
      'an object whose position is a text',
      'record',
      SCHEMAS,
      {
        ...ENTRY_OBJECT,
        properties: ENTRY_OBJECT.properties.map((one) =>
          one.name === 'position' ? { ...one, type: 'string', fieldType: 'text' } : one,
        ),
      },
    ],
    [
      'a contact property with options',
      'marketing-request',
      CONTACT_PROPERTIES,
      {
        ...REQUEST_PROPERTY,
        groupName: 'contactinformation',
        type: 'enumeration',
        fieldType: 'select',
        options: [{ label: 'Yes', value: 'yes', displayOrder: 0, hidden: false }],
      },
    ],
    [
      'a contact property of several lines',
      'marketing-request',
      CONTACT_PROPERTIES,
      { ...REQUEST_PROPERTY, groupName: 'contactinformation', fieldType: 'textarea' },
    ],
  ];

  it.each(OTHERS)('%s is left as it is', async (_what, part, path, body) => {
    const portal = await desk();
    expect(portal.ask('POST', path, body).status).toBe(201);
    const before = stateOf(portal);
    expect((await portal.setUp().look())[part]).toBe('not-ours');
    portal.asked();
    await portal.setUp().complete(part);
    expect(portal.asked().filter((call) => !call.startsWith('GET '))).toEqual([]);
    expect(stateOf(portal)).toEqual(before);
    expect((await portal.setUp().look())[part]).toBe('not-ours');
  });
});

describe('broken off', () => {
  const AFTER: [string, Fault][] = [
    ['before it reached HubSpot', { kind: 'cut', write: 'lost' }],
    ['after HubSpot did it', { kind: 'cut', write: 'done' }],
    ['by HubSpot', { kind: 'status', status: 503 }],
  ];
  const CALLS = 5;
  const cases = AFTER.flatMap(([how, fault]) =>
    Array.from({ length: CALLS }, (_, after) => ({ how, fault, after })),
  );

  it.each(cases)(
    'at call $after $how: the next run goes on from there',
    async ({ fault, after }) => {
      const portal = await desk();
      portal.hubspot.fail({ path: '/crm', times: after, fault: { kind: 'slow', ms: 0 } });
      portal.hubspot.fail({ path: '/crm', times: 1, fault });
      await expect(completeAll(portal.setUp())).rejects.toThrow();
      expect(portal.hubspot.failures()).toEqual([]);
      await completeAll(portal.setUp());
      expect(await portal.setUp().look()).toEqual(THERE);
    },
  );

  it('there are no more calls than were broken off', async () => {
    const portal = await desk();
    await completeAll(portal.setUp());
    expect(portal.asked()).toHaveLength(CALLS);
  });

  it('two at once end as one', async () => {
    const portal = await desk();
    await Promise.all([completeAll(portal.setUp()), completeAll(portal.setUp())]);
    expect(await portal.setUp().look()).toEqual(THERE);
  });

  it('the same where an object may go by its bare name', async () => {
    const portal = await desk(otherwise('bareObjectNames'));
    await completeAll(portal.setUp());
    expect(await portal.setUp().look()).toEqual(THERE);
  });
});

describe('without the right', () => {
  it.each<[SetUpPart, string]>([
    ['record', 'crm.schemas.custom.write'],
    ['marketing-request', 'crm.schemas.contacts.write'],
  ])('to create: %s names the scope', async (part, scope) => {
    const portal = await desk();
    const schemas = portal.scopes.filter((one) => !/^crm\.schemas\..*\.write$/.test(one));
    portal.hubspot.grant(PORTAL, schemas);
    await expect(portal.setUp().complete(part)).rejects.toMatchObject({ code: 'missing-scope' });
    portal.hubspot.grant(PORTAL, [...schemas, scope]);
    await portal.setUp().complete(part);
    expect((await portal.setUp().look())[part]).toBe('there');
  });
});
