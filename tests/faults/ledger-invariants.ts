import { recordedOf, unsettled } from '../../src/app/ledger/requests.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import type { RecordedChange, RecordedSubject } from '../../src/app/ledger/statement.ts';
import type { State } from '../../sandbox/emulator/hubspot/entities.ts';
import { EVERYTHING, type Effect, type Subject } from './road.ts';
import type { Broken } from '../../src/app/ledger/verify.ts';
import type { LedgerSeen } from './ledger-seen.ts';
import type { Played, Run } from './play.ts';
import { isAuthorUntold } from './schedule.ts';

/** So long HubSpot may show a record late. */
const LATE_MS = 2_000;

type Check = (ledger: LedgerSeen, played: Played) => readonly string[];

/** What must hold of the record. Each rests while there is none. */
export const LEDGER_INVARIANTS = {
  chainVerifies: whereKept(({ checked }, { schedule }) =>
    checked.status === 'verified' || isForkOfRace(checked, schedule)
      ? []
      : [
          `the chain is broken: ${checked.problems.map(({ n, code }) => `${String(n)} ${code}`).join(', ')}`,
        ],
  ),

  /** A fork is joined by an admin's word, and then the record is whole and holds all that it held. */
  forksCanBeJoined: whereKept(({ entries, joined }) => {
    if (joined === undefined) return [];
    const left = new Set(joined.entries.map(({ hash }) => hash));
    const isWhole = joined.kind === 'joined' && joined.checked.status === 'verified';
    return [
      ...(isWhole ? [] : [`a fork can’t be joined: ${joined.kind}`]),
      ...(entries.every(({ hash }) => left.has(hash)) ? [] : ['joining took an entry away']),
    ];
  }),

  /** An opt-in is never done before its intent stands in the chain. An opt-out's may come later, and does come. */
  everyChangeHasItsIntent: whereKept(({ entries }, played) =>
    oursIn(played).flatMap(({ run, effect }) => {
      const { asked } = recordedOf(entries, run.wish.requestId);
      const isWayIn = effect.to === 'SUBSCRIBED';
      // Where not even the portal's id could be read, the next reader has recorded it late.
      if (asked === undefined && !isWayIn && entries.some(isLate)) return [];
      if (asked === undefined && isTakenForAnothers(run, effect, entries, played)) return [];
      if (asked === undefined && !isWayIn && isSaidUnrecorded(run, played)) return [];
      const kept = asked === undefined ? undefined : Date.parse(asked.keptAt);
      if (kept === undefined)
        return [`${run.wish.requestId} changed HubSpot, and no intent is kept`];
      return isWayIn && kept > effect.at
        ? [`${run.wish.requestId} opted in before its intent was kept`]
        : [];
    }),
  ),

  /** After one further call every intent has an end. */
  everyChangeIsSettled: whereKept(({ entries, unsaved }, played) => [
    ...unsettled(entries)
      .filter((entry) => !isSaidNotToBeKnown(entry, entries, played))
      .map(({ statement }) => `${statement.requestId} has no end`),
    ...(unsaved === 0 ? [] : [`${String(unsaved)} statements were never kept`]),
  ]),

  /** What the record says was done is what HubSpot did. */
  outcomesAreTrue: whereKept(({ entries }, played) =>
    played.runs.flatMap((run) => {
      const { requestId } = run.wish;
      const { outcome } = recordedOf(entries, requestId);
      const end = outcome?.statement.kind === 'outcome' ? outcome.statement : undefined;
      // Two runs on the branches of a fork can't see each other: one did it and says so, and the other found it done.
      const isSaidBeside = entries.some(
        ({ statement }) =>
          statement.kind === 'outcome' &&
          statement.requestId === requestId &&
          statement.result === 'done',
      );
      const said = end?.because === 'reversed' || isSaidBeside ? undefined : end?.result;
      const done = oursIn(played).filter(
        ({ run: { wish } }) => wish.requestId === run.wish.requestId,
      );
      return said === 'not-done' && done.length % 2 === 1
        ? [`${run.wish.requestId} is recorded as not done, and was`]
        : [];
    }),
  ),

  /** A wish that policy refused stands in the record, by itself or counted with its equals. */
  refusalsAreRecorded: whereKept(({ entries, checked }, { runs, requests, schedule }) => {
    // A forked record waits for an admin; what is refused meanwhile is not put into it.
    if (checked.status === 'broken') return [];
    // Where HubSpot shows records late, nobody waits for a refusal to find its place among what others write.
    const isCrowded = (refusedRun: Run) =>
      schedule.otherwise === 'readsAfterWrite' &&
      entries.some(({ statement, keptAt }) => {
        const { beganAt, end } = refusedRun;
        const at = Date.parse(keptAt);
        const isOthers = statement.requestId !== refusedRun.wish.requestId;
        return isOthers && at >= beganAt - LATE_MS && at <= (end?.at ?? 0);
      });
    // Another run of the same request was allowed a moment before: its intent stands for the request.
    const isAsked = (requestId: string) => recordedOf(entries, requestId).asked !== undefined;
    const hasFailed = (caller: number) =>
      requests.some((one) => one.caller === caller && one.fault !== undefined);
    const refused = runs.filter(
      (run) =>
        run.end?.said.kind === 'refused' &&
        !hasFailed(run.caller) &&
        !isAsked(run.wish.requestId) &&
        !isCrowded(run),
    );
    const kept = entries.filter(({ statement }) => statement.kind === 'refusal');
    return refused.length > 0 && kept.length === 0 ? ['a refused wish is not in the record'] : [];
  }),

  /** Where HubSpot lets two records race for one key, each branch of the fork may have it, and none has it twice. */
  noStepIsRecordedTwice: whereKept(({ entries }) => {
    const steps = entries.filter(isOfOneRequest);
    return steps.flatMap((one, at) => {
      const again = steps
        .slice(0, at)
        .find((other) => stepOf(other) === stepOf(one) && isOnOneBranch(other, one, entries));
      return again === undefined ? [] : [`recorded twice: ${stepOf(one)}`];
    });
  }),
} as const;

