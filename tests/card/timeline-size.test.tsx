import { describe, expect, it } from 'vitest';
import { drawn, historyOf, many } from './timeline-drawn.tsx';

/** What the bench promises is 1.5; here the machine may be busy, and a walk over all events still shows. */
const MOST_TIMES_LONGER = 3;

describe('a timeline of ten thousand events', () => {
  const few = historyOf(many(100));
  const all = historyOf(many(10_000));

  it(
    'opens about as fast as one of a hundred, and so does its last page',
    { timeout: 60_000 },
    () => {
      const least = { few: Infinity, all: Infinity, last: Infinity };
      for (let round = 0; round < 40; round += 1) {
        least.few = Math.min(
          least.few,
          msOf(() => drawn(few)),
        );
        least.all = Math.min(
          least.all,
          msOf(() => drawn(all)),
        );
        const pages = drawn(all);
        least.last = Math.min(
          least.last,
          msOf(() => {
            pages.turnTo(round % 2 === 0 ? 500 : 499);
          }),
        );
      }
      expect(least.all / least.few).toBeLessThan(MOST_TIMES_LONGER);
      expect(least.last / least.few).toBeLessThan(MOST_TIMES_LONGER);
    },
  );
});

function msOf(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
