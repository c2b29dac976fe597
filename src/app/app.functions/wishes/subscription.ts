import type { Wish } from '../../contract/requests.ts';
import { factsForType } from '../facts-for.ts';
import type { Plan } from './plan.ts';
import { askedIn, type Wished } from './wished.ts';
import { attempt, stillSo } from './writing.ts';

/** Opting one type in or out. An ordinary opt-in goes the way that HubSpot refuses for an opted-out address. */
export function subscriptionPlan(
  wish: Extract<Wish, { act: 'opt-in' | 'opt-out' }>,
  wished: Wished,
): Plan {
  const { evidence, types, address, world } = wished;
  const { consents } = world.hubspot;
  const { typeId } = wish;
  const subject = { kind: 'subscription', typeId } as const;
  const facts = factsForType(wish.act, typeId, types, evidence, world, askedIn(wish));
  if (wish.act === 'opt-out') {
    return {
      facts,
      subject,
      change: 'opted-out',
      goal: 'opted-out',
      isWayIn: false,
      given: {},
      ground: {},
      write: () => attempt(() => consents.optOut(address, typeId)),
    };
  }
  const { legalBasis, explanation } = wish;
  const ground = {
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
  return {
    facts,
    subject,
    change: 'opted-in',
    goal: 'opted-in',
    isWayIn: true,
    given: { 'legal-basis': legalBasis, explanation, evidence: wish.evidence },
    ground,
    write: async (how) => {
      if (how === 'ordinary') return attempt(() => consents.optIn(address, typeId, ground));
      if (!(await stillSo(subject, address, evidence, world))) return 'overtaken';
      return attempt(() => consents.restore(address, typeId, 'opted-in', ground));
    },
  };
}
