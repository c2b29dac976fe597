import * as z from 'zod/mini';
import type { Sources } from '../../ports.ts';
import { unreadable, type HubSpotClient } from '../client.ts';
import { instantOf } from '../instant.ts';
import { yesNoOf } from '../property-values.ts';
import { Id, readAnswer } from '../read-answer.ts';
import { ordersOf } from './legacy.ts';

const Occurrences = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      objectId: z.optional(Id),
      occurredAt: z.union([z.string(), z.number()]),
      properties: z.record(z.string(), z.nullish(z.string())),
    }),
  ),
  paging: z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) })),
});

/**
 * `GET /events/event-occurrences/2026-09` (OpenAPI: events 2026-09), one contact's "updated subscription"
 * events; needs `oauth` and, by HubSpot's file, Enterprise. Which type changed is not in it (hubspot/apis.md §2.3).
 */
export function occurrences(hubspot: HubSpotClient): Sources['occurrences'] {
  return async (contactId, older) => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: '/events/event-occurrences/2026-09',
      query: {
        objectType: 'contact',
        objectId: contactId,
        eventType: 'e_updated_email_subscription_status_v2',
        limit: '1000',
        ...(older === undefined ? {} : { after: older }),
      },
    });
    const { results, paging } = readAnswer(Occurrences, answer);
    if (results.some(({ objectId = contactId }) => objectId !== contactId)) throw unreadable();
    const times = results.map(({ occurredAt }) => instantOf(occurredAt));
    const orders = ordersOf(times.map((time) => Date.parse(time)));
    const back = times.at(-1);
    const next = paging?.next?.after;
    return {
      records: results.flatMap(({ id, properties }, at) => {
        const { hs_subscription_unsubscribe: optedOut, hs_app_name: appName } = properties;
        const time = times[at];
        if (time === undefined) return [];
        const isOptOut = optedOut ? yesNoOf(optedOut) : undefined;
        return {
          id,
          at: time,
          order: orders[at] ?? 0,
          ...(isOptOut === undefined ? {} : { optedOut: isOptOut }),
          ...(appName ? { appName } : {}),
          raw: { id, unsubscribe: optedOut ?? '', ...(appName ? { appName } : {}) },
        };
      }),
      ...(back === undefined ? {} : { back }),
      ...(next === undefined ? {} : { older: next }),
    };
  };
}
