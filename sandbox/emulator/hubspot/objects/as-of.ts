import type { PortalData, Version } from '../entities.ts';
import type { StoredRecord } from './data.ts';

/** A record as it stood at one moment. */
export interface SeenRecord {
  readonly record: StoredRecord;
  readonly createdAt: number;
  readonly archivedAt?: number;
  readonly moment: number;
}

/** The moment whose state reads show now; see `readsAfterWrite`. */
export function readMoment({ assumptions }: PortalData, now: number): number {
  return assumptions.readsAfterWrite === 'delayed' ? now - assumptions.readDelayMs : now;
}

/** The moment whose state a search shows now; never later than what reads show. */
export function searchMoment(data: PortalData, now: number): number {
  return Math.min(now - data.assumptions.searchLagMs, readMoment(data, now));
}

/** The moment whose state a write checks unique values against; see `uniqueValuesUnderRace`. */
export function uniquenessMoment({ assumptions }: PortalData, now: number): number {
  return assumptions.uniqueValuesUnderRace === 'racing' ? now - assumptions.raceWindowMs : now;
}

/** Absent where the record was not there yet. */
export function seenAt(record: StoredRecord, moment: number): SeenRecord | undefined {
  const [birth] = record.life;
  const state = record.life.findLast(({ at }) => at <= moment);
  if (birth === undefined || state === undefined) return undefined;
  const archived = state.archived ? { archivedAt: state.at } : {};
  return { record, createdAt: birth.at, ...archived, moment };
}

export function updatedAt({ record, createdAt, archivedAt, moment }: SeenRecord): number {
  const written = Object.values(record.history).map(
    (versions) => versionAt(versions, moment)?.at ?? createdAt,
  );
  return Math.max(createdAt, archivedAt ?? createdAt, ...written);
}

export function versionAt(
  versions: readonly Version[] | undefined,
  moment: number,
): Version | undefined {
  if (versions === undefined) return undefined;
  const last = versions.at(-1);
  return last !== undefined && last.at <= moment
    ? last
    : versions.findLast(({ at }) => at <= moment);
}

/** Properties that HubSpot itself keeps, and those that were written. */
export function valueSeen(seen: SeenRecord, name: string): string | undefined {
  switch (name) {
    case 'hs_object_id':
      return seen.record.id;
    case 'hs_createdate':
      return new Date(seen.createdAt).toISOString();
    case 'hs_lastmodifieddate':
      return new Date(updatedAt(seen)).toISOString();
    default:
      return versionAt(seen.record.history[name], seen.moment)?.value;
  }
}
