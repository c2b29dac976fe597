import type { Wish } from '../../contract/requests.ts';
import { factsForUndo, type Undoable } from '../facts-for-undo.ts';
import type { Plan } from './plan.ts';
import { askedIn, type Wished } from './wished.ts';
import { attempt, stillSo } from './writing.ts';

const CHANGE = {
  'opted-in': 'opted-in',
  'opted-out': 'opted-out',
  'not-specified': 'cleared',
} as const;

/** Taking back a change of this product: the state before it, with the basis it had. Nothing else takes its place. */
export function undoPlan(
  wish: Extract<Wish, { act: 'undo' }>,
  undoable: Undoable,
  wished: Wished,
): Plan {
  const { address, evidence, world } = wished;
  const { consents } = world.hubspot;
  const { typeId, to, legalBasis, explanation } = undoable;
  const subject = { kind: 'subscription', typeId } as const;
  const ground = {
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
  return {
    facts: factsForUndo(undoable, wished.types, evidence, world, askedIn(wish)),
    subject,
    change: CHANGE[to],
    goal: to,
    // "Not specified" lets mail in where the contact is out: HubSpot sends unless somebody said no.
    isWayIn: to === 'opted-in' || (to === 'not-specified' && undoable.from === 'opted-out'),
    given: {},
    ground: to === 'opted-in' ? ground : {},
    undoes: undoable.requestId,
    write: async () => {
      if (to === 'opted-out') {
        return attempt(() => consents.optOut(address, typeId));
      }
      if (!(await stillSo(subject, address, evidence, world))) return 'overtaken';
      return attempt(() => consents.restore(address, typeId, to, to === 'opted-in' ? ground : {}));
    },
  };
}
