/** A rolling window: so many calls in so many milliseconds, by the emulator's own clock. */
interface RateLimit {
  /** Calls that may still be made, after this one; `undefined` where this one is one too many. */
  take(key: string, now: number): number | undefined;
}

export function rollingLimit(
  max: number,
  windowMs: number,
  { countsRefused }: { readonly countsRefused: boolean },
): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key, now) {
      const recent = taken.get(key) ?? [];
      taken.set(key, recent);
      while ((recent[0] ?? Infinity) <= now - windowMs) recent.shift();
      const isTooMany = recent.length >= max;
      if (!isTooMany || countsRefused) recent.push(now);
      return isTooMany ? undefined : max - recent.length;
    },
  };
}
