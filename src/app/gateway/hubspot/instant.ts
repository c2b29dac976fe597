import type { Instant } from '../../evidence/consent-event.ts';
import { unreadable } from './client.ts';

/** ISO 8601 with a time and a zone: without a zone the machine's own would be taken. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Beyond it an instant is written with more than four digits of a year, and no longer sorts as text. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * HubSpot's times come as ISO text or as epoch milliseconds; ours are ISO in UTC. The epoch is HubSpot's "never", and
 * nothing in HubSpot is older. Throws `HubSpotTrouble` for anything else. A time to come is read as it is: whether it
 * can be believed is for whoever knows what time it is now.
 */
export function instantOf(value: unknown): Instant {
  const date = new Date(
    typeof value === 'number' || (typeof value === 'string' && ISO.test(value)) ? value : NaN,
  );
  const ms = date.getTime();
  if (!(ms >= 0 && ms <= LATEST)) throw unreadable();
  return date.toISOString();
}
