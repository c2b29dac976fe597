import { beforeAll, describe, expect, it } from 'vitest';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { HttpAnswer, HttpRequest } from '../../src/app/gateway/hubspot/http/send.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { CALLS, fill, furnished, gatewayOver, methodsOf, sendTo } from './every-call.ts';

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };
const json = (body: string) => (): HttpAnswer => ({ status: 200, headers: JSON_TYPE, body });

/** What may come in the place of an answer of HubSpot's. */
const ODD: Readonly<Record<string, (answer: HttpAnswer) => HttpAnswer>> = {
  null: json('null'),
  'an empty object': json('{}'),
  'an empty list': json('[]'),
  'a text': json('"OK"'),
  'a number': json('7'),
  true: json('true'),
  HTML: () => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Sign in</title>',
  }),
  'HTML that says it is JSON': json('<!doctype html><title>Sign in</title>'),
  'JSON that says it is HTML': (answer) => ({
    ...answer,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  }),
  'JSON that says it is text': (answer) => ({
    ...answer,
    headers: { 'content-type': 'text/plain' },
  }),
  'half of it': (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  'more than it': (answer) => ({ ...answer, body: `${answer.body}}` }),
  nothing: json(''),
  spaces: json(' \n'),
  'no content': () => ({ status: 204, headers: {}, body: '' }),
  'an envelope with nothing in it': json('{"status":"COMPLETE"}'),
  'a list of nothing': json('{"results":[null]}'),
  'a list that is none': json('{"results":{"0":{}}}'),
  'a list of lists': json('{"status":"COMPLETE","results":[[]]}'),
  'a refusal that is none': json(
    '{"status":"error","message":"x","category":"VALIDATION_ERROR","correlationId":"y"}',
  ),
  'depths of lists': json(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
};

/** Reads that are sent as a POST. */
const IS_READ = /\/(batch\/read|search|generate|access-token-info)(\?|$)/;

function isWrite({ method, url }: HttpRequest): boolean {
  return method !== 'GET' && !IS_READ.test(url.pathname);
}

let desk: HubSpotOnDesk;
let start: string;
beforeAll(async () => {
  desk = furnished();
  await fill(gatewayOver(sendTo(desk)));
  start = desk.snapshot();
});

interface Came {
  readonly result?: unknown;
  readonly error?: unknown;
  /** Requests that were sent. */
  readonly sent: readonly HttpRequest[];
}

/** Asks with the answer to one request spoilt, however often it is sent. */
async function asked(
  ask: (typeof CALLS)[number]['ask'],
  nth = Infinity,
  spoil: (answer: HttpAnswer) => HttpAnswer = (answer) => answer,
): Promise<Came> {
  desk.restore(start);
  const sent: HttpRequest[] = [];
  const places = new Map<string, number>();
  const send = sendTo(desk);
  const gateway = gatewayOver(async (request, signal) => {
    const name = `${request.method} ${request.url.href} ${request.body}`;
    const place = places.get(name) ?? sent.length;
    if (!places.has(name)) sent.push(request);
    places.set(name, place);
    const answer = await send(request, signal);
    return place === nth ? spoil(answer) : answer;
  });
  try {
    return { result: await ask(gateway), sent };
  } catch (error) {
    return { error, sent };
  }
}

describe('every call of the gateway', () => {
  it('is in the table', () => {
    const inTable = new Set(CALLS.map(({ method }) => method));
    // It asks for nothing but what an append asks for.
    const all = methodsOf(gatewayOver(sendTo(desk))).filter((one) => one !== 'ledger.prepare');
    expect(all.filter((method) => !inTable.has(method))).toEqual([]);
    expect([...inTable].filter((method) => !all.includes(method))).toEqual([]);
  });

  describe.each(CALLS)('$method', ({ ask, ...call }) => {
    it('is answered', async () => {
      const { error, sent } = await asked(ask);
      expect(error).toBeUndefined();
      expect(sent.length).toBeGreaterThan(0);
    });

    it.each(Object.keys(ODD))('is not misled by %s', async (odd) => {
      const normal = await asked(ask);
      for (const [nth, request] of normal.sent.entries()) {
        const came = await asked(ask, nth, ODD[odd]);
        const where = `${odd} to ${request.method} ${request.url.pathname}`;
        if (came.error !== undefined) {
          expect(came.error, where).toBeInstanceOf(HubSpotTrouble);
          const codes = ['unreadable-answer'];
          // HubSpot did what it was asked to, and answered oddly: what the ledger can't know is as after silence.
          if (isWrite(request)) codes.push('timed-out');
          expect(codes, where).toContain((came.error as HubSpotTrouble).code);
          if (isWrite(request)) expect(came.error).toHaveProperty('mayHaveTakenEffect', true);
          continue;
        }
        // What a write came to is read afterwards; a read that can't be read tells nothing.
        const allowed = 'untold' in call ? [call.untold] : [];
        if (isWrite(request)) allowed.push(normal.result, 'accepted', 'not-known');
        expect(allowed, where).toContainEqual(came.result);
      }
    });
  });
});
