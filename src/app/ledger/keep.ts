import { becameOf } from './append.ts';
import { branchesOf } from './branches.ts';
import { entryAfter, inOrder, type Entry } from './entry.ts';
import type { Signer } from './keys.ts';
import { meaningOf } from './requests.ts';
import type { Sealed } from './sealed.ts';
import type { LedgerStore } from './store.ts';

export type Kept =
  /** It stands in the chain, read back. While the chain is forked, opt-ins wait for an admin. */
  | { readonly kind: 'kept'; readonly entry: Entry; readonly isForked: boolean }
  /** It stood there already, or something else stands for its request id. */
  | { readonly kind: 'same' | 'conflicting'; readonly entry: Entry }
  /** It could not be read back. It may still show: sent again later, it is then `same`. */
  | { readonly kind: 'not-known' };

export interface Keeping {
  readonly store: LedgerStore;
  readonly signer: Signer;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Nothing depends on knowing at once that it stands. */
  readonly isPatient?: boolean;
  /** Milliseconds that may be spent on it, looks and waits and all; a look begun is ended. */
  readonly withinMs?: number;
}

/** A write may show late: look again before appending again, which is harmless: same key, same hash. */
const LOOKS = [
  { afterMs: 0, append: true },
  { afterMs: 150, append: false },
  { afterMs: 400, append: true },
  { afterMs: 800, append: false },
  { afterMs: 1_200, append: false },
] as const;

/** Looks for what nobody waits for: whoever reads next finds it, or keeps it again. */
const FEW = 3;

/**
 * Gives a sealed statement its place and reads it back. Where others are faster it takes the next place. A
 * place whose entry can't be seen is never given up for another: both could turn out to be kept. `read` is
 * the chain as it was read a moment ago, where it was. Throws what the store throws.
 */
export async function keep(sealed: Sealed, world: Keeping, read?: readonly Entry[]): Promise<Kept> {
  const { store, signer } = world;
  const { chain } = sealed.statement;
  let known = inOrder(read ?? (await store.read(chain)));
  const until = world.now() + (world.withinMs ?? Infinity);
  for (let tries = 0; tries < PLACES && world.now() <= until; tries += 1) {
    const meaning = meaningOf(known, sealed);
    if (meaning.kind !== 'new') return meaning;
    const keptAt = new Date(world.now()).toISOString();
    const entry = entryAfter(branchesOf(known).ends[0], sealed, { keptAt, signer });
    const found = await appendAndLook(entry, world, until);
    known = inOrder([...known, ...found]);
    switch (becameOf(entry, found)) {
      case 'kept':
      case 'forked':
        return { kind: 'kept', entry, isForked: branchesOf(known).ends.length > 1 };
      case 'not-there':
        return { kind: 'not-known' };
      case 'taken':
        break;
    }
  }
  return { kind: 'not-known' };
}

/** How many others may be faster before this one gives up. */
const PLACES = 5;

async function appendAndLook(
  entry: Entry,
  { store, wait, now, isPatient = false }: Keeping,
  until: number,
): Promise<readonly Entry[]> {
  let isAccepted = false;
  let isTaken = false;
  for (const [nth, { afterMs, append }] of LOOKS.entries()) {
    // Somebody is there and does not show yet: that takes a while, and then the next place is free.
    if (isPatient && nth >= FEW && !isTaken) break;
    if (now() + afterMs > until) break;
    if (afterMs > 0) await wait(afterMs);
    if (append) {
      const answer = await store.append(entry);
      isAccepted ||= answer === 'accepted';
      isTaken ||= answer === 'taken';
    }
    const found = await store.at(entry.statement.chain, entry.n);
    if (found.length > 0) return found;
  }
  // HubSpot's word is enough where nothing depends on it: whoever reads next sees it, or records the end again.
  return isPatient && isAccepted ? [entry] : [];
}
