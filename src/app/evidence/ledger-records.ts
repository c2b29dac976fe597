import type { Change, ConsentEvent, Instant, StaffMember, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { eventOf } from './event-of.ts';

/** A change that this product made and wrote down: what a ledger must be able to tell of an outcome. */
export interface LedgerRecord {
  /** The entry's position in the contact's chain. */
  readonly entry: string;
  readonly about: Subject;
  readonly change: Extract<
    Change,
    'opted-in' | 'opted-out' | 'cleared' | 'set-marketing' | 'set-non-marketing'
  >;
  /** When HubSpot was seen to have it. */
  readonly at: Instant;
  readonly writtenAt: Instant;
  readonly staff?: StaffMember;
  readonly rules: readonly string[];
  /** How the contact's own wish reached the staff member, where it was theirs. */
  readonly askedBy?: string;
  readonly evidence?: string;
  readonly legalBasis?: string;
  readonly explanation?: string;
  /** The change that this one took back. */
  readonly undoes?: LedgerRecord['change'];
  /** The consent that this change ended, as HubSpot's status had it before. HubSpot keeps its basis nowhere else. */
  readonly ended?: {
    readonly at: Instant;
    readonly legalBasis?: string;
    readonly explanation?: string;
  };
}

/** HubSpot tells the same changes as an integration's or others'; the merge makes one event of the two. */
export function eventsFromLedger(records: readonly LedgerRecord[]): ConsentEvent[] {
  return [...records.map(changeIn), ...endedConsents(records)];
}

function changeIn(record: LedgerRecord): ConsentEvent {
  const { entry, at, writtenAt, staff, rules, askedBy, evidence, undoes } = record;
  return eventOf(record.about, record.change, {
    source: 'ledger',
    record: entry,
    at,
    ...(writtenAt > at ? { learnedAt: writtenAt } : {}),
    actor: { kind: 'this-card', ...(staff === undefined ? {} : { staff }) },
    ...groundOf(record),
    card: {
      rules,
      ...(askedBy === undefined ? {} : { askedBy }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(undoes === undefined ? {} : { undoes }),
    },
    raw: { entry },
  });
}

/** Each once, and none that this product made and has a record of by itself. */
function endedConsents(records: readonly LedgerRecord[]): ConsentEvent[] {
  const known = new Set(records.map(({ about, change, at }) => idOf(about, change, at)));
  return records.flatMap(({ entry, about, ended }) => {
    if (ended === undefined || known.has(idOf(about, 'opted-in', ended.at))) return [];
    known.add(idOf(about, 'opted-in', ended.at));
    return [
      eventOf(about, 'opted-in', {
        source: 'ledger',
        record: `${entry}:ended`,
        at: ended.at,
        // The status did not say for certain whose it was.
        actor: { kind: 'someone' },
        ...groundOf(ended),
        raw: { entry },
      }),
    ];
  });
}

function groundOf({ legalBasis, explanation }: Pick<LedgerRecord, 'legalBasis' | 'explanation'>) {
  return {
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function idOf(about: Subject, change: Change, at: Instant): string {
  return `${subjectKey(about)} ${change} ${at}`;
}
