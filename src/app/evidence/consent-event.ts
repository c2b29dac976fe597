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
      readonly by?: 'email' | 'form' | 'preferences' | 'meeting' | 'membership';
      readonly name?: string;
    }
  | { readonly kind: 'staff'; readonly userId?: string; readonly name?: string }
  | { readonly kind: 'workflow'; readonly name?: string }
  | { readonly kind: 'import'; readonly name?: string }
  | { readonly kind: 'integration'; readonly appId?: string; readonly name?: string }
  /** With whom the ledger names: a claim of the page, unless the platform vouches for it. */
  | { readonly kind: 'this-card'; readonly staff?: StaffMember }
  | { readonly kind: 'hubspot' }
  | { readonly kind: 'someone' };

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
  readonly raw: Readonly<Record<string, string>>;
}

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
  /** Nothing changed by it: the state was the same before. */
  readonly repeats?: true;
  /** The history is cut and this is its oldest visible version: the change was made at `at` or earlier, by whom is not known. */
  readonly orEarlier?: true;
  /** On an opt-in by form: whether the contact ticked its box, or the form's setting (legitimate interest) subscribed them. */
  readonly formConsent?: 'box-ticked' | 'by-setting' | 'not-known';
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
