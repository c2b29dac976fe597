import type { PortalData } from '../entities.ts';
import type { Refusal } from '../refusals.ts';
import { CONTACT_TYPE, type StoredProperty, type StoredSchema } from './data.ts';
import { definitionNamed } from './definitions.ts';
import { recordsOf } from './holders.ts';
import { addAssociationType } from './links.ts';
import { schemaNamed } from './object-type.ts';
import { newProperty } from './property-changes.ts';
import { isArchived } from './records.ts';
import { objectRefusals } from './refusals.ts';
import { isTexts, textIn } from './given.ts';

/** HubSpot's guide to custom objects; how many schemas is the catalogue's base number, not a page of the API. */
const MOST = { schemas: 10, unique: 10, searchable: 20, secondary: 2 };
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

type Given = Readonly<Record<string, unknown>>;

/** What the OpenAPI files call required of a new schema, by version. */
const REQUIRED = {
  v3: ['labels', 'name', 'properties', 'requiredProperties', 'associatedObjects'],
  dated: ['allowsSensitiveProperties', 'searchableProperties', 'secondaryDisplayProperties'],
};

export function createSchema(
  data: PortalData,
  given: Given,
  { now, isDated }: { readonly now: number; readonly isDated: boolean },
): StoredSchema | Refusal {
  const wanted = [...REQUIRED.v3, ...(isDated ? REQUIRED.dated : [])];
  const missing = wanted.filter((field) => given[field] === undefined);
  if (missing.length > 0) return objectRefusals.fieldsMissing(missing);
  const name = textIn(given, 'name') ?? '';
  if (!NAME.test(name)) {
    return objectRefusals.bad(
      `${name} is not a valid name: letters, numbers and underscores, a letter first`,
    );
  }
  if (isNameTaken(data, name)) return objectRefusals.exists('An object', name);
  if (Object.keys(data.objects.schemas).length >= MOST.schemas) {
    return objectRefusals.tooMany('custom objects', MOST.schemas);
  }
  const { last, portalId } = data.objects;
  const typeId = `2-${String(portalId * 1000 + last.type + 1)}`;
  const group = `${name}_information`;
  const properties = propertiesIn(given, group, now);
  if (!Array.isArray(properties)) return properties;
  const lists = listsIn(given, (one) => properties.some((property) => property.name === one));
  if ('status' in lists) return lists;
  const ends = endsIn(data, given['associatedObjects']);
  if (!Array.isArray(ends)) return ends;
  last.type += 1;
  const schema: StoredSchema = {
    typeId,
    name,
    labels: labelsIn(given),
    ...withText(given, 'description'),
    ...withText(given, 'primaryDisplayProperty'),
    requiredProperties: [],
    searchableProperties: [],
    secondaryDisplayProperties: [],
    ...lists,
    allowsSensitiveProperties: given['allowsSensitiveProperties'] === true,
    createdAt: now,
    updatedAt: now,
  };
  data.objects.schemas[typeId] = schema;
  data.objects.properties[typeId] = Object.fromEntries(properties.map((one) => [one.name, one]));
  data.objects.groups[typeId] = {
    [group]: { name: group, label: `${name} information`, displayOrder: -1, archived: false },
  };
  for (const to of ends) {
    addAssociationType(data, {
      from: typeId,
      to,
      name: `${name}_to_${endName(data, to)}`,
      at: now,
    });
  }
  return schema;
}

/** Name and properties stay (HubSpot's guide); what is left out of the request stays too. */
export function changeSchema(
  data: PortalData,
  schema: StoredSchema,
  given: Given,
  now: number,
): StoredSchema | Refusal {
  const lists = listsIn(given, (name) => definitionNamed(data, schema.typeId, name) !== undefined);
  if ('status' in lists) return lists;
  const { description, ...rest } = schema;
  const kept =
    given['clearDescription'] === true || description === undefined ? {} : { description };
  const changed: StoredSchema = {
    ...rest,
    ...kept,
    ...withText(given, 'description'),
    ...withText(given, 'primaryDisplayProperty'),
    labels: { ...schema.labels, ...labelsIn(given) },
    ...lists,
    updatedAt: now,
  };
  data.objects.schemas[schema.typeId] = changed;
  return changed;
}

/** Only after its records are gone; the name stays taken until the archived schema is deleted for good (HubSpot's guide). */
export function archiveSchema(
  data: PortalData,
  schema: StoredSchema,
  now: number,
): Refusal | 'done' {
  const { byId } = recordsOf(data, schema.typeId);
  if (Object.values(byId).some((record) => !isArchived(record))) {
    return objectRefusals.bad(`${schema.name} still has records: delete them first`);
  }
  data.objects.schemas[schema.typeId] = { ...schema, archivedAt: now };
  return 'done';
}

export function purgeSchema(data: PortalData, { typeId }: StoredSchema): void {
  const { schemas, records, properties, groups, associationTypes } = data.objects;
  for (const all of [schemas, records, properties, groups]) delete all[typeId];
  const left = associationTypes.filter(({ from, to }) => from !== typeId && to !== typeId);
  associationTypes.splice(0, associationTypes.length, ...left);
}

/** Archived ones too. */
function isNameTaken(data: PortalData, name: string): boolean {
  return Object.values(data.objects.schemas).some(
    (schema) => schema.name.toLowerCase() === name.toLowerCase(),
  );
}

function propertiesIn(given: Given, group: string, now: number): StoredProperty[] | Refusal {
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
function listsIn(given: Given, isProperty: (name: string) => boolean): Lists | Refusal {
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

function endsIn(data: PortalData, given: unknown): string[] | Refusal {
  if (!isTexts(given)) return objectRefusals.bad('associatedObjects is not a list of names');
  const ends = given.map((name) => endNamed(data, name));
  const unknown = given[ends.indexOf(undefined)];
  return unknown === undefined
    ? ends.filter((end) => end !== undefined)
    : objectRefusals.unknownType(unknown);
}

/** Standard objects by name, custom ones by type id (HubSpot's guide); of the standard ones contacts only. */
export function endNamed(data: PortalData, name: string): string | undefined {
  if (/^(contacts?|0-1)$/i.test(name)) return CONTACT_TYPE;
  const schema = schemaNamed(data, name);
  return schema?.archivedAt === undefined ? schema?.typeId : undefined;
}

function endName(data: PortalData, typeId: string): string {
  return typeId === CONTACT_TYPE ? 'contact' : (data.objects.schemas[typeId]?.name ?? typeId);
}

function labelsIn(given: Given): StoredSchema['labels'] {
  const labels = given['labels'];
  if (typeof labels !== 'object' || labels === null) return {};
  return { ...withText(labels as Given, 'singular'), ...withText(labels as Given, 'plural') };
}

function withText<K extends string>(given: Given, field: K): { readonly [key in K]?: string } {
  const text = textIn(given, field);
  return text === undefined ? {} : ({ [field]: text } as { readonly [key in K]?: string });
}
