import { afterEach, describe, expect, it } from 'vitest';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { HubSpot } from '../../src/app/gateway/ports.ts';
import { listenOnLoopback } from '../../sandbox/emulator/core/http.ts';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

const NO_TYPES = JSON.stringify({ status: 'COMPLETE', results: [] });
const NO_CONTACT = JSON.stringify({
  id: '1',
  properties: { email: '' },
  propertiesWithHistory: {},
});

/** A HubSpot that is busy at first, and the pauses its caller made before asking again. */
async function busyOnce(body: string, retryAfter: string) {
  let asked = 0;
  const server = await listenOnLoopback(0, () => {
    asked += 1;
    const headers = { 'content-type': 'application/json' };
    return asked === 1
      ? { status: 429, headers: { ...headers, 'Retry-After': retryAfter }, body: '{}' }
      : { status: 200, headers, body };
  });
  close = () => server.close();
  const pauses: number[] = [];
  const hubspot = hubSpot({
    token: 'pat-of-this-test',
    origin: server.origin,
    surroundings: {
      now: () => 0,
      random: () => 0,
      after: (ms, then) => {
        if (ms < 2_600) {
          pauses.push(ms);
          setTimeout(then, 0);
        }
        return () => undefined;
      },
    },
  });
  return { hubspot, pauses, asked: () => asked };
}

describe('turned away by HubSpot, the product comes back when it was told to', () => {
  it.each<[string, string, (hubspot: HubSpot) => Promise<unknown>]>([
    ['a typed method of the client', NO_CONTACT, ({ contacts }) => contacts.read('1')],
    ['any endpoint', NO_TYPES, ({ consents }) => consents.types()],
    ['a typed write', '{}', ({ consents }) => consents.optIn('a@example.com', '1', {})],
    ['any other write', '{}', ({ consents }) => consents.optOut('a@example.com', '1')],
  ])('%s', async (_door, body, ask) => {
    const { hubspot, pauses, asked } = await busyOnce(body, '1');
    await ask(hubspot);
    expect(pauses).toEqual([1_000]);
    expect(asked()).toBe(2);
  });
});
