import { afterEach, describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { pathPart, urlText } from '../../src/app/gateway/hubspot/url-text.ts';
import { listenOnLoopback } from '../../sandbox/emulator/core/http.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { addressOf, ANN, attackedDesk, TOKEN } from '../functions/attacked-desk.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Ann's HubSpot, of which some answers are changed on their way: by path, what becomes of the body. */
async function deskWith(
  change: Readonly<Record<string, (body: Record<string, unknown>) => unknown>>,
  organisation: Parameters<typeof attackedDesk>[0] = {},
) {
  const desk = await attackedDesk(organisation);
  const server = await listenOnLoopback(0, (request) => {
    const answer = desk.hubspot.handle(request);
    const found = Object.keys(change).find((path) => request.path.startsWith(path));
    if (found === undefined || answer.status !== 200) return answer;
    const body = JSON.parse(answer.body) as Record<string, unknown>;
    return { ...answer, body: JSON.stringify(change[found]?.(body)) };
  });
  closing.push(
    () => server.close(),
    () => desk.close(),
  );
  const world = (): World => ({
    ...desk.world(),
    hubspot: hubSpot({ token: TOKEN, origin: server.origin }),
  });
  const input = (parameters: object, record: object = desk.record(ANN)) => ({
    parameters,
    propertiesToSend: record,
  });
  return {
    desk,
    gateway: () => world().hubspot,
    read: (parameters: object, record?: object) => readConsent(input(parameters, record), world()),
    change: (parameters: object, record?: object) =>
      changeConsent(input(parameters, record), world()),
  };
}

const account = (timeZone: unknown) => ({
  '/account-info/': (body: Record<string, unknown>) => ({ ...body, timeZone }),
  // Then the account's id too comes from the account.
  '/oauth/': () => ({ appId: 7001 }),
});

/** What can't be reckoned in: no zone at all, or none that is known here. */
const NO_ZONES = [
  '',
  ' ',
  'Not/AZone',
  '+25:00',
  '-99:99',
  'UTC+9',
  'Asia/Tokyo ',
  'Asia/Tokyo\n',
  '__proto__',
  'constructor',
  '\u0000',
  '\uD800',
  'x'.repeat(100),
  null,
  9,
  -540,
  true,
  [],
  ['Asia/Tokyo'],
  {},
  { id: 'Asia/Tokyo' },
] as const;

describe('an account whose time zone is none', () => {
  it.each(NO_ZONES.map((zone) => [zone]))(
    'such as %j, is an unreadable answer where a day is asked for, and no trouble elsewhere',
    async (zone) => {
      const billing = { term: 'annual', renewalDay: 'not-set' } as const;
      const hubspot = await deskWith(account(zone), { organisation: { billing } });
      expect(await hubspot.read({ part: 'as-of', on: '2026-01-02' })).toMatchObject({
        status: 'trouble',
        code: 'unreadable-answer',
      });
      const seen = await hubspot.read({ part: 'glance' });
      expect(seen).toMatchObject({ status: 'glance', glance: { ledger: 'ready' } });
      expect(seen).not.toHaveProperty('glance.updateDate');
      const optOut = { act: 'opt-out', requestId: 'request-1', typeId: NEWSLETTER };
      expect(await hubspot.change(optOut)).toMatchObject({ status: 'changed' });
      expect((await hubspot.desk.entries()).length).toBe(2);
    },
  );

  it('is named as UTC in the task that asks for approval', async () => {
    const hubspot = await deskWith(account('Not/AZone'), {
      organisation: { approver: { ownerId: '9047' } },
    });
    hubspot.desk.play({ act: 'contact-link', typeId: NEWSLETTER });
    const question = {
      act: 'ask-for-approval',
      requestId: 'request-1',
      of: { act: 'opt-in', typeId: NEWSLETTER },
      evidence: 'Call 17',
      language: 'en',
    };
    expect(await hubspot.change(question)).toMatchObject({ status: 'asked' });
  });

  it.each([['Asia/Tokyo'], ['US/Eastern'], ['utc'], ['Etc/GMT+5']])('%s is one', async (zone) => {
    const hubspot = await deskWith(account(zone));
    expect(await hubspot.gateway().installation.timeZone()).toBe(zone);
    expect(await hubspot.read({ part: 'as-of', on: '2026-01-02' })).toMatchObject({
      status: 'as-of',
    });
  });

  it('is not told where HubSpot does not tell', async () => {
    const hubspot = await deskWith(account(undefined));
    expect(await hubspot.gateway().installation.timeZone()).toBeUndefined();
  });
});

const LONE = `visitor\uD800@example.com`;

describe('an address with half a surrogate pair', () => {
  it.each([
    ['the glance', { part: 'glance' }],
    ['the history', { part: 'history' }],
    ['older pages', { part: 'older', after: { 'email-events': ['mark'] } }],
    ['a day', { part: 'as-of', on: '2026-01-02' }],
    ['the preference link', { part: 'preference-link' }],
  ])('as the open record’s, is a bad request for %s', async (_what, parameters) => {
    const hubspot = await deskWith({});
    for (const email of [LONE, '\uDFFF', `a@b.example\uDC00`]) {
      expect(await hubspot.read(parameters, { hs_object_id: ANN, email })).toEqual({
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: ['propertiesToSend.email'],
        correlationId: expect.any(String),
      });
    }
  });

  it('as the open record’s, is a bad request for every change', async () => {
    const hubspot = await deskWith({});
    for (const wish of [
      { act: 'opt-in', typeId: NEWSLETTER },
      { act: 'opt-out', typeId: NEWSLETTER },
      { act: 'opt-out-of-everything', confirmed: true },
      { act: 'to-marketing', explicitYes: true },
      { act: 'undo', undoes: 'request-0' },
      {
        act: 'ask-for-approval',
        of: { act: 'opt-in', typeId: NEWSLETTER },
        language: 'en',
      },
    ]) {
      const record = { hs_object_id: ANN, email: LONE };
      expect(await hubspot.change({ requestId: 'request-1', ...wish }, record)).toMatchObject({
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: ['propertiesToSend.email'],
      });
    }
  });

  it('as HubSpot has it by now, is another contact’s', async () => {
    const hubspot = await deskWith({
      [`/crm/v3/objects/contacts/${ANN}`]: (body) => ({
        ...body,
        properties: { ...(body['properties'] as object), email: LONE },
      }),
    });
    expect(await hubspot.read({ part: 'glance' })).toMatchObject({
      status: 'bad-request',
      code: 'record-changed',
    });
  });

  it('as another address of the contact’s, tells nothing and is said not to', async () => {
    const hubspot = await deskWith({
      [`/crm/v3/objects/contacts/${ANN}`]: (body) => ({
        ...body,
        properties: {
          ...(body['properties'] as object),
          email: addressOf(ANN),
          hs_additional_emails: `${LONE};..`,
        },
      }),
    });
    const reply = await hubspot.read({ part: 'history' });
    expect(reply).toMatchObject({ status: 'history' });
    expect(reply).toHaveProperty(
      'history.unread',
      expect.arrayContaining([{ source: 'current-status', because: { code: 'failing' } }]),
    );
  });

  it.each(['\uD800', '..'])('as the id of a form (%j), is an unreadable answer', async (id) => {
    const hubspot = await deskWith({});
    const { sources } = hubspot.gateway();
    const form = { id, name: 'Form', boxes: [] };
    await expect(sources.submissions(form, addressOf(ANN))).rejects.toMatchObject({
      code: 'unreadable-answer',
    });
  });

  it('as the id of a colleague, leaves the number', async () => {
    const hubspot = await deskWith({});
    const { sources } = hubspot.gateway();
    expect(await sources.userNames(['\uD800', '..', '.'])).toEqual(new Map());
  });
});

describe('text of HubSpot’s in a URL', () => {
  it.each(['\uD800', 'a\uDC00', '\uDC00\uD800'])('%j has no place there', (text) => {
    expect(() => pathPart(text)).toThrow(expect.objectContaining({ code: 'unreadable-answer' }));
    expect(() => urlText(text)).toThrow(expect.objectContaining({ code: 'unreadable-answer' }));
  });

  it.each(['.', '..'])('%j is no part of a path', (text) => {
    expect(() => pathPart(text)).toThrow(expect.objectContaining({ code: 'unreadable-answer' }));
  });

  it.each([
    ['a+b/c?d#e%f@example.com', 'a%2Bb%2Fc%3Fd%23e%25f%40example.com'],
    ['...', '...'],
    ['\u{1F600}\u0000\n', '%F0%9F%98%80%00%0A'],
  ])('%j is', (text, part) => {
    expect(pathPart(text)).toBe(part);
    expect(urlText(text)).toBe(text);
  });
});
