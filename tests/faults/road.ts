import type { Answered, Asked } from '../../sandbox/emulator/core/http.ts';
import type { ContactAct } from '../../sandbox/emulator/hubspot/acts.ts';
import type { State } from '../../sandbox/emulator/hubspot/entities.ts';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { refusals } from '../../sandbox/emulator/hubspot/refusals.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { chance } from './chance.ts';
import {
  CONTACT_ID,
  type Fault,
  type Moment,
  type Schedule,
  type Source,
  type Which,
} from './schedule.ts';
import type { Time } from './time.ts';

/** What a consent is about: a type's id, or everything. */
export type Subject = string;
export const EVERYTHING: Subject = 'everything';
export type States = Readonly<Record<Subject, State>>;

export type By =
  | { readonly kind: 'caller'; readonly caller: number; readonly request: number }
  | { readonly kind: 'contact' | 'colleague' | 'workflow' };

/** One consent as it changed in HubSpot. Steps order all that was seen; several may share a millisecond. */
export interface Effect {
  readonly step: number;
  readonly at: number;
  readonly by: By;
  readonly subject: Subject;
  readonly from: State;
  readonly to: State;
}

/** One call as HubSpot met it. */
export interface Request {
  readonly step: number;
  readonly caller: number;
  readonly request: number;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly isConsentWrite: boolean;
  /** What the call is to tell, where it is one of the readings. */
  readonly source?: Source;
  /** What HubSpot itself answered, or its overloaded front; absent where it never came. */
  status?: number;
  /** When HubSpot met it. */
  metAt?: number;
  /** When its answer was back with the caller, and after how many milliseconds. */
  back?: { readonly step: number; readonly afterMs: number };
  fault?: Fault;
}

export interface Road {
  /** Takes one call of a caller's to HubSpot and its answer back. Rejects where the connection is cut. */
  ask(caller: number, asked: Asked): Promise<Answered>;
  /** Dead callers are told nothing more, and what they ask is not sent. */
  isDead(caller: number): boolean;
  onDeath(then: (caller: number) => void): void;
  /** Lets what was to happen before the first call happen. */
  begin(): void;
  /** From now on nobody acts any more. */
  comeToRest(): void;
  /** A line of the log; numbers what happens. */
  note(line: string): number;
  readonly requests: readonly Request[];
  readonly effects: readonly Effect[];
  /** Every "no" of the contact or a colleague, also where nothing changed by it. */
  readonly noes: readonly { readonly step: number; readonly subject: Subject }[];
  /** And every "yes" of theirs. */
  readonly yeses: readonly { readonly step: number; readonly subject: Subject }[];
  readonly log: readonly string[];
}

const CONSENT_WRITE = /^\/communication-preferences\/(v3\/(un)?subscribe|[^/]+\/statuses\/)/;

/**
 * The road between callers and HubSpot: each call is parked on its way there, and its answer on its way back, for
 * as long as the seed says; what goes wrong and what others do in the meantime stands in the schedule.
 */
