import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUpdateDate } from '../../src/app/policy/update-date.ts';
import { updateDateAfter } from '../../sandbox/emulator/hubspot/editions.ts';

const TOKYO = 'Asia/Tokyo';
const annual = { term: 'annual', renewalDay: 'not-set' } as const;
const monthly = (renewalDay: number | 'not-set') => ({ term: 'monthly', renewalDay }) as const;

describe('the next update date', () => {
  // prettier-ignore
  it.each([
    ['annual billing: the first of the next month', annual, '2026-11-24T00:00:00Z', TOKYO, '2026-12-01'],
    ['annual billing, whatever renewal day is said', { term: 'annual', renewalDay: 15 }, '2026-11-24T00:00:00Z', TOKYO, '2026-12-01'],
    ['over the end of the year', annual, '2026-12-24T00:00:00Z', TOKYO, '2027-01-01'],
    ['monthly billing: later this month', monthly(27), '2026-11-24T00:00:00Z', TOKYO, '2026-11-27'],
    ['monthly billing: the day has passed', monthly(23), '2026-11-24T00:00:00Z', TOKYO, '2026-12-23'],
    ['the day itself: the one after', monthly(24), '2026-11-24T00:00:00Z', TOKYO, '2026-12-24'],
    ['a month without a 31st: its last day', monthly(31), '2026-11-24T00:00:00Z', TOKYO, '2026-11-30'],
    ['on that last day: the 31st of the next', monthly(31), '2026-11-30T00:00:00Z', TOKYO, '2026-12-31'],
    ['February', monthly(30), '2027-02-01T00:00:00Z', TOKYO, '2027-02-28'],
    ['February of a leap year', monthly(30), '2028-02-01T00:00:00Z', TOKYO, '2028-02-29'],
    ['from the end of January to a February without its day', monthly(31), '2027-01-31T03:00:00Z', TOKYO, '2027-02-28'],
    ['December, past its day', monthly(1), '2026-12-31T00:00:00Z', TOKYO, '2027-01-01'],
    ['in the portal’s zone it is the first already', annual, '2026-11-30T15:00:00Z', TOKYO, '2027-01-01'],
    ['in the portal’s zone it is not yet the first', annual, '2026-12-01T04:59:00Z', 'US/Eastern', '2026-12-01'],
    ['not said which term', { term: 'not-set', renewalDay: 15 }, '2026-11-24T00:00:00Z', TOKYO, undefined],
    ['monthly, not said which day', monthly('not-set'), '2026-11-24T00:00:00Z', TOKYO, undefined],
    ['a zone that nobody knows', annual, '2026-11-24T00:00:00Z', 'Mars/Olympus', undefined],
  ] as const)('%s', (_situation, billing, now, timeZone, expected) => {
    expect(nextUpdateDate(billing, now, timeZone)).toBe(expected);
  });

  it('is the day on which the emulated HubSpot lets contacts leave', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom(TOKYO, 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati'),
        fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
        (now, timeZone, renewalDay) => {
          const ours = renewalDay === undefined ? annual : monthly(renewalDay);
          const theirs =
            renewalDay === undefined
              ? ({ term: 'annual' } as const)
              : ({ term: 'monthly', renewalDay } as const);
          const at = updateDateAfter(theirs, timeZone, now);
          const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
          expect(nextUpdateDate(ours, new Date(now).toISOString(), timeZone)).toBe(day);
        },
      ),
    );
  });
});
