import type { Actor, ConsentEvent } from './consent-event.ts';

/**
 * The actor that a decision may rely on. What was only inferred is nobody's, unless it was inferred to be
 * the contact's opt-out; so is what HubSpot carried over or computed, since whose will it was is not said,
 * and an opt-in that the sources dispute.
 */
export function reliableActor({ actor, change, certainty, disputed }: ConsentEvent): Actor {
  const isSure = certainty === 'stated' && disputed === undefined;
  switch (actor.kind) {
    case 'contact':
      return isSure || change === 'opted-out' ? actor : NOBODY_KNOWN;
    case 'hubspot':
    case 'someone':
      return NOBODY_KNOWN;
    case 'staff':
    case 'workflow':
    case 'import':
    case 'integration':
    case 'this-card':
      return isSure ? actor : NOBODY_KNOWN;
  }
}

const NOBODY_KNOWN: Actor = { kind: 'someone' };
