import { beforeEach, describe, expect, it } from 'vitest';
import {
  call,
  troubleOf,
  type Answer,
  type CallLimits,
} from '../../src/app/gateway/hubspot/call.ts';
import { apiOrigin } from '../../src/app/gateway/hubspot/origin.ts';
import { UnreadableAnswer } from '../../src/app/gateway/hubspot/http/send.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';

describe('where the token may be sent', () => {
  it('HubSpot, or an emulator on this machine', () => {
    expect(apiOrigin(undefined)).toBe('https://api.hubapi.com');
    expect(apiOrigin('http://127.0.0.1:4871')).toBe('http://127.0.0.1:4871');
  });

  it.each([
    '',
    'https://api.hubapi.com.example.com',
    'https://127.0.0.1:4871',
    'http://127.0.0.1',
    'http://127.0.0.1:0',
    'http://127.0.0.1:70000',
    'http://127.0.0.1:4871/',
    'http://127.0.0.1:4871@example.com',
    'http://127.0.0.1.example.com:4871',
    'http://localhost:4871',
    'http://0.0.0.0:4871',
    'http://[::1]:4871',
    ' http://127.0.0.1:4871',
    'http://127.0.0.1:4871\n',
  ])('never %j', (origin) => {
    expect(() => apiOrigin(origin)).toThrow(HubSpotTrouble);
  });
});

