import type { Instant } from './consent-event.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The last millisecond (UTC) at which people in a time zone (IANA name) had not yet reached the day after `on`
 * (`YYYY-MM-DD`, from year 1 on). Where clocks go back over midnight it is the later one; a day that the zone left out
 * ends with the one before it. Throws `RangeError` for a zone that is not known here, and for what is no day.
 */
export function endOfDay(on: string, timeZone: string): Instant {
  return new Date(lastBefore(midnightOf(on) + DAY_MS, timeZone)).toISOString();
}

/** Whether a day (`YYYY-MM-DD`) has begun in a time zone at an instant, given in milliseconds since the epoch. Throws as `endOfDay` does. */
export function hasBegun(on: string, timeZone: string, now: number): boolean {
  return lastBefore(midnightOf(on), timeZone) < now;
}

/** When a day begins on a clock of UTC. */
function midnightOf(on: string): number {
  return Date.parse(`${on}T00:00:00.000Z`);
}

/** The last instant at which clocks in a zone showed less than this, which is written as if it were UTC. */
function lastBefore(midnight: number, timeZone: string): number {
  const wall = wallIn(timeZone);
  // No zone changes its clocks twice within thirty hours, so one of the two offsets around midnight holds there.
  const ends = [-15, 15].map((hours) => {
    const near = midnight + hours * HOUR_MS;
    return midnight - (wall(near) - near) - 1;
  });
  return Math.max(...ends.filter((end) => wall(end) < midnight));
}

/** What clocks in a zone show at an instant, written as if it were UTC; whole seconds. */
function wallIn(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const seconds = Math.floor(ms / 1_000) * 1_000;
    const parts = format.formatToParts(seconds);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const isBeforeChrist = parts.some(({ type, value }) => type === 'era' && value.startsWith('B'));
    const wall = new Date(0);
    // `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
    wall.setUTCFullYear(
      isBeforeChrist ? 1 - part('year') : part('year'),
      part('month') - 1,
      part('day'),
    );
    wall.setUTCHours(part('hour'), part('minute'), part('second'));
    return wall.getTime() + (ms - seconds);
  };
}
