import { describe, expect, it } from 'vitest';
import {
  call,
  troubleOf,
  type Answer,
  type CallLimits,
} from '../../src/app/gateway/hubspot/call.ts';
import { apiOrigin } from '../../src/app/gateway/hubspot/origin.ts';
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
  const limits: CallLimits = {
    timeoutMs: 50,
    attempts: 2,
    remainingMs: () => 1_000,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
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

  it('gives up after the attempts it has', async () => {
    const hubspot = answering(busy, busy, fine);
    await expect(call('read', hubspot, limits)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(hubspot.asked()).toBe(2);
  });

  it('writes once, whatever happens', async () => {
    const hubspot = answering({ status: 502, body: undefined }, fine);
    await expect(call('write', hubspot, limits)).rejects.toMatchObject({
      code: 'hubspot-failing',
      mayHaveTakenEffect: true,
    });
    expect(hubspot.asked()).toBe(1);
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

  it('an answer that is no JSON is unreadable, a cut connection is a failing HubSpot', async () => {
    const broken = () =>
      Promise.reject(new SyntaxError('Unexpected token < in visitor@example.com'));
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
