import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/app/policy/decide.ts';
import { DEFAULT_RULES } from '../../src/app/policy/default-policy.ts';
import { FACT_VALUES, type FactName, type Facts } from '../../src/app/policy/facts.ts';
import { DEFAULT_POLICY, loadPolicy, PolicyRefused } from '../../src/app/policy/policy.ts';
import type { Rule } from '../../src/app/policy/rule.ts';

const known: Required<Facts> = {
  change: 'opt-in',
  hasAddress: true,
  typeExists: true,
  typeIsActive: true,
  typeIsInternal: false,
  state: 'not-specified',
  optedOutOfEverything: false,
  lastOptOutBy: 'nobody',
  privacySettings: 'off',
};

const optOut = { change: 'opt-out' } as const;

/** Situation, facts that differ from the ordinary ones, and what is decided. */
const situations: readonly [string, Partial<Facts>, string][] = [
  ['S8: an ordinary opt-in', {}, 'allow: staff-may-opt-in'],
  ['S8: an ordinary opt-out', { ...optOut, state: 'opted-in' }, 'allow: staff-may-opt-out'],
  ['no e-mail address, opt-in', { hasAddress: false }, 'deny: no-address -> add-address'],
  [
    'no e-mail address, opt-out',
    { ...optOut, hasAddress: false },
    'deny: no-address -> add-address',
  ],
  [
    'a type that is gone, opt-out',
    { ...optOut, typeExists: false },
    'deny: no-such-type -> check-the-type',
  ],
  [
    'an inactive type, opt-in',
    { typeIsActive: false },
    'deny: inactive-type -> ask-admin-to-activate-type',
  ],
  ['an inactive type, opt-out', { ...optOut, typeIsActive: false }, 'allow: staff-may-opt-out'],
  [
    'an internal type, opt-in',
    { typeIsInternal: true },
    'deny: internal-type -> change-in-hubspot',
  ],
  ['an internal type, opt-out', { ...optOut, typeIsInternal: true }, 'allow: staff-may-opt-out'],
  [
    'S4: opted out by the contact',
    { lastOptOutBy: 'contact', state: 'opted-out' },
    'deny: opted-out-by-contact -> share-preference-link',
  ],
  [
    'S4: opted out by nobody knows whom',
    { lastOptOutBy: 'someone-unknown', state: 'opted-out' },
    'deny: opted-out-by-someone-unknown -> share-preference-link',
  ],
  [
    'opted out by staff',
    { lastOptOutBy: 'staff', state: 'opted-out' },
    'deny: opted-out-by-others -> share-preference-link, change-in-hubspot',
  ],
  [
    'opted out through this card',
    { lastOptOutBy: 'this-card', state: 'opted-out' },
    'deny: opted-out-by-others -> share-preference-link, change-in-hubspot',
  ],
  [
    'opted out by a workflow',
    { lastOptOutBy: 'workflow', state: 'opted-out' },
    'deny: opted-out-by-others -> share-preference-link, change-in-hubspot',
  ],
  [
    'opted out of everything',
    { optedOutOfEverything: true },
    'deny: opted-out-of-everything -> share-preference-link',
  ],
  [
    'opted out of everything, opt-out of one',
    { ...optOut, optedOutOfEverything: true },
    'allow: staff-may-opt-out',
  ],
  [
    'S6 on: privacy settings want a legal basis',
    { privacySettings: 'on' },
    'allow: staff-may-opt-in, needs legal-basis, explanation',
  ],
  [
    'S6 on: an opt-out needs nothing',
    { ...optOut, privacySettings: 'on' },
    'allow: staff-may-opt-out',
  ],
  [
    'whether the type is active is not known',
    { typeIsActive: undefined } as never,
    'unknown: typeIsActive',
  ],
  [
    'who opted out is not known to us',
    { lastOptOutBy: undefined, state: 'opted-out' } as never,
    'unknown: lastOptOutBy',
  ],
  [
    'an unknown fact does not soften a deny',
    { hasAddress: false, lastOptOutBy: undefined } as never,
    'deny: no-address -> add-address',
  ],
  [
    'nothing is known of an opt-out: no, and never "unknown"',
    { ...optOut, hasAddress: undefined, typeExists: undefined } as never,
    'deny: no-address, no-such-type -> add-address, check-the-type',
  ],
  [
    'whether privacy settings are on is not known: asked for all the same',
    { privacySettings: undefined } as never,
    'allow: staff-may-opt-in, needs legal-basis, explanation',
  ],
];

function told(facts: Facts): string {
  const decision = decide(DEFAULT_POLICY, facts);
  switch (decision.kind) {
    case 'allow':
      return `allow: ${decision.because.map(({ rule }) => rule).join(', ')}${decision.requires.length > 0 ? `, needs ${decision.requires.join(', ')}` : ''}`;
    case 'deny':
      return `deny: ${decision.because.map(({ rule }) => rule).join(', ')} -> ${decision.remedies.join(', ')}`;
    case 'unknown':
      return `unknown: ${decision.missing.join(', ')}`;
  }
}

