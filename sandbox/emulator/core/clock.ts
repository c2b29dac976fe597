/** The emulator's only time: given, never read from the machine. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  set(ms: number): void;
  advance(ms: number): void;
}

export function clockAt(start: number): Clock {
  let at = start;
  return {
    now: () => at,
    set: (ms) => {
      at = ms;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}
