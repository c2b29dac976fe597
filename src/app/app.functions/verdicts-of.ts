import type { MarketingStatus } from '../contract/snapshot.ts';
import { complaintStands, NEVER } from '../policy/times.ts';
import { verdicts, type VerdictFacts, type Verdicts } from '../policy/verdict.ts';
import { doubleOptInPending, type KnownType } from './facts-for.ts';
import type { Evidence } from './gather.ts';
import type { World } from './world.ts';

/** What mail of each kind would meet, from the same facts that decide. */
export function verdictsOf(
  types: readonly KnownType[],
  evidence: Evidence,
  world: Pick<World, 'organisation'>,
): Verdicts {
  const { contact } = evidence;
  const { hardBounced, quarantined } = contact;
  const pending = doubleOptInPending(contact);
  // The latest return to any type is the latest sign of life after a complaint.
  const returns = types.map(({ past }) => past.lastReturn);
  const latest = returns
    .filter((one) => one !== undefined && one !== NEVER)
    .sort()
    .at(-1);
  const spamComplaint = complaintStands(contact.complaint, latest ?? returns[0]);
  return verdicts({
    hasAddress: contact.address !== undefined,
    ...(hardBounced === undefined ? {} : { hardBounced }),
    ...(quarantined === undefined ? {} : { quarantined }),
    ...(spamComplaint === undefined ? {} : { spamComplaint }),
    ...(pending === undefined ? {} : { doubleOptInPending: pending }),
    ...marketingContact(contact.marketing),
    privacySettings: world.organisation.privacySettings,
    oneToOneAfterGlobalOptOut: world.organisation.oneToOneAfterGlobalOptOut,
    optedOutOfEverything: widest(types),
    types: types.map(({ type, state, optedOutOfEverything, consentIsOutdated }) => ({
      id: type.id,
      isActive: type.isActive,
      isInternal: type.isInternal,
      state,
      optedOutOfEverything,
      ...(consentIsOutdated === undefined ? {} : { consentIsOutdated }),
    })),
  });
}

function marketingContact({ kind }: MarketingStatus): Pick<VerdictFacts, 'marketingContact'> {
  if (kind === 'not-known') return {};
  return { marketingContact: kind === 'unavailable' ? 'not-offered' : kind === 'marketing' };
}

/** The widest opt-out of everything that holds for any type. */
function widest(types: readonly KnownType[]): KnownType['optedOutOfEverything'] {
  const found = types.map(({ optedOutOfEverything }) => optedOutOfEverything);
  return found.includes('portal') ? 'portal' : found.includes('brand') ? 'brand' : 'no';
}

/**
 * Whether any marketing type may be mailed, internal ones being none. Consent that is merely too old for the
 * organisation still counts: it blocks nothing.
 */
export function mayBeMailed(types: readonly KnownType[], verdict: Verdicts): boolean | undefined {
  const lights = verdict.types
    .filter((_, index) => types[index]?.type.isInternal === false)
    .map(({ consent }) => consent);
  if (
    lights.some(
      (one) =>
        one.is === 'on' || (one.is === 'off' && one.why.every((why) => why === 'consent-outdated')),
    )
  ) {
    return true;
  }
  return lights.some(({ is }) => is === 'unknown') ? undefined : false;
}
