import type { LastChange } from '#contract/snapshot.ts';
import type { ConsentState } from '#evidence/consent-event.ts';
import { moment } from './moment.ts';
import type { GlanceReading } from './words/reading.ts';

/** "Opted out since 3 Jul 2026, 14:05 JST, by the contact", and what was undone since. */
export function sinceLine(state: ConsentState, last: LastChange, reading: GlanceReading): string {
  const { words } = reading;
  const { actor, undone } = last;
  const since = words.since(words.state[state], timeIn(last, reading), words.who(actor));
  return undone === undefined
    ? since
    : words.sinceUndone(undone.change, since, moment(undone.at, reading));
}

/** The time of a change, or that it was then or earlier. */
export function timeIn(
  { at, orEarlier }: Pick<LastChange, 'at' | 'orEarlier'>,
  reading: GlanceReading,
): string {
  return reading.words.time(moment(at, reading), orEarlier);
}
