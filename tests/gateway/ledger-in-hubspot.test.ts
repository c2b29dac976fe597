import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/emulator/core/failures.ts';
import { otherwise, type Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import { keep } from '../../src/app/ledger/keep.ts';
import type { Sealed } from '../../src/app/ledger/sealed.ts';
import { LedgerBroken, LedgerNotSetUp, type LedgerStore } from '../../src/app/ledger/store.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { ALICE, AT, BOB, chainOf, intent, KEY, KEYS, outcome, sealed } from '../ledger/a-chain.ts';
import { ledgerDesk, OBJECTS, PORTAL, SCHEMAS, type LedgerDesk } from './ledger-desk.ts';

const inUse: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of inUse.splice(0)) await close();
});

async function desk(...given: Parameters<typeof ledgerDesk>): Promise<LedgerDesk> {
  const made = await ledgerDesk(...given);
  inUse.push(made.close);
  return made;
}

const words = { staffName: 'Ito', address: 'alice@example.com' };
const [first, second] = chainOf(sealed(intent(), words), sealed(outcome())) as [Entry, Entry];
const rival = aloneAt0('request-8');

function aloneAt0(requestId: string, values = words): Entry {
  return chainOf(sealed(intent({ requestId }), values))[0]!;
}

function keepIn(store: LedgerStore, one: Sealed, wait = () => {}) {
  return keep(one, {
    store,
    signer: KEY,
    now: () => Date.parse(AT),
    wait: () => {
      wait();
      return Promise.resolve();
    },
  });
}

const verdict = (entries: readonly Entry[], heads: string[] = []) => {
  const result = verify(entries, { chain: ALICE, publicKeys: KEYS, heads });
  return result.status === 'verified' ? 'verified' : result.problems.map(({ code }) => code);
};

describe('what a question costs', () => {
  it('a read is two calls, an append three at most and then two, a look at a position two', async () => {
    const { store, asked } = await desk();
    const one = store();
    await one.read(ALICE);
    expect(asked().sort()).toEqual([
      'POST /crm/associations/2026-09/contacts/p_consent_card_entry/batch/read',
      `POST ${OBJECTS}/batch/read`,
    ]);
    await one.append(first);
    expect(asked()).toEqual([
      `GET ${SCHEMAS}/p_consent_card_entry`,
      `POST ${OBJECTS}`,
      `POST ${OBJECTS}`,
    ]);
    await one.at(ALICE, 0);
    expect(asked()).toHaveLength(2);
    await one.append(second);
    expect(asked()).toEqual([`POST ${OBJECTS}`]);
    await one.at(ALICE, 1);
    expect(asked()).toHaveLength(2);
    await store().read(ALICE);
    expect(asked()).toHaveLength(2);
  });

  it('a chain of 120 is read whole and in order, 50 positions a call', async () => {
    const { store, asked } = await desk();
    const drafts = Array.from({ length: 120 }, (_, n) =>
      sealed(intent({ requestId: `request-${String(n)}` }), { evidence: `call ${String(n)}` }),
    );
    const chain = chainOf(...drafts);
    const writer = store();
    for (const entry of chain) await writer.append(entry);
    asked();
    expect(await store().read(ALICE)).toEqual(chain);
    expect(asked()).toHaveLength(4);
    expect(await store().at(ALICE, 117)).toEqual([chain[117]]);
  });
});

describe('the category of the association with the contact', () => {
  const refused = (hubspot: Awaited<ReturnType<typeof desk>>['hubspot']) =>
    hubspot.calls().filter(({ status }) => status === 400).length;

  it('is right at once where HubSpot has it as the user’s, without a second call', async () => {
    const { store, hubspot } = await desk();
    expect(await store().append(first)).toBe('accepted');
    expect(refused(hubspot)).toBe(0);
  });

  it('is found by one refused call where HubSpot has it as its own, and kept for what follows', async () => {
    const { store, hubspot } = await desk({ assumptions: otherwise('ownAssociationCategory') });
    const writer = store();
    for (const entry of chainOf(sealed(intent()), sealed(outcome()))) {
      expect(await writer.append(entry)).toBe('accepted');
    }
    expect(refused(hubspot)).toBe(1);
    hubspot.clock.advance(60_000);
    expect(await store().read(ALICE)).toHaveLength(2);
  });
});

