import type { Chain } from '../../ledger/chain.ts';
import { inOrder, type Entry } from '../../ledger/entry.ts';
import { LedgerBroken, LedgerNotSetUp } from '../../ledger/store.ts';
import { verify } from '../../ledger/verify.ts';
import { HubSpotTrouble } from '../../gateway/trouble.ts';
import type { LedgerState, UnreadPart } from '../../contract/snapshot.ts';
import { reasonOf } from '../reading-part.ts';
import type { World } from '../world.ts';

/** A contact's chain as it was read, and how far it can be relied on. */
export type LedgerRead =
  | {
      readonly kind: 'read';
      readonly chain: Chain;
      readonly entries: readonly Entry[];
      readonly state: LedgerState;
      /** Why nobody knows whether it can grow. */
      readonly because?: UnreadPart['because'];
    }
  /** The portal has no place for the record; without its chain's name the app has no key to sign with either. */
  | { readonly kind: 'not-set-up'; readonly chain?: Chain }
  /** HubSpot did not say. The chain is known where the portal is. */
  | {
      readonly kind: 'not-read';
      readonly chain?: Chain;
      readonly because: UnreadPart['because'];
    };

/** Reads and verifies. What goes wrong here never keeps anyone from the rest: it is an answer. */
export async function ledgerOf(
  contactId: string,
  { hubspot, keys, log, correlationId }: World,
): Promise<LedgerRead> {
  if (keys === undefined) return { kind: 'not-set-up' };
  let chain: Chain | undefined;
  let because: UnreadPart['because'] | undefined;
  try {
    chain = { portal: await hubspot.installation.portalId(), contact: contactId };
    const [found, isSetUp] = await Promise.all([hubspot.ledger.read(chain), canAppend()]);
    const entries = inOrder(found);
    const state = stateOf(entries, chain, keys.publicKeys);
    return {
      kind: 'read',
      chain,
      entries,
      state: state === 'ready' ? isSetUp : state,
      ...(because === undefined ? {} : { because }),
    };
  } catch (error) {
    if (error instanceof LedgerNotSetUp && chain !== undefined)
      return { kind: 'not-set-up', chain };
    if (error instanceof LedgerBroken && chain !== undefined) {
      return { kind: 'read', chain, entries: inOrder(error.entries), state: 'broken' };
    }
    return {
      kind: 'not-read',
      because: notRead(error),
      ...(chain === undefined ? {} : { chain }),
    };
  }

  /** What is in the record may be read where nothing can be added to it: the object lacks a property, or is another's. */
  async function canAppend(): Promise<'ready' | 'not-set-up' | 'not-read'> {
    try {
      return (await hubspot.ledger.isSetUp()) ? 'ready' : 'not-set-up';
    } catch (error) {
      because = notRead(error);
      return 'not-read';
    }
  }

  function notRead(error: unknown): UnreadPart['because'] {
    const reason =
      error instanceof HubSpotTrouble ? reasonOf(error) : { code: 'internal' as const };
    log({ level: 'error', correlationId, code: reason.code, kind: 'ledger-not-read' });
    return reason;
  }
}

export function ledgerState(ledger: LedgerRead): LedgerState {
  return ledger.kind === 'read' ? ledger.state : ledger.kind;
}

/** That the record was not read, or that nobody knows whether it can grow. */
export function unreadLedger(ledger: LedgerRead): readonly UnreadPart[] {
  if (ledger.kind === 'not-set-up' || ledger.because === undefined) return [];
  return ledgerState(ledger) === 'not-read' ? [{ part: 'ledger', because: ledger.because }] : [];
}

export function entriesOf(ledger: LedgerRead): readonly Entry[] {
  return ledger.kind === 'read' ? ledger.entries : [];
}

function stateOf(
  entries: readonly Entry[],
  chain: Chain,
  publicKeys: NonNullable<World['keys']>['publicKeys'],
): 'ready' | 'forked' | 'broken' {
  const found = verify(entries, { chain, publicKeys });
  if (found.status === 'verified') return 'ready';
  return found.problems.every(({ code }) => code === 'fork') ? 'forked' : 'broken';
}
