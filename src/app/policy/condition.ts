import type { FactName, Facts, FactValue } from './facts.ts';

export type Condition =
  | { readonly fact: FactName; readonly is: FactValue }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Truth = 'true' | 'false' | 'unknown';

/** Kleene's three-valued logic: unknown stays unknown unless the rest settles the answer. */
export function evaluate(condition: Condition, facts: Facts): Truth {
  if ('fact' in condition) {
    const value = facts[condition.fact];
    if (value === undefined) return 'unknown';
    return value === condition.is ? 'true' : 'false';
  }
  if ('not' in condition) return opposite(evaluate(condition.not, facts));
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, facts)));
  return opposite(every(condition.any.map((part) => opposite(evaluate(part, facts)))));
}

/** The facts a condition names, each once, in the order of reading. */
export function factsIn(condition: Condition): FactName[] {
  if ('fact' in condition) return [condition.fact];
  if ('not' in condition) return factsIn(condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(factsIn))];
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
}

function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'false' : 'true';
}