describe('a fork', () => {
  const RACES: [string, Partial<Assumptions>][] = [
    ['oldest', { ...otherwise('uniqueValuesUnderRace') }],
    ['newest', { ...otherwise('uniqueValuesUnderRace'), readByDoubledKey: 'newest' }],
  ];

  it.each(RACES)(
    'is seen by every reader where a doubled key shows the %s',
    async (_which, assumptions) => {
      const { store, hubspot } = await desk({ assumptions });
      const [one, other] = [store(), store()];
      expect(await one.append(first)).toBe('accepted');
      expect(await other.append(rival)).toBe('accepted');
      hubspot.clock.advance(60_000);
      const both = [first, rival].sort((a, b) => (a.hash < b.hash ? -1 : 1));
      for (const reader of [one, other, store()]) {
        expect(await reader.at(ALICE, 0)).toEqual(both);
        expect(await reader.read(ALICE)).toEqual(both);
        expect(await reader.at(ALICE, 0)).toEqual(both);
      }
      expect(verdict(both)).toContain('fork');
    },
  );

  it.each(RACES)(
    'is seen by who made it, even if the list lacks their record (%s)',
    async (_which, assumptions) => {
      const { store, ask, records } = await desk({ assumptions });
      const [one, other] = [store(), store()];
      await one.append(first);
      await other.append(rival);
      for (const { id } of records()) {
        const path = `${OBJECTS}/${id}/associations/contacts/${ALICE.contact}`;
        expect(ask('DELETE', path).status).toBe(204);
      }
      expect((await one.at(ALICE, 0)).map(({ hash }) => hash)).toContain(first.hash);
      expect((await other.at(ALICE, 0)).map(({ hash }) => hash)).toContain(rival.hash);
    },
  );

  it('is seen by who read the chain of a merged contact before, to whose list the records belong too', async () => {
    const { store, ask, records } = await desk({ assumptions: otherwise('uniqueValuesUnderRace') });
    await store().append(first);
    await store().append(rival);
    for (const { id } of records()) {
      const path = `${OBJECTS}/${id}/associations/default/contacts/${BOB.contact}`;
      expect(ask('PUT', path).status).toBe(200);
    }
    const reader = store();
    expect(await reader.read(BOB)).toEqual([]);
    expect(await reader.read(ALICE)).toHaveLength(2);
    expect(await reader.read(BOB)).toEqual([]);
    expect(await reader.at(ALICE, 0)).toHaveLength(2);
  });

  it('is told to the slower of two who keep something at once', async () => {
    const { store } = await desk({ assumptions: otherwise('uniqueValuesUnderRace') });
    const [fast, slow] = [store(), store()];
    const behind = { ...slow, read: () => Promise.resolve([]) };
    expect(await keepIn(fast, sealed(intent()))).toMatchObject({ kind: 'kept', isForked: false });
    const late = await keepIn(behind, sealed(intent({ requestId: 'request-9' })));
    expect(late).toMatchObject({ kind: 'kept', isForked: true });
    expect(verdict(await store().read(ALICE))).toContain('fork');
  });

  it('does not come about where HubSpot keeps keys unique: the slower one comes after', async () => {
    const { store, records } = await desk();
    const [fast, slow] = [store(), store()];
    const behind = { ...slow, read: () => Promise.resolve([]) };
    await keepIn(fast, sealed(intent(), words));
    await keepIn(behind, sealed(intent({ requestId: 'request-9' }), words));
    const entries = await store().read(ALICE);
    expect(entries.map(({ n }) => n)).toEqual([0, 1]);
    expect(entries.map(({ personal }) => personal.address?.value)).toEqual([
      'alice@example.com',
      'alice@example.com',
    ]);
    expect(verdict(entries)).toBe('verified');
    expect(
      records()
        .map(({ properties }) => properties['key'])
        .sort(),
    ).toEqual(['101:0', '101:0:personal', '101:1', '101:1:personal']);
  });
});

