import { PORTALS, typesOf } from '../../sandbox/emulator/hubspot/portals.ts';
import { furtherThan } from '../../src/app/app.functions/sources/read-sources.ts';
import type { Timeline } from '../../src/app/evidence/whole-timeline.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import {
  notesOf,
  seenIn,
  whenOf,
  unreadLines,
} from '../../src/app/extensions/consent/words/event-lines.ts';
import type { Reading } from '../../src/app/extensions/consent/words/reading.ts';
import { readingFor } from '../card/reading-for.ts';

export type Language = 'en' | 'ja';

/** What the card says of a timeline, in its own words and order; a row of its table is one line here. Times are UTC. */
export function sentences(timeline: Timeline, language: Language): string[] {
  const locale = language === 'en' ? 'en-gb' : 'ja-jp';
  const reading = readingFor({ language, locale }, 'UTC');
  const { words } = reading;
  const { events, evidence, sources, olderMayExist } = timeline;
  const nameOf = (typeId: string) => nameIn(language, typeId);
  const unread = sources.flatMap(({ source, absent }) =>
    absent === undefined ? [] : [{ source, because: absent }],
  );
  const hasButton = furtherThan({}, sources) !== undefined;
  return [
    ...(events.length === 0 ? [words.timeline.empty] : []),
    ...events.map((event) => lineOf(event, reading, nameOf)),
    ...(hasButton
      ? [`[${words.timeline.showOlder}]`]
      : olderMayExist
        ? [words.timeline.olderMayExist]
        : []),
    ...(evidence.length === 0 ? [] : [words.timeline.evidence]),
    ...evidence.map((event) => lineOf(event, reading, nameOf)),
    ...unreadLines(unread, reading),
  ];
}

/** Everything that a row of the timeline says, as one line. */
export function lineOf(
  event: ConsentEvent,
  reading: Reading,
  nameOf: (typeId: string) => string,
): string {
  const { words, language } = reading;
  const what = words.event(event, nameOf);
  const who = words.timeline.who(event);
  const said = language === 'en' ? `${what}, ${who}.` : `${what}／${who}。`;
  return words.timeline.inARow([
    words.labelled(whenOf(event, reading), said),
    ...notesOf(event, reading),
    seenIn(event, reading),
  ]);
}

function nameIn(language: Language, typeId: string): string {
  const type = PORTALS.flatMap(typesOf).find(({ id }) => id === typeId);
  return (language === 'en' ? type?.name : type?.nameJa) ?? typeId;
}
