import type { Instant, Subject } from '../evidence/consent-event.ts';
import type { CurrentStatus } from '../evidence/current-status.ts';
import type { EmailEventRecord } from '../evidence/email-events.ts';
import type { OccurrenceRecord } from '../evidence/event-occurrences.ts';
import type { SubmissionRecord } from '../evidence/form-submissions.ts';
import type { PropertyVersion } from '../evidence/property-history.ts';
import type { LedgerStore } from '../ledger/store.ts';
import type { TimelineRecord } from '../evidence/subscription-timeline.ts';
import type { Deliverability, NotUnderstood } from '../contract/deliverability.ts';
import type { DoubleOptIn, MarketingStatus } from '../contract/snapshot.ts';

/** A contact as the consent rooms need it. Absent means HubSpot did not send it. */
export interface Contact {
  /** The record's own id: where another one was asked for, it has been merged into this. */
  readonly id: string;
  readonly address?: string;
  /** The contact's other addresses, in HubSpot's order. */
  readonly otherAddresses: readonly string[];
  readonly marketing: MarketingStatus;
  readonly doubleOptIn: DoubleOptIn;
  /** HubSpot's own words, where `doubleOptIn` is `marked-confirmed`. */
  readonly doubleOptInValue?: string;
  readonly deliverability: Deliverability;
  /** A report of spam by the contact, with its time where HubSpot tells it. */
  readonly complaint?: 'none' | { readonly at?: Instant };
  /** The newest value of this product's request property, whoever wrote it; `requestId` where it has the form of ours. */
  readonly marketingRequest?: {
    readonly to: MarketingTarget;
    readonly requestId?: string;
    readonly at: Instant;
  };
  /** False where the account lacks that property, which `setup-portal` makes. */
  readonly hasRequestProperty?: boolean;
  /** Ids of the records that HubSpot merged into this one, where there are any. */
  readonly mergedIds?: readonly string[];
  /** Values that this product does not understand: what they would have told is not known. */
  readonly notUnderstood?: NotUnderstood;
}

export interface SubscriptionType {
  readonly id: string;
  readonly name: string;
  /** By language code, such as `ja`. */
  readonly names: Readonly<Record<string, string>>;
  readonly isActive: boolean;
  readonly isInternal: boolean;
  /** The internal type that one-to-one mail belongs to, as far as HubSpot's definition tells. */
  readonly isOneToOne: boolean;
  /** "0" is the default brand. */
  readonly businessUnitId?: string;
}

/** Whom a page or a letter is for. */
export interface Addressee extends Pick<Contact, 'id' | 'address'> {
  /** HubSpot's code of the contact's own language, such as `ja` or `pt-br`, where the contact has one. */
  readonly language?: string;
}

/** Contacts as HubSpot keeps them. Every call throws `HubSpotTrouble`. */
export interface Contacts {
  read(contactId: string): Promise<Contact>;
  addressee(contactId: string): Promise<Addressee>;
  /** Past values that tell of consent: of everything, of each given type, of marketing status and double opt-in. */
  history(contactId: string, typeIds: readonly string[]): Promise<ContactHistory>;
}

export interface ContactHistory {
  readonly versions: readonly PropertyVersion[];
  /** Some property came with as many versions as HubSpot is said to keep. */
  readonly mayBeCut: boolean;
  /** The subjects whose history HubSpot sent, and from when on where it may be cut; others the account has not got. */
  readonly told: readonly { readonly about: Subject; readonly from?: Instant }[];
}

export interface LegalGround {
  readonly legalBasis?: string;
  readonly explanation?: string;
}

/** Consents by address. Every call throws `HubSpotTrouble`. */
export interface Consents {
  types(): Promise<readonly SubscriptionType[]>;
  statuses(address: string): Promise<readonly CurrentStatus[]>;
  /** The opt-out of everything, one status a brand; brand "0" is the portal's default. */
  everything(address: string): Promise<readonly CurrentStatus[]>;
  /**
   * An ordinary opt-in. HubSpot refuses it for an address that is opted out, which is the only guard
   * against an opt-out that lands between reading and writing.
   */
  optIn(address: string, typeId: string, ground: LegalGround): Promise<'accepted' | 'refused'>;
  /** `no-change`: HubSpot says that it was so before. */
  optOut(address: string, typeId: string): Promise<'accepted' | 'no-change'>;
  /** Of every type of every brand of the portal's default. HubSpot has no way back from it. */
  optOutOfEverything(address: string): Promise<void>;
  /**
   * The dated write, which HubSpot does not guard: it sets a type whatever anybody decided before. `resubscribed`
   * is HubSpot's word for having taken back an opt-out.
   */
  restore(
    address: string,
    typeId: string,
    to: 'opted-in' | 'not-specified',
    ground: LegalGround,
  ): Promise<'accepted' | 'no-change' | 'resubscribed' | 'refused'>;
  /** The address of the contact's own preference page, which whoever has it can use; `undefined` where HubSpot does not make one for this account. */
  preferencePage(
    address: string,
    page: {
      readonly language?: string;
      readonly typeId?: string;
      readonly businessUnitId?: string;
    },
  ): Promise<string | undefined>;
}

