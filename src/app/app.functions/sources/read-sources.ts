import { ReadBackTo } from '../../contract/requests.ts';
import type { SourceName } from '../../evidence/consent-event.ts';
import { eventsFromLedger, type LedgerRecord } from '../../evidence/ledger-records.ts';
import { NEEDS, type SourceAnswer } from '../../evidence/source.ts';
import { namelessUsers, withStaffNames } from '../../evidence/staff-names.ts';
import { timelineOf, type Timeline } from '../../evidence/whole-timeline.ts';
import { asked, type Asking } from './asking.ts';
import { fromEmailEvents } from './from-email-events.ts';
import { fromProperties } from './from-properties.ts';
import { fromStatuses } from './from-statuses.ts';
import { fromSubmissions } from './from-submissions.ts';
import { fromOccurrences, fromTimeline } from './from-timeline.ts';

/** Other addresses whose consents are read too; the rest is said not to have been asked. */
const MOST_OTHERS = 2;

interface Wanted {
  /** Sources that are not to be asked, such as those whose scope the app is known to lack. */
  readonly without?: readonly SourceName[];
  /** Sources that no scope of the app's reaches: not asked either, and said to lack it. */
  readonly unpermitted?: readonly SourceName[];
  /** Whether the names of colleagues may be asked for; they may where nothing is said. */
  readonly named?: boolean;
  /** How far back the sources with several pages are read; their first pages where nothing is said. */
  readonly backTo?: ReadBackTo;
  /** This product's own record of the contact. */
  readonly ledger?: () => Promise<readonly LedgerRecord[]>;
}

/**
 * Asks all sources in two waves: what needs nothing but the contact, and then what the first wave leads to.
 * Throws only what is no trouble with one source, or with an older page.
 */
export async function readSources(
  asking: Asking,
  { without = [], unpermitted = [], backTo = {}, ledger }: Wanted = {},
): Promise<SourceAnswer[]> {
  const { primary } = asking.addresses;
  const isLeftOut = (source: SourceName) =>
    without.includes(source) || unpermitted.includes(source);
  const leftOut = (source: SourceName) =>
    unpermitted.includes(source) ? outOfScope(source) : notAsked(source);
  const unless = (
    source: SourceName,
    ask: () => Promise<SourceAnswer>,
    isAskable = true,
  ): Promise<SourceAnswer> =>
    isAskable && !isLeftOut(source) ? ask() : Promise.resolve(leftOut(source));

  const address = primary ?? '';
  const hasAddress = primary !== undefined;
  const [properties, statuses, emailEvents, occurred, own] = await Promise.all([
    unless('property-history', () => fromProperties(asking)),
    unless('current-status', () => fromStatuses(asking, address), hasAddress),
    unless(
      'email-events',
      () => fromEmailEvents(asking, address, backTo['email-events']),
      hasAddress,
    ),
    isLeftOut('event-occurrences')
      ? Promise.resolve({ answer: leftOut('event-occurrences'), occurrences: undefined })
      : fromOccurrences(asking, backTo['event-occurrences']),
    unless('ledger', () => fromLedger(ledger), ledger !== undefined),
  ]);
  const known = properties.kind === 'read' ? properties.events : [];
  const [timeline, submissions, others] = await Promise.all([
    unless(
      'subscription-timeline',
      () => fromTimeline(asking, address, occurred.occurrences, backTo['subscription-timeline']),
      hasAddress,
    ),
    unless('form-submissions', () => fromSubmissions(asking, address, known), hasAddress),
    fromOthers(asking, [...without, ...unpermitted]),
  ]);
  return [
    properties,
    statuses,
    emailEvents,
    occurred.answer,
    own,
    timeline,
    submissions,
    ...others,
  ];
}

/** What to ask for to read one page more of each source that has one; nothing where none has, or none may be asked for. */
export function furtherThan(
  backTo: ReadBackTo,
  sources: readonly { readonly source: SourceName; readonly older?: string }[],
): ReadBackTo | undefined {
  const further = sources.flatMap(({ source, older }) => {
    if (older === undefined) return [];
    const marks = [...((backTo as Marks)[source] ?? []), older];
    return ReadBackTo.safeParse({ [source]: marks }).success ? [[source, marks] as const] : [];
  });
  return further.length === 0 ? undefined : { ...backTo, ...Object.fromEntries(further) };
}

type Marks = Readonly<Partial<Record<SourceName, readonly string[]>>>;

/** Reads everything once and makes one timeline of it. */
export async function wholeTimeline(asking: Asking, wanted: Wanted = {}): Promise<Timeline> {
  const { since } = asking.addresses;
  const timeline = timelineOf(
    await readSources(asking, wanted),
    since === undefined ? {} : { addressSince: since },
  );
  if (wanted.named === false) return timeline;
  const names = await asking.hubspot.sources.userNames(namelessUsers(timeline.events));
  return { ...timeline, events: withStaffNames(timeline.events, names) };
}

async function fromOthers(asking: Asking, without: readonly SourceName[]): Promise<SourceAnswer[]> {
  const { others } = asking.addresses;
  const answers = await Promise.all(
    others.slice(0, MOST_OTHERS).flatMap((value, index) => {
      const other = { nth: index + 1, value };
      return [
        ...(without.includes('current-status') ? [] : [fromStatuses(asking, value, other)]),
        ...(without.includes('email-events')
          ? []
          : [fromEmailEvents(asking, value, undefined, other)]),
      ];
    }),
  );
  return others.length > MOST_OTHERS ? [...answers, notAsked('current-status')] : answers;
}

function fromLedger(read: Wanted['ledger']): Promise<SourceAnswer> {
  return asked('ledger', async () => ({
    events: eventsFromLedger((await read?.()) ?? []),
    covers: [],
    mayBeCut: false,
  }));
}

function outOfScope(source: SourceName): SourceAnswer {
  const scope = NEEDS[source][0] ?? '';
  return { kind: 'not-readable', source, because: { code: 'missing-scope', scope } };
}

function notAsked(source: SourceName): SourceAnswer {
  return { kind: 'not-readable', source, because: { code: 'not-asked' } };
}
