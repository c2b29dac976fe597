import type { Request } from '../calls/call.ts';
import { record, SCHEMA, TYPE } from '../calls/custom-objects.ts';
import { count, each, effects, field, ids, keys, status, type Effect } from './effect.ts';

const OBJECTS = '/crm/objects/2026-09';
const CONTACTS = `${OBJECTS}/contacts`;
const ANY = `${OBJECTS}/{objectType}`;
const RECORDS = `${OBJECTS}/${TYPE}`;
const TASKS = `${OBJECTS}/tasks`;

const REMOVED = { method: 'DELETE', path: `${CONTACTS}/104` } as const;
const link = (from: string, id: string, to: string): Request => ({
  method: 'PUT',
  path: `${OBJECTS}/${from}/${id}/associations/default/${to}`,
});

/** Two records, 50001 and 50002; the first is associated with contact 104. */
const TWO = [SCHEMA, record('104:1'), record('104:2'), link(TYPE, '50001', 'contacts/104')];
const GONE: Request = { method: 'DELETE', path: `${RECORDS}/50001` };
const TASK: Request = {
  method: 'POST',
  path: TASKS,
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

const CONTACT_ALWAYS = ['createdate', 'hs_object_id', 'lastmodifieddate'];
const CONTACT_USUAL = [...CONTACT_ALWAYS, 'email', 'firstname', 'lastname'].sort();
const RECORD_ALWAYS = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];
const ENTRIES = 'p1001_consent_entry';
const noProperties = { properties: [], propertiesWithHistory: [] };

