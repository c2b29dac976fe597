import { keyOf } from '../../src/app/ledger/chain.ts';
import { inOrder, isOf, withoutPersonal, type Entry } from '../../src/app/ledger/entry.ts';
import type { LedgerStore } from '../../src/app/ledger/store.ts';

/** What goes wrong with one append. Drawn by the test, one for each append in turn. */
export type Fault = 'none' | 'lost' | 'lost-unsaid' | 'kept-unsaid' | 'doubled' | 'late';
export type Pace = <T>(work: () => T) => Promise<T>;

/** A store as bad as HubSpot may be: it loses, doubles and delays, and may not keep keys unique under a race. */
export function storeInMemory({
  faults = [],
  keepsKeysUnique = true,
  pace = (work) => Promise.resolve(work()),
}: {
  readonly faults?: readonly Fault[];
  readonly keepsKeysUnique?: boolean;
  readonly pace?: Pace;
} = {}) {
  const records: { entry: Entry; isVisible: boolean }[] = [];
  const left = [...faults];
  const repeats = new Map<string, number>();
  const visible = () => records.filter(({ isVisible }) => isVisible).map(({ entry }) => entry);
  const store: LedgerStore = {
    prepare: () => undefined,
    isSetUp: () => Promise.resolve(true),
    read: (chain) => pace(() => inOrder(visible().filter((entry) => isOf(chain, entry)))),
    at: (chain, n) => pace(() => visible().filter((entry) => isOf(chain, entry) && entry.n === n)),
    append: async (entry) => {
      const fault = left.shift() ?? 'none';
      const key = keyIn(entry);
      const isInUse = () => records.some((one) => keyIn(one.entry) === key);
      const wasTaken = await pace(isInUse);
      return pace(() => {
        if (keepsKeysUnique ? isInUse() : wasTaken) return 'taken';
        if (fault === 'lost') return 'accepted';
        if (fault === 'lost-unsaid') return 'not-known';
        records.push({ entry, isVisible: fault !== 'late' });
        if (fault === 'doubled') records.push({ entry, isVisible: true });
        return fault === 'kept-unsaid' ? 'not-known' : 'accepted';
      });
    },
    erase: (entry, fields) =>
      pace(() => {
        for (const one of records.filter(({ entry: { hash } }) => hash === entry.hash)) {
          one.entry = withoutPersonal(one.entry, fields);
        }
      }),
    countRepeat: ({ hash }) => pace(() => void repeats.set(hash, (repeats.get(hash) ?? 0) + 1)),
    repeatsOf: ({ hash }) => pace(() => repeats.get(hash) ?? 0),
  };
  return { store, all: () => inOrder(records.map(({ entry }) => entry)) };
}

function keyIn({ statement, n }: Entry): string {
  return keyOf(statement.chain, n);
}
