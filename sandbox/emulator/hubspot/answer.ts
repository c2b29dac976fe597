import type { Asked } from '../core/http.ts';
import { router } from '../core/router.ts';
import { HUBSPOT_PATHS } from '../generated/names.ts';
import type { Call, Result } from './call.ts';
import type { Portal, PortalData } from './entities.ts';
import { queryRefusal } from './parameters.ts';
import { refusals } from './refusals.ts';
import { ROUTES } from './routes.ts';
import { isGranted } from './scopes.ts';

/** HubSpot's paths, and the same at the older versions' paths of the routes that serve them. */
const NEIGHBOURS = [
  ...HUBSPOT_PATHS,
  ...ROUTES.flatMap(({ path, also = [] }) => (isHubSpotPath(path) ? also : [])),
];

const find = router(ROUTES, NEIGHBOURS);

/** Finds the route, checks the app's scopes and the query, reads the body and lets the route answer. [guess: orderOfChecks] */
export function answerTo(
  asked: Asked,
  url: URL,
  portal: Portal,
  data: PortalData,
  now: number,
): Result {
  const found = find(asked.method, url.pathname);
  if (found === undefined) return refusals.noRoute(asked.method, url.pathname);
  const { scopes, query: parameters = {}, answer } = found.route;
  if (!isGranted(scopes, data.scopes)) return refusals.missingScope(scopes);
  const { method } = asked;
  const { pathname: path, searchParams: query } = url;
  const refusal = queryRefusal(parameters, query, { method, path });
  if (refusal !== undefined) return refusal;
  const body = parsed(asked.body);
  const parts = decoded(found.parts);
  if (body === undefined || parts === undefined) return refusals.unreadable();
  const call = { portal, data, method, path, query, ...body, now };
  return answer(call, parts);
}

function isHubSpotPath(path: string): boolean {
  return HUBSPOT_PATHS.some((one) => one === path);
}

function parsed(body: string): Pick<Call, 'body' | 'list'> | undefined {
  if (body === '') return { body: {}, list: [] };
  try {
    const value: unknown = JSON.parse(body);
    if (Array.isArray(value)) return { body: {}, list: value };
    const isObject = typeof value === 'object' && value !== null;
    return isObject ? { body: value as Record<string, unknown>, list: [] } : undefined;
  } catch {
    return undefined;
  }
}

/** A part like `%E0%A4%A` is no text. */
function decoded(parts: readonly string[]): string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
