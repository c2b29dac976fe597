import type { State } from '../entities.ts';
import { open } from './question.ts';

/** Which fields of a version in property history name who made it. */
export interface StandsAs {
  readonly sourceType: string;
  readonly hasId: boolean;
  readonly hasLabel: boolean;
}

/** The word of HubSpot's first version for each side that may change a consent. */
export type LegacySources = Readonly<
  Record<'contact' | 'app' | 'workflow' | 'import' | 'colleague' | 'unnamed', string>
>;

/** Values of a type's opt-out property. */
type MirroredValues = Readonly<Record<State, '' | 'true' | 'false'>>;

const LEGACY: LegacySources = {
  contact: 'SOURCE_RECIPIENT',
  app: 'SOURCE_PUBLIC_API',
  workflow: 'SOURCE_HUBSPOT_CUSTOMER',
  import: 'SOURCE_HUBSPOT_CUSTOMER',
  colleague: 'SOURCE_HUBSPOT_CUSTOMER',
  unnamed: 'SOURCE_UNKNOWN',
};

/** Words that are nowhere in HubSpot's examples, as its own list may hold some. */
const OTHER_WORDS: LegacySources = {
  ...LEGACY,
  workflow: 'SOURCE_WORKFLOW',
  import: 'SOURCE_IMPORT',
  colleague: 'SOURCE_PORTAL_USER',
  unnamed: 'SOURCE_OTHER',
};

/** Nobody but the contact's side and the account's. */
const TWO_SIDES: LegacySources = {
  contact: 'SOURCE_RECIPIENT',
  app: 'SOURCE_HUBSPOT_CUSTOMER',
  workflow: 'SOURCE_HUBSPOT_CUSTOMER',
  import: 'SOURCE_HUBSPOT_CUSTOMER',
  colleague: 'SOURCE_HUBSPOT_CUSTOMER',
  unnamed: 'SOURCE_HUBSPOT_CUSTOMER',
};

const MIRRORED: MirroredValues = { SUBSCRIBED: 'false', UNSUBSCRIBED: 'true', NOT_SPECIFIED: '' };

/** HubSpot names the 113 values of the source type and explains none (OpenAPI file imports 2026-09). */
const SOURCE_TYPES = 'hubspot/apis.md §2.4';

/** Versions that apps wrote, as answers of real accounts have them: type and the app's id, no label. */
const RECORDED_APPS =
  'recorded answers in github ballerina-platform, connectors for HubSpot’s products, tasks, calls and e-mails';

/** Under which names history and legacy events tell who changed a consent, and which values they hold. */
export const HISTORY_SWITCHES = {
  appStandsAs: open<StandsAs>(
    'Which fields of property history name the app that made a change?',
    `${SOURCE_TYPES}; ${RECORDED_APPS} (INTEGRATION with the app’s id and no label)`,
    { sourceType: 'INTEGRATION', hasId: true, hasLabel: true },
    { sourceType: 'INTEGRATION', hasId: true, hasLabel: false },
    { sourceType: 'API', hasId: false, hasLabel: false },
  ),
  workflowStandsAs: open<StandsAs>(
    'Which fields of property history name the workflow that made a change?',
    `${SOURCE_TYPES}; no recorded answer found`,
    { sourceType: 'AUTOMATION_PLATFORM', hasId: true, hasLabel: true },
    { sourceType: 'WORKFLOWS', hasId: true, hasLabel: false },
    { sourceType: 'INTERNAL_PROCESSING', hasId: false, hasLabel: false },
  ),
  colleagueStandsAs: open<StandsAs>(
    'Which fields of property history name the colleague who changed a consent in HubSpot’s panel?',
    `${SOURCE_TYPES} (userId:… of other properties)`,
    { sourceType: 'CRM_UI', hasId: true, hasLabel: false },
    { sourceType: 'CRM_UI', hasId: false, hasLabel: false },
    { sourceType: 'COMMUNICATOR', hasId: false, hasLabel: false },
  ),
  importStandsAs: open<StandsAs>(
    'Which fields of property history name the import that changed a consent?',
    `${SOURCE_TYPES}; no recorded answer found`,
    { sourceType: 'IMPORT', hasId: false, hasLabel: true },
    { sourceType: 'IMPORT', hasId: false, hasLabel: false },
    { sourceType: 'BATCH_UPDATE', hasId: false, hasLabel: false },
  ),
  carriedOverStatusStandsAs: open<'computed' | 'as-what-brought-it'>(
    'As whose change does property history tell a status that came with another address?',
    'no source found; hubspot/apis.md §1.4 says only that statuses follow the address',
    'computed',
    'as-what-brought-it',
  ),
  legacySources: open<LegacySources>(
    'Which word of HubSpot’s first version stands for a change by each side?',
    'hubspot/apis.md §2.1; developers.hubspot.com, legacy/email-analytics-v1/guide has a list of them that could not be read',
    LEGACY,
    OTHER_WORDS,
    TWO_SIDES,
  ),
  statusTextOfApp: open<'bare' | 'with-app-id'>(
    'What is the free text of a status that an app set?',
    'hubspot/apis.md §1.3 (bare, in HubSpot’s examples); recorded answers in github ballerina-platform/module-ballerinax-hubspot.marketing.subscriptions (with the app’s id)',
    'bare',
    'with-app-id',
  ),
  unchangedValueIsVersion: open<boolean>(
    'Does a write that leaves a contact property’s value as it was add a version to its history?',
    'no source found; hubspot/apis.md §10.6',
    true,
    false,
  ),
  mirroredValues: open<MirroredValues>(
    'Which values has a type’s opt-out property for the three states?',
    'hubspot/apis.md §2.5 (name and type), §10.6',
    MIRRORED,
    { ...MIRRORED, NOT_SPECIFIED: 'false' },
    { ...MIRRORED, SUBSCRIBED: '' },
  ),
  optOutOfEverythingIsMirrored: open<boolean>(
    'Does an opt-out of everything add a version, with who made it, to the property “Unsubscribed from all email”?',
    'hubspot/apis.md §2.5 (the property), §10.6',
    true,
    false,
  ),
  liftedOptOutOfEverythingReads: open<'' | 'false'>(
    'Which value has “Unsubscribed from all email” once the opt-out is lifted?',
    'no source found; hubspot/apis.md §2.5 has the type alone',
    '',
    'false',
  ),
  brandOptOutSetsProperty: open<boolean>(
    'Does an opt-out of everything of one brand set “Unsubscribed from all email” too?',
    'no source found; hubspot/apis.md §1.3 tells the two levels apart in the statuses alone',
    false,
    true,
  ),
  complaintQuarantines: open<boolean>(
    'Does a spam complaint quarantine the contact, with that reason?',
    'hubspot/apis.md §2.5, §9 (the reason exists); knowledge.hubspot.com, email/what-does-it-mean-if-my-lists-have-been-quarantined (does not name complaints)',
    true,
    false,
  ),
} as const;
