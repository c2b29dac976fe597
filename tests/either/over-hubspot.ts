import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { ChangeReply, ReadReply } from '../../src/app/contract/reply.ts';
import type { Glance, History } from '../../src/app/contract/snapshot.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import app from '../../src/app/app-hsmeta.json';
import { EDITIONS } from '../../sandbox/emulator/hubspot/editions.ts';
import { KEY, KEYS, saltsFrom } from '../ledger/a-chain.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../../src/app/policy/organisation.ts';
import type { Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { DIRECT_ORIGIN, directSend } from '../direct-send.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';

/** The product's use cases and its real gateway over an emulated HubSpot; waiting moves the emulator's clock. */
export interface ProductOverHubSpot {
  readonly hubspot: HubSpotOnDesk;
  glance(scenario: Scenario): Promise<Glance>;
  history(scenario: Scenario): Promise<History>;
  change(scenario: Scenario, parameters: object): Promise<ChangeReply>;
  stateOf(scenario: Scenario, typeId: string): string;
}

/** The app's scopes and what setting up needs. */
export const SCOPES = [
  ...app.config.auth.requiredScopes,
  // Every app has it.
  'oauth',
  'crm.objects.contacts.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'crm.schemas.contacts.write',
];

export async function productOver(
  assumptions: Assumptions,
  choices: Partial<Organisation> = {},
): Promise<ProductOverHubSpot> {
  const hubspot = createHubSpotOnDesk({ assumptions });
  const send = directSend(hubspot);
  const gateway = (token: string) => hubSpot({ token, origin: DIRECT_ORIGIN, send });
  for (const { id, token, settings } of hubspot.portals) {
    if (!EDITIONS[settings.edition].functions) continue;
    hubspot.grant(id, SCOPES);
    await gateway(token).setUp.complete('record');
    await gateway(token).setUp.complete('marketing-request');
  }
  let worlds = 0;
  const worldOf = ({ portalId }: Scenario): World => ({
    hubspot: gateway(hubspot.portals.find(({ id }) => id === portalId)?.token ?? ''),
    policy: policyWith([]),
    organisation: {
      ...CAREFUL_ORGANISATION,
      ...choices,
      privacySettings: hubspot.settings(portalId).privacySettings,
    },
    keys: {
      signer: KEY,
      publicKeys: KEYS,
      random: saltsFrom(`world ${String((worlds += 1))}`),
    },
    now: () => hubspot.clock.now(),
    wait: (ms) => {
      hubspot.clock.advance(ms);
      return Promise.resolve();
    },
    correlationId: 'either',
    log: () => undefined,
  });
  const recordOf = ({ portalId, contactId }: Scenario) => {
    const email = hubspot.contact(portalId, contactId)?.properties['email'] ?? '';
    return { hs_object_id: contactId, email };
  };
  const read = async (scenario: Scenario, part: 'glance' | 'history'): Promise<ReadReply> =>
    readConsent({ parameters: { part }, propertiesToSend: recordOf(scenario) }, worldOf(scenario));
  return {
    hubspot,
    async glance(scenario) {
      const reply = await read(scenario, 'glance');
      if (reply.status !== 'glance') throw new Error(`${scenario.id}: ${JSON.stringify(reply)}`);
      return reply.glance;
    },
    async history(scenario) {
      const reply = await read(scenario, 'history');
      if (reply.status !== 'history') throw new Error(`${scenario.id}: ${JSON.stringify(reply)}`);
      return reply.history;
    },
    change: (scenario, parameters) =>
      changeConsent(
        { parameters, propertiesToSend: recordOf(scenario) },
        worldOf(scenario),
      ) as Promise<ChangeReply>,
    stateOf: ({ portalId, contactId }, typeId) =>
      OUR_WORD[
        hubspot.contact(portalId, contactId)?.address?.byType[typeId]?.state ?? 'NOT_SPECIFIED'
      ],
  };
}

const OUR_WORD = {
  SUBSCRIBED: 'opted-in',
  UNSUBSCRIBED: 'opted-out',
  NOT_SPECIFIED: 'not-specified',
} as const;
