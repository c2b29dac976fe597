/** An instant in UTC, ISO 8601 with milliseconds and `Z`. Time zones are a matter of the card's words. */
export type Instant = string;

/** Another address of the contact. Consents are kept by address, so it has statuses of its own. */
export interface OtherAddress {
  /** 1 for the first after the primary one, in HubSpot's order. */
  readonly nth: number;
  /** Shown to people; never part of an id or of a log line. */
  readonly value: string;
}

/** What stops mail to an address, whatever was consented to. */
export type Obstacle = 'hard-bounce' | 'bad-address' | 'quarantine' | 'spam-complaint';

/** What HubSpot holds of one address and one subscription, or all of them. */
export type ConsentState = 'opted-in' | 'opted-out' | 'not-specified';

/**
 * What an event is about. Absent `businessUnitId` means the default brand, absent `address` the primary
 * one. `some-subscription`: a change of consent whose type the source does not tell.
 */
export type Subject =
  | { readonly kind: 'subscription'; readonly typeId: string; readonly address?: OtherAddress }
  | {
      readonly kind: 'everything';
      readonly businessUnitId?: string;
      readonly address?: OtherAddress;
    }
  | { readonly kind: 'some-subscription' }
  | { readonly kind: 'marketing-status' }
  /** Whether the contact leaves marketing contacts at the next update date. */
  | { readonly kind: 'marketing-schedule' }
  | { readonly kind: 'double-opt-in' }
  | { readonly kind: 'deliverability'; readonly of: Obstacle; readonly address?: OtherAddress }
  /** The legal basis to process the contact's data, which is not one to write to them. */
  | { readonly kind: 'legal-basis' }
  /** A form that was submitted: evidence, not a status. */
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'contact' };

export type Change =
  | 'opted-in'
  | 'opted-out'
  | 'cleared'
  | 'set-marketing'
  | 'set-non-marketing'
  | 'leaving-marketing'
  | 'staying-marketing'
  | 'double-opt-in-pending'
  | 'double-opt-in-confirmed'
  /** Confirmed without a click of the contact: by staff, a workflow, an import or HubSpot. */
  | 'double-opt-in-marked-confirmed'
  | 'blocked'
  | 'unblocked'
  | 'basis-recorded'
  | 'submitted'
  | 'merged'
  | 'address-changed'
  /** Changed to a value that this product does not know. */
  | 'changed';

/**
 * Who made a change. `someone` is HubSpot's silence or a value this product does not know: it is never
 * read as "nobody in particular", because an opt-out by someone unknown counts as the contact's own.
 */
export type Actor =
  | {
      readonly kind: 'contact';
      /** Absent where the source says no more than "the recipient". */
      readonly by?: 'email' | 'mail-program' | 'form' | 'preferences' | 'meeting' | 'membership';
      readonly name?: string;
    }
  | { readonly kind: 'staff'; readonly userId?: string; readonly name?: string }
  | { readonly kind: 'workflow'; readonly name?: string }
  | { readonly kind: 'import'; readonly name?: string }
  | { readonly kind: 'integration'; readonly appId?: string; readonly name?: string }
  /** With whom the ledger names: a claim of the page, unless the platform vouches for it. */
  | { readonly kind: 'this-card'; readonly staff?: StaffMember }
  | { readonly kind: 'hubspot' }
  /** `reported`: HubSpot's own text for the source, where it gives one that is not understood here. */
  | { readonly kind: 'someone'; readonly reported?: string };

export interface StaffMember {
  readonly userId?: string;
  readonly name?: string;
  readonly identity: 'vouched' | 'claimed';
}

export type SourceName =
  | 'property-history'
  | 'subscription-timeline'
  | 'email-events'
  | 'event-occurrences'
  | 'form-submissions'
  | 'ledger'
  | 'current-status';

/** What this product wrote down about a change that it made. */
export interface CardRecord {
  readonly rules: readonly string[];
  /** The contact asked for it, by this way: staff's word. */
  readonly askedBy?: string;
  readonly evidence?: string;
  /** The change of this product that this one took back. What was before it is not granted anew. */
  readonly undoes?: Change;
}

