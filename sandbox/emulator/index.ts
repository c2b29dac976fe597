import { scenarios as allScenarios } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { clockAt, type Clock } from './core/clock.ts';
import { failuresOnRequest, type Failure, type Fault } from './core/failures.ts';
import { listenOnLoopback, type Answered, type Asked } from './core/http.ts';
import { correlationId } from './core/ids.ts';
import { play, type Act } from './hubspot/acts.ts';
import { answerTo } from './hubspot/answer.ts';
import { TODAY, type Assumptions } from './hubspot/assumptions.ts';
import { consentsOf } from './hubspot/consents.ts';
import { contactIn, valueOf } from './hubspot/contacts.ts';
import type { Portal, PortalData, StoredAddress, Version } from './hubspot/entities.ts';
import { noObjects } from './hubspot/objects/data.ts';
import { callLimits, type CallsPerTenSeconds } from './hubspot/limits.ts';
import { PORTALS } from './hubspot/portals.ts';
import { refusals, type Refusal } from './hubspot/refusals.ts';

/** One line of the request log. Never the token, never a body, never the query. */
export interface LoggedCall {
  readonly portalId: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
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
  listen(port?: number): Promise<{ readonly origin: string; close(): Promise<void> }>;
  /** Answers one call without a socket. */
  handle(asked: Asked): Answered;
  calls(): readonly LoggedCall[];
  clearCalls(): void;
  act(portalId: number, act: Act): void;
  contact(portalId: number, contactId: string): ContactView | undefined;
  /** Makes the next calls to a path go wrong; `clearFailures` ends it. */
  fail(failure: Failure): void;
  clearFailures(): void;
  /** Off at the start, so that tests measure the product and not the limit. */
  limitCalls(to: CallsPerTenSeconds): void;
  /** What the app's token may do in a portal, from now on. */
  grant(portalId: number, scopes: readonly string[]): void;
  /** Everything stored, but not the clock, the log, failures and limits. */
  snapshot(): string;
  restore(snapshot: string): void;
  /** Back to how the scenarios leave things; failures and limits end. */
  reset(): void;
}

/** A HubSpot on the desk: the same scenarios and calls at the same times give the same bytes. */
export function createHubSpotOnDesk(
  options: {
    readonly now?: number;
    readonly scenarios?: readonly Scenario[];
    readonly assumptions?: Partial<Assumptions>;
  } = {},
): HubSpotOnDesk {
  const clock = clockAt(options.now ?? Date.UTC(2026, 10, 24));
  const assumptions = { ...TODAY, ...options.assumptions };
  const seed = () => seeded(options.scenarios ?? allScenarios, assumptions);
  const failures = failuresOnRequest();
  const limits = callLimits();
  let stored = seed();
  let log: LoggedCall[] = [];
  let answered = 0;

  const handle = (asked: Asked): Answered => {
    const url = urlOf(asked.path);
    const path = url?.pathname ?? asked.path;
    const portal = portalOf(asked.headers['authorization']);
    const fault = failures.next(asked.method, path);
    const taken = portal === undefined ? { headers: {} } : limits.take(portal, path, clock.now());
    const result = ((): Refusal | ReturnType<typeof answerTo> => {
      if (taken.refusal !== undefined) return taken.refusal;
      if (fault?.kind === 'status') return faulty(fault.status);
      if (fault?.kind === 'cut' && fault.write === 'lost') return faulty(502);
      if (portal === undefined || url === undefined) return refusals.unauthorised();
      return answerTo(asked, url, portal, dataOf(stored, portal.id), clock.now());
    })();
    answered += 1;
    const id = correlationId(answered);
    log.push({ portalId: portal?.id, method: asked.method, path, status: result.status });
    const body =
      result.status < 400 ? result.body : { ...(result.body as object), correlationId: id };
    return carriedOut(fault, {
      status: result.status,
      headers: {
        'content-type': 'application/json;charset=utf-8',
        'x-hubspot-correlation-id': id,
        ...taken.headers,
      },
      body: result.status === 204 ? '' : JSON.stringify(body),
    });
  };

  return {
    clock,
    portals: PORTALS,
    handle,
    listen: (port = 0) => listenOnLoopback(port, handle),
    calls: () => log,
    clearCalls: () => {
      log = [];
    },
    act: (portalId, act) => {
      play(dataOf(stored, portalId), act, clock.now());
    },
    contact: (portalId, contactId) => view(dataOf(stored, portalId), contactId),
    fail: (failure) => {
      failures.add(failure);
    },
    clearFailures: () => {
      failures.clear();
    },
    limitCalls: (to) => {
      limits.set(to);
    },
    grant: (portalId, scopes) => {
      dataOf(stored, portalId).scopes = scopes;
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

function seeded(scenarios: readonly Scenario[], assumptions: Assumptions): Stored {
  const stored: Stored = Object.fromEntries(
    PORTALS.map(({ id, privacySettings, scopes }) => [
      id,
      {
        privacySettings,
        scopes,
        assumptions,
        events: [],
        contacts: {},
        addresses: {},
        objects: noObjects(id),
      },
    ]),
  );
  for (const { portalId, acts } of scenarios) {
    for (const { at, act } of acts) play(dataOf(stored, portalId), act, Date.parse(at));
  }
  return stored;
}

function dataOf(stored: Stored, portalId: number): PortalData {
  const data = stored[portalId];
  if (data === undefined) throw new Error(`no portal ${String(portalId)}`);
  return data;
}

function portalOf(authorization: string | undefined): Portal | undefined {
  return PORTALS.find(({ token }) => authorization === `Bearer ${token}`);
}

function urlOf(path: string): URL | undefined {
  try {
    return new URL(`http://127.0.0.1${path.startsWith('/') ? '' : '/'}${path}`);
  } catch {
    return undefined;
  }
}

function faulty(status: number): Refusal {
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
    case 'status':
    case undefined:
      return answer;
  }
}

function view(data: PortalData, contactId: string): ContactView | undefined {
  const contact = contactIn(data, contactId);
  if (contact === undefined) return undefined;
  const properties = Object.fromEntries(
    Object.keys(contact.history).map((name) => [name, valueOf(contact, name) ?? '']),
  );
  const address = consentsOf(data, properties['email'] ?? '');
  const isRecorded = address.everything !== undefined || Object.keys(address.byType).length > 0;
  return { properties, history: contact.history, address: isRecorded ? address : undefined };
}
