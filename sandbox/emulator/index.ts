import { scenarios as allScenarios } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { clockAt, type Clock } from './core/clock.ts';
import { failuresOnRequest, type Failure, type Fault } from './core/failures.ts';
import { listenOnLoopback, type Answered, type Asked } from './core/http.ts';
import { correlationId } from './core/ids.ts';
import { play, type Act } from './hubspot/acts.ts';
import { answerTo } from './hubspot/answer.ts';
import { TODAY, type Assumptions } from './hubspot/assumptions.ts';
import { consentsOf, statusAsRead } from './hubspot/consents.ts';
import { contactIn, valueOf } from './hubspot/contacts.ts';
import { catchUp } from './hubspot/due.ts';
import { updateDateAfter, type PortalSettings } from './hubspot/editions.ts';
import type { Portal, PortalData, StoredAddress, Version } from './hubspot/entities.ts';
import { insertByTime } from './hubspot/indexes.ts';
import { callLimits, type CallsPerTenSeconds } from './hubspot/limits.ts';
import { portalOf } from './hubspot/portal-of.ts';
import { PORTALS } from './hubspot/portals.ts';
import { contactProperty } from './hubspot/objects/definitions.ts';
import { refusals, type Refusal } from './hubspot/refusals.ts';
import { retell, seededPortal } from './hubspot/seed.ts';

/** One line of the request log. Never the token, never a body, never the query. */
export interface LoggedCall {
  readonly portalId: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** One call as it came in and was answered, before a failure on request spoils the answer on its way. */
export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
  readonly answer: Pick<Answered, 'status' | 'body'>;
}

/** The stored truth about a contact, for tests and for the record page. */
export interface ContactView {
  readonly properties: Readonly<Record<string, string>>;
  /** All versions of each property that was ever set, oldest first. */
  readonly history: Readonly<Record<string, readonly Version[]>>;
  /** What is on record for the contact's primary address; absent where nothing ever was. */
  readonly address: StoredAddress | undefined;
}

export interface HubSpotOnDesk {
  readonly clock: Clock;
  readonly portals: readonly Portal[];
  /** What is believed of the things that HubSpot leaves open. */
  readonly assumptions: Assumptions;
  listen(port?: number): Promise<{ readonly origin: string; close(): Promise<void> }>;
  /** Answers one call without a socket. */
  handle(asked: Asked): Answered;
  /** The newest calls, oldest first. */
  calls(): readonly LoggedCall[];
  clearCalls(): void;
  /** Plays an act now, or when so many milliseconds have passed. */
  act(portalId: number, act: Act, inMs?: number): void;
  contact(portalId: number, contactId: string): ContactView | undefined;
  settings(portalId: number): PortalSettings;
  /** The instant of the next thing that will happen by itself in a portal: a workflow, a delayed act. */
  nextDue(portalId: number): number | undefined;
  /** When scheduled contacts next leave marketing in a portal. */
  nextUpdateAt(portalId: number): number;
  /** Makes the next calls to a path go wrong; `clearFailures` ends it. */
  fail(failure: Failure): void;
  failures(): readonly Failure[];
  clearFailures(): void;
  /** Off at the start, so that tests measure the product and not the limit. */
  limitCalls(to: CallsPerTenSeconds): void;
  /** What the app's token may do in a portal, from now on. */
  grant(portalId: number, scopes: readonly string[]): void;
  /** Tells a scenario's contact anew, as far as the given number of acts. */
  retell(scenario: Scenario, steps: number): void;
  /** Everything stored, but not the clock, the log, failures and limits. */
  snapshot(): string;
  restore(snapshot: string): void;
  /** Back to how the scenarios leave things; failures and limits end. */
  reset(): void;
}

const CALLS_KEPT = 10_000;