describe('what HubSpot leaves open', () => {
  it('reads that are late: not known at first, and the same when it is sent again', async () => {
    const { store, hubspot } = await desk({ assumptions: otherwise('readsAfterWrite') });
    const asked = sealed(intent(), words);
    const wait = () => hubspot.clock.advance(300);
    expect((await keepIn(store(), asked, wait)).kind).toBe('not-known');
    hubspot.clock.advance(10_000);
    expect((await keepIn(store(), asked)).kind).toBe('same');
    const entries = await store().read(ALICE);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.personal.address?.value).toBe('alice@example.com');
  });

  it('the key of an entry that somebody deleted, free again: the cut shows against an earlier head', async () => {
    const { store, ask, records } = await desk();
    await keepIn(store(), sealed(intent()));
    const cut = records().find(({ properties }) => properties['key'] === '101:0')!;
    const [gone] = await store().read(ALICE);
    ask('DELETE', `${OBJECTS}/${cut.id}`);
    expect((await keepIn(store(), sealed(intent({ requestId: 'request-9' })))).kind).toBe('kept');
    const entries = await store().read(ALICE);
    expect(verdict(entries)).toBe('verified');
    expect(verdict(entries, [gone!.hash])).toEqual(['truncated']);
  });

  it('the same, kept: nothing goes on there, and nothing is said to be kept', async () => {
    const { store, ask, records } = await desk({ assumptions: otherwise('keysOfArchivedRecords') });
    await keepIn(store(), sealed(intent()));
    for (const { id } of records()) ask('DELETE', `${OBJECTS}/${id}`);
    expect((await keepIn(store(), sealed(intent({ requestId: 'request-9' })))).kind).toBe(
      'not-known',
    );
  });

  it('a deleted record that comes back for its key brings none of its personal fields', async () => {
    const { store, ask, records } = await desk({ assumptions: otherwise('createWithArchivedKey') });
    await store().append(aloneAt0('request-1', { ...words, evidence: 'call 12' } as typeof words));
    for (const { id } of records()) ask('DELETE', `${OBJECTS}/${id}`);
    const other = aloneAt0('request-9', { staffName: 'Abe' } as typeof words);
    expect(await store().append(other)).toBe('accepted');
    expect(await store().read(ALICE)).toEqual([other]);
  });
});

describe('a portal that is not set up', () => {
  const QUESTIONS: [string, (store: LedgerStore) => Promise<unknown>][] = [
    ['read', (store) => store.read(ALICE)],
    ['a look at a position', (store) => store.at(ALICE, 0)],
    ['append', (store) => store.append(first)],
    ['erase', (store) => store.erase(first, ['address'])],
    ['a count', (store) => store.countRepeat(first)],
  ];

  it.each(QUESTIONS)('%s says so', async (_what, ask) => {
    const { store } = await desk({ isSetUp: false });
    await expect(ask(store())).rejects.toThrow(LedgerNotSetUp);
  });

  it('a property is missing: nothing is appended, and the next store sees that it is there again', async () => {
    const { store, ask, setUp } = await desk();
    expect(ask('DELETE', '/crm/properties/2026-09/p_consent_card_entry/evidence').status).toBe(204);
    await expect(store().append(first)).rejects.toThrow(LedgerNotSetUp);
    await setUp().complete('record');
    expect(await store().append(first)).toBe('accepted');
  });

  it.each(QUESTIONS)('%s without the right says which scope is missing', async (what, ask) => {
    const { store, hubspot, scopes } = await desk();
    const right = `crm.objects.custom.${what === 'append' ? 'write' : 'read'}`;
    // Reading a schema is allowed to who may read records or write schemas.
    hubspot.grant(
      PORTAL,
      scopes.filter((scope) => scope !== right),
    );
    await expect(ask(store())).rejects.toMatchObject({ code: 'missing-scope', scope: right });
  });
});

