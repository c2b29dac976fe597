import type { PortalData } from '../entities.ts';
import type { Refusal } from '../refusals.ts';
import { CONTACT_TYPE, type StoredSchema } from './data.ts';
import { definitionNamed } from './definitions.ts';
import { recordsOf } from './holders.ts';
import { addAssociationType } from './links.ts';
import { isArchived } from './records.ts';
import { objectRefusals } from './refusals.ts';
import { textIn } from './given.ts';
import { endsIn, labelsIn, listsIn, propertiesIn, withText } from './given-schema.ts';

/** The base number of HubSpot's product catalogue, not a page of the API. */
const MOST_SCHEMAS = 10;
/** Letters, numbers and underscores, a letter first (HubSpot's guide to custom objects). */
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
  if (Object.keys(data.objects.schemas).length >= MOST_SCHEMAS) {
    return objectRefusals.tooMany('custom objects', MOST_SCHEMAS);
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
  const allows = given['allowsSensitiveProperties'];
  const kept =
    given['clearDescription'] === true || description === undefined ? {} : { description };
  const changed: StoredSchema = {
    ...rest,
    ...kept,
    ...withText(given, 'description'),
    ...withText(given, 'primaryDisplayProperty'),
    labels: { ...schema.labels, ...labelsIn(given) },
    ...lists,
    ...(typeof allows === 'boolean' ? { allowsSensitiveProperties: allows } : {}),
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

function endName(data: PortalData, typeId: string): string {
  return typeId === CONTACT_TYPE ? 'contact' : (data.objects.schemas[typeId]?.name ?? typeId);
}
