import { stringsIn } from '../call.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { isObject, isTexts, textIn } from './given.ts';
import { objectRefusals } from './refusals.ts';
import { filterTrouble, type Filter } from './search-filters.ts';

export interface SearchRequest {
  /** Filter groups are "or", filters in a group "and"; no group lets everything pass. */
  readonly groups: readonly (readonly Filter[])[];
  readonly query: string;
  readonly properties: readonly string[];
  readonly sort: { readonly property: string; readonly isDescending: boolean } | undefined;
  readonly limit: number;
  readonly after: number;
}

/**
 * HubSpot's guide to CRM search: five groups, six filters in each, 18 in all; 3,000 characters; 200 results a page,
 * 10,000 in all; one sort. The OpenAPI file says six groups; the guide is taken.
 */
const MOST = { groups: 5, inGroup: 6, filters: 18, query: 3000, page: 200, results: 10_000 };

type Body = Readonly<Record<string, unknown>>;

export function searchRequestIn(body: Body): SearchRequest | Refusal {
  const groups = groupsIn(body);
  const properties = stringsIn(body['properties']);
  const sort = sortIn(body['sorts']);
  const limit = body['limit'] ?? 10;
  const after = placeIn(body['after']);
  const query = body['query'] ?? '';
  const isReadable =
    groups !== undefined &&
    properties !== undefined &&
    sort !== 'unreadable' &&
    typeof limit === 'number' &&
    typeof query === 'string' &&
    after !== undefined;
  if (!isReadable || !Number.isInteger(limit) || limit < 1) return refusals.unreadable();
  const filters = groups.flat();
  if (groups.length > MOST.groups) return objectRefusals.tooMany('filter groups', MOST.groups);
  if (groups.some((group) => group.length > MOST.inGroup)) {
    return objectRefusals.tooMany('filters in a group', MOST.inGroup);
  }
  if (filters.length > MOST.filters) return objectRefusals.tooMany('filters', MOST.filters);
  if (query.length > MOST.query) return objectRefusals.tooMany('characters', MOST.query);
  if (limit > MOST.page) return objectRefusals.tooMany('results a page', MOST.page);
  if (after + limit > MOST.results) return objectRefusals.tooMany('results', MOST.results);
  const trouble = filters.map(filterTrouble).find((one) => one !== undefined);
  if (trouble !== undefined) return objectRefusals.bad(trouble);
  return { groups, query, properties, sort, limit, after };
}

/** The cursor of a search is a place in what was found (HubSpot's guide to CRM search). */
function placeIn(after: unknown): number | undefined {
  if (after === undefined) return 0;
  const text = typeof after === 'number' ? String(after) : after;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Filters beside the groups are a group of their own, as HubSpot's own examples send them. */
function groupsIn(body: Body): Filter[][] | undefined {
  const groups = body['filterGroups'] ?? [];
  if (!Array.isArray(groups)) return undefined;
  const lists = groups.map((group: unknown) => (isObject(group) ? group['filters'] : undefined));
  const read = [...lists, ...(body['filters'] === undefined ? [] : [body['filters']])];
  return read.every(isFilters) ? read : undefined;
}

function isFilters(list: unknown): list is Filter[] {
  return Array.isArray(list) && list.every(isFilter);
}

function isFilter(one: unknown): one is Filter {
  if (!isObject(one) || (one['values'] !== undefined && !isTexts(one['values']))) return false;
  const [value, highValue] = [one['value'], one['highValue']];
  return (
    textIn(one, 'propertyName') !== undefined &&
    textIn(one, 'operator') !== undefined &&
    [value, highValue].every((text) => text === undefined || typeof text === 'string')
  );
}

/** `name`, `-name` or HubSpot's `{ propertyName, direction }`; one only. */
function sortIn(sorts: unknown): SearchRequest['sort'] | 'unreadable' {
  if (sorts === undefined) return undefined;
  if (!Array.isArray(sorts) || sorts.length > 1) return 'unreadable';
  const sort: unknown = sorts[0];
  if (sort === undefined) return undefined;
  if (typeof sort === 'string') {
    const isDescending = sort.startsWith('-');
    return { property: isDescending ? sort.slice(1) : sort, isDescending };
  }
  const property = isObject(sort) ? textIn(sort, 'propertyName') : undefined;
  return property === undefined
    ? 'unreadable'
    : { property, isDescending: isObject(sort) && sort['direction'] === 'DESCENDING' };
}
