import { conflicting } from './conflicts.ts';
import type { ConsentEvent, SourceName } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { SAME_MOMENT_MS } from './merge.ts';
import { withOneRowForEachAct } from './one-row.ts';
import { pastsOf, type AddressSince, type Past } from './past.ts';
import type { Absence, SourceAnswer, SourceRead } from './source.ts';
import { timeline } from './timeline.ts';

/** What became of asking one source. */
interface SourceReport {
  readonly source: SourceName;
  readonly absent?: Absence;
  readonly mayBeCut: boolean;
  readonly older?: string;
}

export interface Timeline {
  /** Newest first. */
  readonly events: readonly ConsentEvent[];
  /** What speaks for consent apart from HubSpot's status: forms, and the legal basis to process. Newest first. */
  readonly evidence: readonly ConsentEvent[];
  readonly sources: readonly SourceReport[];
  /** A source was cut, or has more pages than were read. */
  readonly olderMayExist: boolean;
  readonly pasts: ReadonlyMap<string, Past>;
}

/** One timeline of what all sources answered; what could not be read is said, and takes nothing else away. */
export function timelineOf(answers: readonly SourceAnswer[], address: AddressSince): Timeline {
  const reads = answers.filter((answer): answer is SourceRead => answer.kind === 'read');
  const all = timeline(reads.flatMap(({ events }) => events));
  const events = againstStatus(
    all.filter(({ about }) => about.kind !== 'form'),
    reads,
  );
  const sources = answers.map((answer) =>
    answer.kind === 'read'
      ? {
          source: answer.source,
          mayBeCut: answer.mayBeCut,
          ...(answer.older === undefined ? {} : { older: answer.older }),
        }
      : { source: answer.source, absent: answer.because, mayBeCut: false },
  );
  const pasts = pastsOf(events, reads, address);
  return {
    events: withOneRowForEachAct(events, address),
    evidence: all.filter(({ about }) => about.kind === 'form' || about.kind === 'legal-basis'),
    sources,
    olderMayExist:
      sources.some(
        (one) => one.source !== 'form-submissions' && 'older' in one && one.older !== undefined,
      ) || reads.some((read) => lacksOlder(read, pasts)),
    pasts,
  };
}

/** Something was cut; of a property's history that matters only where no other source tells the rest. */
function lacksOlder(
  { source, covers, mayBeCut }: SourceRead,
  pasts: ReadonlyMap<string, Past>,
): boolean {
  if (!mayBeCut || source !== 'property-history') return mayBeCut && source !== 'form-submissions';
  const cut = covers.flatMap(({ of, from }) =>
    from === undefined || of.kind === 'any-consent' ? [] : [pasts.get(subjectKey(of))],
  );
  return cut.length === 0 || cut.some((past) => past?.completeFrom !== -Infinity);
}

/** The newest change of a subject and HubSpot's status of today can't both be true if they end in different states. */
function againstStatus(
  events: readonly ConsentEvent[],
  reads: readonly SourceRead[],
): readonly ConsentEvent[] {
  const held = new Map(
    reads.flatMap(({ holds = [] }) => holds.map((one) => [subjectKey(one.about), one] as const)),
  );
  if (held.size === 0) return events;
  const seen = new Set<string>();
  return events.map((event) => {
    const key = subjectKey(event.about);
    const holding = held.get(key);
    if (holding === undefined || seen.has(key)) return event;
    seen.add(key);
    const isOut = event.change === 'opted-out';
    const isIn = event.change === 'opted-in' && event.about.kind === 'subscription';
    const agrees =
      isOut === (holding.state === 'opted-out') && (!isIn || holding.state === 'opted-in');
    const isOlder =
      holding.since !== undefined &&
      Date.parse(event.at) < Date.parse(holding.since) - SAME_MOMENT_MS;
    return agrees || isOlder ? event : conflicting(event, 'current-status');
  });
}
