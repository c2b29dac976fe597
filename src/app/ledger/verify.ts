import { branchesOf, isFirst } from './branches.ts';
import type { Chain, Head } from './chain.ts';
import { bytesOf, sha256 } from './digest.ts';
import { entryBytes, headOf, isOf, placeAfter, type Entry } from './entry.ts';
import { checkSeal, type PublicKeys } from './keys.ts';
import { PERSONAL_FIELDS, personalState } from './personal.ts';

/**
 * What can be wrong with a chain. At one entry: it is not of the ledger's form, it is of another contact or portal, its content is not what
 * its hash says, a personal field is not what it commits to, a signature is false or its key not given.
 * Between entries: it stands twice, out of order, at a wrong position, after something else than it says; one
 * is missing; a joined branch is missing; a fork nobody joined; the given head is not there.
 */
export type ProblemCode =
  | 'malformed'
  | 'other-chain'
  | 'altered'
  | 'personal-altered'
  | 'unknown-key'
  | 'bad-seal'
  | 'bad-signature'
  | 'doubled'
  | 'out-of-order'
  | 'wrong-position'
  | 'wrong-previous'
  | 'missing-position'
  | 'branch-missing'
  | 'fork'
  | 'truncated';

export interface Problem {
  /** Position of the entry that is broken or missing. */
  readonly n: number;
  readonly code: ProblemCode;
  /** The entries in question, where there are several at one position. */
  readonly hashes?: readonly string[];
}

export interface Joined {
  readonly n: number;
  readonly onto: Head;
  readonly beside: readonly Head[];
}

export interface Verified {
  readonly status: 'verified';
  readonly entries: number;
  /** Absent in an empty chain. Kept elsewhere, it lets a later reader see a cut tail. */
  readonly head?: Head;
  readonly joins: readonly Joined[];
}

export interface Broken {
  readonly status: 'broken';
  /** In the order of positions: the first is where the chain breaks. */
  readonly problems: readonly [Problem, ...Problem[]];
}

interface Against {
  readonly chain: Chain;
  readonly publicKeys: PublicKeys;
  /** Hashes of heads seen earlier. Without one a cut tail can't be seen: what is left is a true chain. */
  readonly heads?: readonly string[];
}

/**
 * Checks a chain as it is written down (`inOrder`). Needs nothing but the entries and public keys. Erased personal
 * fields break nothing; whether they were erased by the rules, `gapsIn` says.
 */
export function verify(entries: readonly Entry[], against: Against): Verified | Broken {
  const problems = [
    ...entries.flatMap((entry) => wrongWithin(entry, against)),
    ...wrongBetween(entries),
    ...openForks(entries),
    ...cutAgainst(entries, against.heads ?? []),
  ];
  const [first, ...rest] = problems;
  if (first !== undefined) return broken([first, ...rest]);

  const head = branchesOf(entries).ends[0];
  return {
    status: 'verified',
    entries: entries.length,
    ...(head === undefined ? {} : { head }),
    joins: entries.flatMap(({ n, statement }) =>
      statement.kind === 'joined' ? [{ n, onto: statement.onto, beside: statement.beside }] : [],
    ),
  };
}

export function broken(problems: readonly [Problem, ...Problem[]]): Broken {
  const [first, ...rest] = [...problems].sort((a, b) => a.n - b.n);
  return { status: 'broken', problems: [first ?? problems[0], ...rest] };
}

/** What one entry says of itself. */
function wrongWithin(entry: Entry, { chain, publicKeys }: Against): Problem[] {
  const at = (code: ProblemCode): Problem => ({ n: entry.n, code });
  if (!isOf(chain, entry)) return [at('other-chain')];
  const bytes = entryBytes(entry);
  if (sha256(bytes) !== entry.hash) return [at('altered')];
  const seal = checkSeal(bytesOf('statement', entry.statement), entry.seal, publicKeys);
  const place = checkSeal(bytes, entry.placeSeal, publicKeys);
  if (seal === 'unknown-key' || place === 'unknown-key') return [at('unknown-key')];
  if (seal === 'bad') return [at('bad-seal')];
  if (place === 'bad') return [at('bad-signature')];
  const isAltered = PERSONAL_FIELDS.some(
    (field) => personalState(field, entry.statement.commitments, entry.personal) === 'altered',
  );
  return isAltered ? [at('personal-altered')] : [];
}

/** How entries follow one another. */
function wrongBetween(entries: readonly Entry[]): Problem[] {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const positions = new Set(entries.map(({ n }) => n));
  const seen = new Set<string>();
  return entries.flatMap((entry, index): Problem[] => {
    const { n, hash } = entry;
    const above = entries[index - 1];
    if (seen.has(hash)) return [{ n, code: 'doubled' }];
    seen.add(hash);
    if (above !== undefined && (n < above.n || (n === above.n && hash < above.hash))) {
      return [{ n, code: 'out-of-order' }];
    }
    const before = byHash.get(entry.previous);
    if (before === undefined && !isFirst(entry)) {
      const gap = lastMissingBefore(n, positions);
      return [
        gap === undefined ? { n, code: 'wrong-previous' } : { n: gap, code: 'missing-position' },
      ];
    }
    return wrongPlace(entry, before, byHash);
  });
}

function wrongPlace(
  { n, statement }: Entry,
  before: Entry | undefined,
  byHash: ReadonlyMap<string, Entry>,
): Problem[] {
  const follows = before === undefined ? undefined : headOf(before);
  if (statement.kind !== 'joined') {
    return n === placeAfter([follows]) ? [] : [{ n, code: 'wrong-position' }];
  }
  const { onto, beside } = statement;
  if (follows?.hash !== onto.hash) return [{ n, code: 'wrong-previous' }];
  const gone = beside.find(({ hash }) => !byHash.has(hash));
  if (gone !== undefined) return [{ n: gone.n, code: 'branch-missing', hashes: [gone.hash] }];
  const heads = beside.map(({ hash }) => byHash.get(hash)).map((one) => one && headOf(one));
  return n === placeAfter([follows, ...heads]) ? [] : [{ n, code: 'wrong-position' }];
}

/** The nearest position before `n` that nothing stands at, or the first of that gap. */
function lastMissingBefore(n: number, positions: ReadonlySet<number>): number | undefined {
  if (n === 0 || positions.has(n - 1)) return undefined;
  let gap = n - 1;
  while (gap > 0 && !positions.has(gap - 1)) gap -= 1;
  return gap;
}

function openForks(entries: readonly Entry[]): Problem[] {
  return branchesOf(entries).forks.map(({ n, branches }) => ({
    n,
    code: 'fork',
    hashes: branches.map(({ hash }) => hash),
  }));
}

function cutAgainst(entries: readonly Entry[], heads: readonly string[]): Problem[] {
  return heads
    .filter((head) => !entries.some(({ hash }) => hash === head))
    .map((head) => ({
      n: placeAfter(entries.map(headOf)),
      code: 'truncated',
      hashes: [head],
    }));
}
