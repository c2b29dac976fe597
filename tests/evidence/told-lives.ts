import fc from 'fast-check';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import type {
  Actor,
  Change,
  ConsentEvent,
  SourceName,
  Subject,
} from '../../src/app/evidence/consent-event.ts';

/** A change as it really happened. */
interface Happened {
  readonly about: Subject;
  readonly change: Change;
  readonly ms: number;
  readonly actor: Actor;
}

interface ToldLife {
  readonly happened: readonly Happened[];
  /** What each source tells of it, by its own clock. */
  readonly told: readonly ConsentEvent[];
}

const SOURCES: readonly SourceName[] = [
  'property-history',
  'subscription-timeline',
  'email-events',
  'ledger',
  'event-occurrences',
];

const START = Date.UTC(2026, 2, 29);

const actor: fc.Arbitrary<Actor> = fc.constantFrom<Actor[]>(
  { kind: 'contact', by: 'email' },
  { kind: 'staff', userId: '47' },
  { kind: 'workflow', name: 'Win-back' },
  { kind: 'integration', appId: '7001' },
  { kind: 'someone' },
);

/** Changes seconds or days apart; each subject goes on and off, as a switch does. */
const lives = fc
  .array(
    fc.record({
      subject: fc.constantFrom('11', '12', 'everything'),
      after: fc.oneof(
        fc.integer({ min: 1_000, max: 40_000 }),
        fc.integer({ min: 1_000, max: 5 * 86_400_000 }),
      ),
      actor,
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    let ms = START;
    const isOut = new Map<string, boolean>();
    return steps.map(({ subject, after, actor: by }): Happened => {
      ms += after;
      const out = !(isOut.get(subject) ?? false);
      isOut.set(subject, out);
      const about: Subject =
        subject === 'everything'
          ? { kind: 'everything' }
          : { kind: 'subscription', typeId: subject };
      return { about, change: out ? 'opted-out' : 'opted-in', ms, actor: by };
    });
  });

/**
 * Clocks differ by a minute at most between any two sources. `whole`: property history tells everything;
 * the others tell what they tell.
 */
export function toldLives(options: {
  readonly skewMs: number;
  readonly whole: boolean;
}): fc.Arbitrary<ToldLife> {
  const half = Math.floor(options.skewMs / 2);
  return fc
    .record({
      happened: lives,
      skews: fc.array(fc.integer({ min: -half, max: half }), { minLength: 5, maxLength: 5 }),
      tells: fc.array(fc.nat(31), { minLength: 14, maxLength: 14 }),
      hasCauses: fc.boolean(),
    })
    .map(({ happened, skews, tells, hasCauses }) => ({
      happened,
      told: happened.flatMap((one, nth) =>
        SOURCES.flatMap((source, at) => {
          const isTold = ((tells[nth] ?? 0) >> at) % 2 === 1 || (options.whole && at === 0);
          return isTold ? [tell(one, source, nth, skews[at] ?? 0, hasCauses)] : [];
        }),
      ),
    }));
}

function tell(
  { about, change, ms, actor: by }: Happened,
  source: SourceName,
  nth: number,
  skew: number,
  hasCauses: boolean,
): ConsentEvent {
  const at = new Date(ms + skew).toISOString();
  const isUntyped = source === 'event-occurrences';
  const isLegacy = isUntyped || source === 'subscription-timeline' || source === 'email-events';
  return eventOf(isUntyped ? { kind: 'some-subscription' } : about, change, {
    source,
    record: `${source}-${String(nth)}`,
    at,
    actor: isUntyped ? { kind: 'someone' } : by,
    ...(isLegacy && hasCauses ? { cause: `cause-${String(nth)}` } : {}),
    ...(isUntyped ? { untyped: change } : {}),
    raw: { nth: String(nth) },
  });
}
