/**
 * Code points that show nothing although Unicode counts them among the letters and symbols and not among the
 * default ignorables: BRAILLE PATTERN BLANK, OBJECT REPLACEMENT CHARACTER, two Egyptian blanks, a null notehead.
 */
const BLANK = '\\u2800\\uFFFC\\u{13441}\\u{13442}\\u{1D159}';

/**
 * White space, controls, format characters, private use, surrogates, unassigned code points, combining marks and
 * everything that Unicode lets a renderer ignore, such as U+3164 HANGUL FILLER and the tags from U+E0000 on.
 */
const UNSEEN = `\\p{Z}\\p{C}\\p{M}\\p{White_Space}\\p{Default_Ignorable_Code_Point}${BLANK}`;

const SEEN_CHARACTER = `[^${UNSEEN}]`;
const ONE_SEEN = new RegExp(SEEN_CHARACTER, 'u');
const EACH_SEEN = new RegExp(SEEN_CHARACTER, 'gu');

/** A letter that is no mere modifier, a number, a Braille cell or an emoji. */
const TELLING = new RegExp(
  `(?![${UNSEEN}])[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}\\u2801-\\u28FF\\p{Emoji_Presentation}]`,
  'u',
);

/** Whether a reader of the text sees anything at all. */
export function hasVisibleCharacter(text: string): boolean {
  return ONE_SEEN.test(text);
}

/**
 * Whether the text can say anything: it has a visible letter, number or emoji in it. Punctuation, currency signs and
 * lines alone say nothing. The same test serves the functions, which decide, and the forms that ask first.
 *
 * It looks at the compatibility form (NFKC), in which "㈱" has a letter and a spacing accent of Arabic has none. Each
 * character has its own: the form of a whole text with many marks in a row takes time by their square.
 */
export function saysSomething(text: string): boolean {
  for (const [character] of text.matchAll(EACH_SEEN)) {
    if (TELLING.test(character.normalize('NFKC'))) return true;
  }
  return false;
}
