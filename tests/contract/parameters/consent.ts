import { eachIn } from '../emulator.ts';
import {
  count,
  each,
  effects,
  field,
  ids,
  status,
  effectless,
  type Effect,
  type Effectless,
} from './effect.ts';

const DATED = '/communication-preferences/2026-09';
const STATUSES = `${DATED}/statuses/{subscriberIdString}`;
const BERLIN = 1002;
/** Opted out of everything of the partner brand, 301. */
const OF_BRAND = `${DATED}/statuses/contact-224%40example.com`;
const ALL_TYPES = [501, 502, 503, 504, 505, 506];

const EVENTS = '/events/event-occurrences/2026-09';
const OF_105 = { path: `${EVENTS}?objectType=contact&objectId=105` };
const LEGACY = '/email/public/v1';
const TIMELINE = `${LEGACY}/subscriptions/timeline`;
const FORMS = '/marketing/v3/forms';
const FORM = 'f0000000-0000-4000-8000-000000000001';
const SUBMISSIONS = '/form-integrations/v1/submissions/forms';

const types = each('subscriptionId');
const optOuts = each('properties', 'hs_subscription_unsubscribe');
/** On 14 September, and twice on 3 July. */
const ALL_OF_105 = ['false', 'true', 'true'];
const recipients =
  (list: 'events' | 'timeline'): Effect['shows'] =>
  ({ body }) => [...new Set(eachIn(body, list, 'recipient'))];

/** Communication preferences, events and forms. Cursors have a test of their own. */
export const CONSENT_EFFECTS: readonly Effect[] = [
  ...effects(`GET ${DATED}/definitions`, { path: `${DATED}/definitions`, portalId: BERLIN }, [
    ['businessUnitId=301', ids, ALL_TYPES.map(String), ['506']],
    [
      'includeTranslations=true',
      field('results', 0, 'subscriptionTranslations', 0, 'languageCode'),
      undefined,
      'ja',
    ],
  ]),
  ...effects(`GET ${STATUSES}`, { path: OF_BRAND, portalId: BERLIN }, [
    ['channel=EMAIL', status, 400, 200],
    ['businessUnitId=301', types, ALL_TYPES, [506], { path: '?channel=EMAIL' }],
  ]),
  ...effects(
    `GET ${STATUSES}/unsubscribe-all`,
    { path: `${OF_BRAND}/unsubscribe-all`, portalId: BERLIN },
    [
      ['channel=EMAIL', status, 400, 200],
      ['businessUnitId=301', each('businessUnitId'), [0, 301], [301], { path: '?channel=EMAIL' }],
    ],
  ),
  ...effects(
    `POST ${STATUSES}/unsubscribe-all`,
    { path: `${OF_BRAND}/unsubscribe-all`, portalId: BERLIN },
    [
      ['channel=EMAIL', status, 400, 200],
      ['businessUnitId=301', types, ALL_TYPES, [506], { path: '?channel=EMAIL&verbose=true' }],
      ['verbose=true', types, [], ALL_TYPES, { path: '?channel=EMAIL' }],
    ],
  ),
  ...effects(
    `POST ${DATED}/links/generate`,
    {
      path: `${DATED}/links/generate`,
      portalId: BERLIN,
      body: { subscriberIdString: 'contact-104@example.com' },
    },
    [
      ['channel=EMAIL', status, 400, 200],
      [
        'businessUnitId=301',
        ({ body }) => JSON.stringify(body).includes('brand=301'),
        false,
        true,
        { path: '?channel=EMAIL' },
      ],
    ],
  ),
  ...effects(`GET ${EVENTS}`, OF_105, [
    ['eventType=e_visited_page', optOuts, ALL_OF_105, []],
    ['id=e0000000-0000-4000-8000-999999999999', optOuts, ALL_OF_105, []],
    ['limit=1', optOuts, ALL_OF_105, ['false']],
    ['occurredAfter=2026-08-01T00:00:00Z', optOuts, ALL_OF_105, ['false']],
    ['occurredBefore=2026-08-01T00:00:00Z', optOuts, ALL_OF_105, ['true', 'true']],
  ]),
  ...effects(`GET ${EVENTS}`, { path: `${EVENTS}?objectType=contact` }, [
    ['objectId=104', optOuts, [], ['true']],
  ]),
  ...effects(`GET ${EVENTS}`, { path: `${EVENTS}?objectId=104` }, [
    ['objectType=contact', optOuts, [], ['true']],
    ['objectType=CONTACT', optOuts, [], ['true']],
  ]),
  ...effects(
    `GET ${LEGACY}/events`,
    { path: `${LEGACY}/events?recipient=contact-105%40example.com` },
    [
      ['startTimestamp=1785000000000', count('events'), 3, 1],
      ['endTimestamp=1785000000000', count('events'), 3, 2],
      ['eventType=BOUNCE', count('events'), 3, 0],
      ['limit=1', count('events'), 3, 1],
    ],
  ),
  ...effects(`GET ${LEGACY}/events`, { path: `${LEGACY}/events?endTimestamp=1776000000000` }, [
    ['recipient=contact-104%40example.com', recipients('events'), ['contact-114@example.com'], []],
  ]),
  ...effects(`GET ${TIMELINE}`, { path: TIMELINE }, [
    ['startTimestamp=1789000000000', count('timeline'), 9, 2],
    ['endTimestamp=1789000000000', count('timeline'), 9, 7],
    ['changeType=PORTAL_STATUS', count('timeline'), 9, 1],
    ['limit=1', count('timeline'), 9, 1],
  ]),
  ...effects(`GET ${FORMS}`, { path: `${FORMS}?limit=1` }, [
    ['archived=true', each('name'), ['Seminar registration'], []],
    ['formTypes=flow', each('name'), ['Seminar registration'], []],
  ]),
  ...effects(`GET ${FORMS}`, { path: FORMS }, [
    ['limit=1', ({ body }) => eachIn(body, 'results', 'id').length > 1, true, false],
  ]),
  ...effects(`GET ${FORMS}/{formId}`, { path: `${FORMS}/${FORM}` }, [
    ['archived=true', status, 200, 404],
  ]),
  ...effects(`GET ${SUBMISSIONS}/{formId}`, { path: `${SUBMISSIONS}/${FORM}` }, [
    ['limit=1', count('results'), 2, 1],
  ]),
];

export const CONSENT_UNEXPLAINED: readonly Effectless[] = effectless(
  `GET ${STATUSES}/unsubscribe-all`,
  { path: `${OF_BRAND}/unsubscribe-all?channel=EMAIL` },
  'verbose=true',
);

export const CONSENT_UNSUPPORTED: readonly Effectless[] = [
  ...effectless(
    `GET ${EVENTS}`,
    OF_105,
    'before=1',
    'properties=hs_type',
    'sort=occurredAt',
    ['property.{propname}', 'property.hs_type=UPDATED_SUBSCRIPTION'],
    ['objectProperty.{propname}', 'objectProperty.email=contact-105%40example.com'],
  ),
  ...effectless(`GET ${TIMELINE}`, { path: TIMELINE }, 'includeSnapshots=true'),
];
