import type { BuiltProject } from '../../project/build.ts';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import { recordsOf } from '../functions/open-record.ts';
import { createPool, type Pool } from '../functions/pool.ts';
import { SANDBOX_SIGNING_KEY } from '../functions/signing-key.ts';
import { organisationOf } from './organisation.ts';

export interface Pools {
  /** The functions of a portal as it is set up now; `undefined` for a portal that is not there. */
  of(portalId: number): Pool | undefined;
  /** When no call is under way any more. */
  idle(): Promise<void>;
  close(): void;
}

/**
 * A function's environment is given to its process when that begins, so each set of choices of an
 * organisation has processes of its own. A call that is under way while they change ends undisturbed.
 */
export function poolsFor(settings: {
  readonly hubspot: HubSpotOnDesk;
  readonly project: BuiltProject;
  /** Where the emulated HubSpot listens. */
  readonly origin: string;
}): Pools {
  const { hubspot, project, origin } = settings;
  const pools = new Map<string, Pool>();
  return {
    of: (portalId) => {
      const portal = hubspot.portals.find(({ id }) => id === portalId);
      if (portal === undefined) return undefined;
      const organisation = JSON.stringify(organisationOf(hubspot, portalId));
      const key = `${String(portalId)} ${organisation}`;
      const pool =
        pools.get(key) ??
        createPool({
          bundles: project.functions,
          env: {
            PRIVATE_APP_ACCESS_TOKEN: portal.token,
            HUBSPOT_API_ORIGIN: origin,
            CONSENT_CARD_ORGANISATION: organisation,
            ...(portal.setUp === 'none' ? {} : { CONSENT_CARD_LEDGER_KEY: SANDBOX_SIGNING_KEY }),
          },
          readRecord: recordsOf(hubspot, portalId),
          // Functions live in the same time as the HubSpot they ask, wherever a person has moved it.
          aheadMs: () => hubspot.clock.now() - Date.now(),
        });
      pools.set(key, pool);
      return pool;
    },
    idle: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.idle()));
    },
    close: () => {
      for (const pool of pools.values()) pool.close();
    },
  };
}
