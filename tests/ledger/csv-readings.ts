/** How a program may read a CSV file: what parts cells, what quotes them, and whether a quote may hold a line break. */
export interface Reading {
  readonly separator: string;
  readonly quote: '"' | "'" | undefined;
  readonly lines: 'in-quotes' | 'every-break';
}

const SEPARATORS = [',', ';', '\t', '|', ' ', ':', '~', '^'];

export const READINGS: readonly Reading[] = SEPARATORS.flatMap((separator) =>
  (['"', "'", undefined] as const).flatMap((quote) =>
    (['in-quotes', 'every-break'] as const).map((lines) => ({ separator, quote, lines })),
  ),
);

/** The cells of every row. A quote opens at the start of a cell; text after its end belongs to the cell. */
export function cellsIn(text: string, { separator, quote, lines }: Reading): string[][] {
  const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
  return lines === 'every-break'
    ? text.split(breaks).map((line) => rowsOf(line, separator, quote)[0] ?? [])
    : rowsOf(text, separator, quote);
}

function rowsOf(text: string, separator: string, quote: string | undefined): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (isQuoted && one === quote && text[at + 1] === quote) {
      cell += one;
      at += 1;
    } else if (one === quote && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && one === separator) end();
    else if (!isQuoted && one === '\n') {
      end();
      rows.push([]);
    } else if (isQuoted || one !== '\r') cell += one;
  }
  end();
  return rows;
}

/** Whether a cell is a formula to the most eager spreadsheet: one that drops blanks, quotes and what no one sees. */
export function isFormula(cell: string): boolean {
  const shown = cell.replace(/^[\s"'\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/u, '');
  return /^[=+\-@|%\u2212\uFB29]/.test(shown.normalize('NFKC')) || /^[\t\r\n]/.test(cell);
}

/** The text that a cell was made of: what docs/ledger.md says of backslashes, backwards. */
export function originalOf(cell: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return cell.replace(/\\(?:u([0-9a-f]{4})|([^]))/gu, (_, code: string | undefined, one: string) =>
    code === undefined ? (named[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
