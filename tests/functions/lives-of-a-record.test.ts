import { afterEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { otherwise } from '../../sandbox/emulator/hubspot/assumptions.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { headOf } from '../../src/app/ledger/entry.ts';
import { eraseEverything, personalIn } from '../../src/app/ledger/erasure.ts';
import { gapsIn } from '../../src/app/ledger/gaps.ts';
import {
  readRecord,
  recordFile,
  recordText,
  verifyRecord,
} from '../../src/app/ledger/record-file.ts';
import { KEYS } from '../ledger/a-chain.ts';
import {
  addressOf,
  ANN,
  attackedDesk,
  BEN,
  OBJECTS,
  unsavedIn,
  type AttackedDesk,
} from './attacked-desk.ts';

const inUse: AttackedDesk[] = [];
afterEach(async () => {
  for (const desk of inUse.splice(0)) await desk.close();
});

async function desk(...given: Parameters<typeof attackedDesk>): Promise<AttackedDesk> {
  const made = await attackedDesk(...given);
  inUse.push(made);
  return made;
}

const MINUTE = 60_000;
let clicks = 0;
const click = (act: string, more: object = {}) => ({
  act,
  requestId: `request-${String((clicks += 1))}`,
  ...more,
});
const optIn = (more: object = {}) => click('opt-in', { typeId: NEWSLETTER, ...more });
const optOut = (more: object = {}) => click('opt-out', { typeId: NEWSLETTER, ...more });
const words = {
  explanation: 'Asked-XQ-at-the-fair',
  evidence: 'Call-XQ-12',
  legalBasis: 'CONSENT_WITH_NOTICE',
};

function erase(hubspot: AttackedDesk, requestId = 'erasure-of-ann') {
  const world: World = hubspot.world();
  if (world.keys === undefined) throw new Error('no key');
  return eraseEverything(hubspot.chain(ANN), {
    store: world.hubspot.ledger,
    signer: world.keys.signer,
    random: world.keys.random,
    now: world.now,
    wait: world.wait,
    requestId,
    who: { kind: 'staff', userId: '47', identity: 'claimed' },
  });
}

/** As `npm run ledger -- export` writes it and `-- verify FILE` reads it. */
async function exported(hubspot: AttackedDesk, contactId = ANN, earlier?: string) {
  const entries = await hubspot.entries(contactId);
  const at = new Date(hubspot.hubspot.clock.now()).toISOString();
  const text = recordText(
    recordFile(hubspot.chain(contactId), entries, { exportedAt: at, publicKeys: KEYS }),
  );
  const read = readRecord(text);
  if (read === undefined) throw new Error('not a record');
  const result = verifyRecord(read, { publicKeys: KEYS, earlier });
  return result.status === 'verified' ? 'verified' : result.problems[0].code;
}

const gapCodes = async (hubspot: AttackedDesk) =>
  gapsIn(await hubspot.entries())
    .map(({ code }) => code)
    .filter((code) => code.includes('personal') || code.includes('erasure'));

/** Everything that HubSpot would still show of the ledger, histories among it. */
function shown(hubspot: AttackedDesk, archived = false): string {
  const names = 'key,title,entry,address,explanation,evidence,earlier_explanation,staff_name';
  return JSON.stringify(
    hubspot
      .records(archived)
      .map(({ id }) =>
        hubspot.ask(
          'GET',
          `${OBJECTS}/${id}?archived=${String(archived)}&properties=${names}&propertiesWithHistory=${names}`,
        ),
      ),
  );
}

describe('erasure', () => {
  it('takes every personal field out of HubSpot’s records and their histories, and the chain still verifies', async () => {
    const hubspot = await desk();
    await hubspot.change(optIn(words));
    hubspot.hubspot.clock.advance(MINUTE);
    await hubspot.change(optOut({ evidence: 'Letter-XQ-13' }));
    expect(shown(hubspot)).toMatch(/-XQ-|visitor-9101/);
    const head = headOf((await hubspot.entries()).at(-1)!);

    expect(await erase(hubspot)).toEqual([]);
    expect(shown(hubspot)).not.toMatch(/-XQ-|visitor-9101/);
    expect(personalIn(await hubspot.entries())).toEqual([]);
    expect(await hubspot.told()).toHaveLength(5);
    expect(await exported(hubspot, ANN, head.hash)).toBe('verified');
    const gaps = await gapCodes(hubspot);
    expect(gaps.length).toBeGreaterThan(0);
    expect(new Set(gaps)).toEqual(new Set(['personal-erased']));
    // HubSpot's bin is out of reach for 90 days: nothing but the erased records is there.
    const bin = hubspot.records(true).map(({ properties }) => properties['key']);
    expect(bin.every((key) => key?.includes(':personal') === true)).toBe(true);
    // The contact goes on.
    expect((await hubspot.change(optIn(words))).status).toBe('changed');
    expect(await hubspot.verdict()).toBe('verified');
  });

  it('done again says nothing twice', async () => {
    const hubspot = await desk();
    await hubspot.change(optIn(words));
    await erase(hubspot);
    expect(await erase(hubspot, 'erasure-of-ann-again')).toEqual([]);
    expect((await hubspot.told()).filter((one) => one === 'erasure')).toHaveLength(1);
  });

  it('is not undone by an unsaved entry that comes back afterwards', async () => {
    const hubspot = await desk();
    await hubspot.change(optIn(words));
    hubspot.loseTheLedger();
    const unsaved = unsavedIn(await hubspot.change(optOut({ evidence: 'Letter-XQ-14' })));
    expect(JSON.stringify(unsaved)).toContain('Letter-XQ-14');
    hubspot.hubspot.clearFailures();
    hubspot.hubspot.clock.advance(MINUTE);
    await erase(hubspot);
    expect(await hubspot.change({ act: 'keep-record', unsaved })).toEqual({ status: 'kept' });
    expect(await hubspot.told()).toContain('intent opted-out');
    expect(shown(hubspot)).not.toMatch(/-XQ-|visitor-9101/);
    expect(await exported(hubspot)).toBe('verified');
    expect(new Set(await gapCodes(hubspot))).toEqual(new Set(['personal-erased']));
  });
});

describe('a contact that was erased in HubSpot (privacy delete)', () => {
  const gone = async () => {
    const hubspot = await desk();
    await hubspot.change(optIn(words));
    hubspot.loseTheLedger();
    const unsaved = unsavedIn(await hubspot.change(optOut({ evidence: 'Letter-XQ-15' })));
    hubspot.hubspot.clearFailures();
    hubspot.play({ act: 'privacy-delete' });
    hubspot.hubspot.clock.advance(MINUTE);
    return { hubspot, unsaved };
  };

  it.each([
    ['a look', undefined],
    ['an opt-out', optOut()],
    ['an opt-in', optIn()],
    ['an opt-out of everything', click('opt-out-of-everything', { confirmed: true })],
    ['an undo', click('undo', { undoes: 'request-1' })],
  ])(
    '%s is answered with "record-not-found", and nothing is written',
    async (_what, parameters) => {
      const { hubspot } = await gone();
      const told = await hubspot.told();
      const reply =
        parameters === undefined ? await hubspot.read() : await hubspot.change(parameters);
      expect(reply).toMatchObject({ status: 'trouble', code: 'record-not-found' });
      expect(await hubspot.told()).toEqual(told);
    },
  );

  it('leaves a chain that verifies, by reading and by file', async () => {
    const { hubspot } = await gone();
    expect(await hubspot.verdict()).toBe('verified');
    expect(await exported(hubspot)).toBe('verified');
    expect(await hubspot.told()).toEqual(['intent opted-in', 'outcome opted-in done']);
  });

  it('gets no personal field back from a page that was still open', async () => {
    const { hubspot, unsaved } = await gone();
    expect(unsaved.length).toBe(2);
    const reply = await hubspot.change({ act: 'keep-record', unsaved });
    expect(reply).toMatchObject({ status: 'trouble', code: 'record-not-found' });
    expect(shown(hubspot)).not.toContain('Letter-XQ-15');
    expect(shown(hubspot, true)).not.toContain('Letter-XQ-15');
  });

  it('can still be erased from the ledger', async () => {
    const { hubspot } = await gone();
    expect(await erase(hubspot)).toEqual([]);
    expect(shown(hubspot)).not.toMatch(/-XQ-|visitor-9101/);
    expect(await exported(hubspot)).toBe('verified');
  });
});

describe.each([
  ['found under its old id', {}],
  ['not found under its old id', otherwise('mergedIdsLeadOn')],
])('Ben’s record, merged into Ann’s and %s', (_how, assumptions) => {
  const bens = (hubspot: AttackedDesk) => ({ propertiesToSend: hubspot.record(BEN) });
  const merged = async () => {
    const hubspot = await desk({ assumptions });
    await hubspot.change(optIn());
    await hubspot.change(optIn({ evidence: 'Call 14' }), bens(hubspot));
    hubspot.hubspot.clock.advance(MINUTE);
    await hubspot.change(optOut(), bens(hubspot));
    const head = headOf((await hubspot.entries(BEN)).at(-1)!);
    hubspot.play({ act: 'merge', otherId: BEN });
    hubspot.hubspot.clock.advance(MINUTE);
    return { hubspot, head };
  };

  it('ends its chain, which Ann’s names with its head at the next look, once', async () => {
    const { hubspot, head } = await merged();
    const [glance] = [await hubspot.glance(), await hubspot.glance()];
    expect(glance.ledger).toBe('ready');
    expect(await hubspot.told()).toEqual(['intent opted-in', 'outcome opted-in done', 'merged']);
    const last = (await hubspot.entries()).at(-1)?.statement;
    expect(last).toMatchObject({ who: { kind: 'this-app' }, from: { contact: BEN, head } });
    expect(await hubspot.verdict()).toBe('verified');
    expect(await exported(hubspot)).toBe('verified');
    expect(await exported(hubspot, BEN, head.hash)).toBe('verified');
  });

  it('is told by two who look at once only once', async () => {
    const { hubspot } = await merged();
    await Promise.all([hubspot.glance(), hubspot.glance(), hubspot.glance()]);
    expect((await hubspot.told()).filter((one) => one === 'merged')).toHaveLength(1);
    expect(await hubspot.verdict()).toBe('verified');
  });

  it('is told before whatever is changed next, and Ann’s chain goes on', async () => {
    const { hubspot } = await merged();
    expect((await hubspot.change(optOut())).status).toBe('changed');
    expect((await hubspot.told()).slice(2)).toEqual([
      'merged',
      'intent opted-out',
      'outcome opted-out done',
    ]);
    expect(await hubspot.verdict()).toBe('verified');
  });

  it('is not written to any more, whatever address a page says it has', async () => {
    const { hubspot } = await merged();
    const told = await hubspot.told(BEN);
    const before = hubspot.held();
    for (const contactId of [ANN, BEN]) {
      const forged = { hs_object_id: BEN, email: addressOf(contactId) };
      const reply = await hubspot.change(optOut(), { propertiesToSend: forged });
      expect(['record-changed', 'record-not-found']).toContain('code' in reply ? reply.code : '');
    }
    expect(hubspot.held()).toEqual(before);
    expect(await hubspot.told(BEN)).toEqual(told);
  });

  it('that was a contact without a chain is told without a head', async () => {
    const hubspot = await desk({ assumptions });
    hubspot.play({ act: 'merge', otherId: BEN });
    await hubspot.glance();
    await hubspot.glance();
    expect(await hubspot.told()).toEqual(['merged']);
    expect((await hubspot.entries())[0]?.statement).toMatchObject({ from: { contact: BEN } });
    expect((await hubspot.entries())[0]?.statement).not.toHaveProperty('from.head');
  });

  it('whose chain can’t be read now is told by a later reader, and stops no opt-out', async () => {
    const { hubspot } = await merged();
    const broken = (world: World): World => {
      const { ledger } = world.hubspot;
      const read = ledger.read.bind(ledger);
      ledger.read = (chain) =>
        chain.contact === BEN ? Promise.reject(new Error('visitor-9102')) : read(chain);
      return world;
    };
    expect((await hubspot.change(optOut(), {}, broken)).status).toBe('changed');
    expect(await hubspot.told()).not.toContain('merged');
    expect(JSON.stringify(hubspot.log)).not.toContain('visitor');
    await hubspot.glance();
    expect(await hubspot.told()).toContain('merged');
  });
});

describe('a contact whose address changes', () => {
  const NEW = 'new-visitor@example.com';
  const moved = async (...changes: object[]) => {
    const hubspot = await desk();
    for (const parameters of changes) {
      expect((await hubspot.change(parameters)).status).toBe('changed');
      hubspot.hubspot.clock.advance(MINUTE);
    }
    hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
    hubspot.hubspot.clock.advance(MINUTE);
    return hubspot;
  };
  const addresses = async (hubspot: AttackedDesk) =>
    (await hubspot.entries()).flatMap(({ personal }) => personal.address?.value ?? []);

  it('goes on with the same chain, whose earlier entries are about the earlier address', async () => {
    const hubspot = await moved(optIn(), optOut());
    expect((await hubspot.change(optOut({ typeId: SEMINARS }))).status).toBe('changed');
    expect(await addresses(hubspot)).toEqual([addressOf(ANN), addressOf(ANN), NEW]);
    expect(await hubspot.verdict()).toBe('verified');
    expect(await hubspot.told()).toHaveLength(6);
  });

  it.each([
    ['an opt-out', [optIn(), optOut()], 'refused'],
    // HubSpot says "not specified" of the new address, which is all that an undo would bring.
    ['an opt-in', [optIn()], 'nothing-to-do'],
  ])('has no undo of %s from before', async (_what, changes, answer) => {
    const hubspot = await moved(...changes);
    const before = hubspot.held();
    expect((await hubspot.glance()).undo).toEqual([]);
    const last = (await hubspot.entries()).at(-1)?.statement.requestId;
    const reply = await hubspot.change(click('undo', { undoes: last }));
    expect(reply.status).toBe(answer);
    expect(hubspot.held()).toEqual(before);
  });

  it('even where HubSpot says the same of the new address since the same moment', async () => {
    const hubspot = await desk();
    await hubspot.change(optIn());
    hubspot.hubspot.clock.advance(MINUTE);
    const id = optOut();
    hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
    hubspot.play({
      act: 'integration',
      appId: 7001,
      name: 'Consent Card',
      typeId: NEWSLETTER,
      to: 'UNSUBSCRIBED',
    });
    hubspot.play({ act: 'change-address', to: addressOf(ANN), userId: 47 });
    await hubspot.change(id);
    hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
    expect(hubspot.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
    const reply = await hubspot.change(click('undo', { undoes: id.requestId }));
    expect(reply.status).toBe('refused');
    expect(hubspot.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
  });

  it('stays locked by what the contact asked for at the earlier one, and when that one is back', async () => {
    const hubspot = await moved(optIn(), optOut({ askedBy: { by: 'phone' }, evidence: 'Call 15' }));
    const lock = async () =>
      (await hubspot.glance()).rows.find(({ typeId }) => typeId === NEWSLETTER)?.optIn;
    expect(await lock()).toMatchObject({ kind: 'deny' });
    hubspot.play({ act: 'change-address', to: addressOf(ANN), userId: 47 });
    expect(await lock()).toMatchObject({ kind: 'deny' });
    hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
    expect((await hubspot.change(optIn())).status).toBe('refused');
    expect(hubspot.stateOf(NEWSLETTER)).not.toBe('SUBSCRIBED');
  });

  it('is not opted in against an opt-out by link at the earlier one', async () => {
    const hubspot = await desk();
    hubspot.play({ act: 'contact-link', typeId: NEWSLETTER });
    hubspot.hubspot.clock.advance(MINUTE);
    hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
    hubspot.hubspot.clock.advance(MINUTE);
    expect((await hubspot.change(optIn())).status).toBe('refused');
    expect(hubspot.stateOf(NEWSLETTER)).not.toBe('SUBSCRIBED');
  });

  it('still has the earlier change in its history, with its evidence', async () => {
    const hubspot = await moved(optIn(), optOut({ askedBy: { by: 'phone' }, evidence: 'Call 16' }));
    const reply = await hubspot.read({ part: 'history' });
    if (reply.status !== 'history') throw new Error(reply.status);
    expect(reply.history.events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          change: 'opted-out',
          card: expect.objectContaining({ askedBy: 'phone', evidence: 'Call 16' }) as unknown,
        }),
      ]),
    );
  });

  it('between deciding and writing, is said to have changed, and the new address is not touched', async () => {
    const hubspot = await desk();
    await hubspot.change(optIn());
    const reply = await hubspot.change(optOut(), {}, (world) => {
      const { consents } = world.hubspot;
      const optOutNow = consents.optOut.bind(consents);
      consents.optOut = async (address, typeId) => {
        hubspot.play({ act: 'change-address', to: NEW, userId: 47 });
        return optOutNow(address, typeId);
      };
      return world;
    });
    expect(reply.status).toBe('not-known-yet');
    hubspot.hubspot.clock.advance(MINUTE);
    await hubspot.glance();
    expect(hubspot.stateOf(NEWSLETTER)).toBe('NOT_SPECIFIED');
    expect(await hubspot.verdict()).toBe('verified');
    expect((await hubspot.told()).at(-1)).toMatch(/^outcome opted-out (done|not-done)/);
  });
});

