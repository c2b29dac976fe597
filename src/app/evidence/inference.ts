import type { Actor, ConsentEvent, Ground } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';

interface Rule {
  readonly ground: Ground;
  /** What may be explained by something that happened before it, and by what. */
  readonly explains: (event: ConsentEvent, before: ConsentEvent) => Actor | undefined;
  readonly withinMs: number;
}

/**
 * Who it was, where no source says, told from what happened just before. Each rule has a name that is shown
 * with its result. It stands beside the actor and never in its place: for a decision, what nobody signed
 * stays unsigned.
 */
const RULES: readonly Rule[] = [
  {
    ground: 'form-submitted-just-before',
    withinMs: 60_000,
    explains: (event, before) => {
      if (event.about.kind !== 'subscription' || event.change !== 'opted-in') return undefined;
      if (event.actor.kind !== 'someone' || before.about.kind !== 'form') return undefined;
      return hasBoxFor(before, event.about.typeId) ? before.actor : undefined;
    },
  },
  {
    ground: 'opted-out-of-everything-just-then',
    withinMs: 5_000,
    explains: (event, before) => {
      if (event.about.kind !== 'subscription' || event.change !== 'opted-out') return undefined;
      if (event.actor.kind !== 'someone' || before.about.kind !== 'everything') return undefined;
      const isByContact = before.change === 'opted-out' && before.actor.kind === 'contact';
      return isByContact && before.certainty === 'stated' ? before.actor : undefined;
    },
  },
  {
    ground: 'address-changed-just-then',
    withinMs: 1_000,
    explains: (event, before) => carriedOver(event, before, 'address-changed'),
  },
  {
    ground: 'merged-just-then',
    withinMs: 1_000,
    explains: (event, before) => carriedOver(event, before, 'merged'),
  },
];

/** Consents go with the address: what appears with a new one, or with another contact's, was set before and elsewhere. */
function carriedOver(
  { about, actor }: ConsentEvent,
  before: ConsentEvent,
  by: 'address-changed' | 'merged',
): Actor | undefined {
  if (about.kind !== 'subscription' && about.kind !== 'everything') return undefined;
  if (actor.kind !== 'hubspot' && actor.kind !== 'someone') return undefined;
  return before.change === by ? { kind: 'hubspot' } : undefined;
}

/** Longest of the rules' times. */
const LONGEST_MS = 60_000;

/** Applies the rules to merged events, oldest first. */
export function withInferredActors(events: readonly ConsentEvent[]): ConsentEvent[] {
  const recent: ConsentEvent[] = events.filter(explainsOthers);
  if (recent.length === 0) return [...events];
  const times = recent.map(({ at }) => Date.parse(at));
  let from = 0;
  return events.map((event) => {
    if (event.actor.kind !== 'someone' && event.actor.kind !== 'hubspot') return event;
    const ms = Date.parse(event.at);
    while (from < times.length && (times[from] ?? 0) < ms - LONGEST_MS) from += 1;
    for (const rule of RULES) {
      for (let at = from; at < recent.length && (times[at] ?? 0) <= ms; at += 1) {
        const before = recent[at];
        if (before === undefined || before === event || ms - (times[at] ?? 0) > rule.withinMs)
          continue;
        const actor = rule.explains(event, before);
        if (actor !== undefined)
          return { ...event, certainty: 'inferred', inferred: { actor, ground: rule.ground } };
      }
    }
    return event;
  });
}

function explainsOthers({ about, change }: ConsentEvent): boolean {
  return (
    about.kind === 'form' ||
    change === 'address-changed' ||
    change === 'merged' ||
    (subjectKey(about).startsWith('everything:') && change === 'opted-out')
  );
}

/** A source that doesn't know the form's boxes doesn't exclude one. */
function hasBoxFor({ witnesses }: ConsentEvent, typeId: string): boolean {
  const known = witnesses.map(({ raw }) => raw['boxes']).find((boxes) => boxes !== undefined);
  return known === undefined || known.split(',').includes(typeId);
}