/** Where HubSpot lets two records race for one key, a fork is kept and shown until an admin joins it. */
function isForkOfRace({ problems }: Broken, { otherwise }: Played['schedule']): boolean {
  return otherwise === 'uniqueValuesUnderRace' && problems.every(({ code }) => code === 'fork');
}

function whereKept(check: Check): (played: Played) => readonly string[] {
  return (played) => check(played.ledger, played);
}

/** The changes that callers made in HubSpot, with the run that made each. */
function oursIn({ effects, runs }: Played): { readonly run: Run; readonly effect: Effect }[] {
  return effects.flatMap((effect) => {
    const { by } = effect;
    const run = by.kind === 'caller' ? runs.find(({ caller }) => caller === by.caller) : undefined;
    return run === undefined ? [] : [{ run, effect }];
  });
}

/**
 * A way out that could not stand in the record, and of which nothing travelled: its run was cut off where HubSpot shows
 * records late, or said itself that it can't record. HubSpot tells of one change, and the record has that very one as
 * done by another request for the same.
 */
function isTakenForAnothers(
  { wish, isDead, end }: Run,
  { to, at, subject }: Effect,
  entries: readonly Entry[],
  { schedule }: Played,
): boolean {
  const isCutOff = schedule.otherwise === 'readsAfterWrite' && isDead;
  if ((!isCutOff && !saysUnrecorded(end)) || to !== 'UNSUBSCRIBED') return false;
  return entries.some(
    ({ statement }) =>
      statement.kind === 'outcome' &&
      statement.result === 'done' &&
      statement.requestId !== wish.requestId &&
      statement.change === 'opted-out' &&
      isAbout(statement.subject, subject) &&
      isOfThatMoment(statement.after.since, at),
  );
}

/** Whoever says the same again a moment later moves the time of a status. */
function isOfThatMoment(since: string | undefined, at: number): boolean {
  return since !== undefined && Math.abs(Date.parse(since) - at) < LATE_MS;
}

/** The caller was told that nothing could be recorded, and HubSpot does not tell that the change was ours. */
function isSaidUnrecorded({ end }: Run, { schedule }: Played): boolean {
  return saysUnrecorded(end) && isAuthorUntold(schedule);
}

function saysUnrecorded(end: Run['end']): boolean {
  const reply = end?.said.whole as { readonly isUnrecorded?: true } | undefined;
  return reply?.isUnrecorded === true;
}

function isAbout(recorded: RecordedSubject, subject: Subject): boolean {
  return recorded.kind === 'subscription'
    ? recorded.typeId === subject
    : recorded.kind === 'everything' && subject === EVERYTHING;
}

function isLate({ statement }: Entry): boolean {
  return statement.kind === 'late';
}

/**
 * Without HubSpot's history of a type nobody can know what came between; that is said, and stays so. Only where a run
 * was cut off, and somebody else has set the type since it read it to what was not asked for.
 */
function isSaidNotToBeKnown(
  { statement }: Entry,
  entries: readonly Entry[],
  { schedule, runs, requests, after, effects, noes, yeses }: Played,
): boolean {
  const { requestId } = statement;
  const end = recordedOf(entries, requestId).outcome?.statement;
  if (end?.kind !== 'outcome') return false;
  if (end.because === 'author-not-known') {
    return isAuthorUntold(schedule) && noes.length > 0;
  }
  if (schedule.otherwise !== 'optOutPropertyMirrorsStatus') return false;
  if (statement.kind !== 'intent' && statement.kind !== 'undo') return false;
  if (statement.subject.kind !== 'subscription') return false;
  const { typeId } = statement.subject;
  const its = runs.filter(({ wish }) => wish.requestId === requestId);
  const callers = its.map(({ caller }) => caller);
  const isCutOff = its.some(
    ({ isDead, caller }) =>
      isDead || requests.some((one) => one.caller === caller && one.fault !== undefined),
  );
  const began = Math.min(...its.map(({ beganStep }) => beganStep));
  const isSetByOthers =
    effects.some(
      ({ subject, step, by }) =>
        subject === typeId &&
        step > began &&
        !(by.kind === 'caller' && callers.includes(by.caller)),
    ) || [...noes, ...yeses].some(({ subject, step }) => subject === typeId && step > began);
  return isCutOff && isSetByOthers && after[typeId] !== GOALS[statement.change];
}

const GOALS: Readonly<Record<RecordedChange, State | undefined>> = {
  'opted-in': 'SUBSCRIBED',
  'opted-out': 'UNSUBSCRIBED',
  cleared: 'NOT_SPECIFIED',
  'set-marketing': undefined,
  'set-non-marketing': undefined,
};

function stepOf({ statement: { kind, requestId } }: Entry): string {
  return `${kind} of ${requestId}`;
}

/** Whether one comes after the other on one branch. */
function isOnOneBranch(one: Entry, other: Entry, entries: readonly Entry[]): boolean {
  const before = (entry: Entry, at: Entry | undefined): boolean =>
    at !== undefined &&
    (at.previous === entry.hash ||
      before(
        entry,
        entries.find(({ hash }) => hash === at.previous),
      ));
  return before(one, other) || before(other, one);
}

/** That the end is not known may stand beside the end. */
function isOfOneRequest({ statement }: Entry): boolean {
  return !(statement.kind === 'outcome' && statement.result === 'not-known');
}
