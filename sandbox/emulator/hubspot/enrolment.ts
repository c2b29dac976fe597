import type { PortalData, StoredFlow } from './entities.ts';
import { insertByTime } from './indexes.ts';

/** HubSpot's event "a property's value changed" (a third party's copy of a real workflow, hubspot/apis.md §5). */
const PROPERTY_CHANGED = '4-655002';

/** Puts a contact into the workflows that wait for this change; they act later, never at once. [guess: reEnrolment] */
export function enrol(
  data: PortalData,
  contactId: string,
  property: string,
  value: string,
  at: number,
): void {
  for (const flow of data.flows) {
    if (flow.definition['isEnabled'] !== true) continue;
    if (!startsAt(flow, property, value) || isIn(flow, contactId, data)) continue;
    insertByTime(data.due, {
      at: at + data.assumptions.workflowDelayMs,
      what: { kind: 'flow', flowId: flow.id, contactId },
    });
  }
}

/** HubSpot enrols nobody in a workflow that they are still in (its page on re-enrollment triggers, 2024-09-19). */
function isIn(flow: StoredFlow, contactId: string, { due }: PortalData): boolean {
  return due.some(
    ({ what }) => what.kind === 'flow' && what.flowId === flow.id && what.contactId === contactId,
  );
}

interface EventBranch {
  readonly eventTypeId?: string;
  readonly filters?: readonly { readonly property?: string; readonly operation?: Operation }[];
}

/** HubSpot's operations on text come with one value (`STRING`) or with several (`MULTISTRING`), of which any will do. */
interface Operation {
  readonly operator?: string;
  readonly value?: string;
  readonly values?: readonly string[];
}

/** Other triggers than changes of a property, filters on other fields and other operators start nothing here. */
function startsAt({ definition }: StoredFlow, property: string, value: string): boolean {
  const criteria = definition['enrollmentCriteria'] as
    { readonly eventFilterBranches?: readonly EventBranch[] } | undefined;
  return (criteria?.eventFilterBranches ?? [])
    .filter(({ eventTypeId }) => eventTypeId === PROPERTY_CHANGED)
    .some(
      ({ filters = [] }) =>
        filters.some(({ property: name }) => name === 'hs_name') &&
        filters.every((filter) => {
          if (filter.property === 'hs_name') return isMet(filter.operation, property);
          return filter.property === 'hs_value' && isMet(filter.operation, value);
        }),
    );
}

function isMet({ operator, value, values = [] }: Operation = {}, text: string): boolean {
  const wanted = value === undefined ? values : [value];
  switch (operator) {
    case 'IS_KNOWN':
      return text !== '';
    case 'IS_EQUAL_TO':
      return wanted.includes(text);
    case 'STARTS_WITH':
      return wanted.some((one) => text.startsWith(one));
    case 'CONTAINS':
      return wanted.some((one) => text.includes(one));
    default:
      return false;
  }
}
