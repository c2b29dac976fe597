import type { StoredFlow } from './entities.ts';
import { nameOf } from './flow-runs.ts';

export function sentFlowListing(flow: StoredFlow): object {
  const { definition } = flow;
  return {
    ...dated(flow),
    name: nameOf(flow),
    flowType: definition['flowType'] ?? 'WORKFLOW',
    objectTypeId: definition['objectTypeId'] ?? '0-1',
    isEnabled: definition['isEnabled'],
  };
}

export function sentFlow(flow: StoredFlow): object {
  return {
    dataSources: [],
    flowType: 'WORKFLOW',
    objectTypeId: '0-1',
    nextAvailableActionId: nextActionId(flow),
    ...flow.definition,
    ...dated(flow),
    crmObjectCreationStatus: 'COMPLETE',
  };
}

/** One more than the highest in use: whoever creates a workflow does not send it (`ApiContactFlowCreateRequest`). */
function nextActionId({ definition: { actions } }: StoredFlow): string {
  const ids = (Array.isArray(actions) ? (actions as unknown[]) : []).map((action) =>
    Number((action as { actionId?: unknown } | null)?.actionId),
  );
  return String(Math.max(0, ...ids.filter(Number.isInteger)) + 1);
}

function dated({ id, revision, createdAt, updatedAt }: StoredFlow) {
  return {
    id,
    revisionId: String(revision),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

/** The actions that are carried out here, with the field names seen in real workflows (hubspot/apis.md §5). [guess: actionFields] */
export const ACTION_TYPES = [
  actionType('0-5', 'Set property', ['property_name', 'value']),
  {
    ...actionType('0-31', 'Set marketing contact status', ['targetContact', 'marketableType']),
    needsMarketingContacts: true,
  },
  actionType('0-43347357', 'Manage communication subscriptions', [
    'targetContact',
    'channel',
    'optState',
    'subscriptionId',
    'legalBasis',
    'legalBasisExplanation',
  ]),
];

function actionType(actionTypeId: string, actionName: string, fields: readonly string[]) {
  return {
    actionTypeId,
    actionName,
    groupId: 'CRM',
    objectTypeIds: ['0-1'],
    inputFieldDefinitions: fields.map((name) => ({
      fieldDefinitionType: 'SIMPLE',
      name,
      type: 'string',
      isRequired: false,
    })),
    needsMarketingContacts: false,
  };
}
