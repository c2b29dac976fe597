import { describe, expect, it } from 'vitest';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotConsents } from '../../src/app/gateway/hubspot/consents.ts';

const STARTED = '2026-11-24T03:00:00.000Z';
const EARLIER = '2026-11-01T00:00:00.000Z';
const LATER = '2026-11-24T03:00:00.012Z';

/** The time that the product takes for a status, from HubSpot's answer. */
async function timeOf(
  of: 'statuses' | 'everything',
  status: string,
  timestamp: string | number,
  startedAt?: string,
) {
  const row = { subscriberIdString: 'a@example.com', subscriptionId: 1, status, timestamp };
  const answer = { results: [row], startedAt };
  const client = { request: () => Promise.resolve(answer) } as unknown as HubSpotClient;
  const [found] = await hubSpotConsents(client)[of]('a@example.com');
  return found?.at;
}

describe('the time of a status', () => {
  it.each([
    ['statuses', 'NOT_SPECIFIED', LATER, undefined],
    ['statuses', 'NOT_SPECIFIED', STARTED, undefined],
    ['statuses', 'NOT_SPECIFIED', Date.parse(LATER), undefined],
    ['everything', 'NOT_SPECIFIED', LATER, undefined],
    ['everything', 'SUBSCRIBED', LATER, undefined],
    // What was cleared has a past: its time is kept.
    ['statuses', 'NOT_SPECIFIED', EARLIER, EARLIER],
    ['everything', 'SUBSCRIBED', EARLIER, EARLIER],
    // What is set keeps its time, however the clocks of HubSpot's servers differ.
    ['statuses', 'SUBSCRIBED', LATER, LATER],
    ['statuses', 'UNSUBSCRIBED', LATER, LATER],
    ['everything', 'UNSUBSCRIBED', LATER, LATER],
  ] as const)('%s, %s at %s: %s', async (of, status, timestamp, at) => {
    expect(await timeOf(of, status, timestamp, STARTED)).toBe(at);
  });

  it('is kept where the answer does not say when it began', async () => {
    expect(await timeOf('statuses', 'NOT_SPECIFIED', LATER)).toBe(LATER);
  });
});