describe.each([
  ['free again', {}],
  ['restoring what was deleted', otherwise('createWithArchivedKey')],
  ['still taken', otherwise('keysOfArchivedRecords')],
] as const)('a chain whose tail somebody deleted, keys %s', (how, assumptions) => {
  const isStuck = how === 'still taken';
  /** Deletes the records of the last entries from HubSpot. */
  const cut = async (hubspot: AttackedDesk, count: number) => {
    const entries = await hubspot.entries();
    const last = entries.slice(entries.length - count).map(({ n }) => `${ANN}:${String(n)}`);
    for (const { id, properties } of hubspot.records()) {
      const key = properties['key'] ?? '';
      if (last.some((one) => key === one || key.startsWith(`${one}:`))) {
        hubspot.ask('DELETE', `${OBJECTS}/${id}`);
      }
    }
  };
  const withTail = async (parameters: object = optIn()) => {
    const hubspot = await desk({ assumptions });
    await hubspot.change(optIn({ typeId: SEMINARS }));
    await hubspot.change(parameters);
    const head = headOf((await hubspot.entries()).at(-1)!);
    return { hubspot, head };
  };

  it('verifies by itself, and is named truncated against the head that was kept', async () => {
    const { hubspot, head } = await withTail();
    await cut(hubspot, 2);
    expect((await hubspot.glance()).ledger).toBe('ready');
    expect(await exported(hubspot)).toBe('verified');
    expect(await exported(hubspot, ANN, head.hash)).toBe('truncated');
  });

  it('is still truncated when it has grown past the cut', async () => {
    const { hubspot, head } = await withTail();
    await cut(hubspot, 2);
    const reply = await hubspot.change(optOut());
    // A way out never waits for the record; a chain that can't grow hands its entries back.
    expect(reply.status).toBe('changed');
    expect(unsavedIn(reply).length).toBe(isStuck ? 2 : 0);
    expect(await hubspot.told()).toHaveLength(isStuck ? 2 : 4);
    expect(await exported(hubspot)).toBe('verified');
    expect(await exported(hubspot, ANN, head.hash)).toBe('truncated');
  });

  it('the same request again changes nothing twice, and says nothing against what was deleted', async () => {
    const parameters = optIn();
    const { hubspot } = await withTail(parameters);
    const deleted = (await hubspot.entries()).slice(2);
    await cut(hubspot, 2);
    const before = hubspot.held();
    expect((await hubspot.change(parameters)).status).toBe('nothing-to-do');
    expect(hubspot.held()).toEqual(before);
    expect(deleted.length).toBe(2);
    expect(await hubspot.told()).toHaveLength(2);
  });

  it('with its intent left, the same request is given the end that HubSpot tells', async () => {
    const parameters = optIn();
    const { hubspot } = await withTail(parameters);
    await cut(hubspot, 1);
    hubspot.play({ act: 'contact-link', typeId: NEWSLETTER });
    hubspot.hubspot.clock.advance(MINUTE);
    const reply = await hubspot.change(parameters);
    expect(reply.status).toBe('overtaken');
    expect(hubspot.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
    if (isStuck) return;
    expect((await hubspot.told()).slice(2)).toEqual([
      'intent opted-in',
      'outcome opted-in done overtaken',
    ]);
  });

  it('after the contact has opted out, the same opt-in again does not bring them back', async () => {
    const parameters = optIn();
    const { hubspot } = await withTail(parameters);
    await cut(hubspot, 2);
    hubspot.play({ act: 'contact-link', typeId: NEWSLETTER });
    hubspot.hubspot.clock.advance(MINUTE);
    expect((await hubspot.change(parameters)).status).toBe('refused');
    expect(hubspot.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
  });

  it('nobody is opted in where the chain can’t grow', async () => {
    const { hubspot } = await withTail();
    await cut(hubspot, 2);
    hubspot.play({ act: 'colleague', userId: 47, typeId: SEMINARS, to: 'UNSUBSCRIBED' });
    hubspot.hubspot.clock.advance(MINUTE);
    const reply = await hubspot.change(optIn({ typeId: SEMINARS, ...words }));
    expect(reply.status).toBe(isStuck ? 'not-recorded' : 'changed');
    expect(hubspot.stateOf(SEMINARS)).toBe(isStuck ? 'UNSUBSCRIBED' : 'SUBSCRIBED');
  });

  it('cut in the middle instead, it is broken: nobody is opted in', async () => {
    const { hubspot } = await withTail();
    const middle = hubspot.records().find(({ properties }) => properties['key'] === `${ANN}:1`)!;
    hubspot.ask('DELETE', `${OBJECTS}/${middle.id}`);
    const glance = await hubspot.glance();
    expect(glance.ledger).toBe('broken');
    expect((await hubspot.change(optIn({ typeId: '503' }))).status).toBe('refused');
    expect((await hubspot.change(optOut())).status).toBe('changed');
  });
});
