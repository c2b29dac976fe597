import type { PortalData, Version } from '../entities.ts';
import { updatedAt, valueSeen, type SeenRecord } from './as-of.ts';
import { definitionNamed } from './definitions.ts';
import { linked, type End } from './links.ts';
import { fullName, objectTypeNamed } from './object-type.ts';

const ALWAYS = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];

/** A custom record (`SimplePublicObject` of HubSpot's OpenAPI files); a property never set is null. */
export function sentRecord(
  data: PortalData,
  seen: SeenRecord,
  asked: readonly string[],
  withHistory: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const { typeId, id, history } = seen.record;
  const isKnown = (name: string) => definitionNamed(data, typeId, name) !== undefined;
  const names = [...new Set([...ALWAYS, ...asked, ...withHistory])].filter(isKnown);
  return {
    id,
    properties: Object.fromEntries(names.map((name) => [name, valueSeen(seen, name) ?? null])),
    ...(withHistory.length === 0
      ? {}
      : {
          propertiesWithHistory: Object.fromEntries(
            withHistory
              .filter(isKnown)
              .map((name) => [name, sentVersions(history[name] ?? [], seen.moment)]),
          ),
        }),
    createdAt: iso(seen.createdAt),
    updatedAt: iso(updatedAt(seen)),
    archived: seen.archivedAt !== undefined,
    ...(seen.archivedAt === undefined ? {} : { archivedAt: iso(seen.archivedAt) }),
  };
}

/**
 * What stands under `associations` of a record: one list for each asked type that it is associated with, under
 * HubSpot's plural or full name. A name that is no type comes back as `unknown`, unless HubSpot ignores it
 * (see `associationsOfUnknownTypes`).
 */
export function sentAssociations(
  data: PortalData,
  from: End,
  asked: readonly string[],
): { readonly associations?: object; readonly unknown?: string } {
  const lists: [string, object][] = [];
  for (const name of asked) {
    const type = objectTypeNamed(data, name);
    const isIgnored = data.assumptions.associationsOfUnknownTypes === 'ignored';
    if (type.kind === 'unknown' && !isIgnored) return { unknown: name };
    if (type.kind === 'unknown' || type.kind === 'not-emulated') continue;
    const results = linked(data, from, type.typeId).flatMap(({ id, types }) =>
      types.map((one) => ({ id, type: one.label ?? one.name })),
    );
    const key = type.kind === 'custom' ? fullName(data, type.schema) : `${type.kind}s`;
    if (results.length > 0) lists.push([key, { results }]);
  }
  return lists.length === 0 ? {} : { associations: Object.fromEntries(lists) };
}

function sentVersions(versions: readonly Version[], moment: number): object[] {
  return versions
    .filter(({ at }) => at <= moment)
    .map(({ value, at, ...source }) => ({ value, timestamp: iso(at), ...source }))
    .reverse();
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
