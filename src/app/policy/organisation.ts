import { saysSomething } from '../text/visible-text.ts';
import { ID } from './facts.ts';
import { PRIVACY_SETTINGS, type PrivacySettings } from './verdict.ts';

export const LAW_PACK_NAMES = ['eu-gdpr', 'japan-anti-spam', 'canada-casl', 'us-can-spam'] as const;
export type LawPack = (typeof LAW_PACK_NAMES)[number];

/** What only the organisation can say. README explains each for an admin. */
export interface Organisation {
  /**
   * Data privacy settings of the portal; HubSpot has no API that tells. On by default for EU accounts made since
   * 2025-06-18. `on-not-enforced`: on, and HubSpot's switch "Send emails to contacts with legal basis" is off.
   */
  readonly privacySettings: PrivacySettings;
  /** What the contact (or someone unknown) opted out of: never taken back by staff, or only with proof. */
  readonly selfOptOuts: 'never' | 'with-proof';
  /** HubSpot team ids that may opt in, and that may change marketing status. Advisory: the page claims the team. */
  readonly teams: { readonly optIn: 'anyone' | Ids; readonly marketing: 'anyone' | Ids };
  /** Subscription types nobody opts in through this product. */
  readonly lockedTypes: Ids;
  /** Business units the product covers; types of others are shown, locked. "0" is the default brand. */
  readonly businessUnits: 'all' | Ids;
  /** Days after which the last opt-in that carries consent is too old. */
  readonly consentLifetimeDays: number | 'unlimited';
  /** Days after the contact's last opt-out or refused request in which staff may not opt them in. 0: none. */
  readonly coolingOffDays: number;
  /** Marketing contacts paid for; HubSpot has no API that tells. */
  readonly tierLimit: number | 'not-set';
  /** When HubSpot lets contacts leave marketing: monthly billing on the renewal day, annual on the first of each month. HubSpot has no API that tells. */
  readonly billing: {
    readonly term: 'monthly' | 'annual' | 'not-set';
    readonly renewalDay: number | 'not-set';
  };
  /** Workflows that apply requests to change marketing status, where this product can't see them itself. */
  readonly marketingWorkflows: {
    readonly toMarketing: 'active' | 'not-set';
    readonly toNonMarketing: 'active' | 'not-set';
  };
  /** Who may be asked to approve what a rule of the organisation locks: HubSpot's id of the owner, who gets a task. */
  readonly approver: { readonly ownerId: `${bigint}` | 'not-set' };
  /** Minutes after which a request that HubSpot does not show as applied is said not to be. */
  readonly marketingWaitMinutes: number;
  /** Whether an opt-out of everything also stops one-to-one mail; HubSpot's documents disagree. */
  readonly oneToOneAfterGlobalOptOut: 'refused' | 'sent';
  /** Whether HubSpot accepts "not specified" as a write: its files list the value, nothing says that it is taken. */
  readonly notSpecified: 'not-known' | 'accepted';
  /**
   * Apps (HubSpot's ids) and imports (names) that carry the organisation's own decisions. What other apps and imports
   * opt out counts as the contact's own.
   */
  readonly ownMessengers: { readonly appIds: Ids; readonly imports: readonly string[] };
  /** Ready-made explanations for an opt-in, offered to whoever writes one; `{type}` stands for the type's name. */
  readonly wordings: readonly string[];
  readonly lawPacks: readonly LawPack[];
}

type Ids = readonly string[];

/** The careful answers, until somebody who knows says otherwise. */
export const CAREFUL_ORGANISATION: Organisation = {
  privacySettings: 'on',
  selfOptOuts: 'never',
  teams: { optIn: 'anyone', marketing: 'anyone' },
  lockedTypes: [],
  businessUnits: 'all',
  consentLifetimeDays: 'unlimited',
  coolingOffDays: 0,
  tierLimit: 'not-set',
  billing: { term: 'not-set', renewalDay: 'not-set' },
  marketingWorkflows: { toMarketing: 'not-set', toNonMarketing: 'not-set' },
  approver: { ownerId: 'not-set' },
  marketingWaitMinutes: 15,
  oneToOneAfterGlobalOptOut: 'refused',
  notSpecified: 'not-known',
  ownMessengers: { appIds: [], imports: [] },
  wordings: [],
  lawPacks: [],
};

/** A choice that can't be used, with its field and the mend. Choices that can't be read are not replaced by others. */
export class OrganisationRefused extends Error {
  override readonly name = 'OrganisationRefused';
  constructor(
    readonly field: string,
    readonly mend: string,
  ) {
    super(`${field}: ${mend}`);
  }
}

/** Reads choices out of anything, such as JSON from a file; what is not said stays as in `base`. Throws `OrganisationRefused`. */
export function readOrganisation(
  value: unknown,
  base: Organisation = CAREFUL_ORGANISATION,
): Organisation {
  const choices: Record<string, unknown> = { ...base };
  for (const [field, answer] of Object.entries(plain(value, 'organisation'))) {
    const group = GROUPS.get(field);
    choices[field] =
      group === undefined
        ? readerOf(field, READERS)(answer, field)
        : { ...(choices[field] as object), ...readGroup(field, answer, group) };
  }
  return choices as unknown as Organisation;
}

