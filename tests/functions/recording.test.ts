import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { knownOf } from '../../src/app/app.functions/fresh-no.ts';
import { gather } from '../../src/app/app.functions/gather.ts';
import { settle } from '../../src/app/app.functions/settle.ts';
import type { Plan } from '../../src/app/app.functions/wishes/plan.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { ChangeReply } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { entryAfter, headOf, type Entry } from '../../src/app/ledger/entry.ts';
import { gapsIn } from '../../src/app/ledger/gaps.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { KEY, KEYS, sealed } from '../ledger/a-chain.ts';
import { held, NOON, OPEN, optedOutBy, status, worldOf, type Held } from './hubspot-in-memory.ts';

const CHAIN = { portal: '1001', contact: '101' };
const optIn = { act: 'opt-in', requestId: 'request-in', typeId: '11' };
const optOut = { act: 'opt-out', requestId: 'request-out', typeId: '11' };
const ground = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Asked at the seminar' };
const claim = { userId: '47', teamIds: [] };
const MINUTE = 60_000;

const at = (ms: number) => new Date(NOON + ms).toISOString();

const silent = new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });
const refusing = new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false });

function ask(
  hubspot: Held,
  parameters: unknown,
  choices: Partial<Organisation> = {},
  change: (world: World) => World = (world) => world,
): Promise<ChangeReply> {
  return changeConsent(
    { parameters, propertiesToSend: OPEN },
    change(worldOf(hubspot, choices)),
  ) as Promise<ChangeReply>;
}

async function look(hubspot: Held, choices: Partial<Organisation> = {}): Promise<Glance> {
  const reply = await readConsent(
    { parameters: { part: 'glance' }, propertiesToSend: OPEN },
    worldOf(hubspot, choices),
  );
  if (reply.status !== 'glance') throw new Error(JSON.stringify(reply));
  return reply.glance;
}

function entriesOf({ entries }: Held): readonly Entry[] {
  const kept = entries ?? [];
  expect(verify(kept, { chain: CHAIN, publicKeys: KEYS })).toMatchObject({ status: 'verified' });
  return kept;
}

/** The chain in words: what, and how it ended. */
function told(hubspot: Held): string[] {
  return entriesOf(hubspot).map(({ statement }) =>
    [
      statement.kind,
      'change' in statement ? statement.change : '',
      statement.kind === 'outcome' ? statement.result : '',
      statement.kind === 'outcome' ? (statement.because ?? '') : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}

describe('a change is recorded', () => {
  it('before it is written and after it was read back, with who, on whose request, rules and basis', async () => {
    const hubspot = held();
    const reply = await ask(
      hubspot,
      {
        ...optIn,
        ...ground,
        claim,
        askedBy: { by: 'phone', on: '2026-07-02' },
        evidence: 'call 9',
      },
      { privacySettings: 'on' },
    );
    expect(reply.status).toBe('changed');
    const order = hubspot.calls.filter((call) => /optIn|ledger append/.test(call));
    expect(order).toEqual(['ledger append', 'optIn', 'ledger append']);
    expect(told(hubspot)).toEqual(['intent opted-in', 'outcome opted-in done']);
    const [intent, outcome] = entriesOf(hubspot);
    expect(intent?.statement).toMatchObject({
      chain: CHAIN,
      requestId: 'request-in',
      who: { kind: 'staff', userId: '47', identity: 'claimed' },
      onRequestOf: { kind: 'contact', by: 'phone', on: '2026-07-02' },
      before: { state: 'not-specified' },
      legalBasis: 'CONSENT_WITH_NOTICE',
      decision: { kind: 'allow', rules: ['staff-may-opt-in', 'privacy-settings-want-proof'] },
    });
    expect(intent?.personal).toMatchObject({
      address: { value: 'visitor@example.com' },
      explanation: { value: 'Asked at the seminar' },
      evidence: { value: 'call 9' },
    });
    expect(outcome?.statement).toMatchObject({ result: 'done', after: { state: 'opted-in' } });
    expect(gapsIn(entriesOf(hubspot)).map(({ code }) => code)).toEqual([
      'actor-only-claimed',
      'no-notice',
      'actor-only-claimed',
    ]);
  });

  it('and told in the glance with the staff member and the evidence', async () => {
    const hubspot = held();
    await ask(hubspot, { ...optIn, claim });
    expect((await look(hubspot)).rows[0]).toMatchObject({
      last: { actor: { kind: 'this-card', staff: { userId: '47', identity: 'claimed' } } },
    });
  });

  it('with a vouched identity only where HubSpot itself names the user', async () => {
    const hubspot = held();
    await changeConsent(
      { parameters: { ...optIn, claim }, propertiesToSend: OPEN, userId: 12 },
      worldOf(hubspot),
    );
    expect(entriesOf(hubspot)[0]?.statement.who).toEqual({
      kind: 'staff',
      userId: '12',
      identity: 'vouched',
    });
  });

  it('an opt-out the contact asked for by phone locks as the contact’s own', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    await ask(hubspot, { ...optOut, askedBy: { by: 'phone' }, evidence: 'call 10' });
    hubspot.now += 60 * MINUTE;
    expect((await look(hubspot)).rows[0]?.optIn).toMatchObject({
      kind: 'deny',
      because: [{ rule: 'opted-out-by-contact' }],
    });
  });

  it('a refused wish too, and repeats of it are counted', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    for (const nth of [1, 2, 3]) {
      await ask(hubspot, { ...optIn, ...ground, requestId: `request-${String(nth)}` });
    }
    expect(told(hubspot)).toEqual(['refusal opted-in']);
    expect([...hubspot.repeats.values()]).toEqual([2]);
    hubspot.now += 11 * MINUTE;
    await ask(hubspot, { ...optIn, ...ground, requestId: 'request-4' });
    expect(entriesOf(hubspot)[1]?.statement).toMatchObject({ kind: 'refusal', repeats: 2 });
  });

  it('and nobody fills the record with refusals by claiming to be somebody else each time', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    for (let user = 1; user <= 40; user += 1) {
      const forged = { userId: String(user), teamIds: [] };
      await ask(hubspot, { ...optIn, requestId: `request-${String(user)}`, claim: forged });
    }
    expect(hubspot.entries?.length).toBe(12);
    expect([...hubspot.repeats.values()].reduce((sum, one) => sum + one, 0)).toBe(28);
  });
});

