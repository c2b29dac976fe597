/** A property of contacts as the team's notes have it (hubspot/apis.md §2.5, a third party's dump of a real portal). */
interface KnownProperty {
  readonly name: string;
  /** Absent where no more than the name is known. */
  readonly type?: string;
  readonly fieldType?: string;
  /** All its values, where it has a list of them. */
  readonly values?: readonly string[];
  readonly isWritable?: true;
}

const YES_NO = ['false', 'true'];
const CUSTOMER_QUARANTINE = [
  'BLOCKLIST_REMEDIATION',
  'SUSPENSION_REMEDIATION',
  'TRUST_SAFETY_REMEDIATION',
];

export const CONTACT_PROPERTIES: readonly KnownProperty[] = [
  { name: 'hs_email_optout', type: 'bool', fieldType: 'booleancheckbox', values: YES_NO },
  ...['501', '502', '503', '504', '505'].map((typeId) => ({
    name: `hs_email_optout_${typeId}`,
    type: 'enumeration',
    values: YES_NO,
  })),
  { name: 'hs_email_optout_survey_reason' },
  ...['hs_marketable_status', 'hs_marketable_until_renewal'].map((name) => ({
    name,
    type: 'enumeration',
    fieldType: 'booleancheckbox',
    values: YES_NO,
  })),
  {
    name: 'hs_marketable_reason_type',
    type: 'enumeration',
    fieldType: 'select',
    values: [
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
    ],
  },
  { name: 'hs_marketable_reason_id', type: 'string' },
  {
    name: 'hs_legal_basis',
    type: 'enumeration',
    fieldType: 'checkbox',
    values: [
      'Freely given consent from contact',
      'Legitimate interest - other',
      'Legitimate interest – existing customer',
      'Legitimate interest – prospect/lead',
      'Not applicable',
      'Performance of a contract',
    ],
    isWritable: true,
  },
  {
    name: 'hs_emailconfirmationstatus',
    type: 'enumeration',
    fieldType: 'select',
    values: [
      'Confirmation Email Sent',
      'Confirmation Pending',
      'Confirmed',
      'Confirmed due to form',
      'Confirmed from previous behavior',
      'Customer marked confirmed',
      'HubSpot Rep. marked confirmed',
      'User clicked confirmation',
    ],
  },
  { name: 'hs_email_bad_address', type: 'bool', values: YES_NO },
  {
    name: 'hs_email_hard_bounce_reason_enum',
    type: 'enumeration',
    values: ['CONTENT', 'MAILBOX_FULL', 'OTHER', 'POLICY', 'SPAM', 'UNKNOWN_USER'],
  },
  { name: 'hs_email_hard_bounce_reason', type: 'string' },
  { name: 'hs_email_quarantined', type: 'bool', values: YES_NO },
  {
    name: 'hs_email_quarantined_reason',
    type: 'enumeration',
    values: [
      ...CUSTOMER_QUARANTINE,
      'FORM_ABUSE',
      'HIGH_HARD_BOUNCE_RATE',
      'MULTIPLE_CANCELLED_CAMPAIGNS',
      'ON_LIST_IMPORT',
      'OTHER',
      'RECIPIENT_COMPLAINT',
      'UNDELIVERABLE_ADDRESS',
    ],
  },
  {
    name: 'hs_email_customer_quarantined_reason',
    type: 'enumeration',
    values: CUSTOMER_QUARANTINE,
  },
  { name: 'hs_quarantined_emails', type: 'string', fieldType: 'textarea' },
  { name: 'hs_email_recipient_fatigue_recovery_time', type: 'datetime' },
  { name: 'hs_email_is_ineligible' },
  { name: 'hs_additional_emails', type: 'string' },
];
