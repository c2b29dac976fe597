import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { SANDBOX_SIGNING_KEY } from '../../sandbox/functions/signing-key.ts';
import { inHubSpot } from '../../src/app/app.functions/hubspot-world.ts';
import {
  setUpPortal,
  signingKeyState,
  type SetUpWorld,
} from '../../src/app/app.functions/setup-portal.ts';
import type { PartReply } from '../../src/app/contract/set-up.ts';
import type { SetUp, SetUpPart, SetUpState } from '../../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';

/** A portal in memory; `fails` says what goes wrong with the completing of a part, before or after it is done. */
function portal(
  parts: Readonly<Record<SetUpPart, SetUpState>>,
  fails: Partial<Record<SetUpPart, { readonly error: Error; readonly isDone: boolean }>> = {},
) {
  const state = { ...parts };
  const completed: SetUpPart[] = [];
  const logged: Readonly<Record<string, string>>[] = [];
  const setUp: SetUp = {
    look: () => Promise.resolve({ ...state }),
    complete: (part) => {
      completed.push(part);
      const fault = fails[part];
      if (fault?.isDone !== false) state[part] = 'there';
      return fault === undefined ? Promise.resolve() : Promise.reject(fault.error);
    },
  };
  const world: SetUpWorld = {
    hubspot: { setUp },
    signingKey: 'there',
    correlationId: 'set-up-1',
    log: (line) => logged.push(line),
  };
  return { world, completed, logged };
}

const trouble = (code: HubSpotTrouble['code'], scope?: string) =>
  new HubSpotTrouble({
    code,
    mayHaveTakenEffect: true,
    ...(scope === undefined ? {} : { scope }),
  });

describe('setting up a portal', () => {
  it.each<[SetUpState, PartReply['state'], number]>([
    ['there', 'there', 0],
    ['missing', 'created', 1],
    ['incomplete', 'completed', 1],
    ['not-ours', 'not-ours', 0],
  ])('a part that is %s: %s', async (before, state, completions) => {
    const { world, completed } = portal({ record: before, 'marketing-request': 'there' });
    expect(await setUpPortal({ parameters: {} }, world)).toEqual({
      status: 'set-up',
      parts: { record: { state }, 'marketing-request': { state: 'there' } },
      signingKey: 'there',
      correlationId: 'set-up-1',
    });
    expect(completed).toHaveLength(completions);
  });

  it('one part that fails does not stop the other, and says why', async () => {
    const { world, logged } = portal(
      { record: 'missing', 'marketing-request': 'missing' },
      { record: { error: trouble('missing-scope', 'crm.schemas.custom.write'), isDone: false } },
    );
    expect(await setUpPortal({}, world)).toMatchObject({
      parts: {
        record: { state: 'failed', code: 'missing-scope', scope: 'crm.schemas.custom.write' },
        'marketing-request': { state: 'created' },
      },
    });
    expect(logged).toEqual([
      { level: 'error', correlationId: 'set-up-1', part: 'record', code: 'missing-scope' },
    ]);
  });

  it('a part that is there in spite of a failure was created', async () => {
    const { world } = portal(
      { record: 'there', 'marketing-request': 'missing' },
      { 'marketing-request': { error: trouble('timed-out'), isDone: true } },
    );
    expect(await setUpPortal({}, world)).toMatchObject({
      parts: { 'marketing-request': { state: 'created' } },
    });
  });

  it('a part that is still missing without a word is not called created', async () => {
    const { world } = portal({ record: 'missing', 'marketing-request': 'there' });
    const look = () =>
      Promise.resolve({ record: 'missing', 'marketing-request': 'there' } as const);
    const blind = { ...world, hubspot: { setUp: { ...world.hubspot.setUp, look } } };
    expect(await setUpPortal({}, blind)).toMatchObject({
      parts: { record: { state: 'failed', code: 'rejected-by-hubspot' } },
    });
  });

  it.each<[string, unknown]>([
    ['a part', { part: 'record' }],
    ['a contact', { contactId: '101' }],
    ['a list', []],
    ['a text', 'set-up'],
  ])('takes no choices: %s is a bad request', async (_what, parameters) => {
    const { world, completed } = portal({ record: 'missing', 'marketing-request': 'missing' });
    expect(await setUpPortal({ parameters }, world)).toEqual({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: ['parameters'],
      correlationId: expect.any(String) as unknown,
    });
    expect(completed).toEqual([]);
  });

  it('what nobody foresaw is trouble without a word of it', async () => {
    const { world } = portal(
      { record: 'missing', 'marketing-request': 'there' },
      { record: { error: new Error('secret'), isDone: false } },
    );
    const reply = await setUpPortal({}, world);
    expect(reply).toEqual({ status: 'trouble', code: 'internal', correlationId: 'set-up-1' });
  });
});

describe('the signing key', () => {
  it.each([
    [undefined, 'key-missing'],
    ['', 'key-missing'],
    ['no key', 'key-unreadable'],
    [SANDBOX_SIGNING_KEY, 'there'],
  ])('%s: %s', (secret, state) => {
    expect(signingKeyState(secret)).toBe(state);
  });
});

describe('over the emulated HubSpot', () => {
  const hubspot = createHubSpotOnDesk();
  let server: Awaited<ReturnType<typeof hubspot.listen>>;
  beforeAll(async () => {
    server = await hubspot.listen();
  });
  afterAll(() => server.close());

  const run = (portalId: number) =>
    inHubSpot(
      {
        PRIVATE_APP_ACCESS_TOKEN: `pat-sandbox-${String(portalId)}`,
        HUBSPOT_API_ORIGIN: server.origin,
      },
      (world) => setUpPortal({}, { ...world, signingKey: 'there' }),
    );
  const states = async (portalId: number) => {
    const reply = await run(portalId);
    return 'parts' in reply ? Object.values(reply.parts).map(({ state }) => state) : reply;
  };

  it.each([
    ['set up', 1001, ['there', 'there']],
    ['half set up', 1005, ['completed', 'created']],
    ['not set up', 1006, ['created', 'created']],
  ])('a portal that is %s, and is so afterwards', async (_what, portalId, first) => {
    expect(await states(portalId)).toEqual(first);
    hubspot.clearCalls();
    expect(await states(portalId)).toEqual(['there', 'there']);
    expect(hubspot.calls().every(({ method }) => method === 'GET')).toBe(true);
  });

  it('needs no more than the app asks for', async () => {
    const portal = hubspot.portals.find(({ id }) => id === 1006);
    hubspot.reset();
    hubspot.grant(
      1006,
      (portal?.scopes ?? []).filter((scope) => scope !== 'crm.schemas.custom.write'),
    );
    expect(await run(1006)).toMatchObject({
      parts: {
        record: { state: 'failed', code: 'missing-scope', scope: 'crm.schemas.custom.write' },
        'marketing-request': { state: 'created' },
      },
    });
  });
});