describe('where the record can’t be written', () => {
  it('nobody is opted in', async () => {
    const hubspot = held();
    hubspot.fail['ledger-append'] = silent;
    expect(await ask(hubspot, optIn)).toMatchObject({ status: 'not-recorded' });
    expect(hubspot.writes).toEqual([]);
  });

  it.each<[string, Partial<Held>, string]>([
    ['was never set up', { entries: undefined }, 'ledger-not-set-up'],
    ['can’t be read', { fail: { 'ledger-read': refusing } }, 'ledger'],
  ])('nobody is opted in: it %s', async (_what, how, why) => {
    const hubspot = held(how);
    const reply = await ask(hubspot, optIn);
    expect(JSON.stringify(reply)).toContain(why);
    expect(reply.status).toBe('refused');
    expect(hubspot.writes).toEqual([]);
  });

  it('an opt-out happens, and its entries travel until they are kept', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    hubspot.fail['ledger-append'] = silent;
    const reply = await ask(hubspot, { ...optOut, claim });
    expect(reply).toMatchObject({ status: 'changed' });
    const unsaved = 'unsaved' in reply ? (reply.unsaved ?? []) : [];
    expect(unsaved.length).toBe(2);
    expect(told(hubspot)).toEqual([]);

    const again = { act: 'keep-record', unsaved: JSON.parse(JSON.stringify(unsaved)) as unknown };
    expect(await ask(hubspot, again)).toEqual({ status: 'kept', unsaved });
    hubspot.fail = {};
    expect(await ask(hubspot, again)).toEqual({ status: 'kept' });
    expect(told(hubspot)).toEqual(['intent opted-out', 'outcome opted-out done']);
    expect(await ask(hubspot, again)).toEqual({ status: 'kept' });
    expect(told(hubspot).length).toBe(2);
  });

  it('a forged, foreign or altered entry on its way back is dropped and logged by its code', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    hubspot.fail['ledger-append'] = silent;
    const reply = await ask(hubspot, optOut);
    const [first] = ('unsaved' in reply ? reply.unsaved : undefined) ?? [];
    hubspot.fail = {};
    const altered = JSON.parse(JSON.stringify(first)) as { statement: { change: string } };
    altered.statement.change = 'opted-in';
    const forged = [altered, { kind: 'entry' }, 'x', null, JSON.parse('{"__proto__":{"a":1}}')];
    expect(await ask(hubspot, { act: 'keep-record', unsaved: forged })).toEqual({ status: 'kept' });
    const foreign = await changeConsent(
      {
        parameters: { act: 'keep-record', unsaved: [first] },
        propertiesToSend: { ...OPEN, hs_object_id: '999' },
      },
      worldOf(hubspot),
    );
    expect(foreign).toEqual({ status: 'kept' });
    expect(hubspot.entries).toEqual([]);
    expect(hubspot.log.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['forged', 'malformed', 'other-contact']),
    );
    expect(JSON.stringify(hubspot.log)).not.toMatch(/visitor|example/);
  });

  it('a change whose card is gone is recorded late, by nobody known, and once', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    hubspot.fail['ledger-append'] = silent;
    await ask(hubspot, optOut);
    hubspot.fail = {};
    await look(hubspot);
    expect(told(hubspot)).toEqual([]);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    await look(hubspot);
    expect(told(hubspot)).toEqual(['late opted-out']);
    expect(entriesOf(hubspot)[0]?.statement.who).toEqual({ kind: 'unknown' });
  });
});

