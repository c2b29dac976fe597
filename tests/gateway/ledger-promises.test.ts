import { afterEach, describe, expect, it } from 'vitest';
import { otherwise, TODAY, type SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { headOf, withoutPersonal } from '../../src/app/ledger/entry.ts';
import { keep } from '../../src/app/ledger/keep.ts';
import type { LedgerStore } from '../../src/app/ledger/store.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import {
  ALICE,
  AT,
  BOB,
  chainOf,
  intent,
  KEY,
  KEYS,
  outcome,
  place,
  refusal,
  sealed,
} from '../ledger/a-chain.ts';
import { storeInMemory } from '../ledger/store-in-memory.ts';
import { ledgerDesk } from './ledger-desk.ts';

/** A place where chains are kept, asked anew by every reader. */
interface Ledger {
  readonly store: () => LedgerStore;
  /** Until everything that was written can be read. */
  readonly settle: () => void;
}

const inUse: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of inUse.splice(0)) await close();
});

async function overHubSpot(assumptions = TODAY): Promise<Ledger> {
  const { store, close, hubspot } = await ledgerDesk({ assumptions });
  inUse.push(close);
  return { store, settle: () => hubspot.clock.advance(60_000) };
}

function inMemory(): Promise<Ledger> {
  const { store } = storeInMemory();
  return Promise.resolve({ store: () => store, settle: () => undefined });
}

/** Everything that HubSpot leaves open of custom objects. */
const OPEN = [
  'uniqueValuesUnderRace',
  'readsAfterWrite',
  'searchLagMs',
  'keysOfArchivedRecords',
  'createWithArchivedKey',
  'readByDoubledKey',
  'v3EnforcesRequiredProperties',
  'bareObjectNames',
  'ownAssociationCategory',
] as const satisfies readonly SwitchName[];

const LEDGERS: [string, () => Promise<Ledger>][] = [
  ['in memory', inMemory],
  ['over HubSpot', overHubSpot],
  ...OPEN.map((name): [string, () => Promise<Ledger>] => [
    `over HubSpot, ${name} the other way`,
    () => overHubSpot(otherwise(name)),
  ]),
];

const words = { staffName: 'Ito', address: 'alice@example.com', evidence: 'call 12\n“二”' };
const [first, second, third] = chainOf(
  sealed(intent(), words),
  sealed(outcome()),
  sealed(intent({ requestId: 'request-2' }), { evidence: 'ticket 9' }),
);
const forBob = chainOf(sealed(intent({ chain: BOB }), words))[0]!;

describe.each(LEDGERS)('a ledger %s', (_where, open) => {
  it('has nothing in a chain that was never begun', async () => {
    const { store } = await open();
    expect(await store().read(ALICE)).toEqual([]);
    expect(await store().at(ALICE, 0)).toEqual([]);
  });

  it('gives back every entry as it was given, with its personal fields, to whoever asks', async () => {
    const { store, settle } = await open();
    const writer = store();
    for (const entry of [first!, second!, third!]) {
      expect(await writer.append(entry)).toBe('accepted');
    }
    settle();
    expect(await store().read(ALICE)).toEqual([first, second, third]);
    expect(await writer.read(ALICE)).toEqual([first, second, third]);
    for (const [n, entry] of [first, second, third].entries()) {
      expect(await store().at(ALICE, n)).toEqual([entry]);
    }
    expect(await store().at(ALICE, 3)).toEqual([]);
  });

  it('keeps the chains of contacts apart', async () => {
    const { store, settle } = await open();
    await store().append(first!);
    await store().append(forBob);
    settle();
    expect(await store().read(ALICE)).toEqual([first]);
    expect(await store().read(BOB)).toEqual([forBob]);
    expect(await store().at(BOB, 0)).toEqual([forBob]);
  });

  it('gives a position once, whoever asks for it and how often', async () => {
    const { store, settle } = await open();
    const other = place(sealed(intent({ requestId: 'request-7' }), words), undefined);
    expect(await store().append(first!)).toBe('accepted');
    settle();
    const late = store();
    expect(await late.append(other)).toBe('taken');
    expect(await late.append(other)).toBe('taken');
    expect(await store().append(first!)).toBe('taken');
    settle();
    expect(await store().at(ALICE, 0)).toEqual([first]);
    expect(await store().read(ALICE)).toEqual([first]);
  });

  it('erases the fields it is told to, and no others', async () => {
    const { store, settle } = await open();
    for (const entry of [first!, second!, third!]) await store().append(entry);
    settle();
    await store().erase(first!, ['staffName', 'address', 'explanation']);
    settle();
    const left = withoutPersonal(first!, ['staffName', 'address']);
    expect(await store().read(ALICE)).toEqual([left, second, third]);
    await store().erase(first!, ['evidence']);
    await store().erase(second!, ['evidence']);
    await store().erase(third!, ['evidence']);
    settle();
    const bare = [first!, second!, third!].map((entry) => ({ ...entry, personal: {} }));
    expect(await store().read(ALICE)).toEqual(bare);
    expect(verify(await store().read(ALICE), { chain: ALICE, publicKeys: KEYS }).status).toBe(
      'verified',
    );
  });

  it('counts refusals beside their entry', async () => {
    const { store, settle } = await open();
    const entry = chainOf(sealed(refusal()))[0]!;
    await store().append(entry);
    settle();
    expect(await store().repeatsOf(entry)).toBe(0);
    const counting = store();
    await counting.countRepeat(entry);
    await counting.countRepeat(entry);
    settle();
    expect(await store().repeatsOf(entry)).toBe(2);
    expect(await store().read(ALICE)).toEqual([entry]);
  });

  it('takes whatever can be said in a personal field', async () => {
    const { store, settle } = await open();
    const evidence = ` "quoted", \\ back, \u0000 \u2028 \r\n 議事録 👩‍⚖️ ${'x'.repeat(4_000)} `;
    const entry = chainOf(sealed(intent(), { evidence, explanation: '' }))[0]!;
    await store().append(entry);
    settle();
    expect(await store().read(ALICE)).toEqual([entry]);
  });

  it('is a place to keep things in', async () => {
    const { store, settle } = await open();
    const world = () => ({
      store: store(),
      signer: KEY,
      now: () => Date.parse(AT),
      wait: () => {
        settle();
        return Promise.resolve();
      },
    });
    const asked = sealed(intent(), words);
    expect((await keep(asked, world())).kind).toBe('kept');
    settle();
    expect((await keep(sealed(outcome(), { staffName: 'Ito' }), world())).kind).toBe('kept');
    settle();
    expect((await keep(asked, world())).kind).toBe('same');
    const entries = await store().read(ALICE);
    expect(entries.map(({ personal }) => Object.keys(personal).length)).toEqual([3, 1]);
    expect(verify(entries, { chain: ALICE, publicKeys: KEYS })).toMatchObject({
      status: 'verified',
      head: headOf(entries[1]!),
    });
  });
});