/** The app this token belongs to, as HubSpot knows it. */
export interface Installation {
  /** `undefined` where HubSpot does not tell; then our own changes read as an integration's. */
  appId(): Promise<string | undefined>;
  /** What the token was granted, in HubSpot's names; `undefined` where HubSpot does not tell. */
  scopes(): Promise<readonly string[] | undefined>;
  /** The account's id. Throws `HubSpotTrouble`. */
  portalId(): Promise<string>;
  /** The account's time zone by its IANA name; `undefined` where HubSpot does not tell. One call with `portalId`. */
  timeZone(): Promise<string | undefined>;
}

/** Requests to change marketing status, which no API sets: a workflow of the portal applies them. Every call throws `HubSpotTrouble`. */
export interface MarketingRequests {
  /** Writes the request into this product's own contact property. */
  request(contactId: string, to: MarketingTarget, requestId: string): Promise<void>;
  /**
   * Whether an active workflow applies requests of each kind; absent where there were too many to look through,
   * `undefined` where the app may not read workflows.
   */
  workflows(): Promise<Readonly<Partial<Record<MarketingTarget, boolean>>> | undefined>;
  /** How many marketing contacts the account has, those that leave at the next update date among them. Search lags by moments. */
  marketingContacts(): Promise<number>;
}

export type MarketingTarget = 'marketing' | 'non-marketing';

/** What somebody may be asked to approve. */
export type Approvable =
  { readonly act: 'opt-in'; readonly typeId: string } | { readonly act: 'to-marketing' };

/** A task of ours that asks for approval, as HubSpot has it now. */
export interface ApprovalTask {
  readonly requestId: string;
  readonly of: Approvable;
  readonly at: Instant;
  /** Nobody has completed it. */
  readonly isOpen: boolean;
}

/** Tasks of a contact that ask somebody to approve. Every call throws `HubSpotTrouble`. */
export interface Approvals {
  /** Among the contact's newest hundred tasks, in no order. */
  of(contactId: string): Promise<readonly ApprovalTask[]>;
  /** Makes a task of a contact for an owner and tells when. Texts are plain; each line stands by itself. */
  ask(
    contactId: string,
    task: Pick<ApprovalTask, 'requestId' | 'of'> & {
      readonly ownerId: string;
      readonly subject: string;
      readonly lines: readonly string[];
      readonly dueAt: Instant;
    },
  ): Promise<Instant>;
  /** Whether the account has an owner of that id who may be given a task. */
  isOwner(ownerId: string): Promise<boolean>;
}

export interface HubSpot {
  readonly approvals: Approvals;
  readonly contacts: Contacts;
  readonly consents: Consents;
  readonly installation: Installation;
  readonly sources: Sources;
  readonly marketing: MarketingRequests;
  readonly ledger: LedgerStore;
  readonly setUp: SetUp;
}

/** What this product needs in a portal: the custom object its record is kept in, and its property for marketing requests. */
export type SetUpPart = 'record' | 'marketing-request';

/** `not-ours`: something else has the name; it is left alone. `incomplete`: ours, and lacks something. */
export type SetUpState = 'there' | 'missing' | 'incomplete' | 'not-ours';

/** Every call throws `HubSpotTrouble`. */
export interface SetUp {
  look(): Promise<Readonly<Record<SetUpPart, SetUpState>>>;
  /** Creates or completes one part; deletes and overwrites nothing. */
  complete(part: SetUpPart): Promise<void>;
}

/** A part of a long list, newest first. `older` goes back to the same call for the next part; it is opaque and soon stale. */
export interface Page<T> {
  readonly records: readonly T[];
  readonly older?: string;
  /** The oldest instant that was looked at, kept or not. */
  readonly back?: Instant;
}

export interface Addresses {
  readonly primary?: string;
  /** In HubSpot's order. */
  readonly others: readonly string[];
  /** Since when the primary address is the primary one, where it was ever another. */
  readonly since?: Instant;
}

/** A form and the subscription types that it has a box for. */
export interface Form {
  readonly id: string;
  readonly name: string;
  readonly boxes: readonly string[];
}

/** Where evidence of the past is read. Every call throws `HubSpotTrouble`. */
export interface Sources {
  addresses(contactId: string): Promise<Addresses>;
  /** Past values of everything that tells of consent, deliverability, marketing status and the contact's life. */
  properties(contactId: string, typeIds: readonly string[]): Promise<ContactHistory>;
  emailEvents(address: string, older?: string): Promise<Page<EmailEventRecord>>;
  /** The account's own list of all changes, of which one address is kept; a window keeps it short. */
  timeline(
    address: string,
    window: { readonly from?: Instant; readonly to?: Instant },
    older?: string,
  ): Promise<Page<TimelineRecord>>;
  occurrences(contactId: string, older?: string): Promise<Page<OccurrenceRecord>>;
  /** The names of users by id, as far as HubSpot tells: who is no owner has none here. */
  userNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  forms(): Promise<readonly Form[]>;
  /** Everybody's submissions of a form, of which one address is kept. */
  submissions(form: Form, address: string, older?: string): Promise<Page<SubmissionRecord>>;
}
