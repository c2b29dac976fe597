import type { ConsentEvent, Instant, Subject } from '../evidence/consent-event.ts';
import { authorOf, type OwnMessengers } from './authorship.ts';
import type { Ending, Objection, Standing } from './objection.ts';
import { isOnProof, isOwnReturn, isRenewal } from './returns.ts';
import { coversType } from './scope.ts';

/** What is asked about. `businessUnitId` is HubSpot's id of a brand; "0" or absent is the account's default brand. */
export type Question =
  | { readonly kind: 'type'; readonly typeId: string; readonly businessUnitId?: string }
  | { readonly kind: 'brand'; readonly businessUnitId: string }
  | { readonly kind: 'all-email' };

/** What is known of a person's past. */
export interface PersonHistory {
  /** Merged, newest first, of every address of the person. */
  readonly events: readonly ConsentEvent[];
  readonly wasRead: boolean;
  /** Since when the contact has their present address, where it was ever another. */
  readonly addressSince?: Instant;
  /** Whether HubSpot may have dropped older changes of this subject. */
  readonly isCut: (about: Subject) => boolean;
  /** A report of spam by the contact; `undefined` where HubSpot does not tell. */
  readonly complaint?: 'none' | { readonly at?: Instant } | undefined;
}

/**
 * Whether this person has objected and has not come back: for one subscription type, one brand or all email.
 *
 * An objection is an opt-out, or a spam complaint, whose author is the contact or is not known, at any address of the
 * person. Only the contact's own return ends it: the preferences page, a resubscription email, or a form whose box they
 * ticked. A later status by staff, a workflow, an app, an import or the setting of a form does not; neither does a
 * value that was cleared or overwritten.
 *
 * An objection to one type ends with a return to that type. An objection to a brand or to all email ends with a return
 * of the same width, and for one type with a return to that type. A return counts at the address of the objection and
 * at the primary one.
 */
export function standingObjection(
  question: Question,
  history: PersonHistory,
  own: OwnMessengers,
): Standing {
  const relevant = history.events.filter(({ about }) => concerns(about, question));
  // Any return of the contact shows that they want mail from this account again after a complaint.
  const afterComplaint = question.kind === 'type' ? relevant : history.events;
  const found = [
    ...weighed(objectionsIn(relevant, history, own), relevant, question),
    ...weighed(complaintIn(history), afterComplaint, question),
  ];
  for (const kind of ['stands', 'perhaps-ended', 'lifted-on-proof'] as const) {
    const open = found.filter((one) => one.kind === kind);
    if (open.length > 0) return told(open, relevant, history, own);
  }
  if (!history.wasRead || mayHideAnObjection(relevant)) return { kind: 'not-known' };
  const ended = found.filter(({ kind }) => kind === 'ended');
  if (ended.length > 0) return told(ended, relevant, history, own);
  return { kind: 'none', isComplete: !cutFor(question, history) };
}

/** A value that is not understood may have been an opt-out, whoever set it, unless the contact came back after it. */
export function mayHideAnObjection(events: readonly ConsentEvent[]): boolean {
  const unclear = events.find(({ change }) => change === 'changed');
  if (unclear === undefined) return false;
  const back = events.find((event) => isOwnReturn(event) === 'yes');
  return back === undefined || back.at <= unclear.at;
}

interface Candidate {
  readonly objection: Objection;
  /** Absent for a complaint, which a property tells and no event. */
  readonly event?: ConsentEvent;
}

function objectionsIn(
  events: readonly ConsentEvent[],
  { addressSince }: PersonHistory,
  own: OwnMessengers,
): Candidate[] {
  return events.flatMap((event) => {
    const objection = objectionIn(event, own, addressSince);
    return objection === undefined ? [] : [{ objection, event }];
  });
}

/** Events that may end an objection, by how they would, each newest first. */
interface Answers {
  readonly ended: readonly ConsentEvent[];
  readonly 'perhaps-ended': readonly ConsentEvent[];
  readonly 'lifted-on-proof': readonly ConsentEvent[];
}

function answersIn(events: readonly ConsentEvent[]): Answers {
  return {
    ended: events.filter((event) => isOwnReturn(event) === 'yes'),
    'perhaps-ended': events.filter((event) => isOwnReturn(event) === 'not-known'),
    'lifted-on-proof': events.filter(isOnProof),
  };
}

type Weighed = Exclude<Standing, { kind: 'none' | 'not-known' }> & Pick<Candidate, 'event'>;

function objectionIn(
  event: ConsentEvent,
  own: OwnMessengers,
  addressSince: Instant | undefined,
): Objection | undefined {
  if (!isRenewal(event, own)) return undefined;
  const { about, at, id, actor, orEarlier } = event;
  const by = authorOf(event, own) === 'contact' ? 'contact' : 'unknown';
  const address = 'address' in about ? about.address : undefined;
  return {
    scope: scopeOf(about),
    by,
    through: actor,
    at,
    ...(orEarlier === undefined ? {} : { orEarlier }),
    ...(address === undefined ? {} : { address }),
    ...(isOfEarlierAddress(event, addressSince) ? { atEarlierAddress: true } : {}),
    event: id,
  };
}

/** A status is of the present address, whenever it was set. */
function isOfEarlierAddress(
  { about, at, witnesses }: ConsentEvent,
  addressSince: Instant | undefined,
): boolean {
  const isLabelled = 'address' in about && about.address !== undefined;
  if (isLabelled || addressSince === undefined || at >= addressSince) return false;
  return witnesses.every(({ source }) => source !== 'current-status');
}