describe('asking HubSpot', () => {
  const waits: number[] = [];
  /** Pauses pass at once and are noted; an attempt's own time runs as it does in HubSpot. */
  const limits: CallLimits = {
    timeoutMs: 50,
    attempts: 2,
    remainingMs: () => 10_000,
    after: (ms, then) => {
      const isPause = ms !== 50;
      if (isPause) waits.push(ms);
      const timer = setTimeout(then, isPause ? 0 : ms);
      return () => {
        clearTimeout(timer);
      };
    },
    random: () => 0,
  };
  beforeEach(() => {
    waits.length = 0;
  });
  const answering = (...answers: Answer[]) => {
    let asked = 0;
    return Object.assign(() => Promise.resolve(answers[asked++]!), { asked: () => asked });
  };
  const busy: Answer = { status: 429, body: {} };
  const fine: Answer = { status: 200, body: { fine: true } };

  it('tries a read again when HubSpot is busy', async () => {
    const hubspot = answering(busy, fine);
    expect(await call('read', hubspot, limits)).toEqual({ fine: true });
    expect(waits).toEqual([150]);
  });

  it('reads again what came cut in half', async () => {
    let asked = 0;
    const cutAtFirst = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new UnreadableAnswer()) : Promise.resolve(fine);
    };
    expect(await call('read', cutAtFirst, limits)).toEqual({ fine: true });
  });

  it('gives up after the attempts it has', async () => {
    const hubspot = answering(busy, busy, fine);
    await expect(call('read', hubspot, limits)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(hubspot.asked()).toBe(2);
  });

  it.each([500, 502, 503, 504])(
    'writes once where HubSpot may have done it (%i)',
    async (status) => {
      const hubspot = answering({ status, body: undefined }, fine);
      await expect(call('write', hubspot, limits)).rejects.toMatchObject({
        code: 'hubspot-failing',
        mayHaveTakenEffect: true,
      });
      expect(hubspot.asked()).toBe(1);
    },
  );

  it('writes once where the connection breaks or the answer can’t be read', async () => {
    for (const error of [new Error('ECONNRESET'), new UnreadableAnswer()]) {
      let asked = 0;
      const breaking = () => {
        asked += 1;
        return Promise.reject(error);
      };
      await expect(call('write', breaking, limits)).rejects.toMatchObject({
        mayHaveTakenEffect: true,
      });
      expect(asked).toBe(1);
    }
  });

  it('sends a write again after a 429, which says that nothing was done', async () => {
    const hubspot = answering(busy, fine);
    expect(await call('write', hubspot, limits)).toEqual({ fine: true });
    const busyTwice = answering(busy, busy, fine);
    await expect(call('write', busyTwice, limits)).rejects.toMatchObject({
      code: 'rate-limited',
      mayHaveTakenEffect: false,
    });
  });

  it.each<[string | undefined, number, number]>([
    [undefined, 0, 150],
    [undefined, 1, 187.5],
    ['1', 0, 1_000],
    ['1', 1, 1_250],
    ['1000', 0, 1_000],
    ['1000', 1, 1_250],
    ['10', 0, 1_600],
    ['10', 1, 2_000],
    ['10000', 1, 2_000],
    ['999999999', 1, 2_000],
    ['99999999999999999999', 0, 1_600],
    ['1'.repeat(400), 0, 1_600],
    ['0.5', 0, 500],
    ['0', 0, 150],
    ['', 0, 150],
    ['-5', 0, 150],
    ['-99999999999', 0, 150],
    ['1e9', 0, 150],
    ['NaN', 0, 150],
    ['Infinity', 0, 150],
    ['1, 1', 0, 150],
    ['Wed, 25 Nov 2026 07:28:00 GMT', 0, 150],
  ])('asked by Retry-After %j, and by chance %d, waits %d ms', async (retryAfter, random, ms) => {
    const told = { ...busy, ...(retryAfter === undefined ? {} : { retryAfter }) };
    await call('read', answering(told, fine), { ...limits, random: () => random });
    expect(waits).toEqual([ms]);
  });

  it.each([
    ['Wed, 25 Nov 2026 07:28:01 GMT', 1_000],
    ['Wed, 25 Nov 2026 07:29:00 GMT', 1_600],
    ['Thu, 31 Dec 9999 23:59:59 GMT', 1_600],
    ['Wed, 25 Nov 2026 07:28:00 GMT', 150],
    ['Wed, 25 Nov 2020 07:28:00 GMT', 150],
    ['Wed, 99 Nov 2026 07:28:01 GMT', 150],
    ['2026-11-25T07:28:01Z', 150],
    ['tomorrow', 150],
  ])('asked by Retry-After %j, and told the time, waits %d ms', async (retryAfter, ms) => {
    const told = { ...busy, retryAfter, date: 'Wed, 25 Nov 2026 07:28:00 GMT' };
    await call('read', answering(told, fine), limits);
    expect(waits).toEqual([ms]);
  });

  it.each([301, 302, 303, 304, 307, 308])(
    'takes %i for an answer that it can’t use, once',
    async (status) => {
      for (const kind of ['read', 'write'] as const) {
        const hubspot = answering({ status, body: undefined }, fine);
        await expect(call(kind, hubspot, limits)).rejects.toMatchObject({
          code: 'unreadable-answer',
          mayHaveTakenEffect: kind === 'write',
        });
        expect(hubspot.asked()).toBe(1);
      }
    },
  );

  it('aborts the attempt whose time is over, and none that was answered', async () => {
    const signals: AbortSignal[] = [];
    const never = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<Answer>(() => undefined);
    };
    await expect(call('read', never, limits)).rejects.toMatchObject({ code: 'timed-out' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    const answered = (signal: AbortSignal) => {
      signals.push(signal);
      return Promise.resolve(fine);
    };
    await call('read', answered, limits);
    expect(signals.at(-1)?.aborted).toBe(false);
  });

  it('waits longer each time', async () => {
    const hubspot = answering(busy, busy, busy, fine);
    await call('read', hubspot, { ...limits, attempts: 4 });
    expect(waits).toEqual([150, 300, 600]);
  });

  it('does not wait for what would come too late', async () => {
    const hubspot = answering({ ...busy, retryAfter: '1' }, fine);
    await expect(
      call('read', hubspot, { ...limits, remainingMs: () => 900 }),
    ).rejects.toMatchObject({ code: 'rate-limited' });
    expect([hubspot.asked(), ...waits]).toEqual([1]);
  });

  it('stops waiting for an answer that does not come', async () => {
    const never = () => new Promise<Answer>(() => undefined);
    await expect(call('write', never, limits)).rejects.toMatchObject({
      code: 'timed-out',
      mayHaveTakenEffect: true,
    });
  });

  it('begins nothing when no time is left, and says that nothing was sent', async () => {
    const hubspot = answering(fine);
    await expect(call('write', hubspot, { ...limits, remainingMs: () => 0 })).rejects.toMatchObject(
      { code: 'timed-out', mayHaveTakenEffect: false },
    );
    expect(hubspot.asked()).toBe(0);
  });

  it('an answer that can’t be used is unreadable, a cut connection is a failing HubSpot', async () => {
    const broken = () => Promise.reject(new UnreadableAnswer());
    const error: unknown = await call('read', broken, limits).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'unreadable-answer', message: 'unreadable-answer' });
    await expect(
      call('read', () => Promise.reject(new Error('ECONNRESET')), limits),
    ).rejects.toMatchObject({ code: 'hubspot-failing' });
  });

  it.each<[number, unknown, string, string | undefined]>([
    [401, {}, 'bad-token', undefined],
    [
      403,
      { errors: [{ context: { requiredGranularScopes: ['content'] } }] },
      'missing-scope',
      'content',
    ],
    [
      403,
      { errors: [{ context: { requiredGranularScopes: ['<script>'] } }] },
      'missing-scope',
      undefined,
    ],
    [403, null, 'missing-scope', undefined],
    [404, {}, 'record-not-found', undefined],
    [400, { message: 'x@example.com cannot be updated' }, 'rejected-by-hubspot', undefined],
    [500, '<html>', 'hubspot-failing', undefined],
  ])('status %i becomes a code', (status, body, code, scope) => {
    const trouble = troubleOf({ status, body }, false);
    expect(trouble).toMatchObject({ code, scope, message: code });
  });
});
