import type { Actor, ConsentEvent } from './consent-event.ts';

type ByActor = { readonly actor: Actor };

/** The users who are known by number only: colleagues, and who is said to have acted through this product. */
export function namelessUsers(acts: readonly ByActor[]): string[] {
  return [...new Set(acts.flatMap(({ actor }) => namelessIn(actor) ?? []))];
}

/** Puts names to users, as far as they are known. Witnesses stay as the sources told them. */
export function withStaffNames(
  events: readonly ConsentEvent[],
  names: ReadonlyMap<string, string>,
): readonly ConsentEvent[] {
  if (names.size === 0) return events;
  return events.map((event) => ({ ...event, actor: withName(event.actor, names) }));
}

/** An actor by name, where they had a number only and the name is known. */
export function withName(actor: Actor, names: ReadonlyMap<string, string>): Actor {
  const name = names.get(namelessIn(actor) ?? '');
  if (name === undefined) return actor;
  if (actor.kind === 'staff') return { ...actor, name };
  return actor.kind === 'this-card' && actor.staff !== undefined
    ? { ...actor, staff: { ...actor.staff, name } }
    : actor;
}

function namelessIn(actor: Actor): string | undefined {
  const staff =
    actor.kind === 'staff' ? actor : actor.kind === 'this-card' ? actor.staff : undefined;
  return staff?.name === undefined ? staff?.userId : undefined;
}
