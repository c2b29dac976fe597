import type {
  Glance,
  LastChange,
  SubscriptionRow,
  WholeContactChange,
} from '../contract/snapshot.ts';
import { basisEvent, stateSince } from '../assessment/state-since.ts';
import type { ConsentEvent, Subject } from '../evidence/consent-event.ts';
import type { CurrentStatus } from '../evidence/current-status.ts';
import { subjectKey } from '../evidence/consent-event.ts';
import type { Change } from '../policy/change.ts';
import { decide } from '../policy/decide.ts';
import { nextUpdateDate } from '../policy/update-date.ts';
import type { TypeVerdict } from '../policy/verdict.ts';
import { clearingSteps, isBilledInVain } from './deliverability-facts.ts';
import { undoOffers } from './facts-for-undo.ts';
import {
  factsForContact,
  factsForType,
  knownTypes,
  type Asked,
  type KnownType,
} from './facts-for.ts';
import type { Evidence } from './gather.ts';
import { requestIn } from './recording/marketing-asked.ts';
import { ledgerState } from './recording/ledger-of.ts';
import { objectionsBehind, openObjectionOf } from './open-objections.ts';
import { mayBeMailed, standingFor, verdictsOf } from './verdicts-of.ts';
import type { World } from './world.ts';

/**
 * Draws verdict, states and locks from evidence; whoever asks gets the same, but for what they claim of
 * themselves. What they were shown before has no part in it.
 */
export function glanceOf(evidence: Evidence, world: World, asked: Asked): Glance {
  const { contact } = evidence;
  const { organisation } = world;
  const types = knownTypes(evidence, organisation);
  const drawn = claimIn(asked);
  const verdict = verdictsOf(types, evidence, world);
  const optOutOfAll = evidence.everything.find(({ state }) => state === 'opted-out');
  const everythingLast =
    optOutOfAll === undefined ? undefined : lastChange(optOutOfAll.about, evidence);
  const offer = (change: WholeContactChange) =>
    decide(
      world.policy,
      factsForContact(change, types, mayBeMailed(types, verdict), evidence, world, drawn),
    );

  const readAt = new Date(evidence.readAt).toISOString();
  const request = requestIn(evidence, organisation);
  const { timeZone } = evidence.marketing;
  const { overall } = verdict;
  const clearing =
    overall.kind === 'will-not-send' ? clearingSteps(overall.because, contact.deliverability) : [];
  const updateDate =
    timeZone === undefined ? undefined : nextUpdateDate(organisation.billing, readAt, timeZone);
  return {
    readAt,
    verdict: overall,
    signals: verdict.signals,
    objections: objectionsBehind(overall, types, world),
    oneToOne: verdict.oneToOne,
    privacySettings: organisation.privacySettings,
    optedOutOfEverything: optOutOfAll !== undefined,
    ...(everythingLast === undefined ? {} : { everythingLast }),
    rows: types.map((known, index) =>
      rowOf(known, verdict.types[index] as TypeVerdict, types, evidence, world, drawn),
    ),
    wholeContact: {
      'opt-out-of-everything': offer('opt-out-of-everything'),
      'to-marketing': offer('to-marketing'),
      'to-non-marketing': offer('to-non-marketing'),
    },
    undo: undoOffers(types, evidence, world, drawn),
    ledger: ledgerState(evidence.ledger),
    marketing: contact.marketing,
    ...(request === undefined ? {} : { marketingRequest: request }),
    ...(updateDate === undefined ? {} : { updateDate }),
    wordings: organisation.wordings,
    doubleOptIn: contact.doubleOptIn,
    ...(contact.doubleOptInValue === undefined
      ? {}
      : { doubleOptInValue: contact.doubleOptInValue }),
    deliverability: {
      ...contact.deliverability,
      ...(contact.complaint === undefined ? {} : { complaint: contact.complaint }),
    },
    ...(contact.notUnderstood === undefined ? {} : { notUnderstood: contact.notUnderstood }),
    ...(clearing.length === 0 ? {} : { clearingSteps: clearing }),
    ...(isBilledInVain(overall, contact.marketing, request) ? { isBilledInVain: true } : {}),
    hasAddress: contact.address !== undefined,
    otherAddresses: contact.otherAddresses.length,
  };
}

function rowOf(
  known: KnownType,
  { consent, deliverability, billing, mail }: TypeVerdict,
  types: readonly KnownType[],
  evidence: Evidence,
  world: World,
  asked: Asked,
): SubscriptionRow {
  const { type, state } = known;
  const about: Subject = { kind: 'subscription', typeId: type.id };
  const status = evidence.statuses.find((found) => subjectKey(found.about) === subjectKey(about));
  const last = stateSince(type, evidence.timeline);
  const basisSet =
    status === undefined || !hasBasis(status)
      ? undefined
      : basisEvent(type, status, evidence.timeline);
  // An opt-out that HubSpot holds is told by the state or by the verdict.
  const isTold = state === 'opted-out' || (known.optedOutOfEverything ?? 'no') !== 'no';
  const objection = isTold ? undefined : openObjectionOf(standingFor(known, world));
  const offer = (change: Change) =>
    decide(world.policy, factsForType(change, type.id, types, evidence, world, asked));
  return {
    typeId: type.id,
    name: type.name,
    names: type.names,
    isActive: type.isActive,
    state,
    verdict: { consent, deliverability, billing, mail },
    ...(last === undefined ? {} : { last: changeOf(last) }),
    ...(basisSet === undefined || basisSet === last ? {} : { basisSet: changeOf(basisSet) }),
    ...(objection === undefined ? {} : { objection }),
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
  return latest === undefined ? undefined : changeOf(latest);
}

function changeOf({ at, actor, orEarlier }: ConsentEvent): LastChange {
  return { at, actor, ...(orEarlier === undefined ? {} : { orEarlier }) };
}

function hasBasis({ legalBasis, explanation }: CurrentStatus): boolean {
  return legalBasis !== undefined || explanation !== undefined;
}

function claimIn({ claim }: Asked): Asked {
  return claim === undefined ? {} : { claim };
}
