import type { Actor, ConsentEvent } from './consent-event.ts';

/**
 * The actor that a decision may rely on. What HubSpot carried over or computed is nobody's, since whose
 * will it was is not said; so is an opt-in under legitimate interest, which a form's settings claim without a tick of the
 * contact, an opt-out that may be older than it shows, and what the sources dispute, unless the contact is among them and opted out.
 */
export function reliableActor(event: ConsentEvent): Actor {
  const { actor, change, disputed, carriedOver, formConsent, orEarlier } = event;
  if (actor.kind === 'hubspot' || carriedOver !== undefined) return NOBODY_KNOWN;
  const isByForm = actor.kind === 'contact' && actor.by === 'form';
  if (formConsent === 'by-setting' || (formConsent === 'not-known' && !isByForm))
    return NOBODY_KNOWN;
  if (orEarlier && change === 'opted-out') return NOBODY_KNOWN;
  const isContactsNo = actor.kind === 'contact' && change === 'opted-out';
  return disputed === undefined || isContactsNo ? actor : NOBODY_KNOWN;
}

const NOBODY_KNOWN: Actor = { kind: 'someone' };
