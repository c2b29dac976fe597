import type { Decision, NonEmpty, Reason } from '../policy/decision.ts';
import type { Remedy } from '../policy/rule.ts';

/** Allowed by policy, and not carried out by this version: nothing is written, and the card says so beforehand. */
export interface NotYet {
  readonly kind: 'not-yet';
  readonly because: NonEmpty<Reason>;
  readonly remedies: readonly Remedy[];
}

/** What becomes of a change, if it were asked for now. */
export type Offer = Decision | NotYet;
