import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { subjectKey } from '../../src/app/evidence/consent-event.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { instantOf } from '../../src/app/gateway/hubspot/instant.ts';
import { lawRuns } from '../law-runs.ts';
import { toldLives } from './told-lives.ts';

const RUNS = lawRuns(1_000);
const anyLife = toldLives({ skewMs: 60_000, whole: false });

describe('the laws of merging, with clocks up to a minute apart and sources that miss things', () => {
  it('order never matters', () => {
    fc.assert(
      fc.property(
        anyLife.chain(({ told }) =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told], { minLength: told.length, maxLength: told.length }),
          ),
        ),
        ([told, shuffled]) => {
          expect(timeline(shuffled)).toEqual(timeline(told));
        },
      ),
      RUNS,
    );
  });

  it('telling the same again changes nothing, nor does merging what is merged', () => {
    fc.assert(
      fc.property(anyLife, ({ told }) => {
        const once = timeline(told);
        expect(timeline([...told, ...told])).toEqual(once);
        expect(timeline(once)).toEqual(once);
        expect(timeline([...once, ...told])).toEqual(once);
      }),
      RUNS,
    );
  });

  it('what is merged may be merged with more, in any grouping', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), fc.nat(), ({ told }, one, two) => {
        const [from, to] = [one % (told.length + 1), two % (told.length + 1)].sort(
          (a, b) => a - b,
        ) as [number, number];
        const [a, b, c] = [told.slice(0, from), told.slice(from, to), told.slice(to)];
        const whole = timeline(told);
        expect(timeline([...timeline([...a, ...b]), ...c])).toEqual(whole);
        expect(timeline([...a, ...timeline([...c, ...b])])).toEqual(whole);
        expect(timeline([...timeline(c), ...timeline(a), ...timeline(b)])).toEqual(whole);
      }),
      RUNS,
    );
  });

  it('no witness is lost or doubled, and each stands by a change of its own subject and kind', () => {
    fc.assert(
      fc.property(anyLife, ({ told }) => {
        const merged = timeline(told);
        expect(witnessesOf(merged)).toEqual(witnessesOf(told));
        for (const { about, change, witnesses } of merged) {
          for (const witness of witnesses) {
            const origin = told.find((event) => event.witnesses[0].record === witness.record);
            if (witness.untyped === undefined) {
              expect(subjectKey(origin!.about)).toBe(subjectKey(about));
              expect(origin!.change).toBe(change);
            } else {
              expect(witness.untyped === 'opted-out').toBe(change === 'opted-out');
              const causes = witnesses.flatMap(({ cause, untyped }) =>
                untyped === undefined && cause !== undefined ? [cause] : [],
              );
              if (witness.cause !== undefined && causes.length > 0)
                expect(causes).toContain(witness.cause);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('one to one: no event has two witnesses of one source, and ids are unique', () => {
    fc.assert(
      fc.property(anyLife, ({ told }) => {
        const merged = timeline(told);
        for (const { witnesses } of merged) {
          const sources = witnesses.map(({ source }) => source);
          expect(new Set(sources).size).toBe(sources.length);
        }
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
      }),
      RUNS,
    );
  });

  it('where one source tells everything, there are exactly as many events as changes, however the clocks go', () => {
    fc.assert(
      fc.property(toldLives({ skewMs: 60_000, whole: true }), ({ happened, told }) => {
        const typed = timeline(told).filter(({ about }) => about.kind !== 'some-subscription');
        expect(typed.map(({ about, change }) => `${subjectKey(about)} ${change}`).sort()).toEqual(
          happened.map(({ about, change }) => `${subjectKey(about)} ${change}`).sort(),
        );
      }),
      RUNS,
    );
  });

  it('with equal clocks every witness stands by the change it saw', () => {
    fc.assert(
      fc.property(toldLives({ skewMs: 0, whole: true }), ({ told }) => {
        for (const { witnesses, conflictsWith } of timeline(told)) {
          expect(new Set(witnesses.map(({ raw }) => raw['nth'])).size).toBe(1);
          expect(conflictsWith).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  it('two equal changes of one instant are two, with ids of their own', () => {
    const twice = [0, 1].map((order) => {
      const { witnesses, ...event } = toldAt(0, 'opted-out', 'property-history', order);
      return { ...event, witnesses: [{ ...witnesses[0], order }] as const };
    });
    const ids = timeline(twice).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('a thousand changes within one minute stay a thousand, seen by three sources', () => {
    const told = Array.from({ length: 1_000 }, (_, nth) => nth).flatMap((nth) =>
      (['property-history', 'subscription-timeline', 'email-events'] as const).map(
        (source, at) => ({
          ...toldAt(nth * 60 + at * 7, nth % 2 === 0 ? 'opted-in' : 'opted-out', source, nth),
        }),
      ),
    );
    const merged = timeline(told);
    expect(merged).toHaveLength(1_000);
    expect(merged.every(({ witnesses }) => witnesses.length === 3)).toBe(true);
  });
});

describe('time zones', () => {
  it('of HubSpot’s texts don’t either: the hour that Berlin has twice is two hours', () => {
    const texts = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'];
    expect(texts.map(instantOf)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(instantOf(Date.UTC(2026, 9, 25, 1, 30))).toBe(instantOf(texts[1]));
  });

  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe'];

  it('of the machine don’t matter, nor do the hours that clocks skip or repeat', () => {
    const before = process.env['TZ'];
    // Berlin springs forward on 29 March 2026 and falls back on 25 October 2026, both at 01:00 UTC.
    const hours = [Date.UTC(2026, 2, 29, 0, 30), Date.UTC(2026, 9, 25, 0, 30)];
    const told = hours.flatMap((hour) =>
      Array.from({ length: 8 }, (_, nth) =>
        toldAt(
          hour + nth * 900_000,
          nth % 2 === 0 ? 'opted-in' : 'opted-out',
          'ledger',
          hour + nth,
        ),
      ),
    );
    try {
      const all = zones.map((zone) => {
        process.env['TZ'] = zone;
        return timeline(told);
      });
      for (const one of all) {
        expect(one).toEqual(all[0]);
        expect(one).toHaveLength(16);
        expect(
          [...one]
            .map(({ at }) => at)
            .sort()
            .reverse(),
        ).toEqual(one.map(({ at }) => at));
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

function toldAt(
  ms: number,
  change: 'opted-in' | 'opted-out',
  source: 'property-history' | 'subscription-timeline' | 'email-events' | 'ledger',
  nth: number,
): ConsentEvent {
  const about = { kind: 'subscription', typeId: '11' } as const;
  const at = new Date(ms > 1e9 ? ms : Date.UTC(2026, 6, 3) + ms).toISOString();
  const witness = {
    source,
    record: `${source}-${String(nth)}`,
    at,
    actor: { kind: 'contact' },
    raw: {},
  } as const;
  return {
    id: `${source}-${String(nth)}`,
    at,
    about,
    change,
    actor: witness.actor,
    certainty: 'stated',
    witnesses: [witness],
  };
}

function witnessesOf(events: readonly ConsentEvent[]): string[] {
  return events
    .flatMap(({ witnesses }) => witnesses.map(({ source, record }) => `${source} ${record}`))
    .sort();
}
