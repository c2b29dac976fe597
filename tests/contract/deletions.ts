import type { Request } from './calls/call.ts';
import { record, SCHEMA, TYPE } from './calls/custom-objects.ts';
import { eachIn, fieldIn, type Answer } from './emulator.ts';

/** One way to look for a thing. */
interface Look extends Request {
  readonly isThere: (answer: Answer) => boolean;
}

/** Something that can be taken away, how it is looked for, and how it is looked for among what was taken away. */
interface Thing {
  readonly what: string;
  readonly before: readonly Request[];
  readonly takenAway: Request;
  readonly looks: readonly Look[];
  readonly archivedLooks?: readonly Look[];
}

const OBJECTS = '/crm/objects/2026-09';
export const CONTACTS = `${OBJECTS}/contacts`;
const RECORDS = `${OBJECTS}/${TYPE}`;
const PROPERTIES = '/crm/properties/2026-09/contacts';
const SCHEMAS = '/crm-object-schemas/2026-09/schemas';
const FLOWS = '/automation/2026-09-beta/flows';

const isRead = ({ status }: Answer) => status === 200;
const isRow =
  (value: string, field = 'id') =>
  ({ body }: Answer) =>
    eachIn(body, 'results', field).includes(value);
const isFound = ({ body }: Answer) => fieldIn(body, 'total') !== 0;
const isAssociated = ({ body }: Answer) => fieldIn(body, 'associations') !== undefined;
const is207 = ({ status }: Answer) => status !== 207;

export const get = (path: string, isThere: Look['isThere'] = isRead): Look => ({
  method: 'GET',
  path,
  isThere,
});
const post = (path: string, body: unknown, isThere: Look['isThere']): Look => ({
  method: 'POST',
  path,
  body,
  isThere,
});
const batchRead = (path: string, id: string) =>
  post(path, { properties: [], propertiesWithHistory: [], inputs: [{ id }] }, is207);
export const search = (path: string, propertyName: string, value: string) =>
  post(
    `${path}/search`,
    {
      filterGroups: [{ filters: [{ propertyName, operator: 'EQ', value }] }],
      properties: [],
      sorts: [],
      limit: 10,
      after: '0',
    },
    isFound,
  );

/** A record that is associated with contact 104. */
export const LINKED: Request[] = [
  SCHEMA,
  record('104:1'),
  { method: 'PUT', path: `${RECORDS}/50001/associations/default/contacts/104` },
];
const CONTACT_LOOKS = [
  get(`${CONTACTS}/104`),
  get(`${CONTACTS}/contact-104%40example.com?idProperty=email`),
  get(`${CONTACTS}?limit=100`, isRow('104')),
  batchRead(`${CONTACTS}/batch/read`, '104'),
  search(CONTACTS, 'email', 'contact-104@example.com'),
  get(`${RECORDS}/50001?associations=contacts`, isAssociated),
  get(`/crm/v4/objects/${TYPE}/50001/associations/contacts`, isRow('104', 'toObjectId')),
  post(
    `/crm/associations/2026-09/${TYPE}/contacts/batch/read`,
    { inputs: [{ id: '50001' }] },
    is207,
  ),
];
const TASK: Request = {
  method: 'POST',
  path: `${OBJECTS}/tasks`,
  body: {
    properties: { hs_timestamp: '2026-11-25T00:00:00.000Z', hs_task_subject: 'Ask' },
    associations: [
      {
        to: { id: '104' },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }],
      },
    ],
  },
};
const ASKED = {
  name: 'asked',
  label: 'Asked',
  type: 'string',
  fieldType: 'text',
  groupName: 'consent_card',
};
const GROUP: Request = {
  method: 'POST',
  path: `${PROPERTIES}/groups`,
  body: { name: 'consent_card', label: 'Consent Card' },
};
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
const definitions = { archived: false, dataSensitivity: 'non_sensitive' };

