import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { profileChoices } from '../../src/app/app.functions/profile-choices.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { setUpPortal } from '../../src/app/app.functions/setup-portal.ts';
import {
  CAREFUL_ORGANISATION,
  OrganisationRefused,
  readOrganisation,
} from '../../src/app/policy/organisation.ts';
import { saysSomething } from '../../src/app/text/visible-text.ts';
import { addressOf, ANN, attackedDesk } from './attacked-desk.ts';
import { held, OPEN, optedOutBy, worldOf } from './hubspot-in-memory.ts';

type Json = Readonly<Record<string, unknown>>;
const json = (text: string) => JSON.parse(text) as unknown;
const deep = (levels: number) => json('['.repeat(levels) + ']'.repeat(levels));

/** What a hand, a program or a mistake may put in the place of anything. None of it is a value of any field but text. */
const ODD: readonly unknown[] = [
  null,
  false,
  -1,
  1.5,
  1e9,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '1e3',
  ' 501',
  '501 ',
  '501\n',
  '501\u0000',
  '+501',
  '-501',
  '5.01',
  '0x1F5',
  '501,502',
  '501/../502',
  '٥٠١',
  '５０１',
  '५०१',
  '𝟓𝟎𝟏',
  '\u0000',
  '\u200B',
  '\u202E501',
  '\uFEFF501',
  '\uD800',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'x'.repeat(10_000),
  '\u0301\u0316'.repeat(50_000),
  [],
  [null],
  ['501'],
  [['501']],
  deep(1_000),
  {},
  { length: 1 },
  json('{"__proto__":{"act":"opt-out"}}'),
  { constructor: { prototype: {} } },
  { toString: null, valueOf: null },
];

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', ' act'];

const common = {
  requestId: 'request-1',
  claim: { userId: '47', teamIds: ['801'] },
  askedBy: { by: 'phone', on: '2026-07-02' },
  evidence: 'Call 17',
};
const CHANGES: readonly Json[] = [
  {
    ...common,
    act: 'opt-in',
    typeId: '11',
    shown: 'opted-out',
    legalBasis: 'CONSENT_WITH_NOTICE',
    explanation: 'Said so at the fair',
  },
  { ...common, act: 'opt-out', typeId: '11' },
  { ...common, act: 'opt-out-of-everything', confirmed: true },
  { ...common, act: 'to-marketing', shown: 'non-marketing' },
  { ...common, act: 'to-non-marketing' },
  { ...common, act: 'undo', undoes: 'request-0' },
  {
    ...common,
    act: 'ask-for-approval',
    of: { act: 'opt-in', typeId: '11' },
    note: 'Please look',
    language: 'en',
  },
];
const READS: readonly Json[] = [
  { part: 'glance', words: { in: 'ja', for: 'tab' }, claim: common.claim },
  { part: 'history', from: 0, most: 10, claim: common.claim },
  {
    part: 'older',
    after: { 'email-events': ['mark'], 'event-occurrences': ['mark'] },
    from: 0,
    most: 10,
  },
  { part: 'as-of', on: '2026-07-02', after: { 'subscription-timeline': ['mark'] } },
  { part: 'preference-link', typeId: '11' },
];

type Path = readonly string[];

/** Every place in a request, the request itself among them. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) {
    return value.map((one, at) =>
      String(at) === key ? replaced(one, rest, odd) : (one as unknown),
    );
  }
  const inner = value as Json;
  return { ...inner, [key]: replaced(inner[key], rest, odd) };
}

/** The same with one name more, as JSON brings it: `__proto__` too is a name of its own there. */
function withName(value: unknown, path: Path, name: string): unknown {
  const at = path.reduce<unknown>((inner, key) => (inner as Json)[key], value);
  const more = { ...Object.fromEntries(Object.entries(at as Json)), [name]: undefined };
  Object.defineProperty(more, name, { value: '501', enumerable: true });
  return replaced(value, path, more);
}

const TEXTS = ['explanation', 'evidence', 'note'];
const IDS = ['requestId', 'undoes'];

