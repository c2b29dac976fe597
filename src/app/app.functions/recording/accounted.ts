import { align } from '../../evidence/align.ts';
import { subjectKey, type ConsentEvent } from '../../evidence/consent-event.ts';
import type { Entry } from '../../ledger/entry.ts';
import type { RecordedSubject, Statement } from '../../ledger/statement.ts';
import { keyOf } from '../wishes/standing.ts';

/** HubSpot's clock and ours, and its sources among themselves, differ by less. */
const NEAR_MS = 60_000;

/** A function lives less long: it may send an opt-out twice. */
const LIFE_MS = 20_000;

/** One change that an entry of the record tells of, of one subject, and about when. */
interface Account {
  readonly of: string;
  readonly ms: number;
}

/**
 * Those changes that no entry tells of. Each entry accounts for one change, whichever of two like ones is nearer in
 * time and order. `ours`: the changes by this app, in any order, without those that only repeat a state.
 */
export function unaccounted<E extends ConsentEvent>(
  ours: readonly E[],
  entries: readonly Entry[],
): E[] {
  // Two requests that name one moment of HubSpot's made one change.
  const accounts = [...new Map(accountsOf(entries).map((one) => [idOf(one), one])).values()];
  const told = new Set<E>();
  for (const of of new Set(ours.map(ofEvent))) {
    const events = byTime(ours.filter((event) => ofEvent(event) === of).map(timed));
    const its = byTime(accounts.filter((account) => account.of === of));
    for (const at of align(events, its, NEAR_MS, () => true)) {
      const event = events[at]?.event;
      if (event !== undefined) told.add(event);
    }
  }
  return ours.filter((event) => !told.has(event) && !isSentAgain(event, ours, told));
}

/** What each entry tells of: a request of its change, a reversal of the opt-outs that it sent too. */
function accountsOf(entries: readonly Entry[]): Account[] {
  const ends = new Map(
    entries.flatMap(({ statement }) =>
      statement.kind === 'outcome' && statement.result !== 'not-known'
        ? [[statement.requestId, statement] as const]
        : [],
    ),
  );
  return entries.flatMap(({ statement }) => {
    switch (statement.kind) {
      case 'intent':
      case 'undo':
        return accountsOfRequest(statement, ends.get(statement.requestId));
      case 'outcome':
        // An intent that could not be kept is told of by its outcome alone.
        return entries.some((entry) => isRequest(entry, statement.requestId))
          ? []
          : accountsOfRequest(statement, statement);
      case 'late':
        return [
          account(statement.subject, statement.change, statement.after.since ?? statement.at),
        ];
      default:
        return [];
    }
  });
}

function accountsOfRequest(
  asked: Extract<Statement, { kind: 'intent' | 'undo' | 'outcome' }>,
  end: Extract<Statement, { kind: 'outcome' }> | undefined,
): Account[] {
  const { subject, change, at } = asked;
  // Whoever reads later ends a request long after it was carried out.
  const isOwnEnd = end !== undefined && end.who.kind !== 'this-app';
  const whenDone = isOwnEnd ? end.at : at;
  if (end?.because === 'reversed') {
    return [
      account(subject, change, whenDone),
      account(subject, 'opted-out', end.at),
      account({ kind: 'everything' }, 'opted-out', end.at),
    ];
  }
  if (end?.result === 'not-done' && isOwnEnd) return [];
  const isLast = end?.result === 'done' && end.because === undefined;
  return [account(subject, change, (isLast ? end.after.since : undefined) ?? whenDone)];
}

/**
 * The first of two opt-outs of one request: another change of this app came in between, and so it was sent again. The
 * record tells of the second.
 */
function isSentAgain<E extends ConsentEvent>(
  { about, change, at }: E,
  ours: readonly E[],
  told: ReadonlySet<E>,
): boolean {
  if (change !== 'opted-out') return false;
  const key = subjectKey(about);
  const next = byTime(
    ours.filter((one) => subjectKey(one.about) === key && one.at > at).map(timed),
  );
  const [between, again] = next;
  return (
    between !== undefined &&
    again !== undefined &&
    between.event.change !== 'opted-out' &&
    again.event.change === 'opted-out' &&
    told.has(again.event) &&
    again.ms - Date.parse(at) <= LIFE_MS
  );
}

function isRequest({ statement }: Entry, requestId: string): boolean {
  return (
    (statement.kind === 'intent' || statement.kind === 'undo') && statement.requestId === requestId
  );
}

function account(subject: RecordedSubject, change: string, at: string): Account {
  return { of: `${keyOf(subject)} ${change}`, ms: Date.parse(at) };
}

function idOf({ of, ms }: Account): string {
  return `${of} ${String(ms)}`;
}

function ofEvent({ about, change }: ConsentEvent): string {
  return `${subjectKey(about)} ${change}`;
}

function timed<E extends ConsentEvent>(event: E) {
  return { event, ms: Date.parse(event.at) };
}

function byTime<T extends { readonly ms: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.ms - b.ms);
}
