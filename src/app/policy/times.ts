import type { Instant } from '../evidence/consent-event.ts';

/** When something last happened: an instant or `NEVER`; `undefined` where that is not known. */
export type LastTime = Instant | undefined;

/** It is known that it never happened. */
export const NEVER = 'never';

const DAY_MS = 86_400_000;
/** How long a change of this product may be taken back: ten minutes. */
const UNDO_MS = 600_000;

/**
 * Whether the last opt-in that carries consent is older than the organisation's limit. Without such an
 * opt-in there is no consent to grow old. `undefined`: not known.
 */
export function isOutdated(
  lastConsent: LastTime,
  now: Instant,
  lifetimeDays: number | 'unlimited',
): boolean | undefined {
  if (lifetimeDays === 'unlimited') return false;
  return lastConsent === undefined ? undefined : olderThan(lifetimeDays, lastConsent, now);
}

/**
 * Whether the contact said no so lately that staff may not ask again: opted out (and has not come back), or
 * refused a request. `undefined`: not known. A time in the future, as clocks differ, is as late as can be.
 */
export function isCoolingOff(
  no: { readonly lastOptOut: LastTime; readonly lastRefusedRequest: LastTime },
  now: Instant,
  coolingOffDays: number,
): boolean | undefined {
  if (coolingOffDays === 0) return false;
  const times = [no.lastOptOut, no.lastRefusedRequest];
  const known = times.filter((time) => time !== undefined);
  if (known.some((time) => time !== NEVER && !olderThan(coolingOffDays, time, now))) return true;
  return known.length === times.length ? false : undefined;
}

/**
 * Whether a change of this product may still be taken back. A time in the future, as clocks differ, counts by its
 * distance, so that no wrong clock keeps an undo open for longer.
 */
export function undoTime(changedAt: Instant, now: Instant): 'runs' | 'over' {
  const distance = Math.abs(Date.parse(now) - Date.parse(changedAt));
  return distance <= UNDO_MS ? 'runs' : 'over';
}

/** The last moment at which it may. */
export function undoUntil(changedAt: Instant): Instant {
  return new Date(Date.parse(changedAt) + UNDO_MS).toISOString();
}

/** Whether a complaint still stands: it does unless the contact is known to have come back after it. */
export function complaintStands(
  complaint: 'none' | { readonly at?: Instant } | undefined,
  lastReturn: LastTime,
): boolean | undefined {
  if (complaint === undefined) return undefined;
  if (complaint === 'none') return false;
  if (lastReturn === undefined || lastReturn === NEVER || complaint.at === undefined) return true;
  return Date.parse(lastReturn) <= Date.parse(complaint.at);
}

function olderThan(days: number, time: Instant, now: Instant): boolean {
  return time !== NEVER && Date.parse(now) - Date.parse(time) > days * DAY_MS;
}
