import type { PortalData } from '../entities.ts';
import { seenAt, uniquenessMoment, valueSeen, type SeenRecord } from './as-of.ts';
import type { RecordsOfType, StoredRecord } from './data.ts';

/** Who has a unique value, found without a look at every record. Values are compared as they are written. [guess: caseOfUniqueValues] */

export function recordsOf(data: PortalData, typeId: string): RecordsOfType {
  return (data.objects.records[typeId] ??= { ids: [], byId: {}, holders: {} });
}

export function recordWithId(
  data: PortalData,
  typeId: string,
  id: string,
): StoredRecord | undefined {
  const { byId } = recordsOf(data, typeId);
  return Object.hasOwn(byId, id) ? byId[id] : undefined;
}

/** Remembers that a record has the value; that it had it once stays known, since reads may be late. */
export function nowHeldBy(
  data: PortalData,
  { typeId, id }: StoredRecord,
  property: string,
  value: string,
): void {
  const byValue = (recordsOf(data, typeId).holders[property] ??= {});
  const known = byValue[`=${value}`] ?? [];
  if (!known.includes(id)) byValue[`=${value}`] = [...known, id];
}

/** As if these records had never been: their values are nobody's. */
export function forgetRecords(data: PortalData, typeId: string, gone: ReadonlySet<string>): void {
  if (gone.size === 0) return;
  const all = recordsOf(data, typeId);
  all.ids.splice(0, all.ids.length, ...all.ids.filter((id) => !gone.has(id)));
  for (const id of gone) delete all.byId[id];
  for (const byValue of Object.values(all.holders)) {
    for (const [value, ids] of Object.entries(byValue)) {
      const left = ids.filter((id) => !gone.has(id));
      if (left.length === 0) delete byValue[value];
      else byValue[value] = left;
    }
  }
}

/** All records that have the value at that moment, archived ones too, oldest first. */
export function holdersAt(
  data: PortalData,
  typeId: string,
  property: string,
  value: string,
  moment: number,
): SeenRecord[] {
  const { holders } = recordsOf(data, typeId);
  const byValue = Object.hasOwn(holders, property) ? holders[property] : undefined;
  return (byValue?.[`=${value}`] ?? []).flatMap((id) => {
    const record = recordWithId(data, typeId, id);
    const seen = record === undefined ? undefined : seenAt(record, moment);
    return seen !== undefined && valueSeen(seen, property) === value ? [seen] : [];
  });
}

/** The record whose having the value forbids it to `self`; undefined where nobody's does. */
export function otherHolder(
  data: PortalData,
  typeId: string,
  property: string,
  value: string,
  self: string | undefined,
  now: number,
): SeenRecord | undefined {
  const moment = uniquenessMoment(data, now);
  const archivedCount = data.assumptions.keysOfArchivedRecords === 'kept';
  return holdersAt(data, typeId, property, value, moment).find(
    ({ record, archivedAt }) => record.id !== self && (archivedCount || archivedAt === undefined),
  );
}
