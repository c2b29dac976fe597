import type { LegalBasis } from '#contract/legal-ground.ts';
import type { BadRequest, TroubleCode } from '#contract/reply.ts';
import type { DoubleOptIn, MarketingStatus } from '#contract/snapshot.ts';
import type { Actor, ConsentEvent } from '#evidence/consent-event.ts';
import type { FactName } from '#policy/facts.ts';
import type { Authority, Remedy, RuleId } from '#policy/rule.ts';
import type { Verdict } from '#policy/verdict.ts';

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
  readonly state: Readonly<Record<'opted-in' | 'opted-out' | 'not-specified', string>>;
  /** "Not specified" where privacy settings are off: said of HubSpot's records, not of the contact. */
  readonly stateNotRecorded: string;
  /** A state with its date and its actor, as one line. */
  readonly since: (state: string, at: string, who: string) => string;
  readonly who: (actor: Actor) => string;
  readonly whose: Readonly<Record<Authority, string>>;
  /** Why a switch is locked; `out` tells the opt-out behind it, with date and actor. */
  readonly why: (
    rule: RuleId,
    out: { readonly at: string; readonly who: string } | undefined,
  ) => string;
  /** The same in two or three words, for the switch's own label. */
  readonly whyShort: Readonly<Record<RuleId, string>>;
  readonly locked: (name: string, why: string) => string;
  readonly notKnown: (missing: readonly FactName[]) => string;
  readonly notKnownShort: string;
  readonly nextStep: string;
  readonly remedy: Readonly<Record<Remedy, string>>;
  readonly subscriptions: string;
  readonly optOutOf: (name: string) => string;
  readonly saving: string;
  readonly optInForm: {
    readonly intro: string;
    readonly basis: string;
    readonly explanation: string;
    readonly explanationHint: string;
    readonly save: string;
    readonly cancel: string;
    readonly lacking: string;
  };
  readonly legalBasis: Readonly<Record<LegalBasis, string>>;
  readonly outcome: {
    readonly saved: Readonly<Record<'opted-in' | 'opted-out', string>>;
    readonly 'nothing-to-do': string;
    readonly refused: string;
    readonly lacking: string;
    readonly 'refused-by-hubspot': string;
    readonly 'not-known-yet': string;
  };
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
  readonly event: (event: ConsentEvent, nameOf: (typeId: string) => string) => string;
  readonly problemTitle: string;
  readonly trouble: (code: TroubleCode, scope: string | undefined) => string;
  readonly badRequest: Readonly<Record<BadRequest['code'], string>>;
  readonly notReached: string;
  readonly reference: (correlationId: string) => string;
  readonly everyoneActsThroughTheApp: string;
}
