import { calls, type Request } from './call.ts';

const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

/** The id that a portal's first custom object gets. */
export const TYPE = '2-1001001';

const RECORDS = `/crm/objects/2026-09/${TYPE}`;

/** An object with one unique property, which is all that the ledger needs. */
export const SCHEMA: Request = {
  method: 'POST',
  path: SCHEMAS,
  body: {
    name: 'consent_entry',
    description: 'What was decided',
    labels: { singular: 'Consent entry', plural: 'Consent entries' },
    primaryDisplayProperty: 'position',
    requiredProperties: ['position'],
    searchableProperties: ['position'],
    secondaryDisplayProperties: ['note'],
    allowsSensitiveProperties: false,
    associatedObjects: ['CONTACT'],
    properties: [
      {
        name: 'position',
        label: 'Position',
        type: 'string',
        fieldType: 'text',
        hasUniqueValue: true,
      },
      { name: 'note', label: 'Note', type: 'string', fieldType: 'textarea' },
      {
        name: 'outcome',
        label: 'Outcome',
        type: 'enumeration',
        fieldType: 'select',
        options: [{ label: 'Done', value: 'done', displayOrder: 0, hidden: false }],
      },
    ],
  },
};

/** A record with its unique value; it is the last to be made, so `$id` is its id. */
export function record(position: string): Request {
  return {
    method: 'POST',
    path: RECORDS,
    body: { properties: { position, outcome: 'done' }, associations: [] },
  };
}

const before = [SCHEMA];
const withOne = [SCHEMA, record('104:1')];
const withTwo = [...withOne, record('104:2')];
const history = { properties: ['position', 'note'], propertiesWithHistory: ['position'] };
const where = (operator: string, value: object = {}) => ({
  filters: [{ propertyName: 'position', operator, ...value }],
});
const found = where('HAS_PROPERTY');
const search = { properties: ['position', 'note'], sorts: [], limit: 1, after: '0' };
const many = (length: number) => Array.from({ length }, (_, at) => ({ id: String(at) }));
const batch = (...inputs: readonly object[]) => ({ body: { inputs } });

