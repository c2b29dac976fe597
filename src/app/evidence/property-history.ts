import type { Actor, Change, ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOf, type RecordedSource } from './recorded-source.ts';

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
  const newest = new Map<string, Change>();
  const events: ConsentEvent[] = [];
  for (const version of [...versions].sort(byTime)) {
    const { about, change, mayBeCut = false } = version;
    const key = subjectKey(about);
    const before = newest.get(key);
    newest.set(key, change);
    if (before === undefined ? !mayBeCut && saysNothingFirst(about, change) : false) continue;
    if (before === change && !REPEATS_COUNT.has(about.kind)) continue;
    events.push(eventOf(about, change, witnessOf(version, thisAppId)));
  }
  return events;
}

const REPEATS_COUNT: ReadonlySet<Subject['kind']> = new Set([
  'subscription',
  'everything',
  'form',
  'contact',
]);

/** What a property says that was just created, or a contact's first address. */
function saysNothingFirst({ kind }: Subject, change: Change): boolean {
  switch (change) {
    case 'cleared':
    case 'staying-marketing':
    case 'unblocked':
    case 'address-changed':
      return true;
    case 'opted-in':
      return kind === 'everything';
    default:
      return false;
  }
}

function witnessOf(version: PropertyVersion, thisAppId: string | undefined) {
  const { property, value, at, order = 0, source, detail = {} } = version;
  return {
    source: 'property-history',
    record: `${property}@${at}#${String(order)}`,
    at,
    ...(order === 0 ? {} : { order }),
    actor: actorFor(version, thisAppId),
    ...(version.change === 'basis-recorded' ? { legalBasis: value } : {}),
    raw: {
      property,
      value,
      sourceType: source.type,
      ...(source.id === undefined ? {} : { sourceId: source.id }),
      ...(source.label === undefined ? {} : { sourceLabel: source.label }),
      ...detail,
    },
  } as const;
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
