import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { otherwise } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { askAs } from './ask.ts';

const TOKYO = 1001;
const BERLIN = 1002;
const STATUS = '/communication-preferences/2026-09/statuses/contact-106%40example.com';
const READ = `${STATUS}?channel=EMAIL`;
const OUT = { channel: 'EMAIL', statusState: 'UNSUBSCRIBED', subscriptionId: Number(NEWSLETTER) };

let hubspot = createHubSpotOnDesk();
let ask = askAs(hubspot, TOKYO);
beforeEach(() => {
  hubspot = createHubSpotOnDesk();
  ask = askAs(hubspot, TOKYO);
});

const isOut = () => hubspot.contact(TOKYO, '106')?.address?.byType[NEWSLETTER] !== undefined;

describe('call limits', () => {
  it.each([190, 100] as const)('of %i in ten seconds: the next call gets 429, exactly', (limit) => {
    hubspot.limitCalls(limit);
    const answers = Array.from({ length: limit + 1 }, () => ask('GET', READ));
    expect(answers.slice(0, limit).map(({ status }) => status)).toEqual(Array(limit).fill(200));
    expect(answers[limit]).toMatchObject({
      status: 429,
      headers: {
        'x-hubspot-ratelimit-max': String(limit),
        'x-hubspot-ratelimit-remaining': '0',
        'x-hubspot-ratelimit-interval-milliseconds': '10000',
        'retry-after': '10',
      },
      body: {
        status: 'error',
        errorType: 'RATE_LIMIT',
        policyName: 'TEN_SECONDLY_ROLLING',
        message: 'You have reached your ten_secondly_rolling limit.',
      },
    });
    expect(answers[0]?.headers['x-hubspot-ratelimit-remaining']).toBe(String(limit - 1));
  });

  it('roll: ten seconds after a call there is room for another; other portals are not touched', () => {
    hubspot.limitCalls(190);
    for (let call = 0; call < 190; call += 1) ask('GET', READ);
    expect(askAs(hubspot, BERLIN)('GET', READ).status).toBe(200);
    hubspot.clock.advance(9_999);
    expect(ask('GET', READ).status).toBe(429);
    hubspot.clock.advance(1);
    expect(ask('GET', READ).status).toBe(200);
  });

  it('where refused calls count too, asking on keeps the door shut', () => {
    hubspot = createHubSpotOnDesk({ assumptions: otherwise('refusedCallsCount') });
    ask = askAs(hubspot, TOKYO);
    hubspot.limitCalls(100);
    for (let call = 0; call < 150; call += 1) ask('GET', READ);
    hubspot.clock.advance(5_000);
    for (let call = 0; call < 100; call += 1) ask('GET', READ);
    hubspot.clock.advance(5_000);
    expect(ask('GET', READ).status).toBe(429);
  });

  it('of five searches a second: the sixth gets 429, without limit headers', () => {
    hubspot.limitCalls(190);
    const search = () => ask('POST', '/crm/v3/objects/contacts/search', { filterGroups: [] });
    expect(Array.from({ length: 6 }, () => search().status)).toEqual([
      200, 200, 200, 200, 200, 429,
    ]);
    expect(search().headers).not.toHaveProperty('x-hubspot-ratelimit-max');
    hubspot.clock.advance(1_000);
    expect(search().status).toBe(200);
  });
});

