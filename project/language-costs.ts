import { gzipSync } from 'node:zlib';
import { FIRST, type Language } from '../src/app/words/first.ts';
import { LANGUAGES, messagesIn } from '../src/app/words/languages.ts';

interface LanguageCost {
  readonly language: string;
  /** What is said before the first answer: in each card's bundle. */
  readonly inEachBundle: number;
  /** What comes with the first answer, to whoever reads this language. */
  readonly inTheTabsFirstAnswer: number;
  readonly inTheSidebarsFirstAnswer: number;
}

/** What each language costs, in bytes gzipped by themselves. */
export function languageCosts(): LanguageCost[] {
  return (Object.keys(LANGUAGES) as Language[]).map((language) => ({
    language,
    inEachBundle: sizeOf(FIRST[language]),
    inTheTabsFirstAnswer: sizeOf(messagesIn(language, 'tab')),
    inTheSidebarsFirstAnswer: sizeOf(messagesIn(language, 'glance')),
  }));
}

function sizeOf(messages: object): number {
  return gzipSync(JSON.stringify(messages), { level: 9 }).length;
}
