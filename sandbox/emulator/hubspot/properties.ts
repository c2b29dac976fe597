import { TYPES } from './portals.ts';

/** Contact properties this portal has. HubSpot ignores a name it does not know and sends `null` for one never set. */
const KNOWN: ReadonlySet<string> = new Set([
  'email',
  'firstname',
  'lastname',
  'company',
  'jobtitle',
  'hs_additional_emails',
  'hs_email_optout',
  'hs_marketable_status',
  'hs_marketable_until_renewal',
  'hs_marketable_reason_type',
  'hs_marketable_reason_id',
  'hs_emailconfirmationstatus',
  'hs_email_bad_address',
  'hs_email_hard_bounce_reason_enum',
  'hs_email_quarantined',
  'hs_email_quarantined_reason',
  'hs_legal_basis',
  'recent_conversion_event_name',
  ...TYPES.map(({ id }) => `hs_email_optout_${id}`),
]);

/** HubSpot fills these in itself. */
const COMPUTED = new Set(['hs_object_id', 'createdate', 'lastmodifieddate']);

export function isKnownProperty(name: string): boolean {
  return KNOWN.has(name) || COMPUTED.has(name);
}

/** Properties the API may not write: HubSpot answers `READ_ONLY_VALUE`. */
export function isReadOnly(name: string): boolean {
  return COMPUTED.has(name) || /^hs_(email_|marketable_)/.test(name);
}

export const DEFAULT_PROPERTIES = [
  'createdate',
  'email',
  'firstname',
  'hs_object_id',
  'lastmodifieddate',
  'lastname',
];
