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

const SEEN_CHARACTER = new RegExp(`[^${UNSEEN}]`, 'u');

/** A letter that is no mere modifier, a number, a Braille cell or an emoji. */
const TELLING_CHARACTER = new RegExp(
  `(?![${UNSEEN}])[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}\\u2801-\\u28FF\\p{Emoji_Presentation}]`,
  'u',
);

/** Whether a reader of the text sees anything at all. */
export function hasVisibleCharacter(text: string): boolean {
  return SEEN_CHARACTER.test(comparable(text));
}

/**
 * Whether the text can say anything: it has a visible letter, number or emoji in it. Punctuation, currency signs and
 * lines alone say nothing. The same test serves the functions, which decide, and the forms that ask first.
 */
export function saysSomething(text: string): boolean {
  return TELLING_CHARACTER.test(comparable(text));
}

/** The compatibility form (NFKC): "㈱" has a letter in it, and the spacing accents of Arabic are a space and a mark. */
function comparable(text: string): string {
  return text.normalize('NFKC');
}
