import type { Verified, Broken } from '../../src/app/ledger/verify.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { Schedule } from './schedule.ts';

/** The record of the schedule's contact when all is over and somebody has looked again. */
export interface LedgerSeen {
  /** By position. */
  readonly entries: readonly Entry[];
  readonly checked: Verified | Broken;
  /** Sealed statements that travelled in an answer and were kept by no later call. */
  readonly unsaved: number;
}

/**
 * The place where the record comes into the suite: read through `LedgerStore.read` of the product's own gateway,
 * and checked by `verify`. This version's use cases keep none, so there is none to see, and the checks of
 * `ledger-invariants.ts` rest until this returns one.
 */
export function ledgerIn(_hubspot: HubSpotOnDesk, _schedule: Schedule): LedgerSeen | undefined {
  return undefined;
}
