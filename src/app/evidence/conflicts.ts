import type { ConsentEvent } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { SAME_MOMENT_MS } from './merge.ts';
import { stateAfter } from './states.ts';

/**
 * Marks, in events that are oldest first, what repeats the state before it and what can't be true together:
 * within a minute, two different changes of one subject that no source tells both of. Both are kept.
 */
export function withRepeatsAndConflicts(events: readonly ConsentEvent[]): ConsentEvent[] {
  const last = new Map<string, number>();
  const marked: ConsentEvent[] = [];
  for (const event of events) {
    const key = subjectKey(event.about);
    const at = last.get(key);
    const before = at === undefined ? undefined : marked[at];
    last.set(key, marked.length);
    if (at === undefined || before === undefined) {
      marked.push(event);
    } else if (excludeEachOther(before, event)) {
      marked[at] = conflicting(before, event.id);
      marked.push(conflicting(event, before.id));
    } else {
      const state = stateAfter(event.about, event.change);
      const repeats = state !== undefined && state === stateAfter(before.about, before.change);
      marked.push(repeats ? { ...event, repeats: true } : event);
    }
  }
  return marked;
}

export function conflicting(event: ConsentEvent, other: string): ConsentEvent {
  return { ...event, conflictsWith: [...(event.conflictsWith ?? []), other] };
}

function excludeEachOther(a: ConsentEvent, b: ConsentEvent): boolean {
  if (stateAfter(a.about, a.change) === stateAfter(b.about, b.change)) return false;
  if (a.witnesses.some((mine) => b.witnesses.some(({ source }) => source === mine.source)))
    return false;
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SAME_MOMENT_MS;
}
