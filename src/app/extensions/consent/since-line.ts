import type { LastChange } from '#contract/snapshot.ts';
import type { ConsentState } from '#evidence/consent-event.ts';
import { moment } from './moment.ts';
import type { GlanceReading } from './words/reading.ts';

/** "Opted out since 3 Jul 2026, 14:05 JST, by the contact", and what was undone since. */
export function sinceLine(
  state: ConsentState,
  { at, actor, undone }: LastChange,
  reading: GlanceReading,
): string {
  const { words } = reading;
  const since = words.since(words.state[state], moment(at, reading), words.who(actor));
  return undone === undefined
    ? since
    : words.sinceUndone(undone.change, since, moment(undone.at, reading));
}
