import type { Entry } from '../../src/app/ledger/entry.ts';
import { joinBranches } from '../../src/app/ledger/join.ts';
import { verify, type Broken, type Verified } from '../../src/app/ledger/verify.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { KEY, KEYS, saltsFrom } from '../ledger/a-chain.ts';
import { recordedIn, storeIn } from '../ledger/recorded.ts';
import { CONTACT_ID, type Schedule } from './schedule.ts';

/** The record of the schedule's contact when all is over and somebody has looked again. */
export interface LedgerSeen {
  /** By position. */
  readonly entries: readonly Entry[];
  readonly checked: Verified | Broken;
  /** Sealed statements that travelled in an answer and were kept by no later call. */
  readonly unsaved: number;
  /** What an admin's joining came to, where the record was forked, and the record afterwards. */
  readonly joined?: {
    readonly kind: string;
    readonly entries: readonly Entry[];
    readonly checked: Verified | Broken;
  };
}

/** Reads the record with the product's own store, past all failures, and checks it; a forked one is then joined. */
export async function ledgerIn(
  hubspot: HubSpotOnDesk,
  { portalId }: Schedule,
  unsaved: number,
): Promise<LedgerSeen> {
  const chain = { portal: String(portalId), contact: CONTACT_ID };
  const read = () => recordedIn(hubspot, portalId, CONTACT_ID);
  const against = { chain, publicKeys: KEYS };
  const entries = await read();
  const checked = verify(entries, against);
  if (checked.status === 'verified') return { entries, checked, unsaved };
  const { kind } = await joinBranches(against, {
    store: storeIn(hubspot, portalId),
    signer: KEY,
    random: saltsFrom('join'),
    requestId: 'joined-0001',
    who: { kind: 'staff', userId: '1', identity: 'claimed' },
    now: () => hubspot.clock.now(),
    wait: () => Promise.resolve(),
  });
  const after = await read();
  const joined = { kind, entries: after, checked: verify(after, against) };
  return { entries, checked, unsaved, joined };
}
