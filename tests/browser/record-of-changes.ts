import type { CallLimits } from '../../src/app/gateway/hubspot/call.ts';
import type { ApiRequest, HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotLedger } from '../../src/app/gateway/hubspot/ledger/store.ts';
import { inOrder, type Entry } from '../../src/app/ledger/entry.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';

/** What a portal's record of changes holds of a contact, by position, read with the product's own store. */
export async function recordOf(
  hubspot: HubSpotOnDesk,
  portalId: number,
  contactId: string,
): Promise<readonly Entry[]> {
  const token = hubspot.portals.find(({ id }) => id === portalId)?.token ?? '';
  const client: HubSpotClient = {
    within: (_limits: CallLimits) => client,
    typed: () => Promise.reject(new Error('not for the record')),
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
  const chain = { portal: String(portalId), contact: contactId };
  return inOrder(await hubSpotLedger(client).read(chain));
}

/** The entries in a word or two each: `intent set-marketing`, `outcome set-marketing done`. */
export async function toldOf(
  hubspot: HubSpotOnDesk,
  portalId: number,
  contactId: string,
): Promise<readonly string[]> {
  return (await recordOf(hubspot, portalId, contactId)).map(({ statement }) =>
    [
      statement.kind,
      'change' in statement ? statement.change : '',
      statement.kind === 'outcome' ? statement.result : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}
