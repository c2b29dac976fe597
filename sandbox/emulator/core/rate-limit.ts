/** A rolling window: so many calls in so many milliseconds, by the emulator's own clock. */
interface RateLimit {
  /** Calls that may still be made, after this one; `undefined` where this one is one too many. */
  take(key: string, now: number): number | undefined;
  clear(): void;
}

export function rollingLimit(max: number, windowMs: number): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key, now) {
      const recent = (taken.get(key) ?? []).filter((at) => at > now - windowMs);
      taken.set(key, recent);
      if (recent.length >= max) return undefined;
      recent.push(now);
      return max - recent.length;
    },
    clear() {
      taken.clear();
    },
  };
}
