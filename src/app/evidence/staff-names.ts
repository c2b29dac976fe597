import type { Actor, ConsentEvent } from './consent-event.ts';

/** The users whom events know by number only. */
export function namelessUsers(events: readonly ConsentEvent[]): string[] {
  return [
    ...new Set(
      events.flatMap(({ actor }) =>
        actor.kind === 'staff' && actor.name === undefined && actor.userId !== undefined
          ? [actor.userId]
          : [],
      ),
    ),
  ];
}

/** Puts names to users, as far as they are known. Witnesses stay as the sources told them. */
export function withStaffNames(
  events: readonly ConsentEvent[],
  names: ReadonlyMap<string, string>,
): readonly ConsentEvent[] {
  if (names.size === 0) return events;
  return events.map((event) => ({ ...event, actor: named(event.actor, names) }));
}

function named(actor: Actor, names: ReadonlyMap<string, string>): Actor {
  if (actor.kind !== 'staff' || actor.name !== undefined) return actor;
  const name = names.get(actor.userId ?? '');
  return name === undefined ? actor : { ...actor, name };
}
