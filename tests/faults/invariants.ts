import type { State } from '../../sandbox/emulator/hubspot/entities.ts';
import { LEDGER_INVARIANTS } from './ledger-invariants.ts';
import type { Played, Run } from './play.ts';
import { EVERYTHING, nameOf, type Effect, type Request, type Subject } from './road.ts';
import { isAuthorUntold, lagOf } from './schedule.ts';
import { recordedOf } from '../../src/app/ledger/requests.ts';
import { WANTED } from './wishes.ts';

/** What must hold after every schedule; each says what does not, in a sentence. */
type Invariant = (played: Played) => readonly string[];

/** A function of HubSpot's may live so long; the product means to need less. */
const MOST_MS = 15_000;

const INVARIANTS = {
  /** Nobody is left without an answer, and no function throws. */
  everyCallIsAnswered: ({ runs }) =>
    runs.flatMap(({ caller, end, isDead }) => {
      if (isDead || (end !== undefined && end.said.kind !== 'no-answer')) return [];
      return [`caller ${String(caller)} got no answer ${end?.said.because ?? ''}`];
    }),

  callsEndInTime: ({ runs, wantedMs }) =>
    runs.flatMap(({ caller, beganAt, end }) => {
      const took = end === undefined ? 0 : end.at - beganAt;
      const most = took > MOST_MS ? MOST_MS : took > wantedMs ? wantedMs : undefined;
      return most === undefined
        ? []
        : [`caller ${String(caller)} waited ${String(took)} ms, more than ${String(most)}`];
    }),

  /** "Changed" was true after the function wrote, or, where it wrote nothing, while it ran; "overtaken" too. */
  changedWasReached: (played) =>
    told(played, 'changed', 'overtaken').flatMap((run) => {
      const { subject, wanted } = aimOf(run, played);
      const wrote = firstWriteOf(run, played);
      const seen = statesDuring(played, subject, wrote ?? begin(run, played), run.end.step);
      return wanted === undefined || seen.has(wanted)
        ? []
        : [
            `caller ${String(run.caller)} was told "${run.end.said.kind}", and ${subject} was ${list(seen)}`,
          ];
    }),

  /** An answer does not contradict itself: who was overtaken is told so, and not "changed". */
  changedIsShown: (played) =>
    told(played, 'changed', 'nothing-to-do').flatMap((run) => {
      const { said } = run.end;
      const { subject, wanted } = aimOf(run, played);
      const state = said.states?.[subject];
      // A request that ended before is answered as it ended, and shown as it is now.
      return wanted === undefined || state === wanted || isRepeat(run, played)
        ? []
        : [`caller ${String(run.caller)} was told "${said.kind}" and shown ${String(state)}`];
    }),

  nothingToDoWasTrue: (played) =>
    told(played, 'nothing-to-do').flatMap((run) => {
      const { subject, wanted } = aimOf(run, played);
      const seen = statesDuring(played, subject, begin(run, played), run.end.step);
      return wanted === undefined || seen.has(wanted) || isRepeat(run, played)
        ? []
        : [
            `caller ${String(run.caller)} was told "nothing to do", and ${subject} was ${list(seen)}`,
          ];
    }),

  /** Whoever was told that nothing was done caused nothing, not even later. */
  notDoneMeansNothingWasDone: (played) =>
    told(
      played,
      'refused',
      'not-done',
      'trouble',
      'bad-request',
      'nothing-to-do',
      'not-recorded',
    ).flatMap((run) => {
      const done = effectsOf(run, played);
      const isTakenBack = done.length > 0 && stateBefore(done[0]) === done.at(-1)?.to;
      const isReversed = run.end.said.because === 'reversed';
      return done.length === 0 || (run.end.said.kind === 'not-done' && (isTakenBack || isReversed))
        ? []
        : [
            `caller ${String(run.caller)} was told "${run.end.said.kind}", and changed ${what(done)}`,
          ];
    }),

  /** Where nothing failed for a caller, nor for another run of its request, the caller knows. */
  notKnownOnlyAfterFailure: (played) =>
    told(played, 'not-known').flatMap((run) =>
      sameRequest(run, played).some((one) => one.isDead || hasFailed(one, played)) ||
      isRepeatInTheDark(run, played)
        ? []
        : [`caller ${String(run.caller)} was told "not known", and nothing had failed`],
    ),

  troubleOnlyAfterFailure: (played) =>
    told(played, 'trouble', 'bad-request').flatMap((run) =>
      hasFailed(run, played) || isNothingToUndo(run)
        ? []
        : [
            `caller ${String(run.caller)} was told "${run.end.said.because ?? ''}", and nothing had failed`,
          ],
    ),

  /** Opting out is never harder than opting in: where nothing failed, it is done. Today: unless it was overtaken. */
  optOutsAreDone: (played) =>
    played.runs.flatMap((run) => {
      const { end, wish, caller } = run;
      const isWayOut = wish.act === 'opt-out' || wish.act === 'opt-out-of-everything';
      const failed = sameRequest(run, played).some((one) => one.isDead || hasFailed(one, played));
      if (end === undefined || !isWayOut || failed) return [];
      const isDone =
        end.said.kind === 'changed' ||
        end.said.kind === 'nothing-to-do' ||
        end.said.kind === 'overtaken';
      return isDone || isOvertaken({ ...run, end }, played)
        ? []
        : [`caller ${String(caller)} asked to opt out and was told "${end.said.kind}"`];
    }),

  /** What can't be read stops no opt-out: where the contact was read, it is sent, or it is so already. */
  optOutsAreSent: (played) =>
    told(played, 'refused', 'not-done', 'trouble', 'bad-request', 'not-recorded').flatMap((run) => {
      const { wish, caller, end } = run;
      const isWayOut = wish.act === 'opt-out' || wish.act === 'opt-out-of-everything';
      const isRead = played.requests.some(
        (one) => one.caller === caller && one.source === 'contact' && isAnswered(one, end.step),
      );
      const isSent = sameRequest(run, played).some((one) => writesOf(one, played).length > 0);
      return !isWayOut || !isRead || isSent
        ? []
        : [
            `caller ${String(caller)} asked to opt out, was told "${end.said.kind}", and nothing was sent`,
          ];
    }),

  /** Nobody but who asks for it is opted out by us of what others let in. */
  othersAreNotReverted: (played) =>
    played.effects.flatMap((effect) => {
      const { by, subject, from, to, step } = effect;
      if (by.kind !== 'caller' || from !== 'SUBSCRIBED' || to !== 'UNSUBSCRIBED') return [];
      const run = played.runs.find(({ caller }) => caller === by.caller);
      const aim = run === undefined ? undefined : aimOf(run, played);
      if (aim?.subject === subject && aim.wanted === 'UNSUBSCRIBED') return [];
      const letIn = played.effects.findLast(
        (one) => one.subject === subject && one.to === 'SUBSCRIBED' && one.step < step,
      );
      return letIn?.by.kind === 'caller' || isAuthorUntold(played.schedule)
        ? []
        : [`what others let in was reverted: ${what([effect])}`];
    }),

  /** What an answer shows was so at some moment while it was made. */
  shownWasTrue: (played) =>
    played.runs.flatMap((run) => {
      const { end, caller } = run;
      return Object.entries(end?.said.states ?? {}).flatMap(([typeId, state]) => {
        if (!(typeId in played.after) || end === undefined) return [];
        const seen = statesDuring(played, typeId, begin(run, played), end.step);
        return seen.has(state)
          ? []
          : [`caller ${String(caller)} was shown ${typeId} ${state}, and it was ${list(seen)}`];
      });
    }),

  /** What was told to be changed stays so, unless somebody else changes it afterwards. */
  noChangeIsLost: (played) =>
    told(played, 'changed').flatMap((run) => {
      const { subject, wanted } = aimOf(run, played);
      if (wanted === undefined || played.after[subject] === wanted) return [];
      const wrote = sameRequest(run, played)
        .flatMap((one) => effectsOf(one, played))
        .find((one) => one.subject === subject);
      const first = Math.min(...sameRequest(run, played).map(({ beganStep }) => beganStep));
      const from = wrote?.step ?? first;
      const isChangedByOthers = played.effects.some(
        (one) => one.step > from && one.subject === subject && !isBy(run, one),
      );
      return isChangedByOthers
        ? []
        : [
            `caller ${String(run.caller)} was told "changed", and ${subject} is ${String(played.after[subject])}`,
          ];
    }),

  /** One run changes a consent once, but for taking its own change back. */
  noChangeIsDoubled: (played) =>
    played.runs.flatMap((run) => {
      const aim = aimOf(run, played);
      const done = effectsOf(run, played).filter(({ subject }) => subject === aim.subject);
      const isTakenBack =
        done.length === 2 &&
        (stateBefore(done[0]) === done[1]?.to || done[1]?.to === 'UNSUBSCRIBED');
      const isOutAgain = done.every(({ to }) => to === 'UNSUBSCRIBED');
      const isReversed = run.end?.said.because === 'reversed';
      return done.length <= 1 || isTakenBack || isOutAgain || isReversed
        ? []
        : [`caller ${String(run.caller)} changed ${what(done)}`];
    }),

  /** One click that comes twice changes a consent once. */
  noRequestIsDoneTwice: (played) => {
    const ids = new Set(played.runs.map(({ wish }) => wish.requestId));
    return [...ids].flatMap((id) => {
      const its = played.runs.filter(({ wish }) => wish.requestId === id);
      const done = its.flatMap((run) => effectsOf(run, played)).sort((a, b) => a.step - b.step);
      const again = done.filter((one, at) => {
        const last = done[at - 1];
        // A run may take its own change back, or go out once more.
        return (
          last?.subject === one.subject &&
          !isOfSameRun(last, one) &&
          !isWithoutRecord(one, its, played) &&
          !isOnAnotherBranch(one, id, played)
        );
      });
      return again.length === 0 ? [] : [`${id} was done twice: ${what(done)}`];
    });
  },

  /** A write is sent again only where HubSpot said that it did nothing. */
  noWriteIsSentBlindly: (played) => {
    const writes = played.requests.filter(({ isConsentWrite }) => isConsentWrite);
    return writes.flatMap((write, at) => {
      const { caller, request, path, body, step } = write;
      const earlier = writes
        .slice(0, at)
        .filter((one) => one.caller === caller && one.path === path && one.body === body);
      // Turned away; or done, answered and overtaken since.
      return earlier.every(
        (one) =>
          one.status === 429 || isAnswered(one, step) || isTakenBackAfterALook(one, write, played),
      )
        ? []
        : [
            `caller ${String(caller)} #${String(request)} sends a write again that may have been done`,
          ];
    });
  },

  /** Every opt-in of ours was wished, with its ground where one is wanted, and of a state its person had seen. */
  optInsAreDecided: (played) =>
    played.runs.flatMap((run) => {
      const { wish, caller } = run;
      return effectsOf(run, played)
        .filter(({ to }) => to === 'SUBSCRIBED')
        .flatMap((effect) => {
          const aim = aimOf(run, played);
          const isWished = aim.wanted === 'SUBSCRIBED' && effect.subject === aim.subject;
          const hasGround =
            wish.act === 'undo' || wish.withGround || played.schedule.portalId !== PRIVACY_PORTAL;
          const seen = statesDuring(played, effect.subject, begin(run, played), effect.step - 1);
          const isOfWhatWasShown = wish.shown === undefined || seen.has(wish.shown);
          return [
            ...(isWished
              ? []
              : [`caller ${String(caller)} opted in what nobody wished: ${what([effect])}`]),
            ...(hasGround ? [] : [`caller ${String(caller)} opted in without a ground`]),
            ...(isOfWhatWasShown
              ? []
              : [
                  `caller ${String(caller)} opted in on the strength of ${String(wish.shown)}, which was ${list(seen)}`,
                ]),
          ];
        });
    }),

  /** No "no" of anyone's is undone by us: not by a failure, and not by a wish that is older than it. */
  optOutsStand: (played) =>
    played.effects.flatMap((effect) => {
      if (effect.by.kind !== 'caller' || effect.from !== 'UNSUBSCRIBED') return [];
      if (mayBeUndone(effect, played) || isSaidByOthersToo(effect, played)) return [];
      // By whoever wrote it, by whoever looked next, or overtaken by what somebody else said since.
      const isTakenBack = played.effects.some(
        (later) =>
          later.step > effect.step &&
          later.subject === effect.subject &&
          (later.to === 'UNSUBSCRIBED' || later.by.kind !== 'caller'),
      );
      return isTakenBack ? [] : [`an opt-out was undone: ${what([effect])}`];
    }),

  /** Nobody is opted in by us at the end whose own last word was no, unless somebody else in HubSpot took that no back. */
  contactHasTheLastWord: (played) =>
    Object.entries(played.after).flatMap(([subject, state]) => {
      if (state !== 'SUBSCRIBED') return [];
      const last = played.effects.findLast((one) => one.subject === subject);
      if (last?.by.kind !== 'caller') return [];
      const word = played.effects.findLast(
        (one) =>
          one.by.kind === 'contact' && (one.subject === subject || one.subject === EVERYTHING),
      );
      if (word?.to !== 'UNSUBSCRIBED' || word.step > last.step) return [];
      const isTakenBack = played.effects.some(
        (one) => one.step > word.step && one.subject === word.subject && one.step < last.step,
      );
      return isTakenBack || isSaidByOthersToo(last, played)
        ? []
        : [`the contact said no, and then: ${what([last])}`];
    }),

  /** When all is over, whoever looks sees what is so. */
  theNextLookIsTrue: ({ lookedAgain, after }) => {
    const wrong = Object.entries(lookedAgain.states ?? {}).filter(
      ([typeId, state]) => typeId in after && after[typeId] !== state,
    );
    const isOut = after[EVERYTHING] === 'UNSUBSCRIBED';
    if (lookedAgain.kind !== 'shown') return [`the next look was answered "${lookedAgain.kind}"`];
    return wrong.length > 0 || lookedAgain.optedOutOfEverything !== isOut
      ? [
          `the next look shows ${JSON.stringify(lookedAgain.states)}, and HubSpot has ${JSON.stringify(after)}`,
        ]
      : [];
  },

  /** No address and no token in a log line or an answer. */
  nothingLeaks: ({ runs, lines }) => {
    const leaks = (text: string) => /example\.com|pat-sandbox/.test(text);
    return [
      ...lines.filter(leaks).map(() => 'a log line holds an address or a token'),
      ...runs.flatMap(({ caller, end }) =>
        leaks(JSON.stringify(withoutUnsaved(end?.said.whole)) ?? '')
          ? [`the answer to caller ${String(caller)} holds an address or a token`]
          : [],
      ),
    ];
  },
  ...LEDGER_INVARIANTS,
} as const satisfies Readonly<Record<string, Invariant>>;