/** What is right in its place, strange as it looks. */
function isFine(path: Path, odd: unknown): boolean {
  const field = path.at(-1) ?? '';
  if (typeof odd !== 'string') return false;
  if (TEXTS.includes(field)) return saysSomething(odd) && odd.length < 1_000;
  return (
    (IDS.includes(field) && /^[A-Za-z0-9._:-]{8,100}$/.test(odd)) ||
    // Marks are HubSpot's own and of any form that has a place in a URL.
    (path[0] === 'after' && /^[\w.:+/=-]{1,500}$/.test(odd))
  );
}

function isFineToo(path: Path, odd: unknown): boolean {
  const [field, nth] = path;
  const list = Array.isArray(odd);
  if (field === 'claim' && path[1] === 'teamIds' && path.length === 2) {
    return list && (odd.length === 0 || odd[0] === '501');
  }
  if (field === 'after' && nth !== undefined && path.length === 2) {
    return list && odd.length === 1 && odd[0] === '501';
  }
  return (
    field === 'after' &&
    path.length === 1 &&
    JSON.stringify(odd) === '{}' &&
    !Object.hasOwn(odd as object, '__proto__')
  );
}

async function sent(entry: 'change' | 'read', parameters: unknown) {
  const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
  const input = { parameters, propertiesToSend: OPEN };
  const world = worldOf(hubspot, { approver: { ownerId: '9047' } });
  const reply = await (entry === 'change'
    ? changeConsent(input, world)
    : readConsent(input, world));
  return { reply, hubspot };
}

const ENTRIES = [
  ...CHANGES.map((request) => ['change', request['act'], request] as const),
  ...READS.map((request) => ['read', request['part'], request] as const),
];

describe.each(ENTRIES)('a request to %s: %s', (entry, _what, request) => {
  it('is fine as it is', async () => {
    const { reply } = await sent(entry, request);
    // There is no earlier request to take back.
    const isUndo = request['act'] === 'undo';
    expect(reply.status === 'bad-request').toBe(isUndo);
    expect(reply.status).not.toBe('trouble');
  });

  it.each(placesIn(request).map((path) => [path.join('.'), path] as const))(
    'is refused with anything odd at "%s", by the field’s name and before HubSpot is asked',
    async (_name, path) => {
      for (const odd of ODD) {
        if (isFine(path, odd) || isFineToo(path, odd)) continue;
        const { reply, hubspot } = await sent(entry, replaced(request, path, odd));
        const told = `${path.join('.')}: ${String(JSON.stringify(odd)).slice(0, 50)}`;
        expect([told, reply.status]).toEqual([told, 'bad-request']);
        expect(reply).toMatchObject({ code: 'invalid-parameters' });
        const [field] = path;
        if (field !== undefined && 'paths' in reply) {
          expect([told, ...reply.paths]).toContain(`parameters.${field}`);
        }
        expect(hubspot.calls).toEqual([]);
        expect(JSON.stringify(reply).length).toBeLessThan(400);
        expect(JSON.stringify(hubspot.log)).not.toMatch(/x{50}|501/);
      }
    },
  );

  it('is answered by name with what is strange and right', async () => {
    for (const path of placesIn(request)) {
      for (const odd of ODD.filter((one) => isFine(path, one) || isFineToo(path, one))) {
        const { reply } = await sent(entry, replaced(request, path, odd));
        expect(reply.status).not.toBe('trouble');
      }
    }
  });

  it('is refused with a name more in any object of it', async () => {
    const objects = placesIn(request).filter((path) => {
      const at = path.reduce<unknown>((inner, key) => (inner as Json)[key], request);
      return typeof at === 'object' && !Array.isArray(at);
    });
    for (const path of objects) {
      for (const name of NAMES) {
        const { reply, hubspot } = await sent(entry, withName(request, path, name));
        expect([path.join('.'), name, reply.status]).toEqual([path.join('.'), name, 'bad-request']);
        expect(hubspot.calls).toEqual([]);
      }
    }
  });
});