export function roadOf(
  schedule: Schedule,
  hubspot: HubSpotOnDesk,
  time: Time,
  onItsWay: (asked: Asked) => Asked = (asked) => asked,
): Road {
  const { seed, portalId, pace } = schedule;
  const start = time.now();
  const log: string[] = [];
  const requests: Request[] = [];
  const effects: Effect[] = [];
  const noes: { step: number; subject: Subject }[] = [];
  const yeses: { step: number; subject: Subject }[] = [];
  const dead = new Set<number>();
  const mourners: ((caller: number) => void)[] = [];
  const asked = new Map<number, number>();
  const written = new Map<number, number>();
  let seen = 0;
  let isAtRest = false;

  const note = (line: string): number => {
    const ms = String(time.now() - start).padStart(6);
    log.push(`${ms} ms  ${line}`);
    return log.length;
  };

  /** Does something to HubSpot and keeps which consents it changed. */
  const watched = <R>(by: By, what: () => R): R => {
    hubspot.clock.set(time.now());
    const before = statesIn(hubspot, portalId);
    const result = what();
    const after = statesIn(hubspot, portalId);
    for (const [subject, to] of Object.entries(after)) {
      const from = before[subject] ?? 'NOT_SPECIFIED';
      if (from === to) continue;
      const step = note(`    ${nameOf(by)} changed ${subject}: ${from} to ${to}`);
      effects.push({ step, at: time.now(), by, subject, from, to });
    }
    return result;
  };

  const play = (act: ContactAct) => {
    const step = note(
      `${act.act}${'typeId' in act ? ` ${act.typeId}` : ''}${'to' in act ? ` ${act.to}` : ''}`,
    );
    const no = noIn(act);
    if (no !== undefined) noes.push({ step, subject: no });
    if ('to' in act && act.to === 'SUBSCRIBED' && 'typeId' in act) {
      yeses.push({ step, subject: act.typeId });
    }
    watched({ kind: actorOf(act) }, () => {
      hubspot.act(portalId, act);
    });
  };
  const actsAt = (is: (moment: Moment) => boolean) =>
    isAtRest ? [] : schedule.acts.filter(({ moment }) => is(moment));

  const outageOf = (source: Source | undefined, caller: number): Fault | undefined =>
    isAtRest
      ? undefined
      : schedule.outages.find(
          (one) => one.of === source && (one.caller === undefined || one.caller === caller),
        )?.fault;

  return {
    requests,
    effects,
    noes,
    yeses,
    log,
    note,
    isDead: (caller) => dead.has(caller),
    onDeath: (then) => mourners.push(then),
    comeToRest() {
      isAtRest = true;
    },
    begin() {
      for (const { act } of actsAt((one) => one.kind === 'seen' && one.calls === 0)) play(act);
    },
    ask(caller, sentByProduct) {
      const sent = onItsWay(sentByProduct);
      const path = sent.path.split('?')[0] ?? '';
      const isConsentWrite = sent.method === 'POST' && CONSENT_WRITE.test(path);
      const request = counted(asked, caller);
      const write = isConsentWrite ? counted(written, caller) : undefined;
      const is = (which: Which, times = 1) => {
        const at = which === 'write' ? write : request;
        const from = which === 'write' ? 0 : which;
        return at !== undefined && at >= from && at < from + times;
      };
      const label = `caller ${String(caller)} #${String(request)} ${sent.method} ${withoutAddress(path)}`;
      const by: By = { kind: 'caller', caller, request };
      return new Promise<Answered>((answer, fail) => {
        if (dead.has(caller)) return;
        const source = sourceOf(sent);
        const fault =
          schedule.faults.find((one) => one.caller === caller && is(one.which, one.times))?.fault ??
          outageOf(source, caller);
        const step = note(`${label}${fault === undefined ? '' : ` — ${JSON.stringify(fault)}`}`);
        const sentAt = time.now();
        const noted: Request = {
          step,
          caller,
          request,
          method: sent.method,
          path,
          body: sent.body,
          isConsentWrite,
          ...(source === undefined ? {} : { source }),
          ...(fault === undefined ? {} : { fault }),
        };
        requests.push(noted);
        const kill = schedule.kills.find((one) => one.caller === caller && is(one.which));
        if (kill !== undefined) {
          dead.add(caller);
          note(
            `caller ${String(caller)} is killed${kill.sent ? '' : ', and that call is not sent'}`,
          );
          for (const then of mourners) then(caller);
          for (const { moment, act } of schedule.acts) {
            if (moment.kind !== 'death' || moment.caller !== caller) continue;
            time.after(moment.ms, () => {
              play(act);
            });
          }
          if (!kill.sent) return;
        }
        const ways = chance(seed, 'way', caller, request);
        const there = ways.from(...pace) + (isSlow(fault, 'there') ? fault.ms : 0);
        const back = ways.from(...pace) + (isSlow(fault, 'back') ? fault.ms : 0);

        const deliver = (answered: Answered | 'cut') => {
          time.after(back, () => {
            if (dead.has(caller)) return;
            if (answered === 'cut') {
              note(`  ${label}: cut`);
              fail(new Error('the connection was cut'));
            } else {
              const backStep = note(`  ${label}: ${String(answered.status)} arrives`);
              noted.back = { step: backStep, afterMs: time.now() - sentAt };
              answer(answered);
            }
          });
        };
        const arrive = () => {
          const met = metBy(fault, () => {
            const answered = watched(by, () => hubspot.handle(sent));
            noted.status = answered.status;
            noted.metAt = note(`  ${label}: ${String(answered.status)}`);
            return answered;
          });
          if (met.status !== undefined) noted.status = met.status;
          if (met.answer !== undefined) deliver(met.answer);
          seen += 1;
          const passed = seen;
          const due = actsAt(
            (one) =>
              (one.kind === 'seen' && one.calls === passed) ||
              (one.kind === 'write' &&
                one.caller === caller &&
                write === 0 &&
                one.when === 'after'),
          );
          if (due.length > 0)
            time.after(1, () =>
              due.forEach(({ act }) => {
                play(act);
              }),
            );
        };
        time.after(there, () => {
          const before = actsAt(
            (one) =>
              one.kind === 'write' && one.caller === caller && write === 0 && one.when === 'before',
          );
          if (before.length === 0) {
            arrive();
            return;
          }
          for (const { act } of before) play(act);
          time.after(1, arrive);
        });
      });
    },
  };
}

