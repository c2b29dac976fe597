import { nothing, type Call, type Result, type Route } from '../call.ts';
import { batchAnswer, troubleOf, type Trouble } from '../objects/batch.ts';
import { inputsIn, isDated, isObject, textIn } from '../objects/given.ts';
import { typesGiven } from '../objects/given-associations.ts';
import { unlink } from '../objects/links.ts';
import { ANY, linkedBy, pageOf, pairOf, sentBoth, type Pair } from '../objects/pair.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentLabels } from '../objects/sent-association.ts';
import { refusals, type Refusal } from '../refusals.ts';

const PAIR = '/{fromObjectType}/{toObjectType}';

/** Many associations between two types in one call (OpenAPI file associations 2026-09; v4 differs in its statuses). */
export const ASSOCIATION_BATCHES: readonly Route[] = [
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

function inBatch(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/associations/2026-09${PAIR}${rest}`,
    also: [`/crm/v4/associations${PAIR}${rest}`],
  };
}

const MOST_READ = 1000;

/** A record that is not there is an error beside the others, and so is one without associations (v4's guide). [guess: errorsInBatch] */
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
    const page = pageOf(call.data, end, pair.to, { limit: 500, after: textIn(input, 'after') });
    if ('status' in page) return page;
    if (page.results.length === 0) {
      errors.push({
        refusal: objectRefusals.noAssociation(pair.from, id, pair.to),
        context: { fromObjectId: [id] },
      });
      continue;
    }
    results.push({ from: { id }, to: page.results, ...page.paging });
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
    return 'status' in done ? done : sentBoth(call.data, done, pair.plain);
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
