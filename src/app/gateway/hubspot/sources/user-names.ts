import * as z from 'zod/mini';
import { HubSpotTrouble } from '../../trouble.ts';
import type { Sources } from '../../ports.ts';
import type { HubSpotClient } from '../client.ts';
import { pathPart } from '../url-text.ts';

const Owner = z.object({ firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) });

/** Each user is a call of its own. */
const MOST_USERS = 10;

/**
 * `GET /crm/owners/2026-09/{userId}?idProperty=userId` (OpenAPI: owners 2026-09); needs
 * `crm.objects.owners.read`. A user who left is found among the archived; one who is no owner is not found
 * (hubspot/apis.md §2.4, inferred). A name is an ornament: no trouble with it is anybody's trouble.
 */
export function userNames(hubspot: HubSpotClient): Sources['userNames'] {
  return async (userIds) => {
    const found = await Promise.all(
      userIds.slice(0, MOST_USERS).map(async (id) => {
        const name = (await nameOf(hubspot, id, 'false')) ?? (await nameOf(hubspot, id, 'true'));
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
    return new Map(found.flat());
  };
}

async function nameOf(
  hubspot: HubSpotClient,
  userId: string,
  archived: 'true' | 'false',
): Promise<string | undefined> {
  try {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: `/crm/owners/2026-09/${pathPart(userId)}`,
      query: { idProperty: 'userId', archived },
    });
    const owner = Owner.safeParse(answer);
    if (!owner.success) return undefined;
    const name = [owner.data.firstName, owner.data.lastName].filter(Boolean).join(' ');
    return name === '' ? undefined : name;
  } catch (error) {
    if (error instanceof HubSpotTrouble) return undefined;
    throw error;
  }
}
