import { reliableActor } from './authorship.ts';
import { withRepeatsAndConflicts } from './conflicts.ts';
import type { Actor, ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { withInferredActors } from './inference.ts';
import { merge } from './merge.ts';

/**
 * Every event once, newest first. The same change of the same subject, told by different sources within
 * a minute, is one event with several witnesses. What comes out depends on the set of witnesses alone:
 * neither order nor repetition matters, and a timeline may be merged with more events at any time.
 */
export function timeline(events: readonly ConsentEvent[]): ConsentEvent[] {
  return withInferredActors(withRepeatsAndConflicts(merge(events))).reverse();
}

/** Who did something, as far as a decision may rely on it. */
interface Author {
  readonly actor: Actor;
  readonly certainty: ConsentEvent['certainty'];
  readonly at: Instant;
  readonly eventId: string;
}

/**
 * Who stands behind the opt-out that holds today: of the opt-outs of this subject that no later change has
 * lifted, the contact's own if there is one, else one that nobody signed, else the newest. Opting out again
 * what the contact opted out makes it nobody else's. `undefined` when no such event is known.
 */
export function standingOptOut(
  events: readonly ConsentEvent[],
  about: Subject,
): Author | undefined {
  const key = subjectKey(about);
  let standing: ConsentEvent | undefined;
  for (const event of timeline(events)) {
    if (subjectKey(event.about) !== key) continue;
    if (event.change !== 'opted-out') break;
    if (standing === undefined || care(event) > care(standing)) standing = event;
  }
  return standing === undefined ? undefined : authorOf(standing);
}

/**
 * The contact's own latest act on a subject: an opt-in only where a source states that it was the contact, an
 * opt-out also where nobody knows. Changes by others in between don't count.
 */
export function latestOwnAct(
  events: readonly ConsentEvent[],
  about: Subject,
): (Author & { readonly change: 'opted-in' | 'opted-out' }) | undefined {
  const key = subjectKey(about);
  for (const event of timeline(events)) {
    const { change } = event;
    if (subjectKey(event.about) !== key) continue;
    if (change !== 'opted-in' && change !== 'opted-out') continue;
    const by = reliableActor(event).kind;
    if (by === 'contact' || (by === 'someone' && change === 'opted-out'))
      return { ...authorOf(event), change };
  }
  return undefined;
}

function care(event: ConsentEvent): number {
  const { kind } = reliableActor(event);
  return kind === 'contact' ? 2 : kind === 'someone' ? 1 : 0;
}

function authorOf(event: ConsentEvent): Author {
  const { at, id: eventId, certainty } = event;
  return { actor: reliableActor(event), certainty, at, eventId };
}
