import type { Instant } from '#evidence/consent-event.ts';

export interface Reader {
  /** BCP 47, for dates. */
  readonly locale: string;
  /** IANA name of the portal's time zone; every time on the card is in it and names it. */
  readonly timeZone: string;
}

/** "3 Jul 2026, 14:05 GMT+9": the portal's time, with its zone. */
export function moment(at: Instant, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(at));
}
