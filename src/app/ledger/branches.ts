import { originOf, type Head } from './chain.ts';
import { headOf, type Entry } from './entry.ts';

/** Two entries or more that follow the same one and are not joined. All are kept. */
interface Fork {
  readonly n: number;
  readonly branches: readonly Head[];
}

interface Branches {
  /** The ends no `joined` entry has settled, the one to extend first: one where all is well, none in an empty chain. */
  readonly ends: readonly Head[];
  readonly forks: readonly Fork[];
}

/**
 * How a chain branches. While there is more than one end, opt-ins wait for an admin, and opt-outs go on at the
 * first: the longest branch, and of equals the one with the smaller hash, so that everybody picks the same.
 */
export function branchesOf(found: readonly Entry[]): Branches {
  const byHash = new Map(found.map((entry) => [entry.hash, entry]));
  const entries = [...byHash.values()];
  const followers = new Map<string, Entry[]>();
  for (const entry of entries) {
    followers.set(entry.previous, [...(followers.get(entry.previous) ?? []), entry]);
  }
  const besides = new Set(
    entries.flatMap(({ statement }) =>
      statement.kind === 'joined' ? statement.beside.map(({ hash }) => hash) : [],
    ),
  );
  const ends = entries
    .filter(({ hash }) => !followers.has(hash) && !besides.has(hash))
    .sort((a, b) => b.n - a.n || (a.hash < b.hash ? -1 : 1));

  const open = new Set<string>();
  for (const end of ends) {
    let at: Entry | undefined = end;
    while (at !== undefined && !open.has(at.hash)) {
      open.add(at.hash);
      at = byHash.get(at.previous);
    }
  }
  const forks = [...followers.values()]
    .map((siblings) => siblings.filter(({ hash }) => open.has(hash)))
    .filter((siblings) => siblings.length > 1)
    .map((siblings) => ({
      n: Math.min(...siblings.map(({ n }) => n)),
      branches: siblings.map(headOf),
    }))
    .sort((a, b) => a.n - b.n);
  return { ends: ends.map(headOf), forks };
}

/** Follows its own chain's origin, and so must be its first entry. */
export function isFirst({ statement, previous }: Entry): boolean {
  return previous === originOf(statement.chain);
}
