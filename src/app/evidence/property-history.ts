import type {
  Actor,
  Change,
  ConsentEvent,
  Instant,
  RecordEvent,
  Subject,
  Witness,
} from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { legalBasesIn } from './legal-bases.ts';
import { actorOf, isCopied, type RecordedSource } from './recorded-source.ts';

/** One past value of a contact property, in our words: the gateway has already read what it means. */
export interface PropertyVersion {
  readonly about: Subject;
  readonly change: Change;
  readonly at: Instant;
  readonly source: RecordedSource;
  readonly property: string;
  readonly value: string;
  /** The position among the property's versions of the same instant, oldest 0. */
  readonly order?: number;
  /** HubSpot may have dropped older versions of this property. */
  readonly mayBeCut?: boolean;
  /** What other properties of the same instant say of it, such as why a contact is a marketing contact. */
  readonly detail?: Readonly<Record<string, string>>;
}

/**
 * Turns property history into events. A version that repeats the value before it is an event only where it
 * tells of consent: somebody opted out or in again. A first version that says "nothing" is none.
 */
export function eventsFromHistory(
  versions: readonly PropertyVersion[],
  thisAppId: string | undefined,
): ConsentEvent[] {
  const newest = new Map<string, PropertyVersion>();
  const events: ConsentEvent[] = [];
  const sorted = [...versions].sort(byTime);
  const recordEventAt = recordEventsIn(sorted);
  for (const version of sorted) {
    const { about, change, mayBeCut = false } = version;
    const key = subjectKey(about);
    const before = newest.get(key);
    newest.set(key, version);
    const isFirst = before === undefined;
    if (endsNoComplaint(about, change)) continue;
    if (isFirst && saysNothingFirst(about, change, mayBeCut)) continue;
    if (!isFirst && !REPEATS_COUNT.has(about.kind) && saysTheSame(before, version)) continue;
    const recordEvent = isConsent(about) ? recordEventAt(Date.parse(version.at)) : undefined;
    events.push(
      eventOf(about, change, {
        ...witnessOf(version, thisAppId),
        ...(isFirst && mayBeCut ? { isOldestKept: true } : {}),
        ...(recordEvent === undefined ? {} : { recordEvent }),
      }),
    );
  }
  return events;
}

const REPEATS_COUNT: ReadonlySet<Subject['kind']> = new Set([
  'subscription',
  'everything',
  'form',
  'contact',
]);

/**
 * Another quarantine reason, or none, is written over a spam complaint when HubSpot quarantines again or lifts a
 * quarantine; that the contact took the complaint back is in neither.
 */
function endsNoComplaint(about: Subject, change: Change): boolean {
  return about.kind === 'deliverability' && about.of === 'spam-complaint' && change === 'unblocked';
}

/** What a property says that was just created, or a contact's first address. */
function saysNothingFirst({ kind }: Subject, change: Change, mayBeCut: boolean): boolean {
  switch (change) {
    case 'cleared':
    case 'address-changed':
      return !mayBeCut;
    case 'staying-marketing':
    case 'unblocked':
      return true;
    case 'opted-in':
      return kind === 'everything' && !mayBeCut;
    default:
      return false;
  }
}

/** Changes that may be made again with another value, which is another change. */
const BY_VALUE: ReadonlySet<Change> = new Set(['basis-recorded', 'blocked', 'changed']);

function saysTheSame(before: PropertyVersion, after: PropertyVersion): boolean {
  if (before.change !== after.change) return false;
  return !BY_VALUE.has(after.change) || meaningOf(before) === meaningOf(after);
}

/** The order of several values, and the letter case and spaces around one, are no difference. */
function meaningOf({ about, value }: PropertyVersion): string {
  return about.kind === 'legal-basis'
    ? legalBasesIn(value).sort().join(';')
    : value.trim().toLowerCase();
}

const SAME_SECOND_MS = 1_000;

/** Finds what happened to the record within a second; asked in order of time. */
function recordEventsIn(
  sorted: readonly PropertyVersion[],
): (ms: number) => RecordEvent | undefined {
  let hasAddress = false;
  const found = sorted.flatMap(
    ({ about, change, at, mayBeCut }): { ms: number; is: RecordEvent }[] => {
      if (about.kind !== 'contact') return [];
      const ms = Date.parse(at);
      if (change === 'merged') return [{ ms, is: change }];
      const is = hasAddress || mayBeCut ? 'address-changed' : 'created';
      hasAddress = true;
      return [{ ms, is }];
    },
  );
  let next = 0;
  return (ms) => {
    while ((found[next]?.ms ?? Infinity) < ms - SAME_SECOND_MS) next += 1;
    const near = found[next];
    return near !== undefined && near.ms <= ms + SAME_SECOND_MS ? near.is : undefined;
  };
}

function isConsent({ kind }: Subject): boolean {
  return kind === 'subscription' || kind === 'everything';
}

function witnessOf(version: PropertyVersion, thisAppId: string | undefined): Witness {
  const { property, value, at, order = 0, source, detail = {} } = version;
  const reportedValue = reportedValueOf(version);
  return {
    source: 'property-history',
    record: `${property}@${at}#${String(order)}`,
    at,
    ...(order === 0 ? {} : { order }),
    actor: actorFor(version, thisAppId),
    ...(version.change === 'basis-recorded' ? { legalBasis: value } : {}),
    ...(reportedValue === undefined ? {} : { reportedValue }),
    ...(isCopied(source) ? { isCopy: true } : {}),
    raw: {
      property,
      value,
      sourceType: source.type,
      ...(source.id === undefined ? {} : { sourceId: source.id }),
      ...(source.label === undefined ? {} : { sourceLabel: source.label }),
      ...detail,
    },
  };
}

/** The value itself where the change does not tell it, or the reason of an obstacle. */
function reportedValueOf({ about, change, value, detail }: PropertyVersion): string | undefined {
  switch (change) {
    case 'changed':
    case 'double-opt-in-marked-confirmed':
      return value;
    case 'blocked':
      if (about.kind !== 'deliverability') return undefined;
      return about.of === 'hard-bounce'
        ? value
        : about.of === 'quarantine'
          ? detail?.['reason']
          : undefined;
    default:
      return undefined;
  }
}

/** What a mail server does stands under the same source as the contact's link; only a complaint is the contact's. */
function actorFor({ about, source }: PropertyVersion, thisAppId: string | undefined): Actor {
  const actor = actorOf(source, thisAppId);
  if (about.kind !== 'deliverability' || actor.kind !== 'contact') return actor;
  return about.of === 'spam-complaint' ? { kind: 'contact' } : { kind: 'hubspot' };
}

function byTime(a: PropertyVersion, b: PropertyVersion): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.property !== b.property) return a.property < b.property ? -1 : 1;
  return (a.order ?? 0) - (b.order ?? 0);
}
