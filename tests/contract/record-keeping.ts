import { setUpPortal } from '../../src/app/app.functions/setup-portal.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { ALICE, chainOf, intent, refusal, sealed } from '../ledger/a-chain.ts';

const NOWHERE = 1006;
const HALFWAY = 1005;

/**
 * Drives the product's setting up and its ledger over HTTP through everything they may ask: a portal that is
 * not set up, one that lacks a property, one whose object is of no contact; then entries, counts, an erasure.
 */
export async function playRecordKeeping(hubspot: HubSpotOnDesk): Promise<readonly string[]> {
  const server = await hubspot.listen();
  const heard: string[] = [];
  const product = (portalId: number) =>
    hubSpot({ token: `pat-sandbox-${String(portalId)}`, origin: server.origin });
  const setUp = async (portalId: number) => {
    const reply = await setUpPortal(
      {},
      {
        hubspot: product(portalId),
        signingKey: 'there',
        correlationId: '00000000-0000-4000-8000-000000000000',
        log: () => undefined,
      },
    );
    if (!('parts' in reply)) throw new Error(reply.status);
    heard.push(...Object.values(reply.parts).map(({ state }) => state));
  };
  try {
    hubspot.restore(asAnAdminLeftIt());
    await setUp(NOWHERE);
    await setUp(HALFWAY);
    const chain = chainOf(
      sealed(intent(), { address: 'contact-101@example.com', evidence: 'call 12' }),
      sealed(refusal()),
    );
    const store = product(NOWHERE).ledger;
    for (const entry of chain) heard.push(await store.append(entry));
    heard.push(await product(NOWHERE).ledger.append(chain[0]!));
    const [first, second] = await store.read(ALICE);
    heard.push(`${String((await store.at(ALICE, 1)).length)} at 1`);
    await store.countRepeat(second!);
    await store.erase(first!, ['address']);
    heard.push(`${String((await product(NOWHERE).ledger.read(ALICE)).length)} read`);
  } finally {
    await server.close();
  }
  return heard;
}

/** A contact in one portal; in the other an admin took the association with contacts away. Nobody observes this. */
function asAnAdminLeftIt(): string {
  const hubspot = createHubSpotOnDesk();
  const properties = { email: 'contact-101@example.com' };
  hubspot.act(NOWHERE, { act: 'create', contactId: ALICE.contact, properties });
  const ask = (method: string, path: string) =>
    hubspot.handle({
      method,
      path: `/crm-object-schemas/2026-09/schemas/p_consent_card_entry${path}`,
      headers: { authorization: `Bearer pat-sandbox-${String(HALFWAY)}` },
      body: '',
    });
  const { associations } = JSON.parse(ask('GET', '').body) as {
    readonly associations: readonly { readonly id: string }[];
  };
  ask('DELETE', `/associations/${associations[0]?.id ?? ''}`);
  return hubspot.snapshot();
}
