import type { Change, ConsentEvent, Instant, OtherAddress, Subject } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOfLegacySource } from './recorded-source.ts';

/** One change in HubSpot's legacy subscription timeline, of one of the addresses that were asked for. */
export interface TimelineRecord {
  /** The address, by its place among those that were asked for; the first where absent. */
  readonly nth?: number;
  readonly at: Instant;
  readonly about: Subject;
  readonly change: Change;
  readonly source: string;
  readonly cause: string;
  readonly order?: number;
  readonly raw: Readonly<Record<string, string>>;
}

/**
 * Tells which type changed and on whose side, and no names (hubspot/apis.md §2.1). `others` are the addresses
 * that were asked for after the primary one, in their order.
 */
export function eventsFromTimeline(
  records: readonly TimelineRecord[],
  others: readonly OtherAddress[] = [],
): ConsentEvent[] {
  return records.map((record) =>
    eventOf(at(record.about, others[(record.nth ?? 0) - 1]), record.change, {
      source: 'subscription-timeline',
      record: record.cause,
      at: record.at,
      ...(record.order === undefined || record.order === 0 ? {} : { order: record.order }),
      actor: actorOfLegacySource(record.source),
      cause: record.cause,
      ...reportedIn(record.change, record.raw['change']),
      raw: record.raw,
    }),
  );
}

/** HubSpot's own word for a change, where it is none that is known. */
export function reportedIn(
  change: Change,
  word: string | undefined,
): { readonly reportedValue?: string } {
  return change === 'changed' && word !== undefined ? { reportedValue: word } : {};
}

/** The same subject, of another address. */
export function at(about: Subject, address: OtherAddress | undefined): Subject {
  const isOfAddress =
    about.kind === 'subscription' || about.kind === 'everything' || about.kind === 'deliverability';
  return address === undefined || !isOfAddress ? about : { ...about, address };
}