export const RECORD_EFFECTS: readonly Effect[] = [
  ...effects(`GET ${CONTACTS}`, { path: `${CONTACTS}?limit=1` }, [
    ['archived=true', ids, ['105'], ['104'], { before: [REMOVED] }],
    [
      'associations=p_consent_entry',
      keys('results', 0, 'associations'),
      undefined,
      [ENTRIES],
      { before: TWO },
    ],
    ['properties=jobtitle', keys('results', 0, 'properties'), CONTACT_USUAL, with_('jobtitle')],
    [
      'propertiesWithHistory=email',
      keys('results', 0, 'propertiesWithHistory'),
      undefined,
      ['email'],
    ],
  ]),
  ...effects(`GET ${CONTACTS}`, { path: CONTACTS }, [['limit=2', count('results'), 10, 2]]),
  ...effects(`GET ${CONTACTS}/{contactId}`, { path: `${CONTACTS}/104` }, [
    ['archived=true', status, 404, 200, { before: [REMOVED] }],
    ['associations=p_consent_entry', keys('associations'), undefined, [ENTRIES], { before: TWO }],
    ['properties=jobtitle', keys('properties'), CONTACT_USUAL, with_('jobtitle')],
    ['propertiesWithHistory=email', keys('propertiesWithHistory'), undefined, ['email']],
  ]),
  ...effects(
    `GET ${CONTACTS}/{contactId}`,
    { path: `${CONTACTS}/contact-104%40example.com`, before: TWO },
    [
      ['idProperty=email', status, 404, 200],
      [
        'idProperty=email',
        keys('associations'),
        undefined,
        [ENTRIES],
        { path: '?associations=p_consent_entry' },
      ],
    ],
  ),
  ...effects(
    `PATCH ${CONTACTS}/{contactId}`,
    { path: `${CONTACTS}/contact-104%40example.com`, body: { properties: { jobtitle: 'Baker' } } },
    [['idProperty=email', field('properties', 'jobtitle'), undefined, 'Baker']],
  ),
  ...effects(
    `POST ${CONTACTS}/batch/read`,
    {
      path: `${CONTACTS}/batch/read`,
      body: { ...noProperties, inputs: [{ id: '104' }, { id: '105' }] },
      before: [REMOVED],
    },
    [['archived=true', ids, ['105'], ['104']]],
  ),
  ...effects(`GET ${ANY}`, { path: `${RECORDS}?limit=1`, before: TWO }, [
    ['archived=true', ids, ['50002'], ['50001'], { before: [...TWO, GONE] }],
    ['associations=contacts', keys('results', 0, 'associations'), undefined, ['contacts']],
    [
      'properties=note',
      keys('results', 0, 'properties'),
      RECORD_ALWAYS,
      [...RECORD_ALWAYS, 'note'],
    ],
    [
      'propertiesWithHistory=note',
      keys('results', 0, 'propertiesWithHistory'),
      undefined,
      ['note'],
    ],
  ]),
  ...effects(`GET ${ANY}`, { path: RECORDS, before: TWO }, [
    ['limit=1', ids, ['50001', '50002'], ['50001']],
  ]),
  ...effects(`GET ${ANY}/{objectId}`, { path: `${RECORDS}/50001`, before: TWO }, [
    ['archived=true', status, 404, 200, { before: [...TWO, GONE] }],
    ['associations=contacts', keys('associations'), undefined, ['contacts']],
    ['properties=note', keys('properties'), RECORD_ALWAYS, [...RECORD_ALWAYS, 'note']],
    ['propertiesWithHistory=note', keys('propertiesWithHistory'), undefined, ['note']],
  ]),
  ...effects(`GET ${ANY}/{objectId}`, { path: `${RECORDS}/104:2`, before: TWO }, [
    ['idProperty=position', field('id'), undefined, '50002'],
  ]),
  ...effects(
    `PATCH ${ANY}/{objectId}`,
    { path: `${RECORDS}/104:2`, before: TWO, body: { properties: { note: 'By phone' } } },
    [['idProperty=position', field('id'), undefined, '50002']],
  ),
  ...effects(
    `POST ${ANY}/batch/read`,
    {
      path: `${RECORDS}/batch/read`,
      body: { ...noProperties, inputs: [{ id: '50001' }, { id: '50002' }] },
      before: [...TWO, GONE],
    },
    [['archived=true', ids, ['50002'], ['50001']]],
  ),
  ...effects(`GET ${TASKS}/{taskId}`, { path: `${TASKS}/$id`, before: [TASK] }, [
    [
      'archived=true',
      status,
      404,
      200,
      { path: '', before: [TASK, { method: 'DELETE', path: `${TASKS}/$id` }] },
    ],
    ['associations=contacts', keys('associations'), undefined, ['contacts']],
    // No property of a task is unique but its id.
    ['idProperty=hs_task_subject', status, 200, 400],
    [
      'properties=hs_task_subject',
      keys('properties'),
      RECORD_ALWAYS,
      [...RECORD_ALWAYS, 'hs_task_subject'],
    ],
    [
      'propertiesWithHistory=hs_task_status',
      keys('propertiesWithHistory'),
      undefined,
      ['hs_task_status'],
    ],
  ]),
  ...effects(
    `PATCH ${TASKS}/{taskId}`,
    { path: `${TASKS}/$id`, before: [TASK], body: { properties: { hs_task_status: 'WAITING' } } },
    [['idProperty=hs_task_subject', status, 200, 400]],
  ),
  ...effects(
    `POST ${TASKS}/batch/read`,
    {
      path: `${TASKS}/batch/read`,
      body: { ...noProperties, inputs: [{ id: '$id' }] },
      before: [TASK, { method: 'DELETE', path: `${TASKS}/$id` }],
    },
    [['archived=true', ids, [], ['50001']]],
  ),
  ...effects(
    'GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}',
    {
      path: `/crm/v4/objects/contacts/104/associations/${TYPE}`,
      before: [...TWO, link(TYPE, '50002', 'contacts/104')],
    },
    [['limit=1', each('toObjectId'), ['50001', '50002'], ['50001']]],
  ),
];

function with_(name: string): string[] {
  return [...CONTACT_ALWAYS, name].sort();
}
