import type { HubSpot } from '../ports.ts';
import { hubSpotApprovals } from './approvals.ts';
import type { CallLimits } from './call.ts';
import { connect } from './client.ts';
import { hubSpotConsents } from './consents.ts';
import { hubSpotContacts } from './contacts.ts';
import type { Send } from './http/send.ts';
import { hubSpotInstallation } from './installation.ts';
import type { SeenWhole } from './ledger/schema.ts';
import { hubSpotLedger } from './ledger/store.ts';
import { hubSpotMarketingRequests } from './marketing-requests.ts';
import { hubSpotSetUp } from './set-up.ts';
import { hubSpotSources } from './sources/sources.ts';

/** How long HubSpot is waited for, in milliseconds. */
export interface Patience extends Pick<CallLimits, 'timeoutMs' | 'attempts'> {
  /** All calls of one question together. */
  readonly allMs: number;
  /** The ledger's calls among them: a way out must not run out of time because the record is slow. */
  readonly ledgerMs: number;
  /**
   * Of `allMs`, kept for a change until one was sent or none follows: an opt-out must not run out of time because
   * something that it does not need can't be read.
   */
  readonly changeMs: number;
}

/** HubSpot's local runner gives a function 15 s, and people wait for its answer. */
const OF_A_FUNCTION: Patience = {
  timeoutMs: 2_600,
  attempts: 2,
  allMs: 8_000,
  ledgerMs: 4_500,
  changeMs: 1_500,
};

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

function limitsFromNow(
  { timeoutMs, attempts, allMs, changeMs }: Patience,
  { now, after, random }: Surroundings,
): CallLimits & { readonly noChangeFollows: () => void } {
  const end = now() + allMs;
  let keptMs = changeMs;
  return {
    timeoutMs,
    attempts,
    after,
    random,
    remainingMs: (kind) => {
      if (kind === 'write') keptMs = 0;
      return end - now() - keptMs;
    },
    noChangeFollows: () => {
      keptMs = 0;
    },
  };
}

/** Counts only the time in which some call of the ledger is under way. What the ledger writes is no change of the contact. */
function ledgerLimits(
  limits: CallLimits,
  { ledgerMs }: Patience,
  { now }: Surroundings,
): CallLimits {
  let spentMs = 0;
  let busyUntil = 0;
  return {
    ...limits,
    remainingMs: () => Math.min(limits.remainingMs('read'), ledgerMs - spentMs),
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
  readonly patience?: Patience;
  /** How requests go out; over HTTP where nothing is said. */
  readonly send?: Send;
  /** Given again by whoever asks again soon, it spares a call. */
  readonly seenWhole?: SeenWhole;
}): HubSpot {
  const surroundings = settings.surroundings ?? MACHINE;
  const patience = settings.patience ?? OF_A_FUNCTION;
  const limits = limitsFromNow(patience, surroundings);
  const client = connect({ ...settings, limits });
  const ledgerClient = client.within(ledgerLimits(limits, patience, surroundings));
  const installation = hubSpotInstallation(client, settings.token);
  return {
    approvals: hubSpotApprovals(client),
    contacts: hubSpotContacts(client),
    consents: hubSpotConsents(client),
    installation,
    marketing: hubSpotMarketingRequests(client, installation),
    sources: hubSpotSources(client),
    ledger: hubSpotLedger(ledgerClient, surroundings.now, settings.seenWhole),
    setUp: hubSpotSetUp(client),
    noChangeFollows: limits.noChangeFollows,
  };
}
