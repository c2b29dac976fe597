import type { Route } from './call.ts';
import { ACCOUNT } from './routes/account.ts';
import { ASSOCIATION_BATCHES } from './routes/association-batches.ts';
import { ASSOCIATIONS } from './routes/associations.ts';
import { CONTACTS } from './routes/contacts.ts';
import { EVENTS } from './routes/events.ts';
import { FLOWS } from './routes/flows.ts';
import { FORM_ROUTES } from './routes/forms.ts';
import { LIVES } from './routes/lives.ts';
import { DATED_PREFERENCES } from './routes/dated-preferences.ts';
import { PEOPLE } from './routes/people.ts';
import { PROPERTIES } from './routes/properties.ts';
import { PROPERTY_GROUPS } from './routes/property-groups.ts';
import { RECORD_BATCHES } from './routes/record-batches.ts';
import { RECORDS } from './routes/records.ts';
import { SCHEMAS } from './routes/schemas.ts';
import { TASK_ROUTES } from './routes/tasks.ts';
import { SEARCH } from './routes/search.ts';
import { LEGACY_EMAIL } from './routes/legacy-email.ts';
import { V3_PREFERENCES } from './routes/v3-preferences.ts';

/** Everything that is emulated. What is not here is answered with an error that names it. */
export const ROUTES: readonly Route[] = [
  ...CONTACTS,
  ...LIVES,
  ...SEARCH,
  ...TASK_ROUTES,
  ...DATED_PREFERENCES,
  ...V3_PREFERENCES,
  ...LEGACY_EMAIL,
  ...PROPERTIES,
  ...EVENTS,
  ...FORM_ROUTES,
  ...FLOWS,
  ...PROPERTY_GROUPS,
  ...PEOPLE,
  ...SCHEMAS,
  ...RECORDS,
  ...RECORD_BATCHES,
  ...ASSOCIATIONS,
  ...ASSOCIATION_BATCHES,
  ...ACCOUNT,
];
