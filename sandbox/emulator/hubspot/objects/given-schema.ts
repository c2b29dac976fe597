import type { PortalData } from '../entities.ts';
import type { Refusal } from '../refusals.ts';
import { CONTACT_TYPE, type StoredProperty, type StoredSchema } from './data.ts';
import { isTexts, textIn } from './given.ts';
import { newProperty } from './given-property.ts';
import { schemaNamed } from './object-type.ts';
import { objectRefusals } from './refusals.ts';

/** HubSpot's guide to custom objects. */
const MOST = { unique: 10, searchable: 20, secondary: 2 };

type Given = Readonly<Record<string, unknown>>;

export function propertiesIn(given: Given, group: string, now: number): StoredProperty[] | Refusal {
  const inputs: unknown = given['properties'];
  if (!Array.isArray(inputs)) return objectRefusals.bad('properties is not a list');
  const properties: StoredProperty[] = [];
  for (const input of inputs as unknown[]) {
    const made = newProperty(input, { group, now, isGroup: (name) => name === group });
    if ('status' in made) return made;
    if (properties.some(({ name }) => name === made.name))
      return objectRefusals.propertyExists(made.name);
    properties.push(made);
  }
  const unique = properties.filter(({ hasUniqueValue }) => hasUniqueValue);
  return unique.length > MOST.unique
    ? objectRefusals.tooMany('unique properties of an object', MOST.unique)
    : properties;
}

type Lists = Partial<
  Pick<StoredSchema, 'requiredProperties' | 'searchableProperties' | 'secondaryDisplayProperties'>
>;

/** Two secondary properties at most and none twice is a public integration's finding. */
export function listsIn(given: Given, isProperty: (name: string) => boolean): Lists | Refusal {
  const lists: Record<string, readonly string[]> = {};
  const most = {
    requiredProperties: Infinity,
    searchableProperties: MOST.searchable,
    secondaryDisplayProperties: MOST.secondary,
  };
  for (const [field, limit] of Object.entries(most)) {
    const names = given[field];
    if (names === undefined) continue;
    if (!isTexts(names) || new Set(names).size < names.length) {
      return objectRefusals.bad(`${field} is not a list of different names`);
    }
    if (names.length > limit) return objectRefusals.tooMany(field, limit);
    lists[field] = names;
  }
  const primary = textIn(given, 'primaryDisplayProperty');
  const named = [...Object.values(lists).flat(), ...(primary === undefined ? [] : [primary])];
  const unknown = named.find((name) => !isProperty(name));
  return unknown === undefined
    ? lists
    : objectRefusals.bad(`${unknown} is not a property of this object`);
}

export function endsIn(data: PortalData, given: unknown): string[] | Refusal {
  if (!isTexts(given)) return objectRefusals.bad('associatedObjects is not a list of names');
  const ends = given.map((name) => endNamed(data, name));
  const unknown = given[ends.indexOf(undefined)];
  return unknown === undefined
    ? ends.filter((end) => end !== undefined)
    : objectRefusals.unknownType(unknown);
}

export function labelsIn(given: Given): StoredSchema['labels'] {
  const labels = given['labels'];
  if (typeof labels !== 'object' || labels === null) return {};
  return { ...withText(labels as Given, 'singular'), ...withText(labels as Given, 'plural') };
}

export function withText<K extends string>(
  given: Given,
  field: K,
): { readonly [key in K]?: string } {
  const text = textIn(given, field);
  return text === undefined ? {} : ({ [field]: text } as { readonly [key in K]?: string });
}

/** Standard objects by name, custom ones by type id (HubSpot's guide); of the standard ones contacts only. */
export function endNamed(data: PortalData, name: string): string | undefined {
  if (/^(contacts?|0-1)$/i.test(name)) return CONTACT_TYPE;
  const schema = schemaNamed(data, name);
  return schema?.archivedAt === undefined ? schema?.typeId : undefined;
}
