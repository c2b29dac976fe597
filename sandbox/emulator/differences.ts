/**
 * One field of one endpoint in which the sandbox is, knowingly, not as HubSpot's OpenAPI file says. A new
 * difference fails the contract run; so does a row that no longer occurs.
 */
export interface Difference {
  /** As the contract run names it; `any …` is an answer that is the same wherever it is given, and counts once. */
  readonly endpoint: string;
  readonly direction: 'request' | 'response';
  readonly field: string;
  readonly kind: string;
  readonly reason: string;
  readonly source: string;
}

/** The kind of a query parameter that the sandbox takes and that changes nothing, because HubSpot does not say what it does. */
export const NO_EFFECT = 'no effect';

const AUDIT_METADATA = {
  direction: 'request',
  field: '?includeAuditMetadata',
  kind: NO_EFFECT,
  reason:
    'Which fields of a schema are its audit metadata HubSpot’s file does not say; the sandbox keeps nobody who made or changed one.',
  source: 'HubSpot’s file schemas-2026-09',
} as const;

/** A property that was never set is sent as `null`. */
const NEVER_SET = {
  direction: 'response',
  kind: 'type',
  reason:
    'A property that is asked for and was never set is null. HubSpot’s v3 files forget to say so; its dated files and its own client say it.',
  source: 'HubSpot’s file contacts-2026-09; @hubspot/api-client, `SimplePublicObject.properties`',
} as const;

const LIMITED = 'hubspot/apis.md §7: HubSpot’s changelog on limits, and its client';

export const DIFFERENCES: readonly Difference[] = [
  {
    endpoint: 'any refusal',
    direction: 'response',
    field: 'status',
    kind: 'undeclared',
    reason: 'HubSpot’s refusals say `"status": "error"`, which none of its files declares.',
    source: 'hubspot/apis.md §1.4, §7: error envelope, three independent recordings',
  },
  {
    endpoint: 'any 429',
    direction: 'response',
    field: 'category',
    kind: 'missing',
    reason: 'Too many calls are refused in a shape of their own, with `errorType` in its place.',
    source: LIMITED,
  },
  {
    endpoint: 'any 429',
    direction: 'response',
    field: 'errorType',
    kind: 'undeclared',
    reason: 'Stands where other refusals have `category`.',
    source: LIMITED,
  },
  {
    endpoint: 'any 429',
    direction: 'response',
    field: 'policyName',
    kind: 'undeclared',
    reason: 'Says which limit was met; HubSpot’s own client reads it.',
    source: LIMITED,
  },
  {
    endpoint: 'any 429',
    direction: 'response',
    field: 'status',
    kind: 'undeclared',
    reason: 'As in every refusal.',
    source: LIMITED,
  },
  {
    endpoint: 'any dated batch',
    direction: 'response',
    field: '207',
    kind: 'status',
    reason:
      'A batch of which a part failed is answered 207. HubSpot’s v3 files declare it; its dated files took the fields (`errors`, `numErrors`) into the plain answer and left the status out, in every batch alike. Which one is sent needs a real account.',
    source:
      'hubspot/apis.md §1.1, §7; HubSpot’s page on error handling; HubSpot’s file contacts-v3',
  },
  {
    endpoint:
      'GET /communication-preferences/2026-09/statuses/{subscriberIdString}/unsubscribe-all',
    direction: 'request',
    field: '?verbose',
    kind: NO_EFFECT,
    reason:
      'HubSpot’s file declares it for the read too and says nothing of its effect; the page on the write says what it does there.',
    source: 'HubSpot’s file communication-preferences-2026-09; hubspot/apis.md §1.3',
  },
  { endpoint: 'GET /crm-object-schemas/2026-09/schemas', ...AUDIT_METADATA },
  { endpoint: 'GET /crm-object-schemas/2026-09/schemas/{objectType}', ...AUDIT_METADATA },
  { endpoint: 'GET /crm/v3/objects/contacts', field: 'results[].properties.*', ...NEVER_SET },
  { endpoint: 'GET /crm/v3/objects/contacts/{contactId}', field: 'properties.*', ...NEVER_SET },
  {
    endpoint: 'POST /crm/v3/objects/contacts/batch/read',
    field: 'results[].properties.*',
    ...NEVER_SET,
  },
  {
    endpoint: 'POST /crm/v3/objects/contacts/search',
    field: 'results[].properties.*',
    ...NEVER_SET,
  },
  { endpoint: 'GET /crm/v3/objects/{objectType}', field: 'results[].properties.*', ...NEVER_SET },
  { endpoint: 'GET /crm/v3/objects/{objectType}/{objectId}', field: 'properties.*', ...NEVER_SET },
  {
    endpoint: 'POST /crm/v3/objects/{objectType}/batch/read',
    field: 'results[].properties.*',
    ...NEVER_SET,
  },
  {
    endpoint: 'POST /crm/v3/objects/{objectType}/search',
    field: 'results[].properties.*',
    ...NEVER_SET,
  },
];

