import { contactPaths, fine, type Call, type Result, type Route } from '../call.ts';
import { allOf, SCOPES, typeFor } from '../objects/access.ts';
import { definitionNamed, type Definition } from '../objects/definitions.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { order, passes } from '../objects/search-filters.ts';
import { searchRequestIn, type SearchRequest } from '../objects/search-request.ts';
import { searchedContacts, searchedRecords, type Searched } from '../objects/searched.ts';
import { objectPaths } from './records.ts';

const READ = SCOPES.records.read;

/** Search of contacts and of custom objects (OpenAPI files contacts and custom objects; HubSpot's guide to CRM search). */
export const SEARCH: readonly Route[] = [
  {
    method: 'POST',
    ...contactPaths('/search'),
    scopes: READ.contact,
    answer: (call) => search(call, ['contacts']),
  },
  { method: 'POST', ...objectPaths('/search'), scopes: allOf(READ), answer: search },
];

function search(call: Call, [objectType = '']: readonly string[]): Result {
  const { data, body, now } = call;
  const type = typeFor(call, objectType, READ);
  if ('status' in type) return type;
  const request = searchRequestIn(body);
  if ('status' in request) return request;
  const { typeId, inWords, all } =
    type.kind === 'contact' ? searchedContacts(data, now) : searchedRecords(data, type.schema, now);
  const names = [
    ...request.groups.flat().map(({ propertyName }) => propertyName),
    ...(request.sort === undefined ? [] : [request.sort.property]),
  ];
  const kinds = new Map<string, Definition>();
  for (const name of names) {
    const definition = definitionNamed(data, typeId, name);
    if (definition === undefined)
      return objectRefusals.bad(`${name} is not a property that can be searched`);
    kinds.set(name, definition);
  }
  const found = all.filter((one) => isFound(one, request, kinds, inWords));
  return fine(page(sorted(found, request, kinds), request));
}

function isFound(
  one: Searched,
  { groups, query }: SearchRequest,
  kinds: ReadonlyMap<string, Definition>,
  inWords: readonly string[],
): boolean {
  const words = query.toLowerCase();
  const hasWords =
    words === '' || inWords.some((name) => one.value(name).toLowerCase().includes(words));
  return (
    hasWords &&
    (groups.length === 0 ||
      groups.some((group) =>
        group.every((filter) => {
          const kind = kinds.get(filter.propertyName);
          return kind !== undefined && passes(one.value(filter.propertyName), filter, kind);
        }),
      ))
  );
}

/** Without a sort in the order of ids, which HubSpot does not promise; those without a value come last. [guess: unsortedSearch] [guess: emptyInFilters] */
function sorted(
  found: readonly Searched[],
  { sort }: SearchRequest,
  kinds: ReadonlyMap<string, Definition>,
): readonly Searched[] {
  const kind = kinds.get(sort?.property ?? '');
  if (sort === undefined || kind === undefined) return found;
  const { property, isDescending } = sort;
  return [...found].sort((a, b) => {
    const [x, y] = [a.value(property), b.value(property)];
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
    return isDescending ? order(y, x, kind) : order(x, y, kind);
  });
}

function page(found: readonly Searched[], { properties, after, limit }: SearchRequest): object {
  const next = after + limit;
  return {
    total: found.length,
    results: found.slice(after, next).map((one) => one.send(properties)),
    ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
  };
}
