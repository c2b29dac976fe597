import type { Instant } from '../../evidence/consent-event.ts';
import { unreadable } from './client.ts';

/** HubSpot's times come as ISO text, as epoch milliseconds or as the client's `Date`; ours are ISO in UTC. */
export function instantOf(value: unknown): Instant {
  const date =
    value instanceof Date ? value : new Date(typeof value === 'number' ? value : String(value));
  if (Number.isNaN(date.getTime())) throw unreadable();
  return date.toISOString();
}
