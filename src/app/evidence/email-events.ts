import type { Change, ConsentEvent, Instant, OtherAddress, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOfLegacySource } from './recorded-source.ts';
import { at, reportedIn } from './subscription-timeline.ts';

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
  /** HubSpot sent it beside others: it may say how it stood then and not that it changed. */
  readonly isSentAlong?: boolean;
  readonly raw: Readonly<Record<string, string>>;
}

/**
 * The only source that is both of one address and may name a user (hubspot/apis.md §2.2). Of what is sent beside
 * other changes, an opt-out of everything is an event only where it differs from the one before, and so is an opt-in.
 */
export function eventsFromEmailEvents(
  records: readonly EmailEventRecord[],
  address?: OtherAddress,
): ConsentEvent[] {
  const newest = new Map<string, Change>();
  const events: ConsentEvent[] = [];
  for (const record of [...records].sort(oldestFirst)) {
    const { change, order = 0, cause, raw } = record;
    const about = at(record.about, address);
    const key = subjectKey(about);
    const before = newest.get(key);
    newest.set(key, change);
    if (record.isSentAlong === true && isAsBefore(about, change, before)) continue;
    events.push(
      eventOf(about, change, {
        source: 'email-events',
        record: cause,
        at: record.at,
        ...(order === 0 ? {} : { order }),
        actor:
          about.kind === 'deliverability'
            ? { kind: 'contact' }
            : actorOfLegacySource(record.source, record.requestedBy),
        cause,
        ...reportedIn(change, raw['status']),
        raw,
      }),
    );
  }
  return events;
}

/** Nobody is opted out of everything at first; a second opt-out of a type may be the contact's own, after another's. */
function isAsBefore({ kind }: Subject, change: Change, before: Change | undefined): boolean {
  if (kind === 'everything')
    return change !== 'changed' && (change === 'opted-out') === (before === 'opted-out');
  return change === 'opted-in' && before === 'opted-in';
}

function oldestFirst(a: EmailEventRecord, b: EmailEventRecord): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return (a.order ?? 0) - (b.order ?? 0);
}
