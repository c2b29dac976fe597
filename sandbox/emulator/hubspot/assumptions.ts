import { HISTORY_SWITCHES } from './assumptions/history.ts';
import { LISTING_SWITCHES } from './assumptions/listings.ts';
import { OPT_OUT_SWITCHES } from './assumptions/opt-outs.ts';
import { open, type Switch } from './assumptions/question.ts';

/** Free texts of a status's source that HubSpot's pages do not show. */
type StatusTexts = Readonly<
  Record<'form' | 'link' | 'staff' | 'workflow' | 'import' | 'complaint', string>
>;

const GUESSED_TEXTS: StatusTexts = {
  form: 'Form submission',
  link: 'Email preferences link',
  staff: 'HubSpot user',
  workflow: 'Workflow',
  import: 'Import',
  complaint: 'Spam complaint',
};

const NO_TEXTS: StatusTexts = {
  form: 'Not specified',
  link: 'Not specified',
  staff: 'Not specified',
  workflow: 'Not specified',
  import: 'Not specified',
  complaint: 'Not specified',
};

/** Source types in property history for what the contact does (§2.4 has the names, not whose they are). */
interface ContactActsAs {
  readonly form: string;
  readonly link: string;
}

export const SWITCHES = {
  ...OPT_OUT_SWITCHES,
  ...LISTING_SWITCHES,
  ...HISTORY_SWITCHES,
  optOutPropertyMirrorsStatus: open<boolean>(
    'Does each change of a type’s status add a version to the type’s opt-out property?',
    'hubspot/apis.md §10.6',
    true,
    false,
  ),
  preferencesCheckAddresses: open<boolean>(
    'Do the communication preferences refuse a subscriber that is no email address?',
    'hubspot/apis.md §10',
    true,
    false,
  ),
  complaintStopsDatedOptIn: open<boolean>(
    'Does the dated endpoint refuse SUBSCRIBED after a spam complaint?',
    'hubspot/apis.md §1.4, §10.1',
    false,
    true,
  ),
  notSpecifiedCanBeWritten: open<boolean>(
    'Does the dated endpoint accept NOT_SPECIFIED?',
    'hubspot/apis.md §10.3',
    true,
    false,
  ),
  internalTypesTakeWrites: open<boolean>(
    'May an app set the status of an internal type, such as one-to-one?',
    'hubspot/apis.md §9, §10.9',
    true,
    false,
  ),
  v3RefusesSecondOptOut: open<boolean>(
    'Does v3 refuse an opt-out of what is opted out, as it refuses a second opt-in?',
    'hubspot/apis.md §1.4',
    true,
    false,
  ),
  formOptsInWithPrivacySettingsOff: open<boolean>(
    'Does a ticked box on a form opt in where privacy settings are off?',
    'hubspot/apis.md §3; scenarios S6',
    false,
    true,
  ),
  interestFormsNeedNoWord: open<boolean>(
    'Does a submission through the API to a form on legitimate interest opt in where it says nothing of consent?',
    'hubspot/apis.md §2.6',
    false,
    true,
  ),
  complaintOptsOut: open<boolean>(
    'Is a spam complaint an opt-out of that mail’s type?',
    'hubspot/apis.md §9',
    true,
    false,
  ),
  contactActsAs: open<ContactActsAs>(
    'Under which source type does the contact’s own form or link stand in property history?',
    'hubspot/apis.md §2.4',
    { form: 'FORM', link: 'EMAIL' },
    { form: 'FORM', link: 'OTHER' },
  ),
  statusTexts: open<StatusTexts>(
    'What is the free text of a status’s source?',
    'hubspot/apis.md §1.3, §10.2',
    GUESSED_TEXTS,
    NO_TEXTS,
  ),
  tokenTellsApp: open<boolean>(
    'Does HubSpot tell the app’s id for the token of a project’s app?',
    'hubspot/apis.md §10.4',
    true,
    false,
  ),
  versionsKept: open<number>(
    'How many versions of a contact property does HubSpot keep?',
    'hubspot/apis.md §2.4',
    45,
    20,
  ),
  statusReadLagMs: open<number>(
    'How many milliseconds may a status be read as it was before a write?',
    'hubspot/apis.md §0.5',
    0,
    300,
  ),
  readOnlyAnswer: open<'coded' | 'plain'>(
    'Does a write of marketing status answer READ_ONLY_VALUE, or a plain 400?',
    'hubspot/apis.md §4, §10.7',
    'coded',
    'plain',
  ),
  mergedIdsLeadOn: open<boolean>(
    'Is a contact that was merged into another found under its old id?',
    'hubspot/apis.md §2.7, §9',
    true,
    false,
  ),
  associationsAfterMerge: open<'moved' | 'kept'>(
    'Do the associations of a contact that is merged into another become the other’s?',
    'hubspot/apis.md §2.7',
    'moved',
    'kept',
  ),
  associationsOfUnknownTypes: open<'refused' | 'ignored'>(
    'Is a read refused that asks for associations with a type that does not exist, or is the type ignored?',
    'hubspot/apis.md §10; HubSpot’s files contacts and objects (associations that do not exist are ignored)',
    'refused',
    'ignored',
  ),
  uniqueValuesUnderRace: open<'atomic' | 'racing'>(
    'Is the second of two writes of one unique value at once refused, or do both succeed within the window?',
    'hubspot/apis.md §10',
    'atomic',
    'racing',
  ),
  raceWindowMs: open<number>(
    'How many milliseconds wide is that window, where there is one?',
    'hubspot/apis.md §10',
    1_000,
    5_000,
  ),
  readsAfterWrite: open<'at-once' | 'delayed'>(
    'Are a custom object’s records read as they are, or as they were a moment ago?',
    'hubspot/apis.md §10',
    'at-once',
    'delayed',
  ),
  readDelayMs: open<number>(
    'How many milliseconds long is that moment, where there is one?',
    'hubspot/apis.md §10',
    2_000,
    10_000,
  ),
  searchLagMs: open<number>(
    'How many milliseconds does search lag behind what HubSpot’s guide calls “a few moments”?',
    'hubspot/apis.md §7',
    10_000,
    120_000,
  ),
  keysOfArchivedRecords: open<'freed' | 'kept'>(
    'Can the unique value of an archived record be used again?',
    'hubspot/apis.md §10',
    'freed',
    'kept',
  ),
  createWithArchivedKey: open<'new-record' | 'restores-archived'>(
    'Is a record created with an archived one’s unique value a new one, or the archived one restored?',
    'hubspot/apis.md §10',
    'new-record',
    'restores-archived',
  ),
  readByDoubledKey: open<'oldest' | 'newest'>(
    'Which of two records that share a unique value is read by it?',
    'hubspot/apis.md §10',
    'oldest',
    'newest',
  ),
  v3EnforcesRequiredProperties: open<boolean>(
    'Does v3 refuse a custom record without its schema’s required properties, as 2026-09 does?',
    'hubspot/apis.md §6',
    true,
    false,
  ),
  bareObjectNames: open<'refused' | 'accepted'>(
    'May a custom object be addressed by its bare name?',
    'hubspot/apis.md §10',
    'refused',
    'accepted',
  ),
  ownAssociationCategory: open<'USER_DEFINED' | 'HUBSPOT_DEFINED'>(
    'In which category stands the association type that a custom object brings along?',
    'the gist of a HubSpot employee, gist.github.com/jackcoldrick90/24e96f8e6d962e7c7ecd787f8df6b052 (USER_DEFINED); github supaglue-labs/supaglue, pull request 1865 (not always); no page of HubSpot’s found: no source found',
    'USER_DEFINED',
    'HUBSPOT_DEFINED',
  ),
  workflowDelayMs: open<number>(
    'How many milliseconds pass before a workflow acts?',
    'hubspot/apis.md §5',
    20_000,
    180_000,
  ),
  refusedCallsCount: open<boolean>(
    'Does a call that was answered 429 count against the limit too?',
    'hubspot/apis.md §7',
    false,
    true,
  ),
  retryAfter: open<'seconds' | 'milliseconds'>(
    'In which unit does Retry-After stand?',
    'hubspot/apis.md §7',
    'seconds',
    'milliseconds',
  ),
  usersWithoutSeatAreOwners: open<boolean>(
    'Does the owners endpoint find a user who is no owner?',
    'hubspot/apis.md §2.4',
    false,
    true,
  ),
} as const;

