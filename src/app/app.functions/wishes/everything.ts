import type { Wish } from '../../contract/requests.ts';
import { factsForContact } from '../facts-for.ts';
import type { Plan } from './plan.ts';
import { askedIn, type Wished } from './wished.ts';
import { attempt } from './writing.ts';

/** Opting out of everything in the portal's default brand. HubSpot has no way back from it, and so neither has this. */
export function everythingPlan(
  wish: Extract<Wish, { act: 'opt-out-of-everything' }>,
  { address, evidence, types, world }: Wished,
): Plan {
  return {
    facts: factsForContact(wish.act, types, undefined, evidence, world, askedIn(wish)),
    subject: { kind: 'everything' },
    change: 'opted-out',
    goal: 'opted-out',
    isWayIn: false,
    given: {},
    ground: {},
    write: () =>
      attempt(async () => {
        await world.hubspot.consents.optOutOfEverything(address);
        return 'accepted';
      }),
  };
}
