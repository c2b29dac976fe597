import type { PortalData } from '../entities.ts';
import type { Refusal } from '../refusals.ts';
import type { StoredProperty } from './data.ts';
import { definitionNamed, definitionsOf, firstGroupOf } from './definitions.ts';
import { changesIn, newProperty, troubleIn } from './given-property.ts';
import { objectRefusals } from './refusals.ts';

type Given = Readonly<Record<string, unknown>>;

const MOST_UNIQUE = 10;

/**
 * A create of an archived property's name brings that one back with the definition of the request; of a live
 * one it is refused with 409 (both seen in a public integration's live runs). Its values come back too.
 */
export function createProperty(
  data: PortalData,
  typeId: string,
  given: unknown,
  now: number,
): StoredProperty | Refusal {
  const made = newProperty(given, { now, isGroup: (name) => isGroup(data, typeId, name) });
  if ('status' in made) return made;
  if (definitionNamed(data, typeId, made.name) !== undefined) {
    return objectRefusals.propertyExists(made.name);
  }
  const unique = definitionsOf(data, typeId).filter(
    ({ hasUniqueValue, hubspotDefined }) => hasUniqueValue && !hubspotDefined,
  );
  if (made.hasUniqueValue && unique.length >= MOST_UNIQUE) {
    return objectRefusals.tooMany('unique properties of an object', MOST_UNIQUE);
  }
  const stored = (data.objects.properties[typeId] ??= {});
  const before = stored[made.name];
  return (stored[made.name] = { ...made, createdAt: before?.createdAt ?? now });
}

/** What is left out stays; options given replace all; whether values are unique never changes (live runs as above). */
export function changeProperty(
  data: PortalData,
  typeId: string,
  name: string,
  given: Given,
  now: number,
): StoredProperty | Refusal | undefined {
  const definition = definitionNamed(data, typeId, name);
  if (definition === undefined) return undefined;
  const stored = data.objects.properties[typeId]?.[name];
  if (stored === undefined || definition.hubspotDefined) {
    return objectRefusals.bad(`The definition of ${name} can't be changed`);
  }
  const changed: StoredProperty = { ...stored, ...changesIn(given, now) };
  const trouble = troubleIn(changed, given, (group) => isGroup(data, typeId, group));
  if (trouble !== undefined) return trouble;
  return ((data.objects.properties[typeId] ??= {})[name] = changed);
}

/** Not HubSpot's own, and not what the object's schema needs (status and subcategory as in the live runs). */
export function archiveProperty(
  data: PortalData,
  typeId: string,
  name: string,
  now: number,
): Refusal | 'done' | undefined {
  const definition = definitionNamed(data, typeId, name);
  if (definition === undefined) return undefined;
  const stored = data.objects.properties[typeId];
  const before = stored?.[name];
  if (stored === undefined || before === undefined || definition.hubspotDefined) {
    return objectRefusals.bad(`${name} can't be archived`);
  }
  const schema = data.objects.schemas[typeId];
  const inUse = [...(schema?.requiredProperties ?? []), schema?.primaryDisplayProperty].includes(
    name,
  );
  if (inUse) {
    return objectRefusals.bad(
      `Property: ${name} of object type ${typeId} is currently used in 1 places and cannot be deleted`,
      'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
    );
  }
  stored[name] = { ...before, archivedAt: now, updatedAt: now };
  return 'done';
}

function isGroup(data: PortalData, typeId: string, name: string): boolean {
  const groups = data.objects.groups[typeId] ?? {};
  const found = Object.hasOwn(groups, name) ? groups[name] : undefined;
  return found === undefined ? name === firstGroupOf(data, typeId) : !found.archived;
}
