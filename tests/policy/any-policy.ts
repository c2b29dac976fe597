import fc from 'fast-check';
import { CHANGES, type Change } from '../../src/app/policy/change.ts';
import type { Condition } from '../../src/app/policy/condition.ts';
import { FACT_VALUES, UNDO_TO, type FactName, type Facts } from '../../src/app/policy/facts.ts';
import type { PolicyData } from '../../src/app/policy/read-policy.ts';
import { ordinary } from './ordinary.ts';
import { RULE_IDS } from '../../src/app/policy/rule-ids.ts';
import {
  AUTHORITIES,
  REMEDIES,
  REQUIREMENTS,
  WRITES,
  type Applies,
  type Rule,
} from '../../src/app/policy/rule.ts';

const NAMES = Object.keys(FACT_VALUES) as FactName[];

/** Two ids are enough to be right and wrong about. */
function valuesOf(name: FactName) {
  const values = FACT_VALUES[name];
  return fc.constantFrom(...(values === 'id' ? ['11', '12'] : values));
}

const wild = fc
  .record(Object.fromEntries(NAMES.map((name) => [name, valuesOf(name)])))
  .map((facts) => facts as unknown as Facts);

/** Few differences from a contact of whom nothing is special: most changes of those are allowed. */
const tame = fc.tuple(wild, fc.subarray(NAMES, { maxLength: 4 })).map(([facts, names]) => ({
  ...ordinary,
  change: facts.change ?? 'opt-in',
  ...Object.fromEntries(names.map((name) => [name, facts[name]])),
}));

/** Everything known, and whatever it may be. */
export const anyFacts: fc.Arbitrary<Facts> = fc.oneof(wild, tame);

/** Any undo, each kind as often as the others. */
export const anyUndo: fc.Arbitrary<Facts> = fc
  .tuple(anyFacts, fc.constantFrom(...UNDO_TO))
  .map(([facts, undoTo]) => ({ ...facts, change: 'undo', undoTo }));

const HIDEABLE = NAMES.filter((name) => name !== 'change');

/** Facts that may be hidden, a few or any number; which change is asked for is always said. */
export const anyNames = fc.oneof(fc.subarray(HIDEABLE), fc.subarray(HIDEABLE, { maxLength: 3 }));

function anyFact(names: readonly FactName[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...names).chain((fact) => valuesOf(fact).map((is) => ({ fact, is })));
}

function anyCondition(
  names: readonly FactName[],
  named: readonly string[],
): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> =
    named.length === 0
      ? anyFact(names)
      : fc.oneof(
          { weight: 4, arbitrary: anyFact(names) },
          { weight: 1, arbitrary: fc.constantFrom(...named).map((condition) => ({ condition })) },
        );
  const pair = fc.array(leaf, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    pair.map((all) => ({ all })),
    pair.map((any) => ({ any })),
    pair.map((any) => ({ not: { any } })),
  );
}

const OPT_OUT_FACTS = ['contactFound', 'hasAddress'] as const;
const common = {
  authority: fc.constantFrom(...AUTHORITIES),
  checkedOn: fc.constant('2026-11-24'),
  source: fc.constant('drawn at random'),
};
const anyScope = fc.record(
  {
    types: fc.constant(['11']),
    businessUnits: fc.constant(['11']),
    undoTo: fc.subarray([...UNDO_TO], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

/** Rules of every effect that keep the laws, as anybody may write them. */
function anyRule(named: readonly string[]): fc.Arbitrary<Omit<Rule, 'id'>> {
  const when = fc.option(anyCondition(NAMES, named), { nil: undefined });
  const to = fc.subarray([...CHANGES], { minLength: 1 });
  const needy = fc.subarray<Change>(['opt-in', 'to-marketing', 'to-non-marketing', 'undo'], {
    minLength: 1,
  });
  const write = fc.option(fc.constantFrom(...WRITES), { nil: undefined });
  const remedies = fc.subarray([...REMEDIES], { minLength: 1 }).chain((all) =>
    fc.tuple(
      ...all.map((remedy) =>
        fc.oneof(
          fc.constant(remedy),
          anyCondition(NAMES, named).map((condition) => ({ remedy, when: condition })),
        ),
      ),
    ),
  );
  const shapes = [
    { effect: 'deny', remedies, when, applies: { to: needy, scope: anyScope } },
    {
      effect: 'deny',
      remedies,
      when: anyCondition(OPT_OUT_FACTS, []),
      applies: {
        to: fc.constant<Change[]>(['opt-in', 'opt-out', 'opt-out-of-everything', 'undo']),
        scope: fc.constant({}),
      },
    },
    {
      effect: 'require',
      requires: fc.subarray([...REQUIREMENTS], { minLength: 1 }),
      write,
      when,
      applies: { to: needy, scope: anyScope },
    },
    { effect: 'allow', write, when, applies: { to, scope: anyScope } },
    { effect: 'note', when, applies: { to, scope: anyScope } },
    {
      effect: 'done',
      when: anyCondition(NAMES, named).map((more) => ({
        all: [more, { fact: 'alreadySo', is: true }],
      })),
      applies: { to, scope: anyScope },
    },
  ];
  return fc.oneof(
    ...shapes.map(({ effect, applies, ...rest }) =>
      fc
        .record<Record<string, unknown>>({
          ...common,
          ...rest,
          effect: fc.constant(effect),
          applies: fc.record(applies).map(({ to, scope }) => appliesTo(to, scope)),
        })
        .map(defined),
    ),
  ) as fc.Arbitrary<Omit<Rule, 'id'>>;
}

/** Which undos a rule speaks of is said only where it speaks of undos. */
function appliesTo(to: readonly Change[], { undoTo, ...scope }: Partial<Applies>): Applies {
  return { to, ...scope, ...(undoTo !== undefined && to.includes('undo') ? { undoTo } : {}) };
}

function always(...to: Change[]): Omit<Rule, 'id'> {
  return {
    effect: 'allow',
    authority: 'organisation',
    applies: { to },
    checkedOn: '2026-11-24',
    source: 'drawn at random',
  };
}

/** Any policy that `loadPolicy` takes. */
export const anyPolicy: fc.Arbitrary<PolicyData> = fc
  .record({
    conditions: fc.record({
      first: anyCondition(NAMES, []),
      second: anyCondition(NAMES, ['first']),
    }),
    rules: fc.array(anyRule(['first', 'second']), { maxLength: 9 }),
    // Whoever is let in is let out; without an allow the laws would have little to hold for.
    letIn: fc.constantFrom<Change[]>([], ['opt-in', 'to-marketing', 'undo']),
  })
  .map(({ conditions, rules, letIn }) => ({
    version: 'random',
    conditions,
    rules: [...rules, always('opt-out', 'opt-out-of-everything', ...letIn)].map((rule, index) => ({
      ...rule,
      id: RULE_IDS[index],
    })) as Rule[],
  }));

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
