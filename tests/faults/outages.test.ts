import { describe, expect, it } from 'vitest';
import { SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { violationsOf } from './invariants.ts';
import { play } from './play.ts';
import { EVERYTHING } from './road.ts';
import type { Fault, Schedule, Source } from './schedule.ts';
import type { Wish } from './wishes.ts';

const SOURCES: readonly Source[] = [
  'statuses',
  'unsubscribe-all',
  'definitions',
  'history',
  'record',
  'account',
  'workflows',
];

const FAULTS = {
  'never answers': { kind: 'lost' },
  'answers 503': { kind: 'failing', status: 503, when: 'before' },
  'answers 403': { kind: 'denied' },
  'breaks off': { kind: 'cut', when: 'before' },
} as const satisfies Readonly<Record<string, Fault>>;

const common = { requestId: 'request-0', withGround: false };
const WISHES: readonly Wish[] = [
  { ...common, act: 'opt-out', subject: SEMINARS },
  { ...common, act: 'opt-out-of-everything', subject: EVERYTHING },
];

function scheduleOf(wish: Wish, untold: readonly Source[], fault: Fault): Schedule {
  return {
    seed: 1,
    portalId: 1001,
    situation: 'opted in by the contact',
    pace: [20, 60],
    callers: [{ wish, begin: { kind: 'at', ms: 0 } }],
    faults: [],
    outages: untold.map((of) => ({ of, fault })),
    acts: [],
    kills: [],
  };
}

/** Two waves of reading wait, one after the other, for what never answers. */
const EACH_TWO = SOURCES.flatMap((one, at) => SOURCES.slice(at + 1).map((two) => [one, two]));
const EACH = SOURCES.map((one) => [one]);

describe.each(Object.entries(FAULTS))('where what is read %s for good', (_what, fault) => {
  it.each(WISHES)(
    '$act is sent whatever it is, and all promises hold',
    { timeout: 60_000 },
    async (wish) => {
      for (const untold of [...EACH, ...(fault.kind === 'lost' ? EACH_TWO : []), SOURCES]) {
        const played = await play(scheduleOf(wish, untold, fault));
        expect({ untold, violations: violationsOf(played) }).toEqual({ untold, violations: [] });
        expect({ untold, state: played.after[wish.subject] }).toEqual({
          untold,
          state: 'UNSUBSCRIBED',
        });
      }
    },
  );

  it('without the contact nothing is written', async () => {
    for (const wish of WISHES) {
      const played = await play(scheduleOf(wish, ['contact'], fault));
      expect(played.runs[0]?.end?.said.kind).toBe('trouble');
      expect(played.effects).toEqual([]);
    }
  });
});