describe('failures on request', () => {
  it.each([429, 500, 502, 503, 504] as const)('%i, as often as asked and only there', (status) => {
    hubspot.fail({ path: STATUS, times: 2, fault: { kind: 'status', status } });
    expect(ask('GET', '/communication-preferences/2026-09/definitions').status).toBe(200);
    expect([READ, READ, READ].map((path) => ask('GET', path).status)).toEqual([
      status,
      status,
      200,
    ]);
    expect(hubspot.failures()).toEqual([]);
  });

  it('at a path with any part in it, and at the whole of a path only', () => {
    const any = '/communication-preferences/2026-09/statuses/*';
    hubspot.fail({
      path: `${any}/unsubscribe-all$`,
      times: 1,
      fault: { kind: 'status', status: 500 },
    });
    expect(ask('GET', READ).status).toBe(200);
    expect(ask('GET', `${STATUS}/unsubscribe-all?channel=EMAIL`).status).toBe(500);
    hubspot.fail({ path: `${any}$`, times: 1, fault: { kind: 'status', status: 502 } });
    expect(ask('GET', `${STATUS}/unsubscribe-all?channel=EMAIL`).status).toBe(200);
    expect(ask('GET', READ).status).toBe(502);
  });

  it('by method, and what still waits can be seen and taken back', () => {
    hubspot.fail({
      path: STATUS,
      method: 'POST',
      times: 3,
      fault: { kind: 'status', status: 500 },
    });
    expect(ask('GET', READ).status).toBe(200);
    expect(ask('POST', STATUS, OUT).status).toBe(500);
    expect(hubspot.failures()).toMatchObject([{ times: 2 }]);
    hubspot.clearFailures();
    expect(ask('POST', STATUS, OUT).status).toBe(200);
  });

  describe('over a socket', () => {
    let server: Awaited<ReturnType<typeof hubspot.listen>>;
    beforeEach(async () => {
      server = await hubspot.listen();
    });
    afterEach(() => server.close());

    const post = (timeout = 300) =>
      new Promise<string>((resolve) => {
        const request = http.request(
          `${server.origin}${STATUS}`,
          {
            method: 'POST',
            headers: { authorization: 'Bearer pat-sandbox-1001' },
            timeout,
            agent: false,
          },
          (response) => {
            let text = '';
            response.on('data', (part: Buffer) => (text += part.toString()));
            response.on('end', () => {
              resolve(`${String(response.statusCode)} ${text}`);
            });
          },
        );
        request.on('timeout', () => {
          request.destroy();
          resolve('no answer');
        });
        request.on('error', () => {
          resolve('connection lost');
        });
        request.end(JSON.stringify(OUT));
      });

    it.each([
      ['cut', 'done', 'connection lost', true],
      ['cut', 'lost', 'connection lost', false],
      ['silent', 'done', 'no answer', true],
      ['silent', 'lost', 'no answer', false],
    ] as const)('%s with the write %s: %s', async (kind, write, seen, tookEffect) => {
      hubspot.fail({ path: STATUS, times: 1, fault: { kind, write } });
      expect(await post()).toBe(seen);
      expect(isOut()).toBe(tookEffect);
    });

    it('slow answers come whole, but after calls that were made later; malformed ones come in part', async () => {
      hubspot.fail({ path: STATUS, times: 1, fault: { kind: 'slow', ms: 200 } });
      const order: string[] = [];
      const note = (name: string) => (text: string) => {
        order.push(name);
        return text;
      };
      const [slow] = await Promise.all([post(5_000).then(note('slow')), post().then(note('next'))]);
      expect(order).toEqual(['next', 'slow']);
      expect(slow).toMatch(/^200 \{.*\}$/);
      hubspot.fail({ path: STATUS, times: 1, fault: { kind: 'malformed' } });
      const text = await post();
      expect(() => JSON.parse(text.slice(4)) as unknown).toThrow(SyntaxError);
    });
  });
});

describe('two runs of the same calls', () => {
  it('give the same bytes', () => {
    const run = () => {
      const desk = createHubSpotOnDesk();
      const as = askAs(desk, TOKYO);
      const answers = [
        as('GET', '/crm/v3/objects/contacts/104?propertiesWithHistory=email'),
        as('POST', STATUS, OUT),
        as('GET', READ),
        as('GET', '/nowhere'),
      ];
      return JSON.stringify(answers) + desk.snapshot();
    };
    expect(run()).toBe(run());
  });
});
