import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchesOf } from '../../src/app/ledger/branches.ts';
import { withoutPersonal, type Entry } from '../../src/app/ledger/entry.ts';
import { keep, type Kept } from '../../src/app/ledger/keep.ts';
import type { Sealed } from '../../src/app/ledger/sealed.ts';
import type { LedgerStore } from '../../src/app/ledger/store.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { lawRuns } from '../law-runs.ts';
import { ALICE, AT, chainOf, intent, KEY, KEYS, LONG, outcome, sealed } from './a-chain.ts';
import { storeInMemory, type Fault, type Pace } from './store-in-memory.ts';

function keepIn(store: LedgerStore, one: Sealed): Promise<Kept> {
  return keep(one, {
    store,
    signer: KEY,
    now: () => Date.parse(AT),
    wait: () => Promise.resolve(),
  });
}

const asked = sealed(intent());

describe('keeping an entry', () => {
  it.each<[string, readonly Fault[], string, number]>([
    ['nothing goes wrong', [], 'kept', 1],
    ['HubSpot keeps it and says nothing', ['kept-unsaid'], 'kept', 1],
    ['HubSpot says it kept it, and lost it', ['lost'], 'kept', 1],
    ['it is lost without a word', ['lost-unsaid'], 'kept', 1],
    ['it is kept twice', ['doubled'], 'kept', 1],
    ['it is lost each time', ['lost', 'lost', 'lost'], 'not-known', 0],
    ['it does not show in time', ['late'], 'not-known', 1],
  ])('when %s', async (_what, faults, kind, count) => {
    const { store, all } = storeInMemory({ faults });
    expect((await keepIn(store, asked)).kind).toBe(kind);
    expect(all()).toHaveLength(count);
    expect(verify(all(), { chain: ALICE, publicKeys: KEYS }).status).toBe('verified');
  });

  it('a second time changes nothing', async () => {
    const { store, all } = storeInMemory();
    await keepIn(store, asked);
    expect(await keepIn(store, sealed(intent({ at: '2026-11-24T09:00:09.000Z' })))).toEqual({
      kind: 'same',
      entry: all()[0],
    });
    expect((await keepIn(store, sealed(intent({ change: 'cleared' })))).kind).toBe('conflicting');
    expect(all()).toHaveLength(1);
  });

  it('takes the next place where another was faster and the list of entries does not show it yet', async () => {
    const { store, all } = storeInMemory();
    await keepIn(store, asked);
    const behind: LedgerStore = { ...store, read: () => Promise.resolve([]) };
    expect((await keepIn(behind, sealed(intent({ at: '2026-11-24T09:00:09.000Z' })))).kind).toBe(
      'same',
    );
    expect(await keepIn(behind, sealed(intent({ requestId: 'request-2' })))).toMatchObject({
      kind: 'kept',
      entry: { n: 1 },
    });
    expect(verify(all(), { chain: ALICE, publicKeys: KEYS })).toMatchObject({ entries: 2 });
  });

  it('says when the chain is forked', async () => {
    const { store } = storeInMemory({ keepsKeysUnique: false });
    const [one, other] = await Promise.all([
      keepIn(store, asked),
      keepIn(store, sealed(intent({ requestId: 'request-2' }))),
    ]);
    expect([one.kind, other.kind]).toEqual(['kept', 'kept']);
    expect(await keepIn(store, sealed(outcome()))).toMatchObject({ kind: 'kept', isForked: true });
  });

  const anyFaults = fc.array(
    fc.constantFrom<Fault>('none', 'none', 'lost', 'lost-unsaid', 'kept-unsaid', 'doubled', 'late'),
    { maxLength: 6 },
  );
  /** Three people and a repeated call at once, in an order drawn from the seed. */
  const all = [
    asked,
    sealed(intent({ at: '2026-11-24T09:00:01.000Z' })),
    sealed(intent({ requestId: 'request-2' })),
    sealed(intent({ requestId: 'request-3' })),
  ];

  it.each([
    ['keys are kept unique', true],
    ['keys are not unique under a race', false],
  ])(
    'whoever is told "kept" is in the chain, and the chain is true, when %s',
    LONG,
    async (_what, keepsKeysUnique) => {
      let forks = 0;
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), anyFaults, async (scheduler, faults) => {
          const pace: Pace = (work) => scheduler.schedule(Promise.resolve()).then(work);
          const world = storeInMemory({ faults, keepsKeysUnique, pace });
          const running = Promise.all(all.map((one) => keepIn(world.store, one)));
          const answers = await scheduler.waitFor(running);
          const truth = world.all();
          for (const [i, answer] of answers.entries()) {
            if (answer.kind === 'not-known') continue;
            const { requestId } = all[i]!.statement;
            expect(truth.map(({ statement }) => statement.requestId)).toContain(requestId);
          }
          const result = verify(truth, { chain: ALICE, publicKeys: KEYS });
          if (result.status === 'broken') {
            forks += 1;
            expect(keepsKeysUnique).toBe(false);
            expect(new Set(result.problems.map(({ code }) => code))).toEqual(new Set(['fork']));
            expect(branchesOf(truth).ends.length).toBeGreaterThan(1);
          } else {
            const ids = truth.map(({ statement }) => statement.requestId);
            expect(new Set(ids).size).toBe(ids.length);
          }
        }),
        lawRuns(1_000),
      );
      expect(forks > 0).toBe(!keepsKeysUnique);
    },
  );
});

describe('a store', () => {
  it('erases every copy, and counts what is folded', async () => {
    const { store, all } = storeInMemory({ faults: ['doubled'] });
    const [entry] = chainOf(sealed(intent(), { address: 'a@example.com', explanation: 'x' })) as [
      Entry,
    ];
    await store.append(entry);
    await store.erase(entry, ['address']);
    expect(all()).toEqual([withoutPersonal(entry, ['address'])]);
    await store.countRepeat(entry);
    await store.countRepeat(entry);
    expect(await store.repeatsOf(entry)).toBe(2);
  });
});