export type InvariantName = keyof typeof INVARIANTS;

export interface Violation {
  readonly invariant: InvariantName;
  readonly says: string;
}

export function violationsOf(played: Played): Violation[] {
  return (Object.keys(INVARIANTS) as InvariantName[]).flatMap((invariant) =>
    INVARIANTS[invariant](played).map((says) => ({ invariant, says })),
  );
}

/** What a run is to bring about: an undo, the state before the change that it takes back. */
function aimOf(
  { wish }: Run,
  { runs, ledger }: Played,
): { readonly subject: Subject; readonly wanted?: State } {
  if (wish.act !== 'undo') return { subject: wish.subject, wanted: WANTED[wish.act] };
  const undone = runs.find((one) => one.wish.requestId === wish.undoes);
  if (undone === undefined || undone.wish.act === 'undo') return { subject: wish.subject };
  const { subject } = undone.wish;
  // As the record has it: what was read when it was decided.
  const asked = recordedOf(ledger.entries, undone.wish.requestId).asked?.statement;
  const before = asked?.kind === 'intent' ? STATES[asked.before.state] : undefined;
  return { subject, ...(before === undefined ? {} : { wanted: before }) };
}

const STATES: Readonly<Record<string, State>> = {
  'opted-in': 'SUBSCRIBED',
  'opted-out': 'UNSUBSCRIBED',
  'not-specified': 'NOT_SPECIFIED',
};

