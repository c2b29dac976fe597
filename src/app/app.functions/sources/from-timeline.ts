import type { Instant, OtherAddress } from '../../evidence/consent-event.ts';
import { eventsFromOccurrences, type OccurrenceRecord } from '../../evidence/event-occurrences.ts';
import type { Coverage, SourceAnswer } from '../../evidence/source.ts';
import { eventsFromTimeline, type TimelineRecord } from '../../evidence/subscription-timeline.ts';
import { asked, pagesOf, type Asking } from './asking.ts';

/** The contact's own occurrences, as far back as the marks lead. */
export async function fromOccurrences(
  { hubspot, contactId }: Asking,
  marks: readonly string[] = [],
): Promise<{ readonly answer: SourceAnswer; readonly occurrences: Occurrences | undefined }> {
  let occurrences: Occurrences | undefined;
  const answer = await asked(
    'event-occurrences',
    async () => {
      const { records, older } = await pagesOf(marks, (mark) =>
        hubspot.sources.occurrences(contactId, mark),
      );
      occurrences = { records };
      return {
        events: eventsFromOccurrences(records),
        covers: [],
        mayBeCut: false,
        ...(older === undefined ? {} : { older }),
      };
    },
    marks,
  );
  return { answer, occurrences };
}

interface Occurrences {
  readonly records: readonly OccurrenceRecord[];
}

/** So many windows of the account's timeline make a page; the rest when somebody wants them. */
const WINDOWS = 4;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * The account's timeline can't be asked for one contact. Where the contact's occurrences are known, only the
 * minutes around them are asked for, newest first, and nothing happened between them. How far back HubSpot
 * keeps occurrences is not known, so what is older than all of them is read from the account's list, newest page
 * first; where there is no occurrence, or none can be read, that is all there is. Each mark asks for one page more.
 */
export function fromTimeline(
  asking: Asking,
  address: string,
  occurrences: Occurrences | undefined,
  marks: readonly string[] = [],
): Promise<SourceAnswer> {
  const read = () => aroundOccurrences(asking, address, occurrences?.records ?? [], marks);
  return asked('subscription-timeline', read, marks);
}

/** The mark of a page of windows is where it ends, and no mark of HubSpot's. */
const WINDOW = /^\d{4}-\d\d-\d\dT/;

async function aroundOccurrences(
  { hubspot, addresses }: Asking,
  address: string,
  occurred: readonly OccurrenceRecord[],
  marks: readonly string[],
) {
  const others = addresses.others.map((value, index) => ({ nth: index + 1, value }));
  const wanted = [address, ...addresses.others];
  const windows = windowsOf(occurred);
  const now = windows.slice(0, WINDOWS * (marks.filter((mark) => WINDOW.test(mark)).length + 1));
  const oldest = now.at(-1)?.from;
  const hasMoreWindows = windows.length > now.length;
  const [pages, before] = await Promise.all([
    Promise.all(now.map((window) => hubspot.sources.timeline(wanted, window))),
    hasMoreWindows
      ? undefined
      : pagesOf(
          marks.filter((mark) => !WINDOW.test(mark)),
          (mark) =>
            hubspot.sources.timeline(wanted, oldest === undefined ? {} : { to: oldest }, mark),
        ),
  ]);
  const records = [...pages.flatMap((page) => page.records), ...(before?.records ?? [])];
  const isWhole = before !== undefined && before.older === undefined;
  const end = before?.back ?? oldest;
  const cuts = [
    ...(isWhole || end === undefined ? [] : [end]),
    ...now.flatMap(({ to }, at) => (pages[at]?.older === undefined ? [] : [to])),
    ...unexplained(occurred, records, now, addresses.since),
  ].sort();
  const from = cuts.at(-1);
  const older = hasMoreWindows ? oldest : before?.older;
  // What happened to another address before it was this contact's is among no occurrences.
  const covered = [undefined, ...(windows.length === 0 ? others : [])];
  return {
    events: eventsFromTimeline(records, others),
    covers: covered.flatMap((other): Coverage[] =>
      isWhole || end !== undefined
        ? [{ of: consentsOf(other), ...(from === undefined ? {} : { from }) }]
        : [],
    ),
    mayBeCut: false,
    ...(older === undefined ? {} : { older }),
  };
}

function consentsOf(address: OtherAddress | undefined): Coverage['of'] {
  return { kind: 'any-consent', ...(address === undefined ? {} : { address }) };
}

/** Minutes around what happened, newest first; what is less than an hour apart shares a window. */
function windowsOf(
  occurred: readonly OccurrenceRecord[],
): { readonly from: Instant; readonly to: Instant }[] {
  const times = occurred.map(({ at }) => Date.parse(at)).sort((a, b) => b - a);
  const windows: { from: number; to: number }[] = [];
  for (const time of times) {
    const last = windows.at(-1);
    if (last !== undefined && last.from - time < HOUR_MS) last.from = time - MINUTE_MS;
    else windows.push({ from: time - MINUTE_MS, to: time + MINUTE_MS });
  }
  return windows.map(({ from, to }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }));
}

/** An occurrence without its row means that the timeline lacks something up to then. */
function unexplained(
  occurred: readonly OccurrenceRecord[],
  records: readonly TimelineRecord[],
  windows: readonly { readonly from: Instant; readonly to: Instant }[],
  since: Instant = '',
): Instant[] {
  const causes = new Set(records.map(({ cause }) => cause));
  const oldest = windows.at(-1)?.from ?? '';
  return occurred
    .filter(({ id, at }) => at >= oldest && at >= since && !causes.has(id))
    .map(({ at }) => new Date(Date.parse(at) + 1).toISOString());
}
