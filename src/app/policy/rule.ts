import type { Condition } from './condition.ts';

/** Whose rule it is decides what the card may say: "HubSpot does not" and "we do not" are different sentences. */
export type Authority = 'hubspot' | 'organisation' | 'law';

/** The next lawful step that a refusal offers. */
export type Remedy =
  | 'add-address'
  | 'share-preference-link'
  | 'ask-admin-to-activate-type'
  | 'change-in-hubspot'
  | 'check-the-type';

/** What an allowed change still needs from the person who asks for it. */
export type Requirement = 'legal-basis' | 'explanation';

interface RuleBase {
  readonly id: RuleId;
  readonly authority: Authority;
  readonly applies: readonly ('opt-in' | 'opt-out')[];
  readonly when: Condition;
  /** ISO date on which someone last compared the rule with its source. */
  readonly checkedOn: string;
  readonly source: string;
}

export type Rule =
  | (RuleBase & { readonly effect: 'deny'; readonly remedies: readonly Remedy[] })
  | (RuleBase & { readonly effect: 'require'; readonly requires: readonly Requirement[] })
  | (RuleBase & { readonly effect: 'allow' });

/** `no-rule-allows` is the decision's own word for silence; no rule in a policy carries it. */
export type RuleId =
  | 'no-address'
  | 'no-such-type'
  | 'inactive-type'
  | 'internal-type'
  | 'opted-out-of-everything'
  | 'opted-out-by-contact'
  | 'opted-out-by-someone-unknown'
  | 'opted-out-by-others'
  | 'privacy-settings-want-proof'
  | 'staff-may-opt-out'
  | 'staff-may-opt-in'
  | 'no-rule-allows';