/**
 * A way in that policy may allow over an opt-out: one that was there before the caller asked and was not the contact's
 * own, with proof; or a change of this product itself that is taken back.
 */
function mayBeUndone(effect: Effect, played: Played): boolean {
  const { runs, effects, noes, schedule } = played;
  const { by } = effect;
  const run = by.kind === 'caller' ? runs.find(({ caller }) => caller === by.caller) : undefined;
  if (run === undefined) return false;
  const isNo = ({ subject }: { readonly subject: Subject }) =>
    subject === effect.subject || subject === EVERYTHING;
  // Said while the caller was asking: nobody could know of it when it was decided.
  const knew = lastReadOf(run, effect, played);
  if (noes.some((no) => isNo(no) && no.step > knew && no.step < effect.step)) return false;
  const last = effects.findLast(
    (one) => one.subject === effect.subject && one.to === 'UNSUBSCRIBED' && one.step < effect.step,
  );
  if (run.wish.act === 'undo') return last?.by.kind === 'caller';
  if (run.wish.act !== 'opt-in' || !run.wish.withGround) return false;
  if (last === undefined) return schedule.situation === 'opted out by a colleague';
  return last.by.kind !== 'contact' && last.step <= knew;
}

/** Somebody in HubSpot said yes to the same afterwards. */
function isSaidByOthersToo({ subject, step }: Effect, { yeses }: Played): boolean {
  return yeses.some((yes) => yes.subject === subject && yes.step > step);
}