function scopeOf(about: Subject): 'type' | 'brand' | 'all-email' {
  if (about.kind !== 'everything') return 'type';
  return about.businessUnitId === undefined ? 'all-email' : 'brand';
}

function complaintIn({ complaint }: PersonHistory): Candidate[] {
  if (complaint === undefined || complaint === 'none') return [];
  const { at } = complaint;
  const objection: Objection = {
    scope: 'spam-complaint',
    by: 'contact',
    through: { kind: 'contact' },
    ...(at === undefined ? {} : { at }),
    event: `spam-complaint@${at ?? ''}`,
  };
  return [{ objection }];
}

function weighed(
  candidates: readonly Candidate[],
  events: readonly ConsentEvent[],
  question: Question,
): Weighed[] {
  if (candidates.length === 0) return [];
  const answers = answersIn(events);
  return candidates.map((one) => weigh(one, answers, question));
}

/** What became of one objection, by the newest event that could end it. */
function weigh({ objection, event }: Candidate, answers: Answers, question: Question): Weighed {
  const of = { objection, ...(event === undefined ? {} : { event }) };
  const { at } = objection;
  for (const kind of ['ended', 'perhaps-ended', 'lifted-on-proof'] as const) {
    const by = answers[kind].find(
      (one) => at !== undefined && one.at > at && couldEnd(one, objection, event, question),
    );
    if (by !== undefined) return { ...of, kind, by: endingOf(by) };
  }
  return { ...of, kind: 'stands' };
}

function endingOf({ id, at }: ConsentEvent): Ending {
  return { event: id, at };
}

/** Whether an opt-in is wide enough, and at an address that counts, to end an objection. */
function couldEnd(
  { about }: ConsentEvent,
  objection: Objection,
  event: ConsentEvent | undefined,
  question: Question,
): boolean {
  const address = 'address' in about ? about.address : undefined;
  if (address !== undefined && address.nth !== objection.address?.nth) return false;
  if (about.kind !== 'everything') return question.kind === 'type' || objection.scope !== 'type';
  if (objection.scope !== 'type') {
    return !(objection.scope === 'all-email' && about.businessUnitId !== undefined);
  }
  // HubSpot may opt types out together with all email; such an opt-out ends with it.
  return event?.inferred?.ground === 'opted-out-of-everything-just-then';
}

/**
 * The objection to tell of several: the contact's own before one whose author is not known, then the newest. It is
 * dated by the first event of an unbroken run: who only repeats an opt-out does not renew it.
 */
function told(
  open: readonly Weighed[],
  relevant: readonly ConsentEvent[],
  { addressSince }: PersonHistory,
  own: OwnMessengers,
): Standing {
  const [first, ...rest] = open as [Weighed, ...Weighed[]];
  const chosen = rest.reduce((best, one) => (comesBefore(one, best) ? one : best), first);
  const { event, ...standing } = chosen;
  if (event === undefined) return standing;
  const begin = beginOfRun(event, relevant, own);
  const objection = objectionIn(begin, own, addressSince) ?? standing.objection;
  return { ...standing, objection };
}

function comesBefore(one: Weighed, other: Weighed): boolean {
  if (one.objection.by !== other.objection.by) return one.objection.by === 'contact';
  // A complaint without a date stands for itself; a dated objection says more.
  return (one.objection.at ?? '') > (other.objection.at ?? '');
}

function beginOfRun(
  event: ConsentEvent,
  relevant: readonly ConsentEvent[],
  own: OwnMessengers,
): ConsentEvent {
  const author = authorOf(event, own);
  const sameSubject = relevant.filter(({ about }) => isSame(about, event.about));
  let begin = event;
  for (const older of sameSubject.slice(sameSubject.indexOf(event) + 1)) {
    if (older.change !== 'opted-out') break;
    if (authorOf(older, own) === author) begin = older;
  }
  return begin;
}

function isSame(a: Subject, b: Subject): boolean {
  return a.kind === 'subscription' || a.kind === 'everything'
    ? keyOf(a) === keyOf(b)
    : a.kind === b.kind;
}

function keyOf(about: Subject): string {
  const address = 'address' in about ? (about.address?.nth ?? 0) : 0;
  if (about.kind === 'subscription') return `type ${about.typeId} ${String(address)}`;
  const brand = about.kind === 'everything' ? (about.businessUnitId ?? '0') : '';
  return `${about.kind} ${brand} ${String(address)}`;
}

/** Whether a change of a subject, at any address, has a say in the answer. */
function concerns(about: Subject, question: Question): boolean {
  switch (question.kind) {
    case 'type':
      return about.kind === 'subscription'
        ? about.typeId === question.typeId
        : coversType(about, question) !== 'no';
    case 'brand':
      return (
        about.kind === 'everything' &&
        (about.businessUnitId === undefined || about.businessUnitId === question.businessUnitId)
      );
    case 'all-email':
      return about.kind === 'everything' && about.businessUnitId === undefined;
  }
}

function cutFor(question: Question, { isCut }: PersonHistory): boolean {
  const everything = isCut({ kind: 'everything' });
  switch (question.kind) {
    case 'type':
      return everything || isCut({ kind: 'subscription', typeId: question.typeId });
    case 'brand':
      return everything || isCut({ kind: 'everything', businessUnitId: question.businessUnitId });
    case 'all-email':
      return everything;
  }
}
