import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Chain, Head } from '../../src/app/ledger/chain.ts';
import { entryAfter, headOf, type Entry } from '../../src/app/ledger/entry.ts';
import { publicKeysIn, signerOf, type Signer } from '../../src/app/ledger/keys.ts';
import type { PersonalValues, Random } from '../../src/app/ledger/personal.ts';
import { seal, type Sealed } from '../../src/app/ledger/sealed.ts';
import type { Draft } from '../../src/app/ledger/statement.ts';
import { lawRuns, lawTimeout } from '../law-runs.ts';

export const ALICE: Chain = { portal: '4711', contact: '101' };
export const BOB: Chain = { portal: '4711', contact: '202' };

/** The published test keys of RFC 8032 §7.1: they protect nothing. */
export const SECRET = pkcs8('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
export const KEY = signerOf(SECRET);
export const OTHER_KEY = signerOf(
  pkcs8('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
);
export const KEYS = publicKeysIn([KEY.publicKey]);

/** An Ed25519 seed as PKCS8 in base64 (RFC 8410 §7). */
export function pkcs8(seed: string): string {
  return Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64');
}

/** Salts that are the same in every run and differ from each other. */
export function saltsFrom(seed: string): Random {
  let count = 0;
  return (length) => {
    count += 1;
    return createHash('sha256')
      .update(`${seed} ${String(count)}`)
      .digest()
      .subarray(0, length);
  };
}

export const AT = '2026-11-24T09:00:00.000Z';

export function after(ms: number): string {
  return new Date(Date.parse(AT) + ms).toISOString();
}

/** An opt-out on the phone, as ordinary as it gets; `change` says what is different. */
export function intent(change: Partial<Draft & { kind: 'intent' }> = {}): Draft {
  return {
    kind: 'intent',
    chain: ALICE,
    at: AT,
    requestId: 'request-1',
    who: { kind: 'staff', userId: '77', identity: 'claimed' },
    onRequestOf: { kind: 'contact', by: 'phone' },
    subject: { kind: 'subscription', typeId: '9' },
    change: 'opted-out',
    before: { state: 'opted-in' },
    decision: { kind: 'allow', policy: '2026-11-24', rules: ['staff-may-opt-out'] },
    ...change,
  };
}

export function outcome(change: Partial<Draft & { kind: 'outcome' }> = {}): Draft {
  return {
    kind: 'outcome',
    chain: ALICE,
    at: AT,
    requestId: 'request-1',
    who: { kind: 'this-app' },
    subject: { kind: 'subscription', typeId: '9' },
    change: 'opted-out',
    result: 'done',
    after: { state: 'opted-out' },
    ...change,
  };
}

export function refusal(change: Partial<Draft & { kind: 'refusal' }> = {}): Draft & {
  kind: 'refusal';
} {
  return {
    ...(intent() as Draft & { kind: 'intent' }),
    kind: 'refusal',
    change: 'opted-in',
    before: { state: 'opted-out' },
    decision: { kind: 'deny', policy: '2026-11-24', rules: ['opted-out-by-contact'] },
    repeats: 0,
    ...change,
  };
}

export function sealed(draft: Draft, values: PersonalValues = {}, signer: Signer = KEY): Sealed {
  return seal(draft, values, { signer, random: saltsFrom(JSON.stringify([draft, values])) });
}

export function place(one: Sealed, head: Head | undefined, keptAt = one.statement.at): Entry {
  return entryAfter(head, one, { keptAt, signer: KEY });
}

/** A chain of these, each after the one before. */
export function chainOf(...statements: readonly Sealed[]): Entry[] {
  const entries: Entry[] = [];
  for (const one of statements) {
    const last = entries.at(-1);
    entries.push(place(one, last && headOf(last)));
  }
  return entries;
}

const anyText = fc.string({ maxLength: 12, unit: 'binary' });
const anyValues: fc.Arbitrary<PersonalValues> = fc.record(
  {
    staffName: anyText,
    address: anyText,
    explanation: anyText,
    evidence: anyText,
    earlierExplanation: anyText,
  },
  { requiredKeys: [] },
);

/** One statement for Alice, of any kind that needs no other entry; the number makes its request its own. */
const anyDraft = fc
  .tuple(fc.constantFrom('intent', 'outcome', 'refusal', 'undo', 'late', 'merged'), fc.nat(3))
  .map(([kind, type]) => (n: number): Draft => {
    const own = {
      requestId: `request-${String(n)}`,
      at: after(n * 1_000),
      subject: { kind: 'subscription' as const, typeId: String(type) },
    };
    const { at, requestId } = own;
    switch (kind) {
      case 'outcome':
        return outcome(own);
      case 'refusal':
        return refusal({ ...own, repeats: type });
      case 'undo':
        return { ...intent(own), kind: 'undo', undoes: 'request-before' } as Draft;
      case 'late':
        return {
          ...own,
          kind: 'late',
          chain: ALICE,
          who: { kind: 'unknown' },
          change: 'opted-out',
          after: { state: 'opted-out', since: at },
        };
      case 'merged':
        return {
          kind: 'merged',
          chain: ALICE,
          at,
          requestId,
          who: { kind: 'this-app' },
          from: { contact: String(type) },
        };
      default:
        return intent(own);
    }
  });

/** Any chain of Alice's of up to five entries, out of eighty: signing anew for each run would take most of the time. */
export function anyChain(least: 1 | 2 = 1): fc.Arbitrary<Entry[]> {
  const drafts = fc.array(fc.tuple(anyDraft, anyValues), { minLength: least, maxLength: 5 });
  const chains = fc
    .sample(drafts, { numRuns: 80, seed: RUNS.seed })
    .map((some) => chainOf(...some.map(([draft, values], n) => sealed(draft(n), values))));
  return fc.constantFrom(...chains);
}

/** The short form; a machine with much to do takes half a minute. */
export const RUNS = lawRuns(500);
export const LONG = { timeout: lawTimeout(60_000) };