describe('a record that was changed by hand', () => {
  const HANDS: [string, string, Readonly<Record<string, string>>][] = [
    ['its entry is no JSON', '101:0', { entry: '{' }],
    ['its entry is cleared', '101:0', { entry: '' }],
    [
      'its entry says more',
      '101:0',
      { entry: JSON.stringify({ ...first, personal: {}, more: 1 }) },
    ],
    ['it stands for another position', '101:0', { key: '101:7' }],
    ['its key is no key', '101:0', { key: 'gone' }],
    ['its count is no count', '101:0', { repeats: '-1' }],
    ['its personal fields are no JSON', '101:0:personal', { address: 'bob@example.com' }],
    ['its personal fields are nobody’s', '101:0:personal', { statement: 'x' }],
  ];

  it.each(HANDS)(
    '%s: the chain is broken, and what can be read is there',
    async (_what, key, properties) => {
      const { store, ask, records } = await desk();
      const writer = store();
      await writer.append(first);
      await writer.append(second);
      const changed = records().find((one) => one.properties['key'] === key)!;
      const done = ask('PATCH', `${OBJECTS}/${changed.id}`, { properties });
      expect(done.status).toBe(200);
      const trouble = await store()
        .read(ALICE)
        .catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(LedgerBroken);
      expect(trouble).toMatchObject({ malformed: [changed.id] });
      expect((trouble as LedgerBroken).entries.map(({ n }) => n)).toContain(1);
    },
  );

  it('a personal field that was changed in form is told by the check', async () => {
    const { store, ask, records } = await desk();
    await store().append(first);
    const { id } = records().find((one) => one.properties['key'] === '101:0:personal')!;
    const address = JSON.stringify({ ...first.personal.address, value: 'bob@example.com' });
    ask('PATCH', `${OBJECTS}/${id}`, { properties: { address } });
    expect(verdict(await store().read(ALICE))).toEqual(['personal-altered']);
  });

  it('a record of another contact, which a merge brought along, is left out', async () => {
    const { store, ask, records } = await desk();
    const [bobs] = chainOf(sealed(intent({ chain: BOB }), words));
    await store().append(bobs!);
    for (const { id } of records()) {
      const path = `${OBJECTS}/${id}/associations/default/contacts/${ALICE.contact}`;
      expect(ask('PUT', path).status).toBe(200);
    }
    await store().append(first);
    expect(await store().read(ALICE)).toEqual([first]);
    expect(await store().at(ALICE, 0)).toEqual([first]);
    expect(await store().read(BOB)).toEqual([bobs]);
  });
});

describe('personal fields', () => {
  it('are nowhere but in their own record, which an erasure moves to the bin', async () => {
    const { store, records } = await desk();
    await store().append(first);
    const holding = () =>
      records()
        .filter((one) => JSON.stringify(one).includes('alice@example.com'))
        .map(({ properties }) => properties['key']);
    expect(holding()).toEqual(['101:0:personal']);
    await store().erase(first, ['address']);
    expect(holding()).toEqual([]);
    expect(records(true).map(({ properties }) => properties['key'])).toEqual(['101:0:personal']);
    expect((await store().read(ALICE))[0]?.personal).toEqual({
      staffName: first.personal.staffName,
    });
    await store().erase(first, ['address', 'staffName']);
    expect(records().map(({ properties }) => properties['key'])).toEqual(['101:0']);
  });

  it('of a try that broke off don’t stop anybody, and go with the next erasure when they are old', async () => {
    const { store, hubspot, records } = await desk();
    hubspot.fail({ path: `${OBJECTS}$`, method: 'POST', times: 1, fault: { kind: 'malformed' } });
    hubspot.fail({ path: `${OBJECTS}$`, method: 'POST', times: 1, fault: lost });
    expect(await store().append(rival)).toBe('not-known');
    expect(records().map(({ properties }) => properties['kind'])).toEqual(['personal']);
    hubspot.clearFailures();
    expect((await keepIn(store(), sealed(intent(), words))).kind).toBe('kept');
    const [entry] = await store().read(ALICE);
    expect(entry?.personal.address?.value).toBe('alice@example.com');
    await store().erase(entry!, ['address', 'staffName']);
    expect(
      records()
        .map(({ properties }) => properties['key'])
        .sort(),
    ).toEqual(['101:0', '101:0:personal']);
    hubspot.clock.advance(3_600_001);
    await store().erase(entry!, ['address', 'staffName']);
    expect(records().map(({ properties }) => properties['key'])).toEqual(['101:0']);
  });

  it('that are left are kept before the others go, so that nothing is lost in between', async () => {
    const { store, hubspot } = await desk();
    await store().append(first);
    hubspot.fail({ path: `${OBJECTS}/*`, method: 'DELETE', times: 1, fault: lost });
    await expect(store().erase(first, ['address'])).rejects.toThrow(HubSpotTrouble);
    expect((await store().read(ALICE))[0]).toEqual(first);
    await store().erase(first, ['address']);
    expect((await store().read(ALICE))[0]?.personal).toEqual({
      staffName: first.personal.staffName,
    });
  });
});

