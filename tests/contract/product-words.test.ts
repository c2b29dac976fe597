import { describe, expect, it } from 'vitest';
import { LEGAL_BASES as OURS } from '../../src/app/contract/legal-ground.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { listenOnLoopback } from '../../sandbox/emulator/core/http.ts';
import {
  LEGAL_BASES,
  STATUS_STATES,
  V3_LEGAL_BASES,
} from '../../sandbox/emulator/generated/names.ts';

/** The product may not import the sandbox, so its own lists are held against HubSpot's here. */
describe('the product’s words for HubSpot’s', () => {
  it('has HubSpot’s legal bases, in both families', () => {
    expect([...OURS].sort()).toEqual(LEGAL_BASES);
    expect(V3_LEGAL_BASES).toEqual(LEGAL_BASES);
  });

  it('reads each of HubSpot’s states as another one of its own, and no further state', async () => {
    const read = (status: string) => statesOf([status]);
    const ours = await Promise.all(STATUS_STATES.map(read));
    expect(new Set(ours.flat()).size).toBe(STATUS_STATES.length);
    await expect(read('PAUSED')).rejects.toMatchObject({ code: 'unreadable-answer' });
  });
});

/** What the gateway makes of statuses, from a HubSpot that sends nothing but these. */
async function statesOf(statuses: readonly string[]): Promise<string[]> {
  const address = 'someone@example.com';
  const row = { subscriberIdString: address, channel: 'EMAIL', subscriptionId: 501 };
  const results = statuses.map((status) => ({ ...row, status }));
  const server = await listenOnLoopback(0, () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ results }),
  }));
  try {
    const { consents } = hubSpot({ token: 'pat-test', origin: server.origin });
    return (await consents.statuses(address)).map(({ state }) => state);
  } finally {
    await server.close();
  }
}
