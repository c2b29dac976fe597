import type { CurrentStatus } from '../../evidence/current-status.ts';
import { subjectKey } from '../../evidence/consent-event.ts';
import type { RecordedChange, RecordedSubject, Standing } from '../../ledger/statement.ts';
import type { Evidence } from '../gather.ts';
import { aboutOf } from '../recording/recorded-changes.ts';

/** What HubSpot says of one subject at the moment of reading; `unknown` where it did not say. */
export function standingOf(subject: RecordedSubject, evidence: Evidence): Standing {
  if (subject.kind === 'marketing-status') {
    const { marketing } = evidence.contact;
    if (marketing.kind === 'unavailable' || marketing.kind === 'not-known') {
      return { state: 'unknown' };
    }
    const isLeaving = marketing.kind === 'marketing' && marketing.untilNextUpdateDate;
    return { state: isLeaving ? 'non-marketing' : marketing.kind };
  }
  if (statusesOf(subject, evidence) === undefined) return { state: 'unknown' };
  const status = statusOf(subject, evidence);
  if (status === undefined) return { state: 'not-specified' };
  return {
    state: status.state,
    ...(status.at === undefined || Date.parse(status.at) <= 0 ? {} : { since: status.at }),
    ...(status.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
  };
}

/** HubSpot's current status of it, where HubSpot lists one. */
export function statusOf(
  subject: Exclude<RecordedSubject, { kind: 'marketing-status' }>,
  evidence: Pick<Evidence, 'statuses' | 'everything'>,
): CurrentStatus | undefined {
  const key = keyOf(subject);
  return statusesOf(subject, evidence)?.find(({ about }) => subjectKey(about) === key);
}

/** HubSpot's statuses among which the subject's stands; `undefined` where they could not be read. */
function statusesOf(
  { kind }: Exclude<RecordedSubject, { kind: 'marketing-status' }>,
  { statuses, everything }: Pick<Evidence, 'statuses' | 'everything'>,
): readonly CurrentStatus[] | undefined {
  return kind === 'subscription' ? statuses : everything;
}

/** The key under which evidence speaks of the same subject. */
export function keyOf(subject: RecordedSubject): string {
  return subjectKey(aboutOf(subject));
}

/** The state that a change brings about. */
export function goalOf(change: RecordedChange): Standing['state'] {
  switch (change) {
    case 'opted-in':
    case 'opted-out':
      return change;
    case 'cleared':
      return 'not-specified';
    case 'set-marketing':
      return 'marketing';
    case 'set-non-marketing':
      return 'non-marketing';
  }
}
