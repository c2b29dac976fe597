import { calls } from './call.ts';

export const LEGACY_EMAIL_CALLS = [
  ...calls('GET', '/email/public/v1/events', [
    ['reads everything that happened', 200],
    [
      'reads an address’s changes of status',
      200,
      { path: '?recipient=contact-104%40example.com&eventType=STATUSCHANGE&limit=1' },
    ],
    ['reads complaints and bounces', 200, { portalId: 1002 }],
    ['refuses a page of nothing', 400, { path: '?limit=0' }],
  ]),
  ...calls('GET', '/email/public/v1/subscriptions/timeline', [
    ['reads the whole portal’s timeline', 200],
    [
      'reads one kind of change in a time',
      200,
      { path: '?changeType=PORTAL_STATUS&startTimestamp=0&endTimestamp=2000000000000&limit=1' },
    ],
    ['refuses a page of nothing', 400, { path: '?limit=0' }],
  ]),
];
