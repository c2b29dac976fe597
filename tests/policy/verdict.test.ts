import { describe, expect, it } from 'vitest';
import { verdict, type VerdictFacts } from '../../src/app/policy/verdict.ts';

const newsletter = { id: '1', state: 'opted-in', isActive: true, isInternal: false } as const;
const fine: VerdictFacts = {
  hasAddress: true,
  optedOutOfEverything: false,
  hardBounced: false,
  quarantined: false,
  doubleOptInPending: false,
  marketingContact: true,
  privacySettings: 'on',
  types: [newsletter],
};

function told(facts: Partial<VerdictFacts>): string {
  const found = verdict({ ...fine, ...facts });
  switch (found.kind) {
    case 'will-send':
      return `will send: ${found.typeIds.join(', ')}`;
    case 'will-not-send':
      return `will not send: ${found.because.join(', ')}`;
    case 'unknown':
      return `unknown: ${found.missing.join(', ')}`;
  }
}

describe('will a marketing e-mail be sent?', () => {
  it.each<[string, Partial<VerdictFacts>, string]>([
    ['opted in to one type', {}, 'will send: 1'],
    ['no address', { hasAddress: false }, 'will not send: no-address'],
    [
      'opted out of everything',
      { optedOutOfEverything: true },
      'will not send: opted-out-of-everything',
    ],
    ['a hard bounce', { hardBounced: true }, 'will not send: hard-bounced'],
    ['a quarantined address', { quarantined: true }, 'will not send: quarantined'],
    [
      'S7: double opt-in pending',
      { doubleOptInPending: true },
      'will not send: double-opt-in-pending',
    ],
    [
      'not a marketing contact',
      { marketingContact: false },
      'will not send: not-a-marketing-contact',
    ],
    [
      'an account without marketing contacts',
      { marketingContact: undefined } as never,
      'will send: 1',
    ],
    [
      'S6 on: nothing recorded',
      { types: [{ ...newsletter, state: 'not-specified' }] },
      'will not send: no-type-opted-in',
    ],
    [
      'S6 off: nothing recorded',
      { privacySettings: 'off', types: [{ ...newsletter, state: 'not-specified' }] },
      'will send: 1',
    ],
    [
      'S6 off: opted out',
      { privacySettings: 'off', types: [{ ...newsletter, state: 'opted-out' }] },
      'will not send: no-type-opted-in',
    ],
    [
      'an internal type is no marketing',
      { types: [{ ...newsletter, isInternal: true }] },
      'will not send: no-type-opted-in',
    ],
    [
      'an inactive type is not sent',
      { types: [{ ...newsletter, isActive: false }] },
      'will not send: no-type-opted-in',
    ],
    [
      'two reasons are both said',
      { hardBounced: true, marketingContact: false },
      'will not send: hard-bounced, not-a-marketing-contact',
    ],
    [
      'the opt-out of everything is not known',
      { optedOutOfEverything: undefined } as never,
      'unknown: everything-status',
    ],
    ['the types are not known', { types: undefined } as never, 'unknown: types'],
  ])('%s', (_what, facts, expected) => {
    expect(told(facts)).toBe(expected);
  });
});
