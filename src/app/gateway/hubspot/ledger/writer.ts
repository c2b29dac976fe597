import { keyOf, type Chain } from '../../../ledger/chain.ts';
import type { Entry } from '../../../ledger/entry.ts';
import { PERSONAL_FIELDS } from '../../../ledger/personal.ts';
import { LedgerNotSetUp } from '../../../ledger/store.ts';
import { HubSpotTrouble } from '../../trouble.ts';
import { entryProperties, personalProperties, placeBeside, slotOf, statementOf } from './record.ts';
import type { Records, Written } from './records.ts';
import type { LedgerSchema } from './schema.ts';

/**
 * Writes entries, an entry's personal fields before the entry. Throws `LedgerNotSetUp`, and `HubSpotTrouble`
 * where nothing was written.
 */
export class LedgerWriter {
  /** Ids of the records that this writer made, by key. */
  private readonly made = new Map<string, string[]>();
  /** Statements whose personal fields are down. */
  private readonly kept = new Set<string>();
  /** Slots for personal fields that were in use, or may be. */
  private readonly used = new Set<string>();
  private readonly schema: LedgerSchema;
  private readonly records: Records;

  constructor(schema: LedgerSchema, records: Records) {
    this.schema = schema;
    this.records = records;
  }

  /** Asks for what an append needs besides the entry. */
  prepare(): void {
    this.schema.look().catch(() => undefined);
  }

  /**
   * Where the slot for personal fields is taken, somebody else is at this position, or was and broke off: that is
   * `taken` the first time, and the next try goes past it.
   */
  async append(entry: Entry): Promise<Written['kind']> {
    const { chain } = entry.statement;
    const personal = await this.putPersonal(entry);
    if (personal !== 'accepted') return personal;
    const put = (isLinked: boolean) =>
      this.put(keyOf(chain, entry.n), entryProperties(entry), chain, isLinked);
    try {
      return await put(true);
    } catch (error) {
      // A contact that is gone from HubSpot can still be erased here; nothing else is said of it any more.
      if (entry.statement.kind !== 'erasure' || !isContactGone(error)) throw error;
      return put(false);
    }
  }

  /** Puts down the fields that an erasure leaves, before the record with all of them goes. */
  async keepTheRest(left: Entry): Promise<void> {
    const kind = await this.putBeside(left);
    if (kind === 'not-known') {
      throw new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });
    }
  }

  madeAt(key: string): readonly string[] {
    return this.made.get(key) ?? [];
  }

  private async putPersonal(entry: Entry): Promise<Written['kind']> {
    const { statement, personal, n } = entry;
    const name = statementOf(entry);
    if (Object.keys(personal).length === 0 || this.kept.has(name)) return 'accepted';
    const slot = slotOf(statement.chain, n);
    if (this.used.has(slot)) {
      const beside = await this.putBeside(entry);
      if (beside !== 'not-known') this.kept.add(name);
      return beside === 'taken' ? 'accepted' : beside;
    }
    const kind = await this.put(slot, personalProperties(entry, personal, slot), statement.chain);
    if (kind === 'accepted') this.kept.add(name);
    else this.used.add(slot);
    return kind;
  }

  /** `taken`: it is there already, since the place is this statement's own. */
  private putBeside(entry: Entry): Promise<Written['kind']> {
    const { statement, personal } = entry;
    const key = placeBeside(
      entry,
      PERSONAL_FIELDS.filter((field) => personal[field] !== undefined),
    );
    return this.put(key, personalProperties(entry, personal, key), statement.chain);
  }

  private async put(
    key: string,
    properties: Readonly<Record<string, string>>,
    { contact: id }: Chain,
    isLinked = true,
  ): Promise<Written['kind']> {
    const associationTypeId = await this.linkToContact();
    const written = await this.records.create(
      properties,
      ...(isLinked ? [{ id, associationTypeId }] : []),
    );
    if (written.kind === 'accepted') this.made.set(key, [...this.madeAt(key), written.id]);
    return written.kind;
  }

  /** HubSpot's id for "this record is of that contact" differs from portal to portal. */
  private async linkToContact(): Promise<number> {
    const { state, associationTypeId } = await this.schema.look();
    if (state !== 'there' || associationTypeId === undefined) throw new LedgerNotSetUp();
    return associationTypeId;
  }
}

/** HubSpot does not say which of the two it did not find; that the object is there was looked up before. */
function isContactGone(error: unknown): boolean {
  return error instanceof HubSpotTrouble && error.code === 'record-not-found';
}
