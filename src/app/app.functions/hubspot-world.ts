import { randomUUID } from 'node:crypto';
import { hubSpot } from '../gateway/hubspot/hubspot.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { policyWith } from '../policy/default-policy.ts';
import { organisationHere } from './organisation-here.ts';
import type { World } from './world.ts';
import { keysIn } from './recording/keys-in.ts';
import { explain } from './troubles.ts';

/** Of the account that this process serves: HubSpot gives a function's process one token. */
const SEEN_WHOLE = {};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs a use case against HubSpot. The environment is read at each call: HubSpot loads a function's file
 * before it sets the secrets. What can't be set up is answered as trouble, never thrown.
 */
export async function inHubSpot<R>(
  environment: Environment,
  useCase: (world: World) => Promise<R>,
): Promise<R | ReturnType<typeof explain>> {
  const line = {
    correlationId: randomUUID(),
    log: (entry: Readonly<Record<string, string>>) => {
      console.error(JSON.stringify(entry));
    },
  };
  try {
    const organisation = organisationHere(environment);
    return await useCase({
      ...line,
      hubspot: hubSpot({
        token: required(environment['PRIVATE_APP_ACCESS_TOKEN']),
        origin: environment['HUBSPOT_API_ORIGIN'],
        // An account on a desk is set back from one moment to the next.
        ...(environment['HUBSPOT_API_ORIGIN'] === undefined ? { seenWhole: SEEN_WHOLE } : {}),
      }),
      policy: policyWith(organisation.lawPacks),
      organisation,
      ...keysIn(environment, line),
      now: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  } catch (error) {
    return explain(error, line);
  }
}

function required(token: string | undefined): string {
  if (token === undefined || token === '') throw notConfigured();
  return token;
}

function notConfigured(): HubSpotTrouble {
  return new HubSpotTrouble({ code: 'not-configured', mayHaveTakenEffect: false });
}
