import type { HubSpot } from '../ports.ts';
import type { CallLimits } from './call.ts';
import { connect } from './client.ts';
import { hubSpotConsents } from './consents.ts';
import { hubSpotContacts } from './contacts.ts';
import { hubSpotInstallation } from './installation.ts';
import { hubSpotLedger } from './ledger/store.ts';
import { hubSpotMarketingRequests } from './marketing-requests.ts';
import { hubSpotSetUp } from './set-up.ts';
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

/** A way out must not run out of time because the record is slow: its calls may take so much of all the time. */
const LEDGER_MS = 3_000;

/** Counts only the time in which some call of the ledger is under way. */
function ledgerLimits(limits: CallLimits, { now }: Surroundings): CallLimits {
  let spentMs = 0;
  let busyUntil = 0;
  return {
    ...limits,
    remainingMs: () => Math.min(limits.remainingMs(), LEDGER_MS - spentMs),
    after: (ms, then) => {
      const begun = now();
      const cancel = limits.after(ms, then);
      return () => {
        spentMs += Math.max(0, now() - Math.max(begun, busyUntil));
        busyUntil = Math.max(busyUntil, now());
        cancel();
      };
    },
  };
}

/** HubSpot over HTTP. Throws `HubSpotTrouble` (`not-configured`) for an origin that is not HubSpot's or this machine's. */
export function hubSpot(settings: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly surroundings?: Surroundings;
}): HubSpot {
  const surroundings = settings.surroundings ?? MACHINE;
  const limits = limitsFromNow(surroundings);
  const client = connect({ ...settings, limits });
  const ledgerClient = client.within(ledgerLimits(limits, surroundings));
  const installation = hubSpotInstallation(client, settings.token);
  return {
    contacts: hubSpotContacts(client),
    consents: hubSpotConsents(client),
    installation,
    marketing: hubSpotMarketingRequests(client, installation),
    sources: hubSpotSources(client),
    ledger: hubSpotLedger(ledgerClient, surroundings.now),
    setUp: hubSpotSetUp(client),
  };
}
