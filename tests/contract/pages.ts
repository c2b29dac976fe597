import type { Act } from '../../sandbox/emulator/hubspot/acts.ts';
import type { Request } from './calls/call.ts';
import { record, SCHEMA, TYPE } from './calls/custom-objects.ts';
import { eachIn, fieldIn, type Answer } from './emulator.ts';

/** What is done between two pages: a call through the API, or an act of somebody in the account. */
export type Step = Request | { readonly act: Act };

/** A list that is read page by page, one row at a time. */
export interface PagedList {
  /** Method and path of the route, as the emulator spells it. */
  readonly of: string;
  /** Where the cursor stands: a parameter of the query, or a field of the body. */
  readonly cursor: 'after' | 'offset' | 'body' | 'input';
  readonly portalId?: number;
  readonly before?: readonly Request[];
  /** One row a page. */
  readonly path: string;
  readonly body?: object;
  /** What tells the rows of a page apart. */
  readonly rows: (answer: Answer) => unknown[];
  /** The cursor of the next page; undefined on the last. */
  readonly next: (answer: Answer) => string | undefined;
  /** Takes a row away; absent where no call and nobody can. */
  readonly takeAway?: (row: string) => Step;
  /** Adds a row before all others; absent where it would come last. */
  readonly addFirst?: Step;
}

const CONTACTS = '/crm/objects/2026-09/contacts';
const RECORDS = `/crm/objects/2026-09/${TYPE}`;
const ANY = '/crm/objects/2026-09/{objectType}';
const ASSOCIATIONS = '/crm/v4/objects/contacts/104/associations';
const FLOWS = '/automation/2026-09-beta/flows';
const FORM = 'f0000000-0000-4000-8000-000000000001';
const EVENTS = '/events/event-occurrences/2026-09';
const SUBMISSIONS = '/form-integrations/v1/submissions/forms';
const BERLIN = 1002;

const ids = ({ body }: Answer) => eachIn(body, 'results', 'id');
const after = ({ body }: Answer) => textIn(body, 'paging', 'next', 'after');
const remove = (path: string) => (row: string) =>
  ({ method: 'DELETE', path: `${path}/${row}` }) as const;

/** Three records, 50001 to 50003, all of them associated with contact 104. */
const THREE: Request[] = [
  SCHEMA,
  ...[1, 2, 3].map((n) => record(`104:${String(n)}`)),
  ...[1, 2, 3].map((n): Request => ({
    method: 'PUT',
    path: `${RECORDS}/5000${String(n)}/associations/default/contacts/104`,
  })),
];
const FLOW = {
  name: 'One more',
  type: 'CONTACT_FLOW',
  flowType: 'WORKFLOW',
  objectTypeId: '0-1',
  isEnabled: false,
  actions: [],
  blockedDates: [],
  timeWindows: [],
  customProperties: {},
  dataSources: [],
  suppressionListIds: [],
  canEnrollFromSalesforce: false,
};
const SEARCH = {
  filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'HAS_PROPERTY' }] }],
  properties: [],
  sorts: [],
  limit: 1,
  after: '0',
};

/** Rows that go with the contact whose address they are of, which stands in them. */
const erased = (row: string): Request => ({
  method: 'POST',
  path: `${CONTACTS}/gdpr-delete`,
  body: { objectId: /contact-(\d+)@/.exec(row)?.[1] ?? '' },
});

/** A list of HubSpot's first version, newest first. */
function legacy(path: string, list: 'events' | 'timeline', ...id: readonly (string | number)[]) {
  return {
    cursor: 'offset',
    path: `${path}?limit=1`,
    rows: ({ body }: Answer) =>
      rowsIn(body, list).map(
        (row) => `${textIn(row, ...id) ?? ''} ${textIn(row, 'recipient') ?? ''}`,
      ),
    next: ({ body }: Answer) =>
      fieldIn(body, 'hasMore') === true ? textIn(body, 'offset') : undefined,
    takeAway: erased,
    addFirst: { act: { act: 'contact-link', contactId: '126', typeId: '501' } },
  } as const;
}

