import { refusals, type Refusal } from './refusals.ts';

/** What a call asks of a list. */
export interface PageAsked {
  readonly limit: number;
  /** The cursor of the page before; absent for the first page. */
  readonly after: string | undefined;
}

/**
 * A page of a list (`ForwardPaging` of HubSpot's OpenAPI files). A cursor names a place and not a row: it leads on where the row that stood there has been
 * taken away since, and rows that came or went before it move nothing.
 */
interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** `limit` and the cursor of a query: what is taken where nothing is said, and the most where HubSpot names one. */
export function pageIn(
  query: URLSearchParams,
  { usual, most = Infinity }: { readonly usual: number; readonly most?: number },
  cursor = 'after',
): PageAsked | Refusal {
  const limit = Number(query.get('limit') ?? usual);
  return limit >= 1 && limit <= most
    ? { limit, after: query.get(cursor) ?? undefined }
    : refusals.invalid(
        `limit must be at least 1${most < Infinity ? ` and at most ${String(most)}` : ''}`,
      );
}

/** In the order of ids, which are numbers; the cursor is the last one's id. `items` may come in any order. */
export function pageById<T>(
  items: readonly T[],
  idOf: (one: T) => string,
  { limit, after }: PageAsked,
): Page<T> | Refusal {
  const from = idAfter(after);
  if (typeof from === 'object') return from;
  const left = items
    .filter((one) => Number(idOf(one)) > from)
    .sort((a, b) => Number(idOf(a)) - Number(idOf(b)));
  return cut(left, limit, idOf);
}

/** The id that a cursor names; -1 where there is none, so that every id comes after it. */
export function idAfter(after: string | undefined): number | Refusal {
  if (after === undefined) return -1;
  return /^\d{1,15}$/.test(after) ? Number(after) : badCursor();
}

/** What happened at some time. Ids have a UUID's shape and grow with every one that is made. */
interface Dated {
  readonly id: string;
  readonly at: number;
}

/** Newest first; the cursor is the last one's time and id. `items` come oldest first. */
export function pageByTime<T extends Dated>(
  items: readonly T[],
  { limit, after }: PageAsked,
): Page<T> | Refusal {
  const place = after === undefined ? undefined : /^(\d{1,15})_([\da-f-]{36})$/.exec(after);
  if (place === null) return badCursor();
  const [at, id] = [Number(place?.[1]), place?.[2] ?? ''];
  const isLeft = (one: T) => place === undefined || one.at < at || (one.at === at && one.id < id);
  return cut(items.filter(isLeft).reverse(), limit, placeOf);
}

/** By the place in a list that nothing is ever taken from. */
export function pageByPlace<T>(
  items: readonly T[],
  { limit, after }: PageAsked,
): Page<T> | Refusal {
  const from = idAfter(after);
  if (typeof from === 'object') return from;
  const next = Math.max(from, 0) + limit;
  const page = items.slice(Math.max(from, 0), next);
  return { items: page, ...(next < items.length ? { next: String(next) } : {}) };
}

/** The `paging` of an answer; nothing on the last page. */
export function sentPaging({ next }: Pick<Page<unknown>, 'next'>): object {
  return next === undefined ? {} : { paging: { next: { after: next } } };
}

function placeOf({ at, id }: Dated): string {
  return `${String(at)}_${id}`;
}

function cut<T>(left: readonly T[], limit: number, cursorOf: (one: T) => string): Page<T> {
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return left.length > limit && last !== undefined ? { items, next: cursorOf(last) } : { items };
}

function badCursor(): Refusal {
  return refusals.invalid('after is not a cursor of this list');
}
