import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { portalCommand } from '../../project/ledger-portal.ts';
import { otherwise } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER, ONE_TO_ONE, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { entryAfter, headOf, type Entry } from '../../src/app/ledger/entry.ts';
import { joinBranches } from '../../src/app/ledger/join.ts';
import { keyIdOf } from '../../src/app/ledger/keys.ts';
import { readRecord, verifyRecord } from '../../src/app/ledger/record-file.ts';
import type { Draft } from '../../src/app/ledger/statement.ts';
import {
  ANN,
  attackedDesk,
  BEN,
  OBJECTS,
  TOKEN,
  type AttackedDesk,
} from '../functions/attacked-desk.ts';
import { intent, KEY, KEYS, OTHER_KEY, pkcs8, saltsFrom, SECRET, sealed } from './a-chain.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-join-'));
const json = path.join(folder, 'record.json');
const csv = path.join(folder, 'record.csv');
const optIn = { act: 'opt-in', typeId: SEMINARS };

let desk: AttackedDesk;
let start = '';
beforeAll(async () => {
  desk = await attackedDesk({ assumptions: otherwise('uniqueValuesUnderRace') });
  desk.play({ act: 'colleague', userId: 47, typeId: ONE_TO_ONE, to: 'SUBSCRIBED' });
  desk.hubspot.clock.advance(60_000);
  await desk.change({ act: 'opt-out', requestId: 'first-0001', typeId: ONE_TO_ONE });
  desk.hubspot.clock.advance(60_000);
  start = desk.hubspot.snapshot();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.close();
});
beforeEach(() => {
  desk.hubspot.clearFailures();
  desk.hubspot.restore(start);
});

/** Appends a statement after a head, as a function does that has not seen what others append in the same moment. */
async function append(after: Entry, nth: string, more: Partial<Draft & { kind: 'intent' }> = {}) {
  const other = intent({
    chain: desk.chain(ANN),
    requestId: `rival-000${nth}`,
    at: new Date(desk.hubspot.clock.now() - 5_000).toISOString(),
    subject: { kind: 'subscription', typeId: NEWSLETTER },
    before: { state: 'not-specified' },
    ...more,
  });
  const keptAt = new Date(desk.hubspot.clock.now()).toISOString();
  const words = { address: 'visitor-9101@example.com', evidence: 'Call 19' };
  const entry = entryAfter(headOf(after), sealed(other, words), { keptAt, signer: KEY });
  // The first to come has the slot for personal fields; who comes after goes past it.
  const { ledger } = desk.gateway();
  if ((await ledger.append(entry)) === 'taken') {
    expect(await ledger.append(entry)).toBe('accepted');
  }
  return entry;
}

async function fork(): Promise<readonly [Entry, Entry]> {
  const head = (await desk.entries()).at(-1)!;
  const both = [await append(head, 'a'), await append(head, 'b')] as const;
  desk.hubspot.clock.advance(10_000);
  return both;
}

async function join(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(line);
  });
  const environment = {
    PRIVATE_APP_ACCESS_TOKEN: TOKEN,
    HUBSPOT_API_ORIGIN: desk.origin,
    CONSENT_CARD_LEDGER_KEY: SECRET,
    ...more,
  };
  try {
    const code = await portalCommand(args, environment);
    return { code, lines, last: lines.at(-1) };
  } catch (error) {
    lines.push((error as Error).message);
    return { code: 2, lines, last: lines.at(-1) };
  } finally {
    log.mockRestore();
  }
}

const yes = ['join', ANN, '--user', '47', '--yes'];

const keys = () =>
  desk
    .records()
    .map(({ id, properties }) => `${id} ${properties['key'] ?? ''}`)
    .sort();

