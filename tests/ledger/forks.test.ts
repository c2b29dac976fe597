import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchesOf } from '../../src/app/ledger/branches.ts';
import { sha256 } from '../../src/app/ledger/digest.ts';
import type { Head } from '../../src/app/ledger/chain.ts';
import {
  entryBytes,
  headOf,
  inOrder,
  withoutPersonal,
  type Entry,
} from '../../src/app/ledger/entry.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import {
  ALICE,
  AT,
  chainOf,
  intent,
  KEY,
  KEYS,
  outcome,
  place,
  RUNS,
  sealed,
  LONG,
} from './a-chain.ts';

const [first] = chainOf(sealed(intent())) as [Entry];
const left = place(
  sealed(intent({ requestId: 'request-left' }), { explanation: 'x' }),
  headOf(first),
);
const right = place(sealed(intent({ requestId: 'request-right' })), headOf(first));
const longer = place(sealed(outcome({ requestId: 'request-left' })), headOf(left));
const forked = inOrder([longer, right, first, left]);

function join(onto: Head, ...beside: Head[]): Entry {
  const statement = sealed({
    kind: 'joined',
    chain: ALICE,
    at: AT,
    requestId: `join-${onto.hash.slice(0, 8)}`,
    who: { kind: 'staff', userId: '1', identity: 'claimed' },
    onto,
    beside,
  });
  return place(statement, onto);
}

function check(entries: readonly Entry[]) {
  return verify(inOrder(entries), { chain: ALICE, publicKeys: KEYS });
}

describe('a fork', () => {
  it('is kept whole and named with both entries', () => {
    expect(check(forked)).toEqual({
      status: 'broken',
      problems: [{ n: 1, code: 'fork', hashes: [left.hash, right.hash].sort() }],
    });
  });

  it('has two ends, and everybody would extend the same one: the longest, then the smaller hash', () => {
    expect(branchesOf(forked).ends).toEqual([headOf(longer), headOf(right)]);
    const longerRight = place(sealed(outcome({ requestId: 'request-right' })), headOf(right));
    expect(branchesOf([first, left, right, longerRight]).ends).toEqual([
      headOf(longerRight),
      headOf(left),
    ]);
    const even = branchesOf([right, left, first]).ends.map(({ hash }) => hash);
    expect(even).toEqual([left.hash, right.hash].sort());
    expect(branchesOf([]).ends).toEqual([]);
  });

  it('at the very beginning is one as well', () => {
    const other = place(sealed(intent({ requestId: 'request-9' })), undefined);
    expect(check([first, other])).toMatchObject({ problems: [{ n: 0, code: 'fork' }] });
  });

  it('is over when an admin says which branch goes on, and the check says so', () => {
    const joined = join(headOf(longer), headOf(right));
    expect(check([...forked, joined])).toEqual({
      status: 'verified',
      entries: 5,
      head: headOf(joined),
      joins: [{ n: 3, onto: headOf(longer), beside: [headOf(right)] }],
    });
  });

  it('may go on at the shorter branch; the joining entry stands after both', () => {
    const joined = join(headOf(right), headOf(longer));
    expect(joined).toMatchObject({ n: 3, previous: right.hash });
    const goesOn = place(sealed(intent({ requestId: 'request-5' })), headOf(joined));
    expect(check([...forked, joined, goesOn])).toMatchObject({
      status: 'verified',
      head: headOf(goesOn),
    });
  });

  it('opens again where the branch left behind grows', () => {
    const joined = join(headOf(longer), headOf(right));
    const late = place(sealed(outcome({ requestId: 'request-right' })), headOf(right));
    expect(check([...forked, joined, late])).toMatchObject({ problems: [{ n: 1, code: 'fork' }] });
    const again = join(headOf(joined), headOf(late));
    expect(check([...forked, joined, late, again])).toMatchObject({
      status: 'verified',
      entries: 7,
    });
  });

  it('may have three branches, joined at once', () => {
    const third = place(sealed(intent({ requestId: 'request-third' })), headOf(first));
    const joined = join(headOf(longer), headOf(right), headOf(third));
    expect(check([...forked, third, joined])).toMatchObject({ status: 'verified', entries: 6 });
  });

  it('two admins at once make another, which is joined in turn', () => {
    const [one, other] = [join(headOf(longer), headOf(right)), join(headOf(right), headOf(longer))];
    expect(check([...forked, one, other])).toMatchObject({ problems: [{ code: 'fork' }] });
    const again = join(headOf(one), headOf(other));
    expect(check([...forked, one, other, again])).toMatchObject({ status: 'verified' });
  });

  const joined = join(headOf(longer), headOf(right));
  it.each<[string, readonly Entry[], string]>([
    ['the branch left behind removed', [first, left, longer, joined], 'branch-missing'],
    ['the branch that goes on removed', [first, right, joined], 'missing-position'],
    [
      'placed after another entry than it names',
      [...forked, moved(joined, { previous: right.hash })],
      'wrong-previous',
    ],
    ['placed too early', [...forked, moved(joined, { n: 2 })], 'wrong-position'],
  ])('joined, and %s', (_what, entries, code) => {
    const result = check(entries);
    expect(result.status === 'broken' && result.problems.map((one) => one.code)).toContain(code);
  });

  it('copies of one entry are no fork, and written down they are one', () => {
    const twice = [first, left, structuredClone(left), longer];
    expect(inOrder(twice)).toHaveLength(3);
    expect(branchesOf(twice)).toEqual({ ends: [headOf(longer)], forks: [] });
    const halfErased = inOrder([first, left, withoutPersonal(left, ['explanation']), longer]);
    expect(verify(halfErased, { chain: ALICE, publicKeys: KEYS })).toMatchObject({
      problems: [{ n: 1, code: 'doubled' }],
    });
  });

  it('any tree is a true record once every end but one was named by a joining entry', LONG, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (parents) => {
        const entries: Entry[] = [];
        for (const [i, pick] of parents.entries()) {
          const parent = i === 0 ? undefined : entries[pick % i];
          entries.push(
            place(sealed(intent({ requestId: `request-${String(i)}` })), parent && headOf(parent)),
          );
        }
        const [onto, ...beside] = branchesOf(entries).ends;
        expect(check(entries).status).toBe(beside.length === 0 ? 'verified' : 'broken');
        if (beside.length === 0 || onto === undefined) return;
        const all = [...entries, join(onto, ...beside)];
        expect(check(all)).toMatchObject({ status: 'verified', entries: parents.length + 1 });
      }),
      RUNS,
    );
  });
});

/** The same statement at another place, truly signed: only a holder of the key could do it. */
function moved(entry: Entry, to: { readonly n?: number; readonly previous?: string }): Entry {
  const placed = { ...entry, ...to };
  const bytes = entryBytes(placed);
  return { ...placed, hash: sha256(bytes), placeSeal: KEY.sign(bytes) };
}
