import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingPart } from '../../src/app/contract/snapshot.ts';
import type { Fault } from '../../sandbox/emulator/core/failures.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { attackedDesk, type AttackedDesk } from './attacked-desk.ts';

const STATUSES = '/communication-preferences/*/statuses/*';
const PLACES = {
  statuses: { path: `${STATUSES}$`, method: 'GET' },
  'unsubscribe-all': { path: `${STATUSES}/unsubscribe-all`, method: 'GET' },
  'subscription-types': { path: '/communication-preferences/*/definitions' },
} as const satisfies Partial<Record<ReadingPart, object>>;

/** One that never answers takes all the time there is: that is tried on virtual time, in `tests/faults`. */
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'malformed' },
  { kind: 'cut', write: 'lost' },
];
const FOR_GOOD = 1_000;

let desk: AttackedDesk;
afterEach(() => desk.close());

const optOut = { act: 'opt-out', requestId: 'request-out', typeId: NEWSLETTER };
const optOutOfAll = { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true };

describe.each(Object.keys(PLACES) as (keyof typeof PLACES)[])(
  'HubSpot does not tell %s',
  (part) => {
    it.each(FAULTS)('%j: both opt-outs are done, and the summary names it', async (fault) => {
      desk = await attackedDesk();
      desk.play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
      desk.hubspot.clock.advance(60_000);
      desk.hubspot.fail({ ...PLACES[part], times: FOR_GOOD, fault });
      const [out, outOfAll] = [await desk.change(optOut), await desk.change(optOutOfAll)];
      expect(out.status).toBe(part === 'statuses' ? 'not-known-yet' : 'changed');
      expect(outOfAll.status).toBe(part === 'unsubscribe-all' ? 'not-known-yet' : 'changed');
      expect(desk.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
      const shown = await desk.glance();
      expect(shown.unread.map((one) => one.part)).toEqual([part]);

      // HubSpot tells again: the record says how they ended, and so does the summary.
      desk.hubspot.clearFailures();
      desk.hubspot.clock.advance(60_000);
      expect(await desk.glance()).toMatchObject({ unread: [], optedOutOfEverything: true });
      const ends = (await desk.told()).filter((line) => line.endsWith('done'));
      expect(ends).toEqual(['outcome opted-out done', 'outcome opted-out done']);
    });
  },
);