describe('a repeated request', () => {
  it('is done once, and answered the same', async () => {
    const hubspot = held();
    const first = await ask(hubspot, optIn);
    const second = await ask(hubspot, optIn);
    expect([first.status, second.status]).toEqual(['changed', 'changed']);
    expect(hubspot.writes.length).toBe(1);
    expect(told(hubspot).length).toBe(2);
  });

  it('at the same time is done once too', async () => {
    const hubspot = held();
    const replies = await Promise.all([ask(hubspot, optIn), ask(hubspot, optIn)]);
    expect(replies.map(({ status: one }) => one)).toEqual(['changed', 'changed']);
    expect(hubspot.writes.length).toBe(1);
    expect(told(hubspot)).toEqual(['intent opted-in', 'outcome opted-in done']);
  });

  it('that was done stays done when the contact has opted out since: nothing is written again', async () => {
    const hubspot = held();
    await ask(hubspot, optIn);
    Object.assign(hubspot, optedOutBy('EMAIL'));
    expect(await ask(hubspot, optIn)).toMatchObject({
      status: 'changed',
      glance: { rows: [{ state: 'opted-out' }, {}] },
    });
    expect(hubspot.writes.length).toBe(1);
  });

  it('with the id of another wish is a bad request', async () => {
    const hubspot = held();
    await ask(hubspot, optIn);
    expect(await ask(hubspot, { ...optOut, requestId: 'request-in' })).toMatchObject({
      status: 'bad-request',
      code: 'request-reused',
    });
    expect(hubspot.writes.length).toBe(1);
  });

  it('that was refused is not done later under the same id', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    await ask(hubspot, optIn);
    Object.assign(hubspot, { statuses: [], versions: [] });
    expect((await ask(hubspot, optIn)).status).toBe('not-done');
    expect(hubspot.writes).toEqual([]);
  });
});

