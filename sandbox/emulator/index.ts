import { scenarios as allScenarios } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { clockAt, type Clock } from './core/clock.ts';
import { listenOnLoopback, type Answered, type Asked } from './core/http.ts';
import { play, type Act } from './hubspot/acts.ts';
import type { Portal, PortalData, StoredAddress, StoredContact } from './hubspot/entities.ts';
import { valueOf } from './hubspot/acts.ts';
import { PORTALS } from './hubspot/portals.ts';
import { refusals } from './hubspot/refusals.ts';
import { ROUTES, type Result } from './hubspot/routes.ts';

/** One line of the request log. Never the token, never a body. */
export interface LoggedCall {
  readonly portalId: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** The stored truth about a contact, for tests and for the record page. */
export interface ContactView {
  readonly properties: Readonly<Record<string, string>>;
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
  snapshot(): string;
  restore(snapshot: string): void;
  /** Back to how the scenarios leave things. */
  reset(): void;
}

/** A HubSpot on the desk: the same scenarios and calls at the same times give the same bytes. */
export function createHubSpotOnDesk(
  options: { readonly now?: number; readonly scenarios?: readonly Scenario[] } = {},
): HubSpotOnDesk {
  const clock = clockAt(options.now ?? Date.UTC(2026, 10, 24));
  const played = options.scenarios ?? allScenarios;
  let stored = seeded(played);
  let log: LoggedCall[] = [];
  let answered = 0;

  const handle = (asked: Asked): Answered => {
    const url = new URL(asked.path, 'http://127.0.0.1');
    const portal = portalOf(asked.headers['authorization']);
    const result = answer(asked, url, portal, stored, clock.now());
    answered += 1;
    log.push({
      portalId: portal?.id,
      method: asked.method,
      path: url.pathname,
      status: result.status,
    });
    const correlationId = `00000000-0000-4000-8000-${String(answered).padStart(12, '0')}`;
    const body = result.status < 400 ? result.body : { ...(result.body as object), correlationId };
    return {
      status: result.status,
      headers: {
        'content-type': 'application/json;charset=utf-8',
        'x-hubspot-correlation-id': correlationId,
      },
      body: JSON.stringify(body),
    };
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
    snapshot: () => JSON.stringify(stored),
    restore: (snapshot) => {
      stored = JSON.parse(snapshot) as Stored;
    },
    reset: () => {
      stored = seeded(played);
    },
  };
}

type Stored = Record<number, PortalData>;

function seeded(scenarios: readonly Scenario[]): Stored {
  const stored: Stored = Object.fromEntries(
    PORTALS.map(({ id, privacySettings }) => [
      id,
      { privacySettings, contacts: {}, addresses: {} } satisfies PortalData,
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

function answer(
  asked: Asked,
  url: URL,
  portal: Portal | undefined,
  stored: Stored,
  now: number,
): Result {
  if (portal === undefined) return refusals.unauthorised();
  for (const { method, path, scopes, answer: respond } of ROUTES) {
    const found = method === asked.method ? path.exec(url.pathname) : null;
    if (found === null) continue;
    if (scopes.length > 0 && !scopes.some((scope) => portal.scopes.includes(scope))) {
      return refusals.missingScope(scopes);
    }
    const body = parsed(asked.body);
    if (body === undefined) return refusals.invalid('Invalid input JSON');
    const parts = found.slice(1).map(decodeURIComponent);
    return respond(
      { portal, data: dataOf(stored, portal.id), query: url.searchParams, body, now },
      parts,
    );
  }
  return refusals.noRoute(asked.method, url.pathname);
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function view(data: PortalData, contactId: string): ContactView | undefined {
  const contact: StoredContact | undefined = data.contacts[contactId];
  if (contact === undefined) return undefined;
  const properties = Object.fromEntries(
    Object.keys(contact.history).map((name) => [name, valueOf(contact, name) ?? '']),
  );
  return { properties, address: data.addresses[properties['email']?.toLowerCase() ?? ''] };
}
