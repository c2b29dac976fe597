import { reliableActor } from '../evidence/authorship.ts';
import type { ConsentEvent, Subject } from '../evidence/consent-event.ts';
import type { SubscriptionType } from '../gateway/ports.ts';
import type { Facts, Ground } from '../policy/facts.ts';
import { NEVER, type LastTime } from '../policy/times.ts';
import type { Evidence } from './gather.ts';

/** What the past says about one type and one contact, as far as deciding needs it. */
export interface ConsentPast {
  /** Who stands behind an opt-out that no later act of the contact has lifted. */
  readonly optedOutBy?: NonNullable<Facts['lastOptOutBy']>;
  readonly optOut?: Ground;
  /** The contact's own latest "no" that still stands, or one by someone unknown. */
  readonly lastOwnOptOut: LastTime;
  /** The contact's own latest return. */
  readonly lastReturn: LastTime;
  /** The last opt-in that carries consent: by the contact, or with consent as its legal basis. */
  readonly lastConsent: LastTime;
  readonly consent?: Ground;
}

/**
 * Reads the past of one type of the primary address, newest event first. The contact's latest own act decides, on this type or on
 * everything: staff who opted them in and out again don't take its place, and only the contact's own return
 * lifts it. An actor HubSpot does not name counts as the contact when it says no, and as nobody when it says yes. A
 * value that was cleared is no return, and one that is not understood leaves unknown what it may have said.
 */
export function consentPast(
  type: Pick<SubscriptionType, 'id' | 'businessUnitId'>,
  now: { readonly isOptedOut: boolean; readonly everythingHolds: boolean },
  evidence: Pick<Evidence, 'timeline' | 'historyWasRead' | 'historyMayBeCut'>,
): ConsentPast {
  const newestFirst = evidence.timeline;
  const isOfType = ({ about }: ConsentEvent) =>
    about.kind === 'subscription' && about.typeId === type.id && about.address === undefined;
  const ofContact = newestFirst.filter(
    (event) => isOfType(event) || covers(event.about, type) !== 'no',
  );
  const isNo = (event: ConsentEvent) => {
    const { kind } = reliableActor(event);
    const isOwn = kind === 'contact' || kind === 'someone' || event.card?.askedBy !== undefined;
    return event.change === 'opted-out' && isOwn;
  };
  const yes = ofContact.find(
    (event) => event.change === 'opted-in' && reliableActor(event).kind === 'contact',
  );
  const stands = (no: ConsentEvent | undefined) =>
    no !== undefined && (yes === undefined || yes.at <= no.at) ? no : undefined;
  // A value that is not understood may have been an opt-out, whoever set it.
  const unclear = stands(ofContact.find(({ change }) => change === 'changed'));
  const standing = stands(ofContact.find(isNo));
  // While an opt-out of everything holds, it locks by a rule of its own.
  const locking = now.everythingHolds
    ? stands(ofContact.find((event) => isNo(event) && isOfType(event)))
    : standing;
  const consent = newestFirst.find(
    (event) => isOfType(event) && event.change === 'opted-in' && carriesConsent(event),
  );
  const complete = evidence.historyWasRead && !evidence.historyMayBeCut;
  const latest = newestFirst.find(isOfType);
  return {
    ...optOutOf(locking, now.isOptedOut, latest, evidence.historyWasRead, unclear !== undefined),
    lastOwnOptOut: lastOwnOptOut(standing, unclear, complete),
    lastReturn: yes?.at ?? (complete ? NEVER : undefined),
    lastConsent: consent?.at ?? (complete ? NEVER : undefined),
    ...(consent === undefined ? {} : { consent: groundOf(consent) }),
  };
}

export function groundOf(event: ConsentEvent): Ground {
  return { event: event.id, at: event.at };
}

function optOutOf(
  standing: ConsentEvent | undefined,
  isOptedOut: boolean,
  latest: ConsentEvent | undefined,
  historyWasRead: boolean,
  isUnclear: boolean,
): Pick<ConsentPast, 'optedOutBy' | 'optOut'> {
  // What a current status tells without its history may have been the contact's own act.
  if (!historyWasRead) return {};
  if (standing !== undefined) {
    return { optedOutBy: whoseNo(standing), optOut: groundOf(standing) };
  }
  if (isUnclear) return {};
  if (!isOptedOut) return { optedOutBy: 'nobody' };
  if (latest?.change !== 'opted-out') return { optedOutBy: 'someone-unknown' };
  // Our own word alone: a "no" of the next moment would not be told either, and nothing would be left to take back.
  if (latest.actor.kind === 'this-card' && !isInHistory(latest)) return {};
  return { optedOutBy: whoseNo(latest), optOut: groundOf(latest) };
}

/** Not known where a later value is not understood: it may have been the contact's own opt-out too. */
function lastOwnOptOut(
  standing: ConsentEvent | undefined,
  unclear: ConsentEvent | undefined,
  complete: boolean,
): LastTime {
  if (unclear !== undefined && (standing === undefined || standing.at < unclear.at)) {
    return undefined;
  }
  return standing?.at ?? (complete ? NEVER : undefined);
}

function isInHistory({ witnesses }: ConsentEvent): boolean {
  return witnesses.some(({ source }) => source === 'property-history');
}

/** An opt-out that staff recorded on the contact's request is the contact's own. */
function whoseNo(event: ConsentEvent): NonNullable<Facts['lastOptOutBy']> {
  return event.card?.askedBy === undefined ? BY[reliableActor(event).kind] : 'contact';
}

/** HubSpot's name for "freely given consent"; the other legal bases rest on something else. */
const CONSENT = 'CONSENT_WITH_NOTICE';

function carriesConsent(event: ConsentEvent): boolean {
  return reliableActor(event).kind === 'contact' || event.legalBasis === CONSENT;
}

/**
 * Whether an opt-out of everything is about a type too. The portal's own, brand "0", is about all; a brand's is
 * about that brand's types, and about those whose brand HubSpot does not tell.
 */
export function covers(
  about: Subject,
  { businessUnitId }: Pick<SubscriptionType, 'businessUnitId'>,
): NonNullable<Facts['optedOutOfEverything']> {
  if (about.kind !== 'everything' || about.address !== undefined) return 'no';
  if (about.businessUnitId === undefined) return 'portal';
  return businessUnitId === undefined || businessUnitId === about.businessUnitId ? 'brand' : 'no';
}

const BY: Record<ConsentEvent['actor']['kind'], NonNullable<Facts['lastOptOutBy']>> = {
  contact: 'contact',
  staff: 'staff',
  workflow: 'workflow',
  import: 'import',
  integration: 'integration',
  'this-card': 'this-card',
  hubspot: 'hubspot',
  someone: 'someone-unknown',
};
