import type { ConsentEvent } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { legalBasesIn } from './legal-bases.ts';
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
    if (event.carriedOver !== undefined) {
      marked.push({ ...event, repeats: true });
    } else if (at === undefined || before === undefined) {
      marked.push(event);
    } else if (excludeEachOther(before, event)) {
      marked[at] = conflicting(before, event.id);
      marked.push(conflicting(event, before.id));
    } else {
      marked.push(saysTheSame(before, event) ? { ...event, repeats: true } : event);
    }
  }
  return marked;
}

/** The same state, and for what may change within one the same value too. */
function saysTheSame(before: ConsentEvent, after: ConsentEvent): boolean {
  const state = stateAfter(after.about, after.change);
  return (
    state !== undefined &&
    state === stateAfter(before.about, before.change) &&
    before.reportedValue === after.reportedValue &&
    basesOf(before) === basesOf(after)
  );
}

function basesOf({ about, legalBasis = '' }: ConsentEvent): string {
  return about.kind === 'legal-basis' ? legalBasesIn(legalBasis).sort().join(';') : '';
}

export function conflicting(event: ConsentEvent, other: string): ConsentEvent {
  return { ...event, conflictsWith: [...(event.conflictsWith ?? []), other] };
}

function excludeEachOther(a: ConsentEvent, b: ConsentEvent): boolean {
  if (a.carriedOver !== undefined || b.carriedOver !== undefined) return false;
  if (stateAfter(a.about, a.change) === stateAfter(b.about, b.change)) return false;
  if (a.witnesses.some((mine) => b.witnesses.some(({ source }) => source === mine.source)))
    return false;
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SAME_MOMENT_MS;
}
