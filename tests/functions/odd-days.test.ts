import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { held, OPEN, optedOutBy, worldOf } from './hubspot-in-memory.ts';

const MISFORMED = [
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026-01-01\n',
  '٢٠٢٦-٠١-٠١',
  '２０２６-01-01',
  '-000001-01-01',
  '+010000-01-01',
  'yesterday',
  '__proto__',
  '',
  20260101,
  Number.NaN,
  null,
  true,
  [],
  ['2026-01-01'],
  {},
  new Date(0),
] as const;

const LONG_AGO = [
  '0000-01-01',
  '0001-01-01',
  '0099-12-31',
  '1600-02-29',
  '1970-01-01',
  '1989-12-31',
];

const REQUESTS = {
  'an opt-in': { act: 'opt-in', typeId: '11' },
  'an opt-out': { act: 'opt-out', typeId: '11' },
  'an opt-out of everything': { act: 'opt-out-of-everything', confirmed: true },
  'a marketing status': { act: 'to-marketing', explicitYes: true },
  'an undo': { act: 'undo', undoes: 'request-0' },
  'a question': {
    act: 'ask-for-approval',
    of: { act: 'opt-in', typeId: '11' },
    evidence: 'Call 17',
    language: 'en',
  },
} as const;

async function asked(request: object, on: unknown, at = '2026-07-03T03:00:00.000Z') {
  const hubspot = held({ ...optedOutBy('CRM_UI', 'userId:47'), now: Date.parse(at) });
  const parameters = { requestId: 'request-1', ...request, askedBy: { by: 'phone', on } };
  const reply = await changeConsent(
    { parameters, propertiesToSend: OPEN },
    worldOf(hubspot, { approver: { ownerId: '9047' } }),
  );
  return { reply, hubspot };
}

function refusal(field: string, at?: string, problem?: string) {
  return {
    status: 'bad-request',
    code: 'invalid-parameters',
    paths: [`parameters.${field}`],
    ...(at === undefined ? {} : { problems: { [at]: problem } }),
    correlationId: 'correlation-1',
  };
}

describe.each(Object.entries(REQUESTS))('the day on which %s was asked for', (_what, request) => {
  it.each(MISFORMED.map((on) => [on]))('is not %j', async (on) => {
    const { reply, hubspot } = await asked(request, on);
    expect(reply).toEqual(refusal('askedBy'));
    expect(hubspot.calls).toEqual([]);
  });

  it.each([
    ['9999-12-31', 'in-the-future'],
    ['2100-01-01', 'in-the-future'],
    ['2026-07-05', 'in-the-future'],
    ...LONG_AGO.map((on) => [on, 'too-long-ago']),
  ])('is not %s, which is %s', async (on, problem) => {
    const { reply, hubspot } = await asked(request, on);
    expect(reply).toEqual(refusal('askedBy', 'parameters.askedBy.on', problem));
    expect(hubspot.calls).toEqual([]);
  });

  it.each(['2026-07-03', '2026-07-02', '2024-02-29', '1990-01-01'])('may be %s', async (on) => {
    const { reply } = await asked(request, on);
    const isOfUndo = 'undoes' in request;
    expect(reply.status === 'bad-request').toBe(isOfUndo);
    if (isOfUndo) expect(reply).toMatchObject({ paths: ['parameters.undoes'] });
  });
});

describe('the day on which a contact asked, in a zone ahead of everybody else', () => {
  it.each([
    ['2026-07-03T09:59:59.999Z', '2026-07-03', true],
    ['2026-07-03T09:59:59.999Z', '2026-07-04', false],
    ['2026-07-03T10:00:00.000Z', '2026-07-04', true],
    ['2026-07-03T23:59:59.999Z', '2026-07-04', true],
    ['2026-07-03T23:59:59.999Z', '2026-07-05', false],
    ['2026-12-31T10:00:00.000Z', '2027-01-01', true],
    ['2028-02-28T10:00:00.000Z', '2028-02-29', true],
  ])('at %s, is %s: %s', async (at, on, has) => {
    const { reply } = await asked({ act: 'opt-out', typeId: '12' }, on, at);
    // That policy was asked at all is what matters.
    expect(reply.status).toBe(has ? 'changed' : 'bad-request');
  });
});

describe('the day whose states are asked for', () => {
  const asOf = async (on: unknown) => {
    const hubspot = held();
    const reply = await readConsent(
      { parameters: { part: 'as-of', on }, propertiesToSend: OPEN },
      worldOf(hubspot),
    );
    return { reply, hubspot };
  };

  it.each(MISFORMED.map((on) => [on]))('is not %j', async (on) => {
    const { reply, hubspot } = await asOf(on);
    expect(reply).toEqual(refusal('on'));
    expect(hubspot.calls).toEqual([]);
  });

  it.each(LONG_AGO)('is not %s', async (on) => {
    const { reply, hubspot } = await asOf(on);
    expect(reply).toEqual(refusal('on', 'parameters.on', 'too-long-ago'));
    expect(hubspot.calls).toEqual([]);
  });

  it.each(['9999-12-31', '9999-01-01', '2026-07-04'])('is not %s', async (on) => {
    expect((await asOf(on)).reply).toMatchObject({
      status: 'bad-request',
      paths: ['parameters.on'],
    });
  });

  it.each(['1990-01-01', '2000-02-29', '2026-07-03'])('may be %s', async (on) => {
    expect((await asOf(on)).reply).toMatchObject({ status: 'as-of' });
  });
});
