import type { Entry } from './entry.ts';

/**
 * What became of an append, by what stands at its position afterwards. HubSpot may lose it, keep it twice, show it
 * late, or have kept somebody else's first; what its answer said matters less than what can be read.
 */
type Appended =
  /** It stands there alone, once or in equal copies. */
  | 'kept'
  /** It stands there, and so does another: a fork. */
  | 'forked'
  /** Another entry has the position: take the next one. */
  | 'taken'
  /** Nothing stands there: lost, or not visible yet. Append the very same entry again. */
  | 'not-there';

export function becameOf(entry: Entry, found: readonly Entry[]): Appended {
  const isThere = found.some(({ hash }) => hash === entry.hash);
  const isOther = found.some(({ hash }) => hash !== entry.hash);
  if (isThere) return isOther ? 'forked' : 'kept';
  return isOther ? 'taken' : 'not-there';
}
