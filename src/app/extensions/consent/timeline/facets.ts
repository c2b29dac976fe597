import type { ConsentEvent } from '#evidence/consent-event.ts';
import { notesOf, whenOf } from '../words/event-lines.ts';
import type { Reading } from '../words/reading.ts';

/** What a timeline can be narrowed by. */
export type Facet = 'about' | 'who' | 'source';

/** What a person wants to see: of each facet what it is called, every word of a search, or one event alone. */
export interface Wanted {
  readonly picked: Readonly<Partial<Record<Facet, string>>>;
  readonly query: string;
  readonly only?: string | undefined;
}

/** A status and what is scheduled for it are looked for as one. */
const MARKETING = { kind: 'marketing-status' } as const;

/** What an event is called in each facet; one whose actor is inferred is found under both. */
export function facetsOf(
  { about, actor, inferred, carriedOver, witnesses }: ConsentEvent,
  { words }: Reading,
  nameOf: (typeId: string) => string,
): Readonly<Record<Facet, readonly string[]>> {
  const { source, deliverability } = words.timeline;
  return {
    about: [
      about.kind === 'deliverability'
        ? deliverability
        : words.subject(about.kind === 'marketing-schedule' ? MARKETING : about, nameOf),
    ],
    who:
      carriedOver === undefined
        ? [actor, ...(inferred === undefined ? [] : [inferred.actor])].map((one) =>
            words.who(one.kind === 'someone' ? one : { kind: one.kind }),
          )
        : [words.timeline.carriedOver],
    source: witnesses.map((witness) => source[witness.source]),
  };
}

/** The events that are wanted, in their order. A search is over what a person reads. */
export function wantedOf(
  events: readonly ConsentEvent[],
  { picked, query, only }: Wanted,
  reading: Reading,
  nameOf: (typeId: string) => string,
): readonly ConsentEvent[] {
  if (only !== undefined) return events.filter((event) => includesEvent(event, only));
  const facets = (Object.keys(picked) as Facet[]).filter((facet) => picked[facet]);
  const sought = plain(query).split(' ').filter(Boolean);
  if (facets.length + sought.length === 0) return events;
  return events.filter((event) => {
    const called = facetsOf(event, reading, nameOf);
    if (!facets.every((facet) => called[facet].includes(picked[facet] ?? ''))) return false;
    if (sought.length === 0) return true;
    const text = textOf(event, reading, nameOf);
    return sought.every((word) => text.includes(word));
  });
}

/** Whether a row is that of an event, which may be one of two that the row tells together. */
export function includesEvent({ id, together = [] }: ConsentEvent, wanted: string): boolean {
  return id === wanted || together.some((one) => one.id === wanted);
}

const TEXTS = new WeakMap<Reading, WeakMap<ConsentEvent, string>>();

/** Everything that the timeline says of an event; kept, so that only the first letter of a search costs time. */
function textOf(event: ConsentEvent, reading: Reading, nameOf: (typeId: string) => string): string {
  const texts = TEXTS.get(reading) ?? new WeakMap<ConsentEvent, string>();
  TEXTS.set(reading, texts);
  const { words } = reading;
  const { timeline } = words;
  const text =
    texts.get(event) ??
    plain(
      [
        whenOf(event, reading),
        timeline.who(event),
        timeline.certainty[event.certainty],
        words.event(event, nameOf),
        ...notesOf(event, reading),
        ...event.witnesses.map(({ source }) => timeline.source[source]),
      ].join(' '),
    );
  texts.set(event, text);
  return text;
}

/** Wide and narrow, large and small letters are the same to who searches. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
