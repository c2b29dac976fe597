import { useMemo } from 'react';
import type { Ask } from './ask.ts';

/** What a card uses of the user HubSpot's page names. */
export interface CardUser {
  readonly language?: string;
  readonly locale?: string;
  readonly id?: number;
  readonly teams?: readonly { readonly id: number | string }[];
}

/** Says who is asking wherever HubSpot's page tells, and asks anew only when that changes. */
export function useClaim(ask: Ask, { id, teams = [] }: CardUser): Ask {
  const teamIds = teams.map((team) => String(team.id)).join(' ');
  return useMemo(
    () =>
      id === undefined
        ? ask
        : ask.claiming({ userId: String(id), teamIds: teamIds === '' ? [] : teamIds.split(' ') }),
    [ask, id, teamIds],
  );
}
