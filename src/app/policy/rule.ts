import type { Change } from './change.ts';
import type { Condition } from './condition.ts';
import type { UNDO_TO } from './facts.ts';
import type { RuleId } from './rule-ids.ts';

/** Whose rule it is decides what the card may say: "HubSpot does not" and "we do not" are different sentences. */
export const AUTHORITIES = ['hubspot', 'organisation', 'law'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** The next lawful step that a refusal offers. */
export const REMEDIES = [
  'add-address',
  'ask-admin-about-plan',
  'ask-admin-for-permission',
  'ask-admin-to-activate-type',
  'ask-admin-to-check-record',
  'ask-admin-to-set-up',
  'ask-admin-for-workflow',
  'ask-for-approval',
  'change-in-hubspot',
  'check-the-contact',
  'check-the-type',
  'correct-the-source',
  'lift-in-hubspot',
  'look-again',
  'make-a-new-change',
  'opt-in-first',
  'share-preference-link',
  'wait',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** A step as a rule has it: offered always, or only where something is known to be so. */
export type Step = Remedy | { readonly remedy: Remedy; readonly when: Condition };

/**
 * Steps by which a person decides about the change as a whole: of no use while another rule stands in the way for
 * which nobody can decide. They are offered only where every rule that denies has them.
 */
export const OF_EVERY_RULE: ReadonlySet<Remedy> = new Set(['ask-for-approval']);

/** What an allowed change still needs from the person who asks for it. */
export const REQUIREMENTS = ['legal-basis', 'explanation', 'evidence', 'explicit-yes'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/**
 * How an allowed change is carried out. `ordinary` is what HubSpot itself guards; `resubscription` sets a state
 * whatever anybody decided before, which HubSpot lets pass unguarded, so it needs a record of its own: proof of the
 * contact's wish, or, for an undo, our own recorded change that is taken back.
 */
export const WRITES = ['ordinary', 'resubscription'] as const;
export type Write = (typeof WRITES)[number];

/** The changes a rule speaks of; without `types` and `businessUnits`, of every type and brand. */
export interface Applies {
  readonly to: readonly Change[];
  /** Of an undo only those that bring back one of these; absent, of every undo. */
  readonly undoTo?: readonly (typeof UNDO_TO)[number][];
  readonly types?: readonly string[];
  readonly businessUnits?: readonly string[];
}

interface RuleBase {
  readonly id: RuleId;
  readonly authority: Authority;
  readonly applies: Applies;
  /** Absent: always. */
  readonly when?: Condition;
  /** Rests on a claim that the platform does not vouch for; labelled so wherever it shows. */
  readonly advisory?: true;
  /** ISO date on which someone last compared the rule with its source. */
  readonly checkedOn: string;
  /** HubSpot's own page or file, or the law's article and official address. */
  readonly source: string;
}

/**
 * `deny` forbids, `require` asks for more, `allow` permits, `note` permits nothing and forbids nothing but
 * is said, `done` says that there is nothing to do.
 */
export type Rule =
  | (RuleBase & { readonly effect: 'deny'; readonly remedies: readonly Step[] })
  | (RuleBase & {
      readonly effect: 'require';
      readonly requires: readonly Requirement[];
      readonly write?: Write;
    })
  | (RuleBase & { readonly effect: 'allow'; readonly write?: Write })
  | (RuleBase & { readonly effect: 'note' | 'done' });

export const EFFECTS = ['deny', 'require', 'allow', 'note', 'done'] as const;
