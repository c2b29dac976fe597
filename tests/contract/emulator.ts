import { router } from '../../sandbox/emulator/core/router.ts';
import type { Route } from '../../sandbox/emulator/hubspot/call.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { Call, Request } from './calls/call.ts';
import { CALLS } from './calls/index.ts';
import type { Tally } from './tally.ts';

/** A row of the table at one of the spellings of its path. */
interface SpelledCall extends Call {
  /** The spelling, with parts in braces. */
  readonly spelling: string;
}

/** Everything that some route asks for. */
export const ALL_SCOPES = [
  ...new Set(ROUTES.flatMap(({ scopes }) => scopes).flatMap((together) => together.split(' '))),
];

const find = router(ROUTES);

/** Each row at every version's path that its route has. Throws on a row for which there is no route. */
export function spelledCalls(): SpelledCall[] {
  return CALLS.flatMap((call) => {
    const { path, query } = split(call.path);
    const found = find(call.method, path);
    if (found === undefined) throw new Error(`no route for ${call.method} ${path} (${call.does})`);
    return [found.route.path, ...(found.route.also ?? [])].map((spelling) => {
      const parts = [...found.parts];
      const at = spelling.replaceAll(/\{\w+\}/g, () => parts.shift() ?? '');
      const isOlder = !/\/20\d\d-\d\d/.test(spelling);
      const status = isOlder ? (call.older ?? call.status) : call.status;
      return { ...call, status, spelling, path: at + query };
    });
  });
}

// What was just made is found, so that a search has something to answer.
const ASSUMPTIONS = { searchLagMs: 0 };

/** How the scenarios leave things; quicker to go back to than telling them again. */
const START = createHubSpotOnDesk({ assumptions: ASSUMPTIONS, isSetUp: false }).snapshot();

/** An emulated HubSpot whose exchanges add up in a tally; the table of calls brings its own custom objects. */
export function observed(seen: Tally, isSetUp = true): HubSpotOnDesk {
  return createHubSpotOnDesk({
    observe: (exchange) => seen.add(exchange),
    assumptions: ASSUMPTIONS,
    isSetUp,
  });
}

/** Makes a call on a fresh portal that grants the app everything, or what is given; answers the status. */
export function make(hubspot: HubSpotOnDesk, call: Call, scopes = ALL_SCOPES): number {
  hubspot.restore(START);
  const portalId = call.portalId ?? 1001;
  hubspot.grant(portalId, ALL_SCOPES);
  let id = '';
  for (const request of call.before ?? []) id = idIn(send(hubspot, portalId, request).body);
  hubspot.grant(portalId, scopes);
  const made = JSON.parse(JSON.stringify(call).replaceAll('$id', id)) as Call;
  return send(hubspot, portalId, made).status;
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
    [route.path, ...(route.also ?? [])].flatMap((spelling) => {
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

function idIn(body: string): string {
  const { id } = (body === '' ? {} : JSON.parse(body)) as { readonly id?: string };
  return id ?? '';
}

function split(path: string): { readonly path: string; readonly query: string } {
  const at = path.indexOf('?');
  return at < 0 ? { path, query: '' } : { path: path.slice(0, at), query: path.slice(at) };
}
