import type { Claim } from '../../contract/requests.ts';
import type { Who } from '../../ledger/statement.ts';
import type { FunctionInput } from '../world.ts';

const USER_ID = /^\d{1,20}$/;

/**
 * Who asks. A user whom HubSpot itself puts beside the parameters is vouched for; whether it does so for a
 * function needs a real account (hubspot/platform.md §3.4). What the page says within the parameters is a claim.
 */
export function askerOf({ userId }: FunctionInput, claim: Claim | undefined): Who {
  const vouched = typeof userId === 'number' ? String(userId) : userId;
  if (typeof vouched === 'string' && USER_ID.test(vouched)) {
    return { kind: 'staff', userId: vouched, identity: 'vouched' };
  }
  return claim === undefined
    ? { kind: 'unknown' }
    : { kind: 'staff', userId: claim.userId, identity: 'claimed' };
}
