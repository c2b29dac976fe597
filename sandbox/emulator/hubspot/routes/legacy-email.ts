import { fine, type Call, type Result, type Route } from '../call.ts';
import type { ConsentEvent } from '../entities.ts';
import { sentEmailEvent, sentTimelineEntry } from '../formatters.ts';
import { refusals } from '../refusals.ts';

const MOST = 1000;

/**
 * The legacy pages of the first version, which have no OpenAPI file; shapes after HubSpot's examples and a
 * public integration's use of them (hubspot/apis.md §2.1, §2.2).
 */
export const LEGACY_EMAIL: readonly Route[] = [
  {
    method: 'GET',
    path: '/email/public/v1/events',
    scopes: ['content'],
    answer: events,
  },
  {
    method: 'GET',
    path: '/email/public/v1/subscriptions/timeline',
    scopes: ['content'],
    answer: timeline,
  },
];

function events(call: Call): Result {
  const { query, portal } = call;
  const recipient = query.get('recipient')?.toLowerCase();
  const eventType = query.get('eventType');
  return page(call, 'events', (event, index) => {
    const isTheirs = recipient === undefined || event.address.toLowerCase() === recipient;
    const sent = sentEmailEvent(event, index, portal);
    return isTheirs && (eventType === null || sent.type === eventType) ? [sent] : [];
  });
}

/** For the whole portal: there is no filter by address. */
function timeline(call: Call): Result {
  const changeType = call.query.get('changeType');
  return page(call, 'timeline', (event, index) => {
    const sent = sentTimelineEntry(event, index, call.portal);
    const isAsked = sent.changes.some((change) => change.changeType === changeType);
    return changeType === null || isAsked ? [sent] : [];
  });
}

/** Newest first. The offset is an opaque text to whoever calls. */
function page(
  { data, query }: Call,
  name: 'events' | 'timeline',
  send: (event: ConsentEvent, index: number) => object[],
): Result {
  const limit = Number(query.get('limit') ?? 100);
  const start = Number(query.get('startTimestamp') ?? 0);
  const end = Number(query.get('endTimestamp') ?? Infinity);
  const from = Number(query.get('offset') ?? 0);
  if (!(limit >= 1 && limit <= MOST) || Number.isNaN(start + end) || !Number.isInteger(from)) {
    return refusals.unreadable();
  }
  const found = data.events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.at >= start && event.at <= end)
    .sort((a, b) => b.event.at - a.event.at || b.index - a.index)
    .flatMap(({ event, index }) => send(event, index));
  const next = from + limit;
  return fine({
    hasMore: next < found.length,
    offset: String(Math.min(next, found.length)),
    [name]: found.slice(from, next),
  });
}
