import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, sha256 } from '../../src/app/ledger/digest.ts';
import { Entry, headOf, withoutPersonal } from '../../src/app/ledger/entry.ts';
import { gapsIn } from '../../src/app/ledger/gaps.ts';
import { commit, PERSONAL_FIELDS, type PersonalField } from '../../src/app/ledger/personal.ts';
import type { Draft } from '../../src/app/ledger/statement.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import {
  ALICE,
  anyChain,
  chainOf,
  intent,
  KEYS,
  LONG,
  outcome,
  place,
  RUNS,
  saltsFrom,
  sealed,
} from './a-chain.ts';

const against = { chain: ALICE, publicKeys: KEYS };

const [asked, done] = chainOf(
  sealed(intent(), { address: 'alice@example.com', evidence: 'call 12', staffName: 'Ito' }),
  sealed(outcome()),
) as [Entry, Entry];

function erasure(entry: Entry, fields: readonly PersonalField[]): Draft {
  return {
    kind: 'erasure',
    chain: ALICE,
    at: '2026-12-01T00:00:00.000Z',
    requestId: 'erasure-1',
    who: { kind: 'staff', userId: '77', identity: 'claimed' },
    onRequestOf: { kind: 'contact', by: 'mail' },
    erases: [{ entry: entry.hash, fields }],
  };
}

function gaps(entries: readonly Entry[]): string[] {
  return gapsIn(entries)
    .filter(({ code }) => code.includes('personal') || code.includes('erasure'))
    .map(({ code, n }) => `${code} at ${String(n)}`);
}

describe('privacy erasure', () => {
  it('takes value and salt, and the chain still verifies', LONG, () => {
    fc.assert(
      fc.property(
        anyChain(),
        fc.subarray([...PERSONAL_FIELDS]),
        fc.nat(),
        (entries, fields, which) => {
          const n = which % entries.length;
          const erased = entries.with(n, withoutPersonal(entries[n]!, fields));
          for (const field of fields) expect(erased[n]?.personal).not.toHaveProperty(field);
          expect(verify(erased, against)).toEqual(verify(entries, against));
          expect(verify(erased, against).status).toBe('verified');
        },
      ),
      RUNS,
    );
  });

  it('leaves nothing by which a value could be guessed, however short it is', () => {
    const yes = chainOf(sealed(intent(), { explanation: 'yes' }))[0]!;
    const left = JSON.stringify(withoutPersonal(yes, ['explanation']));
    const salt = yes.personal.explanation!.salt;
    expect(left).not.toContain(salt);
    // With the salt the guess is confirmed; without it, nothing that is left makes the commitment.
    const promised = yes.statement.commitments.explanation;
    const made = (guess: string) =>
      sha256(bytesOf('personal', { field: 'explanation', salt: guess, value: 'yes' }));
    expect(made(salt)).toBe(promised);
    const words = left.match(/[A-Za-z0-9_-]{4,}/g) ?? [];
    for (const word of ['', ...words]) {
      expect(made(word)).not.toBe(promised);
      expect(createHash('sha256').update(`${word}yes`).digest('hex')).not.toBe(promised);
    }
  });

  it('every field of every entry has a salt of its own, of 256 bits', () => {
    const random = saltsFrom('one');
    const values = { address: 'same', explanation: 'same', evidence: 'same' };
    const both = [commit(values, random), commit(values, random)];
    const salts = both.flatMap(({ personal }) =>
      Object.values(personal).map((kept) => kept?.salt ?? ''),
    );
    const commitments = both.flatMap(({ commitments }) => Object.values(commitments));
    expect(new Set(salts).size).toBe(6);
    expect(new Set(commitments).size).toBe(6);
    for (const salt of salts) expect(Buffer.from(salt, 'base64url')).toHaveLength(32);
    const stuck = commit(values, () => new Uint8Array(32));
    expect(new Set(Object.values(stuck.commitments)).size).toBe(3);
    expect(() => commit(values, () => new Uint8Array(16))).toThrow(RangeError);
  });

  it('no personal value is in what is hashed and signed', LONG, () => {
    const value = fc.stringMatching(/^[A-Za-z]{12,20}$/);
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, value]))),
        (values) => {
          const { personal: _personal, ...signed } = sealed(intent(), values);
          const text = JSON.stringify(signed);
          for (const one of Object.values(values)) expect(text).not.toContain(one);
        },
      ),
      RUNS,
    );
  });

  it('a field is erased, gone without a word, or still there in spite of it: each is told', () => {
    expect(gaps([asked, done])).toEqual([]);
    const without = withoutPersonal(asked, ['address', 'evidence']);
    expect(gaps([without, done])).toEqual(['personal-missing at 0']);
    const recorded = place(sealed(erasure(asked, ['address', 'evidence'])), headOf(done));
    expect(gaps([without, done, recorded])).toEqual(['personal-erased at 0']);
    expect(gaps([asked, done, recorded])).toEqual(['erasure-not-carried-out at 0']);
    expect(verify([without, done, recorded], against).status).toBe('verified');
  });

  it.each<[string, object]>([
    ['a salt left behind without its value', { address: { salt: asked.personal.address!.salt } }],
    ['a value without its salt', { address: { value: 'alice@example.com' } }],
    ['a salt that is too short', { address: { value: 'alice@example.com', salt: 'AAAA' } }],
  ])('%s is not of the ledger’s form', (_what, personal) => {
    expect(Entry.safeParse({ ...asked, personal }).success).toBe(false);
  });

  it('a value altered after the rest was erased is still seen', () => {
    const { value, salt } = asked.personal.staffName!;
    const altered = { ...asked, personal: { staffName: { value: `${value}!`, salt } } };
    expect(verify([altered, done], against)).toMatchObject({
      problems: [{ n: 0, code: 'personal-altered' }],
    });
  });

  it('half of a surrogate pair in an explanation does not stop the recording', () => {
    const [entry] = chainOf(sealed(intent(), { explanation: 'cut \uD83D' }));
    expect(entry?.personal.explanation?.value).toBe('cut \uFFFD');
    expect(verify([entry!], against).status).toBe('verified');
  });
});
