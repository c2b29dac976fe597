import type { Wish } from '../../contract/requests.ts';
import { factsForContact } from '../facts-for.ts';
import { mayBeMailed, verdictsOf } from '../verdicts-of.ts';
import type { Plan } from './plan.ts';
import { askedIn, type Wished } from './wished.ts';
import { attempt } from './writing.ts';

/** Marketing status is asked of the portal's workflow through this product's own property; no API sets it. */
export function marketingPlan(
  wish: Extract<Wish, { act: 'to-marketing' | 'to-non-marketing' }>,
  { contactId, evidence, types, world }: Wished,
): Plan {
  const isOn = wish.act === 'to-marketing';
  const to = isOn ? 'marketing' : 'non-marketing';
  return {
    facts: factsForContact(
      wish.act,
      types,
      mayBeMailed(types, verdictsOf(types, evidence, world)),
      evidence,
      world,
      askedIn(wish),
    ),
    subject: { kind: 'marketing-status' },
    change: isOn ? 'set-marketing' : 'set-non-marketing',
    goal: to,
    isWayIn: isOn,
    given: { 'explicit-yes': wish.act === 'to-marketing' ? wish.explicitYes : undefined },
    ground: {},
    isRequest: true,
    write: () =>
      attempt(async () => {
        await world.hubspot.marketing.request(contactId, to, wish.requestId);
        return 'accepted';
      }),
  };
}
