import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../src/app/ledger/entry.ts';
import { publicKeysIn } from '../../src/app/ledger/keys.ts';
import { meaningOf } from '../../src/app/ledger/requests.ts';
import { mayTravel, openUnsaved, UnsavedRefused } from '../../src/app/ledger/unsaved.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { gapsIn } from '../../src/app/ledger/gaps.ts';
import type { Draft } from '../../src/app/ledger/statement.ts';
import {
  after,
  ALICE,
  AT,
  BOB,
  chainOf,
  intent,
  KEY,
  KEYS,
  LONG,
  OTHER_KEY,
  outcome,
  place,
  refusal,
  RUNS,
  sealed,
} from './a-chain.ts';

const DAY = 86_400_000;
const travelled = sealed(intent(), { explanation: 'asked on the phone', address: 'a@example.com' });

/** What is said of an entry that comes back from the card. */
function told(
  input: unknown,
  receiving: { now?: number; chain?: typeof ALICE; keys?: typeof KEYS } = {},
): string {
  try {
    openUnsaved(input, {
      chain: receiving.chain ?? ALICE,
      publicKeys: receiving.keys ?? KEYS,
      now: receiving.now ?? Date.parse(AT),
      lifetimeMs: 7 * DAY,
    });
    return 'accepted';
  } catch (error) {
    if (error instanceof UnsavedRefused) return error.code;
    throw error;
  }
}

/** As the browser has it: text, and text again. */
function throughTheBrowser<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe('an entry that could not be kept and comes back from the card', () => {
  it('is taken as it went, and finds its place behind what came meanwhile', () => {
    const back = openUnsaved(throughTheBrowser(travelled), {
      chain: ALICE,
      publicKeys: KEYS,
      now: Date.parse(after(3 * DAY)),
      lifetimeMs: 7 * DAY,
    });
    expect(back).toEqual(travelled);
    const meanwhile = chainOf(sealed(intent({ requestId: 'request-2' })));
    const entry = place(back, headOf(meanwhile[0]!), after(3 * DAY));
    const chain = [...meanwhile, entry];
    expect(verify(chain, { chain: ALICE, publicKeys: KEYS })).toMatchObject({ status: 'verified' });
    expect(gapsIn(chain)).toContainEqual({ code: 'kept-late', n: 1, hash: entry.hash });
    expect(meaningOf(chain, back).kind).toBe('same');
  });

  const { statement, personal, seal } = travelled;
  it.each<[string, unknown, string]>([
    ['nothing', null, 'malformed'],
    ['a text', 'unsaved', 'malformed'],
    ['no seal', { ...travelled, seal: undefined }, 'malformed'],
    ['something more', { ...travelled, position: 0 }, 'malformed'],
    ['another change', { ...travelled, statement: { ...statement, change: 'cleared' } }, 'forged'],
    [
      'another user',
      {
        ...travelled,
        statement: { ...statement, who: { kind: 'staff', userId: '1', identity: 'vouched' } },
      },
      'forged',
    ],
    ['another time', { ...travelled, statement: { ...statement, at: after(1) } }, 'forged'],
    [
      'another’s contact written over ours',
      { ...travelled, statement: { ...statement, chain: BOB } },
      'forged',
    ],
    ['another statement’s seal', { ...travelled, seal: sealed(outcome()).seal }, 'forged'],
    ['somebody else’s key', sealed(intent(), {}, OTHER_KEY), 'unknown-key'],
    [
      'somebody else’s key under our key’s id',
      {
        ...sealed(intent(), {}, OTHER_KEY),
        seal: { ...sealed(intent(), {}, OTHER_KEY).seal, key: seal.key },
      },
      'forged',
    ],
    [
      'another explanation',
      {
        ...travelled,
        personal: { ...personal, explanation: { ...personal.explanation!, value: 'no' } },
      },
      'personal-altered',
    ],
    [
      'an explanation left out',
      { ...travelled, personal: { address: personal.address } },
      'personal-altered',
    ],
    [
      'evidence put in',
      { ...travelled, personal: { ...personal, evidence: personal.address } },
      'personal-altered',
    ],
    ['another contact’s entry', sealed(intent({ chain: BOB })), 'other-contact'],
    [
      'another portal’s entry',
      sealed(intent({ chain: { ...ALICE, portal: '1' } })),
      'other-contact',
    ],
    ['a way in, truly signed', sealed(intent({ change: 'opted-in' })), 'may-not-travel'],
    ['a refusal, truly signed', sealed(refusal()), 'may-not-travel'],
    ['an outcome of an opt-out', sealed(outcome()), 'accepted'],
  ])('%s', (_what, input, expected) => {
    expect(told(throughTheBrowser(input))).toBe(expected);
  });

  it('is too old after its lifetime, by the time that was signed', () => {
    expect(told(travelled, { now: Date.parse(AT) + 7 * DAY })).toBe('accepted');
    expect(told(travelled, { now: Date.parse(AT) + 7 * DAY + 1 })).toBe('expired');
  });

  it('is still ours after a new key took over, as long as the old one is known', () => {
    const older = sealed(intent(), {}, OTHER_KEY);
    expect(told(older, { keys: publicKeysIn([KEY.publicKey, OTHER_KEY.publicKey]) })).toBe(
      'accepted',
    );
  });

  it('no single character can be changed on the way', LONG, () => {
    const text = JSON.stringify(travelled);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'aZ09_-:" {}'), (spot, letter) => {
        fc.pre(text[spot] !== letter);
        let changed: unknown;
        try {
          changed = JSON.parse(text.slice(0, spot) + letter + text.slice(spot + 1));
        } catch {
          return;
        }
        expect(told(changed)).not.toBe('accepted');
      }),
      RUNS,
    );
  });

  it('a refusal says nothing of what was in the entry', () => {
    const forged = { ...travelled, statement: { ...statement, at: after(1) } };
    const error = (() => {
      try {
        openUnsaved(forged, { chain: ALICE, publicKeys: KEYS, now: 0, lifetimeMs: DAY });
        return undefined;
      } catch (thrown) {
        return thrown as UnsavedRefused;
      }
    })();
    expect(error?.message).toBe('forged');
    expect(error?.cause).toBeUndefined();
  });
});

describe('what may be done without being recorded first', () => {
  it.each<[string, Draft, boolean]>([
    ['opting out', intent(), true],
    [
      'taking an opt-in back',
      { ...intent({ change: 'cleared' }), kind: 'undo', undoes: 'request-0' } as Draft,
      true,
    ],
    ['no longer marketing', intent({ change: 'set-non-marketing' }), true],
    ['opting in', intent({ change: 'opted-in' }), false],
    [
      'taking an opt-out back',
      { ...intent({ change: 'opted-in' }), kind: 'undo', undoes: 'request-0' } as Draft,
      false,
    ],
    ['marketing', intent({ change: 'set-marketing' }), false],
  ])('%s', (_what, draft, expected) => {
    expect(mayTravel(sealed(draft).statement)).toBe(expected);
  });
});
