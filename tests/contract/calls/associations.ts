import { calls, type Request } from './call.ts';
import { record, SCHEMA, TYPE } from './custom-objects.ts';

const RECORD = `/crm/objects/2026-09/${TYPE}/$id/associations`;
const BATCH = `/crm/associations/2026-09/${TYPE}/contacts/batch`;

/** The plain way between the first custom object and contacts. */
const PLAIN = { associationCategory: 'USER_DEFINED', associationTypeId: 1 };

const before = [SCHEMA, record('104:1')];
const linked = (id: string): Request => ({
  method: 'PUT',
  path: `/crm/objects/2026-09/${TYPE}/${id}/associations/default/contacts/104`,
});
const pair = (more: object = {}) => ({
  body: { inputs: [{ from: { id: '$id' }, to: { id: '104' }, ...more }] },
});
const NOBODY = {
  body: { inputs: [{ from: { id: '$id' }, to: { id: '999999' }, types: [PLAIN] }] },
};
const NO_LIST = { body: { inputs: '104' } };

export const ASSOCIATION_CALLS = [
  ...calls('PUT', `${RECORD}/default/contacts/`, [
    ['associates a record with a contact', 200, { path: '104', before }],
    ['does not find the contact', 404, { path: '999999', before }],
  ]),
  ...calls('PUT', `${RECORD}/contacts/104`, [
    ['associates in a way that has a number', 201, { before, body: [PLAIN] }],
    [
      'refuses a way that there is not',
      400,
      { before, body: [{ ...PLAIN, associationTypeId: 999 }] },
    ],
  ]),
  ...calls('DELETE', `${RECORD}/`, [
    ['ends an association', 204, { path: 'contacts/104', before }],
    ['does not find the kind of record', 400, { path: 'shoes/1', before }],
  ]),
  ...calls('GET', `/crm/v4/objects/contacts/104/associations/${TYPE}`, [
    ['lists what is associated, page by page', 200, { path: '?limit=1', before: twoLinked() }],
  ]),
  ...calls('GET', `/crm/v4/objects/contacts/999999/associations/${TYPE}`, [
    ['does not find the contact', 404, { before }],
  ]),
  ...calls('POST', `${BATCH}/read`, [
    [
      'reads associations of several records',
      200,
      { before: oneLinked(), body: { inputs: [{ id: '50001' }] } },
    ],
    [
      'reads associations, one record without any',
      207,
      { before: oneLinked(), body: { inputs: [{ id: '50001' }, { id: '999' }] } },
    ],
    ['refuses what is no list', 400, { before, ...NO_LIST }],
  ]),
  ...calls('POST', `${BATCH}/create`, [
    ['associates several', 200, { older: 201, before, ...pair({ types: [PLAIN] }) }],
    ['associates none with a contact that is not there', 207, { before, ...NOBODY }],
    ['refuses what is no list', 400, { before, ...NO_LIST }],
  ]),
  ...calls('POST', `${BATCH}/associate/default`, [
    ['associates several in the plain way', 200, { before, ...pair() }],
    ['refuses what is no list', 400, { before, ...NO_LIST }],
  ]),
  ...calls('POST', `${BATCH}/archive`, [
    [
      'ends associations of several',
      200,
      {
        older: 204,
        before: oneLinked(),
        body: { inputs: [{ from: { id: '50001' }, to: [{ id: '104' }] }] },
      },
    ],
    ['refuses what is no list', 400, { before, ...NO_LIST }],
  ]),
  ...calls('POST', `${BATCH}/labels/archive`, [
    [
      'takes labels from several',
      200,
      {
        older: 204,
        before: oneLinked(),
        body: { inputs: [{ from: { id: '50001' }, to: { id: '104' }, types: [PLAIN] }] },
      },
    ],
    ['refuses what is no list', 400, { before, ...NO_LIST }],
  ]),
];

/** Ids of records count up from 50001. */
function oneLinked(): Request[] {
  return [...before, linked('50001')];
}

function twoLinked(): Request[] {
  return [...before, record('104:2'), linked('50001'), linked('50002')];
}
