import { afterEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, ONE_TO_ONE, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { ENTRY_OBJECT } from '../../src/app/gateway/hubspot/definitions.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { ANN, attackedDesk, TOKEN, unsavedIn, type AttackedDesk } from './attacked-desk.ts';

const inUse: AttackedDesk[] = [];
afterEach(async () => {
  for (const { close } of inUse.splice(0)) await close();
});

const WHOLE = 1001;
const NOTHING = 1006;
const SCHEMAS = '/crm-object-schemas/2026-09/schemas';
const ENTRY_PROPERTIES = '/crm/properties/2026-09/p_consent_card_entry';
const REQUEST = '/crm/properties/2026-09/contacts/consent_card_marketing_request';
const ground = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Said so' };
const optIn = { act: 'opt-in', requestId: 'wish-in-01', typeId: SEMINARS, ...ground };
const optOut = { act: 'opt-out', requestId: 'wish-out-1', typeId: ONE_TO_ONE };

/** Ann gets mail of two types, and the account is as somebody left it. */
async function account(portalId: number, leave: (desk: AttackedDesk) => unknown) {
  const desk = await attackedDesk({ portalId });
  inUse.push(desk);
  for (const typeId of [ONE_TO_ONE, NEWSLETTER]) {
    desk.play({ act: 'colleague', userId: 47, typeId, to: 'SUBSCRIBED' });
  }
  desk.hubspot.clock.advance(60_000);
  await leave(desk);
  return desk;
}

type Left = readonly [string, number, (desk: AttackedDesk) => unknown];

const without = (name: string) =>
  ENTRY_OBJECT.properties.filter((property) => property.name !== name);
const asObject = (change: object) => (desk: AttackedDesk) => {
  const { status } = desk.ask('POST', SCHEMAS, { ...ENTRY_OBJECT, ...change });
  expect(status).toBe(201);
};

/** What setting up again mends. */
const MENDED: readonly Left[] = [
  ['no object', NOTHING, () => undefined],
  ['a property that was never made', NOTHING, asObject({ properties: without('repeats') })],
  ['an object that is of no contact', NOTHING, asObject({ associatedObjects: [] })],
  [
    'a property that somebody removed, in an account with a record',
    WHOLE,
    async (desk) => {
      const first = { ...optOut, requestId: 'earlier-01', typeId: NEWSLETTER };
      expect(await desk.change(first)).toMatchObject({ status: 'changed' });
      desk.hubspot.clock.advance(60_000);
      expect(desk.ask('DELETE', `${ENTRY_PROPERTIES}/evidence`).status).toBe(204);
    },
  ],
];

/** What is another's, or looks so, and is left alone. */
const NOT_OURS: readonly Left[] = [
  [
    'a key that is not unique',
    NOTHING,
    asObject({
      properties: ENTRY_OBJECT.properties.map((property) => ({
        ...property,
        hasUniqueValue: false,
      })),
    }),
  ],
  [
    'a key under another name',
    NOTHING,
    asObject({
      requiredProperties: [],
      properties: ENTRY_OBJECT.properties.map((property) =>
        property.name === 'key' ? { ...property, name: 'entry_key' } : property,
      ),
    }),
  ],
  [
    'a property of another type',
    NOTHING,
    asObject({
      properties: ENTRY_OBJECT.properties.map((property) =>
        property.name === 'repeats' ? { ...property, type: 'string', fieldType: 'text' } : property,
      ),
    }),
  ],
];

describe.each([...MENDED, ...NOT_OURS])('an account with %s', (_what, portalId, leave) => {
  it('says so, and opts nobody in', async () => {
    const desk = await account(portalId, leave);
    const glance = await desk.glance();
    expect(glance.ledger).toBe('not-set-up');
    const row = glance.rows.find(({ typeId }) => typeId === SEMINARS);
    const because = [{ rule: 'ledger-not-set-up' }];
    expect(row?.optIn).toMatchObject({ kind: 'deny', because });
    expect(await desk.change(optIn)).toMatchObject({
      status: 'refused',
      decision: { kind: 'deny', because },
    });
    expect(desk.stateOf(SEMINARS)).toBe('NOT_SPECIFIED');
  });

  it('opts out, and what is to be recorded travels and is not lost', async () => {
    const desk = await account(portalId, leave);
    const before = desk.log.length;
    const reply = await desk.change(optOut);
    expect(reply).toMatchObject({ status: 'changed', glance: { ledger: 'not-set-up' } });
    expect(reply).not.toHaveProperty('isUnrecorded');
    expect(desk.stateOf(ONE_TO_ONE)).toBe('UNSUBSCRIBED');
    const unsaved = unsavedIn(reply);
    expect(unsaved).toHaveLength(2);
    // Sent again too early it goes back as it was.
    const again = await desk.change({ act: 'keep-record', unsaved });
    expect(unsavedIn(again)).toEqual(unsaved);
    expect(desk.log.slice(before).every(({ code }) => code === 'ledger-not-set-up')).toBe(true);
  });
});

describe.each(MENDED)('an account with %s, set up again', (_what, portalId, leave) => {
  it('keeps what travelled, and opts in', async () => {
    const desk = await account(portalId, leave);
    const unsaved = unsavedIn(await desk.change(optOut));
    const earlier = portalId === WHOLE ? await desk.told() : [];
    await desk.gateway().setUp.complete('record');
    expect(await desk.change({ act: 'keep-record', unsaved })).toEqual({ status: 'kept' });
    const kept = ['intent opted-out', 'outcome opted-out done'];
    expect(await desk.told()).toEqual([...earlier, ...kept]);
    expect(await desk.glance()).toMatchObject({ ledger: 'ready' });
    expect(await desk.change(optIn)).toMatchObject({ status: 'changed' });
    expect(await desk.verdict()).toBe('verified');
  });
});

describe('an account without a signing key, though its object is there', () => {
  const without = ({ keys: _keys, ...world }: World): World => world;

  it('says so, opts nobody in, and says of an opt-out that it is not recorded', async () => {
    const desk = await account(WHOLE, () => undefined);
    const reply = await readConsent(
      { parameters: { part: 'glance' }, propertiesToSend: desk.record(ANN) },
      without(desk.world()),
    );
    expect(reply).toMatchObject({ glance: { ledger: 'not-set-up' } });
    expect(await desk.change(optIn, {}, without)).toMatchObject({
      decision: { because: [{ rule: 'ledger-not-set-up' }] },
    });
    const out = await desk.change(optOut, {}, without);
    expect(out).toMatchObject({ status: 'changed', isUnrecorded: true });
    expect(unsavedIn(out)).toEqual([]);
    // Whoever looks later, with a key, finds the change and records it, by nobody known.
    desk.hubspot.clock.advance(11 * 60_000);
    await desk.glance();
    expect(await desk.told()).toEqual(['late opted-out']);
  });
});

describe('an account that granted no right to the record', () => {
  it('opts nobody in, and an opt-out’s entries travel', async () => {
    const desk = await account(WHOLE, ({ hubspot }) => {
      hubspot.grant(WHOLE, [
        'crm.objects.contacts.read',
        'communication_preferences.read_write',
        'communication_preferences.read',
        'communication_preferences.write',
      ]);
    });
    expect(await desk.change(optIn)).toMatchObject({ status: 'refused' });
    const reply = await desk.change(optOut);
    expect(reply.status).toBe('changed');
    expect(unsavedIn(reply)).toHaveLength(2);
  });
});

describe('an account without the property for marketing requests', () => {
  it('changes no marketing status, and keeps its record as ever', async () => {
    const desk = await account(WHOLE, ({ ask }) => ask('DELETE', REQUEST));
    const glance = await desk.glance();
    expect(glance.ledger).toBe('ready');
    const because = [{ rule: 'no-marketing-workflow' }];
    expect(glance.wholeContact['to-marketing']).toMatchObject({ kind: 'deny', because });
    const ask = { act: 'to-marketing', requestId: 'wish-mk-01', explicitYes: true };
    expect(await desk.change(ask)).toMatchObject({ status: 'refused', decision: { because } });
    expect(await desk.change(optIn)).toMatchObject({ status: 'changed' });
    await desk.gateway().setUp.complete('marketing-request');
    expect(await desk.change({ ...ask, requestId: 'wish-mk-02' })).toMatchObject({
      status: 'requested',
    });
  });
});

describe('what it costs to know', () => {
  /** The calls of one look, by a process that has looked before or not. */
  async function looks(desk: AttackedDesk, seenWhole: object) {
    const { hubspot } = desk;
    hubspot.clearCalls();
    const world = desk.world();
    const gateway = hubSpot({
      token: TOKEN,
      origin: desk.origin,
      seenWhole,
      surroundings: {
        now: () => hubspot.clock.now(),
        random: () => 0,
        after: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      },
    });
    const reply = await readConsent(
      { parameters: { part: 'glance' }, propertiesToSend: desk.record(ANN) },
      { ...world, hubspot: gateway },
    );
    const paths = hubspot.calls().map(({ path }) => path);
    return {
      state: reply.status === 'glance' ? reply.glance.ledger : reply.status,
      calls: paths.length,
      ofSchema: paths.filter((path) => path.startsWith(SCHEMAS)).length,
    };
  }

  it('one call the first time, none for a minute, and one again', async () => {
    const desk = await account(WHOLE, () => undefined);
    const seen = {};
    const first = await looks(desk, seen);
    expect(first).toMatchObject({ state: 'ready', ofSchema: 1 });
    desk.hubspot.clock.advance(59_000);
    expect(await looks(desk, seen)).toEqual({
      state: 'ready',
      ofSchema: 0,
      calls: first.calls - 1,
    });
    desk.hubspot.clock.advance(2_000);
    expect(await looks(desk, seen)).toEqual(first);
  });

  it('what is missing is looked at each time, so that it is seen at once when it is there', async () => {
    const desk = await account(WHOLE, ({ ask }) => ask('DELETE', `${ENTRY_PROPERTIES}/repeats`));
    const seen = {};
    expect(await looks(desk, seen)).toMatchObject({ state: 'not-set-up', ofSchema: 1 });
    await desk.gateway().setUp.complete('record');
    expect(await looks(desk, seen)).toMatchObject({ state: 'ready', ofSchema: 1 });
  });

  it('a change asks for the schema once, as it always did', async () => {
    const desk = await account(WHOLE, () => undefined);
    desk.hubspot.clearCalls();
    await desk.change(optIn);
    const schemas = desk.hubspot.calls().filter(({ path }) => path.startsWith(SCHEMAS));
    expect(schemas).toHaveLength(1);
  });
});
