import { fine, type Call, type Result, type Route } from '../call.ts';
import type { ConsentEvent } from '../entities.ts';
import { sentEmailEvent, sentTimelineEntry } from '../formatters.ts';
import { eventsAt } from '../indexes.ts';
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
  const { data, query, portal } = call;
  const recipient = query.get('recipient');
  const eventType = query.get('eventType');
  const asked = recipient === null ? data.events : eventsAt(data, recipient);
  return page(call, 'events', asked, (event) => {
    const sent = sentEmailEvent(event, portal, data);
    return eventType === null || sent.type === eventType ? [sent] : [];
  });
}

/** For the whole portal: there is no filter by address. */
function timeline(call: Call): Result {
  const changeType = call.query.get('changeType');
  return page(call, 'timeline', call.data.events, (event) => {
    const sent = sentTimelineEntry(event, call.portal, call.data);
    const isAsked = sent.changes.some((change) => change.changeType === changeType);
    return changeType === null || isAsked ? [sent] : [];
  });
}

/** Newest first. The offset is an opaque text to whoever calls. */
function page(
  { query }: Call,
  name: 'events' | 'timeline',
  asked: readonly ConsentEvent[],
  send: (event: ConsentEvent) => object[],
): Result {
  const limit = Number(query.get('limit') ?? 100);
  const start = Number(query.get('startTimestamp') ?? 0);
  const end = Number(query.get('endTimestamp') ?? Infinity);
  const from = Number(query.get('offset') ?? 0);
  if (!(limit >= 1 && limit <= MOST) || Number.isNaN(start + end) || !Number.isInteger(from)) {
    return refusals.unreadable();
  }
  const found = asked
    .filter(({ at }) => at >= start && at <= end)
    .reverse()
    .flatMap(send);
  const next = from + limit;
  return fine({
    hasMore: next < found.length,
    offset: String(Math.min(next, found.length)),
    [name]: found.slice(from, next),
  });
}