/** What one source says of an event: everything an event is made of, down to the raw values, so that a person can check it in HubSpot. */
export interface Witness {
  readonly source: SourceName;
  /** The source's own name for the record; two witnesses with one record are one. Holds no address. */
  readonly record: string;
  readonly at: Instant;
  /** When it was written down, where that is later. */
  readonly learnedAt?: Instant;
  /** The position among the source's records of the same instant, oldest 0. */
  readonly order?: number;
  readonly actor: Actor;
  /** The id of the e-mail event behind it, which several of HubSpot's sources share. */
  readonly cause?: string;
  /** The change as far as a source tells that does not name the subscription type. */
  readonly untyped?: Change;
  readonly legalBasis?: string;
  readonly explanation?: string;
  readonly card?: CardRecord;
  /** HubSpot's own value, where the change alone does not tell it: an unknown value, the reason of a bounce. */
  readonly reportedValue?: string;
  /** The oldest version of a history that may be cut: older ones may have said the same. */
  readonly isOldestKept?: true;
  /** HubSpot's source for values it copies from elsewhere, such as a merge. */
  readonly isCopy?: true;
  /** What happened to the record within a second of it. */
  readonly recordEvent?: RecordEvent;
  readonly raw: Readonly<Record<string, string>>;
}

/** By each of these a contact record takes over what HubSpot has on record for an address. */
export type RecordEvent = 'created' | 'merged' | 'address-changed';

/**
 * The event whose state HubSpot copied onto the contact record. Absent fields: HubSpot does not tell where the
 * state comes from.
 */
export interface CarriedOver {
  readonly eventId?: string;
  /** Since when the state holds. */
  readonly since?: Instant;
  /** The state may be older than `since`. */
  readonly orEarlier?: true;
}

/**
 * How a form opted the contact in. `box-ticked`: by a box that the contact ticked; `by-setting`: under legitimate
 * interest, which the form's settings claim without a tick, so it is no consent and no return of the contact;
 * `not-known`: HubSpot no longer has the status that would tell.
 */
export type FormConsent = 'box-ticked' | 'by-setting' | 'not-known';

/** The names of the rules in `inference.ts`. */
export type Ground =
  | 'form-submitted-just-before'
  | 'address-changed-just-then'
  | 'merged-just-then'
  | 'opted-out-of-everything-just-then';

export interface ConsentEvent {
  readonly id: string;
  readonly at: Instant;
  /** When the first source wrote it down, where that is later than `at`. */
  readonly learnedAt?: Instant;
  readonly about: Subject;
  readonly change: Change;
  /** Who it was as far as a source states it; what is only inferred never stands here. */
  readonly actor: Actor;
  /** `unknown` where HubSpot names no source, or one this product does not know. */
  readonly certainty: 'stated' | 'inferred' | 'unknown';
  /** Who it probably was, by a rule with a name. To be shown, with the rule; never to be decided on. */
  readonly inferred?: { readonly actor: Actor; readonly ground: Ground };
  /** HubSpot keeps consents for e-mail alone in the sources that are read. */
  readonly channel?: 'email';
  readonly legalBasis?: string;
  readonly explanation?: string;
  readonly card?: CardRecord;
  /** Nothing changed by it: the state was the same before, or HubSpot copied it (`carriedOver`). */
  readonly repeats?: true;
  /**
   * `at` is only when HubSpot wrote the state onto this contact record: the contact was merged, got another address,
   * or was created after the status was set. Nobody acted then, so the event has no actor of its own.
   */
  readonly carriedOver?: CarriedOver;
  /**
   * The state held at `at` and may be older: HubSpot has dropped older versions, or does not tell what was before.
   * Who set it first is not known, so the actor is `someone`; whom HubSpot names for this version stays in the witness.
   */
  readonly orEarlier?: true;
  /** On opt-ins by a form, and by "the recipient" where they rest on legitimate interest. */
  readonly formConsent?: FormConsent;
  /** HubSpot's own value, where the change alone does not tell it. */
  readonly reportedValue?: string;
  /** Changes of other subjects that the same act made in the same instant; told in this event's row. */
  readonly together?: readonly Pick<ConsentEvent, 'id' | 'about' | 'change'>[];
  /** Actors that other witnesses of the same change name. The event's own is the more careful one. */
  readonly disputed?: readonly Actor[];
  /** Ids of events, or `current-status`, that can't be true together with this one. */
  readonly conflictsWith?: readonly string[];
  readonly witnesses: readonly [Witness, ...Witness[]];
}

/** One key a subject, for maps and for telling events apart. Another address stands in it by its number. */
export function subjectKey(about: Subject): string {
  switch (about.kind) {
    case 'subscription':
      return `subscription:${about.typeId}${other(about.address)}`;
    case 'everything':
      return `everything:${about.businessUnitId ?? '0'}${other(about.address)}`;
    case 'deliverability':
      return `deliverability:${about.of}${other(about.address)}`;
    case 'form':
      return `form:${about.form}`;
    case 'some-subscription':
    case 'marketing-status':
    case 'marketing-schedule':
    case 'double-opt-in':
    case 'legal-basis':
    case 'contact':
      return about.kind;
  }
}

function other(address: OtherAddress | undefined): string {
  return address === undefined ? '' : `~${String(address.nth)}`;
}
