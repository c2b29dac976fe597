import type { MarketingStatus } from '../contract/snapshot.ts';
import { complaintStands, NEVER } from '../policy/times.ts';
import type { Standing } from '../assessment/objection.ts';
import { coversTypeAtPrimary } from '../assessment/scope.ts';
import { standingObjection } from '../assessment/standing-objection.ts';
import {
  verdicts,
  type TypeFacts,
  type TypeVerdict,
  type VerdictFacts,
  type Verdicts,
} from '../policy/verdict.ts';
import { doubleOptInPending, personHistory, type KnownType } from './facts-for.ts';
import type { Evidence } from './gather.ts';
import { isUnread } from './reading-part.ts';
import type { World } from './world.ts';

/** What mail of each kind would meet, from the same facts that decide: for each type, and for types that could not be read. */
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
  const optedOutOfEverything = widest(types, evidence);
  const judged = verdicts({
    hasAddress: contact.address !== undefined,
    ...(hardBounced === undefined ? {} : { hardBounced }),
    ...(quarantined === undefined ? {} : { quarantined }),
    ...(spamComplaint === undefined ? {} : { spamComplaint }),
    ...(pending === undefined ? {} : { doubleOptInPending: pending }),
    ...marketingContact(contact.marketing),
    privacySettings: world.organisation.privacySettings,
    oneToOneAfterGlobalOptOut: world.organisation.oneToOneAfterGlobalOptOut,
    ...(optedOutOfEverything === undefined ? {} : { optedOutOfEverything }),
    types: [
      ...types.map((known) => typeFacts(known, world)),
      // What is not listed may be opted in: nobody can say that nothing is.
      ...(isUnread(evidence, 'subscription-types') ? [unlisted(optedOutOfEverything)] : []),
    ],
    oneToOne: oneToOneOf(types, evidence, world),
  });
  return {
    ...judged,
    types: judged.types.map((verdict, index) => sureOf(types[index]?.type, verdict)),
  };
}

function marketingContact({ kind }: MarketingStatus): Pick<VerdictFacts, 'marketingContact'> {
  if (kind === 'not-known') return {};
  return { marketingContact: kind === 'unavailable' ? 'not-offered' : kind === 'marketing' };
}

function typeFacts(known: KnownType, world: Pick<World, 'organisation'>): TypeFacts {
  const { type, state, optedOutOfEverything, consentIsOutdated } = known;
  // Only an opt-out counts whatever the type is.
  const isSure = isDefined(type) || state === 'opted-out';
  return {
    id: type.id,
    isActive: type.isActive ?? true,
    isInternal: type.isInternal ?? false,
    ...(state === undefined || !isSure ? {} : { state }),
    ...objectionOf(standingFor(known, world)),
    ...(optedOutOfEverything === undefined ? {} : { optedOutOfEverything }),
    ...(consentIsOutdated === undefined ? {} : { consentIsOutdated }),
  };
}

function unlisted(optedOutOfEverything: KnownType['optedOutOfEverything']): TypeFacts {
  return {
    id: 'unlisted',
    isActive: true,
    isInternal: false,
    ...(optedOutOfEverything === 'portal' ? { optedOutOfEverything } : {}),
  };
}

/** A type that may be an internal one needs no marketing contact, perhaps. */
function sureOf(type: KnownType['type'] | undefined, verdict: TypeVerdict): TypeVerdict {
  if (type === undefined || isDefined(type) || verdict.billing.is !== 'off') return verdict;
  const isOut = verdict.consent.is === 'off' || verdict.deliverability.is === 'off';
  return {
    ...verdict,
    billing: { is: 'unknown', why: ['not-read'] },
    mail: isOut ? verdict.mail : 'not-known',
  };
}

function isDefined({ isActive, isInternal }: KnownType['type']): boolean {
  return isActive !== undefined && isInternal !== undefined;
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
    const { state } = known;
    return {
      ...(state === undefined ? {} : { state }),
      ...objectionOf(standingFor(known, world)),
    };
  }
  if (isUnread(evidence, 'subscription-types')) return {};
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

/** The widest opt-out of everything that holds for any type. That none does is known only where every status was read. */
function widest(
  types: readonly KnownType[],
  { everything, statuses, unread }: Evidence,
): KnownType['optedOutOfEverything'] {
  const outs = everything?.filter(({ state }) => state === 'opted-out') ?? [];
  if (outs.some(({ about }) => coversTypeAtPrimary(about, {}) === 'portal')) return 'portal';
  if (types.some(({ optedOutOfEverything }) => optedOutOfEverything === 'brand')) return 'brand';
  const isSure =
    types.every(({ optedOutOfEverything }) => optedOutOfEverything !== undefined) &&
    everything !== undefined &&
    statuses !== undefined &&
    !isUnread({ unread }, 'subscription-types');
  return isSure ? 'no' : undefined;
}

/**
 * Whether any marketing type may be mailed, internal ones being none. Consent that is merely too old for the
 * organisation still counts: it blocks nothing.
 */
export function mayBeMailed(types: readonly KnownType[], verdict: Verdicts): boolean | undefined {
  const signals = verdict.types
    .filter((_, index) => types[index]?.type.isInternal !== true)
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
