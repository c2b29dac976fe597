import type { Portal, PortalData } from './entities.ts';
import { isLegalBasis } from './legal-basis.ts';
import type { Change } from './consents.ts';
import type { Parameters } from './parameters.ts';
import type { Refusal } from './refusals.ts';
import type { Scopes } from './scopes.ts';
import { byApp, textOfApp } from './sources.ts';

/** One call, parsed; the token has been checked and has the scopes. */
export interface Call {
  readonly portal: Portal;
  readonly data: PortalData;
  readonly method: string;
  /** The path as it was asked, which tells the version of HubSpot's API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body where it is a list, as associations are sent; `body` is empty then. */
  readonly list: readonly unknown[];
  readonly now: number;
}

export type Result = { readonly status: number; readonly body: unknown } | Refusal;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As HubSpot's OpenAPI files spell it, where there is one; a part in braces stands for one encoded part. */
  readonly path: string;
  /** The same under older versions' paths, which the official client still uses. */
  readonly also?: readonly string[];
  readonly scopes: Scopes;
  /** Every query parameter that HubSpot's file declares for it. */
  readonly query?: Parameters;
  readonly answer: (call: Call, parts: readonly string[]) => Result;
}

/** A contact's path in each spelling: dated first, as in HubSpot's OpenAPI file, then v3; by name and by type id. */
export function contactPaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/objects/2026-09/contacts${rest}`,
    also: [
      `/crm/objects/2026-09/0-1${rest}`,
      `/crm/v3/objects/contacts${rest}`,
      `/crm/v3/objects/0-1${rest}`,
    ],
  };
}

export function fine(body: unknown): Result {
  return { status: 200, body };
}

export function made(body: unknown): Result {
  return { status: 201, body };
}

/** Done, and nothing to say. */
export function nothing(): Result {
  return { status: 204, body: undefined };
}

/** A change made through the API by the portal's installed app. */
export function changeByApp({ portal, data, now, body }: Call): Change {
  const { legalBasis, legalBasisExplanation } = body;
  return {
    source: byApp(data, portal.appId, 'Consent Card'),
    by: 'app',
    text: textOfApp(data, portal.appId),
    at: now,
    ...(isLegalBasis(legalBasis) ? { legalBasis } : {}),
    ...(typeof legalBasisExplanation === 'string' ? { explanation: legalBasisExplanation } : {}),
  };
}

export function hasReadableGround({ legalBasis, legalBasisExplanation }: Call['body']): boolean {
  return (
    (legalBasis === undefined || isLegalBasis(legalBasis)) &&
    (legalBasisExplanation === undefined || typeof legalBasisExplanation === 'string')
  );
}

/** HubSpot takes a list repeated, separated by commas, or both. */
export function listIn(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((part) => part !== ''));
}

export function stringsIn(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
