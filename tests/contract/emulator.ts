import { router } from '../../sandbox/emulator/core/router.ts';
import type { Route } from '../../sandbox/emulator/hubspot/call.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import {
  createHubSpotOnDesk,
  type Exchange,
  type HubSpotOnDesk,
} from '../../sandbox/emulator/index.ts';
import type { Call, Request } from './calls/call.ts';
import { CALLS } from './calls/index.ts';
import { spellingsOf } from './declared.ts';
import type { Tally } from './tally.ts';

/** The spelling of its path that a row is at, with parts in braces. */
interface Spelled {
  readonly spelling: string;
}

/** Everything that some route asks for. */
export const ALL_SCOPES = [
  ...new Set(ROUTES.flatMap(({ scopes }) => scopes).flatMap((together) => together.split(' '))),
];

const find = router(ROUTES);

/** Each call of the table at every version's path that its route has. */
export function spelledCalls(): (Call & Spelled)[] {
  return CALLS.flatMap(atEverySpelling).map((call) => {
    const isOlder = !/\/20\d\d-\d\d/.test(call.spelling);
    return { ...call, status: isOlder ? (call.older ?? call.status) : call.status };
  });
}

/** A row at every version's path that its route has. Throws on a row for which there is no route. */
export function atEverySpelling<R extends Pick<Request, 'method' | 'path'>>(
  row: R,
): (R & Spelled)[] {
  const { path, query } = split(row.path);
  const found = find(row.method, path);
  if (found === undefined) throw new Error(`no route for ${row.method} ${path}`);
  return spellingsOf(found.route).map((spelling) => {
    const parts = [...found.parts];
    const at = spelling.replaceAll(/\{\w+\}/g, () => parts.shift() ?? '');
    return { ...row, spelling, path: at + query };
  });
}

// What was just made is found, so that a search has something to answer.
const ASSUMPTIONS = { searchLagMs: 0 };

/** How the scenarios leave things; quicker to go back to than telling them again. */
const START = createHubSpotOnDesk({ assumptions: ASSUMPTIONS, isSetUp: false }).snapshot();

/** An emulated HubSpot whose exchanges add up in a tally; the table of calls brings its own custom objects. */
export function observed(seen: Tally, isSetUp = true): HubSpotOnDesk {
  return emulated(isSetUp, (exchange) => seen.add(exchange));
}

/** The same, seen by nobody where nothing is given. */
export function emulated(
  isSetUp: boolean,
  observe: (exchange: Exchange) => void = () => undefined,
): HubSpotOnDesk {
  return createHubSpotOnDesk({ observe, assumptions: ASSUMPTIONS, isSetUp });
}

/** Makes a call on a fresh portal that grants the app everything; answers the status. */
export function make(hubspot: HubSpotOnDesk, call: Call): number {
  return ask(hubspot, call.portalId ?? 1001, prepared(hubspot, call)).status;
}

/** A fresh portal that grants the app everything, in the situation that a call wants; answers the call with its `$id`. */
export function prepared<C extends Request & Pick<Call, 'before' | 'portalId'>>(
  hubspot: HubSpotOnDesk,
  call: C,
): C {
  const { before = [], portalId = 1001 } = call;
  hubspot.restore(START);
  hubspot.grant(portalId, ALL_SCOPES);
  let id = '';
  for (const request of before) {
    const made = JSON.parse(JSON.stringify(request).replaceAll('$id', id)) as Request;
    const told = fieldIn(ask(hubspot, portalId, made).body, 'id');
    if (typeof told === 'string') id = told;
  }
  return JSON.parse(JSON.stringify(call).replaceAll('$id', id)) as C;
}

export interface Answer {
  readonly status: number;
  /** Parsed JSON; an empty object where there is none. */
  readonly body: unknown;
}

/** Asks without a socket, as the app of a portal. */
export function ask(hubspot: HubSpotOnDesk, portalId: number, request: Request): Answer {
  const { status, body } = send(hubspot, portalId, request);
  return { status, body: body === '' ? {} : (JSON.parse(body) as unknown) };
}

/** What stands in an answer under a path of names and places: `fieldIn(body, 'results', 0, 'id')`. */
export function fieldIn(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined,
    body,
  );
}

/** One field of every row of a list in an answer. */
export function eachIn(body: unknown, list: string, ...field: readonly string[]): unknown[] {
  const rows = fieldIn(body, list);
  return Array.isArray(rows) ? rows.map((row: unknown) => fieldIn(row, ...field)) : [];
}

/** Without a token, without scopes, and one call too many: what any endpoint answers before it is asked. */
export function refuseEarly(hubspot: HubSpotOnDesk): readonly number[] {
  const read = { method: 'GET', path: '/crm/v3/objects/contacts/104' } as const;
  hubspot.reset();
  const anonymous = hubspot.handle({ ...read, headers: {}, body: '' }).status;
  const scopeless = ROUTES.filter(({ scopes }) => scopes.length > 0).map((route) => {
    hubspot.grant(1001, []);
    const path = route.path.replaceAll(/[{}]/g, '');
    return send(hubspot, 1001, { method: route.method, path }).status;
  });
  hubspot.reset();
  hubspot.limitCalls(100);
  const limited = Array.from({ length: 101 }, () => send(hubspot, 1001, read).status).at(-1) ?? 0;
  hubspot.reset();
  hubspot.fail({ path: read.path, times: 1, fault: { kind: 'status', status: 500 } });
  return [anonymous, ...new Set(scopeless), limited, send(hubspot, 1001, read).status];
}

/** What a route lacks in the table: an answer, or a refusal, at one of its spellings. */
export function lackingRows(neverRefused: ReadonlySet<string>): string[] {
  const rows = spelledCalls();
  return ROUTES.flatMap((route) =>
    spellingsOf(route).flatMap((spelling) => {
      const own = rows.filter((row) => row.spelling === spelling && row.method === route.method);
      const isRefused = neverRefused.has(nameOf(route)) || own.some(({ status }) => status >= 400);
      return [
        ...(own.some(({ status }) => status < 300) ? [] : [lacks(route, spelling, 'is answered')]),
        ...(isRefused ? [] : [lacks(route, spelling, 'is refused')]),
      ];
    }),
  );
}

function lacks(route: Route, spelling: string, what: string): string {
  return `${route.method} ${spelling}: add a row in which it ${what} to tests/contract/calls`;
}

export function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function send(hubspot: HubSpotOnDesk, portalId: number, { method, path, body }: Request) {
  return hubspot.handle({
    method,
    path,
    headers: { authorization: `Bearer pat-sandbox-${String(portalId)}` },
    body: body === undefined ? '' : JSON.stringify(body),
  });
}

function split(path: string): { readonly path: string; readonly query: string } {
  const at = path.indexOf('?');
  return at < 0 ? { path, query: '' } : { path: path.slice(0, at), query: path.slice(at) };
}