const lost: Fault = { kind: 'cut', write: 'lost' };

describe('when a call fails', () => {
  const FAULTS: [string, Fault][] = [
    ['429', { kind: 'status', status: 429 }],
    ['502', { kind: 'status', status: 502 }],
    ['malformed', { kind: 'malformed' }],
    ['cut, lost', lost],
    ['cut, done', { kind: 'cut', write: 'done' }],
    ['silent, lost', { kind: 'silent', write: 'lost' }],
    ['silent, done', { kind: 'silent', write: 'done' }],
  ];
  const PERSONAL_FIRST = 0;
  const ENTRY_NEXT = 1;

  const cases = FAULTS.flatMap(([what, fault]) => [
    { what, fault, which: PERSONAL_FIRST },
    { what, fault, which: ENTRY_NEXT },
  ]);

  it.each(cases)('the write $which: $what', async ({ fault, which }) => {
    const { store, hubspot } = await desk({ limits: { timeoutMs: 150 } });
    const appending = store();
    // The first write meets the fault only where it is the one meant.
    if (which === ENTRY_NEXT) {
      hubspot.fail({
        path: `${OBJECTS}$`,
        method: 'POST',
        times: 1,
        fault: { kind: 'slow', ms: 0 },
      });
    }
    hubspot.fail({ path: `${OBJECTS}$`, method: 'POST', times: 1, fault });
    const answer = await appending.append(first).catch((error: unknown) => error);
    if (fault.kind === 'status' && fault.status === 429) {
      // A 429 says that nothing was done: the write is sent again.
      expect(answer).toBe('accepted');
    } else {
      expect(answer).toBe('not-known');
    }
    const there = await store().read(ALICE);
    const isDone = 'write' in fault ? fault.write === 'done' : fault.kind === 'malformed';
    const isThere = answer === 'accepted' || (which === ENTRY_NEXT && isDone);
    expect(there).toEqual(isThere ? [first] : []);

    // The very same entry again, by the same store or another, and it stands there once and whole.
    expect(await appending.append(first)).toBe(isThere ? 'taken' : 'accepted');
    expect(await store().read(ALICE)).toEqual([first]);
  });

  it.each(FAULTS)('a read is tried twice: %s', async (_what, fault) => {
    const { store, hubspot } = await desk({ limits: { timeoutMs: 150 } });
    await store().append(first);
    const path = `${OBJECTS}/batch/read`;
    hubspot.fail({ path, times: 1, fault });
    expect(await store().read(ALICE)).toEqual([first]);
    hubspot.fail({ path, times: 2, fault });
    await expect(store().read(ALICE)).rejects.toThrow(HubSpotTrouble);
    hubspot.clearFailures();
    hubspot.fail({ path: '/crm/associations/', times: 2, fault });
    await expect(store().read(ALICE)).rejects.toThrow(HubSpotTrouble);
  });

  it('the schema can’t be read: trouble, nothing written, and the same store can go on', async () => {
    const { store, hubspot, records } = await desk();
    hubspot.fail({ path: SCHEMAS, times: 2, fault: { kind: 'status', status: 503 } });
    const one = store();
    await expect(one.append(first)).rejects.toMatchObject({ code: 'hubspot-failing' });
    expect(records()).toEqual([]);
    expect(await one.append(first)).toBe('accepted');
  });

  it('no call names the contact’s address or a token', async () => {
    const { store, hubspot } = await desk();
    hubspot.fail({ path: `${OBJECTS}$`, times: 1, fault: { kind: 'status', status: 429 } });
    const trouble: unknown = await store()
      .append(first)
      .catch((error: unknown) => error);
    expect(JSON.stringify([trouble, String(trouble)])).not.toMatch(/alice|Ito|pat-/);
  });
});
