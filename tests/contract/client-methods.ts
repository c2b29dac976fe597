import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import type { ClientCall } from './client/row.ts';

/** The typed methods of the installed client that would reach something the sandbox emulates. */
export function clientCallsToEmulated(): ReadonlySet<ClientCall> {
  const emulated = ROUTES.flatMap(({ method, path: at, also = [] }) =>
    [at, ...also].map((spelling) => ({ method, parts: partsOf(spelling) })),
  );
  const reached = clientCalls().filter((call) => {
    const [method = '', at = ''] = call.split(' ');
    const parts = partsOf(at);
    return emulated.some((route) => route.method === method && reaches(parts, route.parts));
  });
  return new Set(reached);
}

/** Does a call's path come from a template of the client's? */
export function isFrom(call: ClientCall, method: string, at: string): boolean {
  const [wanted, template = ''] = call.split(' ');
  const parts = partsOf(template);
  const given = partsOf(at);
  return (
    wanted === method &&
    parts.length === given.length &&
    parts.every((part, index) => isOpen(part) || part === given[index])
  );
}

/** Every API class of the client builds its path and names its method in the same two lines. */
function clientCalls(): ClientCall[] {
  const root = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@hubspot/api-client/package.json')),
    'lib/codegen',
  );
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /apis[\\/]\w+Api\.js$/.test(file))
    .flatMap((file) => {
      const code = readFileSync(path.join(root, file), 'utf8');
      const found = code.matchAll(/localVarPath = ['"`]([^'"`]+)['"`][^]*?HttpMethod\.(\w+)\)/g);
      return [...found].map(([, at = '', method = '']): ClientCall => `${method} /${at.slice(1)}`);
    });
}

/** A client's open part takes any part; an open part of a route needs one. */
function reaches(client: readonly string[], route: readonly string[]): boolean {
  return (
    client.length === route.length && client.every((part, at) => isOpen(part) || part === route[at])
  );
}

function partsOf(at: string): string[] {
  return at.split('/').filter((part) => part !== '');
}

function isOpen(part: string): boolean {
  return part.startsWith('{');
}