/** When a run read the consents for the last time before it changed one. */
function lastReadOf({ caller, beganStep }: Run, { step }: Effect, { requests }: Played): number {
  const reads = requests.filter(
    (one) =>
      one.caller === caller &&
      one.method === 'GET' &&
      /\/statuses\/[^/]+$/.test(one.path) &&
      one.metAt !== undefined &&
      one.metAt < step,
  );
  return Math.max(beganStep, ...reads.map(({ metAt = 0 }) => metAt));
}

function sameRequest({ wish: { requestId } }: Run, { runs }: Played): Run[] {
  return runs.filter(({ wish }) => wish.requestId === requestId);
}

/** What it was to take back was never done, was another's, or is not recorded: its request is a wrong one. */
function isNothingToUndo(run: Run): boolean {
  return run.wish.act === 'undo' && run.end?.said.kind === 'bad-request';
}

/**
 * Where HubSpot shows records late, an opt-in does not go whose intent did not show in time. It shows afterwards, and a
 * repeat finds a request that has begun and has no end.
 */
function isRepeatInTheDark(run: Run, played: Played): boolean {
  return (
    played.schedule.otherwise === 'readsAfterWrite' &&
    sameRequest(run, played).some(({ end }) => end?.said.kind === 'not-recorded')
  );
}