describe('npm run ledger -- join', () => {
  it('shows both branches, without a person’s words, and joins nothing until it is told to', async () => {
    await fork();
    const before = keys();
    const [first, second] = (await desk.entries()).slice(-2).map(({ hash }) => hash);
    const { code, lines } = await join(['join', ANN]);
    const shown = lines.join('\n');
    expect(code).toBe(2);
    expect(shown).toMatch(`branch 1 (goes on): head ${first ?? ''} at position 2`);
    expect(shown).toMatch(
      `branch 2 (stays as it is, beside it): head ${second ?? ''} at position 2`,
    );
    for (const nth of ['a', 'b']) {
      expect(shown).toMatch(
        new RegExp(
          `\n {2}2: intent opted-out subscription ${NEWSLETTER} of rival-000${nth} by user 77 \\(claimed\\) 20`,
        ),
      );
    }
    expect(shown).not.toMatch(/first-0001|@example|Call 19|pat-/);
    expect(lines.at(-1)).toMatch(/^ledger: nothing was joined; .* add --yes and, as --user,/);
    expect((await join(['join', ANN, '--yes'])).code).toBe(2);
    expect(keys()).toEqual(before);
  });

  it('lets people opt in again, deletes nothing, and says who did it', async () => {
    await fork();
    expect(await desk.change({ ...optIn, requestId: 'before-001' })).toMatchObject({
      status: 'refused',
      decision: { because: [{ rule: 'ledger-not-whole' }] },
    });
    expect(await desk.glance()).toMatchObject({ ledger: 'forked' });
    const [before, entries] = [keys(), await desk.entries()];

    const { code, lines } = await join(yes);
    expect(code).toBe(0);
    expect(lines.slice(-3)).toEqual([
      'joined: at position 3, by user 47; nothing was deleted',
      expect.stringMatching(/^head: [0-9a-f]{64} at position 3; keep it for next time$/),
      'ledger: 5 entries, verified; opting in is possible again',
    ]);
    const after = await desk.entries();
    expect(after.slice(0, -1)).toEqual(entries);
    expect(after.at(-1)).toMatchObject({
      n: 3,
      statement: {
        kind: 'joined',
        who: { kind: 'staff', userId: '47', identity: 'claimed' },
        onto: headOf(entries.at(-2)!),
        beside: [headOf(entries.at(-1)!)],
      },
    });
    expect(keys()).toEqual(expect.arrayContaining(before));
    expect(await desk.glance()).toMatchObject({ ledger: 'ready' });
    expect(await desk.change({ ...optIn, requestId: 'after-0001' })).toMatchObject({
      status: 'changed',
    });
    expect(await desk.verdict()).toBe('verified');
  });

  it('and the export says that it was joined', async () => {
    await fork();
    const split = await join(['export', ANN, '--json', json, '--csv', csv]);
    expect(split).toMatchObject({
      code: 1,
      last: 'ledger: 4 entries, BROKEN at position 2 (fork)',
    });
    expect(split.lines.at(-2)).toBe(
      'fork: an admin joins it with "npm run ledger -- join CONTACT"; nothing is deleted',
    );
    await join(yes);
    const { code, lines } = await join(['export', ANN, '--json', json, '--csv', csv]);
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(/^joined: a fork, at position 3, goes on after [0-9a-f]{64}$/),
    );
    const record = readRecord(readFileSync(json, 'utf8'))!;
    expect(verifyRecord(record, { publicKeys: KEYS })).toMatchObject({
      status: 'verified',
      joins: [{ n: 3 }],
    });
  });

  it('joins three branches at once, and the longest goes on', async () => {
    const head = (await desk.entries()).at(-1)!;
    for (const nth of ['a', 'b', 'c']) await append(head, nth);
    const right = (await desk.entries()).at(-1)!;
    desk.hubspot.clock.advance(10_000);
    const long = await append(right, 'd');
    expect((await join(yes)).last).toBe('ledger: 7 entries, verified; opting in is possible again');
    expect((await desk.entries()).at(-1)).toMatchObject({
      n: 4,
      statement: { onto: headOf(long), beside: [{ n: 2 }, { n: 2 }] },
    });
  });

  it('said twice it is done once', async () => {
    await fork();
    await join(yes);
    expect(await join(yes)).toMatchObject({
      code: 0,
      last: 'ledger: 5 entries, verified; there is no fork to join',
    });
    expect(await desk.entries()).toHaveLength(5);
  });

  it('a branch that grows in the same moment splits the record again, which is said and joined in turn', async () => {
    const [, late] = await fork();
    const { ledger } = desk.gateway();
    let isFirst = true;
    const joining = await joinBranches(
      { chain: desk.chain(ANN), publicKeys: KEYS },
      {
        store: {
          ...ledger,
          async append(entry) {
            if (isFirst) await append(late, 'x');
            isFirst = false;
            return ledger.append(entry);
          },
        },
        signer: KEY,
        random: saltsFrom('join'),
        requestId: 'joined-0001',
        who: { kind: 'staff', userId: '47', identity: 'claimed' },
        now: () => desk.hubspot.clock.now(),
        wait: () => Promise.resolve(),
      },
    );
    expect(joining).toEqual({ kind: 'raced' });
    expect(await desk.glance()).toMatchObject({ ledger: 'forked' });
    desk.hubspot.clock.advance(10_000);
    expect((await join(yes)).last).toMatch(/entries, verified; opting in is possible again$/);
    expect(await desk.verdict()).toBe('verified');
  });
});

