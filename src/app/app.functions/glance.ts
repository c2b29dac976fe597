import type { Glance, LastChange, SubscriptionRow } from '../contract/snapshot.ts';
import type { Subject } from '../evidence/consent-event.ts';
import { subjectKey } from '../evidence/consent-event.ts';
import { timeline } from '../evidence/timeline.ts';
import type { SubscriptionType } from '../gateway/ports.ts';
import { decide } from '../policy/decide.ts';
import { verdict } from '../policy/verdict.ts';
import { factsFor, isOptedOutOfEverything, stateOf } from './facts-for.ts';
import type { Evidence } from './gather.ts';
import type { World } from './world.ts';

/** Draws verdict, states and locks from evidence; whoever asks gets the same. */
export function glanceOf(evidence: Evidence, world: World): Glance {
  const { contact } = evidence;
  const optedOutOfEverything = isOptedOutOfEverything(evidence);
  const optOutOfAll = evidence.everything.find(({ state }) => state === 'opted-out');
  const everythingLast =
    optOutOfAll === undefined ? undefined : lastChange(optOutOfAll.about, evidence);
  return {
    readAt: new Date(evidence.readAt).toISOString(),
    verdict: verdict({
      hasAddress: contact.address !== undefined,
      optedOutOfEverything,
      privacySettings: world.organisation.privacySettings,
      ...(contact.hardBounced === undefined ? {} : { hardBounced: contact.hardBounced }),
      ...(contact.quarantined === undefined ? {} : { quarantined: contact.quarantined }),
      doubleOptInPending: contact.doubleOptIn === 'pending',
      ...(contact.marketing.kind === 'unavailable'
        ? {}
        : { marketingContact: contact.marketing.kind === 'marketing' }),
      types: evidence.types.map(({ id, isActive, isInternal }) => ({
        id,
        isActive,
        isInternal,
        state: stateOf(id, evidence),
      })),
    }),
    privacySettings: world.organisation.privacySettings,
    optedOutOfEverything,
    ...(everythingLast === undefined ? {} : { everythingLast }),
    rows: evidence.types.map((type) => rowOf(type, evidence, world)),
    marketing: contact.marketing,
    doubleOptIn: contact.doubleOptIn,
    hasAddress: contact.address !== undefined,
    otherAddresses: contact.otherAddresses,
  };
}

function rowOf(type: SubscriptionType, evidence: Evidence, world: World): SubscriptionRow {
  const about: Subject = { kind: 'subscription', typeId: type.id };
  const status = evidence.statuses.find((found) => subjectKey(found.about) === subjectKey(about));
  const last = lastChange(about, evidence);
  return {
    typeId: type.id,
    name: type.name,
    names: type.names,
    isActive: type.isActive,
    state: stateOf(type.id, evidence),
    ...(last === undefined ? {} : { last }),
    ...(status?.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
    ...(status?.explanation === undefined ? {} : { explanation: status.explanation }),
    optIn: decide(world.policy, factsFor('opt-in', type.id, evidence, world.organisation)),
    optOut: decide(world.policy, factsFor('opt-out', type.id, evidence, world.organisation)),
  };
}

function lastChange(about: Subject, evidence: Evidence): LastChange | undefined {
  const key = subjectKey(about);
  const latest = timeline(evidence.events).find(
    (event) => subjectKey(event.about) === key && event.repeats !== true,
  );
  return latest === undefined ? undefined : { at: latest.at, actor: latest.actor };
}
