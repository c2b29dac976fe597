import type { Wish } from '../../contract/requests.ts';
import { undoableOf } from '../facts-for-undo.ts';
import { entriesOf } from '../recording/ledger-of.ts';
import { everythingPlan } from './everything.ts';
import { marketingPlan } from './marketing.ts';
import type { Plan } from './plan.ts';
import { subscriptionPlan } from './subscription.ts';
import { undoPlan } from './undo.ts';
import type { Wished } from './wished.ts';

/** Makes a wish ready. `undefined`: the change to be taken back is not in the record, or can't be taken back at all. */
export function planOf(wish: Wish, wished: Wished): Plan | undefined {
  switch (wish.act) {
    case 'opt-in':
    case 'opt-out':
      return subscriptionPlan(wish, wished);
    case 'opt-out-of-everything':
      return everythingPlan(wish, wished);
    case 'to-marketing':
    case 'to-non-marketing':
      return marketingPlan(wish, wished);
    case 'undo': {
      const undoable = undoableOf(wish.undoes, entriesOf(wished.evidence.ledger));
      return undoable === undefined ? undefined : undoPlan(wish, undoable, wished);
    }
  }
}
