import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, OPEN, optedOutBy, status, worldOf, type Held } from './hubspot-in-memory.ts';

const optIn = { act: 'opt-in', requestId: 'request-in', typeId: '11' };
const optOut = { act: 'opt-out', requestId: 'request-out', typeId: '11' };
const ground = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Asked at the seminar' };

function ask(hubspot: Held, parameters: unknown, privacy: 'on' | 'off' = 'off') {
  return changeConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot, privacy));
}

describe('a change that is allowed', () => {
  it('opts out with nothing but an address and a type, and says so after reading back', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    const reply = await ask(hubspot, optOut, 'on');
    expect(hubspot.writes).toEqual(['opt out visitor@example.com 11']);
    expect(reply).toMatchObject({
      status: 'changed',
      glance: { rows: [{ state: 'opted-out' }, {}] },
    });
  });

  it('opts in where privacy settings are off', async () => {
    const hubspot = held();
    expect(await ask(hubspot, optIn)).toMatchObject({ status: 'changed' });
    expect(hubspot.writes).toEqual(['opt in visitor@example.com 11 {}']);
  });

  it('sends legal basis and explanation along where they are needed', async () => {
    const hubspot = held();
    const reply = await ask(hubspot, { ...optIn, ...ground }, 'on');
    expect(hubspot.writes).toEqual([`opt in visitor@example.com 11 ${JSON.stringify(ground)}`]);
    expect(reply).toMatchObject({
      status: 'changed',
      glance: { rows: [{ state: 'opted-in', explanation: 'Asked at the seminar' }, {}] },
    });
  });

  it('writes nothing where HubSpot already says so', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    expect(await ask(hubspot, optIn)).toMatchObject({ status: 'nothing-to-do' });
    expect(hubspot.writes).toEqual([]);
  });

  it('waits for a write that shows a moment late', async () => {
    const hubspot = held({ statuses: [status('opted-in')], lateBy: 1 });
    expect(await ask(hubspot, optOut)).toMatchObject({ status: 'changed' });
  });
});

describe('a change that is refused', () => {
  it.each([
    ['the contact, by a link in an e-mail', 'EMAIL', 'opted-out-by-contact'],
    ['the contact, by a form', 'FORM', 'opted-out-by-contact'],
    ['a source HubSpot has just invented', 'TELEPATHY', 'opted-out-by-someone-unknown'],
  ])('an opt-in of what was opted out by %s', async (_who, source, rule) => {
    const hubspot = held(optedOutBy(source));
    expect(await ask(hubspot, { ...optIn, ...ground })).toMatchObject({
      status: 'refused',
      decision: { kind: 'deny', because: [{ rule }] },
    });
    expect(hubspot.writes).toEqual([]);
  });

  it('an opt-in when nobody can read who opted out', async () => {
    const hubspot = held({
      ...optedOutBy('CRM_UI'),
      fail: { history: new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false }) },
    });
    expect(await ask(hubspot, optIn)).toMatchObject({
      status: 'refused',
      decision: { kind: 'unknown', missing: ['lastOptOutBy'] },
    });
    expect(hubspot.writes).toEqual([]);
  });

  it('an opt-in after an opt-out of everything', async () => {
    const hubspot = held({ everything: [status('opted-out', { about: { kind: 'everything' } })] });
    expect(await ask(hubspot, optIn)).toMatchObject({
      status: 'refused',
      decision: { because: [{ rule: 'opted-out-of-everything' }] },
    });
  });

  it('an opt-in without legal basis and explanation where privacy settings are on', async () => {
    const hubspot = held();
    expect(await ask(hubspot, { ...optIn, legalBasis: ground.legalBasis }, 'on')).toMatchObject({
      status: 'refused',
      decision: { kind: 'lacking', requires: ['explanation'] },
    });
    expect(hubspot.writes).toEqual([]);
  });

  it('any change of a contact without an address', async () => {
    const { address: _address, ...contact } = held().contact;
    const hubspot = held({ contact });
    const reply = await changeConsent(
      { parameters: optOut, propertiesToSend: { hs_object_id: '101', email: null } },
      worldOf(hubspot),
    );
    expect(reply).toMatchObject({
      status: 'refused',
      decision: { because: [{ rule: 'no-address' }] },
    });
    expect(hubspot.calls).not.toContain('optOut');
  });

  it('by HubSpot, when the contact opts out between our reading and our writing', async () => {
    const hubspot = held();
    hubspot.beforeWrite = () => Object.assign(hubspot, optedOutBy('EMAIL'));
    expect(await ask(hubspot, optIn)).toMatchObject({
      status: 'not-done',
      because: 'refused-by-hubspot',
      glance: { rows: [{ state: 'opted-out' }, {}] },
    });
  });
});

