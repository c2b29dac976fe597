import type { Chain } from './chain.ts';
import type { Entry } from './entry.ts';
import type { PersonalField } from './personal.ts';

/**
 * Where chains are kept. An implementation reads by key (`keyOf`), never by search, parses what it reads with
 * `Entry`, and throws `LedgerBroken`, `LedgerNotSetUp` or trouble of its own where it can't read. It need not be
 * reliable: whoever appends reads back.
 */
export interface LedgerStore {
  /** Asks beforehand for what an append will need, so that it takes less time then. Never throws. */
  prepare(): void;
  /**
   * Whether the portal has all that an append needs. That it has may have been seen a moment ago; that it lacks
   * something was seen now. Throws where that can't be told.
   */
  isSetUp(): Promise<boolean>;
  /** The chain from position 0 to the last that can be found, in order; of a fork, both branches. */
  read(chain: Chain): Promise<readonly Entry[]>;
  /** All that stands at one position: none, one, or several in a fork. */
  at(chain: Chain, n: number): Promise<readonly Entry[]>;
  /**
   * Creates one record. `accepted` and `taken` are HubSpot's words, `not-known` its silence (a timeout); all three
   * want a look at `at`. Throws where it is certain that nothing was written.
   */
  append(entry: Entry): Promise<'accepted' | 'taken' | 'not-known'>;
  /** Removes these personal fields, value and salt, from every copy of the entry, its history and its bin. */
  erase(entry: Entry, fields: readonly PersonalField[]): Promise<void>;
  /** One more refusal equal to this entry's. A plain number beside the entry, in no hash; it may lose counts. */
  countRepeat(entry: Entry): Promise<void>;
  repeatsOf(entry: Entry): Promise<number>;
}

/**
 * Records that stand in a chain's place and are not of the ledger's form: somebody changed them. They are never
 * skipped, so the chain can't be read as a whole one. What can be read of it is here for whoever has to look.
 */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
  constructor(
    /** The records' ids. */
    readonly malformed: readonly string[],
    readonly entries: readonly Entry[],
  ) {
    super(`not of the ledger's form: ${malformed.join(', ')}`);
  }
}

/** The portal has no place for the record: `setup-portal` was not run, or not to its end. */
export class LedgerNotSetUp extends Error {
  override readonly name = 'LedgerNotSetUp';
}
