import type { Wish } from '../../contract/requests.ts';
import type { Asked, KnownType } from '../facts-for.ts';
import type { Evidence } from '../gather.ts';
import type { World } from '../world.ts';

/** What a wish meets: the contact as read a moment ago, and the world to act in. */
export interface Wished {
  readonly contactId: string;
  /** Empty where the contact has none; policy lets nothing pass then. */
  readonly address: string;
  readonly evidence: Evidence;
  readonly types: readonly KnownType[];
  readonly world: World;
}

/** What whoever asks says of themselves and of what they saw. */
export function askedIn(wish: Wish): Asked {
  const shown = 'shown' in wish ? wish.shown : undefined;
  return {
    ...(wish.claim === undefined ? {} : { claim: wish.claim }),
    ...(shown === undefined ? {} : { shown }),
  };
}
