import { describe, expect, it } from 'vitest';
import { FIRST, type Language } from '../../src/app/words/first.ts';
import { LANGUAGES, messagesIn } from '../../src/app/words/languages.ts';

const OTHERS = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en');

type Catalogue = Readonly<Record<string, string>>;

/** Every message by its path. */
function catalogue(language: Language): Catalogue {
  const found: Record<string, string> = {};
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found[path] = value;
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`);
  };
  walk({ first: FIRST[language], ...LANGUAGES[language] }, '');
  return found;
}

const placesIn = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

const EN = catalogue('en');
const isPlural = (path: string) => /\.(zero|one|two|few|many)$/.test(path);

describe.each(OTHERS)('the messages in %s', (language) => {
  const messages = catalogue(language);

  it('are those that there are in English, plurals by the language’s own rules', () => {
    const known = (all: Catalogue) =>
      Object.keys(all)
        .filter((path) => !isPlural(path))
        .sort();
    expect(known(messages)).toEqual(known(EN));
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const path of Object.keys(messages).filter(isPlural))
      expect(categories).toContain(path.split('.').at(-1));
  });

  it('have the places that the English has', () => {
    const places = (all: Catalogue) =>
      Object.fromEntries(
        Object.keys(EN)
          .filter((path) => !isPlural(path))
          .map((path) => [path, placesIn(all[path] ?? '')]),
      );
    expect(places(messages)).toEqual(places(EN));
  });

  it('leave nothing in English, and nothing empty that English says', () => {
    const same = Object.keys(EN).filter(
      (path) => / [a-z]+ /i.test(EN[path] ?? '') && messages[path] === EN[path],
    );
    expect(same).toEqual([]);
    const empty = Object.keys(EN).filter((path) => EN[path]?.trim() && messages[path] === '');
    expect(empty).toEqual([]);
  });

  it('keep their own marks: no straight quotes, no English ones', () => {
    const marks = { ja: /["'“”]/, de: /["'”]|‘/ }[language as string] ?? /["']/;
    const wrong = Object.entries(messages).filter(([, message]) => marks.test(message));
    expect(wrong).toEqual([]);
  });
});

describe('the words of an answer', () => {
  it('are English where there are none in the language', () => {
    expect(messagesIn('fr', 'tab')).toBe(LANGUAGES.en);
    expect(messagesIn('constructor', 'tab')).toBe(LANGUAGES.en);
  });

  it('are the glance’s alone where no more is said', () => {
    expect(messagesIn('ja', 'glance')).toEqual({ seen: LANGUAGES.ja.seen });
  });
});
