import { OrganisationRefused } from '../policy/organisation.ts';

/** Variables of a HubSpot project profile, `src/hsprofile.<name>.json`; HubSpot allows these three kinds of value. */
export type ProfileVariables = Readonly<Record<string, string | number | boolean>>;

const PREFIX = 'CONSENT_CARD_';

/** A profile's variables are flat: each name stands for one choice, and a list is ids with commas between. */
const CHOICES: ReadonlyMap<
  string,
  { readonly path: readonly string[]; readonly wordOf?: string; readonly isText?: true }
> = new Map([
  ['PRIVACY_SETTINGS', { path: ['privacySettings'] }],
  ['SELF_OPT_OUTS', { path: ['selfOptOuts'] }],
  ['TEAMS_OPT_IN', { path: ['teams', 'optIn'], wordOf: 'anyone' }],
  ['TEAMS_MARKETING', { path: ['teams', 'marketing'], wordOf: 'anyone' }],
  ['LOCKED_TYPES', { path: ['lockedTypes'], wordOf: '' }],
  ['BUSINESS_UNITS', { path: ['businessUnits'], wordOf: 'all' }],
  ['CONSENT_LIFETIME_DAYS', { path: ['consentLifetimeDays'] }],
  ['COOLING_OFF_DAYS', { path: ['coolingOffDays'] }],
  ['TIER_LIMIT', { path: ['tierLimit'] }],
  ['BILLING_TERM', { path: ['billing', 'term'] }],
  ['BILLING_RENEWAL_DAY', { path: ['billing', 'renewalDay'] }],
  ['WORKFLOW_TO_MARKETING', { path: ['marketingWorkflows', 'toMarketing'] }],
  ['WORKFLOW_TO_NON_MARKETING', { path: ['marketingWorkflows', 'toNonMarketing'] }],
  ['APPROVER_OWNER_ID', { path: ['approver', 'ownerId'], isText: true }],
  ['MARKETING_WAIT_MINUTES', { path: ['marketingWaitMinutes'] }],
  ['ONE_TO_ONE_AFTER_GLOBAL_OPT_OUT', { path: ['oneToOneAfterGlobalOptOut'] }],
  ['OWN_APPS', { path: ['ownMessengers', 'appIds'], wordOf: '' }],
  ['NOT_SPECIFIED', { path: ['notSpecified'] }],
  ['LAW_PACKS', { path: ['lawPacks'], wordOf: '' }],
]);

/**
 * The choices in a profile, for `readOrganisation` to check. Variables without our prefix are somebody
 * else's. Throws `OrganisationRefused` for a name with our prefix that is no choice.
 */
export function profileChoices(variables: ProfileVariables): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (!name.startsWith(PREFIX)) continue;
    const choice = CHOICES.get(name.slice(PREFIX.length));
    if (choice === undefined) {
      const known = [...CHOICES.keys()].map((one) => PREFIX + one).join(', ');
      throw new OrganisationRefused(name, `take it out of the profile; known are ${known}`);
    }
    const [field = '', part] = choice.path;
    const plain = choice.isText === true ? String(value) : value;
    const said = choice.wordOf === undefined ? plain : listIn(value, choice.wordOf);
    found[field] =
      part === undefined ? said : { ...(found[field] as object | undefined), [part]: said };
  }
  return found;
}

function listIn(value: string | number | boolean, word: string): unknown {
  if (value === word) return word === '' ? [] : word;
  return String(value)
    .split(',')
    .map((one) => one.trim());
}