/** Fields of requests that HubSpot declares and the sandbox takes without doing anything with them. */
interface UnusedFields {
  /** As the emulator's route is spelled. */
  readonly endpoint: string;
  readonly fields: readonly string[];
  readonly reason: string;
}

const SUBMITTED = [
  'fields[].objectTypeId',
  'submittedAt',
  'context',
  'skipValidation',
  'legalConsentOptions.consent.consentToProcess',
  'legalConsentOptions.consent.text',
  'legalConsentOptions.consent.communications[].text',
];
const OF_A_SUBMISSION =
  'A submission is kept as what was typed, at the time it came; HubSpot itself shows no word of consent with it.';

/** `npm run contract` fails on a field that changes nothing and is not here, and on one that does and is. */
export const UNUSED_FIELDS: readonly UnusedFields[] = [
  {
    endpoint: 'POST /crm-object-schemas/2026-09/schemas',
    fields: [
      'properties[].externalOptionsReferenceType',
      'properties[].numberDisplayHint',
      'properties[].optionSortStrategy',
      'properties[].searchableInGlobalSearch',
      'properties[].textDisplayHint',
      'shouldCreateSameObjectAssociation',
    ],
    reason:
      'How HubSpot’s pages show and find values, which no answer tells; v3 alone has an association of an object with itself.',
  },
  {
    endpoint: 'POST /crm-object-schemas/2026-09/schemas/batch/read',
    fields: ['includeAuditMetadata'],
    reason: AUDIT_METADATA.reason,
  },
  {
    endpoint: 'PATCH /crm-object-schemas/2026-09/schemas/{objectType}',
    fields: ['restorable'],
    reason: 'Nothing is restored here.',
  },
  {
    endpoint: 'POST /submissions/v3/integration/submit/{portalId}/{formId}',
    fields: SUBMITTED,
    reason: OF_A_SUBMISSION,
  },
  {
    endpoint: 'POST /submissions/v3/integration/secure/submit/{portalId}/{formId}',
    fields: SUBMITTED,
    reason: OF_A_SUBMISSION,
  },
  {
    endpoint: 'POST /automation/2026-09-beta/flows/batch/read',
    fields: ['inputs[].type'],
    reason: 'HubSpot lists one kind of id.',
  },
  {
    endpoint: 'PUT /automation/2026-09-beta/flows/{flowId}',
    fields: ['customProperties'],
    reason: 'Kept with the workflow; an empty one is the same as none.',
  },
];

/** Values that HubSpot lists for a field of a request and the sandbox refuses wherever they stand. */
interface RefusedValues {
  readonly field: string;
  readonly values: readonly string[];
  readonly reason: string;
}

export const REFUSED_VALUES: readonly RefusedValues[] = [
  {
    field: 'associationCategory',
    values: ['INTEGRATOR_DEFINED', 'WORK'],
    reason: 'No account here has associations that another app or HubSpot’s own teams defined.',
  },
  {
    field: 'dataSensitivity',
    values: ['highly_sensitive', 'sensitive'],
    reason: 'The sandbox keeps no sensitive data: answered 501.',
  },
];
