import type { HubSpot } from '../ports.ts';
import type { CallLimits } from './call.ts';
import { connect } from './client.ts';
import { hubSpotConsents } from './consents.ts';
import { hubSpotContacts } from './contacts.ts';
import { hubSpotInstallation } from './installation.ts';

/** A function has 15 s at most, HubSpot's local limit; one attempt may take a third of our 8 s. */
const LIMITS: CallLimits = {
  timeoutMs: 2_600,
  attempts: 2,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** HubSpot over HTTP. Throws `HubSpotTrouble` (`not-configured`) for an origin that is not HubSpot's or this machine's. */
export function hubSpot(settings: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly limits?: CallLimits;
}): HubSpot {
  const client = connect({ ...settings, limits: settings.limits ?? LIMITS });
  return {
    contacts: hubSpotContacts(client),
    consents: hubSpotConsents(client),
    installation: hubSpotInstallation(client, settings.token),
  };
}
