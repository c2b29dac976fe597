import { fine, type Call, type Result, type Route } from '../call.ts';
import type { ConsentEvent } from '../entities.ts';
import { sentEmailEvent, sentTimelineEntry } from '../formatters.ts';
import { eventsAt } from '../indexes.ts';
import type { Parameters } from '../parameters.ts';
import { pageByTime, pageIn } from '../paging.ts';

const MOST = 1000;

const PAGED_BY_TIME: Parameters = {
  startTimestamp: 'integer',
  endTimestamp: 'integer',
  limit: 'integer',
  offset: 'text',
};

/**
 * The legacy pages of the first version, which have no OpenAPI file; shapes after HubSpot's examples and a
 * public integration's use of them (hubspot/apis.md §2.1, §2.2).
 */
export const LEGACY_EMAIL: readonly Route[] = [
  {
    method: 'GET',
    path: '/email/public/v1/events',
    scopes: ['content'],
    query: { ...PAGED_BY_TIME, recipient: 'text', eventType: 'text' },
    answer: events,
  },
  {
    method: 'GET',
    path: '/email/public/v1/subscriptions/timeline',
    scopes: ['content'],
    query: { ...PAGED_BY_TIME, changeType: 'text', includeSnapshots: 'not-emulated' },
    answer: timeline,
  },
];

function events(call: Call): Result {
  const { data, query, portal } = call;
  const recipient = query.get('recipient');
  const eventType = query.get('eventType');
  const asked = recipient === null ? data.events : eventsAt(data, recipient);
  return page(call, 'events', asked, {
    isAsked: (event) =>
      eventType === null || sentEmailEvent(event, portal, data).type === eventType,
    send: (event) => sentEmailEvent(event, portal, data),
  });
}

/** For the whole portal: there is no filter by address. */
function timeline(call: Call): Result {
  const { data, query, portal } = call;
  const changeType = query.get('changeType');
  return page(call, 'timeline', data.events, {
    isAsked: (event) =>
      changeType === null ||
      sentTimelineEntry(event, portal, data).changes.some(
        (change) => change.changeType === changeType,
      ),
    send: (event) => sentTimelineEntry(event, portal, data),
  });
}

/** Newest first. The offset is an opaque text to whoever calls. */
function page(
  { query }: Call,
  name: 'events' | 'timeline',
  asked: readonly ConsentEvent[],
  row: {
    readonly isAsked: (event: ConsentEvent) => boolean;
    readonly send: (event: ConsentEvent) => object;
  },
): Result {
  const pageAsked = pageIn(query, { usual: 100, most: MOST }, 'offset');
  if ('status' in pageAsked) return pageAsked;
  const start = Number(query.get('startTimestamp') ?? 0);
  const end = Number(query.get('endTimestamp') ?? Infinity);
  const found = asked.filter((event) => event.at >= start && event.at <= end && row.isAsked(event));
  const page = pageByTime(found, pageAsked);
  if ('status' in page) return page;
  return fine({
    hasMore: page.next !== undefined,
    offset: page.next ?? pageAsked.after ?? '',
    [name]: page.items.map(row.send),
  });
}
