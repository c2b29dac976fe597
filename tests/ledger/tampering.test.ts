import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '../../src/app/ledger/chain.ts';
import { entryAfter, headOf, type Entry } from '../../src/app/ledger/entry.ts';
import { publicKeysIn } from '../../src/app/ledger/keys.ts';
import {
  readRecord,
  recordFile,
  recordText,
  verifyRecord,
} from '../../src/app/ledger/record-file.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { lawRuns } from '../law-runs.ts';
import {
  ALICE,
  anyChain,
  BOB,
  chainOf,
  intent,
  KEY,
  KEYS,
  LONG,
  OTHER_KEY,
  outcome,
  place,
  RUNS,
  sealed,
} from './a-chain.ts';

/** What the check of a chain comes to, in one line. */
function told(entries: readonly Entry[], heads: readonly string[] = []): string {
  const result = verify(entries, { chain: ALICE, publicKeys: KEYS, heads });
  if (result.status === 'verified') return `verified ${String(result.entries)}`;
  const [{ n, code }] = result.problems;
  return `${code} at ${String(n)}`;
}

const three = chainOf(
  sealed(intent(), { explanation: 'asked on the phone', address: 'a@example.com' }),
  sealed(outcome()),
  sealed(intent({ requestId: 'request-2' }), { evidence: 'call 12' }),
);
const [first, second, third] = three as [Entry, Entry, Entry];
const bobs = chainOf(sealed(intent({ chain: BOB })), sealed(outcome({ chain: BOB })));

/** As a forger without our key would sign. */
function forged(entry: Entry, head = headOf(first)): Entry {
  return entryAfter(head, entry, { keptAt: entry.keptAt, signer: OTHER_KEY });
}

