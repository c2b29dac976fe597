import { describe, expect, it } from 'vitest';
import { violationsOf } from './invariants.ts';
import { MUTANT_NAMES, MUTANTS, type MutantName } from './mutants.ts';
import { play } from './play.ts';
import { drawn } from './schedule.ts';

/** The short form of `npm run faults`. A failing seed is played alone by `npm run faults -- --only SEED`. */
const SCHEDULES = 300;
const FIRST_SEED = 1;

describe('whatever fails, whoever else acts and in whatever order', () => {
  it(`holds in ${String(SCHEDULES)} schedules`, { timeout: 120_000 }, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
      const violations = violationsOf(await play(drawn(seed)));
      expect({ seed, violations }).toEqual({ seed, violations: [] });
    }
  });

  it('a seed plays the same each time, to the letter', { timeout: 60_000 }, async () => {
    for (const seed of [7, 22, 116, 886, 1216, 1870, 2575, 2951]) {
      const [one, again] = [await play(drawn(seed)), await play(drawn(seed))];
      expect(again.log.join('\n')).toBe(one.log.join('\n'));
      expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    }
  });

  it('seeds are not all alike', async () => {
    const logs = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) logs.add((await play(drawn(seed))).log.join('\n'));
    expect(logs.size).toBe(20);
  });
});

describe('the suite notices a product that', () => {
  it.each(MUTANT_NAMES.map((name) => [MUTANTS[name].does, name] as const))(
    '%s',
    { timeout: 120_000 },
    async (_does, name) => {
      expect(await firstSeedThatNotices(name)).toBeLessThanOrEqual(SCHEDULES);
    },
  );
});

async function firstSeedThatNotices(name: MutantName): Promise<number> {
  for (let seed = 1; seed <= SCHEDULES; seed += 1) {
    const violations = violationsOf(await play(drawn(seed), name));
    if (violations.some(({ invariant }) => invariant === MUTANTS[name].noticedBy)) return seed;
  }
  return Infinity;
}
