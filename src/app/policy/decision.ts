import type { Actor, Instant } from '../evidence/consent-event.ts';
import type { FactName } from './facts.ts';
import type { RuleId } from './rule-ids.ts';
import type { Authority, Remedy, Requirement, Write } from './rule.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/**
 * One rule that decided, whose it is, and the event that set it off, as far as one is known. `no-rule-allows` is
 * the decision's own word for silence; no rule carries it.
 */
export interface Reason {
  readonly rule: RuleId | 'no-rule-allows';
  readonly authority: Authority;
  /** Rests on a claim that the platform does not vouch for. */
  readonly advisory?: true;
  readonly event?: string;
  readonly since?: Instant;
  /** `since` is the oldest change that HubSpot still has: it was then or earlier. */
  readonly orEarlier?: true;
  /** What made or carried the event. To be shown; nothing rests on it. */
  readonly actor?: Actor;
}

/** A decision carries its proof: a boolean would forget why. */
export type Decision =
  | {
      readonly kind: 'allow';
      readonly because: NonEmpty<Reason>;
      readonly requires: readonly Requirement[];
      /** The rules behind `requires` and `write`. */
      readonly requiredBy: readonly Reason[];
      readonly write: Write;
      /** Allowed, but: what a person should know before, such as that nothing will be sent. */
      readonly notes: readonly Reason[];
    }
  /** What is asked for already holds: no write, no entry. */
  | {
      readonly kind: 'done';
      readonly because: NonEmpty<Reason>;
      readonly notes: readonly Reason[];
    }
  | {
      readonly kind: 'deny';
      readonly because: NonEmpty<Reason>;
      readonly remedies: readonly Remedy[];
    }
  /** `because`: the rules that may hold. */
  | {
      readonly kind: 'unknown';
      readonly missing: NonEmpty<FactName>;
      readonly because: readonly Reason[];
    };

/** What is still missing of what a decision requires, in its order. */
export function lacking(
  requires: readonly Requirement[],
  given: Readonly<Partial<Record<Requirement, string | boolean | undefined>>>,
): Requirement[] {
  return requires.filter((need) => given[need] === undefined || given[need] === false);
}