describe('a request that was cut off', () => {
  it.each([
    ['before its write', false, 'outcome opted-out not-done not-found'],
    ['after its write', true, 'outcome opted-out done'],
  ])('%s is ended by the next reader', async (_when, isWritten, end) => {
    const hubspot = held({
      statuses: [status('opted-in', { at: new Date(NOON - 60_000).toISOString() })],
    });
    const cut = new Promise<never>(() => undefined);
    void ask(hubspot, optOut, {}, (world) => {
      const { consents } = world.hubspot;
      const optOutNow = consents.optOut.bind(consents);
      consents.optOut = async (address, typeId) => {
        if (isWritten) await optOutNow(address, typeId);
        return cut;
      };
      return world;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told(hubspot)).toEqual(['intent opted-out']);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(told(hubspot)).toEqual(['intent opted-out', end]);
    await look(hubspot);
    expect(told(hubspot).length).toBe(2);
  });

  it.each([
    ['after its write', true, 'overtaken'],
    ['before its write', false, 'not-known-yet'],
  ])('%s and overtaken: a repeat is told what HubSpot tells', async (_when, isWritten, said) => {
    const hubspot = held({ statuses: [status('opted-in', { at: at(-MINUTE) })] });
    void ask(hubspot, optOut, {}, (world) => {
      const { consents } = world.hubspot;
      const optOutNow = consents.optOut.bind(consents);
      consents.optOut = async (address, typeId) => {
        if (isWritten) await optOutNow(address, typeId);
        return new Promise<never>(() => undefined);
      };
      return world;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    hubspot.now += 1_000;
    hubspot.statuses = [status('opted-in', { at: at(1_000) })];
    expect((await ask(hubspot, optOut)).status).toBe(said);
    expect(told(hubspot)).toEqual(['intent opted-out']);
  });

  it('and done by another run of it, before the contact did the same, is not called not done', async () => {
    const hubspot = held({ statuses: [status('opted-in', { at: at(-MINUTE) })] });
    await ask(hubspot, optOut, {}, (world) => {
      const { consents } = world.hubspot;
      const optOutNow = consents.optOut.bind(consents);
      consents.optOut = async (address, typeId) => {
        await optOutNow(address, typeId);
        const { versions = [] } = optedOutBy('EMAIL');
        hubspot.versions.unshift(...versions.map((one) => ({ ...one, at: at(1) })));
        return optOutNow(address, typeId);
      };
      return world;
    });
    expect(told(hubspot)).toEqual(['intent opted-out']);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(told(hubspot)).toEqual(['intent opted-out', 'outcome opted-out done']);
  });

  it('and then done by the contact is not called ours', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    void ask(hubspot, optOut, {}, (world) => {
      world.hubspot.consents.optOut = () => new Promise<never>(() => undefined);
      return world;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    hubspot.now += MINUTE;
    const at = new Date(hubspot.now).toISOString();
    const { versions = [] } = optedOutBy('EMAIL');
    Object.assign(hubspot, {
      statuses: [status('opted-out', { at })],
      versions: versions.map((one) => ({ ...one, at })),
    });
    await look(hubspot);
    expect(told(hubspot)[1]).toBe('outcome opted-out not-done overtaken');
  });
});

describe('a way in that was not tried, since things changed', () => {
  it('takes nothing back that somebody else let in', async () => {
    const hubspot = held({ statuses: [status('opted-out', { at: at(-MINUTE) })] });
    const world = worldOf(hubspot);
    const record = { id: OPEN.hs_object_id, address: OPEN.email };
    const before = await gather(record, world);
    hubspot.statuses = [status('opted-in', { at: at(0) })];
    hubspot.everything = [status('opted-out', { about: { kind: 'everything' }, at: at(0) })];
    const settled = await settle(
      {
        plan: { goal: 'opted-in', subject: { kind: 'subscription', typeId: '11' } } as Plan,
        written: 'overtaken',
        before,
        known: knownOf('11', 'request-in', before),
        requestId: 'request-in',
        address: record.address,
        readBack: () => gather(record, world),
      },
      world,
    );
    expect(settled).toMatchObject({ kind: 'not-done', because: 'changed-meanwhile' });
    expect(hubspot.writes).toEqual([]);
  });
});

describe('undo', () => {
  const before = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Form of 2 July' };
  const out = async (more: Partial<Held> = {}) => {
    const hubspot = held({
      statuses: [status('opted-in', { ...before, at: new Date(NOON - 60_000).toISOString() })],
      ...more,
    });
    await ask(hubspot, optOut);
    return hubspot;
  };
  const undo = { act: 'undo', requestId: 'request-undo', undoes: 'request-out' };

  it('is offered for ten minutes and brings back the state with its earlier basis', async () => {
    const hubspot = await out();
    expect((await look(hubspot)).undo).toEqual([
      { undoes: 'request-out', typeId: '11', to: 'opted-in', until: '2026-07-03T03:10:00.000Z' },
    ]);
    expect(await ask(hubspot, undo)).toMatchObject({
      status: 'changed',
      glance: { rows: [{ state: 'opted-in', ...before }, {}], undo: [] },
    });
    expect(hubspot.writes[1]).toBe(
      `restore visitor@example.com 11 opted-in ${JSON.stringify(before)}`,
    );
    expect(told(hubspot).slice(2)).toEqual(['undo opted-in', 'outcome opted-in done']);
  });

  it('is refused and no longer offered afterwards', async () => {
    const hubspot = await out();
    hubspot.now += 11 * MINUTE;
    expect((await look(hubspot)).undo).toEqual([]);
    expect(await ask(hubspot, undo)).toMatchObject({
      status: 'refused',
      decision: { because: [{ rule: 'undo-time-over' }] },
    });
    expect(hubspot.writes.length).toBe(1);
  });

  it('is never for what the contact did meanwhile', async () => {
    const hubspot = await out();
    const at = new Date(hubspot.now + MINUTE).toISOString();
    const { versions = [] } = optedOutBy('EMAIL');
    hubspot.now += MINUTE;
    hubspot.statuses = [status('opted-out', { at })];
    hubspot.versions.unshift(...versions.map((one) => ({ ...one, at })));
    expect((await look(hubspot)).undo).toEqual([]);
    expect((await ask(hubspot, undo)).status).toBe('refused');
    expect(hubspot.writes.length).toBe(1);
  });

  it('is taken back at once where the contact says no in the very moment', async () => {
    const hubspot = await out();
    hubspot.now += MINUTE;
    const at = new Date(hubspot.now).toISOString();
    const { versions = [] } = optedOutBy('EMAIL');
    hubspot.beforeWrite = () => {
      delete hubspot.beforeWrite;
      hubspot.versions.unshift(...versions.map((one) => ({ ...one, at })));
      hubspot.now += 1;
    };
    expect(await ask(hubspot, undo)).toMatchObject({
      status: 'not-done',
      because: 'reversed',
      glance: { rows: [{ state: 'opted-out' }, {}] },
    });
    expect(hubspot.writes.slice(1)).toEqual([
      expect.stringMatching(/^restore/),
      'opt out visitor@example.com 11',
    ]);
    expect(told(hubspot).at(-1)).toBe('outcome opted-in not-done reversed');
  });

  it('of an opt-in from nothing is tried only where HubSpot is known to accept "not specified"', async () => {
    const hubspot = held();
    await ask(hubspot, optIn);
    const back = { ...undo, undoes: 'request-in' };
    expect((await look(hubspot)).undo).toEqual([]);
    expect((await ask(hubspot, back)).status).toBe('refused');
    const accepted = { notSpecified: 'accepted' } as const;
    const again = { ...back, requestId: 'request-undo-2' };
    expect(await ask(hubspot, again, accepted)).toMatchObject({ status: 'changed' });
    expect(hubspot.writes[1]).toBe('restore visitor@example.com 11 not-specified {}');
  });

  it('of what is not in the record is a bad request', async () => {
    const hubspot = held();
    expect(await ask(hubspot, undo)).toMatchObject({
      status: 'bad-request',
      paths: ['parameters.undoes'],
    });
  });
});

describe('opting out of everything', () => {
  const all = { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true };

  it('is done, recorded and offers no undo', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    expect(await ask(hubspot, all)).toMatchObject({
      status: 'changed',
      glance: { optedOutOfEverything: true, undo: [] },
    });
    expect(told(hubspot)).toEqual(['intent opted-out', 'outcome opted-out done']);
    expect(entriesOf(hubspot)[0]?.statement).toMatchObject({ subject: { kind: 'everything' } });
  });

  it('is a bad request unless it was confirmed', async () => {
    const hubspot = held();
    const { confirmed: _confirmed, ...unconfirmed } = all;
    expect(await ask(hubspot, unconfirmed)).toMatchObject({ status: 'bad-request' });
    expect(hubspot.calls).toEqual([]);
  });
});

describe('a record that is not whole', () => {
  const intentOf = (requestId: string) =>
    sealed({
      kind: 'intent',
      chain: CHAIN,
      at: '2026-07-03T01:00:00.000Z',
      requestId,
      who: { kind: 'unknown' },
      onRequestOf: { kind: 'staff' },
      subject: { kind: 'marketing-status' },
      change: 'set-non-marketing',
      before: { state: 'marketing' },
      decision: { kind: 'allow', policy: 'x', rules: [] },
    });
  const place = { keptAt: '2026-07-03T01:00:00.000Z', signer: KEY };
  const root = entryAfter(undefined, intentOf('request-0'), place);

  it.each<[string, Entry[], string]>([
    [
      'forked',
      [
        root,
        entryAfter(headOf(root), intentOf('request-a'), place),
        entryAfter(headOf(root), intentOf('request-b'), place),
      ],
      'forked',
    ],
    ['altered', [{ ...root, keptAt: '2026-07-03T01:00:00.001Z' }], 'broken'],
    ['cut in the middle', [entryAfter(headOf(root), intentOf('request-a'), place)], 'broken'],
  ])('because it is %s stops opt-ins and no opt-out', async (_what, entries, state) => {
    const hubspot = held({ entries, statuses: [status('opted-in')] });
    const shown = await look(hubspot);
    expect(shown.ledger).toBe(state);
    expect(shown.rows[1]?.optIn).toMatchObject({ kind: 'deny' });
    expect((await ask(hubspot, optOut)).status).toBe('changed');
    const back = await ask(hubspot, optIn);
    expect(back).toMatchObject({
      status: 'refused',
      decision: {
        because: expect.arrayContaining([
          expect.objectContaining({ rule: 'ledger-not-whole' }),
        ]) as unknown,
      },
    });
  });
});
