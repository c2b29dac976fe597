import { setImmediate } from 'node:timers';

/** When things happen: virtual here, real where built functions are played. */
export interface Time {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back when so many milliseconds have passed, unless what it returns is called before. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** So much time passes in which nobody does anything. */
  readonly skip: (ms: number) => void;
}

interface VirtualTime extends Time {
  /** Lets everything happen that was planned, and all that follows from it, one thing at a time. */
  run(): Promise<void>;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

/**
 * Time that stands still until nobody has anything left to do, and then jumps to what is planned next. All that
 * runs in between are promises: no socket, no file and no timer of the machine, so that one turn of Node's
 * loop is enough for everyone to come to rest, and two runs are equal.
 */
export function virtualTime(start: number): VirtualTime {
  const planned: Planned[] = [];
  let now = start;
  let order = 0;
  return {
    now: () => now,
    after(ms, then) {
      order += 1;
      const one: Planned = { at: now + Math.max(0, Math.ceil(ms)), order, then };
      let place = planned.length;
      while (place > 0 && (planned[place - 1]?.at ?? 0) > one.at) place -= 1;
      planned.splice(place, 0, one);
      return () => {
        const found = planned.indexOf(one);
        if (found >= 0) planned.splice(found, 1);
      };
    },
    skip(ms) {
      now += ms;
    },
    async run() {
      for (;;) {
        await allAtRest();
        const next = planned.shift();
        if (next === undefined) return;
        now = next.at;
        next.then();
      }
    },
  };
}

function allAtRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface RealTime extends Time {
  /** How much is planned and has not happened yet. */
  readonly planned: () => number;
}

/** The machine's time, as if it had been `start` when this was made. */
export function realTime(start: number): RealTime {
  let ahead = start - Date.now();
  let planned = 0;
  return {
    now: () => Date.now() + ahead,
    planned: () => planned,
    skip(ms) {
      ahead += ms;
    },
    after(ms, then) {
      planned += 1;
      const timer = setTimeout(() => {
        planned -= 1;
        then();
      }, ms);
      let isCancelled = false;
      return () => {
        if (!isCancelled) planned -= 1;
        isCancelled = true;
        clearTimeout(timer);
      };
    },
  };
}
