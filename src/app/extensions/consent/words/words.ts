import type { LegalBasis } from '#contract/legal-ground.ts';
import type { BadRequest, NotDone, TroubleCode } from '#contract/reply.ts';
import type { WAYS_TO_ASK, Wish } from '#contract/requests.ts';
import type { DoubleOptIn, MarketingRequest, MarketingStatus } from '#contract/snapshot.ts';
import type { Actor } from '#evidence/consent-event.ts';
import type { FactName } from '#policy/facts.ts';
import type { Authority, Remedy } from '#policy/rule.ts';
import type { Light, Lights, Mail, Obstacle, OneToOneVerdict, Verdict } from '#policy/verdict.ts';
import type { RuleNames, RuleSays } from './rule-words.ts';

/** How the contact's own wish reached staff. */
export type WayToAsk = (typeof WAYS_TO_ASK)[number];

/** The three lights of a verdict. */
export type LightName = keyof Lights;

/**
 * What the glance says, in one language: all that the sidebar carries. Codes travel, sentences live here; a code
 * without words does not compile.
 */
export interface SeenWords {
  readonly loading: string;
  /** A label before what it labels. */
  readonly labelled: (label: string, text: string) => string;
  readonly tryAgain: string;
  readonly verdict: (verdict: Verdict, nameOf: (typeId: string) => string) => string;
  readonly obstacles: Readonly<Record<Obstacle, string>>;
  readonly lightNames: Readonly<Record<LightName, string>>;
  readonly light: Readonly<Record<Light<Obstacle>['is'], string>>;
  readonly state: Readonly<Record<'opted-in' | 'opted-out' | 'not-specified', string>>;
  /** A state with its date and its actor, as one line. */
  readonly since: (state: string, at: string, who: string) => string;
  readonly who: (actor: Actor) => string;
  readonly lastChange: string;
  readonly allMail: string;
  readonly ruleNames: RuleNames;
  readonly locked: (name: string, why: string) => string;
  /** Types that are locked for one reason. */
  readonly lockedTypes: (names: readonly string[], why: string) => string;
  readonly notKnownShort: string;
  /** Where changes are made, said in the sidebar. */
  readonly openTab: string;
  readonly problemTitle: string;
  /** `detail` names the scope or the setting, where there is one. */
  readonly trouble: (code: TroubleCode, detail: string | undefined) => string;
  readonly badRequest: Readonly<Record<BadRequest['code'], string>>;
  readonly notReached: string;
  readonly reference: (correlationId: string) => string;
  /** HubSpot is busy, and the card looks again by itself. */
  readonly looksAgainIn: (seconds: number) => string;
  /** What is shown is older than now. */
  readonly notLookedAgain: (readAt: string) => string;
}

/** What only the tab says: changes, their locks, and what becomes of them. */
export interface TabWords {
  /** Three lights and one sentence: will mail of one type be sent? */
  readonly mail: (verdict: Lights & { readonly mail: Mail }) => string;
  readonly oneToOneTitle: string;
  readonly oneToOne: (verdict: OneToOneVerdict) => string;
  /** "Not specified" where privacy settings are off: said of HubSpot's records, not of the contact. */
  readonly stateNotRecorded: string;
  readonly whose: Readonly<Record<Authority, string>>;
  /** Whose rule it is, for a rule that rests on what the page claims. */
  readonly advisory: (whose: string) => string;
  readonly ruleSays: RuleSays;
  /** What stands for `{since}` in a rule's words. */
  readonly sinceThen: (at: string) => string;
  readonly notKnown: (missing: readonly FactName[]) => string;
  readonly nextStep: string;
  readonly remedy: Readonly<Record<Remedy, string>>;
  readonly requestText: {
    readonly copy: string;
    readonly copied: string;
    /** To the contact, who may choose for themselves. */
    readonly text: (name: string) => string;
  };
  readonly subscriptions: string;
  readonly setUp: {
    readonly title: string;
    readonly says: string;
    readonly button: string;
    /** Something else in the account has the name. */
    readonly notOurs: string;
    readonly noKey: (code: string) => string;
  };
  readonly saving: string;
  readonly optIn: (name: string) => string;
  readonly optOutOf: (name: string) => string;
  /** Opting out, with how the contact asked for it. */
  readonly recordRequest: (name: string) => string;
  readonly everything: {
    readonly title: string;
    readonly button: string;
    readonly warning: string;
    readonly confirm: string;
  };
  /** A switch whose way on asks for more first. */
  readonly asksFirst: (name: string, why: string) => string;
  readonly undo: (state: string) => string;
  readonly undoUntil: (time: string) => string;
  readonly form: {
    readonly basis: string;
    readonly explanation: string;
    readonly explanationHint: string;
    readonly useWording: (wording: string) => string;
    readonly evidence: string;
    readonly evidenceHint: string;
    readonly askedBy: string;
    readonly askedOn: string;
    readonly ways: Readonly<Record<WayToAsk, string>>;
    readonly explicitYes: string;
    readonly needed: string;
    readonly cancel: string;
    /** The record changed while the form was open. */
    readonly discarded: string;
  };
  /** A ready-made explanation: how and when the contact asked for mail of a type. */
  readonly wording: (by: WayToAsk, on: string | undefined, name: string) => string;
  readonly legalBasis: Readonly<Record<LegalBasis, string>>;
  readonly outcome: {
    readonly changed: Readonly<Record<Wish['act'], string>>;
    readonly requested: string;
    readonly 'nothing-to-do': string;
    /** Why, and what it means. */
    readonly 'not-done': Readonly<Record<NotDone, readonly [title: string, says: string]>>;
    /** Done, and changed again elsewhere since. */
    readonly overtaken: readonly [title: string, says: string];
    readonly 'not-recorded': string;
    readonly 'not-known-yet': string;
    readonly refused: string;
    readonly lacking: string;
  };
  /** A change is made and its record is still to be kept. */
  readonly recordOwed: string;
  /** `updateDate` in words, where it is known. */
  readonly marketing: (status: MarketingStatus, updateDate: string | undefined) => string;
  readonly marketingTitle: string;
  readonly toMarketing: string;
  /** How far a request is; `at` in words. */
  readonly marketingRequest: (request: MarketingRequest, at: string) => string;
  readonly nextUpdateDate: (date: string) => string;
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
  readonly everyoneActsThroughTheApp: string;
}

/** Every sentence that the tab can say. */
export type Words = SeenWords & TabWords;