/** So long the product waits for one answer. */
const PATIENCE_MS = 2_600;

/** HubSpot's answer was with its caller before something else was sent. */
function isAnswered({ status, fault, back }: Request, before: number): boolean {
  const isWhole = fault === undefined || fault.kind === 'slow';
  const isBack = back !== undefined && back.step < before && back.afterMs < PATIENCE_MS;
  return status === 200 && isWhole && isBack;
}

/**
 * What went in over a "no" is taken back until HubSpot shows it as out: a way out of a run that wished a way in, and
 * each time after a look at what HubSpot shows.
 */
function isTakenBackAfterALook(earlier: Request, again: Request, played: Played): boolean {
  const { caller, path, body } = again;
  const isWayOut = path.endsWith('/unsubscribe-all') || body.includes('"UNSUBSCRIBED"');
  const isOfAWayIn = played.runs.some(
    (run) => run.caller === caller && aimOf(run, played).wanted === 'SUBSCRIBED',
  );
  const hasLooked = played.requests.some(
    (one) =>
      one.caller === caller &&
      one.method === 'GET' &&
      one.path.includes('/statuses/') &&
      one.step > earlier.step &&
      one.back !== undefined &&
      one.back.step < again.step,
  );
  return isWayOut && isOfAWayIn && hasLooked;
}

/** There is another run of the same request. */
function isRepeat(run: Run, played: Played): boolean {
  return sameRequest(run, played).length > 1;
}

/** Where the first write for a request set out, whichever run of it wrote. */
function firstWriteOf(run: Run, played: Played): number | undefined {
  return sameRequest(run, played)
    .flatMap((one) => writesOf(one, played))
    .sort((a, b) => a - b)[0];
}

/** Berlin has privacy settings on: an opt-in wants its ground. */
const PRIVACY_PORTAL = 1002;

type Told = Run & { readonly end: NonNullable<Run['end']> };

function told({ runs }: Played, ...kinds: readonly Told['end']['said']['kind'][]): Told[] {
  return runs.filter(
    (run): run is Told => run.end !== undefined && kinds.includes(run.end.said.kind),
  );
}

/** What travels to be kept later is the contact's own record, and goes to who has the contact open. */
function withoutUnsaved(whole: unknown): unknown {
  const { unsaved: _travelling, ...rest } = (whole ?? {}) as { readonly unsaved?: unknown };
  return rest;
}