describe('what joining does not mend is said, and nothing is written', () => {
  it('a record without a fork', async () => {
    expect(await join(yes)).toEqual({
      code: 0,
      last: 'ledger: 2 entries, verified; there is no fork to join',
      lines: ['ledger: 2 entries, verified; there is no fork to join'],
    });
    expect(await join(['join', BEN, '--user', '47', '--yes'])).toMatchObject({
      last: 'ledger: 0 entries, verified; there is no fork to join',
    });
  });

  it.each<[string, (both: readonly [Entry, Entry]) => readonly string[] | void, string]>([
    [
      'an entry that was cut out below the fork',
      () => {
        desk.ask('DELETE', `${OBJECTS}/${recordAt(1)}`);
      },
      'broken: missing-position at position 1; HubSpot keeps deleted records in its bin for 90 days: bring it back there',
    ],
    [
      'a tail that was cut off, by the head that was kept',
      () => ['--head', 'f'.repeat(64)],
      'broken: truncated at position 3; HubSpot keeps deleted records in its bin for 90 days: bring them back there',
    ],
    [
      'a signature that is false',
      ([one]) => {
        const { placeSeal } = one;
        const signature = `${placeSeal.signature.startsWith('A') ? 'B' : 'A'}${placeSeal.signature.slice(1)}`;
        const entry = { ...one, personal: {}, placeSeal: { ...placeSeal, signature } };
        const { id } = desk
          .records()
          .find(({ properties }) => properties['entry']?.includes(one.hash))!;
        desk.ask('PATCH', `${OBJECTS}/${id}`, { properties: { entry: JSON.stringify(entry) } });
      },
      'broken: bad-signature at position 2',
    ],
  ])('%s', async (_what, change, line) => {
    const both = await fork();
    const more = change(both) ?? [];
    const before = keys();
    const { code, lines } = await join([...yes, ...more]);
    expect(code).toBe(1);
    expect(lines).toContain(line);
    expect(lines.at(-1)).toBe(
      'ledger: nothing was joined; the record is broken, which joining does not mend',
    );
    expect(keys()).toEqual(before);
  });

  it('a record that is not of the ledger’s form', async () => {
    await fork();
    desk.ask('PATCH', `${OBJECTS}/${recordAt(0)}`, { properties: { entry: '{' } });
    expect((await join(yes)).last).toMatch(/^ledger: records \d+ are not of the ledger’s form/);
  });

  it('a key that did not sign the record', async () => {
    await fork();
    const { code, lines } = await join(yes, { CONSENT_CARD_LEDGER_KEY: OTHER_SECRET });
    expect(code).toBe(1);
    expect(lines[0]).toBe(
      'broken: unknown-key at position 0; put every public key into CONSENT_CARD_LEDGER_PUBLIC_KEYS',
    );
    const pem = KEY.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    await join(yes, {
      CONSENT_CARD_LEDGER_KEY: OTHER_SECRET,
      CONSENT_CARD_LEDGER_PUBLIC_KEYS: pem,
    });
    const last = (await desk.entries()).at(-1)!;
    expect([last.statement.kind, last.seal.key]).toEqual(['joined', keyIdOf(OTHER_KEY.publicKey)]);
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    [
      'no key to sign with',
      yes,
      { CONSENT_CARD_LEDGER_KEY: '' },
      'ledger: key-missing: run "npm run ledger -- keys" and store the private key as the app secret',
    ],
    [
      'a head that is none',
      [...yes, '--head', 'abc'],
      {},
      'ledger: a head is a hash of 64 hexadecimal digits',
    ],
    ['a user that is none', ['join', ANN, '--user', 'ann'], {}, ''],
    ['no contact', ['join'], {}, ''],
  ])('%s', async (_what, args, more, message) => {
    await fork();
    const { code, last } = await join(args, more);
    expect(code).toBe(2);
    expect(last).toMatch(message === '' ? /^usage: npm run ledger/ : message);
    expect(await desk.entries()).toHaveLength(4);
  });

  it('HubSpot that fails, and one that does not accept the token', async () => {
    await fork();
    desk.loseTheLedger();
    expect(await join(yes)).toMatchObject({
      code: 2,
      last: 'ledger: whether the branches are joined could not be read back; run it again, which is harmless',
    });
    desk.hubspot.clearFailures();
    expect(await join(yes, { PRIVATE_APP_ACCESS_TOKEN: 'pat-wrong' })).toMatchObject({
      code: 2,
      last: 'ledger: HubSpot does not accept the access token',
    });
    expect((await join(yes)).code).toBe(0);
  });

  it('a contact that was merged into another', async () => {
    await fork();
    desk.play({ act: 'merge', otherId: ANN }, BEN);
    const { code, last } = await join(yes);
    expect(code).toBe(2);
    expect(last).toMatch(/merged into \d+ and its record has ended; nothing was joined$/);
  });
});

const OTHER_SECRET = pkcs8('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');

function recordAt(n: number): string {
  return desk.records().find(({ properties }) => properties['key'] === `${ANN}:${String(n)}`)!.id;
}
