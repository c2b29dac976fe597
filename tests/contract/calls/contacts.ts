import { calls } from './call.ts';

const CONTACTS = '/crm/objects/2026-09/contacts';
const none = { properties: [], propertiesWithHistory: [] };
const many = (length: number) => Array.from({ length }, (_, at) => ({ id: String(at + 104) }));

export const CONTACT_CALLS = [
  ...calls('GET', `${CONTACTS}/`, [
    ['reads a contact', 200, { path: '104' }],
    [
      'reads properties and their history, of people, workflows and apps',
      200,
      {
        path: '122?properties=email,jobtitle&propertiesWithHistory=hs_email_optout_501,hs_marketable_status&archived=false',
      },
    ],
    ['reads by address', 200, { path: 'contact-104%40example.com?idProperty=email' }],
    ['does not find a contact', 404, { path: '999999' }],
  ]),
  ...calls('GET', CONTACTS, [
    ['lists contacts', 200, { path: '?limit=2&properties=email,jobtitle' }],
    ['lists the next page', 200, { path: '?limit=2&after=104&propertiesWithHistory=email' }],
    ['refuses too large a page', 400, { path: '?limit=101' }],
    ['shows fifty with their history', 200, { path: '?limit=50&propertiesWithHistory=email' }],
    ['shows no more with history', 400, { path: '?limit=51&propertiesWithHistory=email' }],
  ]),
  ...calls('POST', CONTACTS, [
    [
      'creates a contact',
      201,
      { body: { properties: { email: 'new@example.com', firstname: 'New' }, associations: [] } },
    ],
    [
      'refuses an address that is taken',
      409,
      { body: { properties: { email: 'contact-104@example.com' }, associations: [] } },
    ],
    [
      'refuses a property that does not exist',
      400,
      { body: { properties: { shoe_size: '44' }, associations: [] } },
    ],
  ]),
  ...calls('PATCH', `${CONTACTS}/104`, [
    ['writes properties', 200, { body: { properties: { firstname: 'Renamed', jobtitle: '' } } }],
    [
      'refuses a read-only property',
      400,
      { body: { properties: { hs_marketable_status: 'true' } } },
    ],
    [
      'writes several values of a checkbox',
      200,
      { body: { properties: { hs_legal_basis: 'Not applicable;Performance of a contract' } } },
    ],
    ['refuses a property that is not there', 400, { body: { properties: { shoe_size: '44' } } }],
  ]),
  ...calls('DELETE', `${CONTACTS}/104`, [['deletes a contact', 204]]),
  ...calls('POST', `${CONTACTS}/batch/read`, [
    [
      'reads several',
      200,
      { body: { ...none, properties: ['jobtitle'], inputs: [{ id: '104' }, { id: '106' }] } },
    ],
    [
      'reads several with history, one of them not there',
      207,
      {
        body: {
          properties: ['email'],
          propertiesWithHistory: ['email', 'hs_email_optout_501'],
          inputs: [{ id: '104' }, { id: '999999' }],
        },
      },
    ],
    ['refuses more than a hundred', 400, { body: { ...none, inputs: many(101) } }],
    [
      'refuses more than fifty with history',
      400,
      { body: { ...none, propertiesWithHistory: ['email'], inputs: many(51) } },
    ],
    [
      'reads fifty with history',
      207,
      { body: { ...none, propertiesWithHistory: ['email'], inputs: many(50) } },
    ],
  ]),
  ...calls('POST', `${CONTACTS}/search`, [
    ['finds by a value', 200, { body: search('EQ', { value: 'contact-104@example.com' }) }],
    [
      'finds by one of several values',
      200,
      { body: search('IN', { values: ['contact-104@example.com'] }) },
    ],
    [
      'finds by a range',
      200,
      { body: search('BETWEEN', { value: 'contact-104', highValue: 'contact-106' }) },
    ],
    ['finds page by page', 200, { body: { ...search('HAS_PROPERTY'), limit: 1 } }],
    ['refuses too large a page', 400, { body: { ...search('HAS_PROPERTY'), limit: 201 } }],
  ]),
  ...calls('POST', `${CONTACTS}/merge`, [
    ['merges two', 200, { body: { primaryObjectId: '104', objectIdToMerge: '106' } }],
    [
      'refuses to merge what is not there',
      404,
      { body: { primaryObjectId: '104', objectIdToMerge: '999999' } },
    ],
  ]),
  ...calls('POST', `${CONTACTS}/gdpr-delete`, [
    ['erases a contact', 204, { body: { objectId: '104' } }],
    ['erases an address', 204, { body: { objectId: 'x@example.com', idProperty: 'email' } }],
    ['does not find whom to erase', 404, { body: { objectId: '999999' } }],
  ]),
];

function search(operator: string, value: object = {}) {
  return {
    filterGroups: [{ filters: [{ propertyName: 'email', operator, ...value }] }],
    properties: ['email', 'jobtitle'],
    sorts: [],
    limit: 10,
    after: '0',
  };
}
