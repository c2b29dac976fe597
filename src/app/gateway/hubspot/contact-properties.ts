import type { Change, Subject } from '../../evidence/consent-event.ts';

/**
 * HubSpot's names for what we read of a contact (hubspot/apis.md §2.5). That the opt-out property of a
 * type mirrors its subscription status, with a version for each change, needs a real account to confirm.
 */
export const CONTACT_PROPERTIES = [
  'email',
  'hs_additional_emails',
  'hs_marketable_status',
  'hs_marketable_until_renewal',
  'hs_marketable_reason_type',
  'hs_marketable_reason_id',
  'hs_emailconfirmationstatus',
  'hs_email_hard_bounce_reason_enum',
  'hs_email_bad_address',
  'hs_email_quarantined',
  'hs_email_quarantined_reason',
] as const;

/** Read with its history: when the contact reported spam decides whether they have come back since. */
export const QUARANTINE_REASON = 'hs_email_quarantined_reason';

/** HubSpot's quarantine reason for a report of spam by the recipient (hubspot/apis.md §2.5). */
export const REPORTED_SPAM = 'RECIPIENT_COMPLAINT';

const OPT_OUT = 'hs_email_optout';
const MARKETING = 'hs_marketable_status';
const CONFIRMATION = 'hs_emailconfirmationstatus';
const OPT_OUT_OF_TYPE = /^hs_email_optout_(\d{1,18})$/;

/** The properties whose history tells of consent, for these subscription types. */
export function historyProperties(typeIds: readonly string[]): string[] {
  return [OPT_OUT, MARKETING, CONFIRMATION, ...typeIds.map((id) => `${OPT_OUT}_${id}`)];
}

/** What a value of a property says in our words; `undefined` where it says nothing of consent. */
export function meaningOf(
  property: string,
  value: string,
): { readonly about: Subject; readonly change: Change } | undefined {
  const typeId = OPT_OUT_OF_TYPE.exec(property)?.[1];
  if (typeId !== undefined) {
    return { about: { kind: 'subscription', typeId }, change: optOutChange(value) };
  }
  switch (property) {
    case OPT_OUT:
      return { about: { kind: 'everything' }, change: optOutChange(value) };
    case MARKETING:
      return {
        about: { kind: 'marketing-status' },
        change: value === 'true' ? 'set-marketing' : 'set-non-marketing',
      };
    case CONFIRMATION:
      return {
        about: { kind: 'double-opt-in' },
        change:
          value === ''
            ? 'cleared'
            : PENDING.has(value.toLowerCase())
              ? 'double-opt-in-pending'
              : 'double-opt-in-confirmed',
      };
    default:
      return undefined;
  }
}

function optOutChange(value: string): Change {
  if (value === 'true') return 'opted-out';
  return value === 'false' ? 'opted-in' : 'cleared';
}

/** Two of HubSpot's eight values mean "waiting for the contact" (HubSpot's page on the confirmation status). */
const PENDING: ReadonlySet<string> = new Set(['confirmation pending', 'confirmation email sent']);

const CONFIRMED: ReadonlySet<string> = new Set([
  'confirmed',
  'user clicked confirmation',
  'hubspot rep. marked confirmed',
  'customer marked confirmed',
  'confirmed from previous behavior',
  'confirmed due to form',
]);

/** One of three words for HubSpot's eight values, and `unknown` for a ninth. */
export function doubleOptInOf(
  value: string | null | undefined,
): 'not-required' | 'pending' | 'confirmed' | 'unknown' {
  if (value === undefined) return 'unknown';
  if (value === null || value === '') return 'not-required';
  if (PENDING.has(value.toLowerCase())) return 'pending';
  return CONFIRMED.has(value.toLowerCase()) ? 'confirmed' : 'unknown';
}
