/**
 * What values of HubSpot's properties say. Only HubSpot's own spelling counts: `undefined` is a value that is not
 * understood, which is neither yes nor no. The empty text is a property that was never set, or was cleared
 * (names and values: hubspot/apis.md §2.5).
 */

export function yesNoOf(value: string): boolean | undefined {
  if (value === 'true') return true;
  return value === 'false' || value === '' ? false : undefined;
}

const HARD_BOUNCES: ReadonlySet<string> = new Set([
  'CONTENT',
  'MAILBOX_FULL',
  'OTHER',
  'POLICY',
  'SPAM',
  'UNKNOWN_USER',
]);

/** Whether `hs_email_hard_bounce_reason_enum` tells of a hard bounce. */
export function bounceOf(value: string): boolean | undefined {
  if (value === '') return false;
  return HARD_BOUNCES.has(value) ? true : undefined;
}

const REPORTED_SPAM = 'RECIPIENT_COMPLAINT';

const OTHER_QUARANTINES: ReadonlySet<string> = new Set([
  '',
  'BLOCKLIST_REMEDIATION',
  'FORM_ABUSE',
  'HIGH_HARD_BOUNCE_RATE',
  'MULTIPLE_CANCELLED_CAMPAIGNS',
  'ON_LIST_IMPORT',
  'OTHER',
  'SUSPENSION_REMEDIATION',
  'TRUST_SAFETY_REMEDIATION',
  'UNDELIVERABLE_ADDRESS',
]);

/** Whether `hs_email_quarantined_reason` tells of a report of spam by the contact. */
export function complaintOf(value: string): boolean | undefined {
  if (value === REPORTED_SPAM) return true;
  return OTHER_QUARANTINES.has(value) ? false : undefined;
}

/**
 * Two of HubSpot's eight values mean "waiting for the contact" (HubSpot's page on the confirmation status, 2025-06-23),
 * and two that its pages of 2016 and 2017 have and later ones have not.
 */
const PENDING: ReadonlySet<string> = new Set([
  'confirmation pending',
  'confirmation email sent',
  'awaiting double opt in',
  'user has not clicked sent link',
]);

/** `confirmed` follows the click (HubSpot's page of 2016). */
const CLICKED: ReadonlySet<string> = new Set(['confirmed', 'user clicked confirmation']);

const MARKED: ReadonlySet<string> = new Set([
  'hubspot rep. marked confirmed',
  'customer marked confirmed',
  'confirmed from previous behavior',
  'confirmed due to form',
]);

/** One of three words for HubSpot's values of `hs_emailconfirmationstatus`. HubSpot's pages differ in capital letters. */
export function doubleOptInOf(value: string): 'not-required' | 'pending' | 'confirmed' | undefined {
  if (value === '') return 'not-required';
  if (PENDING.has(value.toLowerCase())) return 'pending';
  return confirmationOf(value) === undefined ? undefined : 'confirmed';
}

/** Whether a confirmed double opt-in is the contact's click; `undefined` where the value is none of HubSpot's six. */
export function confirmationOf(value: string): 'clicked' | 'marked' | undefined {
  const word = value.toLowerCase();
  if (CLICKED.has(word)) return 'clicked';
  return MARKED.has(word) ? 'marked' : undefined;
}

const LEGAL_BASES: ReadonlySet<string> = new Set([
  'Freely given consent from contact',
  'Legitimate interest – existing customer',
  'Legitimate interest – prospect/lead',
  'Legitimate interest - other',
  'Not applicable',
  'Performance of a contract',
]);

/** Whether `hs_legal_basis` tells of one or more of HubSpot's six bases, which it separates by semicolons. */
export function hasLegalBasis(value: string): boolean | undefined {
  if (value === '') return false;
  return value.split(';').every((basis) => LEGAL_BASES.has(basis)) ? true : undefined;
}
