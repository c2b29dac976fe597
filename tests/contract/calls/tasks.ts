import { calls, type Request } from './call.ts';

const TASKS = '/crm/objects/2026-09/tasks';

const PROPERTIES = {
  hs_timestamp: '2026-11-25T00:00:00.000Z',
  hs_task_subject: 'Approval asked',
  hs_task_body: 'Opt in to the newsletter<br>By phone',
  hs_task_status: 'NOT_STARTED',
  hs_task_type: 'TODO',
  hubspot_owner_id: '9047',
};
const TO_CONTACT = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 };

/** A task of contact 104, as a body. */
function task(more: object = {}, type: object = TO_CONTACT, contactId = '104') {
  return {
    properties: { ...PROPERTIES, ...more },
    associations: [{ to: { id: contactId }, types: [type] }],
  };
}

const before: Request[] = [{ method: 'POST', path: TASKS, body: task() }];

export const TASK_CALLS = [
  ...calls('POST', TASKS, [
    ['makes a task of a contact', 201, { body: task() }],
    ['makes a task of nobody', 201, { body: { properties: PROPERTIES, associations: [] } }],
    ['refuses a state there is not', 400, { body: task({ hs_task_status: 'LATER' }) }],
    ['refuses an owner there is not', 400, { body: task({ hubspot_owner_id: '47' }) }],
    [
      'refuses the way of a custom object',
      400,
      { body: task({}, { ...TO_CONTACT, associationCategory: 'USER_DEFINED' }) },
    ],
    ['does not find the contact', 404, { body: task({}, TO_CONTACT, '999999') }],
  ]),
  ...calls('GET', `${TASKS}/`, [
    [
      'reads a task with its contact',
      200,
      { path: '$id?properties=hs_task_subject,hs_task_status&associations=contacts', before },
    ],
    ['does not find a task', 404, { path: '999999' }],
  ]),
  ...calls('PATCH', `${TASKS}/`, [
    [
      'completes a task',
      200,
      { path: '$id', before, body: { properties: { hs_task_status: 'COMPLETED' } } },
    ],
    [
      'does not find a task',
      404,
      { path: '999999', body: { properties: { hs_task_status: 'COMPLETED' } } },
    ],
  ]),
  ...calls('POST', `${TASKS}/batch/read`, [
    [
      'reads several',
      200,
      {
        before,
        body: {
          inputs: [{ id: '$id' }],
          properties: ['hs_task_body', 'hs_task_status'],
          propertiesWithHistory: [],
        },
      },
    ],
    [
      'reads several, one of them not there',
      207,
      {
        before,
        body: {
          inputs: [{ id: '$id' }, { id: '999999' }],
          properties: ['hs_task_body'],
          propertiesWithHistory: [],
        },
      },
    ],
    [
      'refuses more than a hundred',
      400,
      {
        body: {
          inputs: Array.from({ length: 101 }, (_, at) => ({ id: String(at) })),
          properties: [],
          propertiesWithHistory: [],
        },
      },
    ],
    [
      'refuses more than fifty with history',
      400,
      {
        body: {
          inputs: Array.from({ length: 51 }, (_, at) => ({ id: String(at) })),
          properties: [],
          propertiesWithHistory: ['hs_task_status'],
        },
      },
    ],
  ]),
  ...calls('GET', '/crm/v4/objects/contacts/104/associations/tasks', [
    ['lists the tasks of a contact', 200, { before }],
  ]),
];
