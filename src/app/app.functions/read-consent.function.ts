import { inHubSpot } from './hubspot-world.ts';
import { readConsent } from './read-consent.ts';
import type { FunctionInput } from './world.ts';

/** The app function `read-consent`: HubSpot calls `main` and sends what it returns to the card. */
export function main(context: FunctionInput | undefined): Promise<unknown> {
  return inHubSpot(process.env, (world) => readConsent(context ?? {}, world));
}
