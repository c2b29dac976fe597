import type { Subject } from '../evidence/consent-event.ts';

/**
 * Whether an opt-out of all email concerns a type, at whatever address it was made. The account's own, brand "0", is
 * about all types; a brand's is about that brand's types, and about those whose brand HubSpot does not tell.
 */
export function coversType(
  about: Subject,
  { businessUnitId }: { readonly businessUnitId?: string },
): 'no' | 'portal' | 'brand' {
  if (about.kind !== 'everything') return 'no';
  if (about.businessUnitId === undefined) return 'portal';
  return businessUnitId === undefined || businessUnitId === about.businessUnitId ? 'brand' : 'no';
}

/** The same of the contact's primary address alone, which is what HubSpot's statuses and this product's writes are about. */
export function coversTypeAtPrimary(
  about: Subject,
  type: { readonly businessUnitId?: string },
): 'no' | 'portal' | 'brand' {
  return 'address' in about && about.address !== undefined ? 'no' : coversType(about, type);
}
