/** Numbers drawn from a seed: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  from(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  happens(part: number): boolean;
}

/** Each path of names has numbers of its own, so that one more drawn here moves nothing there. */
export function chance(...path: readonly (string | number)[]): Chance {
  const next = mulberry32(hashOf(path.join('/')));
  return {
    next,
    from: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    happens: (part) => next() < part,
  };
}

/** FNV-1a over UTF-16 code units, stirred (MurmurHash3's finalizer). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
