import type { Change, ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { actorOf, type RecordedSource } from './recorded-source.ts';

/** One past value of a contact property, in our words: the gateway has already read what it means. */
export interface PropertyVersion {
  readonly about: Subject;
  readonly change: Change;
  readonly at: Instant;
  readonly source: RecordedSource;
  readonly property: string;
  readonly value: string;
}

/** Turns property history into events. A version that repeats the value before it is no event. */
export function eventsFromHistory(
  versions: readonly PropertyVersion[],
  thisAppId: string | undefined,
): ConsentEvent[] {
  const newest = new Map<string, Change>();
  const events: ConsentEvent[] = [];
  for (const version of [...versions].sort(byTime)) {
    const key = subjectKey(version.about);
    const before = newest.get(key);
    newest.set(key, version.change);
    if (before === version.change || (before === undefined && version.change === 'cleared'))
      continue;
    events.push(eventOf(version, thisAppId));
  }
  return events;
}

function eventOf(version: PropertyVersion, thisAppId: string | undefined): ConsentEvent {
  const actor = actorOf(version.source, thisAppId);
  return {
    id: `${subjectKey(version.about)}@${version.at}`,
    at: version.at,
    about: version.about,
    change: version.change,
    actor,
    certainty: actor.kind === 'someone' ? 'unknown' : 'stated',
    witnesses: [
      {
        source: 'property-history',
        at: version.at,
        raw: {
          property: version.property,
          value: version.value,
          sourceType: version.source.type,
          ...(version.source.id === undefined ? {} : { sourceId: version.source.id }),
          ...(version.source.label === undefined ? {} : { sourceLabel: version.source.label }),
        },
      },
    ],
  };
}

function byTime(a: PropertyVersion, b: PropertyVersion): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return subjectKey(a.about) < subjectKey(b.about) ? -1 : 1;
}