/** A HubSpot on the desk: the same scenarios and calls at the same times give the same bytes. */
export function createHubSpotOnDesk(
  options: {
    readonly now?: number;
    readonly scenarios?: readonly Scenario[];
    readonly assumptions?: Partial<Assumptions>;
    /** False for portals in which this product was never set up, whatever `PORTALS` says. */
    readonly isSetUp?: boolean;
    /** Sees every call and its answer, token left out; the contract check is one that fits. */
    readonly observe?: (exchange: Exchange) => void;
  } = {},
): HubSpotOnDesk {
  const clock = clockAt(options.now ?? Date.UTC(2026, 10, 24));
  const assumptions = { ...TODAY, ...options.assumptions };
  const portals: readonly Portal[] =
    options.isSetUp === false ? PORTALS.map((one) => ({ ...one, setUp: 'none' })) : PORTALS;
  const seed = () => seeded(portals, options.scenarios ?? allScenarios, assumptions, clock.now());
  const failures = failuresOnRequest();
  const limits = callLimits(assumptions);
  let stored = seed();
  let log: LoggedCall[] = [];
  let answered = 0;

  /** A portal's data as it is now: what was due has happened. */
  const dataOf = (portalId: number): PortalData => {
    const data = stored[portalId];
    if (data === undefined) throw new Error(`no portal ${portalId}`);
    catchUp(data, portalWith(portalId).timeZone, clock.now());
    return data;
  };

  const handle = (asked: Asked): Answered => {
    const url = urlOf(asked.path);
    const path = url?.pathname ?? asked.path;
    const portal = portalOf(asked.headers['authorization'], path, dataOf);
    const fault = failures.next(asked.method, path);
    const taken =
      portal === undefined ? { headers: {} } : limits.take(portal.id, path, clock.now());
    const result = ((): Refusal | ReturnType<typeof answerTo> => {
      if (taken.refusal !== undefined) return taken.refusal;
      if (fault?.kind === 'status') return faulty(fault.status);
      if (fault !== undefined && 'write' in fault && fault.write === 'lost') return faulty(502);
      if (portal === undefined || url === undefined) return refusals.unauthorised();
      return answerTo(asked, url, portal, dataOf(portal.id), clock.now());
    })();
    answered += 1;
    const id = correlationId(answered);
    log.push({ portalId: portal?.id, method: asked.method, path, status: result.status });
    if (log.length > CALLS_KEPT * 2) log = log.slice(-CALLS_KEPT);
    const body =
      result.status < 400 ? result.body : { ...(result.body as object), correlationId: id };
    const answer: Answered = {
      status: result.status,
      headers: {
        'content-type': 'application/json;charset=utf-8',
        'x-hubspot-correlation-id': id,
        ...taken.headers,
      },
      body: result.status === 204 ? '' : JSON.stringify(body),
    };
    options.observe?.({ method: asked.method, path: asked.path, body: asked.body, answer });
    return carriedOut(fault, answer);
  };

  return {
    clock,
    portals,
    assumptions,
    handle,
    listen: (port = 0) => listenOnLoopback(port, handle),
    calls: () => log,
    clearCalls: () => {
      log = [];
    },
    act: (portalId, act, inMs = 0) => {
      const data = dataOf(portalId);
      if (inMs <= 0) play(data, act, clock.now());
      else insertByTime(data.due, { at: clock.now() + inMs, what: { kind: 'act', act } });
      if (act.act === 'billing') {
        const { billing } = data.settings;
        data.nextUpdateAt = updateDateAfter(billing, portalWith(portalId).timeZone, clock.now());
      }
    },
    contact: (portalId, contactId) => view(dataOf(portalId), contactId, clock.now()),
    settings: (portalId) => dataOf(portalId).settings,
    nextDue: (portalId) => dataOf(portalId).due[0]?.at,
    nextUpdateAt: (portalId) => dataOf(portalId).nextUpdateAt,
    fail: (failure) => {
      failures.add(failure);
    },
    failures: () => failures.waiting(),
    clearFailures: () => {
      failures.clear();
    },
    limitCalls: (to) => {
      limits.set(to);
    },
    grant: (portalId, scopes) => {
      dataOf(portalId).scopes = scopes;
    },
    retell: (scenario, steps) => {
      const portal = portalWith(scenario.portalId);
      retell(dataOf(portal.id), portal, scenario, steps, clock.now());
    },
    snapshot: () => JSON.stringify(stored),
    restore: (snapshot) => {
      stored = JSON.parse(snapshot) as Stored;
    },
    reset: () => {
      stored = seed();
      answered = 0;
      failures.clear();
      limits.set('off');
    },
  };
}

type Stored = Record<number, PortalData>;

function portalWith(portalId: number): Portal {
  const portal = PORTALS.find(({ id }) => id === portalId);
  if (portal === undefined) throw new Error(`no portal ${portalId}`);
  return portal;
}

function seeded(
  portals: readonly Portal[],
  scenarios: readonly Scenario[],
  assumptions: Assumptions,
  now: number,
): Stored {
  return Object.fromEntries(
    portals.map((portal) => [portal.id, seededPortal(portal, scenarios, assumptions, now)]),
  );
}

function urlOf(path: string): URL | undefined {
  try {
    return new URL(`http://127.0.0.1${path.startsWith('/') ? '' : '/'}${path}`);
  } catch {
    return undefined;
  }
}

function faulty(status: number): Refusal {
  if (status === 404) return refusals.notFound();
  return status === 429 ? refusals.rateLimited() : refusals.failing(status);
}

function carriedOut(fault: Fault | undefined, answer: Answered): Answered {
  switch (fault?.kind) {
    case 'malformed':
      return { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) };
    case 'slow':
      return { ...answer, delivery: { afterMs: fault.ms } };
    case 'cut':
      return { ...answer, delivery: { cut: true } };
    case 'silent':
      return { ...answer, delivery: { never: true } };
    case 'status':
    case undefined:
      return answer;
  }
}

function view(data: PortalData, contactId: string, now: number): ContactView | undefined {
  const contact = contactIn(data, contactId);
  if (contact === undefined) return undefined;
  const names = Object.keys(contact.history).filter(
    (name) => contactProperty(data, name) !== undefined,
  );
  const address = valueOf(contact, 'email') ?? '';
  const isRecorded = Object.hasOwn(data.addresses, address.toLowerCase());
  return {
    properties: Object.fromEntries(names.map((name) => [name, valueOf(contact, name) ?? ''])),
    history: contact.history,
    address: isRecorded ? held(data, consentsOf(data, address), now) : undefined,
  };
}

/** The statuses that hold, which need not be those that were set (see `typesUnderOptOutOfEverything`). */
function held(data: PortalData, stored: StoredAddress, now: number): StoredAddress {
  if (data.assumptions.typesUnderOptOutOfEverything !== 'read-as-opted-out') return stored;
  const byType = data.types.flatMap((type) => {
    const status = statusAsRead(data, stored, type, now);
    return status === undefined ? [] : [[type.id, status] as const];
  });
  return { ...stored, byType: Object.fromEntries(byType) };
}
