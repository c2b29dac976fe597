import { beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, PORTALS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { apiOf } from '../../sandbox/server/api.ts';
import { stageOn } from '../../sandbox/stage/stage.ts';

const hubspot = createHubSpotOnDesk({ now: Date.UTC(2026, 10, 24, 1, 30) });
const stage = stageOn(hubspot);
const api = apiOf({
  hubspot,
  stage,
  pools: { of: () => undefined, idle: () => Promise.resolve(), close: () => undefined },
});
beforeEach(() => {
  stage.reset();
});

async function post(path: string, body: unknown) {
  const sent = await api.post(path, body);
  return { status: sent?.status, body: JSON.parse(String(sent?.body)) as unknown };
}

const act = { act: 'contact-link', contactId: '208', typeId: NEWSLETTER };
const failure = { path: '/', times: 1, fault: { kind: 'status', status: 429 } };

describe('what is asked in vain', () => {
  it.each([
    ['/api/act', undefined, ['body']],
    ['/api/act', 'x', ['body']],
    ['/api/act', { portalId: 7, act }, ['portalId']],
    ['/api/act', { portalId: 1002, act: { ...act, act: 'create' } }, ['act.act']],
    ['/api/act', { portalId: 1002, act: { ...act, typeId: '9' } }, ['act.typeId']],
    ['/api/act', { portalId: 1002, act: { ...act, contactId: '__proto__' } }, ['act.contactId']],
    ['/api/act', { portalId: 1002, act: { ...act, more: 1 } }, ['act.more']],
    ['/api/act', { portalId: 1002, act, inMs: -1 }, ['inMs']],
    ['/api/act', { portalId: 1002, act: { act: 'edition', to: 'starter' } }, ['act.to']],
    [
      '/api/act',
      { portalId: 1002, act: { act: 'billing', to: { term: 'monthly', renewalDay: 32 } } },
      ['act.to.renewalDay'],
    ],
    [
      '/api/act',
      { portalId: 1002, act: { act: 'change-address', contactId: '208', userId: 47, to: 'x' } },
      ['act.to'],
    ],
    ['/api/retell', { scenario: 'S99', steps: 1 }, ['scenario']],
    ['/api/retell', { scenario: 'S1', steps: 0 }, ['steps']],
    ['/api/open', { scenario: 'S1', steps: 1.5 }, ['steps']],
    ['/api/failures', { ...failure, path: 'crm' }, ['path']],
    ['/api/failures', { ...failure, times: 0 }, ['times']],
    ['/api/failures', { ...failure, fault: { kind: 'status', status: 418 } }, ['fault.status']],
    ['/api/failures', { ...failure, fault: { kind: 'flood' } }, ['fault.kind']],
    ['/api/failures/clear', { all: true }, ['all']],
    ['/api/functions', { uid: 'read-consent', is: 'slow' }, ['is']],
    ['/api/functions', { uid: 'other', is: 'held' }, ['uid']],
    ['/api/limit', { callsPerTenSeconds: 5 }, ['callsPerTenSeconds']],
    ['/api/date', { days: -1 }, ['days']],
    ['/api/date', { to: 'next-update-date', portalId: 7 }, ['portalId']],
    ['/api/function', { portalId: 1002 }, ['serverlessFunction']],
    ['/api/function', { portalId: 7, serverlessFunction: 'x' }, ['portalId']],
  ])(
    '%s %j is refused with the names of its fields, and changes nothing',
    async (path, body, fields) => {
      const before = hubspot.snapshot();
      const { status, body: answer } = await post(path, body);
      expect(status).toBe(400);
      expect((answer as { fields: string[] }).fields).toEqual(expect.arrayContaining(fields));
      expect(hubspot.snapshot()).toBe(before);
      expect(hubspot.failures()).toEqual([]);
      expect(hubspot.clock.now()).toBe(Date.UTC(2026, 10, 24, 1, 30));
    },
  );

  it('an act that can’t be played is refused with its reason', async () => {
    expect(await post('/api/act', { portalId: 1001, act: { ...act, contactId: '121' } })).toEqual({
      status: 400,
      body: { ok: false, error: 'not played', why: 'no-address' },
    });
  });

  it.each(['/api/nothing', '/api/__proto__', '/api/constructor', '__proto__'])(
    'nothing is at %s',
    async (path) => {
      expect(await api.post(path, {})).toBeUndefined();
      expect(api.get(path, new URLSearchParams())).toBeUndefined();
    },
  );

  it('no record of a portal or contact that is not there', () => {
    const query = new URLSearchParams();
    expect(api.get('/api/record/7/1', query)).toBeUndefined();
    expect(api.get('/api/record/1001/999', query)).toBeUndefined();
    expect(api.get('/api/stage', query)?.status).toBe(400);
  });
});

describe('what is done', () => {
  it('an act, a telling, a failure, a limit, a function taken away, a date', async () => {
    expect((await post('/api/act', { portalId: 1002, act })).status).toBe(200);
    expect(hubspot.contact(1002, '208')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
    expect((await post('/api/retell', { scenario: 'S8', steps: 1 })).status).toBe(200);
    expect(hubspot.contact(1002, '208')?.address).toBeUndefined();
    expect((await post('/api/failures', failure)).status).toBe(200);
    expect(hubspot.failures()).toEqual([failure]);
    expect((await post('/api/failures/clear', {})).status).toBe(200);
    expect(hubspot.failures()).toEqual([]);
    expect((await post('/api/limit', { callsPerTenSeconds: 190 })).status).toBe(200);
    expect(stage.view('S8').callLimit).toBe(190);
    const asked = { uid: 'setup-portal', is: 'not-installed' };
    expect((await post('/api/functions', asked)).status).toBe(200);
    expect(stage.view('S8').functions['setup-portal']).toBe('not-installed');
    expect((await post('/api/date', { days: 1 })).status).toBe(200);
    expect((await post('/api/reset', undefined)).status).toBe(200);
  });

  it('nothing that is listed or shown holds a token', () => {
    const query = new URLSearchParams({ scenario: 'S1' });
    const shown = ['/api/listing', '/api/stage', '/api/record/1001/104'].map((path) =>
      String(api.get(path, query)?.body),
    );
    for (const { token } of PORTALS) expect(shown.join()).not.toContain(token);
  });
});
