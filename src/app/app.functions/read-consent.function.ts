import { inHubSpot } from './hubspot-world.ts';
import { readConsent } from './read-consent.ts';
import { withWords } from './with-words.ts';
import type { FunctionInput } from './world.ts';

/** The app function `read-consent`: HubSpot calls `main` and sends what it returns to the card. */
export async function main(context: FunctionInput | undefined): Promise<unknown> {
  const input = context ?? {};
  return withWords(
    input.parameters,
    await inHubSpot(process.env, (world) => readConsent(input, world)),
  );
}
