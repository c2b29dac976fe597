import type { Actor, Instant, OtherAddress } from '../evidence/consent-event.ts';

/** What a person objected to. A spam complaint is an objection to all email. */
export type ObjectionScope = 'type' | 'brand' | 'all-email' | 'spam-complaint';

/** One "no" of a person, told with the facts of one event and of no other. */
export interface Objection {
  readonly scope: ObjectionScope;
  /** `unknown`: nobody knows whose will it was, so it counts as the contact's own. */
  readonly by: 'contact' | 'unknown';
  /** What carried it, as HubSpot tells it. */
  readonly through: Actor;
  /** Absent where HubSpot does not tell. */
  readonly at?: Instant;
  /** The history is cut: it was made then or earlier. */
  readonly orEarlier?: true;
  /** Another address of the person, at which the objection was made; absent for the primary one. */
  readonly address?: OtherAddress;
  /** It was made before the contact had their present address. */
  readonly atEarlierAddress?: true;
  /** Id of the event in the timeline. */
  readonly event: string;
}

/** Whether a person's objection holds, and by which event it ended. */
export type Standing =
  /** No objection is known. `isComplete`: HubSpot has told the whole history, so there was none. */
  | { readonly kind: 'none'; readonly isComplete: boolean }
  | { readonly kind: 'stands'; readonly objection: Objection }
  /** A form opted the contact in afterwards, and whether they ticked its box is not known. */
  | { readonly kind: 'perhaps-ended'; readonly objection: Objection; readonly by: Ending }
  /** This product opted the contact in on proof that its ledger names. The contact has not come back themselves. */
  | { readonly kind: 'lifted-on-proof'; readonly objection: Objection; readonly by: Ending }
  /** The contact came back themselves. */
  | { readonly kind: 'ended'; readonly objection: Objection; readonly by: Ending }
  /** The history could not be read. */
  | { readonly kind: 'not-known' };

export interface Ending {
  readonly event: string;
  readonly at: Instant;
}

/** The objection that HubSpot would send against, or that a decision to opt in has to respect. */
export function openObjection(standing: Standing): Objection | undefined {
  switch (standing.kind) {
    case 'stands':
    case 'perhaps-ended':
    case 'lifted-on-proof':
      return standing.objection;
    case 'none':
    case 'ended':
    case 'not-known':
      return undefined;
  }
}
