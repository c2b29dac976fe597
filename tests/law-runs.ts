/** The seed of every run that names no other: `npm test` draws the same cases each time. */
const SEED = 20_261_124;

/**
 * How many cases a property test draws, and from which seed. `npm run laws` draws ten times as many from a fresh seed,
 * the mutation run a small part.
 */
export function lawRuns(usual: number): { readonly numRuns: number; readonly seed: number } {
  const { LAW_SEED } = process.env;
  return {
    numRuns: Math.ceil(usual * times()),
    seed: LAW_SEED === undefined ? SEED : Number(LAW_SEED),
  };
}

/** The time limit, in milliseconds, of a test that takes as long as it draws cases. */
export function lawTimeout(usualMs: number): number {
  return usualMs * Math.max(1, times());
}

function times(): number {
  return Number(process.env['LAW_TIMES'] ?? '1');
}
