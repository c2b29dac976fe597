import { seenEn } from './en.ts';
import { seenJa } from './ja.ts';
import { readingIn, type GlanceReading } from './reading.ts';

const LANGUAGES = { en: () => seenEn, ja: () => seenJa };

/** The words of the glance alone, which is all that the sidebar carries. */
export function glanceReadingFor(
  user: { readonly language?: string; readonly locale?: string },
  timeZone: string,
): GlanceReading {
  return readingIn(LANGUAGES, user, timeZone);
}
