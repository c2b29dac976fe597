import type {
  BounceReason,
  ContactValue,
  QuarantineReason,
} from '../../contract/deliverability.ts';
import type { DoubleOptIn } from '../../contract/snapshot.ts';
import type { Instant } from '../../evidence/consent-event.ts';

/** A contact property, and what its values say. */
interface Property<T> {
  /** HubSpot's name. */
  readonly name: string;
  /** What it is about, where its values may not be understood. */
  readonly about: ContactValue;
  /** The meaning of a value; the empty text is "never set" or "cleared". `undefined`: not understood. */
  readonly read: (value: string) => T | undefined;
  /** When a value was set tells since when it holds, or whether another property has been changed since. */
  readonly withHistory?: true;
}

/**
 * Every property by which HubSpot tells that it will not or may not send to a contact; one row a property, with what
 * HubSpot's description of it says. Only HubSpot's own spelling of a value counts. Names and types are those of HubSpot's
 * property group "Email information" (hubspot/apis.md §2.5). docs/deliverability.md says what each leads to, and what
 * no property tells.
 */
export const DELIVERABILITY = {
  /** The issue that caused a contact to hard bounce. */
  bounce: {
    name: 'hs_email_hard_bounce_reason_enum',
    about: 'hard-bounce',
    read: bounceReasonOf,
    withHistory: true,
  },
  /** The same as text; it counts where the property above has no value. */
  bounceText: {
    name: 'hs_email_hard_bounce_reason',
    about: 'hard-bounce-text',
    read: bounceReasonOf,
    withHistory: true,
  },
  /** The address is invalid. */
  badAddress: {
    name: 'hs_email_bad_address',
    about: 'bad-address',
    read: yesNoOf,
    withHistory: true,
  },
  /** The current address is quarantined, and marketing email to it will be blocked. */
  quarantine: {
    name: 'hs_email_quarantined',
    about: 'quarantine',
    read: yesNoOf,
    withHistory: true,
  },
  /** The automated reason of the quarantine. */
  quarantineReason: {
    name: 'hs_email_quarantined_reason',
    about: 'quarantine-reason',
    read: quarantineReasonOf,
    withHistory: true,
  },
  /** The reason of the quarantine that the account itself set. */
  quarantineReasonOfAccount: {
    name: 'hs_email_customer_quarantined_reason',
    about: 'quarantine-reason-of-account',
    read: quarantineReasonOf,
    withHistory: true,
  },
  /** All addresses of the contact that have been quarantined, in a form that is not documented. */
  quarantinedAddresses: {
    name: 'hs_quarantined_emails',
    about: 'quarantine',
    read: addressesIn,
    withHistory: true,
  },
  /** The contact is globally ineligible for email. */
  ineligible: {
    name: 'hs_email_is_ineligible',
    about: 'ineligible',
    read: yesNoOf,
  },
  /** Marketing emails sent to the current address since its last open or click. */
  sendsSinceEngagement: {
    name: 'hs_email_sends_since_last_engagement',
    about: 'sends-since-engagement',
    read: countOf,
  },
  /** The first open of a marketing email: a contact who engaged once is given more time. */
  firstOpen: {
    name: 'hs_email_first_open_date',
    about: 'sends-since-engagement',
    read: isSet,
  },
  /** The first click in a marketing email, likewise. */
  firstClick: {
    name: 'hs_email_first_click_date',
    about: 'sends-since-engagement',
    read: isSet,
  },
  /** The next time to send to a contact who has reached the limit of emails per period. */
  sendLimit: {
    name: 'hs_email_recipient_fatigue_recovery_time',
    about: 'send-limit',
    read: timeOf,
  },
  /** The state of the double opt-in. */
  doubleOptIn: {
    name: 'hs_emailconfirmationstatus',
    about: 'double-opt-in',
    read: doubleOptInOf,
  },
} as const satisfies Readonly<Record<string, Property<unknown>>>;

export const DELIVERABILITY_PROPERTIES: readonly string[] = Object.values(DELIVERABILITY).map(
  ({ name }) => name,
);

