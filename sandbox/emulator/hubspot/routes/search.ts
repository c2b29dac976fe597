import { contactPaths, fine, stringsIn, type Call, type Result, type Route } from '../call.ts';
import { valueOf } from '../contacts.ts';
import type { StoredContact } from '../entities.ts';
import { sentContact } from '../formatters.ts';
import { refusals } from '../refusals.ts';

/** Search of contacts (OpenAPI file contacts v3): filter groups are "or", filters in a group "and". */
export const SEARCH: readonly Route[] = [
  {
    method: 'POST',
    ...contactPaths('/search'),
    scopes: ['crm.objects.contacts.read'],
    answer: search,
  },
];

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
}

function search({ data, body }: Call): Result {
  const groups = body['filterGroups'] ?? [];
  const properties = stringsIn(body['properties']);
  const limit = body['limit'] ?? 10;
  const after = Number(body['after'] ?? 0);
  if (
    properties === undefined ||
    typeof limit !== 'number' ||
    !Number.isInteger(after) ||
    !Array.isArray(groups)
  ) {
    return refusals.unreadable();
  }
  if (limit > 200 || groups.length > 6) return refusals.invalid('too many results or groups asked');
  if (!groups.every(isGroup)) return refusals.unreadable();
  const unknown = groups
    .flatMap(({ filters }) => filters)
    .find(({ operator }) => !Object.hasOwn(OPERATORS, operator));
  if (unknown !== undefined)
    return refusals.invalid(`operator ${unknown.operator} is not emulated`);
  const found = Object.values(data.contacts).filter(
    (contact) =>
      groups.length === 0 ||
      groups.some(({ filters }) => filters.every((filter) => passes(contact, filter))),
  );
  const page = found.slice(after, after + limit);
  const next = after + limit;
  return fine({
    total: found.length,
    results: page.map((contact) => sentContact(data, contact, properties, [])),
    ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
  });
}

function isGroup(group: unknown): group is { readonly filters: readonly Filter[] } {
  const filters = (group as { filters?: unknown } | null)?.filters;
  return (
    Array.isArray(filters) &&
    filters.every((one: unknown) => typeof (one as Filter | null)?.propertyName === 'string')
  );
}

function passes(contact: StoredContact, filter: Filter): boolean {
  const value = valueOf(contact, filter.propertyName) ?? '';
  return OPERATORS[filter.operator]?.(value, filter) ?? false;
}

/** HubSpot compares texts without regard to letter case. */
const same = (a: string, b: string | undefined) => a.toLowerCase() === (b ?? '').toLowerCase();

const OPERATORS: Readonly<Record<string, (value: string, filter: Filter) => boolean>> = {
  EQ: (value, filter) => same(value, filter.value),
  /** A contact without a value does not pass (a common report; needs a real account to confirm). */
  NEQ: (value, filter) => value !== '' && !same(value, filter.value),
  IN: (value, filter) => filter.values?.some((one) => same(value, one)) ?? false,
  HAS_PROPERTY: (value) => value !== '',
  NOT_HAS_PROPERTY: (value) => value === '',
};
