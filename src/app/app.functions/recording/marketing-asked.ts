import type { MarketingRequest } from '../../contract/snapshot.ts';
import { recordedOf } from '../../ledger/requests.ts';
import type { Organisation } from '../../policy/organisation.ts';
import type { Evidence } from '../gather.ts';
import { marketingRequestOf, type AskedOfMarketing } from '../marketing-request.ts';
import { entriesOf } from './ledger-of.ts';

/** How far the newest request to change marketing status is, by HubSpot's property and our record together. */
export function requestIn(
  evidence: Evidence,
  { marketingWaitMinutes: waitMinutes }: Pick<Organisation, 'marketingWaitMinutes'>,
): MarketingRequest | undefined {
  const { contact, timeline, readAt } = evidence;
  const entries = entriesOf(evidence.ledger);
  const seen = contact.marketingRequest;
  const isOurs =
    seen?.requestId !== undefined && isAskedOfMarketing(recordedOf(entries, seen.requestId).asked);
  const sent = sentIn(evidence);
  return marketingRequestOf({
    ...(seen === undefined ? {} : { seen: { ...seen, isOurs } }),
    ...(sent === undefined ? {} : { sent }),
    status: contact.marketing,
    events: timeline,
    now: new Date(readAt).toISOString(),
    waitMinutes,
  });
}

/** The newest request of ours that did not fail on its way. */
function sentIn({ ledger }: Evidence): AskedOfMarketing['sent'] {
  const entries = entriesOf(ledger);
  const newest = entries.findLast((entry) => {
    if (!isAskedOfMarketing(entry)) return false;
    const end = recordedOf(entries, entry.statement.requestId).outcome?.statement;
    return !(end?.kind === 'outcome' && end.result === 'not-done');
  })?.statement;
  if (newest?.kind !== 'intent') return undefined;
  const { requestId, at, change } = newest;
  return { requestId, at, to: change === 'set-marketing' ? 'marketing' : 'non-marketing' };
}

function isAskedOfMarketing(entry: ReturnType<typeof entriesOf>[number] | undefined): boolean {
  return entry?.statement.kind === 'intent' && entry.statement.subject.kind === 'marketing-status';
}
