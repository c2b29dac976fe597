import type { PortalData } from '../entities.ts';
import { contactBuiltIns, type PropertyDefinition } from '../properties.ts';
import { CONTACT_TYPE, TASK_TYPE, type StoredProperty } from './data.ts';
import { TASK_PROPERTIES } from './tasks.ts';

/** A property of any type: HubSpot's own, or one that the portal defined. */
export interface Definition extends Omit<StoredProperty, 'createdAt' | 'updatedAt'> {
  /** HubSpot's own have no times here. */
  readonly createdAt?: number;
  readonly updatedAt?: number;
  readonly hubspotDefined: boolean;
  readonly isReadOnly: boolean;
}

const CONTACT_GROUP = 'contactinformation';

/** Made once for each list of types and plan, since every read of a contact asks for them. */
const OF_CONTACTS = new WeakMap<
  PortalData['types'],
  Map<string, ReadonlyMap<string, Definition>>
>();

function ofContacts(data: PortalData): ReadonlyMap<string, Definition> {
  const byEdition = OF_CONTACTS.get(data.types) ?? new Map<string, never>();
  const { edition } = data.settings;
  const known = byEdition.get(edition);
  if (known !== undefined) return known;
  const made = new Map(contactBuiltIns(data).map((one) => [one.name, builtIn(one, CONTACT_GROUP)]));
  OF_CONTACTS.set(data.types, new Map([...byEdition, [edition, made]]));
  return made;
}

/** What every custom object has from the start (names as in HubSpot's guide to custom objects). */
const OF_CUSTOM: readonly PropertyDefinition[] = [
  own('hs_object_id', 'Record ID', 'number', true),
  own('hs_createdate', 'Object create date/time', 'datetime', true),
  own('hs_lastmodifieddate', 'Object last modified date/time', 'datetime', true),
  own('hubspot_owner_id', 'Owner', 'string', false),
];

const OF_TASKS = new Map(
  [...OF_CUSTOM, ...TASK_PROPERTIES].map((one) => [one.name, builtIn(one, 'task')]),
);

/** Archived ones are left out, unless asked for alone. */
export function definitionsOf(data: PortalData, typeId: string, archived = false): Definition[] {
  const stored = Object.values(storedOf(data, typeId)).filter(
    ({ archivedAt }) => (archivedAt !== undefined) === archived,
  );
  const builtIns = archived ? [] : builtInsOf(data, typeId).values();
  return [...builtIns, ...stored.map(portalDefined)];
}

/** HubSpot ignores a name it does not know when reading, and refuses it when writing. */
export function definitionNamed(
  data: PortalData,
  typeId: string,
  name: string,
  archived = false,
): Definition | undefined {
  const stored = storedOf(data, typeId);
  const found = Object.hasOwn(stored, name) ? stored[name] : undefined;
  if (found === undefined) return archived ? undefined : builtInsOf(data, typeId).get(name);
  return (found.archivedAt !== undefined) === archived ? portalDefined(found) : undefined;
}

/** A contact's property by its name. */
export function contactProperty(data: PortalData, name: string): Definition | undefined {
  return definitionNamed(data, CONTACT_TYPE, name);
}

/** The group that a property without one belongs to, and HubSpot's own do. */
export function firstGroupOf(data: PortalData, typeId: string): string {
  return typeId === CONTACT_TYPE
    ? CONTACT_GROUP
    : `${data.objects.schemas[typeId]?.name ?? typeId}_information`;
}

function storedOf(data: PortalData, typeId: string): Readonly<Record<string, StoredProperty>> {
  return data.objects.properties[typeId] ?? {};
}

/** The same objects each time: this is asked for every value of every record. */
function builtInsOf(data: PortalData, typeId: string): ReadonlyMap<string, Definition> {
  if (typeId === CONTACT_TYPE) return ofContacts(data);
  if (typeId === TASK_TYPE) return OF_TASKS;
  const group = firstGroupOf(data, typeId);
  const known = builtInsByGroup.get(group);
  if (known !== undefined) return known;
  const made = new Map(OF_CUSTOM.map((one) => [one.name, builtIn(one, group)]));
  builtInsByGroup.set(group, made);
  return made;
}

const builtInsByGroup = new Map<string, ReadonlyMap<string, Definition>>();

/** A stored property is never changed but replaced, so what was made of it stays true. */
function portalDefined(stored: StoredProperty): Definition {
  const known = madeOf.get(stored);
  if (known !== undefined) return known;
  const made = { ...stored, hubspotDefined: false, isReadOnly: false };
  madeOf.set(stored, made);
  return made;
}

const madeOf = new WeakMap<StoredProperty, Definition>();

function builtIn(
  { name, label, type, fieldType, isReadOnly, options }: PropertyDefinition,
  groupName: string,
): Definition {
  return {
    name,
    label,
    type,
    fieldType,
    groupName,
    description: '',
    displayOrder: -1,
    hidden: false,
    formField: !isReadOnly,
    hasUniqueValue: name === 'hs_object_id',
    externalOptions: false,
    options: options.map((value, displayOrder) => ({
      label: value,
      value,
      displayOrder,
      hidden: false,
    })),
    hubspotDefined: true,
    isReadOnly,
  };
}

function own(
  name: string,
  label: string,
  type: PropertyDefinition['type'],
  isReadOnly: boolean,
): PropertyDefinition {
  const fieldType = type === 'datetime' ? 'date' : type === 'number' ? 'number' : 'text';
  return { name, label, type, fieldType, isReadOnly, options: [] };
}
