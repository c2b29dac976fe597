import * as z from 'zod/mini';
import type { Subject } from '../../../evidence/consent-event.ts';
import type { EmailEventRecord } from '../../../evidence/email-events.ts';
import type { Page, Sources } from '../../ports.ts';
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
  return (address, older) => pageOf(hubspot, address, 'STATUSCHANGE', changesIn, older);
}

/** Reports of spam by one address: the same endpoint with `eventType=SPAMREPORT`. */
export function spamReports(hubspot: HubSpotClient): Sources['spamReports'] {
  return (address) => pageOf(hubspot, address, 'SPAMREPORT', reportIn);
}

async function pageOf(
  hubspot: HubSpotClient,
  address: string,
  eventType: 'STATUSCHANGE' | 'SPAMREPORT',
  recordsOf: (event: Sent, order: number) => EmailEventRecord[],
  older?: string,
): Promise<Page<EmailEventRecord>> {
  const answer = await hubspot.request('read', {
    method: 'GET',
    path: '/email/public/v1/events',
    query: {
      recipient: urlText(address),
      eventType,
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
    records: events.flatMap((event, at) =>
      event.type === eventType ? recordsOf(event, orders[at] ?? 0) : [],
    ),
    ...(last === undefined ? {} : { back: instantOf(last.created) }),
    ...(hasMore && offset ? { older: offset } : {}),
  };
}

/**
 * `portalSubscriptionStatus` is how the address stands with all mail; it is sent with changes of types too, where
 * it need not have changed. So is the status of every type that is not the only one.
 */
function changesIn(event: Sent, order: number): EmailEventRecord[] {
  const { id, created, source, requestedBy, portalSubscriptionStatus, subscriptions } = event;
  const types = subscriptions ?? [];
  const record = (about: Subject, word: string, isSentAlong: boolean): EmailEventRecord => ({
    at: instantOf(created),
    about,
    change: legacyChange(word),
    source: source ?? '',
    ...(requestedBy ? { requestedBy } : {}),
    cause: id,
    order,
    ...(isSentAlong ? { isSentAlong } : {}),
    raw: { status: word, source: source ?? '', ...(requestedBy ? { requestedBy } : {}), id },
  });
  return [
    ...(portalSubscriptionStatus
      ? [record({ kind: 'everything' }, portalSubscriptionStatus, types.length > 0)]
      : []),
    ...types.map((one) =>
      record({ kind: 'subscription', typeId: one.id }, one.status, types.length > 1),
    ),
  ];
}

function reportIn({ id, created, type }: Sent, order: number): EmailEventRecord[] {
  return [
    {
      at: instantOf(created),
      about: { kind: 'deliverability', of: 'spam-complaint' },
      change: 'blocked',
      source: '',
      cause: id,
      order,
      raw: { type, id },
    },
  ];
}
