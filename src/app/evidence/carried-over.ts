import type { CarriedOver, ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { SAME_MOMENT_MS } from './merge.ts';
import { stateAfter, type State } from './states.ts';

/** A state and the event that it goes back to. */
interface Origin {
  readonly state: State;
  readonly at: Instant;
  readonly from: CarriedOver;
}

/**
 * Tells when HubSpot wrote a state onto the contact record from when somebody set it. Takes merged events, oldest first.
 *
 * HubSpot keeps consents by address, with the time and source of the last change; the contact's properties get a
 * version of their own whenever the record takes a state over: by a merge, with another address, with an address
 * that was the primary one before, or when the record is created for an address that has a status. Such a
 * version tells nothing of who set the state and when. It is recognised by HubSpot's source for it, by what happened
 * to the record in the same second, or by a status that is older and the same.
 *
 * Where the oldest version of a history that may be cut is all there is, its state is told as that old or older.
 */
export function withCarriedOver(events: readonly ConsentEvent[]): ConsentEvent[] {
  const present = new Map<string, Origin>();
  const statuses = new Map<string, Origin>();
  const elsewhere = new Map<string, Origin>();
  return events.map((event) => {
    const { about } = event;
    const state = stateAfter(about, event.change);
    if (state === undefined) return event;
    const key = subjectKey(about);
    const before = present.get(key);
    const status = statuses.get(key);
    const proof = status?.state === state && isOlder(status.at, event.at) ? status : undefined;
    const same = before?.state === state ? before : undefined;
    if (isConsent(about) && isCarriedOver(event, same !== undefined, proof !== undefined)) {
      // A status was last set when it says; what the record said since was of another address.
      const known = proof ?? same ?? elsewhere.get(`${key} ${state}`);
      const copied = carriedOver(event, state, known?.from);
      present.set(key, { state, at: event.at, from: known?.from ?? originIn(copied) });
      return copied;
    }
    const set = same === undefined ? withUncertainStart(event, before === undefined) : event;
    const origin = same ?? { state, at: event.at, from: originIn(set) };
    present.set(key, origin);
    if (event.witnesses.some(({ source }) => source === 'current-status'))
      statuses.set(key, { ...origin, at: event.at });
    if (isConsent(about) && about.address !== undefined)
      elsewhere.set(`${subjectKey(ofPrimaryAddress(about))} ${state}`, origin);
    return set;
  });
}

type Consent = Extract<Subject, { readonly kind: 'subscription' | 'everything' }>;

function isConsent(about: Subject): about is Consent {
  return about.kind === 'subscription' || about.kind === 'everything';
}

/** By more than two sources may differ that tell of one change. */
function isOlder(at: Instant, than: Instant): boolean {
  return Date.parse(than) - Date.parse(at) > SAME_MOMENT_MS;
}

function ofPrimaryAddress({ address: _other, ...about }: Consent): Subject {
  return about;
}

function isCarriedOver(
  { change, witnesses }: ConsentEvent,
  isAsBefore: boolean,
  isOfOlderStatus: boolean,
): boolean {
  if (!witnesses.every(({ source }) => source === 'property-history')) return false;
  const [{ actor, isCopy, recordEvent }] = witnesses;
  // Nobody sets a consent in the second in which a record is merged or gets another address, unless by a form.
  const isMoved = recordEvent === 'merged' || recordEvent === 'address-changed';
  if (actor.kind === 'hubspot')
    return isCopy === true || recordEvent !== undefined || isAsBefore || isOfOlderStatus;
  if (actor.kind !== 'contact') return isMoved || (isOfOlderStatus && recordEvent !== undefined);
  // A form that created or moved the record leaves its name on what HubSpot had of the address; no form opts out.
  const isNoFormsDoing = change === 'opted-out' && actor.by === 'form';
  return isNoFormsDoing
    ? isMoved || isOfOlderStatus
    : actor.by === 'form' && isOfOlderStatus && recordEvent !== undefined;
}

function carriedOver(
  { disputed: _others, ...event }: ConsentEvent,
  state: State,
  from: CarriedOver | undefined,
): ConsentEvent {
  const isUncertain = from === undefined && (state === 'opted-in' || state === 'opted-out');
  return {
    ...event,
    actor: { kind: 'hubspot' },
    certainty: 'stated',
    carriedOver: from ?? {},
    ...(isUncertain ? { orEarlier: true } : {}),
  };
}

/** The end of an opt-out of everything is told only after one; else it is the state that was always so. */
function withUncertainStart(event: ConsentEvent, isFirst: boolean): ConsentEvent {
  const { about, change, actor, witnesses } = event;
  const isEnd = change === 'opted-in' || change === 'cleared';
  const isEndOfNothing = isFirst && about.kind === 'everything' && isEnd;
  if (!isEndOfNothing && !witnesses.some(({ isOldestKept }) => isOldestKept)) return event;
  const isOwnOptIn = change === 'opted-in' && actor.kind === 'contact';
  return { ...(isOwnOptIn ? event : withoutAuthor(event)), orEarlier: true };
}

function withoutAuthor({ disputed: _others, ...event }: ConsentEvent): ConsentEvent {
  return { ...event, actor: { kind: 'someone' }, certainty: 'unknown' };
}

function originIn({ id, at, orEarlier }: ConsentEvent): CarriedOver {
  return { eventId: id, since: at, ...(orEarlier === undefined ? {} : { orEarlier }) };
}
