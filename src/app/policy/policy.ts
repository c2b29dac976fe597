import { CHANGES, type Change } from './change.ts';
import { factsIn, testOf, type Condition, type NamedConditions, type Test } from './condition.ts';
import type { FactName } from './facts.ts';
import { PolicyRefused, readPolicy, type PolicyData } from './read-policy.ts';
import type { Remedy, Rule } from './rule.ts';

/** A rule made ready to be asked: its test, and the facts it rests on in the order of reading. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly test: Test;
  readonly names: readonly FactName[];
  /** The steps of a deny, with what must be so for each. */
  readonly steps: readonly { readonly remedy: Remedy; readonly test?: Test }[];
}

/** Rules that have been checked as a whole. Only `loadPolicy` makes one. */
export interface Policy {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** For each change the rules that speak of it, by id. */
  readonly ready: Readonly<Record<Change, readonly ReadyRule[]>>;
}

/**
 * Reads a policy and checks it as a whole before anything is decided by it: each id once, and opting out is
 * never harder than opting in. Throws `PolicyRefused`; a policy that can't be read never becomes "allow".
 */
export function loadPolicy(value: unknown): Policy {
  const policy = readPolicy(value);
  policy.rules.forEach((rule, index) => {
    const at = `rules[${String(index)}] (${rule.id})`;
    if (policy.rules.findIndex(({ id }) => id === rule.id) !== index) {
      throw new PolicyRefused(at, 'give every rule an id of its own');
    }
    refuseHarderOptOut(rule, at, policy.conditions);
    if (rule.effect === 'done' && !saysAlreadySo(rule.when)) {
      throw new PolicyRefused(at, 'say "done" only when "alreadySo" is true');
    }
  });
  refuseOneWayOptIn(policy);
  return makeReady(policy);
}

/** Makes checked rules ready for `decide`. Apart from `loadPolicy` only a benchmark has reason to call it. */
export function makeReady({ version, conditions, rules }: PolicyData): Policy {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ready = CHANGES.map((change) => [
    change,
    sorted
      .filter(({ applies }) => applies.to.includes(change))
      .map((rule) => {
        const when = withScope(rule, change);
        return {
          rule,
          test: testOf(when, conditions),
          names: factsIn(when, conditions),
          steps: stepsOf(rule, conditions),
        };
      }),
  ]);
  return { version, rules, ready: Object.fromEntries(ready) as Policy['ready'] };
}

function stepsOf(rule: Rule, conditions: NamedConditions): ReadyRule['steps'] {
  if (rule.effect !== 'deny') return [];
  return rule.remedies.map((step) =>
    typeof step === 'string'
      ? { remedy: step }
      : { remedy: step.remedy, test: testOf(step.when, conditions) },
  );
}

/** What an opt-out may be refused for, and nothing else. */
const OPT_OUT_RESTS_ON = {
  'opt-out': ['contactFound', 'hasAddress', 'typeExists', 'typeId', 'businessUnitId'],
  'opt-out-of-everything': ['contactFound', 'hasAddress'],
} as const satisfies Partial<Record<Change, readonly FactName[]>>;

function refuseHarderOptOut(rule: Rule, at: string, conditions: NamedConditions): void {
  if (rule.effect !== 'deny' && rule.effect !== 'require') return;
  for (const change of ['opt-out', 'opt-out-of-everything'] as const) {
    if (!rule.applies.to.includes(change)) continue;
    if (rule.effect === 'require') {
      throw new PolicyRefused(at, `take "${change}" out: an opt-out needs nothing`);
    }
    if (!rule.applies.to.includes('opt-in')) {
      throw new PolicyRefused(at, 'apply it to "opt-in" as well: opting out is never harder');
    }
    const allowed: readonly FactName[] = OPT_OUT_RESTS_ON[change];
    const other = factsIn(withScope(rule, change), conditions).find(
      (fact) => !allowed.includes(fact),
    );
    if (other !== undefined) {
      throw new PolicyRefused(at, `leave out "${other}" or "${change}": ${NEEDS[change]}`);
    }
  }
}

const NEEDS = {
  'opt-out': 'opting out needs an address and a type, no more',
  'opt-out-of-everything': 'opting out of everything needs an address, no more',
};

function refuseOneWayOptIn({ rules, conditions }: PolicyData): void {
  const allows = rules.filter(({ effect }) => effect === 'allow');
  if (!allows.some(({ applies }) => applies.to.includes('opt-in'))) return;
  for (const change of ['opt-out', 'opt-out-of-everything'] as const) {
    const always = allows.some(
      (rule) =>
        rule.applies.to.includes(change) &&
        factsIn(withScope(rule, change), conditions).length === 0,
    );
    if (!always) {
      throw new PolicyRefused(
        'rules',
        `allow "${change}" without a condition, as opt-ins are allowed`,
      );
    }
  }
}

function saysAlreadySo(when: Condition | undefined): boolean {
  if (when === undefined) return false;
  if ('all' in when) return when.all.some(saysAlreadySo);
  return 'fact' in when && when.fact === 'alreadySo' && when.is === true;
}

/** A rule for certain types, brands or undos holds only where the change is one of them. */
function withScope({ applies, when }: Rule, change: Change): Condition {
  const { types, businessUnits, undoTo } = applies;
  const scoped = [
    ...(undoTo === undefined || change !== 'undo'
      ? []
      : [{ any: undoTo.map((is) => ({ fact: 'undoTo', is }) as const) }]),
    ...(types === undefined ? [] : [{ any: types.map((is) => ({ fact: 'typeId', is }) as const) }]),
    ...(businessUnits === undefined
      ? []
      : [{ any: businessUnits.map((is) => ({ fact: 'businessUnitId', is }) as const) }]),
    ...(when === undefined ? [] : [when]),
  ];
  return { all: scoped };
}
