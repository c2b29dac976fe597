import type { PortalData, Source } from '../entities.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { TASK_TYPE, type StoredRecord, type StoredSchema } from './data.ts';
import { definitionNamed } from './definitions.ts';
import { holdersAt, nowHeldBy, otherHolder, recordsOf } from './holders.ts';
import { objectRefusals } from './refusals.ts';
import { isOwnerId } from './tasks.ts';
import { valueFor } from './values.ts';

const OWNER = 'hubspot_owner_id';

/** Values as they will be stored. */
type Values = ReadonlyMap<string, string>;

interface Writing {
  readonly now: number;
  /** Dated versions enforce admins' rules, older ones may not (see `v3EnforcesRequiredProperties`). */
  readonly isDated: boolean;
  /** The record that is written to; absent where one is made. */
  readonly to?: StoredRecord;
}

/** All or nothing: the first value that can't be written refuses the rest too. */
export function readValues(
  data: PortalData,
  schema: StoredSchema,
  given: Readonly<Record<string, unknown>>,
  writing: Writing,
): { readonly values: Values } | { readonly refusal: Refusal } {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const definition = definitionNamed(data, schema.typeId, name);
    if (definition === undefined) return { refusal: refusals.noSuchProperty(name) };
    if (definition.isReadOnly) return { refusal: refusals.readOnly(name) };
    const before = writing.to?.history[name]?.at(-1)?.value;
    const read = valueFor(definition, value, before);
    if ('refusal' in read) return read;
    if (
      schema.typeId === TASK_TYPE &&
      name === OWNER &&
      read.text !== '' &&
      !isOwnerId(read.text)
    ) {
      return {
        refusal: objectRefusals.badValue(
          name,
          'INVALID_OWNER_ID',
          `Owner ${read.text} does not exist`,
        ),
      };
    }
    if (definition.hasUniqueValue && read.text !== '') {
      const { to, now } = writing;
      const other = otherHolder(data, schema.typeId, name, read.text, to?.id, now);
      if (other !== undefined) return { refusal: objectRefusals.valueTaken(name, other.record.id) };
    }
    values.set(name, read.text);
  }
  const refusal = requiredTrouble(data, schema, values, writing);
  return refusal === undefined ? { values } : { refusal };
}

function requiredTrouble(
  data: PortalData,
  { name, requiredProperties }: StoredSchema,
  values: Values,
  { to, isDated }: Writing,
): Refusal | undefined {
  if (!isDated && !data.assumptions.v3EnforcesRequiredProperties) return undefined;
  if (to === undefined) {
    const missing = requiredProperties.filter((one) => (values.get(one) ?? '') === '');
    return missing.length === 0 ? undefined : objectRefusals.requiredMissing(name, missing);
  }
  const cleared = requiredProperties.find((one) => values.get(one) === '');
  return cleared === undefined ? undefined : objectRefusals.requiredCleared(cleared);
}

/** Makes a record, or brings an archived one with the same unique value back (see `createWithArchivedKey`). */
export function createRecord(
  data: PortalData,
  schema: StoredSchema,
  values: Values,
  source: Source,
  now: number,
): StoredRecord {
  const back = archivedHolder(data, schema, values, now);
  if (back !== undefined) {
    back.life.push({ at: now, archived: false });
    write(data, back, values, source, now);
    return back;
  }
  data.objects.last.record += 1;
  const id = String(data.objects.last.record);
  const life = [{ at: now, archived: false }];
  const record: StoredRecord = { id, typeId: schema.typeId, life, history: {} };
  const all = recordsOf(data, schema.typeId);
  all.ids.push(id);
  all.byId[id] = record;
  write(data, record, values, source, now);
  return record;
}

/** Each write is a version, even one that changes nothing visible. */
export function write(
  data: PortalData,
  record: StoredRecord,
  values: Values,
  source: Source,
  now: number,
): void {
  for (const [name, value] of values) {
    (record.history[name] ??= []).push({ value, at: now, ...source });
    const isUnique = definitionNamed(data, record.typeId, name)?.hasUniqueValue ?? false;
    if (isUnique && value !== '') nowHeldBy(data, record, name, value);
  }
}

export function archiveRecord(record: StoredRecord, now: number): void {
  if (!isArchived(record)) record.life.push({ at: now, archived: true });
}

export function isArchived({ life }: StoredRecord): boolean {
  return life.at(-1)?.archived ?? false;
}

function archivedHolder(
  data: PortalData,
  { typeId }: StoredSchema,
  values: Values,
  now: number,
): StoredRecord | undefined {
  if (data.assumptions.createWithArchivedKey === 'new-record') return undefined;
  for (const [name, value] of values) {
    if (definitionNamed(data, typeId, name)?.hasUniqueValue !== true) continue;
    const found = holdersAt(data, typeId, name, value, now).find(
      ({ archivedAt }) => archivedAt !== undefined,
    );
    if (found !== undefined) return found.record;
  }
  return undefined;
}
