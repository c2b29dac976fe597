import { keyOf } from '../../../ledger/chain.ts';
import { withoutPersonal, type Entry } from '../../../ledger/entry.ts';
import { LedgerNotSetUp, type LedgerStore } from '../../../ledger/store.ts';
import { HubSpotTrouble } from '../../trouble.ts';
import type { HubSpotClient } from '../client.ts';
import { LedgerReader } from './reader.ts';
import { statementOf, withPersonal, type EntryRecord } from './record.ts';
import { recordsIn } from './records.ts';
import { LedgerSchema, type SeenWhole } from './schema.ts';
import { LedgerWriter } from './writer.ts';

/** Personal fields whose entry never came are a try that broke off. No try takes as long as this. */
const ABANDONED_MS = 3_600_000;

/**
 * The ledger as records of a custom object (docs/ledger.md, "Where it is kept"): one for each entry, and one for its
 * personal fields, made first, so that no entry is ever without them and they can be deleted without it.
 *
 * A read is two calls at once: the keys of 50 positions, and the list of records that are associated with the contact.
 * Records in the list that no key led to are then read by id, so that a second record with the same key is found
 * by every reader. An append is three calls at most, the first of which is made once for each store. A store serves
 * one question: it remembers what it has read and made.
 *
 * Throws `LedgerNotSetUp`, `LedgerBroken` and `HubSpotTrouble`.
 */
export function hubSpotLedger(
  hubspot: HubSpotClient,
  now: () => number = Date.now,
  seenWhole?: SeenWhole,
): LedgerStore {
  const records = recordsIn(hubspot);
  const schema = new LedgerSchema(hubspot, now, seenWhole);
  const reader = new LedgerReader(records);
  const writer = new LedgerWriter(schema, records);

  const at: LedgerStore['at'] = (chain, n) =>
    orNotSetUp(schema, () => reader.at(chain, n, writer.madeAt(keyOf(chain, n))));

  const recordOf = async (entry: Entry): Promise<EntryRecord | undefined> => {
    if (reader.recordOf(entry) === undefined) await at(entry.statement.chain, entry.n);
    return reader.recordOf(entry);
  };

  return {
    at,
    prepare: () => {
      writer.prepare();
    },
    isSetUp: () => schema.isWhole(),
    async read(chain) {
      const { entries } = await orNotSetUp(schema, () => reader.everything(chain));
      return entries;
    },
    append: (entry) => orNotSetUp(schema, () => writer.append(entry)),
    erase: (entry, fields) =>
      orNotSetUp(schema, async () => {
        const { entries, personal } = await reader.everything(entry.statement.chain);
        const own = personal.filter(({ statement }) => statement === statementOf(entry));
        const copies = own.filter((one) => fields.some((field) => one.personal[field]));
        const left = withoutPersonal(withPersonal(entry, own), fields);
        if (copies.length > 0 && Object.keys(left.personal).length > 0) {
          await writer.keepTheRest(left);
        }
        const statements = new Set(entries.map(statementOf));
        const abandoned = personal.filter(
          ({ statement, createdAt }) =>
            !statements.has(statement) && now() - createdAt > ABANDONED_MS,
        );
        for (const { id } of [...copies, ...abandoned]) {
          await records.remove(id);
          reader.isGone(id);
        }
      }),
    async countRepeat(entry) {
      const record = await recordOf(entry);
      if (record === undefined) return;
      const repeats = record.repeats + 1;
      await records.change(record.id, { repeats: String(repeats) });
      reader.isNow({ ...record, repeats });
    },
    repeatsOf: async (entry) => (await recordOf(entry))?.repeats ?? 0,
  };
}

/** HubSpot's refusals don't say that the object is missing or lacks something; one look at it does. */
async function orNotSetUp<T>(schema: LedgerSchema, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isRefused =
      error instanceof HubSpotTrouble &&
      (error.code === 'rejected-by-hubspot' || error.code === 'record-not-found');
    if (isRefused && (await schema.isLacking())) throw new LedgerNotSetUp();
    throw error;
  }
}
