import {
  readerFor,
  tabReading,
  type Reading,
} from '../../src/app/extensions/consent/words/reading.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';

/** What the tab reads once its words have come. */
export function readingFor(user: Parameters<typeof readerFor>[0], timeZone: string): Reading {
  const reader = readerFor(user, timeZone);
  return tabReading(reader, LANGUAGES[reader.language]);
}
