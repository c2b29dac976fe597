import type { PublicKeys, Signer } from '../ledger/keys.ts';
import type { Random } from '../ledger/personal.ts';
import type { HubSpot } from '../gateway/ports.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Policy } from '../policy/policy.ts';

/** Everything a use case may touch; a test hands in another. */
export interface World {
  readonly hubspot: HubSpot;
  readonly policy: Policy;
  readonly organisation: Organisation;
  /** What the record of changes is signed, salted and checked with; absent where the app has no key. */
  readonly keys?: {
    readonly signer: Signer;
    readonly publicKeys: PublicKeys;
    readonly random: Random;
  };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly correlationId: string;
  /** One line for the function's log: codes only, never a contact's data or the token. */
  readonly log: (line: Readonly<Record<string, string>>) => void;
}

/** What HubSpot hands a function, as far as it is used; nothing in it is believed before it is parsed. */
export interface FunctionInput {
  readonly parameters?: unknown;
  readonly propertiesToSend?: unknown;
  /** A user, where HubSpot itself names one. */
  readonly userId?: unknown;
}
