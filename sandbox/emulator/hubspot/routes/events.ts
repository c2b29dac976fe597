import { fine, listIn, type Call, type Result, type Route } from '../call.ts';
import type { ConsentEvent } from '../entities.ts';
import { sentOccurrence } from '../formatters.ts';
import { eventsOf } from '../indexes.ts';
import { objectTypeNamed } from '../objects/object-type.ts';
import { pageByTime, pageIn, sentPaging } from '../paging.ts';
import { PAGED } from './record-parameters.ts';

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
    query: {
      ...PAGED,
      before: 'not-emulated',
      eventType: 'text',
      id: 'texts',
      objectId: 'integer',
      'objectProperty.{propname}': 'not-emulated',
      objectType: 'text',
      occurredAfter: 'instant',
      occurredBefore: 'instant',
      properties: 'not-emulated',
      'property.{propname}': 'not-emulated',
      sort: 'not-emulated',
    },
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
  const asked = pageIn(query, { usual: 20, most: MOST });
  if ('status' in asked) return asked;
  const after = instantIn(query, 'occurredAfter', 0);
  const before = instantIn(query, 'occurredBefore', Infinity);
  const ids = listIn(query, 'id');
  const type = query.get('eventType');
  const isAsked =
    objectTypeNamed(data, query.get('objectType') ?? '').kind === 'contact' &&
    (type === null || type === SUBSCRIPTION_UPDATED);
  const contactId = query.get('objectId') ?? '';
  const found = (isAsked ? eventsOf(data, contactId) : [])
    .filter(isChange)
    .filter(({ at, id }) => at > after && at < before && (ids.length === 0 || ids.includes(id)));
  const page = pageByTime(found, asked);
  if ('status' in page) return page;
  return fine({
    results: page.items.map((event) => sentOccurrence(event, contactId, SUBSCRIPTION_UPDATED)),
    ...sentPaging(page),
  });
}

function isChange({ change }: ConsentEvent): boolean {
  return change !== 'BOUNCED' && change !== 'SPAM_REPORTED';
}

function instantIn(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name);
  return given === null ? otherwise : Date.parse(given);
}
