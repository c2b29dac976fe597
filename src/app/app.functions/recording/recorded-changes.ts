import type { LedgerRecord } from '../../evidence/ledger-records.ts';
import type { StaffMember, Subject } from '../../evidence/consent-event.ts';
import type { Entry } from '../../ledger/entry.ts';
import { recordedOf } from '../../ledger/requests.ts';
import type { RecordedSubject, Statement, Who } from '../../ledger/statement.ts';

/** The changes that were recorded as done, at whatever address of the contact, beside what HubSpot tells. */
export function recordedChanges(entries: readonly Entry[]): LedgerRecord[] {
  return entries.flatMap((entry) => {
    const { statement, hash, keptAt } = entry;
    if (statement.kind === 'late') {
      // HubSpot tells the change itself; the entry only says that nothing was recorded of it in time.
      return [];
    }
    if (statement.kind !== 'outcome' || statement.result !== 'done') return [];
    const asked = recordedOf(entries, statement.requestId).asked;
    const wish = asked?.statement;
    const isAsked = wish?.kind === 'intent' || wish?.kind === 'undo';
    const staff = isAsked ? staffOf(wish.who) : undefined;
    const { evidence } = asked?.personal ?? {};
    const undone = wish?.kind === 'undo' ? changeOf(wish.undoes, entries) : undefined;
    const ended = isAsked ? endedBy(wish, asked) : undefined;
    return [
      {
        entry: hash,
        about: aboutOf(statement.subject),
        change: statement.change,
        // What holds since then may be another change that followed.
        at: (statement.because === undefined ? statement.after.since : undefined) ?? statement.at,
        writtenAt: keptAt,
        rules: isAsked ? wish.decision.rules : [],
        ...(staff === undefined ? {} : { staff }),
        ...(isAsked && wish.onRequestOf.kind === 'contact' ? { askedBy: wish.onRequestOf.by } : {}),
        ...(evidence === undefined ? {} : { evidence: evidence.value }),
        ...(wish?.kind === 'intent' ? groundOf(wish, asked) : {}),
        ...(undone === undefined ? {} : { undoes: undone }),
        ...(ended === undefined ? {} : { ended }),
      },
    ];
  });
}

type Requested = Extract<Statement, { kind: 'intent' | 'undo' }>;

/** What was given for a change. An undo gives nothing: it brings back what was before. */
function groundOf({ legalBasis }: Requested, asked: Entry | undefined) {
  const explanation = asked?.personal.explanation?.value;
  return {
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function changeOf(
  requestId: string,
  entries: readonly Entry[],
): LedgerRecord['change'] | undefined {
  const undone = recordedOf(entries, requestId).asked?.statement;
  return undone?.kind === 'intent' ? undone.change : undefined;
}

/** The consent that a change ended, where HubSpot had a basis of it. */
function endedBy(
  { subject, before: { state, since, legalBasis } }: Requested,
  asked: Entry | undefined,
): LedgerRecord['ended'] {
  const explanation = asked?.personal.earlierExplanation?.value;
  const hasGround = legalBasis !== undefined || explanation !== undefined;
  if (subject.kind !== 'subscription' || state !== 'opted-in' || !hasGround) return undefined;
  if (since === undefined) return undefined;
  return {
    at: since,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function staffOf(who: Who): StaffMember | undefined {
  return who.kind === 'staff' ? { userId: who.userId, identity: who.identity } : undefined;
}

/** A recorded subject in the words of evidence. */
export function aboutOf(
  subject: RecordedSubject,
): Extract<Subject, { kind: 'subscription' | 'everything' | 'marketing-status' }> {
  if (subject.kind !== 'everything') return subject;
  const { kind, businessUnitId } = subject;
  return { kind, ...(businessUnitId === undefined ? {} : { businessUnitId }) };
}
