import * as z from 'zod/mini';
import type { Subject } from '../../../evidence/consent-event.ts';
import type { EmailEventRecord } from '../../../evidence/email-events.ts';
import type { Sources } from '../../ports.ts';
import { unreadable, type HubSpotClient } from '../client.ts';
import { instantOf } from '../instant.ts';
import { Id, readAnswer } from '../read-answer.ts';
import { urlText } from '../url-text.ts';
import { isOfAddress } from '../whose.ts';
import { legacyChange, ordersOf } from './legacy.ts';

const Events = z.object({
  hasMore: z.boolean(),
  offset: z.nullish(z.string()),
  events: z.array(
    z.object({
      id: z.string(),
      recipient: z.nullish(z.string()),
      created: z.number(),
      type: z.string(),
      source: z.nullish(z.string()),
      requestedBy: z.nullish(z.string()),
      portalSubscriptionStatus: z.nullish(z.string()),
      subscriptions: z.nullish(z.array(z.object({ id: Id, status: z.string() }))),
    }),
  ),
});

type Sent = z.infer<typeof Events>['events'][number];

/**
 * Status changes of one address: `GET /email/public/v1/events?recipient=…&eventType=STATUSCHANGE`, which has
 * no OpenAPI file (hubspot/apis.md §2.2); needs `content`. An event may tell of several types, and HubSpot
 * repeats them long after, so they are matched by what they say.
 */
export function emailEvents(hubspot: HubSpotClient): Sources['emailEvents'] {
  return async (address, older) => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: '/email/public/v1/events',
      query: {
        recipient: urlText(address),
        eventType: 'STATUSCHANGE',
        limit: '1000',
        ...(older === undefined ? {} : { offset: older }),
      },
    });
    const { events, hasMore, offset } = readAnswer(Events, answer);
    const isOthers = ({ recipient }: Sent) =>
      recipient !== undefined && recipient !== null && !isOfAddress(recipient, address);
    if (events.some(isOthers)) throw unreadable();
    const orders = ordersOf(events.map(({ created }) => created));
    const last = events.at(-1);
    return {
      records: events.flatMap((event, at) => recordsOf(event, orders[at] ?? 0)),
      ...(last === undefined ? {} : { back: instantOf(last.created) }),
      ...(hasMore && offset ? { older: offset } : {}),
    };
  };
}

function recordsOf(event: Sent, order: number): EmailEventRecord[] {
  const { id, created, type, source, requestedBy, portalSubscriptionStatus, subscriptions } = event;
  if (type !== 'STATUSCHANGE') return [];
  const record = (about: Subject, word: string): EmailEventRecord => ({
    at: instantOf(created),
    about,
    change: legacyChange(word),
    source: source ?? '',
    ...(requestedBy ? { requestedBy } : {}),
    cause: id,
    order,
    raw: { status: word, source: source ?? '', ...(requestedBy ? { requestedBy } : {}), id },
  });
  return [
    ...(portalSubscriptionStatus ? [record({ kind: 'everything' }, portalSubscriptionStatus)] : []),
    ...(subscriptions ?? []).map((one) =>
      record({ kind: 'subscription', typeId: one.id }, one.status),
    ),
  ];
}
