import {
  otherwise,
  SWITCHES,
  TODAY,
  type Assumptions,
  type SwitchName,
} from '../../sandbox/emulator/hubspot/assumptions.ts';

/** One HubSpot as it may turn out to be: today's answers, or one question answered otherwise. */
interface World {
  readonly name: string;
  readonly assumptions: Assumptions;
}

export const WORLDS: readonly World[] = [
  { name: 'today', assumptions: TODAY },
  ...(Object.keys(SWITCHES) as SwitchName[]).flatMap((name) =>
    SWITCHES[name].others.map((answer, which) => ({
      name: `${name}: ${JSON.stringify(answer)}`,
      assumptions: otherwise(name, which),
    })),
  ),
];

/**
 * Entries of the ledger that are read this late, in milliseconds, can't be read back within a call. The product then
 * opts nobody in, and says that it could not record it.
 */
const TOO_LATE_MS = 5_000;

export function canReadBack({ readsAfterWrite, readDelayMs }: Assumptions): boolean {
  return readsAfterWrite === 'at-once' || readDelayMs < TOO_LATE_MS;
}
