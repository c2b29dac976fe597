import type { Asked } from '../core/http.ts';
import { router } from '../core/router.ts';
import type { Result } from './call.ts';
import type { Portal, PortalData } from './entities.ts';
import { refusals } from './refusals.ts';
import { ROUTES } from './routes.ts';

const find = router(ROUTES);

/** Finds the route, checks the app's scopes, reads the body and lets the route answer. */
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
  const call = { portal, data, path: url.pathname, query: url.searchParams, body, now };
  return answer(call, parts);
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
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
