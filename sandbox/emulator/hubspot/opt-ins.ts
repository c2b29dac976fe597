import {
  everythingOf,
  consentsOf,
  isOutOfEverything,
  setEverything,
  setStatus,
  type Change,
} from './consents.ts';
import type { PortalData } from './entities.ts';

/** What an opt-in to one type meets where everything is opted out. */
type UnderOptOutOfEverything = PortalData['assumptions']['datedOptInUnderOptOutOfEverything'];

/**
 * Opts an address in to one type. False where HubSpot refuses it under an opt-out of everything; nothing is
 * changed then.
 */
export function optIn(
  data: PortalData,
  address: string,
  typeId: string,
  change: Change,
  under: UnderOptOutOfEverything,
): boolean {
  const brand = data.types.find(({ id }) => id === typeId)?.brand ?? 0;
  const isOut = isOutOfEverything(consentsOf(data, address), { brand });
  if (isOut && under === 'refused') return false;
  setStatus(data, address, typeId, 'SUBSCRIBED', change);
  if (isOut && under === 'lifts-it') liftEverything(data, address, brand, change);
  return true;
}

export function ownReturn({ assumptions }: PortalData): UnderOptOutOfEverything {
  return assumptions.ownReturnLiftsOptOutOfEverything ? 'lifts-it' : 'leaves-it';
}

export function staffOptIn({ assumptions }: PortalData): UnderOptOutOfEverything {
  return assumptions.staffOptInLiftsOptOutOfEverything ? 'lifts-it' : 'leaves-it';
}

/** Lifts the account's opt-out of everything and the brand's, where there are any. */
function liftEverything(data: PortalData, address: string, brand: number, change: Change): void {
  for (const level of new Set([0, brand])) {
    if (everythingOf(consentsOf(data, address), level)?.state !== 'UNSUBSCRIBED') continue;
    setEverything(data, address, 'NOT_SPECIFIED', change, level);
  }
}
