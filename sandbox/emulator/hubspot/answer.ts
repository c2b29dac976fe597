import type { Asked } from '../core/http.ts';
import { router } from '../core/router.ts';
import type { Call, Result } from './call.ts';
import type { Portal, PortalData } from './entities.ts';
import { refusals } from './refusals.ts';
import { ROUTES } from './routes.ts';

const find = router(ROUTES);

/** Finds the route, checks the app's scopes, reads the body and lets the route answer. [guess: orderOfChecks] */
export function answerTo(
  asked: Asked,
  url: URL,
  portal: Portal,
  data: PortalData,
  now: number,
): Result {
  const found = find(asked.method, url.pathname);
  if (found === undefined) return refusals.noRoute(asked.method, url.pathname);
  const { scopes, answer } = found.route;
  if (scopes.length > 0 && !scopes.some((scope) => data.scopes.includes(scope))) {
    return refusals.missingScope(scopes);
  }
  const body = parsed(asked.body);
  const parts = decoded(found.parts);
  if (body === undefined || parts === undefined) return refusals.unreadable();
  const { method } = asked;
  const { pathname: path, searchParams: query } = url;
  const call = { portal, data, method, path, query, ...body, now };
  return answer(call, parts);
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
