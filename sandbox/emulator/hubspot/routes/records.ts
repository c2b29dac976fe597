import {
  changeByApp,
  fine,
  listIn,
  made,
  nothing,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import { schemaFor, allOf, SCOPES } from '../objects/access.ts';
import { seenAt, type SeenRecord } from '../objects/as-of.ts';
import type { StoredRecord } from '../objects/data.ts';
import { isDated, isObject } from '../objects/given.ts';
import { associationsGiven } from '../objects/given-associations.ts';
import { link } from '../objects/links.ts';
import { pageOfRecords, readRecord, recordToWrite } from '../objects/find-records.ts';
import { archiveRecord, createRecord, readValues, write } from '../objects/records.ts';
import { MOST_INPUTS, MOST_WITH_HISTORY } from '../objects/reading-limits.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentAssociations, sentRecord } from '../objects/sent-record.ts';
import { idAfter, pageIn, sentPaging } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { LIST_OF_RECORDS, ONE_RECORD, WRITTEN_RECORD } from './record-parameters.ts';

const READ = SCOPES.records.read;
const WRITE = SCOPES.records.write;

/**
 * Records of custom objects (OpenAPI files custom objects 2026-09 and objects v3). Contacts' own routes are
 * spelled out and so come first.
 */
export const RECORDS: readonly Route[] = [
  {
    method: 'GET',
    ...objectPaths(''),
    scopes: allOf(READ),
    query: LIST_OF_RECORDS,
    answer: list,
  },
  { method: 'POST', ...objectPaths(''), scopes: allOf(WRITE), answer: create },
  {
    method: 'GET',
    ...objectPaths('/{objectId}'),
    scopes: allOf(READ),
    query: ONE_RECORD,
    answer: read,
  },
  {
    method: 'PATCH',
    ...objectPaths('/{objectId}'),
    scopes: allOf(WRITE),
    query: WRITTEN_RECORD,
    answer: change,
  },
  { method: 'DELETE', ...objectPaths('/{objectId}'), scopes: allOf(WRITE), answer: remove },
];

export function objectPaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/objects/2026-09/{objectType}${rest}`,
    also: [`/crm/v3/objects/{objectType}${rest}`],
  };
}

/** [guess: defaultPages] */
function list(call: Call, [objectType = '']: readonly string[]): Result {
  const { data, query, now } = call;
  const schema = schemaFor(call, objectType, READ);
  if ('status' in schema) return schema;
  const isWithHistory = listIn(query, 'propertiesWithHistory').length > 0;
  const asked = pageIn(query, { usual: 10, most: isWithHistory ? MOST_WITH_HISTORY : MOST_INPUTS });
  if ('status' in asked) return asked;
  const after = idAfter(asked.after);
  if (typeof after === 'object') return after;
  const archived = query.get('archived') === 'true';
  const { limit } = asked;
  const { page, next } = pageOfRecords(data, schema.typeId, { now, archived, after, limit });
  const results: object[] = [];
  for (const seen of page) {
    const sent = sentAsAsked(call, seen);
    if ('status' in sent) return sent;
    results.push(sent.sent);
  }
  return fine({ results, ...sentPaging(next === undefined ? {} : { next }) });
}

function create(call: Call, [objectType = '']: readonly string[]): Result {
  const { data, body, path, now } = call;
  const schema = schemaFor(call, objectType, WRITE);
  if ('status' in schema) return schema;
  const given = body['properties'];
  if (!isObject(given)) return refusals.unreadable();
  const read = readValues(data, schema, given, { now, isDated: isDated(path) });
  if ('refusal' in read) return read.refusal;
  const links = associationsGiven(data, schema.typeId, body['associations']);
  if ('status' in links) return links;
  const record = createRecord(data, schema, read.values, changeByApp(call).source, now);
  for (const { to, types } of links) link(data, record, to, types);
  return made(sentNow(call, record, Object.keys(given)));
}

function read(call: Call, [objectType = '', id = '']: readonly string[]): Result {
  const { data, query, now } = call;
  const schema = schemaFor(call, objectType, READ);
  if ('status' in schema) return schema;
  const archived = query.get('archived') === 'true';
  const seen = readRecord(data, schema.typeId, id, query.get('idProperty'), { now, archived });
  if (seen === undefined) return refusals.notFound();
  if ('status' in seen) return seen;
  const sent = sentAsAsked(call, seen);
  return 'status' in sent ? sent : fine(sent.sent);
}

function change(call: Call, [objectType = '', id = '']: readonly string[]): Result {
  const { data, body, query, path, now } = call;
  const schema = schemaFor(call, objectType, WRITE);
  if ('status' in schema) return schema;
  const given = body['properties'];
  if (!isObject(given)) return refusals.unreadable();
  const to = recordToWrite(data, schema.typeId, id, query.get('idProperty'), now);
  if (to === undefined) return refusals.notFound();
  if ('status' in to) return to;
  const read = readValues(data, schema, given, { now, isDated: isDated(path), to });
  if ('refusal' in read) return read.refusal;
  write(data, to, read.values, changeByApp(call).source, now);
  return fine(sentNow(call, to, Object.keys(given)));
}

/** What is gone already is gone: 204 all the same. [guess: deletedTwice] */
function remove(call: Call, [objectType = '', id = '']: readonly string[]): Result {
  const schema = schemaFor(call, objectType, WRITE);
  if ('status' in schema) return schema;
  const record = recordToWrite(call.data, schema.typeId, id, null, call.now);
  if (record !== undefined && !('status' in record)) archiveRecord(record, call.now);
  return nothing();
}

/** A write answers with what it made, however late reads are. */
export function sentNow(
  { data, now }: Call,
  record: StoredRecord,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const seen = seenAt(record, now);
  return seen === undefined ? {} : sentRecord(data, seen, names);
}

function sentAsAsked({ data, query }: Call, seen: SeenRecord) {
  const { associations, unknown } = sentAssociations(
    data,
    seen.record,
    listIn(query, 'associations'),
  );
  if (unknown !== undefined) return objectRefusals.unknownType(unknown);
  const sent = sentRecord(
    data,
    seen,
    listIn(query, 'properties'),
    listIn(query, 'propertiesWithHistory'),
  );
  return { sent: associations === undefined ? sent : { ...sent, associations } };
}
