import type { History } from '#contract/snapshot.ts';
import type { ConsentEvent } from '#evidence/consent-event.ts';
import { moment } from '../moment.ts';
import type { Reading } from './index.ts';
import { timelineWords } from './timeline-words.ts';

/** What a person must know before they rely on an event, and what was written down with it. */
export function notesOf(event: ConsentEvent, reading: Reading): string[] {
  const words = timelineWords[reading.language];
  const { repeats, legalBasis, explanation, card, disputed, conflictsWith, learnedAt } = event;
  const basisNames: Readonly<Record<string, string>> = reading.words.legalBasis;
  const rules: Readonly<Record<string, string>> = reading.words.ruleNames;
  const ways: Readonly<Record<string, string>> = reading.words.form.ways;
  return [
    ...(repeats ? [words.repeats] : []),
    ...(legalBasis === undefined ? [] : [words.basis(basisNames[legalBasis] ?? legalBasis)]),
    ...(explanation === undefined ? [] : [words.explanation(explanation)]),
    ...(card === undefined ? [] : [words.rules(card.rules.map((id) => rules[id] ?? id))]),
    ...(card?.askedBy === undefined ? [] : [words.askedBy(ways[card.askedBy] ?? card.askedBy)]),
    ...(card?.evidence === undefined ? [] : [words.cardEvidence(card.evidence)]),
    ...(disputed === undefined
      ? []
      : [words.disputed(disputed.map(reading.words.who).join(' / '))]),
    ...(conflictsWith === undefined ? [] : [words.conflict]),
    ...(learnedAt === undefined ? [] : [words.learnedAt(moment(learnedAt, reading))]),
  ];
}

/** The sources that tell of an event, each once. */
export function seenIn({ witnesses }: ConsentEvent, { language }: Reading): string {
  const words = timelineWords[language];
  return words.seenIn([...new Set(witnesses.map(({ source }) => words.source[source]))]);
}

/** Which sources told nothing, and why: what only they know is missing. */
export function unreadLines(unread: History['unread'], { language }: Reading): string[] {
  const words = timelineWords[language];
  return unread
    .filter(({ because }) => because.code !== 'not-asked')
    .map(({ source, because }) => words.unread(words.source[source], words.because(because)));
}
