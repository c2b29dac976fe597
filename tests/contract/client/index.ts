import { ASSOCIATION_ROWS } from './associations.ts';
import { CONSENT_ROWS } from './consent.ts';
import { CONTACT_ROWS } from './contacts.ts';
import { CUSTOM_OBJECT_ROWS } from './custom-objects.ts';
import { PEOPLE_ROWS } from './people.ts';
import { PROPERTY_ROWS } from './properties.ts';
import type { Row } from './row.ts';
import { TASK_ROWS } from './tasks.ts';

export const ROWS: readonly Row[] = [
  ...CONTACT_ROWS,
  ...CONSENT_ROWS,
  ...PEOPLE_ROWS,
  ...PROPERTY_ROWS,
  ...CUSTOM_OBJECT_ROWS,
  ...TASK_ROWS,
  ...ASSOCIATION_ROWS,
];
