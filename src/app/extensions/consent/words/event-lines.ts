import type { History } from '#contract/snapshot.ts';
import type { ConsentEvent } from '#evidence/consent-event.ts';
import { dayOf, moment, timeOf } from '../moment.ts';
import { fill } from './fill.ts';
import type { Reading } from './reading.ts';

/** What a person must know before they rely on an event, and what was written down with it. */
export function notesOf(event: ConsentEvent, reading: Reading): string[] {
  const { timeline, ...words } = reading.words;
  const { repeats, legalBasis, explanation, card, disputed, conflictsWith, learnedAt } = event;
  const { about, change, carriedOver, together = [] } = event;
  const basisNames: Readonly<Record<string, string>> = words.legalBasis;
  const rules: Readonly<Record<string, string>> = words.ruleNames;
  const ways: Readonly<Record<string, string>> = words.ways;
  return [
    ...(carriedOver === undefined
      ? repeats
        ? [timeline.repeats]
        : []
      : heldSince(carriedOver, reading)),
    ...(card?.undoes === undefined ? [] : [timeline.undone]),
    // A status that was scheduled and is set is no second news.
    ...together
      .filter((one) => one.change === 'staying-marketing' && change === 'set-marketing')
      .map((one) => timeline.together(words.event(one, () => ''))),
    ...(legalBasis === undefined
      ? []
      : [timeline.basis(words.list(basesIn(legalBasis, about, basisNames).map(words.quoted)))]),
    ...(explanation === undefined ? [] : [timeline.explanation(explanation)]),
    ...(card === undefined ? [] : [timeline.rules(card.rules.map((id) => rules[id] ?? id))]),
    ...(card?.askedBy === undefined ? [] : [timeline.askedBy(ways[card.askedBy] ?? card.askedBy)]),
    ...(card?.evidence === undefined ? [] : [timeline.cardEvidence(card.evidence)]),
    ...(disputed === undefined
      ? []
      : [timeline.disputed(disputed.map((one) => words.who(one)).join(' / '))]),
    ...(conflictsWith === undefined ? [] : [timeline.conflict]),
    ...(learnedAt === undefined ? [] : [timeline.learnedAt(moment(learnedAt, reading))]),
  ];
}

/** A status has one legal basis, by a name of HubSpot's code; the basis to process may be several, in HubSpot's words. */
function basesIn(
  text: string,
  { kind }: ConsentEvent['about'],
  names: Readonly<Record<string, string>>,
): string[] {
  return kind === 'legal-basis'
    ? text
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [names[text] ?? text];
}

function heldSince(
  { since, orEarlier }: NonNullable<ConsentEvent['carriedOver']>,
  reading: Reading,
): string[] {
  if (since === undefined) return [];
  const { words } = reading;
  const at = orEarlier ? words.orEarlier(dayOf(since, reading)) : moment(since, reading);
  return [words.timeline.heldSince(at)];
}

type Dated = Pick<ConsentEvent, 'at' | 'orEarlier'>;

/** When it was: day and time, or the day and that it may have been earlier. */
export function whenOf({ at, orEarlier }: Dated, reading: Reading): string {
  return orEarlier ? reading.words.orEarlier(dayOf(at, reading)) : moment(at, reading);
}

/** The same below a heading that names the day. */
export function timeWithin(event: Dated, reading: Reading): string {
  return event.orEarlier ? whenOf(event, reading) : timeOf(event.at, reading);
}

/** The sources that tell of an event, each once. */
export function seenIn({ witnesses }: ConsentEvent, { words: { timeline } }: Reading): string {
  return timeline.seenIn(new Set(witnesses.map(({ source }) => timeline.source[source])));
}

/** Which sources told nothing, and why: what only they know is missing. */
export function unreadLines(unread: History['unread'], { words: { timeline } }: Reading): string[] {
  return unread
    .filter(({ because }) => because.code !== 'not-asked')
    .map(({ source, because }) => {
      const said = timeline.unread(timeline.source[source], because);
      return source === 'email-events' ? timeline.inARow([said, timeline.complaintsUnread]) : said;
    });
}

/** That only the newest are looked through, where more were read than are here. */
export function searchedLine(
  { events, leftOut }: History,
  { locale, words: { timeline } }: Reading,
): string | undefined {
  if (!leftOut?.events) return undefined;
  const count = new Intl.NumberFormat(locale);
  return fill(timeline.searched, {
    shown: count.format(events.length),
    all: count.format(events.length + leftOut.events),
  });
}
