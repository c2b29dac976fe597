import { seenDe, tabDe } from './de.ts';
import { seenEn, tabEn } from './en.ts';
import type { Language } from './first.ts';
import { seenJa, tabJa } from './ja.ts';
import type { Messages } from './messages.ts';

/** Every message of each language. */
export const LANGUAGES: Readonly<Record<Language, Required<Messages>>> = {
  en: { seen: seenEn, tab: tabEn },
  ja: { seen: seenJa, tab: tabJa },
  de: { seen: seenDe, tab: tabDe },
};

/** The messages of a language, English where there are none in it; the glance's part alone where no more is wanted. */
export function messagesIn(language: string, surface: 'glance' | 'tab'): Messages {
  const messages = Object.hasOwn(LANGUAGES, language)
    ? LANGUAGES[language as Language]
    : LANGUAGES.en;
  return surface === 'tab' ? messages : { seen: messages.seen };
}
