import { changeByApp, nothing, stringsIn, type Call, type Result, type Route } from '../call.ts';
import { allOf, schemaFor, SCOPES } from '../objects/access.ts';
import { associationsGiven } from '../objects/given-associations.ts';
import { uniquenessMoment } from '../objects/as-of.ts';
import { batchAnswer, troubleOf, type Trouble } from '../objects/batch.ts';
import type { StoredRecord, StoredSchema } from '../objects/data.ts';
import { definitionNamed } from '../objects/definitions.ts';
import { inputsIn, isDated, isObject, textIn } from '../objects/given.ts';
import { link } from '../objects/links.ts';
import { readRecord, recordToWrite } from '../objects/find-records.ts';
import { archiveRecord, createRecord, readValues, write } from '../objects/records.ts';
import { tooManyInputs, tooManyToRead } from '../objects/reading-limits.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentRecord } from '../objects/sent-record.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { IS_ARCHIVED } from './record-parameters.ts';
import { objectPaths, sentNow } from './records.ts';

const READ = SCOPES.records.read;
const WRITE = SCOPES.records.write;

type Input = Readonly<Record<string, unknown>>;

/** Many records in one call (OpenAPI files custom objects 2026-09 and objects v3). */
export const RECORD_BATCHES: readonly Route[] = [
  {
    method: 'POST',
    ...objectPaths('/batch/read'),
    scopes: allOf(READ),
    query: IS_ARCHIVED,
    answer: read,
  },
  batch('create', 201, creation),
  batch('update', 200, change),
  batch('upsert', 200, upsert),
  { method: 'POST', ...objectPaths('/batch/archive'), scopes: allOf(WRITE), answer: archive },
];

function read(call: Call, [objectType = '']: readonly string[]): Result {
  const { data, body, query, now } = call;
  const schema = schemaFor(call, objectType, READ);
  if ('status' in schema) return schema;
  const inputs = inputsIn(body);
  const properties = stringsIn(body['properties']);
  const withHistory = stringsIn(body['propertiesWithHistory']);
  if (inputs === undefined || properties === undefined || withHistory === undefined) {
    return refusals.unreadable();
  }
  const tooMany = tooManyToRead(inputs, withHistory);
  if (tooMany !== undefined) return tooMany;
  const idProperty = textIn(body, 'idProperty') ?? null;
  const archived = query.get('archived') === 'true';
  const results: object[] = [];
  const missing: string[] = [];
  for (const id of new Set(inputs.map((input) => textIn(input, 'id') ?? ''))) {
    const seen = readRecord(data, schema.typeId, id, idProperty, { now, archived });
    if (seen === undefined) missing.push(id);
    else if ('status' in seen) return seen;
    else results.push(sentRecord(data, seen, properties, withHistory));
  }
  const errors =
    missing.length === 0 ? [] : [{ refusal: refusals.notFound(), context: { ids: missing } }];
  return batchAnswer(results, errors, now);
}

/** All of them, or none; one that is gone already is no reason. [guess: deletedTwice] */
function archive(call: Call, [objectType = '']: readonly string[]): Result {
  const schema = schemaFor(call, objectType, WRITE);
  if ('status' in schema) return schema;
  const inputs = inputsIn(call.body);
  if (inputs === undefined) return refusals.unreadable();
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  for (const input of inputs) {
    const record = recordToWrite(
      call.data,
      schema.typeId,
      textIn(input, 'id') ?? '',
      null,
      call.now,
    );
    if (record !== undefined && !('status' in record)) archiveRecord(record, call.now);
  }
  return nothing();
}

/** What an input will do, once all of them are looked at. */
type Step = (call: Call) => object;

type Plan = (call: Call, schema: StoredSchema, input: Input) => Step | Refusal;

/**
 * One refused input refuses the whole batch, unless each input carries an `objectWriteTraceId`: then the others are
 * carried out, and the answer is 207 with the errors under their trace ids (HubSpot's page on error handling,
 * multi-status errors). A record that is not there is always an error beside the others. [guess: errorsInBatch]
 */
