import { firstDe } from './de.ts';
import { firstEn } from './en.ts';
import { firstJa } from './ja.ts';
import type { FirstMessages } from './messages.ts';

/** What each language says before any answer has come. Bundlers leave the rest of a language's file out. */
export const FIRST = { en: firstEn, ja: firstJa, de: firstDe } satisfies Readonly<
  Record<string, FirstMessages>
>;

/** The languages there are, as BCP 47 primary subtags. */
export type Language = keyof typeof FIRST;
