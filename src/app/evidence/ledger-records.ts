import type { Change, ConsentEvent, Instant, StaffMember, Subject } from './consent-event.ts';
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
}

/** HubSpot tells the same change as an integration's; the merge makes one event of the two. */
export function eventsFromLedger(records: readonly LedgerRecord[]): ConsentEvent[] {
  return records.map((record) => {
    const { entry, at, writtenAt, staff, rules, askedBy, evidence, legalBasis, explanation } =
      record;
    return eventOf(record.about, record.change, {
      source: 'ledger',
      record: entry,
      at,
      ...(writtenAt > at ? { learnedAt: writtenAt } : {}),
      actor: { kind: 'this-card', ...(staff === undefined ? {} : { staff }) },
      ...(legalBasis === undefined ? {} : { legalBasis }),
      ...(explanation === undefined ? {} : { explanation }),
      card: {
        rules,
        ...(askedBy === undefined ? {} : { askedBy }),
        ...(evidence === undefined ? {} : { evidence }),
      },
      raw: { entry },
    });
  });
}
