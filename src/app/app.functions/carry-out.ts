import type { NotYet, Offer } from '../contract/offer.ts';
import type { Change } from '../policy/change.ts';
import type { Decision } from '../policy/decision.ts';
import type { Requirement } from '../policy/rule.ts';

type Allowed = Extract<Decision, { kind: 'allow' }>;

/** What HubSpot itself keeps. Evidence and an explicit yes need a record of our own, which this version lacks. */
const KEPT: readonly Requirement[] = ['legal-basis', 'explanation'];

/**
 * What this version makes of a decision. An allowed change that it can't carry out and record is answered as
 * such and never tried: taking back an opt-out, and whatever needs evidence, wait for the ledger.
 */
export function offerOf(change: Change, decision: Decision): Offer {
  return decision.kind === 'allow' && !canCarryOut(change, decision) ? notYet(decision) : decision;
}

function canCarryOut(change: Change, { write, requires }: Allowed): boolean {
  if (change === 'opt-out') return true;
  return (
    change === 'opt-in' && write === 'ordinary' && requires.every((need) => KEPT.includes(need))
  );
}

function notYet({ because, requiredBy }: Allowed): NotYet {
  const [first, ...rest] = requiredBy;
  return {
    kind: 'not-yet',
    because: first === undefined ? because : [first, ...rest],
    remedies: ['share-preference-link', 'change-in-hubspot'],
  };
}
