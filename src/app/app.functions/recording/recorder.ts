import { HubSpotTrouble } from '../../gateway/trouble.ts';
import type { Unsaved } from '../../contract/reply.ts';
import type { Chain } from '../../ledger/chain.ts';
import { inOrder, type Entry } from '../../ledger/entry.ts';
import { keep, type Kept } from '../../ledger/keep.ts';
import type { PersonalValues } from '../../ledger/personal.ts';
import { seal, type Sealed } from '../../ledger/sealed.ts';
import { StatementRefused, type Chainless } from '../../ledger/statement.ts';
import { mayTravel } from '../../ledger/unsaved.ts';
import { LedgerNotSetUp } from '../../ledger/store.ts';
import type { World } from '../world.ts';
import { ledgerState, type LedgerRead } from './ledger-of.ts';

/** What became of one statement. */
export type Recording =
  | { readonly kind: 'kept'; readonly isForked: boolean }
  | { readonly kind: 'same' | 'conflicting'; readonly entry: Entry }
  /** It goes to whoever asked, signed, to be sent again. */
  | { readonly kind: 'travels' }
  | { readonly kind: 'not-kept' };

/** Writes down what happens to one contact during one call. */
export interface Recorder {
  record(draft: Chainless, personal: PersonalValues): Promise<Recording>;
  /** What could not be kept so far, in the order in which it happened. */
  unsaved(): readonly Unsaved[];
  /** Something was to be recorded that neither is kept nor travels. */
  hasLost(): boolean;
  /** The chain as far as it was read, with what was kept since. */
  entries(): readonly Entry[];
}

/**
 * A recorder over the chain as it was read. A statement that can't be kept travels, if it may, and so does whatever
 * follows it; nothing here ever throws, neither what the store or HubSpot threw nor for what can't be put into words.
 */
export function recorderOf(ledger: LedgerRead, world: World): Recorder {
  const { hubspot, keys, now, wait } = world;
  const travelling: Sealed[] = [];
  let hasLost = false;
  let known = ledger.kind === 'read' ? ledger.entries : undefined;
  const { chain } = ledger;
  const hasPlace = ledgerState(ledger) !== 'not-set-up';

  const tryToKeep = async (sealed: Sealed): Promise<Kept> => {
    if (keys === undefined || !hasPlace || travelling.length > 0) return { kind: 'not-known' };
    try {
      const kept = await keep(
        sealed,
        {
          store: hubspot.ledger,
          signer: keys.signer,
          now,
          wait,
          isPatient: isOutcome(sealed),
          withinMs: patienceMs(sealed),
        },
        known,
      );
      if (kept.kind === 'kept') known = inOrder([...(known ?? []), kept.entry]);
      return kept;
    } catch (error) {
      explainNotKept(error, world);
      return { kind: 'not-known' };
    }
  };

  return {
    async record(draft, personal) {
      const sealed =
        keys === undefined || chain === undefined
          ? undefined
          : sealOf(draft, personal, chain, keys, world);
      if (sealed === undefined) {
        hasLost = true;
        return { kind: 'not-kept' };
      }
      const kept = await tryToKeep(sealed);
      if (kept.kind === 'kept') return { kind: 'kept', isForked: kept.isForked };
      if (kept.kind !== 'not-known') return kept;
      if (!mayTravel(sealed.statement)) return { kind: 'not-kept' };
      travelling.push(sealed);
      return { kind: 'travels' };
    },
    unsaved: () => travelling,
    hasLost: () => hasLost,
    entries: () => known ?? [],
  };
}

/** `undefined` where HubSpot says something that the ledger's form has no room for: that must not stop a way out. */
function sealOf(
  draft: Chainless,
  personal: PersonalValues,
  chain: Chain,
  keys: NonNullable<World['keys']>,
  world: World,
): Sealed | undefined {
  try {
    return seal({ ...draft, chain }, personal, keys);
  } catch (error) {
    explainNotKept(error, world);
    return undefined;
  }
}

/** A way in waits for its record; a way out would rather go without. */
function patienceMs({ statement }: Sealed): number {
  return mayTravel(statement) ? 2_000 : 4_000;
}

/** Nothing waits for it, and whoever reads next would end what it ends. */
function isOutcome({ statement: { kind } }: Sealed): boolean {
  return kind === 'outcome';
}

/** One log line, codes only. */
export function explainNotKept(
  error: unknown,
  { log, correlationId }: Pick<World, 'log' | 'correlationId'>,
): void {
  const code =
    error instanceof HubSpotTrouble
      ? error.code
      : error instanceof LedgerNotSetUp
        ? 'ledger-not-set-up'
        : error instanceof StatementRefused
          ? 'statement-refused'
          : 'internal';
  log({ level: 'error', correlationId, code, kind: 'ledger-not-kept' });
}
