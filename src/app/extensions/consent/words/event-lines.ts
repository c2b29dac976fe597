import type { History } from '#contract/snapshot.ts';
import type { ConsentEvent } from '#evidence/consent-event.ts';
import { moment } from '../moment.ts';
import { fill } from './fill.ts';
import type { Reading } from './reading.ts';

/** What a person must know before they rely on an event, and what was written down with it. */
export function notesOf(event: ConsentEvent, reading: Reading): string[] {
  const { timeline, ...words } = reading.words;
  const { repeats, legalBasis, explanation, card, disputed, conflictsWith, learnedAt } = event;
  const basisNames: Readonly<Record<string, string>> = words.legalBasis;
  const rules: Readonly<Record<string, string>> = words.ruleNames;
  const ways: Readonly<Record<string, string>> = words.ways;
  return [
    ...(repeats ? [timeline.repeats] : []),
    ...(card?.undoes === undefined ? [] : [timeline.undone]),
    ...(legalBasis === undefined ? [] : [timeline.basis(basisNames[legalBasis] ?? legalBasis)]),
    ...(explanation === undefined ? [] : [timeline.explanation(explanation)]),
    ...(card === undefined ? [] : [timeline.rules(card.rules.map((id) => rules[id] ?? id))]),
    ...(card?.askedBy === undefined ? [] : [timeline.askedBy(ways[card.askedBy] ?? card.askedBy)]),
    ...(card?.evidence === undefined ? [] : [timeline.cardEvidence(card.evidence)]),
    ...(disputed === undefined ? [] : [timeline.disputed(disputed.map(words.who).join(' / '))]),
    ...(conflictsWith === undefined ? [] : [timeline.conflict]),
    ...(learnedAt === undefined ? [] : [timeline.learnedAt(moment(learnedAt, reading))]),
  ];
}

/** The sources that tell of an event, each once. */
export function seenIn({ witnesses }: ConsentEvent, { words: { timeline } }: Reading): string {
  return timeline.seenIn(new Set(witnesses.map(({ source }) => timeline.source[source])));
}

/** Which sources told nothing, and why: what only they know is missing. */
export function unreadLines(unread: History['unread'], { words: { timeline } }: Reading): string[] {
  return unread
    .filter(({ because }) => because.code !== 'not-asked')
    .map(({ source, because }) => timeline.unread(timeline.source[source], because));
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
