import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, type Entry } from '../../src/app/ledger/entry.ts';
import { weighRefusal } from '../../src/app/ledger/refusals.ts';
import { meaningOf, recordedOf, unsettled } from '../../src/app/ledger/requests.ts';
import { seal, type Sealed } from '../../src/app/ledger/sealed.ts';
import { StatementRefused, type Draft } from '../../src/app/ledger/statement.ts';
import {
  after,
  anyChain,
  chainOf,
  intent,
  KEY,
  LONG,
  outcome,
  place,
  refusal,
  RUNS,
  saltsFrom,
  sealed,
} from './a-chain.ts';

const later = after(5_000);
const asked = chainOf(sealed(intent(), { explanation: 'on the phone' }));
const unknown = sealed(outcome({ result: 'not-known', after: { state: 'unknown' } }));

describe('the same request id never makes a second entry', () => {
  it.each<[string, readonly Entry[], Sealed, string]>([
    ['an empty chain', [], sealed(intent()), 'new'],
    ['another request', asked, sealed(intent({ requestId: 'request-2' })), 'new'],
    [
      'the same click again, later, with other salts',
      asked,
      sealed(intent({ at: later }), { explanation: 'on the phone' }),
      'same',
    ],
    [
      'the same, and HubSpot said something else before',
      asked,
      sealed(intent({ before: { state: 'unknown' } }), { explanation: 'on the phone' }),
      'same',
    ],
    [
      'the same id for another type',
      asked,
      sealed(intent({ subject: { kind: 'subscription', typeId: '8' } }), {
        explanation: 'on the phone',
      }),
      'conflicting',
    ],
    [
      'the same id for the opposite',
      asked,
      sealed(intent({ change: 'opted-in' }), { explanation: 'on the phone' }),
      'conflicting',
    ],
    [
      'the same id by another user',
      asked,
      sealed(intent({ who: { kind: 'staff', userId: '78', identity: 'claimed' } }), {
        explanation: 'on the phone',
      }),
      'conflicting',
    ],
    [
      'the same id with another explanation',
      asked,
      sealed(intent(), { explanation: 'by mail' }),
      'conflicting',
    ],
    ['the same id with none', asked, sealed(intent()), 'conflicting'],
    ['the same id, now refused', asked, sealed(refusal()), 'conflicting'],
    [
      'the same id as an undo',
      asked,
      sealed({ ...intent(), kind: 'undo', undoes: 'request-0' } as Draft),
      'conflicting',
    ],
    ['its outcome', asked, sealed(outcome()), 'new'],
    [
      'its outcome again',
      [...asked, ...chainOf(sealed(outcome()))],
      sealed(outcome({ at: later })),
      'same',
    ],
    [
      'another outcome of it',
      [...asked, ...chainOf(sealed(outcome()))],
      sealed(outcome({ result: 'not-done' })),
      'conflicting',
    ],
    ['not known yet, again', chainOf(unknown), unknown, 'same'],
    ['known at last', chainOf(unknown), sealed(outcome()), 'new'],
    ['not known, when it was', chainOf(sealed(outcome())), unknown, 'same'],
    ['known, after both', chainOf(unknown, sealed(outcome())), sealed(outcome()), 'same'],
  ])('%s', (_what, entries, statement, expected) => {
    expect(meaningOf(entries, statement).kind).toBe(expected);
  });

  it('what was recorded once is the same ever after, wherever it stands', LONG, () => {
    fc.assert(
      fc.property(anyChain(), fc.nat(), fc.string(), (entries, which, salt) => {
        const entry = entries[which % entries.length]!;
        expect(meaningOf(entries, entry)).toEqual({ kind: 'same', entry });
        const values = Object.fromEntries(
          Object.entries(entry.personal).map(([field, kept]) => [field, kept?.value]),
        );
        const again = seal({ ...entry.statement, at: later }, values, {
          signer: KEY,
          random: saltsFrom(salt),
        });
        expect(meaningOf(entries, again)).toEqual({ kind: 'same', entry });
      }),
      RUNS,
    );
  });

  it('after erasure it is still the same', () => {
    const erased = asked.map((entry) => ({ ...entry, personal: {} }));
    expect(meaningOf(erased, sealed(intent(), { explanation: 'on the phone' })).kind).toBe('same');
  });
});

describe('what a chain holds of a request', () => {
  it('is open until its end is known', () => {
    const open = chainOf(sealed(intent()), unknown);
    expect(unsettled(open).map(({ n }) => n)).toEqual([0]);
    expect(recordedOf(open, 'request-1').outcome?.n).toBe(1);
    const ended = [...open, place(sealed(outcome({ result: 'not-done' })), headOf(open[1]!))];
    expect(unsettled(ended)).toEqual([]);
    expect(recordedOf(ended, 'request-1')).toMatchObject({ asked: { n: 0 }, outcome: { n: 2 } });
    expect(recordedOf(ended, 'request-2')).toEqual({});
  });
});

describe('refusals can’t flood the chain', () => {
  const hour = 3_600_000;
  const recorded = chainOf(sealed(refusal()));
  it.each<[string, Draft & { kind: 'refusal' }, string]>([
    ['an equal one a little later', refusal({ requestId: 'request-2', at: after(1_000) }), 'fold'],
    ['an equal one after an hour', refusal({ requestId: 'request-2', at: after(hour) }), 'record'],
    ['another type', refusal({ subject: { kind: 'subscription', typeId: '8' } }), 'record'],
    [
      'another asker',
      refusal({ who: { kind: 'staff', userId: '78', identity: 'claimed' } }),
      'record',
    ],
    [
      'another reason',
      refusal({ decision: { kind: 'deny', policy: '2026-11-24', rules: ['no-address'] } }),
      'record',
    ],
  ])('%s', (_what, draft, expected) => {
    expect(weighRefusal(recorded, draft, hour).kind).toBe(expected);
  });

  it('the next one recorded carries the count of the last', () => {
    const next = refusal({ requestId: 'request-2', at: after(hour) });
    expect(weighRefusal(recorded, next, hour)).toEqual({ kind: 'record', last: recorded[0] });
    expect(weighRefusal([], next, hour)).toEqual({ kind: 'record' });
  });
});

describe('what is not of the ledger’s form is not signed', () => {
  it.each<[string, object, string]>([
    [
      'an address for a user id',
      { who: { kind: 'staff', userId: 'a@example.com', identity: 'claimed' } },
      'who',
    ],
    ['free text for a legal basis', { legalBasis: 'she said so' }, 'legalBasis'],
    ['a local time', { at: '2026-11-24T09:00:00+09:00' }, 'at'],
    ['a day that does not exist', { at: '2026-02-30T09:00:00.000Z' }, 'at'],
    [
      'a rule that is a sentence',
      { decision: { kind: 'allow', policy: '1', rules: ['Alice said yes'] } },
      'decision',
    ],
    ['a field of one’s own', { note: 'Alice' }, 'statement'],
    ['an inherited name', JSON.parse('{"__proto__":{"x":1}}') as object, 'statement'],
  ])('%s', (_what, wrong, field) => {
    const draft = Object.defineProperties(intent(), Object.getOwnPropertyDescriptors(wrong));
    const signing = { signer: KEY, random: saltsFrom('x') };
    expect(() => seal(draft, {}, signing)).toThrow(new StatementRefused([field]));
  });
});
