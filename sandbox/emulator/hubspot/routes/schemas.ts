import { fine, made, nothing, type Call, type Result, type Route } from '../call.ts';
import { isDated, isTexts, textIn } from '../objects/given.ts';
import { endNamed } from '../objects/given-schema.ts';
import { addAssociationType } from '../objects/links.ts';
import { schemaNamed } from '../objects/object-type.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { archiveSchema, changeSchema, createSchema, purgeSchema } from '../objects/schemas.ts';
import { sentAssociationType, sentSchema, sentTypeDefinition } from '../objects/sent-schema.ts';
import type { Parameters } from '../parameters.ts';
import { refusals } from '../refusals.ts';

/** The private-app scopes of the OpenAPI file schemas 2026-09, without those of sensitive data. */
const READ = ['crm.schemas.custom.read', 'crm.objects.custom.read'];
const READ_ONE = [...READ, 'oauth'];
const WRITE = ['crm.schemas.custom.write'];

const INCLUDED: Parameters = {
  includeAssociationDefinitions: 'flag',
  includeAuditMetadata: 'flag',
  includePropertyDefinitions: 'flag',
};

/** Custom objects' schemas (OpenAPI files schemas 2026-09 and v3; HubSpot's guide to custom objects). */
export const SCHEMAS: readonly Route[] = [
  {
    method: 'GET',
    ...schemas(''),
    scopes: READ,
    query: { ...INCLUDED, archived: 'flag' },
    answer: list,
  },
  { method: 'POST', ...schemas(''), scopes: WRITE, answer: create },
  { method: 'POST', ...schemas('/batch/read'), scopes: READ_ONE, answer: batchRead },
  { method: 'GET', ...schemas('/{objectType}'), scopes: READ_ONE, query: INCLUDED, answer: read },
  { method: 'PATCH', ...schemas('/{objectType}'), scopes: WRITE, answer: change },
  {
    method: 'DELETE',
    ...schemas('/{objectType}'),
    scopes: WRITE,
    query: { archived: 'flag' },
    answer: remove,
  },
  { method: 'POST', ...schemas('/{objectType}/associations'), scopes: WRITE, answer: associate },
  {
    method: 'DELETE',
    ...schemas('/{objectType}/associations/{associationIdentifier}'),
    scopes: WRITE,
    answer: dissociate,
  },
];

/** Dated; as the official client spells v3; and as HubSpot's older pages spell it. */
function schemas(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm-object-schemas/2026-09/schemas${rest}`,
    also: [`/crm-object-schemas/v3/schemas${rest}`, `/crm/v3/schemas${rest}`],
  };
}

function list({ data, query }: Call): Result {
  const archived = query.get('archived') === 'true';
  const found = Object.values(data.objects.schemas).filter(
    ({ archivedAt }) => (archivedAt !== undefined) === archived,
  );
  return fine({ results: found.map((schema) => sentSchema(data, schema, included(query))) });
}

function create(call: Call): Result {
  const { data, body, path, now } = call;
  const schema = createSchema(data, body, { now, isDated: isDated(path) });
  if ('status' in schema) return schema;
  return made(sentSchema(data, schema, { properties: true, associations: true }));
}

/** Names that are none are left out: the OpenAPI file has no place for errors in this answer. [guess: schemasInBatch] */
function batchRead({ data, body }: Call): Result {
  const { inputs } = body;
  if (!isTexts(inputs)) return refusals.unreadable();
  const include = {
    properties: body['includePropertyDefinitions'] !== false,
    associations: body['includeAssociationDefinitions'] !== false,
  };
  const found = inputs.flatMap((name) => liveSchema(data, name) ?? []);
  return fine({ results: found.map((schema) => sentSchema(data, schema, include)) });
}

function read({ data, query }: Call, [name = '']: readonly string[]): Result {
  const schema = liveSchema(data, name);
  return schema === undefined
    ? refusals.notFound()
    : fine(sentSchema(data, schema, included(query)));
}

function change({ data, body, now }: Call, [name = '']: readonly string[]): Result {
  const schema = liveSchema(data, name);
  if (schema === undefined) return refusals.notFound();
  const changed = changeSchema(data, schema, body, now);
  return 'status' in changed ? changed : fine(sentTypeDefinition(data, changed));
}

/** With `archived=true` an archived schema is deleted for good, and its name is free (HubSpot's guide). */
function remove({ data, query, now }: Call, [name = '']: readonly string[]): Result {
  const schema = schemaNamed(data, name);
  const isPurge = query.get('archived') === 'true';
  if (schema === undefined || (schema.archivedAt !== undefined) !== isPurge) {
    return refusals.notFound();
  }
  if (isPurge) {
    purgeSchema(data, schema);
    return nothing();
  }
  const done = archiveSchema(data, schema, now);
  return done === 'done' ? nothing() : done;
}

/** The first association with a type has no label; a further one is a label under its name. [guess: secondAssociation] */
function associate({ data, body, now }: Call, [objectType = '']: readonly string[]): Result {
  const schema = liveSchema(data, objectType);
  if (schema === undefined) return refusals.notFound();
  const missing = ['fromObjectTypeId', 'toObjectTypeId'].filter(
    (field) => textIn(body, field) === undefined,
  );
  if (missing.length > 0) return objectRefusals.fieldsMissing(missing);
  const [from, to] = ['fromObjectTypeId', 'toObjectTypeId'].map((field) =>
    endNamed(data, textIn(body, field) ?? ''),
  );
  if (from === undefined || to === undefined || ![from, to].includes(schema.typeId)) {
    return objectRefusals.bad('an association is between this object and another one');
  }
  const name = textIn(body, 'name') ?? `${schema.name}_to_${to}`;
  if (data.objects.associationTypes.some((type) => type.name === name)) {
    return objectRefusals.exists('An association', name);
  }
  return made(sentAssociationType(addAssociationType(data, { from, to, name, at: now })));
}

function dissociate({ data }: Call, [objectType = '', id]: readonly string[]): Result {
  const schema = liveSchema(data, objectType);
  const { associationTypes } = data.objects;
  const at = associationTypes.findIndex(
    (type) => String(type.id) === id && [type.from, type.to].some((end) => end === schema?.typeId),
  );
  if (at < 0) return refusals.notFound();
  associationTypes.splice(at, 1);
  return nothing();
}

function liveSchema(data: Call['data'], name: string) {
  const schema = schemaNamed(data, name);
  return schema?.archivedAt === undefined ? schema : undefined;
}

function included(query: URLSearchParams) {
  return {
    properties: query.get('includePropertyDefinitions') !== 'false',
    associations: query.get('includeAssociationDefinitions') !== 'false',
  };
}
