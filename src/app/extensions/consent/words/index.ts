import type { Reader } from '../moment.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** A reader, the words they read and the names they know: what every component draws with. */
export interface Reading extends Reader {
  readonly words: Words;
  readonly language: 'en' | 'ja';
}

/**
 * Japanese for Japanese users, English for all others, dates in the user's own locale where its language
 * is the one shown. HubSpot gives `language` ("ja") and `locale` ("ja-jp"); either may be missing.
 */
export function readingFor(
  user: { readonly language?: string; readonly locale?: string },
  timeZone: string,
): Reading {
  const wanted = (user.language ?? user.locale ?? 'en').toLowerCase();
  const language = wanted.startsWith('ja') ? 'ja' : 'en';
  const locale = user.locale?.replace('_', '-').toLowerCase();
  return {
    words: language === 'ja' ? ja : en,
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