export type SwitchName = keyof typeof SWITCHES;

export type Assumptions = {
  readonly [S in SwitchName]: (typeof SWITCHES)[S] extends Switch<infer T> ? T : never;
};

export const TODAY = Object.fromEntries(
  Object.entries(SWITCHES).map(([name, { today }]) => [name, today]),
) as unknown as Assumptions;

/** Answers of other questions without which an answer makes no difference. */
const ONLY_WITH: Partial<Record<SwitchName, Partial<Assumptions>>> = {
  raceWindowMs: { uniqueValuesUnderRace: 'racing' },
  readDelayMs: { readsAfterWrite: 'delayed' },
};

/** What an answer of this question is compared with: today's answers, and those that it needs. */
export function comparedWith(name: SwitchName): Assumptions {
  return { ...TODAY, ...ONLY_WITH[name] };
}

/** Today's answers but for one question; `which` counts its other answers from 0. Throws where there are not so many. */
export function otherwise(name: SwitchName, which = 0): Assumptions {
  const { others } = SWITCHES[name];
  if (which >= others.length) throw new Error(`${name} has no other answer ${String(which)}`);
  return { ...comparedWith(name), [name]: others[which] };
}

/** Texts that HubSpot's pages do show (hubspot/apis.md §1.3). */
export const DOCUMENTED_TEXTS = {
  api: 'Public status API',
  preferencesPage: 'Self Service Resubscription',
  none: 'Not specified',
} as const;
