import type { HubSpot } from '../ports.ts';
import type { CallLimits } from './call.ts';
import { connect } from './client.ts';
import { hubSpotConsents } from './consents.ts';
import { hubSpotContacts } from './contacts.ts';
import { hubSpotInstallation } from './installation.ts';
import { hubSpotMarketingRequests } from './marketing-requests.ts';
import { hubSpotSources } from './sources/sources.ts';

/** HubSpot's local runner gives a function 15 s; all calls of one question share 8 s. */
const ALL_MS = 8_000;

function limitsFromNow(): CallLimits {
  const end = Date.now() + ALL_MS;
  return {
    timeoutMs: 2_600,
    attempts: 2,
    remainingMs: () => end - Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** HubSpot over HTTP. Throws `HubSpotTrouble` (`not-configured`) for an origin that is not HubSpot's or this machine's. */
export function hubSpot(settings: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly limits?: CallLimits;
}): HubSpot {
  const client = connect({ ...settings, limits: settings.limits ?? limitsFromNow() });
  const installation = hubSpotInstallation(client, settings.token);
  return {
    contacts: hubSpotContacts(client),
    consents: hubSpotConsents(client),
    installation,
    marketing: hubSpotMarketingRequests(client, installation),
    sources: hubSpotSources(client),
  };
}
