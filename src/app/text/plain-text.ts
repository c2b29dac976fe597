/** Every way to end a line: Unicode's newline function (Unicode 5.8), without the vertical tab and the form feed. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;

/** Control characters but for the tab and the line feed. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/**
 * Format characters that change how the text around them is read or hide text in it: embeddings, overrides and
 * isolates of direction (UAX #9), deprecated format characters, interlinear annotations and tags. The marks of
 * direction and the joiners stay, since texts in Arabic, Hebrew or Thai need them.
 */
const REORDERING = /[\u202A-\u202E\u2066-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Halves of surrogate pairs and noncharacters, which not every store and no URL takes. */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * The text as it may be kept, signed, shown to others and exported: with line feeds for line ends, spaces for control
 * characters, U+FFFD for what is no character, and without what changes how the rest is read.
 */
export function plainText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(CONTROL, ' ')
    .replace(REORDERING, '')
    .replace(NO_CHARACTER, '\uFFFD');
}
