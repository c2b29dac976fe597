import { HubSpotTrouble } from '../trouble.ts';

const HUBSPOT_ORIGIN = 'https://api.hubapi.com';

const LOOPBACK = /^http:\/\/127\.0\.0\.1:([1-9]\d{0,4})$/;

/**
 * Where the token may be sent: HubSpot, or an emulator on this very machine. Anything else fails closed.
 * Throws `HubSpotTrouble` with `not-configured`.
 */
export function apiOrigin(override: string | undefined): string {
  if (override === undefined) return HUBSPOT_ORIGIN;
  const port = Number(LOOPBACK.exec(override)?.[1] ?? Number.NaN);
  if (port >= 1 && port <= 65_535) return override;
  throw new HubSpotTrouble({ code: 'not-configured', mayHaveTakenEffect: false });
}
