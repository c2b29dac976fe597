import type { Actor, ConsentEvent } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { SAME_MOMENT_MS } from './merge.ts';
import type { AddressSince } from './past.ts';

/**
 * Joins events of two subjects that one act made into one row; states are worked out from all events before. Events
 * newest first.
 */
export function withOneRowForEachAct(
  events: readonly ConsentEvent[],
  { addressSince }: AddressSince,
): readonly ConsentEvent[] {
  const joined = new Map<ConsentEvent, ConsentEvent>();
  const gone = new Set<ConsentEvent>();
  const join = (event: ConsentEvent, other: ConsentEvent, row: ConsentEvent) => {
    const { id, about, change } = other;
    const witnesses = [...event.witnesses, ...other.witnesses] as const;
    joined.set(event, { ...row, witnesses, together: [{ id, about, change }] });
    gone.add(other);
  };
  for (const [event, end] of withSchedulesEnd(events)) join(event, end, event);
  for (const [event, other] of withFormerAddress(events, addressSince)) {
    join(event, other, atOtherAddress(event, other));
  }
  if (gone.size === 0) return events;
  return events.filter((event) => !gone.has(event)).map((event) => joined.get(event) ?? event);
}

type Pair = readonly [event: ConsentEvent, other: ConsentEvent];

/** Setting a contact's marketing status ends what was scheduled for it, in the same instant. */
function withSchedulesEnd(events: readonly ConsentEvent[]): Pair[] {
  const ends = new Map(
    events.flatMap((event) => (event.change === 'staying-marketing' ? [[event.at, event]] : [])),
  );
  return events.flatMap((event): Pair[] => {
    const end = ends.get(event.at);
    const isSet = event.change === 'set-marketing' || event.change === 'set-non-marketing';
    return isSet && end !== undefined && mayBeOneActor(event, end) ? [[event, end]] : [];
  });
}

function mayBeOneActor({ actor }: ConsentEvent, { actor: other }: ConsentEvent): boolean {
  const isUnnamed = ({ kind }: Actor) => kind === 'hubspot' || kind === 'someone';
  return actor.kind === other.kind || isUnnamed(actor) || isUnnamed(other);
}

/**
 * While another address was the primary one, the contact's properties told of it, as its statuses do today. Both are one
 * act, at that address.
 */
function withFormerAddress(
  events: readonly ConsentEvent[],
  addressSince: AddressSince['addressSince'],
): Pair[] {
  if (addressSince === undefined) return [];
  const ofOthers = new Map<string, { readonly events: ConsentEvent[]; next: number }>();
  for (const event of events) {
    const { about, change } = event;
    if (!('address' in about) || about.address === undefined) continue;
    const { address: _other, ...primary } = about;
    const key = `${subjectKey(primary)} ${change}`;
    const list = ofOthers.get(key) ?? { events: [], next: 0 };
    ofOthers.set(key, list);
    list.events.push(event);
  }
  return events.flatMap((event): Pair[] => {
    const { about, change, at, carriedOver, witnesses } = event;
    const isOfRecord = witnesses.every(({ source }) => source === 'property-history');
    const others = ofOthers.get(`${subjectKey(about)} ${change}`);
    if (others === undefined || !isOfRecord || carriedOver !== undefined || at >= addressSince)
      return [];
    const ms = Date.parse(at);
    const msOf = (nth: number) => Date.parse(others.events[nth]?.at ?? '');
    while (msOf(others.next) > ms + SAME_MOMENT_MS) others.next += 1;
    const other = others.events[others.next];
    if (other === undefined || msOf(others.next) < ms - SAME_MOMENT_MS) return [];
    others.next += 1;
    return [[event, other]];
  });
}

/** What either of them tells; the record's source is the more exact of the two where it names anybody. */
function atOtherAddress(event: ConsentEvent, other: ConsentEvent): ConsentEvent {
  const { repeats: _there, ...rest } = other;
  const { about, actor, certainty } = other;
  const row = { ...rest, ...event, about };
  return event.actor.kind === 'someone' ? { ...row, actor, certainty } : row;
}
