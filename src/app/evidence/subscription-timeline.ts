import type { Change, ConsentEvent, Instant, OtherAddress, Subject } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOfLegacySource } from './recorded-source.ts';

/** One change in HubSpot's legacy subscription timeline, of one address of the contact. */
export interface TimelineRecord {
  readonly at: Instant;
  readonly about: Subject;
  readonly change: Change;
  readonly source: string;
  readonly cause: string;
  readonly order?: number;
  readonly raw: Readonly<Record<string, string>>;
}

/** Tells which type changed and on whose side, and no names (hubspot/apis.md §2.1). */
export function eventsFromTimeline(
  records: readonly TimelineRecord[],
  address?: OtherAddress,
): ConsentEvent[] {
  return records.map((record) =>
    eventOf(at(record.about, address), record.change, {
      source: 'subscription-timeline',
      record: record.cause,
      at: record.at,
      ...(record.order === undefined || record.order === 0 ? {} : { order: record.order }),
      actor: actorOfLegacySource(record.source),
      cause: record.cause,
      raw: record.raw,
    }),
  );
}

/** The same subject, of another address. */
export function at(about: Subject, address: OtherAddress | undefined): Subject {
  const isOfAddress =
    about.kind === 'subscription' || about.kind === 'everything' || about.kind === 'deliverability';
  return address === undefined || !isOfAddress ? about : { ...about, address };
}
