import type { Instant } from '#evidence/consent-event.ts';

export interface Reader {
  /** BCP 47, for dates. */
  readonly locale: string;
  /** IANA name of the portal's time zone; every time on the card is in it and names it. */
  readonly timeZone: string;
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
} as const;
const TWO_DIGITS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** "3 Jul 2026, 14:05 GMT+9": the portal's time, with its zone. */
export const moment = /* @__PURE__ */ written({ ...DAY, ...TIME });

/** "3 Jul 2026": the portal's day. */
export const dayOf = /* @__PURE__ */ written(DAY);

/** "14:05 GMT+9": the time of the day. */
export const timeOf = /* @__PURE__ */ written(TIME);

/** "14:05": for what is over in minutes. */
export const timeOfDay = /* @__PURE__ */ written(TWO_DIGITS);

/** "3 Jul 2026", of a calendar day written `YYYY-MM-DD`. */
export function day(date: string, { locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...DAY }).format(new Date(date));
}

/** One clock a reader: making one takes far longer than reading it, and a search reads ten thousand. */
function written(options: Intl.DateTimeFormatOptions) {
  const clocks = new WeakMap<Reader, Intl.DateTimeFormat>();
  return (at: Instant, reader: Reader): string => {
    let clock = clocks.get(reader);
    if (clock === undefined) {
      clock = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timeZone, ...options });
      clocks.set(reader, clock);
    }
    return clock.format(new Date(at));
  };
}
