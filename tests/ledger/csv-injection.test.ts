import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/app/ledger/csv-cell.ts';
import { PERSONAL_FIELDS } from '../../src/app/ledger/personal.ts';
import { recordCsv } from '../../src/app/ledger/record-csv.ts';
import { recordFile } from '../../src/app/ledger/record-file.ts';
import { ALICE, chainOf, intent, KEYS, sealed } from './a-chain.ts';
import { cellsIn, isFormula, originalOf, READINGS, type Reading } from './csv-readings.ts';

const RFC_4180: Reading = { separator: ',', quote: '"', lines: 'in-quotes' };
const exported = { exportedAt: '2026-12-31T00:00:00.000Z', publicKeys: KEYS };

/** A table whose one entry holds the text in every field that people fill in. */
function tableWith(text: string): string {
  const personal = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, text]));
  return recordCsv(recordFile(ALICE, chainOf(sealed(intent(), personal)), exported));
}

function formulasIn(table: string): string[] {
  return READINGS.flatMap((reading) =>
    cellsIn(table, reading)
      .flat()
      .filter(isFormula)
      .map((cell) => `${JSON.stringify(reading)}: ${JSON.stringify(cell)}`),
  );
}

/** The cell of a text as RFC 4180 reads it. */
function cellOf(text: string): string | undefined {
  return cellsIn(csvCell(text), RFC_4180)[0]?.[0];
}

const STARTS = [...'=+-@|%＝＋－＠％｜﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩'];
const BEFORE = [
  '',
  ',',
  ';',
  '\t',
  '|',
  ' ',
  ':',
  '"',
  "'",
  '""',
  '";"',
  "';'",
  '\r\n',
  '\n',
  '\r',
  '\v',
  '\f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u00A0',
  '\u3000',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2060',
  '\uFEFF',
  '\u00AD',
  '\u202E',
  '\u2800',
  '\u3164',
  '\u115F',
  '\uFE0F',
  '\u0000',
  '\u0301',
  '\\',
  '\\n',
  '(',
];

describe('the table for spreadsheets holds no formula', () => {
  it.each([
    ['after a semicolon', 'x;=1+1;y'],
    ['after a line break', 'x\n=1+1'],
    ['of DDE', "=cmd|' /C calc'!A0"],
    ['after a percent-encoded line break', "%0A-3+3+cmd|' /C calc'!D2"],
    ['of which a quote ends the cell before', 'x";=1+1;"y'],
    ['between apostrophes, which an importer may take for quotes', "x;=1+1';y"],
    ['after a tab', 'x\t@SUM(A1)'],
    ['that gets its backslash from the text', 'x;\\=1+1'],
  ])('%s', (_what, text) => {
    expect(formulasIn(tableWith(text))).toEqual([]);
  });

  it('whatever stands before it, at the start or in the middle', () => {
    const texts = BEFORE.flatMap((before) =>
      STARTS.flatMap((start) => [`${before}${start}1`, `x${before}${start}1`]),
    );
    const found = texts.filter((text) =>
      READINGS.some((reading) => cellsIn(csvCell(text), reading).flat().some(isFormula)),
    );
    // A letter or digit directly before it keeps it within a cell.
    expect(found).toEqual([]);
    for (const text of texts) expect(cellOf(text)).not.toMatch(/[\t\r\n\v\f\u0085\u2028\u2029]/);
  });

  it('in any text, in every reading, and each row is one line', () => {
    const piece = fc.oneof(
      fc.constantFrom(...STARTS, ...BEFORE, 'x', '1', 'é', '電'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cell = csvCell(pieces.join(''));
        const table = `"a",${cell},"b"\r\n"c",${cell},"d"\r\n`;
        expect(formulasIn(table)).toEqual([]);
        expect(cellsIn(table, RFC_4180)).toHaveLength(3);
        expect(cellsIn(table, { ...RFC_4180, lines: 'every-break' })).toHaveLength(3);
      }),
      { numRuns: 300 },
    );
  });

  it('in the names of its columns', () => {
    expect(formulasIn(recordCsv(recordFile(ALICE, [], exported)))).toEqual([]);
  });
});

describe('the original text can be had again from a cell', () => {
  it.each([
    ['a formula', '=1+1', '\\=1+1'],
    ['a formula in the middle', 'x;=1+1;y', 'x;\\=1+1;y'],
    ['a line break', 'said\r\nyes', 'said\\r\\nyes'],
    ['a backslash', 'C:\\new', 'C:\\\\new'],
    ['a backslash before a formula', '\\=1', '\\\\\\=1'],
    ['an apostrophe', "'=1", "'\\=1"],
    ['what turns the direction of writing', 'a\u202Eb', 'a\\u202eb'],
    ['a character beyond U+FFFF that can’t be seen', '\u{E0041}', '\\udb40\\udc41'],
  ])('%s', (_what, text, cell) => {
    expect(cellOf(text)).toBe(cell);
    expect(originalOf(cell)).toBe(text);
  });

  it.each([
    'Anna-Lena, 20:15, a+b@example.com',
    'He said "no", and meant it',
    '電話で同意・２０２６年',
    '👩‍👩‍👧 ❤️',
    'می‌خواهم',
  ])('%s stays as it is', (text) => {
    expect(cellOf(text)).toBe(text);
  });

  it('whatever it was', () => {
    const piece = fc.oneof(fc.constantFrom(...STARTS, ...BEFORE), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(originalOf(cellOf(text) ?? '')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
