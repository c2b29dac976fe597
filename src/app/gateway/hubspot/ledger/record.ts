import * as z from 'zod/mini';
import { keyOf, type Chain } from '../../../ledger/chain.ts';
import { sha256 } from '../../../ledger/digest.ts';
import { Entry } from '../../../ledger/entry.ts';
import {
  Personal,
  PERSONAL_FIELDS,
  personalState,
  type PersonalField,
} from '../../../ledger/personal.ts';
import { PERSONAL_PROPERTY } from '../definitions.ts';
import { Id } from '../read-answer.ts';

type Properties = Readonly<Record<string, string>>;

/** A record as HubSpot sent it. */
export const SentRecord = z.object({
  id: Id,
  createdAt: z.string(),
  properties: z.record(z.string(), z.nullish(z.string())),
});
export type SentRecord = z.infer<typeof SentRecord>;

/** A record of the ledger, understood. */
export type LedgerRecord = EntryRecord | PersonalRecord;

export interface EntryRecord {
  readonly kind: 'entry';
  readonly id: string;
  /** Without its personal fields. */
  readonly entry: Entry;
  readonly repeats: number;
}

export interface PersonalRecord {
  readonly kind: 'personal';
  readonly id: string;
  readonly statement: string;
  readonly personal: Personal;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** The properties that a record is read by. */
export const READ_PROPERTIES = [
  'key',
  'entry',
  'repeats',
  'statement',
  ...Object.values(PERSONAL_PROPERTY),
];

/** Names a sealed statement: entries that hold the same one, at whatever place, share their personal fields. */
export function statementOf({ seal }: Pick<Entry, 'seal'>): string {
  return sha256(Buffer.from(seal.signature, 'base64url'));
}

const KEY = /^(\d+):(\d+)(:personal(?::[0-9a-f]+:[01]+)?)?$/;

/** The place for personal fields that readers look at without knowing what is there. */
export function slotOf(chain: Chain, n: number): string {
  return `${keyOf(chain, n)}:personal`;
}

/** A place of a statement's own, for when the slot is taken; which fields are in it is part of the key. */
export function placeBeside(entry: Entry, fields: readonly PersonalField[]): string {
  const which = PERSONAL_FIELDS.map((field) => (fields.includes(field) ? '1' : '0')).join('');
  const slot = slotOf(entry.statement.chain, entry.n);
  return `${slot}:${statementOf(entry).slice(0, 32)}:${which}`;
}

export function entryProperties(entry: Entry): Properties {
  const { chain, kind } = entry.statement;
  return {
    key: keyOf(chain, entry.n),
    title: `${String(entry.n)}: ${kind}`,
    contact: chain.contact,
    position: String(entry.n),
    kind,
    kept_at: entry.keptAt,
    repeats: '0',
    statement: statementOf(entry),
    entry: JSON.stringify({ ...entry, personal: {} }),
  };
}

/** Names every field: where HubSpot brings a deleted record back for its key, nothing of that one stays. */
export function personalProperties(entry: Entry, personal: Personal, key: string): Properties {
  const { chain } = entry.statement;
  return {
    key,
    title: `${String(entry.n)}: personal fields`,
    contact: chain.contact,
    position: String(entry.n),
    kind: 'personal',
    kept_at: entry.keptAt,
    statement: statementOf(entry),
    ...Object.fromEntries(
      PERSONAL_FIELDS.map((field) => {
        const kept = personal[field];
        return [PERSONAL_PROPERTY[field], kept === undefined ? '' : JSON.stringify(kept)];
      }),
    ),
  };
}

/**
 * A record in our words; `not-ours` is another contact's, which HubSpot brings along when it merges contacts,
 * `malformed` one that stands in this chain's place and is not of the ledger's form.
 */
export function readRecord(
  sent: SentRecord,
  chain: Chain,
): LedgerRecord | 'not-ours' | 'malformed' {
  const { id, properties, createdAt } = sent;
  const key = properties['key'] ?? '';
  const [, contact, n, personalPart] = KEY.exec(key) ?? [];
  if (contact !== undefined && contact !== chain.contact) return 'not-ours';
  if (n === undefined) return 'malformed';
  if (personalPart === undefined) {
    const entry = Entry.safeParse(parsed(properties['entry'] ?? ''));
    const repeats = count(properties['repeats']);
    if (!entry.success || repeats === undefined) return 'malformed';
    const { statement } = entry.data;
    return keyOf(statement.chain, entry.data.n) === key
      ? { kind: 'entry', id, entry: entry.data, repeats }
      : 'malformed';
  }
  const statement = properties['statement'] ?? '';
  const personal = Personal.safeParse(personalIn(properties));
  const at = new Date(createdAt).getTime();
  if (!/^[0-9a-f]{64}$/.test(statement) || !personal.success || Number.isNaN(at))
    return 'malformed';
  return { kind: 'personal', id, statement, personal: personal.data, createdAt: at };
}

/** The entry with its personal fields: of several copies of one, that which is as it was recorded. */
export function withPersonal(entry: Entry, records: readonly PersonalRecord[]): Entry {
  const statement = statementOf(entry);
  const copies = records.filter((one) => one.statement === statement);
  const fields = PERSONAL_FIELDS.flatMap((field) => {
    const found = copies.filter(({ personal }) => personal[field] !== undefined);
    const best =
      found.find(
        ({ personal }) => personalState(field, entry.statement.commitments, personal) === 'matches',
      ) ?? found[0];
    return best === undefined ? [] : [[field, best.personal[field]] as const];
  });
  return { ...entry, personal: Object.fromEntries(fields) };
}

function personalIn(properties: SentRecord['properties']): unknown {
  return Object.fromEntries(
    PERSONAL_FIELDS.flatMap((field) => {
      const text = properties[PERSONAL_PROPERTY[field]] ?? '';
      return text === '' ? [] : [[field, parsed(text)]];
    }),
  );
}

function count(text: string | null | undefined): number | undefined {
  if (text === undefined || text === null || text === '') return 0;
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** `null` where it is no JSON, which nothing here accepts either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
