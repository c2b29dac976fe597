import { branchesOf } from './branches.ts';
import type { Chain, Head } from './chain.ts';
import { inOrder, type Entry } from './entry.ts';
import { keep, type Keeping } from './keep.ts';
import type { PublicKeys } from './keys.ts';
import type { Random } from './personal.ts';
import { seal } from './sealed.ts';
import type { Statement } from './statement.ts';
import { verify, type Problem } from './verify.ts';

/** One branch of an open fork. */
interface OpenBranch {
  readonly head: Head;
  /** Its entries from the fork on, in order; those that every branch follows are left out. */
  readonly entries: readonly Entry[];
}

/** Whether a chain has a fork that a `joined` entry mends, and nothing else that is wrong with it. */
type Joinable =
  | { readonly kind: 'whole' }
  /** `branches`: the one that goes on first. */
  | {
      readonly kind: 'forked';
      readonly branches: readonly [OpenBranch, OpenBranch, ...OpenBranch[]];
    }
  /** Something is wrong that joining does not mend and must not hide. */
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

interface Against {
  readonly chain: Chain;
  readonly publicKeys: PublicKeys;
  /** Hashes of heads that were kept: the only thing that shows a cut tail. */
  readonly heads?: readonly string[];
}

type Joining =
  | Exclude<Joinable, { kind: 'forked' }>
  /** It stands there, read back, and the chain verifies with it. */
  | { readonly kind: 'joined'; readonly entry: Entry; readonly entries: number }
  /** Somebody added to a branch meanwhile, before or after the joining entry: it is to be joined again. */
  | { readonly kind: 'raced' }
  /** It could not be read back. It may still show. */
  | { readonly kind: 'not-known' };

export function joinableIn(found: readonly Entry[], against: Against): Joinable {
  const entries = inOrder(found);
  const checked = verify(entries, against);
  if (checked.status === 'verified') return { kind: 'whole' };
  const others = checked.problems.filter(({ code }) => code !== 'fork');
  if (others.length > 0) return { kind: 'broken', problems: others };
  const [first, second, ...more] = openBranches(entries);
  return first === undefined || second === undefined
    ? { kind: 'broken', problems: checked.problems }
    : { kind: 'forked', branches: [first, second, ...more] };
}

/**
 * Records that all open branches belong to one chain, which goes on after the longest; nothing is deleted, and every
 * entry of each branch goes on counting. What came of it is read anew and checked. Throws what the store throws.
 */
export async function joinBranches(
  { chain, publicKeys, heads = [] }: Against,
  world: Keeping & {
    readonly random: Random;
    readonly requestId: string;
    readonly who: Statement['who'];
  },
): Promise<Joining> {
  const { store, signer, random, requestId, who, now } = world;
  const against = { chain, publicKeys, heads };
  const entries = await store.read(chain);
  const before = joinableIn(entries, against);
  if (before.kind !== 'forked') return before;
  const [onto, ...beside] = before.branches.map(({ head }) => head);
  if (onto === undefined) return { kind: 'raced' };
  const at = new Date(now()).toISOString();
  const draft = { kind: 'joined', chain, at, requestId, who, onto, beside } as const;
  const kept = await keep(seal(draft, {}, { signer, random }), world, entries);

  const found = inOrder(await store.read(chain));
  const entry = found.find(({ statement }) => statement.requestId === requestId);
  const after = joinableIn(found, against);
  if (after.kind === 'whole' && entry !== undefined) {
    return { kind: 'joined', entry, entries: found.length };
  }
  if (after.kind === 'broken') return after;
  const isGrown = JSON.stringify(headsOf(found)) !== JSON.stringify([onto, ...beside]);
  return isGrown || kept.kind === 'kept' ? { kind: 'raced' } : { kind: 'not-known' };
}

function openBranches(entries: readonly Entry[]): OpenBranch[] {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const paths = headsOf(entries).map((head) => {
    const path: Entry[] = [];
    for (let at = byHash.get(head.hash); at !== undefined; at = byHash.get(at.previous)) {
      path.unshift(at);
    }
    return { head, path };
  });
  const isCommon = (entry: Entry) => paths.every(({ path }) => path.includes(entry));
  return paths.map(({ head, path }) => ({
    head,
    entries: path.filter((entry) => !isCommon(entry)),
  }));
}

function headsOf(entries: readonly Entry[]): readonly Head[] {
  return branchesOf(entries).ends;
}
