import type { ConsentEvent } from '../evidence/consent-event.ts';
import { authorOf, NO_OWN_MESSENGERS, type OwnMessengers } from './authorship.ts';

/**
 * Whether the contact themselves opted in by this event. `not-known`: by a form, and whether they ticked its box is
 * not told. The setting of a form (legitimate interest) is the organisation's doing.
 */
export function isOwnReturn(event: ConsentEvent): 'yes' | 'no' | 'not-known' {
  if (event.change !== 'opted-in' || authorOf(event, NO_OWN_MESSENGERS) !== 'contact') return 'no';
  const { formConsent = 'box-ticked' } = event;
  switch (formConsent) {
    case 'by-setting':
      return 'no';
    case 'not-known':
      return 'not-known';
    case 'box-ticked':
      return 'yes';
  }
}

/** An opt-in by this product for which the ledger names where the proof of the contact's wish is stored. */
export function isOnProof({ change, actor, card }: ConsentEvent): boolean {
  return change === 'opted-in' && actor.kind === 'this-card' && card?.evidence !== undefined;
}

/** An opt-out that says "no" anew. What HubSpot carried over from another contact or address does not. */
export function isRenewal(event: ConsentEvent, own: OwnMessengers): boolean {
  if (event.change !== 'opted-out') return false;
  if (event.repeats === true && event.actor.kind === 'hubspot') return false;
  const author = authorOf(event, own);
  return author === 'contact' || author === 'unknown';
}

export function isOfTypeAtPrimary({ about }: ConsentEvent, typeId: string): boolean {
  return about.kind === 'subscription' && about.typeId === typeId && about.address === undefined;
}