function readGroup(
  group: string,
  value: unknown,
  readers: ReadonlyMap<string, Reader>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(plain(value, group)).map(([key, answer]) => {
      const field = `${group}.${key}`;
      return [key, readerOf(field, readers)(answer, field)];
    }),
  );
}

type Reader = (value: unknown, field: string) => unknown;

/** The longest lifetime or cooling-off that makes sense: a hundred years. */
const MOST_DAYS = 36_500;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['privacySettings', oneOf(PRIVACY_SETTINGS)],
  ['selfOptOuts', oneOf(['never', 'with-proof'])],
  ['lockedTypes', idsOr()],
  ['businessUnits', idsOr('all')],
  ['consentLifetimeDays', wholeNumberOr(1, MOST_DAYS, 'unlimited')],
  ['coolingOffDays', wholeNumberOr(0, MOST_DAYS)],
  ['tierLimit', wholeNumberOr(1, 100_000_000, 'not-set')],
  ['marketingWaitMinutes', wholeNumberOr(1, 1_440)],
  ['oneToOneAfterGlobalOptOut', oneOf(['refused', 'sent'])],
  ['notSpecified', oneOf(['not-known', 'accepted'])],
  ['wordings', texts(20, 500)],
  ['lawPacks', listOf(LAW_PACK_NAMES)],
]);

/** Choices that belong together; of each what is not said stays. */
const GROUPS: ReadonlyMap<string, ReadonlyMap<string, Reader>> = new Map([
  [
    'teams',
    new Map<string, Reader>([
      ['teams.optIn', idsOr('anyone')],
      ['teams.marketing', idsOr('anyone')],
    ]),
  ],
  [
    'billing',
    new Map<string, Reader>([
      ['billing.term', oneOf(['monthly', 'annual', 'not-set'])],
      ['billing.renewalDay', wholeNumberOr(1, 31, 'not-set')],
    ]),
  ],
  [
    'marketingWorkflows',
    new Map<string, Reader>([
      ['marketingWorkflows.toMarketing', oneOf(['active', 'not-set'])],
      ['marketingWorkflows.toNonMarketing', oneOf(['active', 'not-set'])],
    ]),
  ],
  ['approver', new Map<string, Reader>([['approver.ownerId', ownerIdOr('not-set')]])],
  [
    'ownMessengers',
    new Map<string, Reader>([
      ['ownMessengers.appIds', idsOr()],
      ['ownMessengers.imports', texts(200, 200)],
    ]),
  ],
]);

function oneOf(words: readonly string[]): Reader {
  return (value, field) => {
    if (words.includes(value as string)) return value;
    throw new OrganisationRefused(field, `say ${either(words)}`);
  };
}

function listOf(words: readonly string[]): Reader {
  return (value, field) => {
    if (Array.isArray(value) && value.every((one) => words.includes(one as string))) {
      return value as readonly string[];
    }
    throw new OrganisationRefused(field, `write a list of ${either(words)}`);
  };
}

function texts(most: number, longest: number): Reader {
  return (value, field) => {
    const isText = (one: unknown) =>
      typeof one === 'string' && saysSomething(one) && one.length <= longest;
    if (Array.isArray(value) && value.length <= most && value.every(isText)) {
      return value as readonly string[];
    }
    throw new OrganisationRefused(
      field,
      `write a list of at most ${String(most)} texts, each of at most ${String(longest)} characters`,
    );
  };
}

function idsOr(word?: string): Reader {
  return (value, field) => {
    if (word !== undefined && value === word) return value;
    if (Array.isArray(value) && value.every((id) => typeof id === 'string' && ID.test(id))) {
      return value as Ids;
    }
    const other = word === undefined ? '' : `"${word}" or `;
    throw new OrganisationRefused(field, `write ${other}a list of HubSpot's ids, each in quotes`);
  };
}

function ownerIdOr(word: string): Reader {
  return (value, field) => {
    if (value === word || (typeof value === 'string' && OWNER_ID.test(value))) return value;
    throw new OrganisationRefused(
      field,
      `write "${word}" or HubSpot's id of an owner, digits in quotes`,
    );
  };
}

/** Not the id of a user, which HubSpot counts apart. */
const OWNER_ID = /^[1-9]\d{0,17}$/;

function wholeNumberOr(least: number, most: number, word?: string): Reader {
  return (value, field) => {
    if (word !== undefined && value === word) return value;
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
      return value;
    }
    const other = word === undefined ? '' : `"${word}" or `;
    throw new OrganisationRefused(
      field,
      `write ${other}a whole number from ${String(least)} to ${String(most)}`,
    );
  };
}

function plain(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new OrganisationRefused(field, 'write an object, as in src/app/organisation.json');
}

function readerOf(field: string, readers: ReadonlyMap<string, Reader>): Reader {
  const reader = readers.get(field);
  if (reader !== undefined) return reader;
  throw new OrganisationRefused(field, `take it out; known are ${[...readers.keys()].join(', ')}`);
}

function either(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}
