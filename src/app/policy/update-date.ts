import type { Instant } from '../evidence/consent-event.ts';
import type { Organisation } from './organisation.ts';

/**
 * The next day on which contacts leave marketing, `YYYY-MM-DD` in the portal's time zone (an IANA name): the renewal
 * day of each month, or its last day where the month is shorter, with monthly billing; the first of each month with
 * annual billing (https://knowledge.hubspot.com/ja/contacts/set-contacts-as-non-marketing, hubspot/apis.md §4).
 * Today is never the next one: when on its day HubSpot lets contacts leave is not documented. `undefined` where the
 * organisation has not said, or the zone is not known here.
 */
export function nextUpdateDate(
  { term, renewalDay }: Organisation['billing'],
  now: Instant,
  timeZone: string,
): string | undefined {
  const day = term === 'annual' ? 1 : term === 'monthly' ? renewalDay : 'not-set';
  const today = dayIn(timeZone, now);
  if (day === 'not-set' || today === undefined) return undefined;
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [0, 1].map((ahead) => dayOf(year, month + ahead, day)).find((date) => date > today);
}

/** The day of a month that may lie beyond December, or the month's last where it has no such day. */
function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

function dayIn(timeZone: string, now: Instant): string | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const parts = format.formatToParts(new Date(now));
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return undefined;
  }
}