describe('entries sent again', () => {
  it('are dropped or refused, whatever they are', async () => {
    for (const odd of ODD) {
      const one = await sent('change', { act: 'keep-record', unsaved: [odd] });
      expect(one.reply).toEqual({ status: 'kept' });
      if (Array.isArray(odd) && odd.length > 0) continue;
      const { reply } = await sent('change', { act: 'keep-record', unsaved: odd });
      expect(reply.status).toBe('bad-request');
    }
  });
});

describe('the open record', () => {
  it('is refused by name where it is odd', { timeout: 60_000 }, async () => {
    const desk = await attackedDesk();
    try {
      for (const odd of ODD) {
        for (const propertiesToSend of [
          odd,
          { hs_object_id: odd, email: addressOf(ANN) },
          { hs_object_id: ANN, email: odd },
        ]) {
          const beside = { propertiesToSend };
          for (const reply of [
            await desk.read({ part: 'glance' }, beside),
            await desk.read({ part: 'history' }, beside),
            await desk.change({ act: 'opt-out', requestId: 'request-1', typeId: '501' }, beside),
          ]) {
            expect(reply.status).toBe('bad-request');
          }
        }
      }
    } finally {
      await desk.close();
    }
  });
});

describe('a user beside the parameters', () => {
  it('is one, or nobody', async () => {
    for (const userId of ODD) {
      const hubspot = held();
      const parameters = { act: 'opt-out', requestId: 'request-1', typeId: '11' };
      const reply = await changeConsent(
        { parameters, propertiesToSend: OPEN, userId },
        worldOf(hubspot),
      );
      expect(reply.status).toBe('changed');
      const [asked] = hubspot.entries ?? [];
      expect(asked?.statement.who.kind).toBe(userId === 1e9 ? 'staff' : 'unknown');
    }
  });
});

describe('setting up', () => {
  it('takes nothing, and refuses what is more', async () => {
    for (const odd of ODD) {
      let looks = 0;
      const reply = await setUpPortal(
        { parameters: odd },
        {
          hubspot: {
            setUp: {
              look: () => {
                looks += 1;
                return Promise.resolve({ record: 'there', 'marketing-request': 'there' });
              },
              complete: () => Promise.reject(new Error('never')),
            },
          },
          signingKey: 'there',
          correlationId: 'correlation-1',
          log: () => undefined,
        },
      );
      const isNothing =
        odd === null || (JSON.stringify(odd) === '{}' && Object.keys(odd as object).length === 0);
      expect([String(JSON.stringify(odd)).slice(0, 50), reply.status]).toEqual([
        String(JSON.stringify(odd)).slice(0, 50),
        isNothing ? 'set-up' : 'bad-request',
      ]);
      expect(looks).toBe(isNothing ? 1 : 0);
    }
  });
});

describe('the organisation’s choices', () => {
  it('are refused by name where they are odd', () => {
    for (const path of placesIn(CAREFUL_ORGANISATION)) {
      for (const odd of ODD) {
        let settings: unknown;
        try {
          settings = readOrganisation(replaced(CAREFUL_ORGANISATION, path, odd));
        } catch (error) {
          expect(error).toBeInstanceOf(OrganisationRefused);
          continue;
        }
        // What was taken is a value of that choice: an empty list, or nothing at all of a group.
        expect(['[]', '{}', '["501"]']).toContain(JSON.stringify(odd));
        expect(Object.keys(settings as Json)).toEqual(Object.keys(CAREFUL_ORGANISATION));
      }
    }
  });

  it('of a profile are refused by name where they are odd', () => {
    for (const name of ['TEAMS_OPT_IN', 'LOCKED_TYPES', 'TIER_LIMIT', 'APPROVER_OWNER_ID', 'X']) {
      // HubSpot allows texts, numbers and truth values in a profile.
      for (const odd of ODD.filter((one) => one !== null && typeof one !== 'object')) {
        const variables = { [`CONSENT_CARD_${name}`]: odd as string };
        try {
          readOrganisation(profileChoices(variables));
        } catch (error) {
          expect(error).toBeInstanceOf(OrganisationRefused);
        }
      }
    }
  });
});
