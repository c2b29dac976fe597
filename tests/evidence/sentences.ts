import { PORTALS, typesOf } from '../../sandbox/emulator/hubspot/portals.ts';
import { furtherThan } from '../../src/app/app.functions/sources/read-sources.ts';
import type { Timeline } from '../../src/app/evidence/whole-timeline.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { moment } from '../../src/app/extensions/consent/moment.ts';
import {
  notesOf,
  seenIn,
  unreadLines,
} from '../../src/app/extensions/consent/words/event-lines.ts';
import { eventWords } from '../../src/app/extensions/consent/words/event-words.ts';
import { readingFor, type Reading } from '../../src/app/extensions/consent/words/index.ts';
import { timelineWords, whoOf } from '../../src/app/extensions/consent/words/timeline-words.ts';

export type Language = Reading['language'];

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
    ...(events.length === 0 ? [words.timelineEmpty] : []),
    ...events.map((event) => lineOf(event, reading, nameOf)),
    ...(hasButton ? [`[${words.showOlder}]`] : olderMayExist ? [words.olderMayExist] : []),
    ...(evidence.length === 0 ? [] : [timelineWords[language].evidence]),
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
  const more = timelineWords[language];
  const what = eventWords[language](event, nameOf);
  const who = whoOf(event, words.who, more);
  const said = language === 'en' ? `${what}, ${who}.` : `${what}／${who}。`;
  return more.inARow([
    words.labelled(moment(event.at, reading), said),
    ...notesOf(event, reading),
    seenIn(event, reading),
  ]);
}

function nameIn(language: Language, typeId: string): string {
  const type = PORTALS.flatMap(typesOf).find(({ id }) => id === typeId);
  return (language === 'en' ? type?.name : type?.nameJa) ?? typeId;
}
