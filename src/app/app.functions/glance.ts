import type { Glance, LastChange, SubscriptionRow } from '../contract/snapshot.ts';
import type { Subject } from '../evidence/consent-event.ts';
import { subjectKey } from '../evidence/consent-event.ts';
import type { Change } from '../policy/change.ts';
import { decide } from '../policy/decide.ts';
import { complaintStands, NEVER } from '../policy/times.ts';
import { verdicts, type TypeVerdict, type Verdicts } from '../policy/verdict.ts';
import { offerOf } from './carry-out.ts';
import {
  doubleOptInPending,
  factsForContact,
  factsForType,
  knownTypes,
  type Asked,
  type KnownType,
} from './facts-for.ts';
import type { Evidence } from './gather.ts';
import type { World } from './world.ts';

/** Draws verdict, states and locks from evidence; whoever asks gets the same, but for what they claim of themselves. */
export function glanceOf(evidence: Evidence, world: World, asked: Asked): Glance {
  const { contact } = evidence;
  const { organisation } = world;
  const types = knownTypes(evidence, organisation);
  const verdict = verdictsOf(types, evidence, world);
  const optOutOfAll = evidence.everything.find(({ state }) => state === 'opted-out');
  const everythingLast =
    optOutOfAll === undefined ? undefined : lastChange(optOutOfAll.about, evidence);
  const offer = (change: Change) =>
    offerOf(
      change,
      decide(
        world.policy,
        factsForContact(change, types, mayBeMailed(verdict, types), evidence, organisation, asked),
      ),
    );
  return {
    readAt: new Date(evidence.readAt).toISOString(),
    verdict: verdict.overall,
    oneToOne: verdict.oneToOne,
    privacySettings: organisation.privacySettings,
    optedOutOfEverything: optOutOfAll !== undefined,
    ...(everythingLast === undefined ? {} : { everythingLast }),
    rows: types.map((known, index) =>
      rowOf(known, verdict.types[index] as TypeVerdict, types, evidence, world, asked),
    ),
    wholeContact: {
      'opt-out-of-everything': offer('opt-out-of-everything'),
      'to-marketing': offer('to-marketing'),
      'to-non-marketing': offer('to-non-marketing'),
    },
    marketing: contact.marketing,
    doubleOptIn: contact.doubleOptIn,
    hasAddress: contact.address !== undefined,
    otherAddresses: contact.otherAddresses,
  };
}

function verdictsOf(types: readonly KnownType[], evidence: Evidence, world: World): Verdicts {
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
    marketingContact:
      contact.marketing.kind === 'unavailable'
        ? 'not-offered'
        : contact.marketing.kind === 'marketing',
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

/** The widest opt-out of everything that holds for any type. */
function widest(types: readonly KnownType[]): KnownType['optedOutOfEverything'] {
  const found = types.map(({ optedOutOfEverything }) => optedOutOfEverything);
  return found.includes('portal') ? 'portal' : found.includes('brand') ? 'brand' : 'no';
}

/**
 * Whether any marketing type may be mailed, internal ones being none. Consent that is merely too old for the
 * organisation still counts: it blocks nothing.
 */
function mayBeMailed(verdict: Verdicts, types: readonly KnownType[]): boolean | undefined {
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

function rowOf(
  { type, state }: KnownType,
  { consent, deliverability, billing, mail }: TypeVerdict,
  types: readonly KnownType[],
  evidence: Evidence,
  { policy, organisation }: World,
  asked: Asked,
): SubscriptionRow {
  const about: Subject = { kind: 'subscription', typeId: type.id };
  const status = evidence.statuses.find((found) => subjectKey(found.about) === subjectKey(about));
  const last = lastChange(about, evidence);
  const offer = (change: Change) =>
    offerOf(
      change,
      decide(policy, factsForType(change, type.id, types, evidence, organisation, asked)),
    );
  return {
    typeId: type.id,
    name: type.name,
    names: type.names,
    isActive: type.isActive,
    state,
    verdict: { consent, deliverability, billing, mail },
    ...(last === undefined ? {} : { last }),
    ...(status?.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
    ...(status?.explanation === undefined ? {} : { explanation: status.explanation }),
    optIn: offer('opt-in'),
    optOut: offer('opt-out'),
  };
}

function lastChange(about: Subject, evidence: Evidence): LastChange | undefined {
  const key = subjectKey(about);
  const latest = evidence.timeline.find(
    (event) => subjectKey(event.about) === key && event.repeats !== true,
  );
  return latest === undefined ? undefined : { at: latest.at, actor: latest.actor };
}
