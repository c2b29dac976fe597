/** What the product's set-up makes on contacts, as HubSpot's API takes it. */
export const REQUEST_PROPERTY = {
  name: 'consent_card_marketing_request',
  label: 'Consent Card: marketing request',
  type: 'string',
  fieldType: 'text',
  groupName: 'contactinformation',
} as const;

/**
 * The two workflows that docs/marketing-workflow.md tells an admin to make, in HubSpot's JSON: put together from
 * copies of real ones (hubspot/apis.md §5) and never seen in an account. "Starts with any of" is one operator of
 * the list filters with several values. [guess: marketingWorkflowJson]
 */
export const MARKETING_FLOWS = [
  workflow('Consent Card: set as marketing', 'set_marketing:', 'MARKETABLE'),
  workflow('Consent Card: set as non-marketing', 'set_non_marketing:', 'NON_MARKETABLE'),
] as const;

function workflow(name: string, begins: string, marketableType: string) {
  return {
    name,
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
        fields: { targetContact: '{{ enrolled_object }}', marketableType },
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
                value: REQUEST_PROPERTY.name,
                includeObjectsWithNoValueSet: false,
              },
            },
            {
              filterType: 'PROPERTY',
              property: 'hs_value',
              operation: {
                operationType: 'MULTISTRING',
                operator: 'STARTS_WITH',
                values: [begins],
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
}
