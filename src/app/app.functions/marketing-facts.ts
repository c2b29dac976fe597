import type { MarketingStatus } from '../contract/snapshot.ts';
import type { Contact, HubSpot, MarketingRequests, MarketingTarget } from '../gateway/ports.ts';
import type { Facts } from '../policy/facts.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { PartReader } from './reading-part.ts';

/** What the account says of changing marketing status. `not-read`: HubSpot failed to tell just now. */
export interface MarketingReadings {
  readonly workflows: Awaited<ReturnType<MarketingRequests['workflows']>> | 'not-read';
  /** The account lacks the property that a workflow would wait for. */
  readonly isWithoutProperty?: true;
  /** How many marketing contacts there are; absent where it matters to nobody, or could not be read. */
  readonly marketingContacts?: number;
  /** IANA name; absent where HubSpot does not tell or no date is to be said. */
  readonly timeZone?: string;
}

type MarketingFacts = Pick<Facts, 'marketingWorkflow' | 'tier'>;

/** Reads in one wave what the facts and the update date need, and asks for nothing that the organisation's choices make useless. Never throws for HubSpot's trouble. */
export async function readMarketing(
  { marketing: status, hasRequestProperty }: Pick<Contact, 'marketing' | 'hasRequestProperty'>,
  { marketing, installation }: Pick<HubSpot, 'marketing' | 'installation'>,
  { tierLimit, billing }: Pick<Organisation, 'tierLimit' | 'billing'>,
  part: PartReader,
): Promise<MarketingReadings> {
  if (status.kind === 'unavailable') return { workflows: undefined };
  const counts = tierLimit !== 'not-set' && status.kind === 'non-marketing';
  const [workflows, marketingContacts, timeZone] = await Promise.all([
    part(
      'marketing-workflows',
      marketing.workflows().then((found) => ({ found })),
    ),
    counts ? part('marketing-contacts', marketing.marketingContacts()) : undefined,
    billing.term === 'not-set' ? undefined : part('time-zone', installation.timeZone()),
  ]);
  return {
    workflows: workflows === undefined ? 'not-read' : workflows.found,
    ...(hasRequestProperty === false ? { isWithoutProperty: true as const } : {}),
    ...(marketingContacts === undefined ? {} : { marketingContacts }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

/**
 * A workflow counts where HubSpot shows one or the organisation names one: its word stands beside what is read, since
 * a workflow built in another way may do as well. Whoever is named wrongly is found out by requests that stay unapplied.
 */
export function marketingFacts(
  to: MarketingTarget,
  status: MarketingStatus,
  readings: MarketingReadings,
  organisation: Pick<Organisation, 'marketingWorkflows' | 'tierLimit'>,
): MarketingFacts {
  // What the plan lacks is said by a rule of its own; a workflow would be no help.
  if (status.kind === 'unavailable') return {};
  const marketingWorkflow = workflowFor(to, readings, organisation);
  const tier = to === 'marketing' ? tierWith(status, readings, organisation) : undefined;
  return {
    ...(marketingWorkflow === undefined ? {} : { marketingWorkflow }),
    ...(tier === undefined ? {} : { tier }),
  };
}

const CHOICE = { marketing: 'toMarketing', 'non-marketing': 'toNonMarketing' } as const;

/** `none` only where that was looked up, or can't be and nobody says otherwise; else it is not known. */
function workflowFor(
  to: MarketingTarget,
  { workflows, isWithoutProperty }: MarketingReadings,
  { marketingWorkflows }: Pick<Organisation, 'marketingWorkflows'>,
): Facts['marketingWorkflow'] | undefined {
  if (isWithoutProperty === true) return 'none';
  if (marketingWorkflows[CHOICE[to]] === 'active') return 'found';
  if (workflows === 'not-read') return undefined;
  if (workflows === undefined) return 'none';
  const found = workflows[to];
  return found === undefined ? undefined : found ? 'found' : 'none';
}

/**
 * Whoever is a marketing contact already, though leaving, is counted and adds nothing. Without a limit it is not
 * known, and never "within": policy then warns of what an exceeded tier costs.
 */
function tierWith(
  { kind }: MarketingStatus,
  { marketingContacts }: MarketingReadings,
  { tierLimit }: Pick<Organisation, 'tierLimit'>,
): Facts['tier'] | undefined {
  if (tierLimit === 'not-set') return undefined;
  if (kind === 'marketing') return 'within';
  if (marketingContacts === undefined) return undefined;
  return marketingContacts + 1 <= tierLimit ? 'within' : 'would-be-exceeded';
}
