import type { Actor, ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';

/** Two sources that tell of one change may differ by this much, in milliseconds. */
const SAME_MOMENT_MS = 60_000;

/**
 * Every event once, newest first. The same change of the same subject, told by different sources within
 * a minute, is one event with several witnesses; the order in which events arrive does not matter.
 */
export function timeline(events: readonly ConsentEvent[]): ConsentEvent[] {
  const merged: ConsentEvent[] = [];
  for (const event of [...events].sort(oldestFirst)) {
    const twin = merged.findIndex((other) => isSameChange(other, event));
    const found = merged[twin];
    if (found === undefined) merged.push(event);
    else merged[twin] = together(found, event);
  }
  return merged.sort((a, b) => -oldestFirst(a, b));
}

/**
 * Who stands behind the opt-out that holds today: the newest of the opt-outs of this subject that no
 * later opt-in has lifted. `undefined` when no such event is known.
 */
export function standingOptOut(
  events: readonly ConsentEvent[],
  about: Subject,
): { readonly actor: Actor; readonly at: Instant; readonly eventId: string } | undefined {
  const key = subjectKey(about);
  const latest = timeline(events).find((event) => subjectKey(event.about) === key);
  if (latest?.change !== 'opted-out') return undefined;
  return { actor: latest.actor, at: latest.at, eventId: latest.id };
}

function isSameChange(a: ConsentEvent, b: ConsentEvent): boolean {
  return (
    a.change === b.change &&
    subjectKey(a.about) === subjectKey(b.about) &&
    !a.witnesses.some((mine) => b.witnesses.some((other) => other.source === mine.source)) &&
    Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SAME_MOMENT_MS
  );
}

/**
 * A named actor beats an unnamed one, whichever source it came from; "this card" beats "an integration";
 * and the contact beats all, since taking a contact's own act for somebody else's could unlock an opt-in.
 */
function together(a: ConsentEvent, b: ConsentEvent): ConsentEvent {
  const [first, second] = rank(a.actor) >= rank(b.actor) ? [a, b] : [b, a];
  const witnesses = [...first.witnesses, ...second.witnesses] as [
    ConsentEvent['witnesses'][0],
    ...ConsentEvent['witnesses'][0][],
  ];
  return { ...second, ...first, witnesses };
}

function rank(actor: Actor): number {
  if (actor.kind === 'someone') return 0;
  if (actor.kind === 'integration') return 1;
  return actor.kind === 'contact' ? 3 : 2;
}

function oldestFirst(a: ConsentEvent, b: ConsentEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.witnesses[0].source < b.witnesses[0].source ? -1 : 1;
}