function without(facts: Facts, names: readonly FactName[]): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => value !== undefined && !names.includes(name as FactName),
    ),
  );
}

describe('the default policy decides', () => {
  it.each(situations)('%s', (_situation, facts, expected) => {
    expect(told(without({ ...known, ...facts }, []))).toBe(expected);
  });

  it('reaches every rule in the table above', () => {
    const all = situations.map(([, , expected]) => expected).join(' ');
    for (const { id, effect } of DEFAULT_RULES) {
      if (effect === 'require') expect(all).toContain('needs legal-basis, explanation');
      else expect(all).toContain(id);
    }
  });

  it('names whose rule it is', () => {
    const decision = decide(DEFAULT_POLICY, {
      ...known,
      lastOptOutBy: 'contact',
      state: 'opted-out',
    });
    expect(decision).toMatchObject({ kind: 'deny', because: [{ authority: 'organisation' }] });
    expect(decide(DEFAULT_POLICY, { ...known, hasAddress: false })).toMatchObject({
      because: [{ authority: 'hubspot' }],
    });
  });
});

const anyFacts = fc
  .record(
    Object.fromEntries(
      Object.entries(FACT_VALUES).map(([name, values]) => [name, fc.constantFrom(...values)]),
    ),
  )
  .map((facts) => facts as unknown as Required<Facts>);
const anyNames = fc.subarray(
  (Object.keys(FACT_VALUES) as FactName[]).filter((name) => name !== 'change'),
);
const runs = { numRuns: 2_000, seed: 20261124 };

describe('laws of deciding', () => {
  it('the order of rules never matters', () => {
    const shuffled = fc.shuffledSubarray([...DEFAULT_RULES], { minLength: DEFAULT_RULES.length });
    fc.assert(
      fc.property(anyFacts, anyNames, shuffled, (facts, hidden, rules) => {
        const seen = without(facts, hidden);
        expect(decide(loadPolicy('x', rules), seen)).toEqual(decide(DEFAULT_POLICY, seen));
      }),
      runs,
    );
  });

  it('knowing less never allows more, and never asks for less', () => {
    fc.assert(
      fc.property(anyFacts, anyNames, (facts, hidden) => {
        const less = decide(DEFAULT_POLICY, without(facts, hidden));
        if (less.kind !== 'allow') return;
        const all = decide(DEFAULT_POLICY, facts);
        expect(all.kind).toBe('allow');
        if (all.kind === 'allow') {
          expect(less.requires).toEqual(expect.arrayContaining([...all.requires]));
        }
      }),
      runs,
    );
  });

  it('opting out is never harder than opting in, and never unknown', () => {
    fc.assert(
      fc.property(anyFacts, anyNames, (facts, hidden) => {
        const seen = without(facts, hidden);
        const out = decide(DEFAULT_POLICY, { ...seen, change: 'opt-out' });
        expect(out.kind).not.toBe('unknown');
        if (decide(DEFAULT_POLICY, { ...seen, change: 'opt-in' }).kind === 'allow') {
          expect(out).toMatchObject({ kind: 'allow', requires: [] });
        }
      }),
      runs,
    );
  });

  it('silence is a deny', () => {
    expect(decide(loadPolicy('empty', []), known)).toEqual({
      kind: 'deny',
      because: [{ rule: 'no-rule-allows', authority: 'organisation' }],
      remedies: [],
    });
  });
});

describe('a malformed policy is refused when it is loaded', () => {
  const rule = DEFAULT_RULES[0] as Rule;
  it.each<[string, Rule[], string]>([
    ['an id twice', [rule, rule], 'id of its own'],
    [
      'a fact that does not exist',
      [{ ...rule, when: { fact: 'mood' as never, is: true } }],
      'is not a fact',
    ],
    [
      'a fact with the name of an inherited property',
      [{ ...rule, when: { fact: 'constructor' as never, is: true } }],
      'is not a fact',
    ],
    [
      'a value the fact never has',
      [{ ...rule, when: { fact: 'hasAddress', is: 'yes' } }],
      'is never "yes"',
    ],
    ['an empty condition', [{ ...rule, when: { any: [] } }], 'decides nothing'],
    [
      'a rule against opting out alone',
      [{ ...rule, applies: ['opt-out'] }],
      'apply it to opt-in as well',
    ],
    [
      'a rule that makes opting out rest on more',
      [{ ...rule, when: { fact: 'typeIsActive', is: false } }],
      'leave out "typeIsActive"',
    ],
  ])('%s', (_what, rules, mend) => {
    expect(() => loadPolicy('bad', rules)).toThrow(PolicyRefused);
    expect(() => loadPolicy('bad', rules)).toThrow(mend);
  });
});
