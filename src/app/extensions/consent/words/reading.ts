import type { Reader } from '../moment.ts';
import type { SeenWords } from './words.ts';

export type Language = 'en' | 'ja';

/** A reader and the words they read: what every component draws with. */
export interface ReadingOf<W extends SeenWords> extends Reader {
  readonly words: W;
  readonly language: Language;
}

/** What the glance is drawn with, on either surface. */
export type GlanceReading = ReadingOf<SeenWords>;

/**
 * Japanese for Japanese users, English for all others, dates in the user's own locale where its language
 * is the one shown. HubSpot gives `language` ("ja") and `locale` ("ja-jp"); either may be missing.
 */
export function readingIn<W extends SeenWords>(
  languages: Readonly<Record<Language, () => W>>,
  user: { readonly language?: string; readonly locale?: string },
  timeZone: string,
): ReadingOf<W> {
  const wanted = (user.language ?? user.locale ?? 'en').toLowerCase();
  const language = wanted.startsWith('ja') ? 'ja' : 'en';
  const locale = user.locale?.replace('_', '-').toLowerCase();
  return {
    words: languages[language](),
    language,
    locale: locale?.startsWith(language) && isLocale(locale) ? locale : language,
    timeZone,
  };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
