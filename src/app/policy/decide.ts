import { evaluate, factsIn, type Truth } from './condition.ts';
import type { Decision, NonEmpty, Reason } from './decision.ts';
import type { FactName, Facts } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Rule } from './rule.ts';

type Weighed = { readonly rule: Rule; readonly truth: Truth };

/**
 * Decides one change of one subscription type. Pure: no clock, no HubSpot, no caller.
 *
 * A deny that holds wins. A deny that may hold makes an opt-in unknown, and refuses an opt-out (its rules
 * rest on the address and the type alone, and an opt-out is never answered with "unknown"). A requirement
 * that may hold is demanded. Without a rule that allows, the answer is no. The order of rules has no say.
 */
export function decide(policy: Policy, facts: Facts): Decision {
  if (facts.change === undefined) return { kind: 'unknown', missing: ['change'] };
  const change = facts.change;
  const weighed = policy.rules
    .filter((rule) => rule.applies.includes(change))
    .map((rule) => ({ rule, truth: evaluate(rule.when, facts) }))
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));

  const denying = weighed.filter(
    ({ rule, truth }) =>
      rule.effect === 'deny' && (truth === 'true' || (truth === 'unknown' && change === 'opt-out')),
  );
  if (isNonEmpty(denying)) {
    return {
      kind: 'deny',
      because: reasons(denying),
      remedies: unique(
        denying.flatMap(({ rule }) => (rule.effect === 'deny' ? rule.remedies : [])),
      ),
    };
  }

  const allowing = weighed.filter(({ rule, truth }) => rule.effect === 'allow' && truth === 'true');
  const unsettled = weighed.filter(
    ({ rule, truth }) => truth === 'unknown' && rule.effect !== 'require',
  );
  const missing = unique(unsettled.flatMap(({ rule }) => unknownFacts(rule, facts)));
  if (isNonEmpty(missing)) return { kind: 'unknown', missing };
  if (!isNonEmpty(allowing)) return { kind: 'deny', because: SILENCE, remedies: [] };

  const requiring = weighed.filter(
    ({ rule, truth }) => rule.effect === 'require' && truth !== 'false',
  );
  return {
    kind: 'allow',
    because: reasons(allowing),
    requires: unique(
      requiring.flatMap(({ rule }) => (rule.effect === 'require' ? rule.requires : [])),
    ),
  };
}

/** No rule spoke: what nobody allowed is not allowed. */
const SILENCE: NonEmpty<Reason> = [{ rule: 'no-rule-allows', authority: 'organisation' }];

function unknownFacts(rule: Rule, facts: Facts): FactName[] {
  return factsIn(rule.when).filter((fact) => facts[fact] === undefined);
}

function reasons(weighed: NonEmpty<Weighed>): NonEmpty<Reason> {
  const [first, ...rest] = weighed;
  return [reason(first), ...rest.map(reason)];
}

function reason({ rule }: Weighed): Reason {
  return { rule: rule.id, authority: rule.authority };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function isNonEmpty<T>(values: readonly T[]): values is NonEmpty<T> {
  return values.length > 0;
}
