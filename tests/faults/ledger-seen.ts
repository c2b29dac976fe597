import type { CallLimits } from '../../src/app/gateway/hubspot/call.ts';
import type { ApiRequest, HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotLedger } from '../../src/app/gateway/hubspot/ledger/store.ts';
import { inOrder, type Entry } from '../../src/app/ledger/entry.ts';
import { verify, type Broken, type Verified } from '../../src/app/ledger/verify.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { KEYS } from '../ledger/a-chain.ts';
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
  const entries = inOrder(await hubSpotLedger(clientOf(hubspot, portalId)).read(chain));
  return { entries, checked: verify(entries, { chain, publicKeys: KEYS }), unsaved };
}

function clientOf(hubspot: HubSpotOnDesk, portalId: number): HubSpotClient {
  const token = hubspot.portals.find(({ id }) => id === portalId)?.token ?? '';
  const client: HubSpotClient = {
    within: (_limits: CallLimits) => client,
    typed: () => Promise.reject(new Error('not for the ledger')),
    request(_kind, { method, path, query = {}, body }: ApiRequest) {
      const asked = new URLSearchParams({ ...query }).toString();
      const answer = hubspot.handle({
        method,
        path: asked === '' ? path : `${path}?${asked}`,
        headers: { authorization: `Bearer ${token}` },
        body: body === undefined ? '' : JSON.stringify(body),
      });
      if (answer.status >= 300) throw new Error(`${path}: ${String(answer.status)} ${answer.body}`);
      return Promise.resolve(answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown));
    },
  };
  return client;
}
