import type { Act } from './acts.ts';

const PREFERENCES = 'hubspot/apis.md §1.2, §1.3';
const HISTORY = 'hubspot/apis.md §2.4';
const SETTINGS = 'a setting of the account, hubspot/apis.md §3, §4, §6';

/**
 * What each act rests on. Without it a new act does not compile. What is not in these sources is a named assumption
 * (`assumptions.ts`), or a guess on which nothing depends (`guesses.ts`).
 */
export const ACT_SOURCES: Readonly<Record<Act['act'], string>> = {
  create: 'hubspot/apis.md §2.4, §9',
  'contact-link': `${PREFERENCES}, §2.4`,
  'contact-link-everything': PREFERENCES,
  'contact-preferences': `${PREFERENCES} (Self Service Resubscription)`,
  'contact-resubscription-mail': `${PREFERENCES}, §3 (Self Service Resubscription)`,
  'contact-form': 'hubspot/apis.md §2.6, §3; hubspot/market.md §0; scenarios S3, S6',
  'contact-interest-form': 'hubspot/apis.md §2.6, §3; hubspot/market.md §0; OpenAPI file forms v3',
  'spam-complaint': 'hubspot/apis.md §2.5, §9',
  'hard-bounce': 'hubspot/apis.md §2.1, §2.5',
  'double-opt-in': 'hubspot/apis.md §2.5, §3',
  colleague: `${HISTORY}, §3`,
  'colleague-everything': 'hubspot/apis.md §1.2, §3',
  workflow: `${HISTORY}, §5`,
  import: `${HISTORY}, §3`,
  integration: `${PREFERENCES}, §2.4`,
  unnamed: 'hubspot/apis.md §1.3 (Not specified)',
  'marketing-status': 'hubspot/apis.md §0.3, §4',
  delete: 'hubspot/apis.md §9',
  'privacy-delete': 'hubspot/apis.md §9',
  merge: 'hubspot/apis.md §2.7, §9; community.hubspot.com td-p/824366',
  'change-address': 'hubspot/apis.md §0.5, §1.4',
  property: `${HISTORY}; the scenario names the source`,
  edition: SETTINGS,
  'privacy-settings': SETTINGS,
  'portal-double-opt-in': SETTINGS,
  billing: SETTINGS,
  flow: 'OpenAPI file automation 2026-09-beta',
  'marketing-workflows': 'hubspot/apis.md §5',
};

const CONTACT = '/crm/objects/2026-09/contacts';
const TASK = '/crm/objects/2026-09/tasks';
const STATUS = '/communication-preferences/2026-09/statuses/{subscriberIdString}';
const V3 = '/communication-preferences/v3';
const PROPERTY = '/crm/properties/2026-09/{objectType}';
const FLOW = '/automation/2026-09-beta';
const USER = '/settings/users/2026-03';
const SCHEMA = '/crm-object-schemas/2026-09/schemas';
const RECORD = '/crm/objects/2026-09/{objectType}';
const PAIR = '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch';

