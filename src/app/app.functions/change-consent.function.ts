import { inHubSpot } from './hubspot-world.ts';
import { changeConsent } from './change-consent.ts';
import type { FunctionInput } from './world.ts';

/** The app function `change-consent`: HubSpot calls `main` and sends what it returns to the card. */
export function main(context: FunctionInput | undefined): Promise<unknown> {
  return inHubSpot(process.env, (world) => changeConsent(context ?? {}, world));
}
