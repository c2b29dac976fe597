import type { Glance, LastChange } from '../contract/snapshot.ts';
import { namelessUsers, withName } from '../evidence/staff-names.ts';
import type { World } from './world.ts';

/**
 * The same answer with colleagues by name where its glance knows them by number. A name is an ornament: where HubSpot
 * does not tell, in the time that is left, the number stays.
 */
export async function withNames<R extends object>(reply: R, world: World): Promise<R> {
  if (!('glance' in reply)) return reply;
  const glance = reply.glance as Glance;
  const users = namelessUsers(lastIn(glance));
  if (users.length === 0) return reply;
  const names = await world.hubspot.sources.userNames(users);
  const named = (last: LastChange): LastChange => ({ ...last, actor: withName(last.actor, names) });
  return {
    ...reply,
    glance: {
      ...glance,
      ...(glance.everythingLast === undefined
        ? {}
        : { everythingLast: named(glance.everythingLast) }),
      rows: glance.rows.map((row) =>
        row.last === undefined ? row : { ...row, last: named(row.last) },
      ),
    },
  };
}

function lastIn({ rows, everythingLast }: Glance): LastChange[] {
  return [...rows.map(({ last }) => last), everythingLast].filter((last) => last !== undefined);
}
