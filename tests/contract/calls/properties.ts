import { calls, type Request } from './call.ts';

const PROPERTIES = '/crm/properties/2026-09/contacts';

const GROUP = { name: 'consent_card', label: 'Consent Card', displayOrder: 1 };
const ASKED = {
  name: 'asked',
  label: 'Asked',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'consent_card',
  description: 'Whether the contact was asked',
  hasUniqueValue: false,
  options: [{ label: 'Yes', value: 'yes', displayOrder: 0, hidden: false }],
};

const group: Request = { method: 'POST', path: `${PROPERTIES}/groups`, body: GROUP };
const before = [group];
const withAsked: Request[] = [group, { method: 'POST', path: PROPERTIES, body: ASKED }];
const NO_LIST = { body: { inputs: 'asked' } };

export const PROPERTY_CALLS = [
  ...calls('GET', PROPERTIES, [
    ['lists properties', 200, { path: '?archived=false', before: withAsked }],
  ]),
  ...calls('GET', '/crm/properties/2026-09/shoes', [['does not find the kind of record', 400]]),
  ...calls('POST', PROPERTIES, [
    ['makes a property', 201, { before, body: ASKED }],
    ['refuses a name that is taken', 409, { before: withAsked, body: ASKED }],
  ]),
  ...calls('GET', `${PROPERTIES}/`, [
    ['reads a property with options', 200, { path: 'hs_marketable_status' }],
    ['reads a property', 200, { path: 'email?archived=false' }],
    ['does not find a property', 404, { path: 'shoe_size' }],
  ]),
  ...calls('PATCH', `${PROPERTIES}/`, [
    ['changes a property', 200, { path: 'asked', before: withAsked, body: { label: 'Was asked' } }],
    ['does not find what to change', 404, { path: 'shoe_size', body: { label: 'Shoe size' } }],
  ]),
  ...calls('DELETE', `${PROPERTIES}/`, [
    ['archives a property', 204, { path: 'asked', before: withAsked }],
    ['does not find what to archive', 404, { path: 'shoe_size' }],
  ]),
  ...calls('POST', `${PROPERTIES}/batch/read`, [
    [
      'reads several properties',
      200,
      {
        body: {
          inputs: [{ name: 'email' }, { name: 'hs_marketable_status' }],
          archived: false,
          dataSensitivity: 'non_sensitive',
        },
      },
    ],
    [
      'reads several properties, one of them not there',
      207,
      {
        body: {
          inputs: [{ name: 'email' }, { name: 'shoe_size' }],
          archived: false,
          dataSensitivity: 'non_sensitive',
        },
      },
    ],
    ['refuses what is no list', 400, NO_LIST],
  ]),
  ...calls('POST', `${PROPERTIES}/batch/create`, [
    ['makes several properties', 200, { older: 201, before, body: { inputs: [ASKED] } }],
    ['makes none that is there', 207, { before: withAsked, body: { inputs: [ASKED] } }],
    ['refuses what is no list', 400, NO_LIST],
  ]),
  ...calls('POST', `${PROPERTIES}/batch/archive`, [
    ['archives several', 204, { before: withAsked, body: { inputs: [{ name: 'asked' }] } }],
    ['refuses what is no list', 400, NO_LIST],
  ]),
  ...calls('GET', `${PROPERTIES}/groups`, [['lists groups', 200]]),
  ...calls('GET', '/crm/properties/2026-09/shoes/groups', [
    ['does not find the kind of record', 400],
  ]),
  ...calls('POST', `${PROPERTIES}/groups`, [
    ['makes a group', 201, { body: GROUP }],
    ['refuses a name that is taken', 409, { before, body: GROUP }],
  ]),
  ...calls('GET', `${PROPERTIES}/groups/`, [
    ['reads a group', 200, { path: 'consent_card', before }],
    ['does not find a group', 404, { path: 'shoes' }],
  ]),
  ...calls('PATCH', `${PROPERTIES}/groups/`, [
    ['changes a group', 200, { path: 'consent_card', before, body: { label: 'Consent' } }],
    ['does not find what to change', 404, { path: 'shoes', body: { label: 'Shoes' } }],
  ]),
  ...calls('DELETE', `${PROPERTIES}/groups/`, [
    ['archives a group', 204, { path: 'consent_card', before }],
    ['refuses while it has properties', 400, { path: 'consent_card', before: withAsked }],
  ]),
];
