import { inHubSpot } from './hubspot-world.ts';
import { setUpPortal, signingKeyState } from './setup-portal.ts';
import type { FunctionInput } from './world.ts';

/** The app function `setup-portal`: creates what the product needs in the account, and says what is there. */
export function main(context: FunctionInput | undefined): Promise<unknown> {
  const signingKey = signingKeyState(process.env['CONSENT_CARD_LEDGER_KEY']);
  return inHubSpot(process.env, (world) => setUpPortal(context ?? {}, { ...world, signingKey }));
}
