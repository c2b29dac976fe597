import { fine, made, nothing, type Call, type Result, type Route } from '../call.ts';
import { allOf, SCOPES, typeOf } from '../objects/access.ts';
import { batchAnswer, troubleOf, type Trouble } from '../objects/batch.ts';
import { inputsIn, isDated, isObject, textIn } from '../objects/given.ts';
import { typesGiven } from '../objects/given-associations.ts';
import {
  exists,
  link,
  linked,
  typesBetween,
  unlink,
  type DirectedType,
  type End,
} from '../objects/links.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentDefault, sentLabels, sentLinked } from '../objects/sent-association.ts';
import { refusals, type Refusal } from '../refusals.ts';

/** Any one of these: the OpenAPI file asks for a read or a write scope of any object, for reading and writing alike. */
const ANY = [...allOf(SCOPES.records.read), ...allOf(SCOPES.records.write)];

const PAIR = '/{fromObjectType}/{toObjectType}';

/**
 * Associations between contacts and custom records (OpenAPI file associations 2026-09; v4, which the official
 * client uses, answers alike but for the two archives).
 */
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
    answer: list,
  },
  { method: 'POST', ...inBatch('/batch/read'), scopes: ANY, answer: batchRead },
  { method: 'POST', ...inBatch('/batch/create'), scopes: ANY, answer: batchCreate },
  {
    method: 'POST',
    ...inBatch('/batch/associate/default'),
    scopes: ANY,
    answer: batchDefault,
  },
  { method: 'POST', ...inBatch('/batch/archive'), scopes: ANY, answer: batchArchive },
  { method: 'POST', ...inBatch('/batch/labels/archive'), scopes: ANY, answer: batchUnlabel },
];

function onRecord(rest: string): Pick<Route, 'path' | 'also'> {
  return { path: `/crm/objects/2026-09${rest}`, also: [`/crm/v4/objects${rest}`] };
}

