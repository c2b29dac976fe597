import { EDITIONS } from './editions.ts';
import type { PortalData } from './entities.ts';

/** A contact property as the portal defines it; names and types after hubspot/apis.md §2.5 (a third party's dump). */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'bool' | 'enumeration' | 'datetime' | 'number';
  readonly fieldType: string;
  readonly isReadOnly: boolean;
  readonly options: readonly string[];
}

const YES_NO = ['true', 'false'];

const ALWAYS: readonly PropertyDefinition[] = [
  text('email', 'Email'),
  text('firstname', 'First name'),
  text('lastname', 'Last name'),
  {
    ...choice('hs_language', 'Preferred language', [
      ...['de', 'en', 'en-gb', 'en-us', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pt', 'pt-br'],
      ...['zh-cn', 'zh-tw'],
    ]),
    isReadOnly: false,
  },
  text('company', 'Company name'),
  text('jobtitle', 'Job title'),
  { ...text('hs_additional_emails', 'Additional email addresses'), isReadOnly: true },
  { ...text('hs_merged_object_ids', 'Merged record IDs'), isReadOnly: true },
  { ...text('recent_conversion_event_name', 'Recent conversion'), isReadOnly: true },
  computed('hs_object_id', 'Record ID', 'string'),
  computed('createdate', 'Create date', 'datetime'),
  computed('lastmodifieddate', 'Last modified date', 'datetime'),
  { ...computed('hs_email_optout', 'Unsubscribed from all email', 'bool'), options: YES_NO },
  choice('hs_marketable_status', 'Marketing contact status', YES_NO),
  choice('hs_marketable_until_renewal', 'Marketing contact until next update', YES_NO),
  choice('hs_marketable_reason_type', 'Marketing contact status source type', [
    'AD',
    'CONTACT_IMPORT',
    'CONVERSATION',
    'EMAIL',
    'FORM_SUBMISSION',
    'INITIAL_STATE',
    'INTEGRATOR_SET',
    'SAMPLE_CONTACT',
    'USER_SET',
    'WORKFLOW',
  ]),
  { ...text('hs_marketable_reason_id', 'Marketing contact status source'), isReadOnly: true },
  choice('hs_emailconfirmationstatus', 'Email confirmation status', [
    'Confirmation Email Sent',
    'Confirmation Pending',
    'Confirmed',
    'Confirmed due to form',
    'Confirmed from previous behavior',
    'Customer marked confirmed',
    'HubSpot Rep. marked confirmed',
    'User clicked confirmation',
  ]),
  { ...computed('hs_email_bad_address', 'Invalid email address', 'bool'), options: YES_NO },
  choice('hs_email_hard_bounce_reason_enum', 'Email hard bounce reason', [
    'CONTENT',
    'MAILBOX_FULL',
    'OTHER',
    'POLICY',
    'SPAM',
    'UNKNOWN_USER',
  ]),
  computed('hs_email_hard_bounce_reason', 'Email hard bounce reason, as text', 'string'),
  { ...computed('hs_email_quarantined', 'Email address quarantined', 'bool'), options: YES_NO },
  choice('hs_email_quarantined_reason', 'Email address quarantine reason', [
    'BLOCKLIST_REMEDIATION',
    'FORM_ABUSE',
    'HIGH_HARD_BOUNCE_RATE',
    'MULTIPLE_CANCELLED_CAMPAIGNS',
    'ON_LIST_IMPORT',
    'OTHER',
    'RECIPIENT_COMPLAINT',
    'SUSPENSION_REMEDIATION',
    'TRUST_SAFETY_REMEDIATION',
    'UNDELIVERABLE_ADDRESS',
  ]),
  choice('hs_email_customer_quarantined_reason', 'Email address customer quarantine reason', [
    'BLOCKLIST_REMEDIATION',
    'SUSPENSION_REMEDIATION',
    'TRUST_SAFETY_REMEDIATION',
  ]),
  {
    ...computed('hs_quarantined_emails', 'Quarantined emails', 'string'),
    fieldType: 'textarea',
  },
  computed('hs_email_recipient_fatigue_recovery_time', 'Email fatigue recovery time', 'datetime'),
  { ...computed('hs_email_is_ineligible', 'Is not eligible for email', 'bool'), options: YES_NO },
  computed('hs_email_sends_since_last_engagement', 'Sends since last engagement', 'number'),
  computed('hs_email_first_open_date', 'First marketing email open date', 'datetime'),
  computed('hs_email_first_click_date', 'First marketing email click date', 'datetime'),
  {
    ...choice('hs_legal_basis', 'Legal basis for processing contact’s data', [
      'Freely given consent from contact',
      'Legitimate interest – existing customer',
      'Legitimate interest – prospect/lead',
      'Legitimate interest - other',
      'Not applicable',
      'Performance of a contract',
    ]),
    isReadOnly: false,
  },
];

/**
 * The properties that HubSpot itself gives a portal's contacts. Each subscription type brings one of its own;
 * a plan without marketing contacts has no marketing properties (hubspot/apis.md §2.5, §4).
 */
export function contactBuiltIns({ settings, types }: PortalData): readonly PropertyDefinition[] {
  const { marketingContacts } = EDITIONS[settings.edition];
  return [
    ...ALWAYS.filter(({ name }) => marketingContacts || !name.startsWith(MARKETING)),
    ...types.map(({ id, name }) =>
      choice(`hs_email_optout_${id}`, `Opted out of email: ${name}`, YES_NO),
    ),
  ];
}

const MARKETING = 'hs_marketable_';

export const DEFAULT_PROPERTIES = [
  'createdate',
  'email',
  'firstname',
  'hs_object_id',
  'lastmodifieddate',
  'lastname',
];

function text(name: string, label: string): PropertyDefinition {
  return { name, label, type: 'string', fieldType: 'text', isReadOnly: false, options: [] };
}

function choice(name: string, label: string, options: readonly string[]): PropertyDefinition {
  return { name, label, type: 'enumeration', fieldType: 'select', isReadOnly: true, options };
}

function computed(
  name: string,
  label: string,
  type: 'string' | 'bool' | 'datetime' | 'number',
): PropertyDefinition {
  const fieldType = { string: 'text', bool: 'booleancheckbox', datetime: 'date', number: 'number' }[
    type
  ];
  return { name, label, type, fieldType, isReadOnly: true, options: [] };
}
