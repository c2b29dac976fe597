import { seenEn, tabEn } from './en.ts';
import { seenJa, tabJa } from './ja.ts';
import { readingIn, type ReadingOf } from './reading.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** What the tab is drawn with. */
export type Reading = ReadingOf<Words>;

/** Joined when asked for: a surface that never asks carries none of it. */
const LANGUAGES = {
  en: (): Words => ({ ...seenEn, ...tabEn }),
  ja: (): Words => ({ ...seenJa, ...tabJa }),
};

/** All of the tab's words. */
export function readingFor(
  user: { readonly language?: string; readonly locale?: string },
  timeZone: string,
): Reading {
  return readingIn(LANGUAGES, user, timeZone);
}
