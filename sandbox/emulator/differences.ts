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
