import { factsIn, type Condition } from './condition.ts';
import { DEFAULT_RULES } from './default-policy.ts';
import { FACT_VALUES, type FactName, type FactValue } from './facts.ts';
import type { Rule } from './rule.ts';

/** Rules that have been checked as a whole. Only `loadPolicy` makes one. */
export interface Policy {
  readonly version: string;
  readonly rules: readonly Rule[];
}

/** A policy that must not be used, with the place and the mend. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';
  constructor(
    readonly at: string,
    readonly mend: string,
  ) {
    super(`${at}: ${mend}`);
  }
}

const OPT_OUT_FACTS: readonly FactName[] = ['change', 'hasAddress', 'typeExists'];

/**
 * Checks rules before anything is decided by them: ids are unique, facts and values exist, and whatever
 * stops an opt-out stops the opt-in too and rests on nothing but the address and the type.
 * Throws `PolicyRefused`; a policy that can't be read never becomes "allow".
 */
export function loadPolicy(version: string, rules: readonly Rule[]): Policy {
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id)) throw new PolicyRefused(rule.id, 'give every rule an id of its own');
    seen.add(rule.id);
    checkCondition(rule.id, rule.when);
    if (rule.effect === 'allow' || !rule.applies.includes('opt-out')) continue;
    if (!rule.applies.includes('opt-in')) {
      throw new PolicyRefused(rule.id, 'apply it to opt-in as well: opting out is never harder');
    }
    const other = factsIn(rule.when).find((fact) => !OPT_OUT_FACTS.includes(fact));
    if (other !== undefined) {
      throw new PolicyRefused(
        rule.id,
        `leave out "${other}": opting out needs an address and a type`,
      );
    }
  }
  return { version, rules };
}

/** The policy of a portal that has chosen nothing else. */
export const DEFAULT_POLICY = loadPolicy('2026-11-24', DEFAULT_RULES);

function checkCondition(ruleId: string, condition: Condition): void {
  if ('fact' in condition) {
    if (!Object.hasOwn(FACT_VALUES, condition.fact)) {
      throw new PolicyRefused(ruleId, `"${String(condition.fact)}" is not a fact`);
    }
    const values: readonly FactValue[] = FACT_VALUES[condition.fact];
    if (!values.includes(condition.is)) {
      throw new PolicyRefused(
        ruleId,
        `"${condition.fact}" is never ${JSON.stringify(condition.is)}`,
      );
    }
    return;
  }
  if ('not' in condition) return checkCondition(ruleId, condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length === 0)
    throw new PolicyRefused(ruleId, 'an empty list of conditions decides nothing');
  for (const part of parts) checkCondition(ruleId, part);
}
