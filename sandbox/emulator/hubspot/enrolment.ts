import type { PortalData, StoredFlow } from './entities.ts';
import { insertByTime } from './indexes.ts';

/** HubSpot's event "a property's value changed" (a third party's copy of a real workflow, hubspot/apis.md §5). */
const PROPERTY_CHANGED = '4-655002';

/** Puts a contact into the workflows that wait for this change; they act later, never at once. */
export function enrol(
  data: PortalData,
  contactId: string,
  property: string,
  value: string,
  at: number,
): void {
  for (const flow of data.flows) {
    if (flow.definition['isEnabled'] !== true) continue;
    if (!triggersOf(flow).some((one) => one.property === property && one.value === value)) continue;
    insertByTime(data.due, {
      at: at + data.assumptions.workflowDelayMs,
      what: { kind: 'flow', flowId: flow.id, contactId },
    });
  }
}

interface Trigger {
  readonly property: string | undefined;
  readonly value: string | undefined;
}

interface EventBranch {
  readonly eventTypeId?: string;
  readonly filters?: readonly {
    readonly property?: string;
    readonly operation?: { readonly operator?: string; readonly value?: string };
  }[];
}

/** Which changes of which property start a workflow; other triggers than these are stored, not acted upon. */
function triggersOf({ definition }: StoredFlow): Trigger[] {
  const criteria = definition['enrollmentCriteria'] as
    { readonly eventFilterBranches?: readonly EventBranch[] } | undefined;
  return (criteria?.eventFilterBranches ?? [])
    .filter(({ eventTypeId }) => eventTypeId === PROPERTY_CHANGED)
    .map(({ filters = [] }) => {
      const valueOf = (name: string) =>
        filters.find(
          ({ property, operation }) => property === name && operation?.operator === 'IS_EQUAL_TO',
        )?.operation?.value;
      return { property: valueOf('hs_name'), value: valueOf('hs_value') };
    });
}
