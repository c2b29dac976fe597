import type { LegalBasis } from '#contract/legal-ground.ts';
import type { BadRequest, NotDone, TroubleCode } from '#contract/reply.ts';
import type { Wish } from '#contract/requests.ts';
import type { DoubleOptIn, MarketingStatus } from '#contract/snapshot.ts';
import type { Actor } from '#evidence/consent-event.ts';
import type { FactName } from '#policy/facts.ts';
import type { Authority, Remedy } from '#policy/rule.ts';
import type { Lights, Mail, Obstacle, OneToOneVerdict, Verdict } from '#policy/verdict.ts';
import type { RuleWords } from './rule-words.ts';

/**
 * Every sentence the card can say, in one language. Codes travel, sentences live here: a code without
 * words does not compile.
 */
export interface Words {
  readonly loading: string;
  /** A label before what it labels. */
  readonly labelled: (label: string, text: string) => string;
  readonly tryAgain: string;
  readonly verdict: (verdict: Verdict, nameOf: (typeId: string) => string) => string;
  readonly obstacles: Readonly<Record<Obstacle, string>>;
  /** Three lights and one sentence: will mail of one type be sent? */
  readonly mail: (verdict: Lights & { readonly mail: Mail }) => string;
  readonly oneToOneTitle: string;
  readonly oneToOne: (verdict: OneToOneVerdict) => string;
  readonly state: Readonly<Record<'opted-in' | 'opted-out' | 'not-specified', string>>;
  /** "Not specified" where privacy settings are off: said of HubSpot's records, not of the contact. */
  readonly stateNotRecorded: string;
  /** A state with its date and its actor, as one line. */
  readonly since: (state: string, at: string, who: string) => string;
  readonly who: (actor: Actor) => string;
  readonly whose: Readonly<Record<Authority, string>>;
  /** Whose rule it is, for a rule that rests on what the page claims. */
  readonly advisory: (whose: string) => string;
  readonly rules: RuleWords;
  /** What stands for `{since}` in a rule's words. */
  readonly sinceThen: (at: string) => string;
  readonly locked: (name: string, why: string) => string;
  readonly notKnown: (missing: readonly FactName[]) => string;
  readonly notKnownShort: string;
  readonly nextStep: string;
  readonly remedy: Readonly<Record<Remedy, string>>;
  readonly subscriptions: string;
  readonly optOutOf: (name: string) => string;
  readonly saving: string;
  readonly optInForm: {
    readonly basis: string;
    readonly explanation: string;
    readonly explanationHint: string;
    readonly save: string;
    readonly cancel: string;
    readonly lacking: string;
  };
  readonly legalBasis: Readonly<Record<LegalBasis, string>>;
  readonly outcome: {
    readonly changed: Readonly<Record<Wish['act'], string>>;
    readonly requested: string;
    readonly 'nothing-to-do': string;
    /** Why, and what it means. */
    readonly 'not-done': Readonly<Record<NotDone, readonly [title: string, says: string]>>;
    readonly 'not-recorded': string;
    readonly 'not-known-yet': string;
    readonly refused: string;
    readonly lacking: string;
  };
  /** A change is made and its record is still to be kept. */
  readonly recordOwed: string;
  /** What is shown is older than now. */
  readonly notLookedAgain: (readAt: string) => string;
  readonly marketing: (status: MarketingStatus) => string;
  readonly marketingTitle: string;
  readonly doubleOptInTitle: string;
  readonly doubleOptIn: Readonly<Record<DoubleOptIn, string>>;
  readonly notRecorded: string;
  readonly otherAddresses: (count: number) => string;
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly showOlder: string;
  readonly olderMayExist: string;
  readonly when: string;
  readonly what: string;
  readonly byWhom: string;
  readonly problemTitle: string;
  /** `detail` names the scope or the setting, where there is one. */
  readonly trouble: (code: TroubleCode, detail: string | undefined) => string;
  readonly badRequest: Readonly<Record<BadRequest['code'], string>>;
  readonly notReached: string;
  readonly reference: (correlationId: string) => string;
  readonly everyoneActsThroughTheApp: string;
}
