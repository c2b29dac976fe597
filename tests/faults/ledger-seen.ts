import type { Entry } from '../../src/app/ledger/entry.ts';
import { verify, type Broken, type Verified } from '../../src/app/ledger/verify.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { KEYS } from '../ledger/a-chain.ts';
import { recordedIn } from '../ledger/recorded.ts';
import { CONTACT_ID, type Schedule } from './schedule.ts';

/** The record of the schedule's contact when all is over and somebody has looked again. */
export interface LedgerSeen {
  /** By position. */
  readonly entries: readonly Entry[];
  readonly checked: Verified | Broken;
  /** Sealed statements that travelled in an answer and were kept by no later call. */
  readonly unsaved: number;
}

/** Reads the record with the product's own store, past all failures, and checks it. */
export async function ledgerIn(
  hubspot: HubSpotOnDesk,
  { portalId }: Schedule,
  unsaved: number,
): Promise<LedgerSeen> {
  const chain = { portal: String(portalId), contact: CONTACT_ID };
  const entries = await recordedIn(hubspot, portalId, CONTACT_ID);
  return { entries, checked: verify(entries, { chain, publicKeys: KEYS }), unsaved };
}
