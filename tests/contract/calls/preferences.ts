import { calls } from './call.ts';

const DATED = '/communication-preferences/2026-09';
const V3 = '/communication-preferences/v3';
const ADDRESS = 'contact-104%40example.com';
const GROUND = { legalBasis: 'CONSENT_WITH_NOTICE', legalBasisExplanation: 'Asked by phone' };

export const PREFERENCE_CALLS = [
  ...calls('GET', `${DATED}/definitions`, [
    ['lists subscription types', 200],
    ['lists them with translations', 200, { path: '?includeTranslations=true&businessUnitId=0' }],
  ]),
  ...calls('GET', `${DATED}/statuses/${ADDRESS}`, [
    ['reads statuses', 200, { path: '?channel=EMAIL' }],
    ['refuses without a channel', 400],
  ]),
  ...calls('GET', `${DATED}/statuses/contact-203%40example.com`, [
    ['reads statuses with a legal basis', 200, { path: '?channel=EMAIL', portalId: 1002 }],
  ]),
  ...calls('POST', `${DATED}/statuses/${ADDRESS}`, [
    ['opts in whom had opted out', 200, { body: { ...set('SUBSCRIBED'), ...GROUND } }],
    ['opts out who is out', 200, { body: set('UNSUBSCRIBED') }],
    ['takes a status back', 200, { body: set('NOT_SPECIFIED') }],
    ['refuses an unknown type', 400, { body: { ...set('SUBSCRIBED'), subscriptionId: 999 } }],
  ]),
  ...calls('GET', `${DATED}/statuses/${ADDRESS}/unsubscribe-all`, [
    ['reads the opt-out of everything', 200, { path: '?channel=EMAIL&verbose=false' }],
    ['refuses without a channel', 400],
  ]),
  ...calls('GET', `${DATED}/statuses/contact-120%40example.com/unsubscribe-all`, [
    ['reads an opt-out of everything that stands', 200, { path: '?channel=EMAIL' }],
  ]),
  ...calls('POST', `${DATED}/statuses/${ADDRESS}/unsubscribe-all`, [
    ['opts out of everything', 200, { path: '?channel=EMAIL' }],
    ['opts out of everything, and tells all', 200, { path: '?channel=EMAIL&verbose=true' }],
    ['refuses without a channel', 400],
  ]),
  ...calls('POST', `${DATED}/links/generate`, [
    [
      'makes the contact’s own links',
      200,
      {
        path: '?channel=EMAIL&businessUnitId=0',
        body: {
          subscriberIdString: 'contact-104@example.com',
          subscriptionId: 501,
          language: 'ja',
        },
      },
    ],
    [
      'makes them without a language or a type',
      200,
      { path: '?channel=EMAIL', body: { subscriberIdString: 'contact-104@example.com' } },
    ],
    [
      'refuses without a channel',
      400,
      { body: { subscriberIdString: 'contact-104@example.com', subscriptionId: 501 } },
    ],
    [
      'refuses a brand that the account has not got',
      400,
      {
        path: '?channel=EMAIL&businessUnitId=999',
        body: { subscriberIdString: 'contact-104@example.com' },
      },
    ],
  ]),
  ...calls('GET', `${V3}/definitions`, [['lists subscription types', 200]]),
  ...calls('GET', `${V3}/status/email/`, [
    ['reads statuses', 200, { path: ADDRESS }],
    ['reads statuses under an opt-out of everything', 200, { path: 'contact-120%40example.com' }],
    ['reads a legal basis', 200, { path: 'contact-203%40example.com', portalId: 1002 }],
  ]),
  ...calls('POST', `${V3}/subscribe`, [
    ['opts in', 200, { body: { ...change('106'), ...GROUND } }],
    ['refuses who had opted out', 400, { body: change('104') }],
    ['refuses an empty address', 400, { body: { ...change('106'), emailAddress: '' } }],
    ['wants a legal basis', 400, { body: change('206'), portalId: 1002 }],
  ]),
  ...calls('POST', `${V3}/unsubscribe`, [
    ['opts out', 200, { body: change('106') }],
    ['refuses a second opt-out', 400, { body: change('104') }],
    ['refuses an empty address', 400, { body: { ...change('106'), emailAddress: '' } }],
  ]),
];

function set(statusState: string) {
  return { channel: 'EMAIL', statusState, subscriptionId: 501 };
}

function change(contactId: string) {
  return { emailAddress: `contact-${contactId}@example.com`, subscriptionId: '501' };
}
