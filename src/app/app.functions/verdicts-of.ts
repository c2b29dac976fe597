import { complaintStands, NEVER } from '../policy/times.ts';
import type { Standing } from '../assessment/objection.ts';
import { standingObjection } from '../assessment/standing-objection.ts';
import { verdicts, type TypeFacts, type VerdictFacts, type Verdicts } from '../policy/verdict.ts';
import { deliverabilityFacts } from './deliverability-facts.ts';
import { personHistory, type KnownType } from './facts-for.ts';
import type { Evidence } from './gather.ts';
import type { World } from './world.ts';

/** What mail of each kind would meet, from the same facts that decide. */
export function verdictsOf(
  types: readonly KnownType[],
  evidence: Evidence,
  world: Pick<World, 'organisation'>,
): Verdicts {
  const { contact } = evidence;
  // The latest return to any type is the latest sign of life after a complaint.
  const returns = types.map(({ past }) => past.lastReturn);
  const latest = returns
    .filter((one) => one !== undefined && one !== NEVER)
    .sort()
    .at(-1);
  const spamComplaint = complaintStands(contact.complaint, latest ?? returns[0]);
  return verdicts({
    hasAddress: contact.address !== undefined,
    ...deliverabilityFacts(contact, spamComplaint, evidence.readAt),
    marketingContact:
      contact.marketing.kind === 'unavailable'
        ? 'not-offered'
        : contact.marketing.kind === 'marketing',
    privacySettings: world.organisation.privacySettings,
    oneToOneAfterGlobalOptOut: world.organisation.oneToOneAfterGlobalOptOut,
    ...widest(types),
    types: types.map((known) => ({
      id: known.type.id,
      isActive: known.type.isActive,
      isInternal: known.type.isInternal,
      state: known.state,
      ...objectionOf(standingFor(known, world)),
      ...(known.optedOutOfEverything === undefined
        ? {}
        : { optedOutOfEverything: known.optedOutOfEverything }),
      ...(known.consentIsOutdated === undefined
        ? {}
        : { consentIsOutdated: known.consentIsOutdated }),
    })),
    oneToOne: oneToOneOf(types, evidence, world),
  });
}

/**
 * The objection that mail of a type would go against. Where the organisation takes one-to-one mail to be sent after an
 * opt-out of all email, such an opt-out is no objection to internal types.
 */
export function standingFor(
  { type, past }: KnownType,
  { organisation }: Pick<World, 'organisation'>,
): Standing {
  return type.isInternal && organisation.oneToOneAfterGlobalOptOut === 'sent'
    ? past.standingOfType
    : past.standing;
}

/** One-to-one mail belongs to one internal type; an account with several that tells none apart leaves it unknown. */
function oneToOneOf(
  types: readonly KnownType[],
  evidence: Evidence,
  world: Pick<World, 'organisation'>,
): VerdictFacts['oneToOne'] {
  const known = types.find(({ type }) => type.isOneToOne);
  if (known !== undefined) {
    return { state: known.state, ...objectionOf(standingFor(known, world)) };
  }
  if (types.some(({ type }) => type.isInternal)) return {};
  const { oneToOneAfterGlobalOptOut, ownMessengers } = world.organisation;
  if (oneToOneAfterGlobalOptOut === 'sent') return { state: 'not-specified', objection: 'none' };
  const standing = standingObjection({ kind: 'all-email' }, personHistory(evidence), ownMessengers);
  return { state: 'not-specified', ...objectionOf(standing) };
}

function objectionOf(standing: Standing): Pick<TypeFacts, 'objection'> {
  switch (standing.kind) {
    case 'stands':
      return { objection: 'stands' };
    case 'perhaps-ended':
      return { objection: 'perhaps' };
    case 'none':
    case 'ended':
    case 'lifted-on-proof':
      return { objection: 'none' };
    case 'not-known':
      return {};
  }
}

/** The widest opt-out of everything that holds for any type. */
function widest(types: readonly KnownType[]): Pick<VerdictFacts, 'optedOutOfEverything'> {
  const found = types.map(({ optedOutOfEverything }) => optedOutOfEverything);
  for (const one of ['portal', 'brand'] as const) {
    if (found.includes(one)) return { optedOutOfEverything: one };
  }
  return found.includes(undefined) ? {} : { optedOutOfEverything: 'no' };
}

/**
 * Whether any marketing type may be mailed, internal ones being none. Consent that is merely too old for the
 * organisation still counts: it blocks nothing.
 */
export function mayBeMailed(types: readonly KnownType[], verdict: Verdicts): boolean | undefined {
  const signals = verdict.types
    .filter((_, index) => types[index]?.type.isInternal === false)
    .map(({ consent }) => consent);
  const mayBe = signals.some(
    (one) =>
      one.is === 'given' ||
      one.is === 'not-needed' ||
      (one.is === 'off' && one.why.every((why) => why === 'consent-outdated')),
  );
  if (mayBe) return true;
  const isOpen = signals.some(({ is }) => is === 'unknown' || is === 'objection-unclear');
  return isOpen ? undefined : false;
}
