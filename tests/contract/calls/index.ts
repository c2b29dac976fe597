import { ACCOUNT_CALLS } from './account.ts';
import { ASSOCIATION_CALLS } from './associations.ts';
import type { Call } from './call.ts';
import { CONTACT_CALLS } from './contacts.ts';
import { CUSTOM_OBJECT_CALLS } from './custom-objects.ts';
import { EVENT_CALLS } from './events.ts';
import { FLOW_CALLS } from './flows.ts';
import { FORM_CALLS } from './forms.ts';
import { LEGACY_EMAIL_CALLS } from './legacy-email.ts';
import { PEOPLE_CALLS } from './people.ts';
import { PREFERENCE_CALLS } from './preferences.ts';
import { PROPERTY_CALLS } from './properties.ts';
import { TASK_CALLS } from './tasks.ts';

/** Every emulated endpoint, answered and refused. A route without rows fails the contract run. */
export const CALLS: readonly Call[] = [
  ...CONTACT_CALLS,
  ...CUSTOM_OBJECT_CALLS,
  ...TASK_CALLS,
  ...ASSOCIATION_CALLS,
  ...PROPERTY_CALLS,
  ...PREFERENCE_CALLS,
  ...LEGACY_EMAIL_CALLS,
  ...FORM_CALLS,
  ...FLOW_CALLS,
  ...EVENT_CALLS,
  ...ACCOUNT_CALLS,
  ...PEOPLE_CALLS,
];

/** Routes that answer whatever is asked, once token and scopes are right; nothing in a call could be refused. */
export const NEVER_REFUSED: ReadonlySet<string> = new Set([
  'GET /account-info/2026-09/details',
  'GET /automation/2026-09-beta/action-types',
  'GET /communication-preferences/2026-09/definitions',
  'GET /communication-preferences/v3/definitions',
  'GET /communication-preferences/v3/status/email/{emailAddress}',
  'GET /crm/owners/2026-09',
  // Deleting what is not there is no error.
  'DELETE /crm/objects/2026-09/contacts/{contactId}',
  'GET /events/event-occurrences/2026-09/event-types',
  'GET /crm-object-schemas/2026-09/schemas',
  'GET /marketing/v3/forms',
  'GET /settings/users/2026-03/roles',
  'GET /settings/users/2026-03/teams',
]);
