import type { Instant, Subject } from './consent-event.ts';
import type { Past } from './past.ts';
import { initialState, type State } from './states.ts';
import type { Timeline } from './whole-timeline.ts';

/** What held of one subject at a past moment, or that it is not known and from when on it is. */
export type StateAt =
  | {
      readonly kind: 'known';
      readonly about: Subject;
      readonly state: State;
      readonly eventId?: string;
    }
  | {
      readonly kind: 'unknown';
      readonly about: Subject;
      readonly because: 'not-told' | 'sources-disagree';
      /** The first moment after this one from which on something is known: "unknown before DATE". */
      readonly before?: Instant;
    };

/** Every state of a contact at a moment (UTC), each known for certain or said to be unknown. */
export function stateAt({ pasts }: Pick<Timeline, 'pasts'>, instant: Instant): StateAt[] {
  const ms = Date.parse(instant);
  return [...pasts.values()].map((past) => stateIn(past, ms));
}

function stateIn({ about, changes, completeFrom, now }: Past, ms: number): StateAt {
  let index = changes.length - 1;
  while (index >= 0 && (changes[index]?.ms ?? 0) > ms) index -= 1;
  const last = changes[index];
  const unknown = (because: 'not-told' | 'sources-disagree'): StateAt => {
    const next = Math.min(
      changes[index + 1]?.ms ?? Infinity,
      now?.since !== undefined && now.since > ms ? now.since : Infinity,
    );
    return {
      kind: 'unknown',
      about,
      because,
      ...(Number.isFinite(next) ? { before: new Date(next).toISOString() } : {}),
    };
  };
  const known = (state: State, eventId?: string): StateAt =>
    state === 'unclear'
      ? unknown('not-told')
      : { kind: 'known', about, state, ...(eventId === undefined ? {} : { eventId }) };

  if (last?.event.conflictsWith !== undefined) return unknown('sources-disagree');
  if (last !== undefined && completeFrom <= last.ms) return known(last.state, last.event.id);
  // What HubSpot only carried over later changes nothing of a status that is older.
  const isNewest = changes
    .slice(index + 1)
    .every(({ event, state }) => event.carriedOver !== undefined && state === now?.state);
  if (now !== undefined && isNewest) {
    const isSinceThen = now.since !== undefined && now.since <= ms;
    if (isSinceThen || completeFrom <= ms) return known(now.state, last?.event.id);
  }
  if (last === undefined && completeFrom === -Infinity) {
    const first = initialState(about);
    if (first !== undefined) return known(first);
  }
  return unknown('not-told');
}
