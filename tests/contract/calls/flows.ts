import { MARKETING_FLOWS } from '../../../sandbox/emulator/hubspot/marketing-workflows.ts';
import { calls, type Request } from './call.ts';

const BASE = '/automation/2026-09-beta';

/** Sets marketing status and clears the property that asked for it (hubspot/apis.md §5). */
const FLOW = {
  name: 'Apply the wish for marketing status',
  type: 'CONTACT_FLOW',
  flowType: 'WORKFLOW',
  objectTypeId: '0-1',
  isEnabled: true,
  startActionId: '1',
  actions: [
    {
      actionId: '1',
      type: 'SINGLE_CONNECTION',
      actionTypeId: '0-31',
      actionTypeVersion: 13,
      fields: { targetContact: '{{ enrolled_object }}', marketableType: 'NON_MARKETABLE' },
      connection: { edgeType: 'STANDARD', nextActionId: '2' },
    },
    {
      actionId: '2',
      type: 'SINGLE_CONNECTION',
      actionTypeId: '0-5',
      actionTypeVersion: 0,
      fields: {
        property_name: 'jobtitle',
        value: { type: 'STATIC_VALUE', staticValue: '' },
      },
    },
  ],
  enrollmentCriteria: {
    type: 'EVENT_BASED',
    shouldReEnroll: true,
    listMembershipFilterBranches: [],
    eventFilterBranches: [
      {
        eventTypeId: '4-655002',
        operator: 'HAS_COMPLETED',
        filterBranchType: 'UNIFIED_EVENTS',
        filterBranchOperator: 'AND',
        filterBranches: [],
        filters: [
          {
            filterType: 'PROPERTY',
            property: 'hs_name',
            operation: {
              operationType: 'STRING',
              operator: 'IS_EQUAL_TO',
              value: 'jobtitle',
              includeObjectsWithNoValueSet: false,
            },
          },
        ],
      },
    ],
  },
  blockedDates: [],
  timeWindows: [],
  customProperties: {},
  dataSources: [],
  suppressionListIds: [],
  canEnrollFromSalesforce: false,
};

const CREATE: Request = { method: 'POST', path: `${BASE}/flows`, body: FLOW };
const ID = '$id';

export const FLOW_CALLS = [
  ...calls('GET', `${BASE}/action-types`, [
    ['lists what a workflow can do', 200, { path: '?objectTypeId=0-1' }],
  ]),
  ...calls('POST', `${BASE}/flows`, [
    ['creates a workflow', 201, { body: FLOW }],
    ['creates one that starts at any of several beginnings', 201, { body: MARKETING_FLOWS[0] }],
    ['refuses one without actions', 400, { body: { ...FLOW, actions: undefined } }],
  ]),
  ...calls('GET', `${BASE}/flows`, [
    ['lists workflows page by page', 200, { path: '?limit=1', before: [CREATE, CREATE] }],
    ['refuses a page of nothing', 400, { path: '?limit=0' }],
  ]),
  ...calls('POST', `${BASE}/flows/batch/read`, [
    [
      'reads several workflows',
      200,
      { before: [CREATE], body: { inputs: [{ flowId: ID, type: 'FLOW_ID' }] } },
    ],
    ['refuses what is no list', 400, { body: { inputs: ID } }],
  ]),
  ...calls('GET', `${BASE}/flows/`, [
    ['reads a workflow', 200, { path: ID, before: [CREATE] }],
    ['does not find a workflow', 404, { path: '999' }],
  ]),
  ...calls('PUT', `${BASE}/flows/`, [
    [
      'replaces a workflow',
      200,
      { path: ID, before: [CREATE], body: { ...replaced(), revisionId: '1' } },
    ],
    [
      'refuses to replace a newer revision',
      400,
      { path: ID, before: [CREATE], body: { ...replaced(), revisionId: '0' } },
    ],
  ]),
  ...calls('DELETE', `${BASE}/flows/`, [
    ['deletes a workflow', 204, { path: ID, before: [CREATE] }],
    ['does not find what to delete', 404, { path: '999' }],
  ]),
];

/** What may not change is not sent again. */
function replaced() {
  const { flowType: _type, objectTypeId: _object, dataSources: _sources, ...rest } = FLOW;
  return { ...rest, isEnabled: false };
}