/** Everything that a call can take away, and every way in which another call could still show it. */
export const THINGS: readonly Thing[] = [
  {
    what: 'a contact',
    before: LINKED,
    takenAway: { method: 'DELETE', path: `${CONTACTS}/104` },
    looks: CONTACT_LOOKS,
    archivedLooks: [
      get(`${CONTACTS}/104?archived=true`),
      get(`${CONTACTS}/contact-104%40example.com?archived=true&idProperty=email`),
      get(`${CONTACTS}?archived=true`, isRow('104')),
      batchRead(`${CONTACTS}/batch/read?archived=true`, '104'),
    ],
  },
  {
    what: 'a contact under privacy law',
    before: LINKED,
    takenAway: { method: 'POST', path: `${CONTACTS}/gdpr-delete`, body: { objectId: '104' } },
    looks: CONTACT_LOOKS,
  },
  {
    what: 'a contact that is merged into another',
    before: LINKED,
    takenAway: {
      method: 'POST',
      path: `${CONTACTS}/merge`,
      body: { primaryObjectId: '106', objectIdToMerge: '104' },
    },
    // Its id leads to the other, which also has its associations: an assumption each.
    looks: CONTACT_LOOKS.filter(({ path }) => !/(batch\/read|contacts\/104|=contacts)$/.test(path)),
  },
  {
    what: 'a record',
    before: LINKED,
    takenAway: { method: 'DELETE', path: `${RECORDS}/50001` },
    looks: [
      get(`${RECORDS}/50001`),
      get(`${RECORDS}/104:1?idProperty=position`),
      get(RECORDS, isRow('50001')),
      batchRead(`${RECORDS}/batch/read`, '50001'),
      search(RECORDS, 'position', '104:1'),
      get(`${CONTACTS}/104?associations=p_consent_entry`, isAssociated),
      get(`${CONTACTS}?limit=1&associations=p_consent_entry`, ({ body }) =>
        isAssociated({ status: 200, body: fieldIn(body, 'results', 0) }),
      ),
      get(`/crm/v4/objects/contacts/104/associations/${TYPE}`, isRow('50001', 'toObjectId')),
    ],
    archivedLooks: [
      get(`${RECORDS}/50001?archived=true`),
      get(`${RECORDS}?archived=true`, isRow('50001')),
      batchRead(`${RECORDS}/batch/read?archived=true`, '50001'),
    ],
  },
  {
    what: 'several records at once',
    before: LINKED,
    takenAway: {
      method: 'POST',
      path: `${RECORDS}/batch/archive`,
      body: { inputs: [{ id: '50001' }] },
    },
    looks: [get(`${RECORDS}/50001`), search(RECORDS, 'position', '104:1')],
  },
  {
    what: 'a task',
    before: [TASK],
    takenAway: { method: 'DELETE', path: `${OBJECTS}/tasks/50001` },
    looks: [
      get(`${OBJECTS}/tasks/50001`),
      get(`${OBJECTS}/tasks`, isRow('50001')),
      batchRead(`${OBJECTS}/tasks/batch/read`, '50001'),
      search(`${OBJECTS}/tasks`, 'hs_task_subject', 'Ask'),
      get('/crm/v4/objects/contacts/104/associations/tasks', isRow('50001', 'toObjectId')),
    ],
    archivedLooks: [get(`${OBJECTS}/tasks/50001?archived=true`)],
  },
  {
    what: 'an association',
    before: LINKED,
    takenAway: { method: 'DELETE', path: `${RECORDS}/50001/associations/contacts/104` },
    looks: CONTACT_LOOKS.slice(-3),
  },
  {
    what: 'a way to be associated',
    // With a second way between the two types, so that it is not the last that is taken away.
    before: [
      ...LINKED,
      {
        method: 'POST',
        path: `${SCHEMAS}/${TYPE}/associations`,
        body: { fromObjectTypeId: TYPE, toObjectTypeId: '0-1', name: 'witness' },
      },
    ],
    takenAway: { method: 'DELETE', path: `${SCHEMAS}/${TYPE}/associations/1` },
    looks: [
      ...CONTACT_LOOKS.slice(-3),
      get(`${SCHEMAS}/${TYPE}`, ({ body }) => eachIn(body, 'associations', 'id').includes('1')),
    ],
  },
  {
    what: 'a property',
    before: [GROUP, { method: 'POST', path: PROPERTIES, body: ASKED }],
    takenAway: { method: 'DELETE', path: `${PROPERTIES}/asked` },
    looks: [
      get(`${PROPERTIES}/asked`),
      get(PROPERTIES, isRow('asked', 'name')),
      post(`${PROPERTIES}/batch/read`, { ...definitions, inputs: [{ name: 'asked' }] }, is207),
      get(
        `${CONTACTS}/104?properties=asked`,
        ({ body }) => fieldIn(body, 'properties', 'asked') !== undefined,
      ),
      { ...search(CONTACTS, 'asked', 'yes'), isThere: isRead },
    ],
    archivedLooks: [
      get(`${PROPERTIES}/asked?archived=true`),
      get(`${PROPERTIES}?archived=true`, isRow('asked', 'name')),
      post(
        `${PROPERTIES}/batch/read`,
        { ...definitions, archived: true, inputs: [{ name: 'asked' }] },
        is207,
      ),
    ],
  },
  {
    what: 'a group of properties',
    before: [GROUP],
    takenAway: { method: 'DELETE', path: `${PROPERTIES}/groups/consent_card` },
    looks: [
      get(`${PROPERTIES}/groups/consent_card`),
      get(`${PROPERTIES}/groups`, isRow('consent_card', 'name')),
    ],
  },
  {
    what: 'a custom object',
    before: [SCHEMA],
    takenAway: { method: 'DELETE', path: `${SCHEMAS}/${TYPE}` },
    looks: [
      get(`${SCHEMAS}/${TYPE}`),
      get(SCHEMAS, isRow(TYPE, 'objectTypeId')),
      post(
        `${SCHEMAS}/batch/read`,
        {
          inputs: [TYPE],
          includePropertyDefinitions: true,
          includeAssociationDefinitions: true,
          includeAuditMetadata: true,
        },
        isRow(TYPE, 'objectTypeId'),
      ),
      get(RECORDS),
      { ...search(RECORDS, 'position', '104:1'), isThere: isRead },
    ],
    archivedLooks: [get(`${SCHEMAS}?archived=true`, isRow(TYPE, 'objectTypeId'))],
  },
  {
    what: 'a workflow',
    before: [{ method: 'POST', path: FLOWS, body: FLOW }],
    takenAway: { method: 'DELETE', path: `${FLOWS}/$id` },
    looks: [
      get(`${FLOWS}/$id`),
      get(FLOWS, ({ body }) => eachIn(body, 'results', 'name').includes('One more')),
      post(
        `${FLOWS}/batch/read`,
        { inputs: [{ flowId: '$id', type: 'FLOW_ID' }] },
        isRow('One more', 'name'),
      ),
    ],
  },
];
