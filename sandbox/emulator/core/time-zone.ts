/** A calendar date as people in a time zone read it; `month` is 1 to 12. */
interface WallDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Milliseconds that the zone (IANA name) is ahead of UTC at an instant. */
export function offsetOf(timeZone: string, now: number): number {
  const part = partsOf(timeZone, now);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(now / 1000) * 1000;
}

export function wallDate(timeZone: string, now: number): WallDate {
  const part = partsOf(timeZone, now);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** The instant at which a day begins in a zone. Months over 12 run into the next year. */
export function midnight(timeZone: string, year: number, month: number, day: number): number {
  const asIfUtc = Date.UTC(year, month - 1, day);
  const guess = asIfUtc - offsetOf(timeZone, asIfUtc);
  return asIfUtc - offsetOf(timeZone, guess);
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function partsOf(timeZone: string, now: number): (type: string) => number {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  FORMATS.set(timeZone, format);
  const parts = format.formatToParts(now);
  return (type) => Number(parts.find((one) => one.type === type)?.value);
}
