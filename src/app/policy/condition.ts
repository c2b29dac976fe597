import type { FactName, Facts, FactValue } from './facts.ts';

/** What must hold for a rule to hold. JSON-safe; `condition` refers to one of the policy's named conditions. */
export type Condition =
  | { readonly fact: FactName; readonly is: FactValue }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string };

export type NamedConditions = Readonly<Record<string, Condition>>;

export type Truth = 'true' | 'false' | 'unknown';

/** A condition made ready: Kleene's three-valued logic, where unknown stays unknown unless the rest settles it. */
export type Test = (facts: Facts) => Truth;

/** Makes a condition ready to be asked many times. Names must exist and not go round in a circle (`readPolicy`). */
export function testOf(condition: Condition, named: NamedConditions): Test {
  if ('fact' in condition) {
    const { fact, is } = condition;
    return (facts) => {
      const value = facts[fact];
      if (value === undefined) return 'unknown';
      return value === is ? 'true' : 'false';
    };
  }
  if ('condition' in condition) return testOf(named[condition.condition] as Condition, named);
  if ('not' in condition) {
    const test = testOf(condition.not, named);
    return (facts) => OPPOSITE[test(facts)];
  }
  if ('all' in condition) return firstOf('false', 'true', condition.all, named);
  return firstOf('true', 'false', condition.any, named);
}

/** The facts a condition names, each once, in the order of reading. */
export function factsIn(condition: Condition, named: NamedConditions): FactName[] {
  if ('fact' in condition) return [condition.fact];
  if ('condition' in condition) return factsIn(named[condition.condition] as Condition, named);
  if ('not' in condition) return factsIn(condition.not, named);
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap((part) => factsIn(part, named)))];
}

const OPPOSITE: Readonly<Record<Truth, Truth>> = {
  true: 'false',
  false: 'true',
  unknown: 'unknown',
};

/** `decisive` as soon as one part says so, else unknown if any part is, else `otherwise`. */
function firstOf(
  decisive: Truth,
  otherwise: Truth,
  conditions: readonly Condition[],
  named: NamedConditions,
): Test {
  const tests = conditions.map((condition) => testOf(condition, named));
  return (facts) => {
    let truth = otherwise;
    for (const test of tests) {
      const part = test(facts);
      if (part === decisive) return decisive;
      if (part === 'unknown') truth = 'unknown';
    }
    return truth;
  };
}