describe('the check of a chain names the first broken entry', () => {
  it.each<[string, readonly Entry[], string]>([
    ['an untouched chain', three, 'verified 3'],
    ['an empty chain', [], 'verified 0'],
    [
      'content altered',
      [first, { ...second, keptAt: third.keptAt.replace('2026', '2025') }, third],
      'altered at 1',
    ],
    [
      'a personal field altered',
      [
        {
          ...first,
          personal: {
            ...first.personal,
            address: { ...first.personal.address!, value: 'b@example.com' },
          },
        },
        second,
        third,
      ],
      'personal-altered at 0',
    ],
    [
      'a personal field added',
      [first, { ...second, personal: { explanation: first.personal.explanation } }, third],
      'personal-altered at 1',
    ],
    [
      'two personal fields swapped',
      [
        {
          ...first,
          personal: { explanation: first.personal.address, address: first.personal.explanation },
        },
        second,
        third,
      ],
      'personal-altered at 0',
    ],
    [
      'the signature of another entry',
      [first, { ...second, placeSeal: third.placeSeal }, third],
      'bad-signature at 1',
    ],
    [
      'the seal of another statement, hash and all',
      [first, place({ ...second, seal: third.seal }, headOf(first))],
      'bad-seal at 1',
    ],
    ['signed by somebody else', [first, forged(second)], 'unknown-key at 1'],
    [
      'signed by somebody else in our name',
      [
        first,
        {
          ...forged(second),
          hash: second.hash,
          placeSeal: { ...forged(second).placeSeal, key: second.placeSeal.key },
        },
      ],
      'bad-signature at 1',
    ],
    ['an entry removed', [first, third], 'missing-position at 1'],
    ['the beginning removed', [second, third], 'missing-position at 0'],
    ['an entry twice', [first, second, second, third], 'doubled at 1'],
    ['the order changed', [second, first, third], 'out-of-order at 0'],
    [
      'another contact’s entry put in',
      [first, second, third, ...bobs.slice(1)],
      'other-chain at 1',
    ],
    ['another contact’s chain', bobs, 'other-chain at 0'],
    [
      'a true entry of ours after something that was never there',
      [first, place(second, { n: 0, hash: originOf(BOB) })],
      'wrong-previous at 1',
    ],
    [
      'a true entry of ours at a wrong position',
      [first, place(second, { n: 5, hash: first.hash })],
      'wrong-position at 6',
    ],
    [
      'a second true entry at one position',
      [
        first,
        ...[second, place(sealed(outcome({ requestId: 'request-9' })), headOf(first))].sort(
          (a, b) => (a.hash < b.hash ? -1 : 1),
        ),
      ],
      'fork at 1',
    ],
  ])('%s', (_what, entries, expected) => {
    expect(told(entries)).toBe(expected);
  });

  it('a cut tail is seen with an earlier head, and only with one', () => {
    expect(told([first, second], [third.hash])).toBe('truncated at 2');
    expect(told([], [third.hash])).toBe('truncated at 0');
    expect(told([first, second])).toBe('verified 2');
    expect(told(three, [second.hash])).toBe('verified 3');
  });

  it('every problem is told, not the first alone', () => {
    const result = verify(
      [
        { ...first, keptAt: '2026-11-24T10:00:00.000Z' },
        { ...second, keptAt: first.keptAt, n: 1 },
        third,
        third,
      ],
      {
        chain: ALICE,
        publicKeys: KEYS,
        heads: ['0'.repeat(64)],
      },
    );
    expect(result).toMatchObject({
      problems: [
        { n: 0, code: 'altered' },
        { n: 2, code: 'doubled' },
        { n: 3, code: 'truncated' },
      ],
    });
  });

  it('entries of an earlier key need the earlier key', () => {
    const older = entryAfter(undefined, sealed(intent(), {}, OTHER_KEY), {
      keptAt: first.keptAt,
      signer: OTHER_KEY,
    });
    const both = [older, place(sealed(outcome()), headOf(older))];
    expect(told(both)).toBe('unknown-key at 0');
    const publicKeys = publicKeysIn([KEY.publicKey, OTHER_KEY.publicKey]);
    expect(verify(both, { chain: ALICE, publicKeys })).toMatchObject({ status: 'verified' });
    // A statement sealed anew, by another key of ours, is not the one that was kept.
    const resealed = [{ ...older, seal: sealed(intent()).seal }, ...both.slice(1)];
    expect(verify(resealed, { chain: ALICE, publicKeys })).toMatchObject({
      problems: [{ n: 0, code: 'altered' }],
    });
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const chains = anyChain();
const longer = anyChain(2);

describe('no tampering with a written record stays unseen', LONG, () => {
  /** Whether the file, its entries replaced by these, is still taken for true. */
  function isBelieved(entries: readonly Entry[], altered: unknown, earlier?: string): boolean {
    const file = recordFile(ALICE, entries, { exportedAt: first.keptAt, publicKeys: KEYS });
    const { head: _head, ...frame } = file;
    const record = readRecord(recordText({ ...frame, entries: altered as Entry[] }));
    if (record === undefined) return false;
    return verifyRecord(record, { publicKeys: KEYS, earlier }).status === 'verified';
  }

  it('an untouched one is believed', () => {
    fc.assert(
      fc.property(chains, (entries) => {
        expect(isBelieved(entries, entries, entries.at(-1)?.hash)).toBe(true);
      }),
      RUNS,
    );
  });

  it('any one value changed', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (entries, which, how) => {
        const copy = structuredClone(entries) as unknown as Json;
        const paths = leaves(copy);
        const path = paths[which % paths.length]!;
        change(copy, path, how);
        expect(isBelieved(entries, copy), path.join('.')).toBe(false);
      }),
      lawRuns(1_000),
    );
  });

  it('any one value, or part, replaced by what another true entry has in its place', () => {
    fc.assert(
      fc.property(chains, chains, fc.nat(), fc.nat(), fc.nat(), (entries, others, i, j, which) => {
        const copy = structuredClone(entries) as unknown as Json[];
        const mine = copy[i % copy.length]!;
        const theirs = others[j % others.length] as unknown as Json;
        const differing = fields(mine).filter((path) => {
          const [one, other] = [at(mine, path), at(theirs, path)];
          return other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
        });
        fc.pre(differing.length > 0);
        const path = differing[which % differing.length]!;
        (at(mine, path.slice(0, -1)) as Record<string, Json>)[path.at(-1) as string] = at(
          theirs,
          path,
        );
        fc.pre(path[0] !== 'personal' || Object.keys(at(mine, ['personal']) as object).length > 0);
        expect(isBelieved(entries, copy), path.join('.')).toBe(false);
      }),
      RUNS,
    );
  });

  it('any one field removed, but for the erasure of a personal one', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (entries, which) => {
        const copy = structuredClone(entries) as unknown as Json;
        const all = fields(copy).filter(
          (path) => path.at(-2) !== 'personal' && !(path.at(-1) === 'personal'),
        );
        const path = all[which % all.length]!;
        const owner = at(copy, path.slice(0, -1)) as Record<string, Json>;
        delete owner[path.at(-1) as string];
        expect(isBelieved(entries, copy), path.join('.')).toBe(false);
      }),
      RUNS,
    );
  });

  it('any field added', () => {
    fc.assert(
      fc.property(
        chains,
        fc.nat(),
        fc.constantFrom('note', 'hasOwnProperty', 'constructor', 'explanation', 'legalBasis', 'n'),
        (entries, which, name) => {
          const copy = structuredClone(entries) as unknown as Json;
          const objects = [...fields(copy).map((path) => path.slice(0, -1))];
          const owner = at(copy, objects[which % objects.length]!) as Record<string, Json>;
          fc.pre(!Object.hasOwn(owner, name));
          owner[name] = 'x';
          expect(isBelieved(entries, copy)).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('any entry removed, repeated, moved, or brought in from elsewhere', () => {
    fc.assert(
      fc.property(
        longer,
        longer,
        fc.constantFrom('remove', 'repeat', 'move', 'bring', 'replace'),
        fc.nat(),
        fc.nat(),
        (entries, others, how, from, to) => {
          const [i, j] = [from % entries.length, to % entries.length];
          const copy = [...entries];
          const other = others[j % others.length]!;
          if (how === 'remove') copy.splice(i, 1);
          if (how === 'repeat') copy.splice(j, 0, copy[i]!);
          if (how === 'move') copy.splice(j, 0, ...copy.splice(i, 1));
          if (how === 'bring') copy.splice(j, 0, other);
          if (how === 'replace') copy.splice(i, 1, other);
          // Nothing was done where an entry was moved to its own place or an equal one put there.
          fc.pre(JSON.stringify(copy) !== JSON.stringify(entries));
          expect(isBelieved(entries, copy, entries.at(-1)?.hash)).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('any tail cut off, where an earlier head was kept; unseen where none was', () => {
    fc.assert(
      fc.property(longer, fc.nat(), (entries, length) => {
        const cut = entries.slice(0, length % entries.length);
        expect(isBelieved(entries, cut, entries.at(-1)?.hash)).toBe(false);
        expect(isBelieved(entries, cut)).toBe(true);
      }),
      RUNS,
    );
  });

  it('any entry of one contact swapped for another contact’s at the same position', () => {
    fc.assert(
      fc.property(longer, fc.nat(), (entries, which) => {
        const n = which % entries.length;
        const copy = entries.map((entry, i) =>
          i === n ? { ...entry, statement: { ...entry.statement, chain: BOB } } : entry,
        );
        expect(isBelieved(entries, copy)).toBe(false);
        expect(isBelieved(entries, entries.with(n, bobs[n % bobs.length]!))).toBe(false);
      }),
      RUNS,
    );
  });
});

function leaves(json: Json, path: Path = []): Path[] {
  if (json === null || typeof json !== 'object') return [path];
  return Object.entries(json).flatMap(([key, value]) => leaves(value, [...path, key]));
}

/** Every field of every object. */
function fields(json: Json, path: Path = []): Path[] {
  if (json === null || typeof json !== 'object') return [];
  const own = Array.isArray(json) ? [] : Object.keys(json).map((key) => [...path, key]);
  return [...own, ...Object.entries(json).flatMap(([key, value]) => fields(value, [...path, key]))];
}

/** `undefined` where the path leads nowhere. */
function at(json: Json, path: Path): Json {
  return path.reduce<Json>(
    (value, key) => (value as Record<string | number, Json> | undefined)?.[key] as Json,
    json,
  );
}

/** Another value of the same type: one character other, added or gone; or a number one off. */
function change(json: Json, path: Path, how: number): void {
  const owner = at(json, path.slice(0, -1)) as Record<string | number, Json>;
  const key = path.at(-1)!;
  const value = owner[key]!;
  if (typeof value === 'number') {
    owner[key] = value + (how % 2 === 0 ? 1 : -1);
    return;
  }
  const text = value as string;
  const spot = how % (text.length + 1);
  const [before, behind] = [text.slice(0, spot), text.slice(spot + 1)];
  const other = text[spot] === 'a' ? 'b' : 'a';
  const changed = [before + behind, before + other + behind, before + other + text.slice(spot)];
  owner[key] = changed[how % 3] === text ? `${text}a` : changed[how % 3]!;
}
