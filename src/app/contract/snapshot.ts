import type {
  Actor,
  ConsentEvent,
  ConsentState,
  Instant,
  SourceName,
} from '../evidence/consent-event.ts';
import type { Absence } from '../evidence/source.ts';
import type { StateAt } from '../evidence/state-at.ts';
import type { Objection } from '../assessment/objection.ts';
import type {
  Mail,
  OneToOneVerdict,
  OverallSignals,
  PrivacySettings,
  Signals,
  Verdict,
} from '../policy/verdict.ts';
import type { Decision } from '../policy/decision.ts';
import type { ClearingStep, Deliverability, NotUnderstood } from './deliverability.ts';
import type { ReadBackTo } from './requests.ts';

/** Since when a state holds and who set it, as far as anybody recorded it. */
export interface LastChange {
  readonly at: Instant;
  readonly actor: Actor;
  /** The oldest change that HubSpot still has: it was then or earlier. */
  readonly orEarlier?: true;
}

/** An objection that HubSpot would send against. */
export interface OpenObjection {
  readonly objection: Objection;
  /** `not-known`: a form opted the contact in on `answeredAt`, and whether they ticked its box is not told. */
  readonly returned: 'no' | 'not-known';
  readonly answeredAt?: Instant;
}

/** One subscription type as the card shows it, with what becomes of each change a person could ask for. */
export interface SubscriptionRow {
  readonly typeId: string;
  readonly name: string;
  /** The name in other languages, by language code, where the portal has translated it. */
  readonly names: Readonly<Record<string, string>>;
  readonly isActive: boolean;
  readonly state: ConsentState;
  readonly last?: LastChange;
  readonly legalBasis?: string;
  readonly explanation?: string;
  /** The event that legal basis and explanation belong to, where it is another one than `last`. */
  readonly basisSet?: LastChange;
  /** The person's objection, where the state that HubSpot holds hides it. */
  readonly objection?: OpenObjection;
  /** Three signals, and what they make of mail of this type. */
  readonly verdict: Signals & { readonly mail: Mail };
  readonly optIn: Decision;
  readonly optOut: Decision;
}

/** `unavailable`: HubSpot sent no such property, as in accounts without marketing contacts. */
export type MarketingStatus =
  | {
      readonly kind: 'marketing';
      readonly untilNextUpdateDate: boolean;
      readonly reason?: string;
      readonly reasonName?: string;
    }
  | { readonly kind: 'non-marketing'; readonly reason?: string; readonly reasonName?: string }
  | { readonly kind: 'unavailable' };

/**
 * A request to change marketing status, as far as it is: `requested` was sent and is not seen in HubSpot yet,
 * `pending` waits there for the portal's workflow, `not-applied` has waited longer than workflows take.
 */
export interface MarketingRequest {
  readonly to: 'marketing' | 'non-marketing';
  readonly state: 'requested' | 'pending' | 'applied' | 'not-applied';
  readonly at: Instant;
  /** `elsewhere`: nothing in our record stands behind it. */
  readonly by: 'this-product' | 'elsewhere';
}

/** A change of this product that may still be taken back. */
export interface UndoOffer {
  /** The request that is taken back. */
  readonly undoes: string;
  readonly typeId: string;
  /** The state that comes back. */
  readonly to: ConsentState;
  readonly until: Instant;
}

/** Whether the record of changes can be relied on; `not-read` is not known. */
export type LedgerState = 'ready' | 'not-set-up' | 'not-read' | 'forked' | 'broken';

/**
 * `confirmed`: the contact clicked the link. `marked-confirmed`: somebody else or HubSpot marked it as confirmed, without
 * a click of the contact.
 */
export type DoubleOptIn = 'not-required' | 'pending' | 'confirmed' | 'marked-confirmed' | 'unknown';

/** The changes that are about no single type. */
export type WholeContactChange = 'opt-out-of-everything' | 'to-marketing' | 'to-non-marketing';

/** Verdict, states and locks of one contact at one moment. */
export interface Glance {
  readonly readAt: Instant;
  readonly verdict: Verdict;
  readonly signals: OverallSignals;
  /** The objections that the verdict's alarm is about, each once, with the types that HubSpot would send. */
  readonly objections: readonly (OpenObjection & { readonly typeIds: readonly string[] })[];
  readonly oneToOne: OneToOneVerdict;
  readonly privacySettings: PrivacySettings;
  readonly optedOutOfEverything: boolean;
  readonly everythingLast?: LastChange;
  readonly rows: readonly SubscriptionRow[];
  /** What becomes of the changes that are about no single type. */
  readonly wholeContact: Readonly<Record<WholeContactChange, Decision>>;
  /** What this product changed a short while ago and policy lets staff take back, newest first. */
  readonly undo: readonly UndoOffer[];
  readonly ledger: LedgerState;
  readonly marketing: MarketingStatus;
  /** The newest request to change marketing status, where there is one. */
  readonly marketingRequest?: MarketingRequest;
  /** Day of the account's next update date, `YYYY-MM-DD` in the portal's time zone, where the organisation's choices tell. */
  readonly updateDate?: string;
  /** The organisation's ready-made explanations for an opt-in; `{type}` stands for the type's name. */
  readonly wordings: readonly string[];
  readonly doubleOptIn: DoubleOptIn;
  /** HubSpot's own words, where `doubleOptIn` is `marked-confirmed`. */
  readonly doubleOptInValue?: string;
  /** The facts behind the deliverability signal. */
  readonly deliverability: Deliverability & {
    readonly complaint?: 'none' | { readonly at?: Instant };
  };
  /** Values that HubSpot told and this product does not understand. */
  readonly notUnderstood?: NotUnderstood;
  /** What clears the obstacles of the verdict's deliverability, in their order. */
  readonly clearingSteps?: readonly ClearingStep[];
  /** No marketing email can be sent, and the contact counts as a marketing contact all the same. */
  readonly isBilledInVain?: true;
  readonly hasAddress: boolean;
  /** Other addresses of the contact have consents of their own, which this card does not show. */
  readonly otherAddresses: number;
}

/** The timeline, newest first, as far as one answer carries it. */
export interface History {
  readonly readAt: Instant;
  readonly events: readonly ConsentEvent[];
  /** What speaks for consent apart from HubSpot's own status: forms, and the legal basis to process. */
  readonly evidence: readonly ConsentEvent[];
  /** How many older ones were read and are not in this answer; absent where it ends with the oldest of both. */
  readonly leftOut?: { readonly events: number; readonly evidence: number };
  /** The sources that told nothing, and why: what only they know is not in the timeline. */
  readonly unread: readonly { readonly source: SourceName; readonly because: Absence }[];
  /** HubSpot keeps a limited number of versions; where the limit may have been met, older ones may exist. */
  readonly olderMayExist: boolean;
  /** What to ask for to see the sources' next page too; absent where nothing more can be asked for. */
  readonly older?: ReadBackTo;
}

/** A state at a past moment and the change that brought it, as far as anybody recorded it; or that it is not known. */
export type StateThen = StateAt & {
  readonly set?: Pick<ConsentEvent, 'at' | 'actor' | 'inferred'>;
};

/** Every state of the contact at the end of a day in the portal's time zone. */
export interface AsOf {
  /** The end of the day; now, where the day is not over. */
  readonly at: Instant;
  readonly states: readonly StateThen[];
}
