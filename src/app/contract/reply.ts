import type { Requirement } from '../policy/rule.ts';
import type { Offer } from './offer.ts';
import type { Glance, History } from './snapshot.ts';

/** What can go wrong on the way to HubSpot; each has words in the card that say what to do. */
export type TroubleCode =
  | 'missing-scope'
  | 'bad-token'
  | 'record-not-found'
  | 'rate-limited'
  | 'hubspot-failing'
  | 'timed-out'
  | 'unreadable-answer'
  | 'rejected-by-hubspot'
  | 'not-configured'
  | 'settings-refused'
  | 'internal';

export interface Trouble {
  readonly status: 'trouble';
  readonly code: TroubleCode;
  /** Ties the answer to the function's log line; carries nothing about the contact. */
  readonly correlationId: string;
  readonly scope?: string;
  /** The organisation's choice that can't be used. */
  readonly setting?: string;
}

/** The request itself was wrong. `path` names the field; its value is never repeated. */
export interface BadRequest {
  readonly status: 'bad-request';
  readonly code: 'invalid-parameters' | 'record-missing' | 'record-changed';
  readonly paths: readonly string[];
}

/** Policy said no, the change still lacks something, or this version can't carry it out. Nothing was written. */
export interface Refused {
  readonly status: 'refused';
  readonly decision:
    | Exclude<Offer, { kind: 'allow' | 'done' }>
    | { readonly kind: 'lacking'; readonly requires: readonly Requirement[] };
  readonly glance: Glance;
}

export type ReadReply =
  | { readonly status: 'glance'; readonly glance: Glance }
  | { readonly status: 'history'; readonly history: History }
  | BadRequest
  | Trouble;

export type ChangeReply =
  | { readonly status: 'changed'; readonly glance: Glance }
  /** HubSpot already said what was asked for. */
  | { readonly status: 'nothing-to-do'; readonly glance: Glance }
  /** HubSpot itself refused: most often the contact opted out between our reading and our writing. */
  | { readonly status: 'refused-by-hubspot'; readonly glance: Glance }
  /** The write went out and what is true now could not be read: look again before anything else. */
  | { readonly status: 'not-known-yet'; readonly correlationId: string }
  | Refused
  | BadRequest
  | Trouble;
