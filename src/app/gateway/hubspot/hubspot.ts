import type { HubSpot } from '../ports.ts';
import type { CallLimits } from './call.ts';
import { connect } from './client.ts';
import { hubSpotConsents } from './consents.ts';
import { hubSpotContacts } from './contacts.ts';
import { hubSpotInstallation } from './installation.ts';
import { hubSpotSources } from './sources/sources.ts';

/** HubSpot's local runner gives a function 15 s; all calls of one question share 8 s. */
const ALL_MS = 8_000;

/** Time and chance, where they are not the machine's. */
interface Surroundings extends Pick<CallLimits, 'after' | 'random'> {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const MACHINE: Surroundings = {
  now: Date.now,
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: Math.random,
};

function limitsFromNow({ now, after, random }: Surroundings): CallLimits {
  const end = now() + ALL_MS;
  return { timeoutMs: 2_600, attempts: 2, remainingMs: () => end - now(), after, random };
}

/** HubSpot over HTTP. Throws `HubSpotTrouble` (`not-configured`) for an origin that is not HubSpot's or this machine's. */
export function hubSpot(settings: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly surroundings?: Surroundings;
}): HubSpot {
  const limits = limitsFromNow(settings.surroundings ?? MACHINE);
  const client = connect({ ...settings, limits });
  return {
    contacts: hubSpotContacts(client),
    consents: hubSpotConsents(client),
    installation: hubSpotInstallation(client, settings.token),
    sources: hubSpotSources(client),
  };
}
