import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import type { Call } from './calls/call.ts';
import { subjectOf } from './check.ts';
import { FAMILIES } from './contract.ts';
import { spellingsOf } from './declared.ts';
import { ALL_SCOPES, ask, emulated, nameOf, prepared, spelledCalls } from './emulator.ts';

const hubspot = emulated(false);

/** Every scope that some file names, so that each can be tried alone. */
const EVERY_SCOPE = [
  ...new Set([
    ...ALL_SCOPES,
    ...[...FAMILIES.values()]
      .flatMap(({ operations }) => Object.values(operations))
      .flatMap(({ scopes }) => scopes)
      .flatMap((together) => together.split(' ')),
  ]),
].sort();

/** Each route at each of its paths, with a call that is accepted there and the scopes that HubSpot's file asks for. */
const ROWS = ROUTES.flatMap((route) =>
  spellingsOf(route).map((spelling) => {
    const operation = subjectOf(route.method, spelling)?.operation;
    const call = spelledCalls().find(
      (one) => one.method === route.method && one.spelling === spelling && one.status < 300,
    );
    if (operation === undefined || call === undefined) throw new Error(nameOf(route));
    return { route: `${route.method} ${spelling}`, call, wanted: wantedBy(operation.scopes, call) };
  }),
);

/**
 * HubSpot's files for objects of any type list the scopes of all types, to read and to write. A call needs those
 * of the type it is about, and of records to read or to write, as the file of contacts and HubSpot's page on scopes
 * have it; associations are about two types and need any of theirs.
 */
function wantedBy(listed: readonly string[], { method, path }: Call): readonly string[] {
  const isAnyType =
    listed.some((one) => one.includes('.contacts.')) &&
    listed.some((one) => one.includes('.custom.'));
  if (!isAnyType || path.includes('/associations/')) return listed;
  const type = /\/(contacts|0-1|tasks)(\/|\?|$)/.test(path) ? 'contacts' : 'custom';
  const isRead = method === 'GET' || /\/(batch\/read|search)$/.test(path.replace(/\?.*/, ''));
  const isOfRecords = /^\/crm\/(v3\/objects|objects)\//.test(path);
  return listed
    .filter((one) => one.includes(`.${type}.`))
    .filter((one) => !isOfRecords || one.endsWith(isRead ? '.read' : '.write'));
}

/** What the call is answered with when the app has these scopes and no others. */
function answered(call: Call, scopes: readonly string[]): number {
  const portalId = call.portalId ?? 1001;
  const made = prepared(hubspot, call);
  hubspot.grant(portalId, scopes);
  return ask(hubspot, portalId, made).status;
}

describe('scopes', () => {
  it.each(ROWS.filter(({ wanted }) => wanted.length > 0))(
    '$route takes each that HubSpot’s file names, and no other alone',
    ({ call, wanted }) => {
      for (const together of wanted) {
        expect([together, answered(call, together.split(' '))]).toEqual([together, call.status]);
      }
      const portalId = call.portalId ?? 1001;
      const made = prepared(hubspot, call);
      const taken = EVERY_SCOPE.filter((scope) => !wanted.includes(scope)).filter((scope) => {
        hubspot.grant(portalId, [scope]);
        return ask(hubspot, portalId, made).status !== 403;
      });
      expect(taken).toEqual([]);
    },
  );

  it('are asked for by every route but those that HubSpot opens to anyone', () => {
    expect(ROWS.filter(({ wanted }) => wanted.length === 0).map(({ route }) => route)).toEqual([
      'POST /submissions/v3/integration/submit/{portalId}/{formId}',
      'POST /oauth/v2/private-apps/get/access-token-info',
    ]);
  });

  it('that are needed together stand together', () => {
    const { wanted } = ROWS.find(({ route }) => route.endsWith('/links/generate')) ?? {};
    expect(wanted).toEqual([
      'communication_preferences.read communication_preferences.write',
      'communication_preferences.read_write',
    ]);
  });
});
