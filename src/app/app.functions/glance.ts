import type {
  Glance,
  LastChange,
  SubscriptionRow,
  WholeContactChange,
} from '../contract/snapshot.ts';
import type { ConsentEvent, Subject } from '../evidence/consent-event.ts';
import { subjectKey } from '../evidence/consent-event.ts';
import type { Change } from '../policy/change.ts';
import { decide } from '../policy/decide.ts';
import { nextUpdateDate } from '../policy/update-date.ts';
import type { TypeVerdict } from '../policy/verdict.ts';
import { undoOffers } from './facts-for-undo.ts';
import {
  factsForContact,
  factsForType,
  knownTypes,
  type Asked,
  type KnownType,
} from './facts-for.ts';
import type { Evidence } from './gather.ts';
import { notReverted } from './recording/interrupted.ts';
import { requestIn } from './recording/marketing-asked.ts';
import { ledgerState } from './recording/ledger-of.ts';
import { mayBeMailed, verdictsOf } from './verdicts-of.ts';
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
  const optOutOfAll = evidence.everything?.find(({ state }) => state === 'opted-out');
  const everythingLast =
    optOutOfAll === undefined ? undefined : lastChange(optOutOfAll.about, evidence);
  const offer = (change: WholeContactChange) =>
    decide(
      world.policy,
      factsForContact(change, types, mayBeMailed(types, verdict), evidence, world, drawn),
    );

  const readAt = new Date(evidence.readAt).toISOString();
  const request = requestIn(evidence, organisation);
  const left = notReverted(evidence);
  const { timeZone } = evidence.marketing;
  const updateDate =
    timeZone === undefined ? undefined : nextUpdateDate(organisation.billing, readAt, timeZone);
  return {
    readAt,
    verdict: verdict.overall,
    oneToOne: verdict.oneToOne,
    privacySettings: organisation.privacySettings,
    ...(evidence.everything === undefined
      ? {}
      : { optedOutOfEverything: optOutOfAll !== undefined }),
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
    hasAddress: contact.address !== undefined,
    otherAddresses: contact.otherAddresses,
    ...(left.length === 0 ? {} : { notReverted: left }),
    unread: evidence.unread,
  };
}

function rowOf(
  { type, state }: KnownType,
  { consent, deliverability, billing, mail }: TypeVerdict,
  types: readonly KnownType[],
  evidence: Evidence,
  world: World,
  asked: Asked,
): SubscriptionRow {
  const about: Subject = { kind: 'subscription', typeId: type.id };
  const status = evidence.statuses?.find((found) => subjectKey(found.about) === subjectKey(about));
  // Where the state is not known, neither is which change brought it.
  const last = state === undefined ? undefined : lastChange(about, evidence);
  const offer = (change: Change) =>
    decide(world.policy, factsForType(change, type.id, types, evidence, world, asked));
  return {
    typeId: type.id,
    name: type.name,
    names: type.names,
    ...(type.isActive === undefined ? {} : { isActive: type.isActive }),
    ...(state === undefined ? {} : { state }),
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
  const events = evidence.timeline.filter(
    (event) => subjectKey(event.about) === key && event.repeats !== true,
  );
  const [latest] = events;
  if (latest === undefined) return undefined;
  const undone = latest.card?.undoes;
  const { at, actor } = restoredBy(events) ?? latest;
  return at === latest.at || (undone !== 'opted-in' && undone !== 'opted-out')
    ? { at: latest.at, actor: latest.actor }
    : { at, actor, undone: { change: undone, at: latest.at } };
}

/** The change that an undo brought back, and what that one had brought back; `events` newest first. */
function restoredBy(events: readonly ConsentEvent[]): ConsentEvent | undefined {
  const [latest, taken, ...older] = events;
  if (latest === undefined || latest.card?.undoes === undefined) return latest;
  const isTaken = taken?.change === latest.card.undoes && taken.actor.kind === 'this-card';
  return isTaken && older[0]?.change === latest.change ? restoredBy(older) : undefined;
}

function claimIn({ claim }: Asked): Asked {
  return claim === undefined ? {} : { claim };
}