/** The shape stands in the file or the fixture that the contract holds the endpoint against; this is for the rest. */
const BY_SOURCE: readonly (readonly [source: string, routes: readonly string[]])[] = [
  [
    'hubspot/apis.md §2.4, §2.5',
    [`GET ${CONTACT}/{contactId}`, `POST ${CONTACT}/batch/read`, `GET ${CONTACT}`],
  ],
  ['hubspot/apis.md §0.3, §2.4, §4', [`PATCH ${CONTACT}/{contactId}`]],
  [
    'hubspot/apis.md §2.7, §9',
    [
      `POST ${CONTACT}`,
      `DELETE ${CONTACT}/{contactId}`,
      `POST ${CONTACT}/gdpr-delete`,
      `POST ${CONTACT}/merge`,
    ],
  ],
  [
    'hubspot/apis.md §7; HubSpot’s guide to CRM search',
    [`POST ${CONTACT}/search`, `POST ${RECORD}/search`],
  ],
  [
    'OpenAPI file tasks 2026-09',
    [`POST ${TASK}`, `GET ${TASK}/{taskId}`, `PATCH ${TASK}/{taskId}`, `POST ${TASK}/batch/read`],
  ],
  [
    'hubspot/apis.md §0, §1',
    [
      'GET /communication-preferences/2026-09/definitions',
      `GET ${STATUS}`,
      `POST ${STATUS}`,
      `GET ${STATUS}/unsubscribe-all`,
      `POST ${STATUS}/unsubscribe-all`,
    ],
  ],
  [
    'hubspot/apis.md §1.2; developers.hubspot.com, legacy/communication-preferences/generate-url-guide',
    ['POST /communication-preferences/2026-09/links/generate'],
  ],
  [
    'hubspot/apis.md §1.3, §1.4',
    [
      `GET ${V3}/definitions`,
      `GET ${V3}/status/email/{emailAddress}`,
      `POST ${V3}/subscribe`,
      `POST ${V3}/unsubscribe`,
    ],
  ],
  [
    'hubspot/apis.md §2.1, §2.2',
    ['GET /email/public/v1/events', 'GET /email/public/v1/subscriptions/timeline'],
  ],
  [
    'hubspot/apis.md §2.3',
    ['GET /events/event-occurrences/2026-09', 'GET /events/event-occurrences/2026-09/event-types'],
  ],
  ['OpenAPI file forms v3', ['GET /marketing/v3/forms', 'GET /marketing/v3/forms/{formId}']],
  [
    'hubspot/apis.md §2.6; scenarios S3, S6',
    [
      'GET /form-integrations/v1/submissions/forms/{formId}',
      'POST /submissions/v3/integration/submit/{portalId}/{formId}',
      'POST /submissions/v3/integration/secure/submit/{portalId}/{formId}',
    ],
  ],
  [
    'hubspot/apis.md §6; OpenAPI file properties 2026-09',
    [
      `GET ${PROPERTY}`,
      `POST ${PROPERTY}`,
      `GET ${PROPERTY}/{propertyName}`,
      `PATCH ${PROPERTY}/{propertyName}`,
      `DELETE ${PROPERTY}/{propertyName}`,
      `POST ${PROPERTY}/batch/read`,
      `POST ${PROPERTY}/batch/create`,
      `POST ${PROPERTY}/batch/archive`,
      `GET ${PROPERTY}/groups`,
      `POST ${PROPERTY}/groups`,
      `GET ${PROPERTY}/groups/{groupName}`,
      `PATCH ${PROPERTY}/groups/{groupName}`,
      `DELETE ${PROPERTY}/groups/{groupName}`,
    ],
  ],
  [
    'hubspot/apis.md §6, §10; HubSpot’s guide to custom objects',
    [
      `GET ${SCHEMA}`,
      `POST ${SCHEMA}`,
      `POST ${SCHEMA}/batch/read`,
      `GET ${SCHEMA}/{objectType}`,
      `PATCH ${SCHEMA}/{objectType}`,
      `DELETE ${SCHEMA}/{objectType}`,
      `POST ${SCHEMA}/{objectType}/associations`,
      `DELETE ${SCHEMA}/{objectType}/associations/{associationIdentifier}`,
      `GET ${RECORD}`,
      `POST ${RECORD}`,
      `GET ${RECORD}/{objectId}`,
      `PATCH ${RECORD}/{objectId}`,
      `DELETE ${RECORD}/{objectId}`,
      `POST ${RECORD}/batch/read`,
      `POST ${RECORD}/batch/create`,
      `POST ${RECORD}/batch/update`,
      `POST ${RECORD}/batch/upsert`,
      `POST ${RECORD}/batch/archive`,
    ],
  ],
  [
    'OpenAPI file associations 2026-09; HubSpot’s guide to associations v4',
    [
      'PUT /crm/objects/2026-09/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}',
      `PUT ${RECORD}/{objectId}/associations/{toObjectType}/{toObjectId}`,
      `DELETE ${RECORD}/{objectId}/associations/{toObjectType}/{toObjectId}`,
      'GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}',
      `POST ${PAIR}/read`,
      `POST ${PAIR}/create`,
      `POST ${PAIR}/associate/default`,
      `POST ${PAIR}/archive`,
      `POST ${PAIR}/labels/archive`,
    ],
  ],
  [
    'hubspot/apis.md §5; OpenAPI file automation 2026-09-beta',
    [
      `GET ${FLOW}/action-types`,
      `GET ${FLOW}/flows`,
      `POST ${FLOW}/flows`,
      `POST ${FLOW}/flows/batch/read`,
      `GET ${FLOW}/flows/{flowId}`,
      `PUT ${FLOW}/flows/{flowId}`,
      `DELETE ${FLOW}/flows/{flowId}`,
    ],
  ],
  [
    'OpenAPI file user provisioning 2026-03',
    [`GET ${USER}`, `GET ${USER}/roles`, `GET ${USER}/teams`, `GET ${USER}/{userId}`],
  ],
  ['hubspot/apis.md §2.4', ['GET /crm/owners/2026-09', 'GET /crm/owners/2026-09/{ownerId}']],
  ['OpenAPI file account info 2026-09', ['GET /account-info/2026-09/details']],
  [
    'hubspot/apis.md §10.4; HubSpot’s page on private apps',
    ['POST /oauth/v2/private-apps/get/access-token-info'],
  ],
];

/** By method and path, as `ROUTES` has them; a test fails on an endpoint that is not here. */
export const ROUTE_SOURCES: ReadonlyMap<string, string> = new Map(
  BY_SOURCE.flatMap(([source, routes]) => routes.map((route) => [route, source] as const)),
);