describe('a HubSpot that fails', () => {
  it('a write that timed out and took effect is "changed"', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    const world = worldOf(hubspot);
    const write = world.hubspot.consents.optOut.bind(world.hubspot.consents);
    world.hubspot.consents.optOut = async (address, typeId) => {
      await write(address, typeId);
      throw new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });
    };
    const reply = await changeConsent({ parameters: optOut, propertiesToSend: OPEN }, world);
    expect(reply.status).toBe('changed');
  });

  it('a write that timed out and does not show is "not known yet", never "failed" or "saved"', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    hubspot.fail.optOut = new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });
    const reply = await ask(hubspot, optOut);
    expect(reply).toMatchObject({
      status: 'not-known-yet',
      correlationId: 'correlation-1',
      glance: { rows: [{ state: 'opted-in' }, {}] },
    });
    expect('isSent' in reply).toBe(false);
  });

  it('a write that surely did nothing is trouble with its reason', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    hubspot.fail.optOut = new HubSpotTrouble({
      code: 'missing-scope',
      scope: 'communication_preferences.write',
      mayHaveTakenEffect: false,
    });
    expect(await ask(hubspot, optOut)).toEqual({
      status: 'trouble',
      code: 'missing-scope',
      scope: 'communication_preferences.write',
      correlationId: 'correlation-1',
    });
  });

  it('logs a code and a reference, and nothing of the contact', async () => {
    const hubspot = held();
    hubspot.fail.read = new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false });
    await ask(hubspot, optOut);
    expect(hubspot.log).toEqual([
      {
        level: 'error',
        correlationId: 'correlation-1',
        code: 'hubspot-failing',
        kind: 'HubSpotTrouble',
      },
    ]);
  });
});

describe('a forged request', () => {
  it.each<[string, unknown]>([
    ['no parameters', undefined],
    ['null', null],
    ['a text', 'opted-in'],
    ['a list', [optIn]],
    ['another contact’s id', { ...optIn, contactId: '999' }],
    ['another contact’s address', { ...optIn, email: 'other@example.com' }],
    ['a decision in the request', { ...optIn, decision: { kind: 'allow' } }],
    ['a type id that is a number', { ...optIn, typeId: 11 }],
    ['a type id that is a path', { ...optIn, typeId: '../11' }],
    ['a type id that is __proto__', { ...optIn, typeId: '__proto__' }],
    [
      'a __proto__ of its own',
      JSON.parse(
        '{"act":"opt-in","requestId":"request-in","typeId":"11","__proto__":{"admin":true}}',
      ),
    ],
    ['an act that is not one', { ...optIn, act: 'opt-everyone-in' }],
    ['no request id', { act: 'opt-in', typeId: '11' }],
    ['a request id that is a path', { ...optIn, requestId: '../../request' }],
    ['a legal basis outside HubSpot’s list', { ...optIn, legalBasis: 'BECAUSE' }],
    ['an empty explanation', { ...optIn, explanation: '   ' }],
    ['a megabyte of text', { ...optIn, explanation: 'x'.repeat(1_000_000) }],
  ])('%s is a bad request and asks HubSpot nothing', async (_what, parameters) => {
    const hubspot = held();
    const reply = await ask(hubspot, parameters);
    expect(reply).toMatchObject({ status: 'bad-request', code: 'invalid-parameters' });
    expect(JSON.stringify(reply).length).toBeLessThan(200);
    expect(hubspot.calls).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no id', { email: OPEN.email }],
    ['no address field at all', { hs_object_id: '101' }],
    ['an id that is __proto__', { hs_object_id: '__proto__', email: OPEN.email }],
    ['an id that is a path', { hs_object_id: '1/../2', email: OPEN.email }],
    ['an address of a megabyte', { hs_object_id: '101', email: 'x'.repeat(1_000_000) }],
  ])('an open record of %s is refused', async (_what, propertiesToSend) => {
    const hubspot = held();
    const reply = await changeConsent({ parameters: optOut, propertiesToSend }, worldOf(hubspot));
    expect(reply).toMatchObject({ status: 'bad-request', code: 'record-missing' });
    expect(hubspot.calls).toEqual([]);
  });

  it('an address that is not the contact’s is refused, and nothing is written', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    const reply = await changeConsent(
      { parameters: optOut, propertiesToSend: { ...OPEN, email: 'other@example.com' } },
      worldOf(hubspot),
    );
    expect(reply).toMatchObject({ status: 'bad-request', code: 'record-changed' });
    expect(hubspot.writes).toEqual([]);
  });
});
