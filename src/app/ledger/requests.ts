import { isDeepStrictEqual } from 'node:util';
import type { Entry } from './entry.ts';
import { keptValue, PERSONAL_FIELDS } from './personal.ts';
import type { Sealed } from './sealed.ts';
import type { OnRequestOf, Statement, Who } from './statement.ts';

/** What appending a statement would mean, given the chain. */
type Meaning =
  | { readonly kind: 'new' }
  /** Already recorded, by an earlier click or another run of the same call: nothing to append. */
  | { readonly kind: 'same'; readonly entry: Entry }
  /** The request id stands for something else: nothing to append, and nothing to do. */
  | { readonly kind: 'conflicting'; readonly entry: Entry };

/**
 * A request is asked once and ends once. Compared is what was asked or found, never when, nor what HubSpot
 * said before; personal fields where both sides still have them. That the end is not known may be recorded
 * once, and the end after it.
 */
export function meaningOf(entries: readonly Entry[], { statement, personal }: Sealed): Meaning {
  const earlier = entries.filter(
    (entry) =>
      entry.statement.requestId === statement.requestId &&
      step(entry.statement) === step(statement),
  );
  const [entry] = earlier.filter(({ statement: other }) => isEnd(other) || !isEnd(statement));
  if (entry === undefined) return { kind: 'new' };
  const isSame =
    isDeepStrictEqual(sense(entry.statement), sense(statement)) &&
    !(isEnd(statement) && result(entry.statement) !== result(statement)) &&
    PERSONAL_FIELDS.every((field) => {
      const [one, other] = [entry.personal[field], personal[field]];
      return one === undefined || other === undefined || one.value === other.value;
    });
  return { kind: isSame ? 'same' : 'conflicting', entry };
}

/** What a caller gives with a request, besides the change that it asks for. */
export interface Given {
  readonly who: Who;
  readonly onRequestOf: OnRequestOf;
  /** Of the first two only what the request itself gives: an undo takes them from the change that it takes back. */
  readonly legalBasis?: string | undefined;
  readonly explanation?: string | undefined;
  readonly evidence: string | undefined;
}

/**
 * Whether the entry of a request was given the same as this. A true retry is: the same caller sends the same once more.
 * A personal field that was erased can't be compared any more; that it had been given still can.
 */
export function isGivenAlike({ statement, personal }: Entry, given: Given): boolean {
  if (!isAsked(statement)) return false;
  const { who, onRequestOf, legalBasis, commitments } = statement;
  const isSameText = (field: 'explanation' | 'evidence') => {
    const said = given[field];
    if (said === undefined || commitments[field] === undefined) {
      return said === commitments[field];
    }
    const kept = personal[field]?.value;
    return kept === undefined || kept === keptValue(said);
  };
  return (
    isDeepStrictEqual({ who, onRequestOf }, { who: given.who, onRequestOf: given.onRequestOf }) &&
    isSameText('evidence') &&
    (!('explanation' in given) || isSameText('explanation')) &&
    (!('legalBasis' in given) || legalBasis === given.legalBasis)
  );
}

/** What the chain holds of one request. */
interface Recorded {
  readonly asked?: Entry;
  /** The end, or that it was not known, whichever is the last word. */
  readonly outcome?: Entry;
}

export function recordedOf(entries: readonly Entry[], requestId: string): Recorded {
  const its = entries.filter(({ statement }) => statement.requestId === requestId);
  const asked = its.find(({ statement }) => isAsked(statement));
  const outcomes = its.filter(({ statement }) => step(statement) === 'outcome');
  const outcome = outcomes.find(({ statement }) => isEnd(statement)) ?? outcomes.at(-1);
  return {
    ...(asked === undefined ? {} : { asked }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** Requests that were allowed and have no end: the next reader reads HubSpot and records one. */
export function unsettled(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ statement: { kind, requestId } }) => {
    if (kind !== 'intent' && kind !== 'undo') return false;
    const { outcome } = recordedOf(entries, requestId);
    return outcome === undefined || !isEnd(outcome.statement);
  });
}

/** An intent, an undo and a refusal are each an answer to one asking, and exclude one another. */
export function isAsked(
  statement: Statement,
): statement is Extract<Statement, { kind: 'intent' | 'undo' | 'refusal' }> {
  const { kind } = statement;
  return kind === 'intent' || kind === 'undo' || kind === 'refusal';
}

function step(statement: Statement): string {
  return isAsked(statement) ? 'asked' : statement.kind;
}

function isEnd(statement: Statement): boolean {
  return statement.kind !== 'outcome' || statement.result !== 'not-known';
}

function result(statement: Statement): string | undefined {
  return statement.kind === 'outcome' ? statement.result : undefined;
}

/** What a statement comes to, apart from when it was made and what surrounded it. */
function sense(statement: Statement): unknown {
  const { kind, commitments } = statement;
  switch (kind) {
    case 'intent':
    case 'undo':
    case 'refusal': {
      const { who, onRequestOf, subject, change, legalBasis } = statement;
      const undoes = kind === 'undo' ? statement.undoes : undefined;
      const given = [commitments.explanation, commitments.evidence].map((one) => one !== undefined);
      return { kind, who, onRequestOf, subject, change, legalBasis, undoes, given };
    }
    case 'outcome':
    case 'late':
      return { kind, subject: statement.subject, change: statement.change };
    case 'erasure':
      return { kind, erases: statement.erases };
    case 'joined':
      return { kind, onto: statement.onto, beside: statement.beside };
    case 'merged':
      return { kind, from: statement.from };
  }
}
