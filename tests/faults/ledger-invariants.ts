import { recordedOf, unsettled } from '../../src/app/ledger/requests.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import type { Effect } from './road.ts';
import type { Broken } from '../../src/app/ledger/verify.ts';
import type { LedgerSeen } from './ledger-seen.ts';
import type { Played, Run } from './play.ts';

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

  /** An opt-in is never done before its intent stands in the chain. An opt-out's may come later, and does come. */
  everyChangeHasItsIntent: whereKept(({ entries }, played) =>
    oursIn(played).flatMap(({ run, effect }) => {
      const { asked } = recordedOf(entries, run.wish.requestId);
      const isWayIn = effect.to === 'SUBSCRIBED';
      // Where not even the portal's id could be read, the next reader has recorded it late.
      if (asked === undefined && !isWayIn && entries.some(isLate)) return [];
      const kept = asked === undefined ? undefined : Date.parse(asked.keptAt);
      if (kept === undefined)
        return [`${run.wish.requestId} changed HubSpot, and no intent is kept`];
      return isWayIn && kept > effect.at
        ? [`${run.wish.requestId} opted in before its intent was kept`]
        : [];
    }),
  ),

  /** After one further call every intent has an end. */
  everyChangeIsSettled: whereKept(({ entries, unsaved }, { schedule }) => [
    ...unsettled(entries)
      .filter((entry) => !isSaidNotToBeKnown(entry, entries, schedule))
      .map(({ statement }) => `${statement.requestId} has no end`),
    ...(unsaved === 0 ? [] : [`${String(unsaved)} statements were never kept`]),
  ]),

  /** What the record says was done is what HubSpot did. */
  outcomesAreTrue: whereKept(({ entries }, played) =>
    played.runs.flatMap((run) => {
      const { outcome } = recordedOf(entries, run.wish.requestId);
      const end = outcome?.statement.kind === 'outcome' ? outcome.statement : undefined;
      const isForked = played.schedule.otherwise === 'uniqueValuesUnderRace';
      // Two runs that can't see each other's intents: the other one did it, and one of them says so.
      const isOthers =
        end?.because === 'already-so' && played.schedule.otherwise === 'readsAfterWrite';
      const said = end?.because === 'reversed' || isForked || isOthers ? undefined : end?.result;
      const done = oursIn(played).filter(
        ({ run: { wish } }) => wish.requestId === run.wish.requestId,
      );
      return said === 'not-done' && done.length % 2 === 1
        ? [`${run.wish.requestId} is recorded as not done, and was`]
        : [];
    }),
  ),

  /** A wish that policy refused stands in the record, by itself or counted with its equals. */
  refusalsAreRecorded: whereKept(({ entries }, { runs, requests, schedule }) => {
    // A forked record waits for an admin; what is refused meanwhile is not put into it. And where HubSpot shows
    // records late, nobody waits so long for a refusal to find its place.
    const { otherwise } = schedule;
    if (otherwise === 'uniqueValuesUnderRace' || otherwise === 'readsAfterWrite') return [];
    // Another run of the same request was allowed a moment before: its intent stands for the request.
    const isAsked = (requestId: string) => recordedOf(entries, requestId).asked !== undefined;
    const hasFailed = (caller: number) =>
      requests.some((one) => one.caller === caller && one.fault !== undefined);
    const refused = runs.filter(
      ({ end, caller, wish }) =>
        end?.said.kind === 'refused' && !hasFailed(caller) && !isAsked(wish.requestId),
    );
    const kept = entries.filter(({ statement }) => statement.kind === 'refusal');
    return refused.length > 0 && kept.length === 0 ? ['a refused wish is not in the record'] : [];
  }),

  /** Where HubSpot lets two records race for one key, each branch of the fork may have it. */
  noStepIsRecordedTwice: whereKept(({ entries }, { schedule }) => {
    if (schedule.otherwise === 'uniqueValuesUnderRace') return [];
    const steps = entries
      .filter(isOfOneRequest)
      .map(({ statement: { kind, requestId } }) => `${kind} of ${requestId}`);
    return steps
      .filter((step, at) => steps.indexOf(step) !== at)
      .map((step) => `recorded twice: ${step}`);
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

function isLate({ statement }: Entry): boolean {
  return statement.kind === 'late';
}

/** Without HubSpot's history of a type nobody can know what came between; that is said, and stays so. */
function isSaidNotToBeKnown(
  { statement }: Entry,
  entries: readonly Entry[],
  { otherwise }: Played['schedule'],
): boolean {
  const end = recordedOf(entries, statement.requestId).outcome?.statement;
  return otherwise === 'optOutPropertyMirrorsStatus' && end?.kind === 'outcome';
}

/** That the end is not known may stand beside the end. */
function isOfOneRequest({ statement }: Entry): boolean {
  return !(statement.kind === 'outcome' && statement.result === 'not-known');
}
