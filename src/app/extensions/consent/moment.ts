import type { Instant } from '#evidence/consent-event.ts';

export interface Reader {
  /** BCP 47, for dates. */
  readonly locale: string;
  /** IANA name of the portal's time zone; every time on the card is in it and names it. */
  readonly timeZone: string;
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;

/** "3 Jul 2026, 14:05 GMT+9": the portal's time, with its zone. */
export function moment(at: Instant, { locale, timeZone }: Reader): string {
  const form = { timeZone, ...DAY, ...TIME, timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(at));
}

/** "14:05": for what is over in minutes. */
export function timeOfDay(at: Instant, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...TIME }).format(new Date(at));
}

/** "3 Jul 2026", of a calendar day written `YYYY-MM-DD`. */
export function day(date: string, { locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...DAY }).format(new Date(date));
}
