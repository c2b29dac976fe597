/** `undefined` makes an empty cell. */
export type CsvValue = string | number | undefined;

/**
 * A cell of a CSV file, in quotes (RFC 4180), that every spreadsheet takes for text and from which the original text
 * can be had again.
 *
 * A spreadsheet may separate cells at a semicolon, a tab or a space, read quotes in another way, or end a row at
 * another line break. A formula could then begin in the middle of a text, so the start of the cell is not enough
 * (OWASP, "CSV Injection"). Therefore
 *
 * - a line break, a tab or another character that can't be seen becomes `\n`, `\r`, `\t` or `\uXXXX`;
 * - a character that starts formulas gets a backslash before it, unless it follows a letter or a digit;
 * - a backslash is doubled.
 *
 * OWASP names the apostrophe. It is not used because some importers take it for a quotation mark, and because Excel
 * may drop it when the file is saved and opened again, which OWASP says too. A backslash is ordinary text to both.
 */
export function csvCell(value: CsvValue): string {
  const text = String(value ?? '').replace(TO_ESCAPE, (found) =>
    UNSEEN_ALONE.test(found) ? codeOf(found) : `\\${found}`,
  );
  return `"${text.replaceAll('"', '""')}"`;
}

/** ASCII, then full width (Japanese input), small, and raised or lowered forms, which some spreadsheets read alike. */
const FORMULA_START =
  '[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05\uFE66\uFE62\uFE63\uFE6B\uFE6A\uFB29\u2212\u207A-\u207C\u208A-\u208C]';

/** U+200C and U+200D stay: words in Persian and Indic scripts, and emoji, are made with them. */
const UNSEEN = '(?![\u200C\u200D])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u115F\u1160\u3164\uFFA0]';

/** A letter or a digit that can be seen ends no cell in any spreadsheet; every other character may. */
const MAY_START_CELL = '(?<!(?!\\p{Default_Ignorable_Code_Point})[\\p{L}\\p{N}])';

const TO_ESCAPE = new RegExp(`\\\\|${UNSEEN}|${MAY_START_CELL}${FORMULA_START}`, 'gu');
const UNSEEN_ALONE = new RegExp(`^${UNSEEN}$`, 'u');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** As JSON would escape it: one `\uXXXX` for each UTF-16 unit. */
function codeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return SHORT[character] ?? units.map((one) => `\\u${one.toString(16).padStart(4, '0')}`).join('');
}
