import { calls } from './call.ts';

const BASE = '/events/event-occurrences/2026-09';

export const EVENT_CALLS = [
  ...calls('GET', BASE, [
    [
      'reads what happened to a contact',
      200,
      { path: '?objectType=contact&objectId=105&eventType=e_updated_email_subscription_status_v2' },
    ],
    ['reads page by page', 200, { path: '?objectType=contact&objectId=105&limit=1' }],
    ['refuses a page of nothing', 400, { path: '?limit=0' }],
  ]),
  ...calls('GET', `${BASE}/event-types`, [['lists the types of events', 200]]),
];