/** Those whose history is read with the contact. */
export const DATED_PROPERTIES: readonly string[] = Object.values(DELIVERABILITY).flatMap((one) =>
  'withHistory' in one ? [one.name] : [],
);

function yesNoOf(value: string): boolean | undefined {
  if (value === 'true') return true;
  return value === 'false' || value === '' ? false : undefined;
}

const BOUNCE_REASONS: ReadonlyMap<string, 'none' | BounceReason> = new Map([
  ['', 'none'],
  ['CONTENT', 'content'],
  ['MAILBOX_FULL', 'mailbox-full'],
  ['OTHER', 'other'],
  ['POLICY', 'policy'],
  ['SPAM', 'spam'],
  ['UNKNOWN_USER', 'unknown-user'],
]);

function bounceReasonOf(value: string): 'none' | BounceReason | undefined {
  return BOUNCE_REASONS.get(value);
}

const QUARANTINE_REASONS: ReadonlyMap<string, 'none' | QuarantineReason> = new Map([
  ['', 'none'],
  ['BLOCKLIST_REMEDIATION', 'blocklist'],
  ['FORM_ABUSE', 'form-abuse'],
  ['HIGH_HARD_BOUNCE_RATE', 'high-bounce-rate'],
  ['MULTIPLE_CANCELLED_CAMPAIGNS', 'cancelled-campaigns'],
  ['ON_LIST_IMPORT', 'list-import'],
  ['OTHER', 'other'],
  ['RECIPIENT_COMPLAINT', 'complaint'],
  ['SUSPENSION_REMEDIATION', 'suspension'],
  ['TRUST_SAFETY_REMEDIATION', 'trust-and-safety'],
  ['UNDELIVERABLE_ADDRESS', 'undeliverable'],
]);

export function quarantineReasonOf(value: string): 'none' | QuarantineReason | undefined {
  return QUARANTINE_REASONS.get(value);
}

const DOUBLE_OPT_IN: ReadonlyMap<string, Exclude<DoubleOptIn, 'unknown'>> = new Map([
  ['', 'not-required'],
  ['confirmation pending', 'pending'],
  ['confirmation email sent', 'pending'],
  // HubSpot's pages on the confirmation status of 2016 and 2017 have these two; later ones have not.
  ['awaiting double opt in', 'pending'],
  ['user has not clicked sent link', 'pending'],
  // The contact clicked: HubSpot's page of 2016 calls it the state after the next.
  ['confirmed', 'confirmed'],
  ['user clicked confirmation', 'confirmed'],
  ['hubspot rep. marked confirmed', 'marked-confirmed'],
  ['customer marked confirmed', 'marked-confirmed'],
  ['confirmed from previous behavior', 'marked-confirmed'],
  ['confirmed due to form', 'marked-confirmed'],
]);

/**
 * HubSpot's pages differ in capital letters
 * (https://knowledge.hubspot.com/marketing-email/what-is-the-marketing-email-confirmation-status-contact-property).
 */
export function doubleOptInOf(value: string): Exclude<DoubleOptIn, 'unknown'> | undefined {
  return DOUBLE_OPT_IN.get(value.toLowerCase());
}

function countOf(value: string): number | undefined {
  return /^\d{0,9}$/.test(value) ? Number(value) : undefined;
}

/** `at`: an instant, which HubSpot writes as ISO text or as milliseconds since the epoch. */
function timeOf(value: string): 'none' | { readonly at: Instant } | undefined {
  if (value === '') return 'none';
  const ms = /^\d{12,14}$/.test(value)
    ? Number(value)
    : /^\d{4}-\d{2}-\d{2}/.test(value)
      ? Date.parse(value)
      : NaN;
  return Number.isNaN(ms) ? undefined : { at: new Date(ms).toISOString() };
}

function isSet(value: string): boolean {
  return value !== '';
}

/** The addresses in a text of any form, in small letters. */
function addressesIn(value: string): ReadonlySet<string> {
  const parts = value.toLowerCase().split(/[\s"',;:()<>[\]{}|]+/);
  return new Set(parts.filter((part) => part.includes('@')));
}
