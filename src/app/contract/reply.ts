import type { Instant } from '../evidence/consent-event.ts';
import type { Requirement } from '../policy/rule.ts';
import type { Decision } from '../policy/decision.ts';
import type { AsOf, Glance, History } from './snapshot.ts';

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
  /** The account lacks what `setup-portal` makes. */
  | 'not-set-up'
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

export const FIELD_PROBLEMS = [
  /** Nothing but white space, controls, marks and characters that show nothing. */
  'no-visible-character',
  /** Visible, and without a letter, a number or an emoji. */
  'says-nothing',
  /** A day that has begun nowhere yet. */
  'in-the-future',
  /** A day before 1990. */
  'too-long-ago',
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

/** The request itself was wrong. `path` names the field; its value is never repeated. */
export interface BadRequest {
  readonly status: 'bad-request';
  readonly code: 'invalid-parameters' | 'record-missing' | 'record-changed' | 'request-reused';
  readonly paths: readonly string[];
  /** What is wrong with a field, by its full path, where more is known than that it was not understood. */
  readonly problems?: Readonly<Record<string, FieldProblem>>;
  /** Ties the answer to the function's log line. */
  readonly correlationId: string;
}

/** Policy said no, or the change still lacks something. Nothing was written. */
export interface Refused {
  readonly status: 'refused';
  readonly decision:
    | Exclude<Decision, { kind: 'allow' | 'done' }>
    | { readonly kind: 'lacking'; readonly requires: readonly Requirement[] };
  readonly glance: Glance;
}

/**
 * Where the contact manages what they subscribe to. Whoever has it can change that, so it goes to the contact alone: it
 * is kept nowhere, and made anew for each asking.
 */
export interface PreferenceLink {
  /** An `https` address without a user or a password in it. */
  readonly url: string;
  /** HubSpot's code of the language the page was asked for in; absent, the account's own. */
  readonly language?: string;
}

/** HubSpot makes no such page without an address, or not for this account. */
export type NoLink = 'no-address' | 'not-offered';

export type ReadReply =
  | { readonly status: 'glance'; readonly glance: Glance }
  | { readonly status: 'history'; readonly history: History }
  | { readonly status: 'as-of'; readonly asOf: AsOf }
  | { readonly status: 'preference-link'; readonly link: PreferenceLink }
  | { readonly status: 'no-link'; readonly because: NoLink }
  | BadRequest
  | Trouble;

/** A sealed entry that could not be kept: opaque to whoever carries it, who sends it again as it is until it is kept. */
export type Unsaved = Readonly<Record<string, unknown>>;

/** What an answer after a write says of its record: nothing where everything was kept. */
interface Recorded {
  readonly unsaved?: readonly Unsaved[];
  /**
   * Nothing was kept and nothing travels, since nothing could be signed: the app has no key, or HubSpot does not say
   * which account it is. The next reader who can records the change as found late.
   */
  readonly isUnrecorded?: true;
}

/**
 * Why a change that policy allowed is not in HubSpot: HubSpot refused it (most often the contact opted out
 * between our reading and our writing); things changed after it was decided, so it was not tried; or it went
 * in over a "no" that came at the same moment, and was taken back at once.
 */
export type NotDone = 'refused-by-hubspot' | 'changed-meanwhile' | 'reversed';

export type ChangeReply =
  | (Recorded & { readonly status: 'changed'; readonly glance: Glance })
  /** Asked of the portal's workflow, which applies it later: the glance says how far it is. */
  | (Recorded & { readonly status: 'requested'; readonly glance: Glance })
  /** HubSpot already said what was asked for. */
  | { readonly status: 'nothing-to-do'; readonly glance: Glance }
  /** Done, and changed again by someone else before this answer: the glance says what holds. */
  | (Recorded & { readonly status: 'overtaken'; readonly glance: Glance })
  | (Recorded & {
      readonly status: 'not-done';
      readonly because: NotDone;
      readonly glance: Glance;
    })
  /** A way in is not gone without its record, and the record can't be written now. Nothing was changed. */
  | { readonly status: 'not-recorded'; readonly correlationId: string }
  /**
   * The write went out and what is true now could not be read: look again before anything else. `isSent`: HubSpot
   * accepted it. `glance` is what could be read.
   */
  | (Recorded & {
      readonly status: 'not-known-yet';
      readonly correlationId: string;
      readonly isSent?: true;
      readonly glance?: Glance;
    })
  /** Of entries sent again: those still to be sent, if any. */
  | (Recorded & { readonly status: 'kept' })
  | Refused
  | BadRequest
  | Trouble;

/**
 * Why nobody was asked to approve: whoever asks may make the change themselves; what policy needs to know could not
 * be read; nobody is named who could, or no person can lift what stands in the way; too many wishes of this contact
 * were refused within the hour; or an earlier run of this request ended before its task was made, and another click,
 * with an id of its own, may ask anew.
 */
export type NotAsked = 'allowed' | 'not-known' | 'not-to-be-approved' | 'too-often' | 'not-made';

/** The answer to `ask-for-approval`. Whatever it is, nothing was changed or unlocked. */
export type ApprovalReply =
  /** The approver has a task since then. A request that is asked again gets the same answer. */
  | { readonly status: 'asked'; readonly at: Instant; readonly glance: Glance }
  /** Somebody asked the same within the last day, and the task is still open: there is no second one. */
  | { readonly status: 'asked-already'; readonly at: Instant; readonly glance: Glance }
  | { readonly status: 'not-asked'; readonly because: NotAsked; readonly glance: Glance }
  | Extract<ChangeReply, { status: 'nothing-to-do' | 'not-recorded' | 'not-known-yet' }>
  | BadRequest
  | Trouble;
