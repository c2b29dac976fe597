import { csvCell, type CsvValue } from './csv-cell.ts';
import type { RecordFile } from './record-file.ts';
import type { Entry } from './entry.ts';
import { PERSONAL_FIELDS } from './personal.ts';
import type { Statement } from './statement.ts';

/** Each column and how it is read from an entry. An empty cell: not given, erased, or no matter of this kind. */
const COLUMNS: readonly (readonly [string, (entry: Entry) => CsvValue])[] = [
  ['position', ({ n }) => n],
  ['kind', ({ statement }) => statement.kind],
  ['at_utc', ({ statement }) => statement.at],
  ['kept_at_utc', ({ keptAt }) => keptAt],
  ['request_id', ({ statement }) => statement.requestId],
  ['who', ({ statement: { who } }) => who.kind],
  ['user_id', ({ statement: { who } }) => (who.kind === 'staff' ? who.userId : undefined)],
  ['identity', ({ statement: { who } }) => (who.kind === 'staff' ? who.identity : undefined)],
  ['on_request_of', ({ statement: s }) => ('onRequestOf' in s ? s.onRequestOf.kind : undefined)],
  [
    'request_came_by',
    ({ statement: s }) =>
      'onRequestOf' in s && s.onRequestOf.kind === 'contact' ? s.onRequestOf.by : undefined,
  ],
  ['subject', ({ statement: s }) => ('subject' in s ? s.subject.kind : undefined)],
  [
    'subscription_type',
    ({ statement: s }) =>
      'subject' in s && s.subject.kind === 'subscription' ? s.subject.typeId : undefined,
  ],
  ['change', ({ statement: s }) => ('change' in s ? s.change : undefined)],
  ['before', ({ statement: s }) => ('before' in s ? s.before.state : undefined)],
  ['after', ({ statement: s }) => ('after' in s ? s.after.state : undefined)],
  ['result', ({ statement: s }) => (s.kind === 'outcome' ? s.result : undefined)],
  ['because', ({ statement: s }) => (s.kind === 'outcome' ? s.because : undefined)],
  ['undoes', ({ statement: s }) => (s.kind === 'undo' ? s.undoes : undefined)],
  ['decision', ({ statement: s }) => ('decision' in s ? s.decision.kind : undefined)],
  ['rules', ({ statement: s }) => ('decision' in s ? s.decision.rules.join(' ') : undefined)],
  ['policy', ({ statement: s }) => ('decision' in s ? s.decision.policy : undefined)],
  ['repeats', ({ statement: s }) => (s.kind === 'refusal' ? s.repeats : undefined)],
  ['legal_basis', ({ statement: s }) => ('legalBasis' in s ? s.legalBasis : undefined)],
  ...PERSONAL_FIELDS.map(
    (field) =>
      [
        field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        ({ personal }: Entry): CsvValue => personal[field]?.value,
      ] as const,
  ),
  ['refers_to', ({ statement }) => refersTo(statement).join(' ')],
  ['hash', ({ hash }) => hash],
  ['previous', ({ previous }) => previous],
  ['key', ({ placeSeal }) => placeSeal.key],
];

/**
 * The record as a table for reading (RFC 4180: CRLF, every cell quoted), with a byte order mark, without which a
 * spreadsheet garbles Japanese. It can't be verified; the JSON file can. No spreadsheet runs anything
 * in it as a formula (`csvCell`).
 */
export function recordCsv({ entries, gaps }: RecordFile): string {
  const header = [...COLUMNS.map(([name]) => name), 'gaps'];
  const rows = entries.map((entry) => [
    ...COLUMNS.map(([, read]) => read(entry)),
    gaps
      .filter(({ hash }) => hash === entry.hash)
      .map(({ code }) => code)
      .join(' '),
  ]);
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Whether a text begins as every version of `recordCsv` has begun its tables. */
export function isRecordCsv(text: string): boolean {
  return text.startsWith('\uFEFF"position","kind","at_utc",');
}

/** Hashes of the entries a statement is about. */
function refersTo(statement: Statement): string[] {
  switch (statement.kind) {
    case 'erasure':
      return statement.erases.map(({ entry }) => entry);
    case 'joined':
      return [statement.onto, ...statement.beside].map(({ hash }) => hash);
    case 'merged':
      return statement.from.head === undefined ? [] : [statement.from.head.hash];
    case 'intent':
    case 'undo':
    case 'outcome':
    case 'refusal':
    case 'late':
      return [];
  }
}
