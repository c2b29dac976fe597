import { FIRST, type Language } from '#words/first.ts';
import type { Messages, SeenMessages } from '#words/messages.ts';
import type { Reader } from '../moment.ts';
import { firstWords, seenWords, type FirstWords, type SeenWords } from './seen-words.ts';
import { tabWords, type Words } from './tab-words.ts';

/** Who reads: their language, their locale where it is of that language, and the portal's time zone. */
export interface CardReader extends Reader {
  readonly language: Language;
}

interface ReadingOf<W> extends CardReader {
  readonly words: W;
}

/** What can be drawn before any answer has come. */
type FirstReading = ReadingOf<FirstWords>;

/** What the glance is drawn with, on either surface. */
export type GlanceReading = ReadingOf<SeenWords>;

/** What the tab is drawn with. */
export type Reading = ReadingOf<Words>;

/**
 * A user's language where there are words in it, else English. HubSpot gives `language` ("ja") and `locale`
 * ("ja-jp"); either may be missing.
 */
export function readerFor(
  user: { readonly language?: string; readonly locale?: string },
  timeZone: string,
): CardReader {
  const wanted = (user.language ?? user.locale ?? '').toLowerCase().slice(0, 2);
  const language = Object.hasOwn(FIRST, wanted) ? (wanted as Language) : 'en';
  const locale = user.locale?.replace('_', '-').toLowerCase();
  return {
    language,
    locale: locale?.startsWith(language) && isLocale(locale) ? locale : language,
    timeZone,
  };
}

export function firstReading(reader: CardReader): FirstReading {
  return { ...reader, words: firstWords(FIRST[reader.language]) };
}

export function glanceReading(reader: CardReader, seen: SeenMessages): GlanceReading {
  return { ...reader, words: seenWords(FIRST[reader.language], seen) };
}

export function tabReading(reader: CardReader, { seen, tab }: Required<Messages>): Reading {
  const glance = glanceReading(reader, seen);
  return {
    ...glance,
    words: { ...glance.words, ...tabWords(glance.words, tab, reader.language) },
  };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
