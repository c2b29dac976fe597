import type { PortalData } from '../entities.ts';
import type { Refusal } from '../refusals.ts';
import { readMoment, seenAt, type SeenRecord } from './as-of.ts';
import type { StoredRecord } from './data.ts';
import { definitionNamed } from './definitions.ts';
import { holdersAt, recordsOf, recordWithId } from './holders.ts';
import { isArchived } from './records.ts';
import { objectRefusals } from './refusals.ts';

/** The record that a call means, as reads show it now. An id property that is not unique is refused. */
export function readRecord(
  data: PortalData,
  typeId: string,
  id: string,
  idProperty: string | null,
  { now, archived = false }: { readonly now: number; readonly archived?: boolean },
): SeenRecord | undefined | Refusal {
  const moment = readMoment(data, now);
  if (idProperty === null || idProperty === 'hs_object_id') {
    const record = recordWithId(data, typeId, id);
    const seen = record === undefined ? undefined : seenAt(record, moment);
    return seen !== undefined && (seen.archivedAt !== undefined) === archived ? seen : undefined;
  }
  if (definitionNamed(data, typeId, idProperty)?.hasUniqueValue !== true) {
    return objectRefusals.notUnique(idProperty);
  }
  const found = holdersAt(data, typeId, idProperty, id, moment).filter(
    ({ archivedAt }) => (archivedAt !== undefined) === archived,
  );
  return data.assumptions.readByDoubledKey === 'oldest' ? found[0] : found.at(-1);
}

/** The record that a write means, by its unique value as it was at that moment: not as reads show it. */
export function recordToWrite(
  data: PortalData,
  typeId: string,
  id: string,
  idProperty: string | null,
  moment: number,
): StoredRecord | undefined | Refusal {
  if (idProperty === null || idProperty === 'hs_object_id') {
    const record = recordWithId(data, typeId, id);
    return record === undefined || isArchived(record) ? undefined : record;
  }
  if (definitionNamed(data, typeId, idProperty)?.hasUniqueValue !== true) {
    return objectRefusals.notUnique(idProperty);
  }
  const live = holdersAt(data, typeId, idProperty, id, moment).filter(
    ({ record }) => !isArchived(record),
  );
  return (data.assumptions.readByDoubledKey === 'oldest' ? live[0] : live.at(-1))?.record;
}

/** A page of a type's records in the order of their ids. */
export function pageOfRecords(
  data: PortalData,
  typeId: string,
  {
    now,
    archived,
    after,
    limit,
  }: {
    readonly now: number;
    readonly archived: boolean;
    readonly after: number;
    readonly limit: number;
  },
): { readonly page: SeenRecord[]; readonly next: string | undefined } {
  const moment = readMoment(data, now);
  const { ids } = recordsOf(data, typeId);
  const page: SeenRecord[] = [];
  for (let at = firstAfter(ids, after); at < ids.length; at += 1) {
    const record = recordWithId(data, typeId, ids[at] ?? '');
    const seen = record === undefined ? undefined : seenAt(record, moment);
    if (seen === undefined || (seen.archivedAt !== undefined) !== archived) continue;
    if (page.length === limit) return { page, next: page.at(-1)?.record.id };
    page.push(seen);
  }
  return { page, next: undefined };
}

function firstAfter(ids: readonly string[], after: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(ids[middle]) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
