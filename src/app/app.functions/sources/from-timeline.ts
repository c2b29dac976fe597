import type { Instant } from '../../evidence/consent-event.ts';
import { eventsFromOccurrences, type OccurrenceRecord } from '../../evidence/event-occurrences.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
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
 * minutes around them are asked for, newest first, and nothing happened between them; how far back HubSpot
 * keeps occurrences is not known, so before the oldest nothing is claimed. Where they can't be read, the
 * newest page of the whole account is all there is at first. Each mark asks for one page more.
 */
export function fromTimeline(
  asking: Asking,
  address: string,
  occurrences: Occurrences | undefined,
  marks: readonly string[] = [],
): Promise<SourceAnswer> {
  const read = () =>
    occurrences === undefined
      ? newestOfAccount(
          asking,
          address,
          marks.filter((mark) => !WINDOW.test(mark)),
        )
      : aroundOccurrences(asking, address, occurrences, marks.length + 1);
  return asked('subscription-timeline', read, marks);
}

/** The mark of a page of windows is where it ends, and no mark of HubSpot's. */
const WINDOW = /^\d{4}-\d\d-\d\dT/;

async function newestOfAccount({ hubspot }: Asking, address: string, marks: readonly string[]) {
  const { records, older, back } = await pagesOf(marks, (mark) =>
    hubspot.sources.timeline(address, {}, mark),
  );
  const from = older === undefined ? undefined : back;
  return {
    events: eventsFromTimeline(records),
    covers: [{ of: { kind: 'any-consent' }, ...(from === undefined ? {} : { from }) } as const],
    mayBeCut: false,
    ...(older === undefined ? {} : { older }),
  };
}

async function aroundOccurrences(
  { hubspot, addresses }: Asking,
  address: string,
  { records: occurred }: Occurrences,
  pageCount: number,
) {
  const windows = windowsOf(occurred);
  const now = windows.slice(0, WINDOWS * pageCount);
  const pages = await Promise.all(now.map((window) => hubspot.sources.timeline(address, window)));
  const records = pages.flatMap((page) => page.records);
  const oldest = now.at(-1)?.from;
  const cuts = [
    ...(oldest === undefined ? [] : [oldest]),
    ...now.flatMap(({ to }, at) => (pages[at]?.older === undefined ? [] : [to])),
    ...unexplained(occurred, records, now, addresses.since),
  ].sort();
  const from = cuts.at(-1);
  return {
    events: eventsFromTimeline(records),
    covers: from === undefined ? [] : [{ of: { kind: 'any-consent' }, from } as const],
    mayBeCut: false,
    ...(oldest === undefined || windows.length === now.length ? {} : { older: oldest }),
  };
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
