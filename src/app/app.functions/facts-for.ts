import { standingOptOut } from '../evidence/timeline.ts';
import type { Actor } from '../evidence/consent-event.ts';
import type { ConsentState } from '../evidence/current-status.ts';
import type { Facts } from '../policy/facts.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Evidence } from './gather.ts';

/** What is known for deciding one change of one type. A fact that could not be read stays absent. */
export function factsFor(
  change: 'opt-in' | 'opt-out',
  typeId: string,
  evidence: Evidence,
  organisation: Organisation,
): Facts {
  const type = evidence.types.find(({ id }) => id === typeId);
  const lastOptOutBy = optOutBy(typeId, evidence);
  return {
    change,
    hasAddress: evidence.contact.address !== undefined,
    typeExists: type !== undefined,
    ...(type === undefined ? {} : { typeIsActive: type.isActive, typeIsInternal: type.isInternal }),
    state: stateOf(typeId, evidence),
    optedOutOfEverything: isOptedOutOfEverything(evidence),
    ...(lastOptOutBy === undefined ? {} : { lastOptOutBy }),
    privacySettings: organisation.privacySettings,
  };
}

/** HubSpot lists only types that were ever set for an address; the rest are "not specified". */
export function stateOf(typeId: string, { statuses }: Evidence): ConsentState {
  return (
    statuses.find(({ about }) => about.kind === 'subscription' && about.typeId === typeId)?.state ??
    'not-specified'
  );
}

/** Any brand's opt-out counts: which types a brand covers is not something HubSpot's answer tells. */
export function isOptedOutOfEverything({ everything }: Evidence): boolean {
  return everything.some(({ state }) => state === 'opted-out');
}

function optOutBy(typeId: string, evidence: Evidence): Facts['lastOptOutBy'] {
  if (stateOf(typeId, evidence) !== 'opted-out') return 'nobody';
  if (!evidence.historyWasRead) return undefined;
  const standing = standingOptOut(evidence.events, { kind: 'subscription', typeId });
  return standing === undefined ? 'someone-unknown' : BY[standing.actor.kind];
}

const BY: Record<Actor['kind'], NonNullable<Facts['lastOptOutBy']>> = {
  contact: 'contact',
  staff: 'staff',
  workflow: 'workflow',
  import: 'import',
  integration: 'integration',
  'this-card': 'this-card',
  hubspot: 'hubspot',
  someone: 'someone-unknown',
};
