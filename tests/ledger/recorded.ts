import type { CallLimits } from '../../src/app/gateway/hubspot/call.ts';
import type { ApiRequest, HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotLedger } from '../../src/app/gateway/hubspot/ledger/store.ts';
import { inOrder, type Entry } from '../../src/app/ledger/entry.ts';
import type { LedgerStore } from '../../src/app/ledger/store.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';

/** What an emulated portal's record holds of a contact, by position, read with the product's own store, past all failures. */
export async function recordedIn(
  hubspot: HubSpotOnDesk,
  portalId: number,
  contactId: string,
): Promise<readonly Entry[]> {
  const chain = { portal: String(portalId), contact: contactId };
  return inOrder(await storeIn(hubspot, portalId).read(chain));
}

/** The product's own store over an emulated portal, past all failures. */
export function storeIn(hubspot: HubSpotOnDesk, portalId: number): LedgerStore {
  return hubSpotLedger(clientOf(hubspot, portalId));
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
