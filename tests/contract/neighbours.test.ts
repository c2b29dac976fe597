import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { SCHEMA, TYPE } from './calls/custom-objects.ts';
import type { Request } from './calls/call.ts';
import { FAMILIES } from './contract.ts';
import { spellingsOf } from './declared.ts';
import { ask, emulated, prepared } from './emulator.ts';

const hubspot = emulated(false);
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const IN_FILES = [...FAMILIES.values()].flatMap(({ operations }) =>
  Object.keys(operations).map((key) => key.slice(key.indexOf(' ') + 1)),
);

/** Every path that HubSpot's files spell out, and the same at the older versions' paths of the routes that serve it. */
const PATHS = [
  ...new Set([
    ...IN_FILES,
    ...ROUTES.flatMap(({ path, also = [] }) => (IN_FILES.includes(path) ? also : [])),
  ]),
].sort();

/** Two paths that differ in the names of their parameters only are one. */
const shapeOf = (method: string, path: string) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
const EMULATED = new Set(
  ROUTES.flatMap((route) => spellingsOf(route).map((path) => shapeOf(route.method, path))),
);

/** What stands for each parameter: a value with which the emulator would find something to answer. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  objectType: ['contacts', '0-1', 'tasks', TYPE],
  fromObjectType: ['contacts'],
  toObjectType: [TYPE],
  toObjectId: ['50001'],
  fromObjectId: ['104'],
  objectId: ['104'],
  contactId: ['104'],
  subscriberIdString: ['contact-104@example.com'],
  emailAddress: ['contact-104@example.com'],
  flowId: ['1700000001'],
  formId: ['f0000000-0000-4000-8000-000000000001'],
  ownerId: ['9047'],
  propertyName: ['email'],
  groupName: ['contactinformation'],
  userId: ['47'],
  associationIdentifier: ['1'],
  revisionId: ['1'],
};

/** A path at every type of object that there is. */
function filled(path: string): string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path];
  const values = VALUES[name];
  if (values === undefined) throw new Error(`no value for {${name}} in ${path}`);
  return values.flatMap((value) => filled(path.replace(`{${name}}`, value)));
}

/** Is the filled path served by a route that spells it out as far: as it stands, or for this type of object alone? */
function isServed(method: string, path: string, at: string): boolean {
  if (EMULATED.has(shapeOf(method, path))) return true;
  const [type = ''] = /(?<=\/)(contacts|0-1|tasks)(?=\/|$)/.exec(at) ?? [];
  return type !== '' && EMULATED.has(shapeOf(method, path.replace('{objectType}', type)));
}

const CALLS = PATHS.flatMap((path) =>
  METHODS.flatMap((method) =>
    filled(path)
      .filter((at) => !isServed(method, path, at))
      .map((at) => ({ method, path, at })),
  ),
);

/** Enough for a route that took the call to do something. */
const BODY = {
  inputs: [],
  properties: { firstname: 'Swallowed' },
  channel: 'EMAIL',
  statusState: 'UNSUBSCRIBED',
  subscriptionId: 501,
};

describe('a path of HubSpot’s that is not emulated', () => {
  it.each(CALLS)('$method $at is answered 501 and changes nothing', ({ method, path, at }) => {
    const query = path.includes('communication-preferences') ? '?channel=EMAIL' : '';
    const body = method === 'GET' || method === 'DELETE' ? undefined : BODY;
    const request: Request = prepared(hubspot, {
      method,
      path: at + query,
      body,
      before: [SCHEMA],
    });
    const before = hubspot.snapshot();
    const answer = ask(hubspot, 1001, request);
    expect(answer).toMatchObject({ status: 501, body: { category: 'NOT_EMULATED' } });
    expect(hubspot.snapshot()).toBe(before);
  });

  it('is tried for every literal part that a parameter could take for its value', () => {
    expect(CALLS.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'POST /communication-preferences/2026-09/statuses/batch/unsubscribe-all',
        'GET /communication-preferences/2026-09/statuses/batch/unsubscribe-all',
        'GET /automation/2026-09-beta/flows/email-campaigns',
        'GET /crm/objects/2026-09/{objectType}/search',
        'DELETE /crm/properties/2026-09/{objectType}/groups',
        'DELETE /settings/users/2026-03/teams',
      ]),
    );
  });

  it.each([
    'POST /communication-preferences/2026-09/statuses//unsubscribe-all?channel=EMAIL',
    'GET /crm/objects/2026-09//104',
    'DELETE /crm/properties/2026-09/contacts//',
    'GET /crm/v3/properties//email',
  ])('%s: an empty part is the value of no parameter', (call) => {
    const [method = '', path = ''] = call.split(' ');
    const request = prepared(hubspot, { method: method as 'GET', path });
    expect(ask(hubspot, 1001, request).status).toBe(501);
  });
});
