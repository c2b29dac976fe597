import type { FactName } from './facts.ts';
import type { Authority, Remedy, Requirement, RuleId } from './rule.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** One rule that decided, and whose it is. */
export interface Reason {
  readonly rule: RuleId;
  readonly authority: Authority;
}

/** A decision carries its proof: a boolean would forget why. */
export type Decision =
  | {
      readonly kind: 'allow';
      readonly because: NonEmpty<Reason>;
      readonly requires: readonly Requirement[];
    }
  | {
      readonly kind: 'deny';
      readonly because: NonEmpty<Reason>;
      readonly remedies: readonly Remedy[];
    }
  | { readonly kind: 'unknown'; readonly missing: NonEmpty<FactName> };
