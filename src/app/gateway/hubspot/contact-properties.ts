import type { DoubleOptIn } from '../../contract/snapshot.ts';
import type { Change, Subject } from '../../evidence/consent-event.ts';
import { DELIVERABILITY_PROPERTIES, doubleOptInOf } from './deliverability-properties.ts';

/** This product's own property (made by its set-up), which a workflow of the portal waits for. Read with its history: who waits wants to know since when. */
export const MARKETING_REQUEST = 'consent_card_marketing_request';

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
  ...DELIVERABILITY_PROPERTIES,
  'hs_merged_object_ids',
  MARKETING_REQUEST,
] as const;

const OPT_OUT = 'hs_email_optout';
const MARKETING = 'hs_marketable_status';
const SCHEDULE = 'hs_marketable_until_renewal';
const CONFIRMATION = 'hs_emailconfirmationstatus';
const OPT_OUT_OF_TYPE = /^hs_email_optout_(\d{1,18})$/;
const BASIS = 'hs_legal_basis';
const FORM = 'recent_conversion_event_name';

/** The properties whose history tells of consent, for these subscription types. */
export function historyProperties(typeIds: readonly string[]): string[] {
  return [
    'email',
    OPT_OUT,
    MARKETING,
    SCHEDULE,
    CONFIRMATION,
    ...typeIds.map((id) => `${OPT_OUT}_${id}`),
  ];
}

/** Why a contact is a marketing contact, and the reason of a quarantine: told beside another property. */
export const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [MARKETING]: { reason: 'hs_marketable_reason_type', reasonName: 'hs_marketable_reason_id' },
};

/** All properties whose history tells of anything the timeline shows. */
export function evidenceProperties(typeIds: readonly string[]): string[] {
  return [
    ...historyProperties(typeIds),
    'hs_marketable_reason_type',
    'hs_marketable_reason_id',
    'hs_email_hard_bounce_reason_enum',
    'hs_email_bad_address',
    'hs_email_quarantined',
    'hs_email_quarantined_reason',
    'hs_merged_object_ids',
    BASIS,
    FORM,
  ];
}

interface Meaning {
  readonly about: Subject;
  readonly change: Change;
}

/** What a property is about, whatever its value; `undefined` where it tells nothing by itself. A form is told by its id where HubSpot gives one. */
export function subjectOf(property: string, form = ''): Subject | undefined {
  const typeId = OPT_OUT_OF_TYPE.exec(property)?.[1];
  if (typeId !== undefined) return { kind: 'subscription', typeId };
  return property === FORM ? { kind: 'form', form } : SUBJECTS[property];
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  [OPT_OUT]: { kind: 'everything' },
  [MARKETING]: { kind: 'marketing-status' },
  [SCHEDULE]: { kind: 'marketing-schedule' },
  [CONFIRMATION]: { kind: 'double-opt-in' },
  hs_email_hard_bounce_reason_enum: { kind: 'deliverability', of: 'hard-bounce' },
  hs_email_bad_address: { kind: 'deliverability', of: 'bad-address' },
  hs_email_quarantined: { kind: 'deliverability', of: 'quarantine' },
  hs_email_quarantined_reason: { kind: 'deliverability', of: 'spam-complaint' },
  [BASIS]: { kind: 'legal-basis' },
  hs_merged_object_ids: { kind: 'contact' },
  email: { kind: 'contact' },
};

/** What a value of a property says in our words; `undefined` where it says nothing of consent. */
export function meaningOf(property: string, value: string, form?: string): Meaning | undefined {
  const about = subjectOf(property, form ?? value);
  if (about === undefined) return undefined;
  return { about, change: changeOf(about, property, value) };
}

function changeOf({ kind }: Subject, property: string, value: string): Change {
  switch (kind) {
    case 'subscription':
      return yesOrNo(value, 'opted-out', 'opted-in');
    case 'everything':
      return value === 'true' ? 'opted-out' : 'opted-in';
    case 'marketing-status':
      return yesOrNo(value, 'set-marketing', 'set-non-marketing');
    case 'marketing-schedule':
      return value === 'true' ? 'leaving-marketing' : 'staying-marketing';
    case 'double-opt-in':
      return DOUBLE_OPT_IN_CHANGE[doubleOptInOf(value) ?? 'unknown'];
    case 'deliverability':
      return isBlocking(property, value) ? 'blocked' : 'unblocked';
    case 'legal-basis':
      return value === '' ? 'cleared' : 'basis-recorded';
    case 'form':
      return 'submitted';
    case 'contact':
      return property === 'email' ? 'address-changed' : 'merged';
    case 'some-subscription':
      return 'changed';
  }
}

function yesOrNo(value: string, yes: Change, no: Change): Change {
  if (value === 'true') return yes;
  if (value === 'false') return no;
  return value === '' ? 'cleared' : 'changed';
}

function isBlocking(property: string, value: string): boolean {
  switch (property) {
    case 'hs_email_hard_bounce_reason_enum':
      return value !== '';
    case 'hs_email_quarantined_reason':
      return value === 'RECIPIENT_COMPLAINT';
    default:
      return value === 'true';
  }
}

const DOUBLE_OPT_IN_CHANGE: Readonly<Record<DoubleOptIn, Change>> = {
  'not-required': 'cleared',
  pending: 'double-opt-in-pending',
  confirmed: 'double-opt-in-confirmed',
  'marked-confirmed': 'double-opt-in-confirmed',
  unknown: 'changed',
};
