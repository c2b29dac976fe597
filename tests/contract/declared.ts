import type { Route } from '../../sandbox/emulator/hubspot/call.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { subjectOf } from './check.ts';
import type { Operation } from './contract.ts';

/** The spellings of a route's path: the newest, then older versions'. */
export function spellingsOf({ path, also = [] }: Route): readonly string[] {
  return [path, ...also];
}

/** Each route with what HubSpot's files, or our fixtures, say of it at each of its spellings. */
export const ROUTES_HELD: readonly {
  readonly route: Route;
  readonly operations: readonly Operation[];
}[] = ROUTES.map((route) => ({
  route,
  operations: spellingsOf(route).flatMap((path) => subjectOf(route.method, path)?.operation ?? []),
}));

/** The names of an operation's query parameters. */
export function queryOf({ parameters }: Operation): string[] {
  return parameters.filter((one) => one.in === 'query').map(({ name }) => name);
}

/** A place in a list, which only the page before can tell. */
export function isCursor(name: string): boolean {
  return name === 'after' || name === 'offset';
}
