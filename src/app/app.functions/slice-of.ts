import { FIRST_EVENTS, type Slice } from '../contract/slice.ts';
import type { History } from '../contract/snapshot.ts';

type Lists = Pick<History, 'events' | 'evidence'>;

/**
 * The wanted part of a timeline, and how much of what was read is older still. Both lists are cut at the same place,
 * each by its own count, so that many events never push evidence out.
 */
export function sliceOf(
  { events, evidence }: Lists,
  { from = 0, most = FIRST_EVENTS }: Slice = {},
): Lists & Pick<History, 'leftOut'> {
  const end = from + most;
  const leftOut = {
    events: Math.max(0, events.length - end),
    evidence: Math.max(0, evidence.length - end),
  };
  return {
    events: events.slice(from, end),
    evidence: evidence.slice(from, end),
    ...(leftOut.events + leftOut.evidence === 0 ? {} : { leftOut }),
  };
}
