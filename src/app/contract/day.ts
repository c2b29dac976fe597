import * as z from 'zod/mini';

/** The earliest day a request may name. Marketing by email is younger, and so is every record HubSpot keeps. */
const EARLIEST_DAY = '1990-01-01';

/** The time zone furthest ahead of UTC, UTC+14 (Line Islands, Kiribati). */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/** A day of the calendar, `YYYY-MM-DD`, that exists and is not absurdly long ago. Whether it has begun needs a clock. */
export const Day = z.iso
  .date({ abort: true })
  .check(z.refine((day) => day >= EARLIEST_DAY, { error: 'too-long-ago' }));

/**
 * Whether a day has begun anywhere on earth at an instant (milliseconds since the epoch). A contact may live in a zone
 * ahead of the account's and of the function's, so that their day may be tomorrow there.
 */
export function hasBegunSomewhere(day: string, now: number): boolean {
  return day <= new Date(now + FURTHEST_AHEAD_MS).toISOString().slice(0, 10);
}
