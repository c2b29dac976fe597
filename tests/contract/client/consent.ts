import { SEMINAR_FORM } from '../../../sandbox/emulator/hubspot/forms.ts';
import type { Row } from './row.ts';

const ADDRESS = 'contact-104@example.com';
const CHANGE = { emailAddress: 'contact-106@example.com', subscriptionId: '501' };
const EVENT_TYPE = 'e_updated_email_subscription_status_v2';

/** Communication preferences, events and forms. */
export const CONSENT_ROWS: readonly Row[] = [
  {
    covers: 'GET /communication-preferences/v3/definitions',
    ask: ({ communicationPreferences }) => communicationPreferences.definitionApi.getPage(),
    gets: { subscriptionDefinitions: [{ id: '501' }, {}, {}, {}, {}] },
  },
  {
    covers: 'GET /communication-preferences/v3/status/email/{emailAddress}',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.getEmailStatus(ADDRESS),
    gets: { recipient: ADDRESS },
  },
  {
    covers: 'POST /communication-preferences/v3/subscribe',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.subscribe(CHANGE),
    gets: { status: 'SUBSCRIBED' },
  },
  {
    covers: 'POST /communication-preferences/v3/unsubscribe',
    ask: ({ communicationPreferences: { statusApi } }) => statusApi.unsubscribe(CHANGE),
    gets: { status: 'NOT_SUBSCRIBED' },
  },
  {
    covers: 'GET /events/v3/events/',
    ask: ({ events }) => {
      const none = undefined;
      return events.eventsApi.getPage('contact', EVENT_TYPE, none, none, 1, none, none, none, 105);
    },
    gets: { results: [{ objectId: '105' }] },
  },
  {
    covers: 'GET /events/v3/events/event-types',
    ask: ({ events }) => events.eventsApi.getTypes(),
    gets: { eventTypes: [EVENT_TYPE] },
  },
  {
    covers: 'GET /marketing/v3/forms/',
    ask: ({ marketing }) => marketing.forms.formsApi.getPage(undefined, 1),
    gets: { results: [{ id: SEMINAR_FORM }] },
  },
  {
    covers: 'GET /marketing/v3/forms/{formId}',
    ask: ({ marketing }) => marketing.forms.formsApi.getById(SEMINAR_FORM),
    gets: { id: SEMINAR_FORM, name: 'Seminar registration' },
  },
];
