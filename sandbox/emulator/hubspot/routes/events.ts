import { fine, type Call, type Result, type Route } from '../call.ts';
import type { ConsentEvent } from '../entities.ts';
import { sentOccurrence } from '../formatters.ts';
import { eventsOf } from '../indexes.ts';
import { refusals } from '../refusals.ts';

const BASE = '/events/event-occurrences/2026-09';

/** The one event type that tells of consent (a third party's recorded answer, hubspot/apis.md §2.3). */
const SUBSCRIPTION_UPDATED = 'e_updated_email_subscription_status_v2';

/** What happened to one record (OpenAPI file events 2026-09). The ids are those of the legacy timeline's causes. */
export const EVENTS: readonly Route[] = [
  {
    method: 'GET',
    path: BASE,
    also: ['/events/v3/events'],
    scopes: ['oauth'],
    answer: occurrences,
  },
  {
    method: 'GET',
    path: `${BASE}/event-types`,
    also: ['/events/v3/events/event-types'],
    scopes: ['oauth'],
    answer: () => fine({ eventTypes: [SUBSCRIPTION_UPDATED] }),
  },
];

const MOST = 1000;

function occurrences({ data, query }: Call): Result {
  const limit = Number(query.get('limit') ?? 20);
  const from = Number(query.get('after') ?? 0);
  const after = instantIn(query, 'occurredAfter', 0);
  const before = instantIn(query, 'occurredBefore', Infinity);
  if (!(limit >= 1 && limit <= MOST) || !Number.isInteger(from) || Number.isNaN(after + before)) {
    return refusals.unreadable();
  }
  const type = query.get('eventType');
  const isAsked =
    query.get('objectType') === 'contact' && (type === null || type === SUBSCRIPTION_UPDATED);
  const contactId = query.get('objectId') ?? '';
  const found = (isAsked ? eventsOf(data, contactId) : [])
    .filter(isChange)
    .filter(({ at }) => at > after && at < before)
    .reverse();
  const page = found.slice(from, from + limit);
  const next = from + limit;
  return fine({
    results: page.map((event) => sentOccurrence(event, contactId, SUBSCRIPTION_UPDATED)),
    ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
  });
}

function isChange({ change }: ConsentEvent): boolean {
  return change !== 'BOUNCED' && change !== 'SPAM_REPORTED';
}

function instantIn(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name);
  return given === null ? otherwise : Date.parse(given);
}
