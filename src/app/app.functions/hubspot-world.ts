import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { hubSpot } from '../gateway/hubspot/hubspot.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../policy/organisation.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import type { World } from './world.ts';
import { explain } from './troubles.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const OrganisationChoices = z.strictObject({ privacySettings: z.enum(['on', 'off']) });

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
    return await useCase({
      ...line,
      hubspot: hubSpot({
        token: required(environment['PRIVATE_APP_ACCESS_TOKEN']),
        origin: environment['HUBSPOT_API_ORIGIN'],
      }),
      policy: DEFAULT_POLICY,
      organisation: organisationOf(environment['CONSENT_CARD_ORGANISATION']),
      now: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  } catch (error) {
    return explain(error, line);
  }
}

/** The organisation's choices as JSON in `CONSENT_CARD_ORGANISATION`; unset, the careful ones hold. */
export function organisationOf(json: string | undefined): Organisation {
  if (json === undefined || json === '') return CAREFUL_ORGANISATION;
  try {
    const parsed = OrganisationChoices.safeParse(JSON.parse(json));
    if (parsed.success) return parsed.data;
  } catch {
    // Falls through: choices that can't be read are not replaced by others.
  }
  throw notConfigured();
}

function required(token: string | undefined): string {
  if (token === undefined || token === '') throw notConfigured();
  return token;
}

function notConfigured(): HubSpotTrouble {
  return new HubSpotTrouble({ code: 'not-configured', mayHaveTakenEffect: false });
}
