import type { Listing } from '../../../stage/view.ts';
import type { Language } from '../../words.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Names, PlayWords } from './words.ts';

export const playWords: Readonly<Record<Language, PlayWords>> = { en, ja };

/** Names of types, forms and users in one language; the seminar form where an act names none. */
export function namesIn({ types, forms, users }: Listing, language: Language): Names {
  return {
    type: (id) => types.find((one) => one.id === id)?.name[language] ?? id,
    form: (id) => (forms.find((one) => one.id === id) ?? forms[0])?.name[language] ?? '',
    user: (id) => users.find((one) => one.id === id)?.name[language] ?? String(id),
  };
}

/** An instant in the account's time zone, which it names. */
export function moment(at: number, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** A date in the account's time zone. */
export function day(at: number, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    dateStyle: 'long',
  }).format(at);
}
