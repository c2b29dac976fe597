import * as z from 'zod/mini';
import type { Subject } from '../../../evidence/consent-event.ts';
import type { TimelineRecord } from '../../../evidence/subscription-timeline.ts';
import type { Sources } from '../../ports.ts';
import type { HubSpotClient } from '../client.ts';
import { instantOf } from '../instant.ts';
import { Id, readAnswer } from '../read-answer.ts';
import { isOfAddress } from '../whose.ts';
import { legacyChange, obstacleChange, ordersOf } from './legacy.ts';

const Changes = z.array(
  z.object({
    change: z.string(),
    changeType: z.string(),
    source: z.nullish(z.string()),
    subscriptionId: z.nullish(Id),
    causedByEvent: z.nullish(z.object({ id: z.string() })),
  }),
);

const Timeline = z.object({
  hasMore: z.boolean(),
  offset: z.nullish(z.string()),
  timeline: z.array(z.object({ timestamp: z.number(), recipient: z.string(), changes: Changes })),
});

type Sent = z.infer<typeof Timeline>['timeline'][number];

/**
 * `GET /email/public/v1/subscriptions/timeline`, which has no OpenAPI file (hubspot/apis.md §2.1); needs
 * `content`. It lists the whole account's changes and has no filter by address, so others' rows are
 * dropped here and go no further.
 */
export function subscriptionTimeline(hubspot: HubSpotClient): Sources['timeline'] {
  return async (addresses, { from, to }, older) => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: '/email/public/v1/subscriptions/timeline',
      query: {
        limit: '1000',
        ...(from === undefined ? {} : { startTimestamp: String(Date.parse(from)) }),
        ...(to === undefined ? {} : { endTimestamp: String(Date.parse(to)) }),
        ...(older === undefined ? {} : { offset: older }),
      },
    });
    const { timeline, hasMore, offset } = readAnswer(Timeline, answer);
    const own = timeline.flatMap((row) => {
      const nth = addresses.findIndex((address) => isOfAddress(row.recipient, address));
      return nth < 0 ? [] : [{ row, nth }];
    });
    const orders = ordersOf(own.map(({ row }) => row.timestamp));
    const last = timeline.at(-1);
    return {
      records: own.flatMap(({ row, nth }, at) => recordsOf(row, nth, orders[at] ?? 0)),
      ...(last === undefined ? {} : { back: instantOf(last.timestamp) }),
      ...(hasMore && offset ? { older: offset } : {}),
    };
  };
}

function recordsOf({ timestamp, changes }: Sent, nth: number, order: number): TimelineRecord[] {
  return changes.flatMap((one) => {
    const about = subjectOf(one);
    if (about === undefined) return [];
    const { change, changeType, source, causedByEvent } = one;
    const at = instantOf(timestamp);
    return {
      ...(nth === 0 ? {} : { nth }),
      at,
      about,
      change:
        about.kind === 'deliverability' ? obstacleChange(about.of, change) : legacyChange(change),
      source: source ?? '',
      cause: causedByEvent?.id ?? `${changeType}@${at}`,
      order,
      raw: { change, changeType, source: source ?? '', cause: causedByEvent?.id ?? '' },
    };
  });
}

function subjectOf({
  changeType,
  subscriptionId,
}: z.infer<typeof Changes>[number]): Subject | undefined {
  switch (changeType) {
    case 'SUBSCRIPTION_STATUS':
      return subscriptionId === undefined || subscriptionId === null
        ? { kind: 'some-subscription' }
        : { kind: 'subscription', typeId: subscriptionId };
    case 'PORTAL_STATUS':
      return { kind: 'everything' };
    case 'PORTAL_BOUNCE':
      return { kind: 'deliverability', of: 'hard-bounce' };
    case 'PORTAL_SPAM_REPORT':
    case 'SUBSCRIPTION_SPAM_REPORT':
      return { kind: 'deliverability', of: 'spam-complaint' };
    default:
      return undefined;
  }
}
