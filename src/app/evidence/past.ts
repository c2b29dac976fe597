import type { ConsentEvent, Instant, SourceName, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { SAME_MOMENT_MS } from './merge.ts';
import type { Coverage, Holding, SourceRead } from './source.ts';
import { initialState, stateAfter, type State } from './states.ts';

/** Everything that is known of the states of one subject. Times in milliseconds since the epoch. */
export interface Past {
  readonly about: Subject;
  /** Oldest first. */
  readonly changes: readonly {
    readonly ms: number;
    readonly event: ConsentEvent;
    readonly state: State;
  }[];
  /** From then on some source that can be trusted would have told every change; `-Infinity`: always. */
  readonly completeFrom: number;
  /** What HubSpot says holds now, and since when, where it tells. */
  readonly now?: { readonly state: State; readonly since?: number };
}

/** Sources that tell of an address, whoever had it; the others tell of the contact. */
const OF_ADDRESS: ReadonlySet<SourceName> = new Set([
  'subscription-timeline',
  'email-events',
  'current-status',
]);

/** From when on the contact has had its present address; what happened to the address before is not the contact's past. */
export interface AddressSince {
  readonly addressSince?: Instant;
}

/** The past of every subject that an event, a source or HubSpot's status knows of. */
export function pastsOf(
  events: readonly ConsentEvent[],
  reads: readonly SourceRead[],
  { addressSince }: AddressSince,
): ReadonlyMap<string, Past> {
  const since = addressSince === undefined ? -Infinity : Date.parse(addressSince);
  const bySubject = new Map<string, { about: Subject; events: ConsentEvent[] }>();
  const know = (about: Subject) => {
    const key = subjectKey(about);
    const known = bySubject.get(key) ?? { about, events: [] };
    bySubject.set(key, known);
    return known;
  };
  const holds = new Map<string, Holding>();
  for (const { covers, holds: held = [] } of reads) {
    for (const { of } of covers) {
      if (of.kind !== 'any-consent' && initialState(of) !== undefined) know(of);
    }
    for (const holding of held) {
      know(holding.about);
      holds.set(subjectKey(holding.about), holding);
    }
  }
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (event !== undefined && initialState(event.about) !== undefined)
      know(event.about).events.push(event);
  }
  const mirrored = [...bySubject.values()].some(
    ({ about, events: all }) => about.kind === 'subscription' && all.some(isInProperties),
  );
  return new Map(
    [...bySubject].map(([key, { about, events: all }]) => [
      key,
      pastOf(about, all, reads, {
        holding: holds.get(key),
        since: isOther(about) ? -Infinity : since,
        mirrored,
      }),
    ]),
  );
}

interface Known {
  readonly holding: Holding | undefined;
  /** Since when the contact has the address; `-Infinity` where it never had another. */
  readonly since: number;
  /** Some type of this contact has a property that follows it: so the others will have one too. */
  readonly mirrored: boolean;
}

function isInProperties({ witnesses }: ConsentEvent): boolean {
  return witnesses.some(({ source }) => source === 'property-history');
}

function pastOf(
  about: Subject,
  events: readonly ConsentEvent[],
  reads: readonly SourceRead[],
  known: Known,
): Past {
  const { holding, since } = known;
  const changes = events
    .map((event) => ({
      ms: Date.parse(event.at),
      event,
      state: stateAfter(event.about, event.change) ?? 'unclear',
    }))
    .filter(
      ({ ms, event }) =>
        ms >= since || event.witnesses.some(({ source }) => !OF_ADDRESS.has(source)),
    );
  let completeFrom = Infinity;
  for (const { source, covers } of reads) {
    for (const cover of covers) {
      if (!isCovered(about, cover)) continue;
      const ofSource = changes.filter(({ event }) =>
        event.witnesses.some((witness) => witness.source === source),
      );
      if (!isTrusted(about, source, ofSource, known)) continue;
      const from = cover.from === undefined ? -Infinity : Date.parse(cover.from);
      const isSilent = about.kind === 'subscription' && ofSource.length === 0 && !known.mirrored;
      const isSinceThen = OF_ADDRESS.has(source) || isSilent;
      completeFrom = Math.min(completeFrom, isSinceThen ? Math.max(from, since) : from);
    }
  }
  return {
    about,
    changes,
    completeFrom,
    ...(holding === undefined
      ? {}
      : {
          now: {
            state: stateOfHolding(holding),
            ...(holding.since === undefined
              ? {}
              : { since: Math.max(Date.parse(holding.since), since) }),
          },
        }),
  };
}

/**
 * A source that ends elsewhere than HubSpot's status has missed something; so has one that knows nothing
 * of the moment the status was last set. That each type has a property which follows it is not documented
 * (hubspot/apis.md §10.6): where no status could be read, only a history that has something to tell counts.
 */
function isTrusted(
  about: Subject,
  source: SourceName,
  changes: Past['changes'],
  { holding, since }: Known,
): boolean {
  if (about.kind !== 'subscription' && about.kind !== 'everything') return true;
  if (holding === undefined) return source !== 'property-history' || changes.length > 0;
  const end = changes.at(-1)?.state ?? initialState(about);
  if (end !== stateOfHolding(holding)) return false;
  const set = holding.since === undefined ? -Infinity : Date.parse(holding.since);
  if (set <= since) return true;
  return changes.some(({ ms }) => Math.abs(ms - set) <= SAME_MOMENT_MS);
}

function stateOfHolding({ about, state }: Holding): State {
  if (about.kind !== 'everything') return state;
  return state === 'opted-out' ? 'opted-out' : 'not-opted-out';
}

function isCovered(about: Subject, { of }: Coverage): boolean {
  if (of.kind !== 'any-consent') return subjectKey(of) === subjectKey(about);
  return (
    (about.kind === 'subscription' || about.kind === 'everything') &&
    about.address?.nth === of.address?.nth
  );
}

function isOther(about: Subject): boolean {
  return 'address' in about && about.address !== undefined;
}