export const CUSTOM_OBJECT_CALLS = [
  ...calls('GET', SCHEMAS, [['lists custom objects', 200, { path: '?archived=false', before }]]),
  ...calls('POST', SCHEMAS, [
    ['makes a custom object', 201, { body: SCHEMA.body }],
    ['refuses a name that is taken', 409, { body: SCHEMA.body, before }],
  ]),
  ...calls('POST', `${SCHEMAS}/batch/read`, [
    [
      'reads several custom objects',
      200,
      {
        before,
        body: {
          inputs: [TYPE],
          includePropertyDefinitions: true,
          includeAssociationDefinitions: true,
          includeAuditMetadata: false,
        },
      },
    ],
    ['refuses what is no list', 400, { body: { inputs: TYPE } }],
  ]),
  ...calls('GET', `${SCHEMAS}/`, [
    ['reads a custom object', 200, { path: TYPE, before }],
    ['does not find a custom object', 404, { path: TYPE }],
  ]),
  ...calls('PATCH', `${SCHEMAS}/`, [
    [
      'changes a custom object',
      200,
      { path: TYPE, before, body: { description: 'Told anew', clearDescription: false } },
    ],
    [
      'takes its description away, and names it anew',
      200,
      {
        path: TYPE,
        before,
        body: { labels: { singular: 'Entry', plural: 'Entries' }, clearDescription: true },
      },
    ],
    ['does not find what to change', 404, { path: TYPE, body: { clearDescription: false } }],
  ]),
  ...calls('DELETE', `${SCHEMAS}/`, [
    ['deletes a custom object', 204, { path: TYPE, before }],
    ['refuses while it has records', 400, { path: TYPE, before: withOne }],
  ]),
  ...calls('POST', `${SCHEMAS}/${TYPE}/associations`, [
    [
      'adds a way to be associated',
      201,
      { before, body: { fromObjectTypeId: TYPE, toObjectTypeId: '0-1', name: 'witness' } },
    ],
    [
      'refuses a way that leads elsewhere',
      400,
      { before, body: { fromObjectTypeId: '0-1', toObjectTypeId: '0-1', name: 'witness' } },
    ],
  ]),
  ...calls('DELETE', `${SCHEMAS}/${TYPE}/associations/`, [
    [
      'takes a way away',
      204,
      {
        path: '$id',
        before: [
          SCHEMA,
          {
            method: 'POST',
            path: `${SCHEMAS}/${TYPE}/associations`,
            body: { fromObjectTypeId: TYPE, toObjectTypeId: '0-1', name: 'witness' },
          },
        ],
      },
    ],
    ['does not find a way', 404, { path: '999', before }],
  ]),
  ...calls('GET', RECORDS, [
    [
      'lists records page by page',
      200,
      { path: '?limit=1&properties=position,note&associations=contacts', before: withTwo },
    ],
    ['refuses too large a page', 400, { path: '?limit=101', before }],
    [
      'shows no more than fifty with history',
      400,
      { path: '?limit=51&propertiesWithHistory=note', before },
    ],
  ]),
  ...calls('POST', RECORDS, [
    ['makes a record', 201, { before, body: record('104:1').body }],
    ['refuses a value that is taken', 400, { before: withOne, body: record('104:1').body }],
  ]),
  ...calls('GET', `${RECORDS}/`, [
    [
      'reads a record by its unique value, with history',
      200,
      {
        path: '104:1?idProperty=position&properties=note&propertiesWithHistory=position&archived=false',
        before: withOne,
      },
    ],
    ['does not find a record', 404, { path: '999', before }],
  ]),
  ...calls('PATCH', `${RECORDS}/`, [
    [
      'writes a record',
      200,
      { path: '$id', before: withOne, body: { properties: { note: 'By phone' } } },
    ],
    [
      'refuses a value that is none of the options',
      400,
      { path: '$id', before: withOne, body: { properties: { outcome: 'shoe' } } },
    ],
  ]),
  ...calls('DELETE', `${RECORDS}/`, [
    ['archives a record', 204, { path: '$id', before: withOne }],
    ['does not find the kind of record', 400, { path: '1' }],
  ]),
  ...calls('POST', `${RECORDS}/batch/read`, [
    [
      'reads several records',
      200,
      { before: withOne, body: { ...history, inputs: [{ id: '$id' }] } },
    ],
    [
      'reads several records, one of them not there',
      207,
      { before: withOne, body: { ...history, inputs: [{ id: '$id' }, { id: '999' }] } },
    ],
    ['refuses what is no list', 400, { before, body: { ...history, inputs: '999' } }],
    ['reads fifty with history', 207, { before, body: { ...history, inputs: many(50) } }],
    [
      'refuses more than fifty with history',
      400,
      { before, body: { ...history, inputs: many(51) } },
    ],
    [
      'reads more than fifty without',
      207,
      { before, body: { ...history, propertiesWithHistory: [], inputs: many(51) } },
    ],
  ]),
  ...calls('POST', `${RECORDS}/batch/create`, [
    ['makes several records', 201, { before, ...batch(body('104:1'), body('104:2')) }],
    ['refuses a value that is taken', 400, { before: withOne, ...batch(body('104:1')) }],
    [
      'makes those that can be made, where each is named',
      207,
      { before: withOne, ...batch(traced('104:1'), traced('104:2')) },
    ],
  ]),
  ...calls('POST', `${RECORDS}/batch/update`, [
    [
      'does not find one of several',
      207,
      { before: withOne, ...batch({ id: '999', properties: { note: 'By phone' } }) },
    ],
    [
      'writes several records',
      200,
      { before: withOne, ...batch({ id: '$id', properties: { note: 'By phone' } }) },
    ],
    [
      'refuses a value that is none of the options',
      400,
      { before: withOne, ...batch({ id: '$id', properties: { outcome: 'shoe' } }) },
    ],
  ]),
  ...calls('POST', `${RECORDS}/batch/upsert`, [
    [
      'writes one record and makes another',
      200,
      { before: withOne, ...batch(...['104:1', '104:2'].map(upserted)) },
    ],
    [
      'writes one record under a trace id',
      200,
      { before: withOne, ...batch({ ...upserted('104:1'), objectWriteTraceId: 'first' }) },
    ],
    [
      'refuses without a unique property',
      400,
      { before, ...batch({ id: '104:1', properties: {} }) },
    ],
  ]),
  ...calls('POST', `${RECORDS}/batch/archive`, [
    ['archives several records', 204, { before: withOne, ...batch({ id: '$id' }) }],
    ['refuses what is no list', 400, { before, body: { inputs: '999' } }],
  ]),
  ...calls('POST', `${RECORDS}/search`, [
    ['finds records', 200, { before: withTwo, body: { ...search, filterGroups: [found] } }],
    [
      'finds records by one of several values',
      200,
      { before: withTwo, body: { ...search, filterGroups: [where('IN', { values: ['104:1'] })] } },
    ],
    [
      'finds records in a range',
      200,
      {
        before: withTwo,
        body: {
          ...search,
          filterGroups: [where('BETWEEN', { value: '104:1', highValue: '104:1' })],
        },
      },
    ],
    [
      'refuses too large a page',
      400,
      { before, body: { ...search, filterGroups: [], limit: 201 } },
    ],
  ]),
];

function body(position: string) {
  return { properties: { position }, associations: [] };
}

function traced(position: string) {
  return { ...body(position), objectWriteTraceId: position };
}

function upserted(position: string) {
  return { id: position, idProperty: 'position', properties: { note: 'By phone' } };
}
