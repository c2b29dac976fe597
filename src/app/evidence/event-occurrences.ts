import type { ConsentEvent, Instant } from './consent-event.ts';
import { eventOf } from './event-of.ts';

/** "Updated subscription" among a contact's event occurrences: that something was opted out of or in to, not what. */
export interface OccurrenceRecord {
  /** The same as the causing event's id in the legacy timeline. */
  readonly id: string;
  readonly at: Instant;
  /** Absent where HubSpot's value is not understood: then it may be either. */
  readonly optedOut?: boolean;
  readonly order?: number;
  /** The app that made the change, where HubSpot says one. */
  readonly appName?: string;
  readonly raw: Readonly<Record<string, string>>;
}

/**
 * Untyped events. The merge gives each to the change with the same cause, else to the one change that it
 * fits; what fits nothing stays "some subscription" (hubspot/apis.md §2.3).
 */
export function eventsFromOccurrences(records: readonly OccurrenceRecord[]): ConsentEvent[] {
  return records.map(({ id, at, optedOut, order = 0, appName, raw }) => {
    const change = optedOut === undefined ? 'changed' : optedOut ? 'opted-out' : 'opted-in';
    return eventOf({ kind: 'some-subscription' }, change, {
      source: 'event-occurrences',
      record: id,
      at,
      ...(order === 0 ? {} : { order }),
      actor: appName === undefined ? { kind: 'someone' } : { kind: 'integration', name: appName },
      cause: id,
      untyped: change,
      raw,
    });
  });
}
