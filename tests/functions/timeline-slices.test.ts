import { describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { FIRST_EVENTS, MOST_EVENTS, type Slice } from '../../src/app/contract/slice.ts';
import type { History } from '../../src/app/contract/snapshot.ts';
import type { SubmissionRecord } from '../../src/app/evidence/form-submissions.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import { held, OPEN, status, worldOf, type Held } from './hubspot-in-memory.ts';

const MINUTE = 60_000;
const NEWEST = Date.UTC(2026, 6, 1, 5);
const at = (before: number) => new Date(NEWEST - before * MINUTE).toISOString();

function version(before: number): PropertyVersion {
  return {
    about: { kind: 'subscription', typeId: '11' },
    change: before % 2 === 0 ? 'opted-out' : 'opted-in',
    at: at(before),
    property: 'opt-out of 11',
    value: String(before % 2 === 0),
    source: { type: 'EMAIL' },
  };
}

/** So many changes, a minute between two and newest first, and forms that were sent in between. */
function world(
  changes: number,
  forms = 0,
  more: Partial<Held> = {},
): { readonly world: World; readonly hubspot: Held } {
  const hubspot = held({
    ...more,
    versions: Array.from({ length: changes }, (_, nth) => version(nth)),
  });
  const within = worldOf(hubspot);
  const records = Array.from({ length: forms }, (_, nth): SubmissionRecord => ({
    id: `s-${String(nth)}`,
    at: at(nth),
    formId: 'f',
    boxes: [],
  }));
  return {
    hubspot,
    world: {
      ...within,
      hubspot: {
        ...within.hubspot,
        installation: {
          ...within.hubspot.installation,
          scopes: () =>
            Promise.resolve([
              'crm.objects.contacts.read',
              'communication_preferences.read',
              'forms',
            ]),
        },
        sources: {
          ...within.hubspot.sources,
          forms: () => Promise.resolve([{ id: 'f', name: 'Fair', boxes: [] }]),
          submissions: () => Promise.resolve({ records }),
        },
      },
    },
  };
}

async function historyOf(of: World, slice: Slice | object = {}): Promise<History> {
  const reply = await readConsent(
    { parameters: { part: 'history', ...slice }, propertiesToSend: OPEN },
    of,
  );
  if (reply.status !== 'history') throw new Error(JSON.stringify(reply));
  return reply.history;
}

const times = (events: History['events']) => events.map((event) => event.at);
const minutes = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => at(from + nth));

describe('an answer with a timeline', () => {
  it('carries the newest, and says how many more were read', async () => {
    const history = await historyOf(world(1_000).world);
    expect(times(history.events)).toEqual(minutes(0, FIRST_EVENTS));
    expect(history.leftOut).toEqual({ events: 1_000 - FIRST_EVENTS, evidence: 0 });
  });

  it.each([0, 1, FIRST_EVENTS])(
    'with %i changes carries all, and leaves nothing out',
    async (all) => {
      const history = await historyOf(world(all).world);
      expect(history.events).toHaveLength(all);
      expect(history).not.toHaveProperty('leftOut');
    },
  );

  it('of one more than fits says that one is left out', async () => {
    const { leftOut } = await historyOf(world(FIRST_EVENTS + 1).world);
    expect(leftOut).toEqual({ events: 1, evidence: 0 });
  });

  it('part by part tells every change once, in its order, until the end', async () => {
    const { world: of } = world(1_000, 420);
    const events: History['events'][number][] = [];
    const evidence: History['events'][number][] = [];
    let asked = 0;
    for (let isMore = true; isMore; asked += 1) {
      const part = await historyOf(of, { from: asked * 300, most: 300 });
      events.push(...part.events);
      evidence.push(...part.evidence);
      isMore = part.leftOut !== undefined;
      if (isMore)
        expect(part.leftOut).toEqual({
          events: 1_000 - events.length,
          evidence: 420 - evidence.length,
        });
    }
    expect(asked).toBe(4);
    expect(times(events)).toEqual(minutes(0, 1_000));
    expect(times(evidence)).toEqual(minutes(0, 420));
    const { events: whole, evidence: wholeEvidence } = await historyOf(of, { most: 1_000 });
    expect(events).toEqual(whole);
    expect(evidence).toEqual(wholeEvidence);
  });

  it('bounds evidence apart: many changes push none out, and many forms no change', async () => {
    const much = await historyOf(world(1_000, 3).world);
    expect(times(much.evidence)).toEqual(minutes(0, 3));
    const forms = await historyOf(world(3, 1_000).world);
    expect(times(forms.events)).toEqual(minutes(0, 3));
    expect(times(forms.evidence)).toEqual(minutes(0, FIRST_EVENTS));
    expect(forms.leftOut).toEqual({ events: 0, evidence: 1_000 - FIRST_EVENTS });
  });

  it('past the end carries nothing', async () => {
    const history = await historyOf(world(5).world, { from: 5 });
    expect(history).toMatchObject({ events: [], evidence: [] });
    expect(history).not.toHaveProperty('leftOut');
  });

  it('marks a conflict with the status of today by the whole timeline, wherever it is cut', async () => {
    const { world: of } = world(40, 0, { statuses: [status('opted-in', { at: at(50) })] });
    const whole = await historyOf(of);
    expect(whole.events.map((event) => 'conflictsWith' in event).indexOf(true)).toBe(0);
    for (const from of [0, 1, 20])
      expect((await historyOf(of, { from, most: 7 })).events).toEqual(
        whole.events.slice(from, from + 7),
      );
  });

  it('never touches the states at the end of a day', async () => {
    const { world: of } = world(1_000);
    const reply = await readConsent(
      { parameters: { part: 'as-of', on: at(999).slice(0, 10) }, propertiesToSend: OPEN },
      of,
    );
    // 999 minutes back is far below what one answer carries.
    expect(JSON.stringify(reply)).toContain('"eventId"');
  });
});

describe('a bad request for a part of a timeline', () => {
  it.each([
    ['most', 0],
    ['most', -1],
    ['most', 1e9],
    ['most', MOST_EVENTS + 1],
    ['most', '1'],
    ['most', 1.5],
    ['most', null],
    ['most', [1]],
    ['most', NaN],
    ['most', Infinity],
    ['most', true],
    ['from', -1],
    ['from', 1e9],
    ['from', '0'],
    ['from', 0.5],
    ['from', null],
  ])('%s: %s', async (field, value) => {
    for (const part of [{ part: 'history' }, { part: 'older', after: {} }]) {
      const { world: of, hubspot } = world(3);
      const parameters = { ...part, [field]: value };
      expect(await readConsent({ parameters, propertiesToSend: OPEN }, of)).toEqual({
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: [`parameters.${field}`],
        correlationId: expect.any(String) as unknown,
      });
      expect(hubspot.calls).toEqual([]);
    }
  });

  it.each([{ part: 'glance' }, { part: 'as-of', on: '2026-07-01' }, { part: 'preference-link' }])(
    '$part takes none',
    async (part) => {
      const { world: of, hubspot } = world(3);
      const parameters = { ...part, most: 10 };
      expect(await readConsent({ parameters, propertiesToSend: OPEN }, of)).toMatchObject({
        status: 'bad-request',
      });
      expect(hubspot.calls).toEqual([]);
    },
  );
});
