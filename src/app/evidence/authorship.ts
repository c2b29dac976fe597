import type { Actor, ConsentEvent } from './consent-event.ts';

/**
 * The actor that a decision may rely on. What HubSpot carried over or computed is nobody's, since whose
 * will it was is not said; so is what the sources dispute, unless the contact is among them and opted out.
 */
export function reliableActor({ actor, change, disputed }: ConsentEvent): Actor {
  if (actor.kind === 'hubspot') return NOBODY_KNOWN;
  const isContactsNo = actor.kind === 'contact' && change === 'opted-out';
  return disputed === undefined || isContactsNo ? actor : NOBODY_KNOWN;
}

const NOBODY_KNOWN: Actor = { kind: 'someone' };
