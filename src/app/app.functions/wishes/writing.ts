import { isDeepStrictEqual } from 'node:util';
import { HubSpotTrouble } from '../../gateway/trouble.ts';
import type { RecordedSubject } from '../../ledger/statement.ts';
import type { Evidence } from '../gather.ts';
import type { World } from '../world.ts';
import type { Written } from './plan.ts';
import { standingOf } from './standing.ts';

/** One write, tried once: whether a silent one took effect is read afterwards, never guessed. */
export async function attempt(
  write: () => Promise<'accepted' | 'no-change' | 'resubscribed' | 'refused'>,
): Promise<Written> {
  try {
    const answer = await write();
    return answer === 'resubscribed' ? 'accepted' : answer;
  } catch (error) {
    if (error instanceof HubSpotTrouble && error.mayHaveTakenEffect) return 'not-known';
    throw error;
  }
}

/**
 * Whether HubSpot still says what the decision rested on. Asked directly before a write that HubSpot does not
 * guard; what changes in the moment that is left is found afterwards and taken back (`fresh-no.ts`).
 */
export async function stillSo(
  subject: RecordedSubject,
  address: string,
  before: Evidence,
  { hubspot }: World,
): Promise<boolean> {
  const [statuses, everything] = await Promise.all([
    hubspot.consents.statuses(address),
    hubspot.consents.everything(address),
  ]);
  const now = { ...before, statuses, everything };
  return (
    isDeepStrictEqual(standingOf(subject, now), standingOf(subject, before)) &&
    isDeepStrictEqual(states(now), states(before))
  );
}

function states({ everything = [] }: Evidence): string[] {
  return everything.map(({ about, state }) => JSON.stringify([about, state])).sort();
}
