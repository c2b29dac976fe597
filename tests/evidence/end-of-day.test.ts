import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, hasBegun } from '../../src/app/evidence/end-of-day.ts';
import { lawRuns } from '../law-runs.ts';

const ZONES = [
  'Asia/Tokyo',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'UTC',
];
const MINUTE_MS = 60_000;

/** The day that clocks show, by another way than the code's. */
function dayShown(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(ms);
}

describe('the end of a day', () => {
  it.each([
    ['in Tokyo', '2026-07-03', 'Asia/Tokyo', '2026-07-03T14:59:59.999Z'],
    ['in winter', '2026-01-15', 'Europe/Berlin', '2026-01-15T22:59:59.999Z'],
    ['before clocks go forward', '2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
    ['on which they go forward', '2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['on which they go back', '2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['whose next begins at one', '2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
    ['with its last hour twice', '2018-02-17', 'America/Sao_Paulo', '2018-02-18T02:59:59.999Z'],
    [
      'that ends, begins anew and ends again',
      '2006-10-28',
      'America/St_Johns',
      '2006-10-29T03:29:59.999Z',
    ],
    ['that never was', '2011-12-30', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
    ['of a leap year', '2028-02-29', 'UTC', '2028-02-29T23:59:59.999Z'],
    ['of a year', '2026-12-31', 'Pacific/Kiritimati', '2026-12-31T09:59:59.999Z'],
    ['of the first year', '0001-01-01', 'UTC', '0001-01-01T23:59:59.999Z'],
    ['of the first century', '0099-12-31', 'Africa/Cairo', '0099-12-31T21:54:50.999Z'],
    ['of the last year', '9999-12-31', 'Asia/Tokyo', '9999-12-31T14:59:59.999Z'],
  ])('%s', (_, on, timeZone, end) => {
    expect(endOfDay(on, timeZone)).toBe(end);
  });

  it('is the last moment at which clocks show that day or an earlier one, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2006, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (timeZone, ms) => {
          const on = new Date(ms).toISOString().slice(0, 10);
          const end = Date.parse(endOfDay(on, timeZone));
          expect(dayShown(end, timeZone) <= on).toBe(true);
          for (let later = 1; later <= 120; later += 7)
            expect(dayShown(end + later * MINUTE_MS, timeZone) > on).toBe(true);
          expect(dayShown(end + 1, timeZone) > on).toBe(true);
        },
      ),
      lawRuns(500),
    );
  });

  it('is not told of a zone that is not known', () => {
    expect(() => endOfDay('2026-07-03', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a day has begun', () => {
  it.each([
    ['2026-07-03', '2026-07-02T14:59:59.999Z', false],
    ['2026-07-03', '2026-07-02T15:00:00.000Z', true],
    ['2026-07-02', '2026-07-02T15:00:00.000Z', true],
    ['0001-01-01', '2026-07-02T15:00:00.000Z', true],
    ['9999-12-31', '2026-07-02T15:00:00.000Z', false],
  ])('%s in Tokyo at %s: %s', (on, now, begun) => {
    expect(hasBegun(on, 'Asia/Tokyo', Date.parse(now))).toBe(begun);
  });
});
