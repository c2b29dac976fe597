import { FLOW_CREATE_REQUIRED } from '../../generated/names.ts';
import { addFlow } from '../acts.ts';
import { fine, type Call, type Result, type Route } from '../call.ts';
import { EDITIONS } from '../editions.ts';
import type { StoredFlow } from '../entities.ts';
import { ACTION_TYPES, sentFlow, sentFlowListing } from '../flow-formatters.ts';
import { envelope } from '../formatters.ts';
import { pageById, pageIn, sentPaging } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { PAGED } from './record-parameters.ts';

const BASE = '/automation/2026-09-beta';
const SCOPES = ['automation'];

/** Workflows (OpenAPI file automation 2026-09-beta; beta, so it may change). Plans below Professional have none. */
export const FLOWS: readonly Route[] = [
  {
    method: 'GET',
    path: `${BASE}/action-types`,
    scopes: SCOPES,
    query: { objectTypeId: 'text' },
    answer: actionTypes,
  },
  { method: 'GET', path: `${BASE}/flows`, scopes: SCOPES, query: PAGED, answer: list },
  { method: 'POST', path: `${BASE}/flows`, scopes: SCOPES, answer: add },
  { method: 'POST', path: `${BASE}/flows/batch/read`, scopes: SCOPES, answer: batchRead },
  { method: 'GET', path: `${BASE}/flows/{flowId}`, scopes: SCOPES, answer: one },
  { method: 'PUT', path: `${BASE}/flows/{flowId}`, scopes: SCOPES, answer: replace },
  { method: 'DELETE', path: `${BASE}/flows/{flowId}`, scopes: SCOPES, answer: remove },
];

function actionTypes({ data, query }: Call): Result {
  const asked = query.get('objectTypeId');
  const { marketingContacts } = EDITIONS[data.settings.edition];
  return fine({
    results: ACTION_TYPES.filter(
      ({ objectTypeIds, needsMarketingContacts }) =>
        (asked === null || objectTypeIds.includes(asked)) &&
        (marketingContacts || !needsMarketingContacts),
    ).map(({ needsMarketingContacts: _ours, ...sent }) => sent),
  });
}

function list({ data, query }: Call): Result {
  const asked = pageIn(query, { usual: 100, most: 100 });
  if ('status' in asked) return asked;
  const page = pageById(data.flows, ({ id }) => id, asked);
  if ('status' in page) return page;
  return fine({ results: page.items.map(sentFlowListing), ...sentPaging(page) });
}

function add({ data, body, now }: Call): Result {
  const missing = FLOW_CREATE_REQUIRED.find((name) => body[name] === undefined);
  if (missing !== undefined) return refusals.invalid(`${missing} is required`);
  const id = addFlow(data, body, now);
  const flow = data.flows.find((one) => one.id === id);
  return flow === undefined ? refusals.notFound() : { status: 201, body: sentFlow(flow) };
}

function one({ data }: Call, [id = '']: readonly string[]): Result {
  const flow = data.flows.find((found) => found.id === id);
  return flow === undefined ? refusals.notFound() : fine(sentFlow(flow));
}

function batchRead({ data, body, now }: Call): Result {
  const { inputs } = body;
  if (!Array.isArray(inputs)) return refusals.unreadable();
  const ids = inputs.map((input: unknown) => (input as { flowId?: unknown } | null)?.flowId);
  const found = ids.flatMap((id): StoredFlow[] => data.flows.filter((flow) => flow.id === id));
  return fine(envelope(found.map(sentFlow), now));
}

/** A revision that is not the newest is refused, so that nobody's change is overwritten unseen. [guess: flowRevision] */
function replace({ data, body, now }: Call, [id = '']: readonly string[]): Result {
  const flow = data.flows.find((found) => found.id === id);
  if (flow === undefined) return refusals.notFound();
  const { revisionId, ...definition } = body;
  if (revisionId !== String(flow.revision)) return refusals.invalid('revisionId is not the newest');
  flow.definition = { ...flow.definition, ...definition };
  flow.revision += 1;
  flow.updatedAt = now;
  return fine(sentFlow(flow));
}

function remove({ data }: Call, [id = '']: readonly string[]): Result {
  const at = data.flows.findIndex((flow) => flow.id === id);
  if (at < 0) return refusals.notFound();
  data.flows.splice(at, 1);
  return { status: 204, body: undefined };
}
