import { describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, OPEN, optedOutBy, status, worldOf, type Held } from './hubspot-in-memory.ts';

function read(hubspot: Held, part: unknown = 'glance', privacy: 'on' | 'off' = 'off') {
  return readConsent({ parameters: { part }, propertiesToSend: OPEN }, worldOf(hubspot, privacy));
}

const failing = new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false });

describe('the glance', () => {
  it('reads the past of every type: what was cleared, or is of an earlier address, stands too', async () => {
    const never = new Date(0).toISOString();
    const hubspot = held({ statuses: [status('not-specified', { at: never })] });
    await read(hubspot);
    expect(hubspot.calls.sort()).toEqual([
      'appId',
      'everything',
      'history 11,12',
      'ledger is set up',
      'ledger read',
      'portalId',
      'read',
      'statuses visitor@example.com',
      'types',
      'workflows',
    ]);
  });

  it('reads the past of what is recorded, since a lock depends on who did it', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    const reply = await read(hubspot);
    expect(hubspot.calls).toContain('history 11,12');
    expect(reply).toMatchObject({
      glance: {
        rows: [
          {
            state: 'opted-out',
            last: { at: '2026-07-03T03:00:00.000Z', actor: { kind: 'contact' } },
            optIn: { kind: 'deny' },
            optOut: { kind: 'done' },
          },
          {},
        ],
      },
    });
  });

  it('shows what it can where the past can’t be read, and unlocks nothing', async () => {
    const hubspot = held({ ...optedOutBy('CRM_UI'), fail: { history: failing } });
    expect(await read(hubspot)).toMatchObject({
      status: 'glance',
      glance: { rows: [{ state: 'opted-out', optIn: { kind: 'unknown' } }, {}] },
    });
  });

  it('knows our own change by the app’s id', async () => {
    expect(await read(held(optedOutBy('INTEGRATION', '7001')))).toMatchObject({
      glance: { rows: [{ last: { actor: { kind: 'this-card' } } }, {}] },
    });
    expect(await read(held(optedOutBy('INTEGRATION', '8')))).toMatchObject({
      glance: { rows: [{ last: { actor: { kind: 'integration', appId: '8' } } }, {}] },
    });
  });

  it('a contact without an address gets an answer, not an error', async () => {
    const { address: _address, ...contact } = held().contact;
    const reply = await readConsent(
      { parameters: { part: 'glance' }, propertiesToSend: { ...OPEN, email: '' } },
      worldOf(held({ contact })),
    );
    expect(reply).toMatchObject({
      glance: {
        hasAddress: false,
        verdict: { because: ['no-address'] },
        rows: [{ optOut: { kind: 'deny' } }, {}],
      },
    });
  });

  it('a contact that can’t be read is trouble with a code', async () => {
    expect(await read(held({ fail: { read: failing } }))).toEqual({
      status: 'trouble',
      code: 'hubspot-failing',
      correlationId: 'correlation-1',
    });
  });

  it('an error nobody foresaw tells the page nothing', async () => {
    const hubspot = held({ fail: { read: new TypeError('secret visitor@example.com') as never } });
    expect(await read(hubspot)).toEqual({
      status: 'trouble',
      code: 'internal',
      correlationId: 'correlation-1',
    });
    expect(JSON.stringify(hubspot.log)).not.toContain('visitor');
  });
});

describe('the history', () => {
  it('reads the past of every type and tells it newest first', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    hubspot.versions.push({
      ...hubspot.versions[0]!,
      change: 'opted-in',
      at: '2026-06-01T00:00:00.000Z',
      source: { type: 'FORM', label: 'Seminar registration' },
    });
    const reply = await read(hubspot, 'history');
    expect(hubspot.calls).toContain('history 11,12');
    expect(reply).toMatchObject({
      history: {
        events: [
          { change: 'opted-out', actor: { kind: 'contact', by: 'email' }, witnesses: [{}, {}] },
          {
            change: 'opted-in',
            actor: { kind: 'contact', by: 'form', name: 'Seminar registration' },
          },
        ],
      },
    });
  });

  it('says which source told nothing, and why, and tells what the others know', async () => {
    const hubspot = held({ ...optedOutBy('EMAIL'), fail: { history: failing } });
    const reply = await read(hubspot, 'history');
    expect(reply).toMatchObject({
      history: {
        events: [{ change: 'opted-out', witnesses: [{ source: 'current-status' }] }],
        unread: expect.arrayContaining([
          { source: 'property-history', because: { code: 'failing' } },
          {
            source: 'subscription-timeline',
            because: { code: 'missing-scope', scope: 'content' },
          },
        ]) as unknown,
      },
    });
  });

  it('that can’t be read at all is trouble, not an empty timeline', async () => {
    expect(await read(held({ fail: { read: failing } }), 'history')).toMatchObject({
      status: 'trouble',
    });
  });

  it('of a contact whose address has just changed asks for a reload', async () => {
    const hubspot = held();
    hubspot.contact = { ...hubspot.contact, address: 'elsewhere@example.com' };
    expect(await read(hubspot, 'history')).toMatchObject({
      status: 'bad-request',
      code: 'record-changed',
    });
  });
});

describe('a bad request', () => {
  it.each([undefined, 'everything', 7, { $ne: 1 }])('part %j', async (part) => {
    const hubspot = held();
    const parameters = { part };
    const reply = await readConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot));
    expect(reply).toEqual({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: ['parameters.part'],
      correlationId: 'correlation-1',
    });
    expect(hubspot.calls).toEqual([]);
  });
});
