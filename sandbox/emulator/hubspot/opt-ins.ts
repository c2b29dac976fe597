import { consentsOf, everythingOf, setEverything, setStatus, type Change } from './consents.ts';
import type { PortalData } from './entities.ts';

/**
 * Opts an address in to one type. With `lifts-it` an opt-out of everything is taken back, the account's and that of
 * the type's brand, where there are any.
 */
export function optIn(
  data: PortalData,
  address: string,
  typeId: string,
  change: Change,
  under: 'leaves-it' | 'lifts-it',
): void {
  setStatus(data, address, typeId, 'SUBSCRIBED', change);
  if (under === 'leaves-it') return;
  const brand = data.types.find(({ id }) => id === typeId)?.brand ?? 0;
  for (const level of new Set([0, brand])) {
    if (everythingOf(consentsOf(data, address), level)?.state !== 'UNSUBSCRIBED') continue;
    setEverything(data, address, 'NOT_SPECIFIED', change, level);
  }
}
