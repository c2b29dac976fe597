import type { Entry } from './entry.ts';
import { PERSONAL_FIELDS, personalState } from './personal.ts';
import { recordedOf } from './requests.ts';
import type { Statement } from './statement.ts';

/** What a true chain still does not tell. Codes only; the words are the reader's. */
export type GapCode =
  /** Who acted is not known, or known only from what the page said. */
  | 'actor-unknown'
  | 'actor-only-claimed'
  /** A way in without what an auditor asks for. */
  | 'no-evidence'
  | 'no-legal-basis'
  | 'no-explanation'
  /** What the contact was shown when they agreed is in no entry of this format. */
  | 'no-notice'
  | 'no-outcome'
  | 'outcome-not-known'
  | 'no-intent'
  /** The same step of one request stands twice, on the branches of a fork. */
  | 'recorded-twice'
  /** Found in HubSpot afterwards; or stated in time and kept later. */
  | 'found-late'
  | 'kept-late'
  /** Removed by an erasure of this chain; gone with none; or still there in spite of one. */
  | 'personal-erased'
  | 'personal-missing'
  | 'erasure-not-carried-out';

export interface Gap {
  readonly code: GapCode;
  readonly n: number;
  /** Which entry, where a fork has several at one position. */
  readonly hash: string;
}

/** An entry that took longer to keep than any retry does was kept late. */
const LATE_MS = 60_000;

/** What is missing from a record, in the order of the chain. Says nothing of whether the chain is true: `verify` does. */
export function gapsIn(entries: readonly Entry[]): Gap[] {
  const erased = erasedFields(entries);
  return entries.flatMap((entry, index) => {
    const { n, hash, statement, keptAt } = entry;
    const lateMs = Date.parse(keptAt) - Date.parse(statement.at);
    const codes: GapCode[] = [
      ...actorGaps(statement),
      ...wayInGaps(statement),
      ...requestGaps(statement, entries, entries.slice(0, index)),
      ...(statement.kind === 'late' ? (['found-late'] as const) : []),
      ...(lateMs > LATE_MS ? (['kept-late'] as const) : []),
      ...personalGaps(entry, erased, isErasedOnArrival(entry, entries)),
    ];
    return [...new Set(codes)].map((code) => ({ code, n, hash }));
  });
}

function actorGaps({ who }: Statement): GapCode[] {
  if (who.kind === 'unknown') return ['actor-unknown'];
  return who.kind === 'staff' && who.identity === 'claimed' ? ['actor-only-claimed'] : [];
}

function wayInGaps(statement: Statement): GapCode[] {
  if (statement.kind !== 'intent' || statement.change !== 'opted-in') return [];
  const { commitments, legalBasis } = statement;
  return [
    ...(commitments.evidence === undefined ? (['no-evidence'] as const) : []),
    ...(legalBasis === undefined ? (['no-legal-basis'] as const) : []),
    ...(commitments.explanation === undefined ? (['no-explanation'] as const) : []),
    'no-notice',
  ];
}

function requestGaps(
  statement: Statement,
  entries: readonly Entry[],
  earlier: readonly Entry[],
): GapCode[] {
  const { kind, requestId } = statement;
  const { asked, outcome } = recordedOf(entries, requestId);
  const isTwice = earlier.some(
    ({ statement: other }) =>
      other.requestId === requestId &&
      other.kind === kind &&
      !(other.kind === 'outcome' && other.result === 'not-known'),
  );
  const twice: GapCode[] = isTwice ? ['recorded-twice'] : [];
  if (kind === 'intent' || kind === 'undo') {
    if (outcome === undefined) return [...twice, 'no-outcome'];
    const isOpen = outcome.statement.kind === 'outcome' && outcome.statement.result === 'not-known';
    return isOpen ? [...twice, 'outcome-not-known'] : twice;
  }
  return kind === 'outcome' && asked === undefined ? [...twice, 'no-intent'] : twice;
}

function personalGaps(entry: Entry, erased: ReadonlySet<string>, isOnArrival: boolean): GapCode[] {
  return PERSONAL_FIELDS.flatMap((field): GapCode[] => {
    const isErased = erased.has(`${entry.hash} ${field}`);
    switch (personalState(field, entry.statement.commitments, entry.personal)) {
      case 'absent':
        return [isErased || isOnArrival ? 'personal-erased' : 'personal-missing'];
      case 'matches':
        return isErased ? ['erasure-not-carried-out'] : [];
      case 'altered':
      case 'never-given':
        return [];
    }
  });
}

/** Stated before an erasure and kept after it: it came without its personal fields. */
function isErasedOnArrival({ n, statement }: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (other) =>
      other.statement.kind === 'erasure' && other.n < n && other.statement.at >= statement.at,
  );
}

function erasedFields(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ statement }) =>
      statement.kind === 'erasure'
        ? statement.erases.flatMap(({ entry, fields }) =>
            fields.map((field) => `${entry} ${field}`),
          )
        : [],
    ),
  );
}
