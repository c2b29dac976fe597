import { fine, made, nothing, type Call, type Result, type Route } from '../call.ts';
import { batchAnswer } from '../objects/batch.ts';
import { typesGiven } from '../objects/given-associations.ts';
import { exists, unlink } from '../objects/links.ts';
import { ANY, linkedBy, pageOf, pairOf, sentBoth } from '../objects/pair.ts';
import { sentLabels } from '../objects/sent-association.ts';
import { pageIn } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { PAGED } from './record-parameters.ts';

const MOST_IN_PAGE = 500;

/** Associations of one record with another (OpenAPI file associations 2026-09; v4 answers alike). */
export const ASSOCIATIONS: readonly Route[] = [
  {
    method: 'PUT',
    ...onRecord(
      '/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}',
    ),
    scopes: ANY,
    answer: putDefault,
  },
  {
    method: 'PUT',
    ...onRecord('/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}'),
    scopes: ANY,
    answer: putLabels,
  },
  {
    method: 'DELETE',
    ...onRecord('/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}'),
    scopes: ANY,
    answer: remove,
  },
  {
    // v4 alone has it; a dated read goes through the record's `associations` or the batch.
    method: 'GET',
    path: '/crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}',
    scopes: ANY,
    query: PAGED,
    answer: list,
  },
];

function onRecord(rest: string): Pick<Route, 'path' | 'also'> {
  return { path: `/crm/objects/2026-09${rest}`, also: [`/crm/v4/objects${rest}`] };
}

function putDefault(
  call: Call,
  [from = '', fromId = '', to = '', toId = '']: readonly string[],
): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const done = linkedBy(call, pair, { from: fromId, to: toId }, pair.plain);
  return 'status' in done ? done : batchAnswer(sentBoth(call.data, done, pair.plain), [], call.now);
}

function putLabels(
  call: Call,
  [from = '', fromId = '', to = '', toId = '']: readonly string[],
): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const types = typesGiven(call.data, pair.from, pair.to, call.list);
  if ('status' in types) return types;
  const done = linkedBy(call, pair, { from: fromId, to: toId }, types);
  return 'status' in done ? done : made(sentLabels(done.from, done.to, types));
}

function remove(
  call: Call,
  [from = '', fromId = '', to = '', toId = '']: readonly string[],
): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  unlink(call.data, { typeId: pair.from, id: fromId }, { typeId: pair.to, id: toId });
  return nothing();
}

function list(call: Call, [from = '', id = '', to = '']: readonly string[]): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const { query, data } = call;
  const end = { typeId: pair.from, id };
  if (!exists(data, end)) return refusals.notFound();
  const asked = pageIn(query, { usual: MOST_IN_PAGE, most: MOST_IN_PAGE });
  if ('status' in asked) return asked;
  const page = pageOf(data, end, pair.to, asked);
  return 'status' in page ? page : fine({ results: page.results, ...page.paging });
}
