import type { ConsentEvent } from '../evidence/consent-event.ts';
import type { Facts, Ground } from '../policy/facts.ts';
import { NEVER, type LastTime } from '../policy/times.ts';
import { authorOf, type OwnMessengers } from './authorship.ts';
import { openObjection, type Objection, type Standing } from './objection.ts';
import { isOwnReturn, isOfTypeAtPrimary, isRenewal } from './returns.ts';
import { coversType } from './scope.ts';
import { standingObjection, type PersonHistory } from './standing-objection.ts';

/** What the past says about one type and one contact, as far as deciding and showing need it. */
export interface ConsentPast {
  /** Whether the person's objection to mail of this type holds. */
  readonly standing: Standing;
  /** The same, of opt-outs of the type alone: neither of its brand nor of all email, and no spam complaint. */
  readonly standingOfType: Standing;
  /** Who stands behind an opt-out that no later act of the contact has lifted; absent where that is not known. */
  readonly optedOutBy?: NonNullable<Facts['lastOptOutBy']>;
  readonly optOut?: Ground;
  /** The person's own latest opt-out that still stands, or one whose author is not known. */
  readonly lastOwnOptOut: LastTime;
  /** The contact's own latest return. */
  readonly lastReturn: LastTime;
  /** The last opt-in that carries consent: by the contact, or with consent as its legal basis. */
  readonly lastConsent: LastTime;
  readonly consent?: Ground;
}

/** A subscription type by HubSpot's id, with its brand where HubSpot tells. */
export interface TypeRef {
  readonly id: string;
  readonly businessUnitId?: string;
}

/**
 * Reads the past of one type. `now.everythingHolds`: HubSpot holds an opt-out of all email, which denies by a rule
 * of its own, so that only opt-outs of the type itself count for `optedOutBy`.
 */
export function consentPast(
  type: TypeRef,
  now: { readonly isOptedOut: boolean; readonly everythingHolds: boolean },
  history: PersonHistory,
  own: OwnMessengers,
): ConsentPast {
  const { events } = history;
  const question = {
    kind: 'type',
    typeId: type.id,
    ...(type.businessUnitId === undefined ? {} : { businessUnitId: type.businessUnitId }),
  } as const;
  const standing = standingObjection(question, history, own);
  const ofType = (event: ConsentEvent) => isOfTypeAtPrimary(event, type.id);
  // A spam complaint denies by a rule of its own, too.
  const withoutComplaint = { ...history, complaint: 'none' } as const;
  const standingOfType = standingObjection(
    question,
    { ...withoutComplaint, events: events.filter(({ about }) => about.kind === 'subscription') },
    own,
  );
  const locking = now.everythingHolds
    ? standingOfType
    : standingObjection(question, withoutComplaint, own);
  const returned = events.find(
    (event) =>
      (ofType(event) || coversType(event.about, type) !== 'no') && isOwnReturn(event) === 'yes',
  );
  const consent = events.find(
    (event) => ofType(event) && event.change === 'opted-in' && carriesConsent(event),
  );
  const latest = events.find(ofType);
  const isComplete = locking.kind === 'none' && locking.isComplete;
  const never = isComplete ? NEVER : undefined;
  return {
    standing,
    standingOfType,
    ...optOutOf(locking, now.isOptedOut, latest, history.wasRead, own),
    lastOwnOptOut: lastOwnOptOut(standing, type, events, own, never),
    lastReturn: returned?.at ?? neverIn(history, type.id),
    lastConsent: consent?.at ?? neverIn(history, type.id),
    ...(consent === undefined ? {} : { consent: groundOf(consent) }),
  };
}

export function groundOf({ id, at, orEarlier, actor }: ConsentEvent): Ground {
  return { event: id, at, actor, ...(orEarlier === undefined ? {} : { orEarlier }) };
}

/** The event behind an objection; nothing where HubSpot tells no date. */
export function groundOfObjection(objection: Objection): Ground | undefined {
  const { event, at, orEarlier, through } = objection;
  if (at === undefined) return undefined;
  return { event, at, actor: through, ...(orEarlier === undefined ? {} : { orEarlier }) };
}

export const AUTHOR_OF_OPT_OUT = { contact: 'contact', unknown: 'someone-unknown' } as const;

function neverIn({ wasRead, isCut }: PersonHistory, typeId: string): LastTime {
  const cut = isCut({ kind: 'everything' }) || isCut({ kind: 'subscription', typeId });
  return wasRead && !cut ? NEVER : undefined;
}

/** Cooling-off counts from the latest "no"; what HubSpot only carried over is none. */
function lastOwnOptOut(
  standing: Standing,
  type: TypeRef,
  events: readonly ConsentEvent[],
  own: OwnMessengers,
  never: LastTime,
): LastTime {
  const objection = openObjection(standing);
  if (objection === undefined)
    return standing.kind === 'ended' && never === undefined ? NEVER : never;
  const renewal = events.find(
    (event) =>
      isRenewal(event, own) &&
      ((event.about.kind === 'subscription' && event.about.typeId === type.id) ||
        coversType(event.about, type) !== 'no'),
  );
  const last = renewal?.at ?? objection.at;
  // A later value that is not understood may have been an opt-out too.
  const unclear = events.find(
    ({ change, about }) =>
      change === 'changed' &&
      ((about.kind === 'subscription' && about.typeId === type.id) ||
        coversType(about, type) !== 'no'),
  );
  return unclear !== undefined && last !== undefined && unclear.at > last ? undefined : last;
}

function optOutOf(
  locking: Standing,
  isOptedOut: boolean,
  latest: ConsentEvent | undefined,
  historyWasRead: boolean,
  own: OwnMessengers,
): Pick<ConsentPast, 'optedOutBy' | 'optOut'> {
  // What a current status tells without its history may have been the contact's own act.
  if (!historyWasRead) return {};
  const objection = openObjection(locking);
  if (objection !== undefined) {
    const ground = groundOfObjection(objection);
    return {
      optedOutBy: AUTHOR_OF_OPT_OUT[objection.by],
      ...(ground === undefined ? {} : { optOut: ground }),
    };
  }
  // An opt-out of the contact may be among the changes that HubSpot has dropped.
  if (locking.kind === 'none' && !locking.isComplete) return {};
  if (!isOptedOut) return { optedOutBy: 'nobody' };
  if (latest?.change !== 'opted-out') return { optedOutBy: 'someone-unknown' };
  // Our own word alone: an opt-out of the next moment would not be told either, and nothing would be left to revert.
  if (latest.actor.kind === 'this-card' && !isInHistory(latest)) return {};
  const author = authorOf(latest, own);
  return {
    optedOutBy: author === 'unknown' ? 'someone-unknown' : author,
    optOut: groundOf(latest),
  };
}

function isInHistory({ witnesses }: ConsentEvent): boolean {
  return witnesses.some(({ source }) => source === 'property-history');
}

/** HubSpot's name for "freely given consent"; the other legal bases rest on something else. */
const CONSENT = 'CONSENT_WITH_NOTICE';

function carriesConsent(event: ConsentEvent): boolean {
  return isOwnReturn(event) === 'yes' || event.legalBasis === CONSENT;
}
