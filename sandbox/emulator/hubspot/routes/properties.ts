import { fine, listIn, made, nothing, type Call, type Result, type Route } from '../call.ts';
import { allOf, SCOPES, typeFor } from '../objects/access.ts';
import { batchAnswer, type Trouble } from '../objects/batch.ts';
import { definitionNamed, definitionsOf } from '../objects/definitions.ts';
import { inputsIn, isDated, textIn } from '../objects/given.ts';
import { archiveProperty, changeProperty, createProperty } from '../objects/property-changes.ts';
import { sentDefinition } from '../objects/sent-schema.ts';
import type { Parameters } from '../parameters.ts';
import { refusals, type Refusal } from '../refusals.ts';

const READ = SCOPES.properties.read;
const WRITE = SCOPES.properties.write;

/** Labels are in one language here. */
export const IN_A_LANGUAGE: Parameters = { locale: 'not-emulated' };
const SENSITIVITIES = ['highly_sensitive', 'non_sensitive', 'sensitive'];
const LOOKED_AT: Parameters = {
  ...IN_A_LANGUAGE,
  archived: 'flag',
  dataSensitivity: SENSITIVITIES,
};

/**
 * What properties contacts and custom objects have, and whether the API may write them (OpenAPI file properties
 * 2026-09). The rest follows a public integration's live runs of autumn 2026.
 */
export const PROPERTIES: readonly Route[] = [
  {
    method: 'GET',
    ...propertyPaths(''),
    scopes: allOf(READ),
    query: { ...LOOKED_AT, properties: 'texts' },
    answer: list,
  },
  { method: 'POST', ...propertyPaths(''), scopes: allOf(WRITE), answer: create },
  {
    method: 'GET',
    ...propertyPaths('/{propertyName}'),
    scopes: allOf(READ),
    // What a list of names would do where one property is read, HubSpot's file does not say.
    query: { ...LOOKED_AT, properties: 'not-emulated' },
    answer: read,
  },
  { method: 'PATCH', ...propertyPaths('/{propertyName}'), scopes: allOf(WRITE), answer: change },
  { method: 'DELETE', ...propertyPaths('/{propertyName}'), scopes: allOf(WRITE), answer: archive },
  {
    method: 'POST',
    ...propertyPaths('/batch/read'),
    scopes: allOf(READ),
    query: IN_A_LANGUAGE,
    answer: batchRead,
  },
  { method: 'POST', ...propertyPaths('/batch/create'), scopes: allOf(WRITE), answer: batchCreate },
  {
    method: 'POST',
    ...propertyPaths('/batch/archive'),
    scopes: allOf(WRITE),
    answer: batchArchive,
  },
];

export function propertyPaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/properties/2026-09/{objectType}${rest}`,
    also: [`/crm/v3/properties/{objectType}${rest}`],
  };
}

function list(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  const { data, query } = call;
  const wanted = listIn(query, 'properties');
  const isSensitive = asksForSensitive(query.get('dataSensitivity'));
  const found = definitionsOf(data, type.typeId, query.get('archived') === 'true').filter(
    ({ name }) => !isSensitive && (wanted.length === 0 || wanted.includes(name)),
  );
  return fine({ results: found.map(sentDefinition) });
}

function read(call: Call, [objectType = '', name = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  const { data, query } = call;
  if (asksForSensitive(query.get('dataSensitivity'))) return refusals.notFound();
  const definition = definitionNamed(data, type.typeId, name, query.get('archived') === 'true');
  return definition === undefined ? refusals.notFound() : fine(sentDefinition(definition));
}

function create(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const created = createProperty(call.data, type.typeId, call.body, call.now);
  return 'status' in created ? created : made(sentNamed(call, type.typeId, created.name));
}

function change(call: Call, [objectType = '', name = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const changed = changeProperty(call.data, type.typeId, name, call.body, call.now);
  if (changed === undefined) return refusals.notFound();
  return 'status' in changed ? changed : fine(sentNamed(call, type.typeId, name));
}

function archive(call: Call, [objectType = '', name = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const done = archiveProperty(call.data, type.typeId, name, call.now);
  if (done === undefined) return refusals.notFound();
  return done === 'done' ? nothing() : done;
}

function batchRead(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  const names = namesIn(call);
  if (names === undefined) return refusals.unreadable();
  const { archived: asked, dataSensitivity } = call.body;
  const archived = asked === true;
  const isSensitive = asksForSensitive(dataSensitivity);
  return each(call, names, (name) => {
    if (isSensitive) return refusals.notFound();
    const definition = definitionNamed(call.data, type.typeId, name, archived);
    return definition === undefined ? refusals.notFound() : sentDefinition(definition);
  });
}

/** The dated OpenAPI file answers 200 here, v3 201. */
function batchCreate(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const inputs = inputsIn(call.body);
  const names = namesIn(call);
  if (inputs === undefined || names === undefined) return refusals.unreadable();
  const made = each(call, names, (_name, at) => {
    const created = createProperty(call.data, type.typeId, inputs[at], call.now);
    return 'status' in created ? created : sentNamed(call, type.typeId, created.name);
  });
  return made.status === 200 && !isDated(call.path) ? { ...made, status: 201 } : made;
}

/** What is not there is passed over; the first that can't be archived refuses the rest. [guess: deletedTwice] */
function batchArchive(call: Call, [objectType = '']: readonly string[]): Result {
  const type = typeFor(call, objectType, WRITE);
  if ('status' in type) return type;
  const names = namesIn(call);
  if (names === undefined) return refusals.unreadable();
  for (const name of names) {
    const done = archiveProperty(call.data, type.typeId, name, call.now);
    if (typeof done === 'object') return done;
  }
  return nothing();
}

/** There are no properties for sensitive data here: `newProperty` refuses to make one. */
function asksForSensitive(dataSensitivity: unknown): boolean {
  return (dataSensitivity ?? 'non_sensitive') !== 'non_sensitive';
}

function each(
  call: Call,
  names: readonly string[],
  run: (name: string, at: number) => object | Refusal,
): Result {
  const results: object[] = [];
  const errors: Trouble[] = [];
  for (const [at, name] of names.entries()) {
    const done = run(name, at);
    if (isRefusal(done)) errors.push({ refusal: done, context: { name: [name] } });
    else results.push(done);
  }
  return batchAnswer(results, errors, call.now);
}

function isRefusal(done: object): done is Refusal {
  return 'status' in done && 'body' in done;
}

function namesIn({ body }: Call): readonly string[] | undefined {
  const names = inputsIn(body)?.map((input) => textIn(input, 'name'));
  return names?.every((name) => name !== undefined) === true ? names : undefined;
}

function sentNamed({ data }: Call, typeId: string, name: string): object {
  const definition = definitionNamed(data, typeId, name);
  return definition === undefined ? {} : sentDefinition(definition);
}