export const PAGED_LISTS: readonly PagedList[] = [
  {
    of: `GET ${CONTACTS}`,
    cursor: 'after',
    path: `${CONTACTS}?limit=1`,
    rows: ids,
    next: after,
    takeAway: remove(CONTACTS),
  },
  {
    of: `GET ${ANY}`,
    cursor: 'after',
    before: THREE,
    path: `${RECORDS}?limit=1`,
    rows: ids,
    next: after,
    takeAway: remove(RECORDS),
  },
  {
    of: 'GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}',
    cursor: 'after',
    before: THREE,
    path: `${ASSOCIATIONS}/${TYPE}?limit=1`,
    rows: ({ body }) => eachIn(body, 'results', 'toObjectId'),
    next: after,
    takeAway: remove(RECORDS),
  },
  {
    of: `GET ${FLOWS}`,
    cursor: 'after',
    before: [{ method: 'POST', path: FLOWS, body: FLOW }],
    path: `${FLOWS}?limit=1`,
    rows: ids,
    next: after,
    takeAway: remove(FLOWS),
  },
  {
    of: `GET ${EVENTS}`,
    cursor: 'after',
    path: `${EVENTS}?objectType=contact&objectId=105&limit=1`,
    rows: ids,
    next: after,
    addFirst: { act: { act: 'contact-link', contactId: '105', typeId: '503' } },
  },
  {
    of: 'GET /email/public/v1/events',
    ...legacy('/email/public/v1/events', 'events', 'id'),
  },
  {
    of: 'GET /email/public/v1/subscriptions/timeline',
    ...legacy(
      '/email/public/v1/subscriptions/timeline',
      'timeline',
      ...['changes', 0, 'causedByEvent', 'id'],
    ),
  },
  {
    of: `GET ${SUBMISSIONS}/{formId}`,
    cursor: 'after',
    portalId: BERLIN,
    path: `${SUBMISSIONS}/${FORM}?limit=1`,
    rows: ({ body }) =>
      rowsIn(body, 'results').map(
        (row) => `${textIn(row, 'conversionId') ?? ''} ${JSON.stringify(fieldIn(row, 'values'))}`,
      ),
    next: after,
    takeAway: erased,
    addFirst: { act: { act: 'contact-form', contactId: '206', typeId: '502', ticked: false } },
  },
  // Nothing is ever taken out of these: no call that is emulated makes or ends a form, an owner or a user.
  {
    of: 'GET /marketing/v3/forms',
    cursor: 'after',
    path: '/marketing/v3/forms?limit=1',
    rows: ids,
    next: after,
  },
  {
    of: 'GET /crm/owners/2026-09',
    cursor: 'after',
    path: '/crm/owners/2026-09?limit=1',
    rows: ids,
    next: after,
  },
  {
    of: 'GET /settings/users/2026-03',
    cursor: 'after',
    path: '/settings/users/2026-03?limit=1',
    rows: ids,
    next: after,
  },
  // The cursor of a search is a place in what is found (HubSpot's guide to CRM search).
  {
    of: `POST ${CONTACTS}/search`,
    cursor: 'body',
    path: `${CONTACTS}/search`,
    body: SEARCH,
    rows: ids,
    next: after,
  },
  {
    of: `POST ${ANY}/search`,
    cursor: 'body',
    before: THREE,
    path: `${RECORDS}/search`,
    body: SEARCH,
    rows: ids,
    next: after,
  },
  // HubSpot shows 500 of one record at a time, so the first page is the last here.
  {
    of: 'POST /crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/read',
    cursor: 'input',
    before: THREE,
    path: `/crm/associations/2026-09/contacts/${TYPE}/batch/read`,
    body: { inputs: [{ id: '104' }] },
    rows: ({ body }) => eachIn(fieldIn(body, 'results', 0), 'to', 'toObjectId'),
    next: () => undefined,
  },
];

/** The call that asks for the page at a cursor; for the first page where there is none. */
export function pageAt({ of, cursor, path, body }: PagedList, at: string | undefined): Request {
  const method = of.split(' ')[0] as Request['method'];
  if (at === undefined) return { method, path, body };
  switch (cursor) {
    case 'body':
      return { method, path, body: { ...body, after: at } };
    case 'input':
      return { method, path, body: { inputs: [{ id: '104', after: at }] } };
    case 'after':
    case 'offset':
      return { method, path: `${path}&${cursor}=${encodeURIComponent(at)}` };
  }
}

function rowsIn(body: unknown, list: string): unknown[] {
  const rows = fieldIn(body, list);
  return Array.isArray(rows) ? rows : [];
}

function textIn(body: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = fieldIn(body, ...path);
  return typeof value === 'string' ? value : undefined;
}
