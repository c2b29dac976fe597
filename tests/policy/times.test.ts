import { describe, expect, it } from 'vitest';
import {
  complaintStands,
  isCoolingOff,
  isOutdated,
  NEVER,
  undoTime,
  undoUntil,
} from '../../src/app/policy/times.ts';

const now = '2026-11-24T12:00:00.000Z';
const daysAgo = (days: number, ms = 0) =>
  new Date(Date.parse(now) - days * 86_400_000 + ms).toISOString();

describe('consent grows old', () => {
  it.each([
    ['never, where there is no limit', daysAgo(5_000), 'unlimited', false],
    ['not on the last day', daysAgo(365), 365, false],
    ['from the millisecond after', daysAgo(365, -1), 365, true],
    ['not while it is young', daysAgo(1), 365, false],
    ['not in the future, as clocks differ', daysAgo(-1), 365, false],
    ['not where there is none', NEVER, 365, false],
    ['unknown where its time is not known', undefined, 365, undefined],
    ['no limit needs no time', undefined, 'unlimited', false],
  ] as const)('%s', (_what, at, limit, expected) => {
    expect(isOutdated(at, now, limit)).toBe(expected);
  });
});

describe('cooling off', () => {
  it.each([
    ['none chosen', daysAgo(0), NEVER, 0, false],
    ['opted out today', daysAgo(0), NEVER, 30, true],
    ['opted out on the last day', daysAgo(30), NEVER, 30, true],
    ['opted out the day before that', daysAgo(30, -1), NEVER, 30, false],
    ['opted out in the future, as clocks differ', daysAgo(-1), NEVER, 30, true],
    ['a refused request counts alike', NEVER, daysAgo(3), 30, true],
    ['an old refused request does not', NEVER, daysAgo(31), 30, false],
    ['never said no', NEVER, NEVER, 30, false],
    ['one is known to be lately, the other not known', daysAgo(3), undefined, 30, true],
    ['the other way about', undefined, daysAgo(3), 30, true],
    ['one is old, the other not known', daysAgo(300), undefined, 30, undefined],
    ['neither is known', undefined, undefined, 30, undefined],
  ] as const)('%s', (_what, lastOptOut, lastRefusedRequest, days, expected) => {
    expect(isCoolingOff({ lastOptOut, lastRefusedRequest }, now, days)).toBe(expected);
  });
});

describe('a complaint of spam', () => {
  const at = daysAgo(10);
  it.each([
    ['is none', 'none', NEVER, false],
    ['stands', { at }, NEVER, true],
    ['stands after an earlier return', { at }, daysAgo(11), true],
    ['stands after a return at the same time', { at }, daysAgo(10), true],
    ['is lifted by a later return of the contact', { at }, daysAgo(9), false],
    ['stands where its own time is not known', {}, daysAgo(9), true],
    ['stands where it is not known whether the contact returned', { at }, undefined, true],
    ['is not known', undefined, daysAgo(9), undefined],
  ] as const)('%s', (_what, complaint, lastReturn, expected) => {
    expect(complaintStands(complaint, lastReturn)).toBe(expected);
  });
});

describe('a change made here may be undone', () => {
  const minutesAgo = (minutes: number, ms = 0) =>
    new Date(Date.parse(now) - minutes * 60_000 + ms).toISOString();

  it.each([
    ['at once', now, 'runs'],
    ['after ten minutes', minutesAgo(10), 'runs'],
    ['not a millisecond later', minutesAgo(10, -1), 'over'],
    ['not after a day', daysAgo(1), 'over'],
    ['at a time a little ahead, as clocks differ', minutesAgo(-10), 'runs'],
    ['not at a time far ahead: a wrong clock keeps no undo open', minutesAgo(-10, 1), 'over'],
    ['not at a time that is none', 'yesterday', 'over'],
  ] as const)('%s', (_what, changedAt, expected) => {
    expect(undoTime(changedAt, now)).toBe(expected);
  });

  it('until ten minutes after it', () => {
    expect(undoUntil('2026-11-24T11:55:00.000Z')).toBe('2026-11-24T12:05:00.000Z');
  });
});
