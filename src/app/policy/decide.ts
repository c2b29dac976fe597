import { isOptOut } from './change.ts';
import type { Decision, NonEmpty, Reason } from './decision.ts';
import type { FactName, Facts } from './facts.ts';
import type { Policy, ReadyRule } from './policy.ts';
import { OF_EVERY_RULE, type Remedy, type Rule } from './rule.ts';

/**
 * Decides one change. Pure: no clock, no HubSpot, no caller.
 *
 * What already holds is done. Else a deny that holds wins. A deny that may hold makes the answer unknown,
 * except for an opt-out, which it refuses: its rules rest on the address and the type alone, and an opt-out is
 * never answered with "unknown". A requirement that may hold is demanded, and an unguarded write that may be
 * needed is said. Without a rule that allows, the answer is no. The order of rules has no say.
 */
export function decide(policy: Policy, facts: Facts): Decision {
  const { change } = facts;
  if (change === undefined) return { kind: 'unknown', missing: ['change'], because: [] };
  const optingOut = isOptOut(change);

  const holding: Record<Rule['effect'], ReadyRule[]> = none();
  const mayHold: Record<Rule['effect'], ReadyRule[]> = none();
  for (const ready of policy.ready[change]) {
    const truth = ready.test(facts);
    if (truth === 'true') holding[ready.rule.effect].push(ready);
    else if (truth === 'unknown') mayHold[ready.rule.effect].push(ready);
  }

  const notes = holding.note.map((ready) => reason(ready, facts));
  if (isNonEmpty(holding.done)) {
    return { kind: 'done', because: reasons(holding.done, facts), notes };
  }
  const denying = optingOut ? inOrder([...holding.deny, ...mayHold.deny]) : holding.deny;
  if (isNonEmpty(denying)) {
    return {
      kind: 'deny',
      because: reasons(denying, facts),
      remedies: remediesOf(denying, facts),
    };
  }
  if (!optingOut) {
    const allowing = holding.allow.length > 0 ? [] : mayHold.allow;
    const open = inOrder([...mayHold.deny, ...mayHold.done, ...allowing]);
    const missing = unique(open.flatMap(({ names }) => unread(names, facts)));
    if (isNonEmpty(missing)) {
      return { kind: 'unknown', missing, because: open.map((ready) => reason(ready, facts)) };
    }
  }
  if (!isNonEmpty(holding.allow)) return { kind: 'deny', because: SILENCE, remedies: [] };

  const requiring = inOrder([...holding.require, ...mayHold.require]);
  const writing = [...requiring, ...holding.allow, ...mayHold.allow];
  return {
    kind: 'allow',
    because: reasons(holding.allow, facts),
    requires: unique(
      requiring.flatMap(({ rule }) => (rule.effect === 'require' ? rule.requires : [])),
    ),
    requiredBy: requiring.map((ready) => reason(ready, facts)),
    write: writing.some(({ rule }) => 'write' in rule && rule.write === 'resubscription')
      ? 'resubscription'
      : 'ordinary',
    notes,
  };
}

/** No rule spoke: what nobody allowed is not allowed. */
const SILENCE: NonEmpty<Reason> = [{ rule: 'no-rule-allows', authority: 'organisation' }];

function none(): Record<Rule['effect'], ReadyRule[]> {
  return { deny: [], require: [], allow: [], note: [], done: [] };
}

/** What is not known to be so offers nothing. */
function remediesOf(denying: readonly ReadyRule[], facts: Facts): Remedy[] {
  const offered = denying.map(({ steps }) =>
    steps.filter(({ test }) => test === undefined || test(facts) === 'true'),
  );
  return unique(offered.flatMap((steps) => steps.map(({ remedy }) => remedy))).filter(
    (remedy) =>
      !OF_EVERY_RULE.has(remedy) ||
      offered.every((steps) => steps.some((step) => step.remedy === remedy)),
  );
}

/** Rules come sorted by id; two lists put together are sorted again. */
function inOrder(rules: ReadyRule[]): ReadyRule[] {
  return rules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function unread(names: readonly FactName[], facts: Facts): FactName[] {
  return names.filter((name) => facts[name] === undefined);
}

function reasons(rules: NonEmpty<ReadyRule>, facts: Facts): NonEmpty<Reason> {
  const [first, ...rest] = rules;
  return [reason(first, facts), ...rest.map((ready) => reason(ready, facts))];
}

/** Names the first event that set off one of the rule's facts. */
function reason({ rule, names }: ReadyRule, { grounds }: Facts): Reason {
  const ground = names.map((name) => grounds?.[name]).find((one) => one !== undefined);
  return {
    rule: rule.id,
    authority: rule.authority,
    ...(rule.advisory === undefined ? {} : { advisory: rule.advisory }),
    ...(ground === undefined
      ? {}
      : {
          event: ground.event,
          since: ground.at,
          ...(ground.orEarlier === undefined ? {} : { orEarlier: ground.orEarlier }),
          ...(ground.actor === undefined ? {} : { actor: ground.actor }),
        }),
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function isNonEmpty<T>(values: readonly T[]): values is NonEmpty<T> {
  return values.length > 0;
}
