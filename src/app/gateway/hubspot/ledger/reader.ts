import { keyOf, type Chain } from '../../../ledger/chain.ts';
import { inOrder, type Entry } from '../../../ledger/entry.ts';
import { LedgerBroken } from '../../../ledger/store.ts';
import {
  readRecord,
  slotOf,
  withPersonal,
  type EntryRecord,
  type LedgerRecord,
  type PersonalRecord,
} from './record.ts';
import { MOST_READ, type Records } from './records.ts';

/** Each position has two keys, its entry's and its personal fields'. */
const POSITIONS = MOST_READ / 2;

interface Found {
  readonly records: readonly LedgerRecord[];
  /** Ids of records of this chain that are not of the ledger's form. */
  readonly malformed: readonly string[];
}

/** A chain as it was found: its entries with their personal fields, in order, and the records of those. */
interface FoundChain {
  readonly entries: readonly Entry[];
  readonly personal: readonly PersonalRecord[];
}

/**
 * Reads chains, and remembers what stands where: later looks at one position read only what may be new there.
 * Throws `LedgerBroken` where a record of the chain is malformed, and `HubSpotTrouble`.
 */
export class LedgerReader {
  private readonly known = new Map<string, LedgerRecord>();
  /** Records that a contact has of other chains, which HubSpot brings along when it merges contacts. */
  private readonly others = new Map<string, Set<string>>();
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** Everything of a chain, by key and by association; what the keys did not lead to is read by id. */
  async everything(chain: Chain): Promise<FoundChain> {
    const [byKey, listed] = await Promise.all([
      this.fromTheStart(chain),
      this.records.ofContact(chain.contact),
    ]);
    const hidden = await this.read('id', this.without(listed, byKey, chain), chain);
    return joined([byKey, hidden]);
  }

  /** Everything at one position. `own` are ids that stand there for certain, whether the list has them or not. */
  async at(chain: Chain, n: number, own: readonly string[]): Promise<readonly Entry[]> {
    const [byKey, listed] = await Promise.all([
      this.read('key', [keyOf(chain, n), slotOf(chain, n)], chain),
      this.records.ofContact(chain.contact),
    ]);
    const maybe = this.without([...listed, ...own], byKey, chain).filter(
      (id) => !this.isElsewhere(id, n),
    );
    const hidden = await this.read('id', maybe, chain);
    const { entries } = joined([byKey, hidden, { records: this.personal(), malformed: [] }]);
    return entries.filter((entry) => entry.n === n);
  }

  /** The record of an entry, if this reader has come across it. */
  recordOf({ hash }: Entry): EntryRecord | undefined {
    return [...this.known.values()].find(
      (one): one is EntryRecord => one.kind === 'entry' && one.entry.hash === hash,
    );
  }

  isNow(record: LedgerRecord): void {
    this.known.set(record.id, record);
  }

  isGone(id: string): void {
    this.known.delete(id);
  }

  private async fromTheStart(chain: Chain): Promise<Found> {
    const parts: Found[] = [];
    for (let from = 0; ; from += POSITIONS) {
      const places = Array.from({ length: POSITIONS }, (_, n) => from + n);
      const keys = places.flatMap((n) => [keyOf(chain, n), slotOf(chain, n)]);
      const part = await this.read('key', keys, chain);
      parts.push(part);
      const last = from + POSITIONS - 1;
      if (!part.records.some((one) => one.kind === 'entry' && one.entry.n === last)) {
        return {
          records: parts.flatMap(({ records }) => records),
          malformed: parts.flatMap(({ malformed }) => malformed),
        };
      }
    }
  }

  private async read(by: 'key' | 'id', names: readonly string[], chain: Chain): Promise<Found> {
    const records: LedgerRecord[] = [];
    const malformed: string[] = [];
    for (const sent of names.length === 0 ? [] : await this.records.read(by, names)) {
      const record = readRecord(sent, chain);
      if (record === 'malformed') malformed.push(sent.id);
      else if (record === 'not-ours') this.othersOf(chain).add(sent.id);
      else {
        records.push(record);
        this.isNow(record);
      }
    }
    return { records, malformed };
  }

  private without(ids: readonly string[], { records, malformed }: Found, chain: Chain): string[] {
    const read = new Set([...records.map(({ id }) => id), ...malformed, ...this.othersOf(chain)]);
    return [...new Set(ids)].filter((id) => !read.has(id));
  }

  private othersOf({ contact }: Chain): Set<string> {
    const known = this.others.get(contact) ?? new Set();
    this.others.set(contact, known);
    return known;
  }

  private isElsewhere(id: string, n: number): boolean {
    const record = this.known.get(id);
    return record !== undefined && (record.kind === 'personal' || record.entry.n !== n);
  }

  private personal(): PersonalRecord[] {
    return [...this.known.values()].filter((one) => one.kind === 'personal');
  }
}

function joined(parts: readonly Found[]): FoundChain {
  const records = parts.flatMap((part) => part.records);
  const malformed = parts.flatMap((part) => part.malformed);
  const personal = records.filter((one) => one.kind === 'personal');
  const entries = inOrder(
    records.flatMap((one) => (one.kind === 'entry' ? [withPersonal(one.entry, personal)] : [])),
  );
  if (malformed.length > 0) throw new LedgerBroken(malformed, entries);
  return { entries, personal };
}