/** What a fault makes of a call that arrives; `status` is what an overloaded or broken front says before HubSpot acts. */
function metBy(
  fault: Fault | undefined,
  handle: () => Answered,
): { readonly answer?: Answered | 'cut'; readonly status?: number } {
  switch (fault?.kind) {
    case undefined:
    case 'slow':
      return { answer: handle() };
    case 'lost':
      return {};
    case 'unanswered':
      handle();
      return {};
    case 'cut':
      if (fault.when === 'after') handle();
      return { answer: 'cut' };
    case 'busy': {
      const { retryAfter } = fault;
      const answer = answerOf(429, refusals.rateLimited().body);
      const headers = {
        ...answer.headers,
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      };
      return { answer: { ...answer, headers }, status: 429 };
    }
    case 'failing': {
      if (fault.when === 'after') handle();
      return {
        answer: answerOf(fault.status, refusals.failing(fault.status).body),
        ...(fault.when === 'before' ? { status: fault.status } : {}),
      };
    }
    case 'denied':
      return {
        answer: answerOf(403, refusals.missingScope(['some.scope.read']).body),
        status: 403,
      };
    case 'garbled': {
      const answered = handle();
      return { answer: { ...answered, body: answered.body.slice(0, answered.body.length / 2) } };
    }
  }
}

function answerOf(status: number, body: object): Answered {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** What a call is to tell, by where it goes. */
function sourceOf({ method, path }: Asked): Source | undefined {
  if (path.includes('p_consent_card_entry')) return 'record';
  if (/access-token-info|account-info/.test(path)) return 'account';
  if (method !== 'GET') return undefined;
  if (path.includes('/objects/contacts/')) {
    return path.includes('hs_email_optout') ? 'history' : 'contact';
  }
  if (path.includes('/unsubscribe-all')) return 'unsubscribe-all';
  if (path.includes('/definitions')) return 'definitions';
  if (path.startsWith('/automation/')) return 'workflows';
  return path.includes('/statuses/') ? 'statuses' : undefined;
}

function isSlow(
  fault: Fault | undefined,
  way: 'there' | 'back',
): fault is Extract<Fault, { kind: 'slow' }> {
  return fault?.kind === 'slow' && fault.way === way;
}

/** The consents of the contact as they are stored. */
export function statesIn(hubspot: HubSpotOnDesk, portalId: number): States {
  const address = hubspot.contact(portalId, CONTACT_ID)?.address;
  const of = (typeId: string) => address?.byType[typeId]?.state ?? 'NOT_SPECIFIED';
  return {
    [SEMINARS]: of(SEMINARS),
    [NEWSLETTER]: of(NEWSLETTER),
    [EVERYTHING]: address?.everything?.state ?? 'NOT_SPECIFIED',
  };
}

/** What an act says no to, if it does. */
function noIn(act: ContactAct): Subject | undefined {
  if (act.act === 'contact-link') return act.typeId;
  if (act.act === 'contact-link-everything' || act.act === 'colleague-everything')
    return EVERYTHING;
  return 'to' in act && act.to === 'UNSUBSCRIBED' && 'typeId' in act ? act.typeId : undefined;
}

function actorOf({ act }: ContactAct): 'contact' | 'colleague' | 'workflow' {
  if (act.startsWith('contact')) return 'contact';
  return act === 'workflow' ? 'workflow' : 'colleague';
}

export function nameOf(by: By): string {
  return by.kind === 'caller' ? `caller ${String(by.caller)} #${String(by.request)}` : by.kind;
}

function withoutAddress(path: string): string {
  return path.replace(/\/statuses\/[^/]+/, '/statuses/…');
}

function counted(counts: Map<number, number>, caller: number): number {
  const count = counts.get(caller) ?? 0;
  counts.set(caller, count + 1);
  return count;
}