function effectsOf({ caller }: Run, { effects }: Played): Effect[] {
  return effects.filter(({ by }) => by.kind === 'caller' && by.caller === caller);
}

/**
 * An opt-out goes on where its record can't be reached, and then nobody can know that it was done before: a call to the
 * record failed for one of its runs, or HubSpot shows records late to runs that are under way at once.
 */
function isWithoutRecord({ to }: Effect, runs: readonly Run[], played: Played): boolean {
  if (to !== 'UNSUBSCRIBED') return false;
  const isLate = played.schedule.otherwise === 'readsAfterWrite';
  const isAtOnce = runs.some((one) =>
    runs.some(
      (other) =>
        other !== one &&
        other.beganStep > one.beganStep &&
        other.beganStep < (one.end?.step ?? Infinity),
    ),
  );
  return (isLate && isAtOnce) || runs.some((run) => isOutOfReach(run, played));
}

/**
 * Where HubSpot lets two records race for one key, each run of one opt-out has its intent on a branch of its own; and
 * where somebody else changed the consent between their writes, both change it.
 */
function isOnAnotherBranch(
  { to, from }: Effect,
  requestId: string,
  { schedule, ledger }: Played,
): boolean {
  if (schedule.otherwise !== 'uniqueValuesUnderRace') return false;
  if (to !== 'UNSUBSCRIBED' || from === 'UNSUBSCRIBED') return false;
  const asked = ledger.entries.filter(
    ({ statement }) =>
      statement.requestId === requestId &&
      (statement.kind === 'intent' || statement.kind === 'undo'),
  );
  return asked.length > 1;
}

const TO_THE_RECORD = /p_consent_card_entry|access-token-info|account-info/;

/** A call for the record, or for the account that it is named after, went wrong. */
function isOutOfReach({ caller, isDead }: Run, { requests }: Played): boolean {
  return (
    isDead ||
    requests.some(
      (one) => one.caller === caller && one.fault !== undefined && TO_THE_RECORD.test(one.path),
    )
  );
}

function isOfSameRun({ by }: Effect, { by: other }: Effect): boolean {
  return by.kind === 'caller' && other.kind === 'caller' && by.caller === other.caller;
}

function isBy({ caller }: Run, { by }: Effect): boolean {
  return by.kind === 'caller' && by.caller === caller;
}

/** Something went wrong with a call of this run's. */
function hasFailed(run: Run, { requests }: Played): boolean {
  return requests.some(({ caller, fault }) => caller === run.caller && fault !== undefined);
}

/** The steps at which a run's writes set out. */
function writesOf({ caller }: Run, { requests }: Played): number[] {
  return requests
    .filter((one) => one.caller === caller && one.isConsentWrite)
    .map(({ step }) => step);
}

/** The step from which on a run may have read: reads may lag by what the schedule says. */
function begin({ beganAt, beganStep }: Run, { schedule, effects }: Played): number {
  const lag = lagOf(schedule);
  if (lag === 0) return beganStep;
  const lagging = effects.filter(({ at, step }) => step < beganStep && at >= beganAt - lag);
  return lagging[0] === undefined ? beganStep : lagging[0].step - 1;
}

/** The states a subject had between two steps, both included. */
function statesDuring(
  { before, effects }: Played,
  subject: Subject,
  from: number,
  to: number,
): Set<State> {
  const its = effects.filter((one) => one.subject === subject);
  const atFrom = its.findLast(({ step }) => step <= from)?.to ?? before[subject] ?? 'NOT_SPECIFIED';
  return new Set([
    atFrom,
    ...its.filter(({ step }) => step > from && step <= to).map((one) => one.to),
  ]);
}

/** Somebody else changed what a run wrote before the run was answered. */
function isOvertaken(run: Told, played: Played): boolean {
  const wrote = firstWriteOf(run, played);
  if (wrote === undefined) return false;
  return played.effects.some(
    (one) =>
      one.step > wrote &&
      one.step <= run.end.step &&
      one.subject === aimOf(run, played).subject &&
      !isBy(run, one),
  );
}

function stateBefore(effect: Effect | undefined): State | undefined {
  return effect?.from;
}

function what(effects: readonly Effect[]): string {
  return effects
    .map(({ by, subject, from, to }) => `${nameOf(by)}: ${subject} from ${from} to ${to}`)
    .join('; ');
}

function list(states: ReadonlySet<State>): string {
  return [...states].join(', then ');
}
