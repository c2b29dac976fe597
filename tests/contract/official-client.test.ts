import { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientCallsToEmulated, isFrom } from './client-methods.ts';
import { ROWS } from './client/index.ts';
import { ALL_SCOPES, observed } from './emulator.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen, false);

let server: Awaited<ReturnType<typeof hubspot.listen>>;
let client: Client;

beforeAll(async () => {
  server = await hubspot.listen();
  client = new Client({ accessToken: 'pat-sandbox-1001', basePath: server.origin });
});
afterAll(() => server.close());
beforeEach(() => {
  hubspot.reset();
  hubspot.grant(1001, ALL_SCOPES);
});

describe('HubSpot’s official client, by itself', () => {
  it.each(ROWS)('$covers', async ({ covers, ask, gets }) => {
    const got = await ask(client);
    const last = hubspot.calls().at(-1);
    expect(isFrom(covers, last?.method ?? '', last?.path ?? ''), last?.path).toBe(true);
    if (gets === undefined) expect(got).toBeUndefined();
    else expect(got).toMatchObject(gets);
  });

  it('throws HubSpot’s refusal with its body', async () => {
    const asked = client.communicationPreferences.statusApi.subscribe({
      emailAddress: 'contact-104@example.com',
      subscriptionId: '501',
    });
    await expect(asked).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });

  it('has a row for every typed method that reaches an emulated endpoint', () => {
    const covered = new Set(ROWS.map(({ covers }) => covers));
    const emulated = clientCallsToEmulated();
    expect(emulated.size).toBeGreaterThan(60);
    expect(
      [...emulated].filter((call) => !covered.has(call)),
      'add a row to tests/contract/client',
    ).toEqual([]);
    expect(
      [...covered].filter((call) => !emulated.has(call)),
      'not emulated any more',
    ).toEqual([]);
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});
