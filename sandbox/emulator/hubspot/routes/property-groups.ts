import { fine, made, nothing, type Call, type Result, type Route } from '../call.ts';
import { allOf, SCOPES, typeFor } from '../objects/access.ts';
import type { StoredGroup } from '../objects/data.ts';
import { definitionsOf, firstGroupOf } from '../objects/definitions.ts';
import { textIn } from '../objects/given.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentGroup } from '../objects/sent-schema.ts';
import { refusals } from '../refusals.ts';
import { IN_A_LANGUAGE, propertyPaths } from './properties.ts';

const READ = SCOPES.properties.read;
const WRITE = SCOPES.properties.write;
const NAME = /^(?!constructor$)[a-z][a-z0-9_]*$/;

/** Groups of properties (OpenAPI file properties 2026-09). */
export const PROPERTY_GROUPS: readonly Route[] = [
  {
    method: 'GET',
    ...propertyPaths('/groups'),
    scopes: allOf(READ),
    query: IN_A_LANGUAGE,
    answer: list,
  },
  { method: 'POST', ...propertyPaths('/groups'), scopes: allOf(WRITE), answer: create },
  {
    method: 'GET',
    ...propertyPaths('/groups/{groupName}'),
    scopes: allOf(READ),
    query: IN_A_LANGUAGE,
    answer: read,
  },
  {
    method: 'PATCH',
    ...propertyPaths('/groups/{groupName}'),
    scopes: allOf(WRITE),
    answer: change,
  },
  {
    method: 'DELETE',
    ...propertyPaths('/groups/{groupName}'),
    scopes: allOf(WRITE),
    answer: archive,
  },
];

function list(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  return fine({ results: groupsOf(call, type.typeId).map(sentGroup) });
}

/** The name of an archived group may be used again, and makes a fresh one (seen in live runs). */
function create(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const [name = '', label = ''] = [textIn(call.body, 'name'), textIn(call.body, 'label')];
  if (name === '' || label === '') return objectRefusals.fieldsMissing(['name', 'label']);
  if (!NAME.test(name)) return objectRefusals.bad(`${name} is not a valid name of a group`);
  if (groupsOf(call, type.typeId).some((group) => group.name === name)) {
    return objectRefusals.exists('A property group', name);
  }
  return made(
    sentGroup(keep(call, type.typeId, { name, label, displayOrder: -1, archived: false })),
  );
}

function read(call: Call, [objectType = '', name]: readonly string[]): Result {
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  const group = groupsOf(call, type.typeId).find((one) => one.name === name);
  return group === undefined ? refusals.notFound() : fine(sentGroup(group));
}

function change(call: Call, [objectType = '', name]: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const group = groupsOf(call, type.typeId).find((one) => one.name === name);
  if (group === undefined) return refusals.notFound();
  return fine(sentGroup(keep(call, type.typeId, group)));
}

/** Not while it holds a live property (status and subcategory as in live runs). */
function archive(call: Call, [objectType = '', name]: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const group = groupsOf(call, type.typeId).find((one) => one.name === name);
  if (group === undefined) return refusals.notFound();
  if (definitionsOf(call.data, type.typeId).some(({ groupName }) => groupName === name)) {
    return objectRefusals.bad(
      "Can't delete or purge a group with active properties",
      'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
    );
  }
  keep(call, type.typeId, { ...group, archived: true });
  return nothing();
}

/** Live ones; the first is there from the start. */
function groupsOf({ data }: Call, typeId: string): StoredGroup[] {
  const stored = Object.values(data.objects.groups[typeId] ?? {});
  const name = firstGroupOf(data, typeId);
  const label = typeId === '0-1' ? 'Contact information' : name;
  const first = { name, label, displayOrder: 0, archived: false };
  const all = stored.some((group) => group.name === name) ? stored : [first, ...stored];
  return all.filter(({ archived }) => !archived);
}

/** With what the request says of label and order. */
function keep({ data, body }: Call, typeId: string, group: StoredGroup): StoredGroup {
  const order = body['displayOrder'];
  const kept = {
    ...group,
    label: textIn(body, 'label') ?? group.label,
    displayOrder: typeof order === 'number' ? order : group.displayOrder,
  };
  return ((data.objects.groups[typeId] ??= {})[group.name] = kept);
}
