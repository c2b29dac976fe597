import * as z from 'zod/mini';
import type { MarketingTarget } from '../ports.ts';
import { MARKETING_REQUEST } from './contact-properties.ts';
import { requestValue, TARGETS } from './request-value.ts';

/**
 * HubSpot's event "a property's value changed", with the property in `hs_name` and its new value in `hs_value`,
 * and its action "Set marketing contact status": copies of real workflows have them, no page of HubSpot's
 * does (hubspot/apis.md §5). An account has to confirm both; docs/marketing-workflow.md says how.
 */
const PROPERTY_CHANGED = '4-655002';
const SET_MARKETING_STATUS = '0-31';
const CONTACTS = '0-1';

const MARKETABLE: Readonly<Record<MarketingTarget, string>> = {
  marketing: 'MARKETABLE',
  'non-marketing': 'NON_MARKETABLE',
};

/** A workflow as the list has it (OpenAPI: automation 2026-09 beta, `ApiFlowListing`). */
export const FlowListing = z.object({
  id: z.string(),
  isEnabled: z.boolean(),
  objectTypeId: z.string(),
  name: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
});
export type FlowListing = z.infer<typeof FlowListing>;

const Operation = z.object({
  operator: z.optional(z.string()),
  value: z.optional(z.string()),
  values: z.optional(z.array(z.string())),
});
type Operation = z.infer<typeof Operation>;

const Filter = z.object({ property: z.optional(z.string()), operation: z.optional(Operation) });

/** As much of `ApiContactFlow` as matters here; a workflow of another kind lacks parts of it. */
const Flow = z.object({
  isEnabled: z.literal(true),
  enrollmentCriteria: z.object({
    /** Without it a contact's first request would be its last. */
    shouldReEnroll: z.literal(true),
    eventFilterBranches: z.array(
      z.object({ eventTypeId: z.string(), filters: z.optional(z.array(Filter)) }),
    ),
  }),
  actions: z.array(
    z.object({
      actionTypeId: z.optional(z.string()),
      fields: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});

/** Whether a workflow could be ours at all, by what the list tells. */
export function mayBeOurs({ isEnabled, objectTypeId }: FlowListing): boolean {
  return isEnabled && objectTypeId === CONTACTS;
}

/**
 * Which requests a workflow applies: it is on, takes contacts again and again, starts at values of our property
 * that ask for this and at none that ask for the other, and sets the status to just that. What narrows it further
 * (suppression lists, times) is not looked at: whether a request was applied is read from the contact.
 */
export function appliedBy(flow: unknown): readonly MarketingTarget[] {
  const read = Flow.safeParse(flow);
  if (!read.success) return [];
  const { actions, enrollmentCriteria } = read.data;
  const sets = actions
    .filter(({ actionTypeId }) => actionTypeId === SET_MARKETING_STATUS)
    .map(({ fields }) => fields?.['marketableType']);
  const starts = enrollmentCriteria.eventFilterBranches
    .filter(({ eventTypeId }) => eventTypeId === PROPERTY_CHANGED)
    .map(({ filters = [] }) => filters);
  return TARGETS.filter(
    (to) =>
      sets.length > 0 &&
      sets.every((one) => one === MARKETABLE[to]) &&
      starts.some((filters) => startsAt(filters, to) === true) &&
      starts.every((filters) => startsAt(filters, other(to)) === false),
  );
}

/** Ids that no real request has; a filter that knows one request by heart lets neither pass. */
const SAMPLES = ['sample-of-an-id-0', 'another-sample-1'];

/** Whether requests of a kind start a workflow; `undefined` where a filter can't be read. */
function startsAt(
  filters: readonly z.infer<typeof Filter>[],
  to: MarketingTarget,
): boolean | undefined {
  const met = filters.flatMap(({ property, operation = {} }) => {
    if (property === 'hs_name') return [isMet(operation, MARKETING_REQUEST)];
    if (property === 'hs_value') {
      return SAMPLES.map((id) => isMet(operation, requestValue(to, id)));
    }
    return [];
  });
  if (met.includes(false)) return false;
  return met.includes(undefined) ? undefined : true;
}

/** HubSpot's operators on text, of one value or of any of several. */
function isMet(
  { operator = '', value, values = [] }: Operation,
  text: string,
): boolean | undefined {
  if (operator === 'IS_KNOWN') return true;
  const compare = COMPARE[operator];
  const wanted = value === undefined ? values : [value, ...values];
  if (compare === undefined || wanted.length === 0) return undefined;
  return wanted.some((one) => compare(text.toLowerCase(), one.toLowerCase()));
}

const COMPARE: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  IS_EQUAL_TO: (text, wanted) => text === wanted,
  IS_ANY_OF: (text, wanted) => text === wanted,
  STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  CONTAINS: (text, wanted) => text.includes(wanted),
};

function other(to: MarketingTarget): MarketingTarget {
  return to === 'marketing' ? 'non-marketing' : 'marketing';
}
