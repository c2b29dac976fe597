import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendOverHttp, type HttpRequest } from '../../src/app/gateway/hubspot/http/send.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { CALLS, fill, furnished, gatewayOver, sendTo } from './every-call.ts';

/** Listens on a free port of this machine. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Connections and requests that reached a host which is not HubSpot. */
let strayed: string[] = [];
const elsewhere = createServer((request, response) => {
  strayed.push(`${request.method ?? ''} ${request.url ?? ''}`);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}).on('connection', () => {
  strayed.push('connection');
});

/** How the front of HubSpot sends whoever asks away, and to where. */
let answer: (request: IncomingMessage) => { readonly status: number; readonly location: string };
let asked = 0;
const front = createServer((request, response) => {
  asked += 1;
  request.resume();
  const { status, location } = answer(request);
  response.writeHead(status, { location, 'content-type': 'application/json' }).end('{}');
});

let origins: { readonly elsewhere: string; readonly front: string };
beforeAll(async () => {
  origins = { elsewhere: await listening(elsewhere), front: await listening(front) };
});
afterAll(async () => {
  await closed(elsewhere);
  await closed(front);
});
beforeEach(() => {
  strayed = [];
  asked = 0;
});

describe('a redirect', () => {
  // 302 makes a client ask again without its body, 307 with it.
  it.each([302, 307].flatMap((status) => CALLS.map((call) => ({ status, ...call }))))(
    '$status is not followed by $method',
    async ({ status, ask, ...call }) => {
      const desk = furnished();
      await fill(gatewayOver(sendTo(desk)));
      const start = desk.snapshot();
      answer = ({ url = '' }) => ({ status, location: `${origins.elsewhere}${url}` });
      const normal: string[] = [];
      const inHubSpot = sendTo(desk);
      await ask(
        gatewayOver((request, signal) => {
          normal.push(`${request.method} ${request.url.pathname}`);
          return inHubSpot(request, signal);
        }),
      );
      // Each request of the call in turn goes over HTTP, and is sent away.
      for (const nth of normal.keys()) {
        desk.restore(start);
        let count = 0;
        const gateway = gatewayOver((request, signal) => {
          const isNth = count === nth;
          count += 1;
          if (!isNth) return inHubSpot(request, signal);
          const { pathname, search } = request.url;
          return sendOverHttp(
            { ...request, url: new URL(`${origins.front}${pathname}${search}`) },
            signal,
          );
        });
        const came = await ask(gateway).then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        );
        if ('error' in came) {
          expect(came.error).toBeInstanceOf(HubSpotTrouble);
          expect(['unreadable-answer', 'timed-out']).toContain((came.error as HubSpotTrouble).code);
        } else {
          expect([...('untold' in call ? [call.untold] : []), 'not-known']).toContainEqual(
            came.result,
          );
        }
      }
      expect(asked).toBe(normal.length);
      expect(strayed).toEqual([]);
    },
  );

  it.each([300, 301, 302, 303, 304, 305, 307, 308, 399])('%i comes as it is', async (status) => {
    answer = () => ({ status, location: origins.elsewhere });
    const came = await sendOverHttp(writing(origins.front), new AbortController().signal);
    expect([came.status, asked, strayed]).toEqual([status, 1, []]);
  });

  it.each([
    ['to itself', () => `${origins.front}/crm/v3/objects/contacts/101`],
    ['by path alone', () => '/crm/v3/objects/contacts/101'],
    ['to no address', () => 'nowhere at all'],
    ['to a file', () => 'file:///etc/passwd'],
    ['to HubSpot’s name with another port', () => 'https://api.hubapi.com:8443/'],
  ])('%s is not followed either', async (_where, location) => {
    answer = () => ({ status: 307, location: location() });
    const came = await sendOverHttp(writing(origins.front), new AbortController().signal);
    expect([came.status, asked, strayed]).toEqual([307, 1, []]);
  });
});

function writing(origin: string): HttpRequest {
  return {
    method: 'POST',
    url: new URL(`${origin}/crm/v3/objects/contacts`),
    headers: { Authorization: 'Bearer pat-test' },
    body: '{"explanation":"Asked by phone"}',
  };
}
