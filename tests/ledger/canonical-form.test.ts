import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, originOf } from '../../src/app/ledger/chain.ts';
import { bytesOf, sha256 } from '../../src/app/ledger/digest.ts';
import { Entry, entryBytes } from '../../src/app/ledger/entry.ts';
import { ALICE, anyChain, BOB, chainOf, intent, LONG, RUNS, sealed } from './a-chain.ts';

function canonical(value: object): string {
  return bytesOf('entry', value).toString('utf8').split('\n').slice(1).join('\n');
}

describe('the canonical form (RFC 8785)', () => {
  it.each<[string, object, string]>([
    [
      '§3.2.2: numbers, strings and literals',
      {
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      '§3.2.3: keys by UTF-16 code units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    ['what is absent is left out', { a: undefined, b: {} }, '{"b":{}}'],
  ])('%s', (_what, value, expected) => {
    expect(canonical(value)).toBe(expected);
  });

  it.each<[string, object]>([
    ['not a number', { n: NaN }],
    ['half of a surrogate pair', { text: '\uD83D' }],
    ['half of a surrogate pair in a key', { '\uDE00': 1 }],
  ])('refuses %s', (_what, value) => {
    expect(() => bytesOf('entry', value)).toThrow();
  });

  it('bytes for one purpose never pass for another’s', () => {
    const all = (['chain', 'statement', 'entry', 'personal'] as const).map((purpose) =>
      sha256(bytesOf(purpose, {})),
    );
    expect(new Set(all).size).toBe(4);
  });

  it('the order in which keys were written never matters', LONG, () => {
    fc.assert(
      fc.property(anyChain(), fc.nat(), (entries, seed) => {
        const other = entries.map((entry) => Entry.parse(reordered(entry, seed)));
        expect(other.map(signedText)).toEqual(entries.map(signedText));
      }),
      RUNS,
    );
  });
});

describe('a chain is one contact’s in one portal', () => {
  it('no two begin alike', () => {
    const origins = [ALICE, BOB, { ...ALICE, portal: '4712' }].map(originOf);
    expect(new Set(origins).size).toBe(3);
  });

  it('a position has one key, and an entry stands at its own', () => {
    const [entry] = chainOf(sealed(intent()));
    expect(entry?.n).toBe(0);
    expect(keyOf(ALICE, 0)).toBe('101:0');
    expect(entry?.previous).toBe(originOf(ALICE));
  });
});

function signedText(entry: Entry): string {
  return `${entryBytes(entry).toString()} ${bytesOf('statement', entry.statement).toString()}`;
}

/** The same value with its keys written in another order. */
function reordered(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, seed));
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, one]) => [key, reordered(one, seed)] as const);
  const spot = pairs.length === 0 ? 0 : seed % pairs.length;
  return Object.fromEntries([...pairs.slice(spot), ...pairs.slice(0, spot)].reverse());
}