function batch(what: string, status: 200 | 201, plan: Plan): Route {
  const answer = (call: Call, [objectType = '']: readonly string[]): Result => {
    const schema = schemaFor(call, objectType, WRITE);
    if ('status' in schema) return schema;
    const inputs = inputsIn(call.body);
    if (inputs === undefined) return refusals.unreadable();
    const tooMany = tooManyInputs(inputs);
    if (tooMany !== undefined) return tooMany;
    const isTraced = inputs.every((input) => textIn(input, 'objectWriteTraceId') !== undefined);
    const taken = new Set<string>();
    const steps: Step[] = [];
    const errors: Trouble[] = [];
    for (const input of inputs) {
      const step = twiceIn(call, schema, input, taken) ?? plan(call, schema, input);
      if (typeof step === 'function') steps.push(traced(step, input));
      else if (isTraced || step.status === 404) errors.push(troubleOf(input, step));
      else return step;
    }
    return batchAnswer(
      steps.map((step) => step(call)),
      errors,
      call.now,
      status,
    );
  };
  return { method: 'POST', ...objectPaths(`/batch/${what}`), scopes: allOf(WRITE), answer };
}

/** The answer to an input carries the input's trace id (`SimplePublicObject` of the OpenAPI files). */
function traced(step: Step, input: Input): Step {
  const objectWriteTraceId = textIn(input, 'objectWriteTraceId');
  return objectWriteTraceId === undefined
    ? step
    : (call) => ({ ...step(call), objectWriteTraceId });
}

function creation(
  call: Call,
  schema: StoredSchema,
  { properties, associations }: Input,
): Step | Refusal {
  const { data, path, now } = call;
  if (!isObject(properties)) return refusals.unreadable();
  const read = readValues(data, schema, properties, { now, isDated: isDated(path) });
  if ('refusal' in read) return read.refusal;
  const links = associationsGiven(data, schema.typeId, associations);
  if ('status' in links) return links;
  return () => {
    const record = createRecord(data, schema, read.values, changeByApp(call).source, now);
    for (const { to, types } of links) link(data, record, to, types);
    return sentNow(call, record, Object.keys(properties));
  };
}

function change(call: Call, schema: StoredSchema, input: Input): Step | Refusal {
  const idProperty = textIn(input, 'idProperty') ?? null;
  const to = recordToWrite(
    call.data,
    schema.typeId,
    textIn(input, 'id') ?? '',
    idProperty,
    call.now,
  );
  if (to === undefined) return refusals.notFound();
  return 'status' in to ? to : changeOf(call, schema, to, input);
}

function changeOf(
  call: Call,
  schema: StoredSchema,
  to: StoredRecord,
  { properties }: Input,
): Step | Refusal {
  const { data, path, now } = call;
  if (!isObject(properties)) return refusals.unreadable();
  const read = readValues(data, schema, properties, { now, isDated: isDated(path), to });
  if ('refusal' in read) return read.refusal;
  return () => {
    write(data, to, read.values, changeByApp(call).source, now);
    return sentNow(call, to, Object.keys(properties));
  };
}

/** By a unique property, which a record that is made gets too. Where writes race, two of these may both make one. */
function upsert(call: Call, schema: StoredSchema, input: Input): Step | Refusal {
  const { data, now } = call;
  const [id, idProperty] = [textIn(input, 'id'), textIn(input, 'idProperty')];
  if (id === undefined || idProperty === undefined) {
    return objectRefusals.fieldsMissing(['id', 'idProperty']);
  }
  const to = recordToWrite(data, schema.typeId, id, idProperty, uniquenessMoment(data, now));
  if (to !== undefined && 'status' in to) return to;
  const given = isObject(input['properties']) ? input['properties'] : {};
  const step =
    to === undefined
      ? creation(call, schema, { ...input, properties: { ...given, [idProperty]: id } })
      : changeOf(call, schema, to, input);
  return typeof step === 'function' ? (same) => ({ ...step(same), new: to === undefined }) : step;
}

/** Two inputs of one batch with one unique value: the second is refused, unless writes race. */
function twiceIn(
  { data }: Call,
  { typeId }: StoredSchema,
  { id, idProperty, properties }: Input,
  taken: Set<string>,
): Refusal | undefined {
  if (data.assumptions.uniqueValuesUnderRace === 'racing') return undefined;
  const key = typeof idProperty === 'string' && typeof id === 'string' ? [[idProperty, id]] : [];
  const given = new Map([...Object.entries(isObject(properties) ? properties : {}), ...key] as [
    string,
    unknown,
  ][]);
  for (const [name, value] of given) {
    if (definitionNamed(data, typeId, name)?.hasUniqueValue !== true || value === '') continue;
    const one = `${name}=${String(value)}`;
    if (taken.has(one)) return objectRefusals.valueTaken(name, 'another input');
    taken.add(one);
  }
  return undefined;
}
