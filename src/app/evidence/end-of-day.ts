import type { Instant } from './consent-event.ts';

const HOUR_MS = 3_600_000;

/**
 * The last millisecond (UTC) at which people in a time zone (IANA name) had not yet reached the day after `on`
 * (`YYYY-MM-DD`). Where clocks go back over midnight it is the later one; a day that the zone left out ends with the
 * one before it. Throws `RangeError` for a zone that is not known here.
 */
export function endOfDay(on: string, timeZone: string): Instant {
  const midnight = Date.parse(`${nextDay(on)}T00:00:00.000Z`);
  const wall = wallIn(timeZone);
  // No zone changes its clocks twice within thirty hours, so one of the two offsets around midnight holds there.
  const ends = [-15, 15].map((hours) => {
    const near = midnight + hours * HOUR_MS;
    return midnight - (wall(near) - near) - 1;
  });
  return new Date(Math.max(...ends.filter((end) => wall(end) < midnight))).toISOString();
}

/** Whether a day (`YYYY-MM-DD`) has begun in a time zone at an instant, given in milliseconds since the epoch. */
export function hasBegun(on: string, timeZone: string, now: number): boolean {
  return Date.parse(endOfDay(nextDay(on, -1), timeZone)) < now;
}

function nextDay(on: string, days = 1): string {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + days * 24 * HOUR_MS)
    .toISOString()
    .slice(0, 10);
}

/** What clocks in a zone show at an instant, written as if it were UTC; whole seconds. */
function wallIn(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
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
    return (
      Date.UTC(
        part('year'),
        part('month') - 1,
        part('day'),
        part('hour'),
        part('minute'),
        part('second'),
      ) +
      (ms - seconds)
    );
  };
}
