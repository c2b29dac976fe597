import type { Change, ConsentEvent, Instant, OtherAddress, Subject } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOfLegacySource } from './recorded-source.ts';
import { at } from './subscription-timeline.ts';

/** One change in HubSpot's legacy e-mail events of one address; an event may tell of several. */
export interface EmailEventRecord {
  readonly at: Instant;
  readonly about: Subject;
  readonly change: Change;
  readonly source: string;
  /** The user who acted on the recipient's behalf. */
  readonly requestedBy?: string;
  readonly cause: string;
  readonly order?: number;
  readonly raw: Readonly<Record<string, string>>;
}

/** The only source that is both of one address and may name a user (hubspot/apis.md §2.2). */
export function eventsFromEmailEvents(
  records: readonly EmailEventRecord[],
  address?: OtherAddress,
): ConsentEvent[] {
  return records.map((record) =>
    eventOf(at(record.about, address), record.change, {
      source: 'email-events',
      record: record.cause,
      at: record.at,
      ...(record.order === undefined || record.order === 0 ? {} : { order: record.order }),
      actor: actorOfLegacySource(record.source, record.requestedBy),
      cause: record.cause,
      raw: record.raw,
    }),
  );
}