function inBatch(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/associations/2026-09${PAIR}${rest}`,
    also: [`/crm/v4/associations${PAIR}${rest}`],
  };
}

function putDefault(
  call: Call,
  [from = '', fromId = '', to = '', toId = '']: readonly string[],
): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const done = linkedBy(call, pair, { from: fromId, to: toId }, pair.plain);
  return 'status' in done ? done : batchAnswer(sentBoth(done, pair.plain), [], call.now);
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
  const limit = Number(query.get('limit') ?? 500);
  const { results, next } = pageOf(data, end, pair.to, limit, Number(query.get('after') ?? 0));
  return fine({ results, ...(next === undefined ? {} : { paging: { next: { after: next } } }) });
}

const MOST_READ = 1000;

/** A record that is not there is an error beside the others, and so is one without associations (v4's guide) [I]. */
function batchRead(call: Call, [from = '', to = '']: readonly string[]): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const inputs = inputsIn(call.body);
  if (inputs === undefined) return refusals.unreadable();
  if (inputs.length > MOST_READ) return objectRefusals.tooMany('inputs', MOST_READ);
  const results: object[] = [];
  const errors: Trouble[] = [];
  for (const input of inputs) {
    const id = textIn(input, 'id') ?? '';
    const end = { typeId: pair.from, id };
    const page = pageOf(call.data, end, pair.to, 500, Number(textIn(input, 'after') ?? 0));
    if (page.results.length === 0) {
      errors.push({
        refusal: objectRefusals.noAssociation(pair.from, id, pair.to),
        context: { fromObjectId: [id] },
      });
      continue;
    }
    const paging = page.next === undefined ? {} : { paging: { next: { after: page.next } } };
    results.push({ from: { id }, to: page.results, ...paging });
  }
  return batchAnswer(results, errors, call.now);
}

/** The dated OpenAPI file answers 200 here, v4 201. */
function batchCreate(call: Call, parts: readonly string[]): Result {
  return eachPair(
    call,
    parts,
    (pair, ids, input) => {
      const specs = input['types'];
      const types = typesGiven(call.data, pair.from, pair.to, Array.isArray(specs) ? specs : []);
      if ('status' in types) return types;
      const done = linkedBy(call, pair, ids, types);
      return 'status' in done ? done : [sentLabels(done.from, done.to, types)];
    },
    isDated(call.path) ? 200 : 201,
  );
}

function batchDefault(call: Call, parts: readonly string[]): Result {
  return eachPair(call, parts, (pair, ids) => {
    const done = linkedBy(call, pair, ids, pair.plain);
    return 'status' in done ? done : sentBoth(done, pair.plain);
  });
}

/** The dated version answers with an empty list, v4 with nothing. */
function batchArchive(call: Call, [from = '', to = '']: readonly string[]): Result {
  const pair = pairOf(call, from, to);
  if ('status' in pair) return pair;
  const inputs = inputsIn(call.body);
  if (inputs === undefined) return refusals.unreadable();
  for (const input of inputs) {
    const others = Array.isArray(input['to']) ? (input['to'] as unknown[]) : [];
    for (const other of others) {
      unlink(
        call.data,
        { typeId: pair.from, id: idIn(input['from']) },
        { typeId: pair.to, id: idIn(other) },
      );
    }
  }
  return isDated(call.path) ? batchAnswer([], [], call.now) : nothing();
}

/** Taking away the type without a label ends all of them (the OpenAPI file's own words). */
function batchUnlabel(call: Call, parts: readonly string[]): Result {
  const answer = eachPair(call, parts, (pair, ids, input) => {
    const specs = input['types'];
    const types = typesGiven(call.data, pair.from, pair.to, Array.isArray(specs) ? specs : []);
    if ('status' in types) return types;
    const [from, to] = [
      { typeId: pair.from, id: ids.from },
      { typeId: pair.to, id: ids.to },
    ];
    const isPlain = types.some(({ label }) => label === undefined);
    unlink(call.data, from, to, isPlain ? undefined : types);
    return [];
  });
  return answer.status === 200 && !isDated(call.path) ? nothing() : answer;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  /** The one type without a label, in a list. */
  readonly plain: readonly DirectedType[];
}

function pairOf(call: Call, fromName: string, toName: string): Pair | Refusal {
  const from = typeOf(call, fromName);
  if ('status' in from) return from;
  const to = typeOf(call, toName);
  if ('status' in to) return to;
  const plain = typesBetween(call.data, from.typeId, to.typeId).slice(0, 1);
  return plain.length === 0
    ? objectRefusals.bad(`No association type exists from ${fromName} to ${toName}`)
    : { from: from.typeId, to: to.typeId, plain };
}

function linkedBy(
  { data }: Call,
  pair: Pair,
  ids: { readonly from: string; readonly to: string },
  types: readonly DirectedType[],
): { readonly from: End; readonly to: End } | Refusal {
  const from = { typeId: pair.from, id: ids.from };
  const to = { typeId: pair.to, id: ids.to };
  if (!exists(data, from) || !exists(data, to)) return refusals.notFound();
  link(data, from, to, types);
  return { from, to };
}

/** HubSpot tells of both directions. */
function sentBoth(
  { from, to }: { readonly from: End; readonly to: End },
  types: readonly DirectedType[],
): object[] {
  return types.flatMap(({ id, inverseId }) => [
    sentDefault(from, to, id),
    sentDefault(to, from, inverseId),
  ]);
}

function pageOf(data: Call['data'], end: End, toType: string, limit: number, after: number) {
  const all = linked(data, end, toType).filter(({ id }) => Number(id) > after);
  const page = all.slice(0, limit);
  return { results: page.map(sentLinked), next: all.length > limit ? page.at(-1)?.id : undefined };
}

function eachPair(
  call: Call,
  [fromType = '', toType = '']: readonly string[],
  run: (
    pair: Pair,
    ids: { readonly from: string; readonly to: string },
    input: Readonly<Record<string, unknown>>,
  ) => object[] | Refusal,
  status = 200,
): Result {
  const pair = pairOf(call, fromType, toType);
  if ('status' in pair) return pair;
  const inputs = inputsIn(call.body);
  if (inputs === undefined) return refusals.unreadable();
  const results: object[] = [];
  const errors: Trouble[] = [];
  for (const input of inputs) {
    const [from, to] = [idIn(input['from']), idIn(input['to'])];
    const done = run(pair, { from, to }, input);
    if (Array.isArray(done)) results.push(...done);
    else
      errors.push({ ...troubleOf({}, done), context: { fromObjectId: [from], toObjectId: [to] } });
  }
  return batchAnswer(results, errors, call.now, status);
}

function idIn(end: unknown): string {
  return (isObject(end) ? textIn(end, 'id') : undefined) ?? '';
}
