import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import type { SourceName } from '../../src/app/evidence/consent-event.ts';
import { timelineOf } from '../../src/app/evidence/whole-timeline.ts';
import { askDirectly } from './ask-directly.ts';
import { compared, played } from './played.ts';
import { BERLIN, CONTACT, histories } from './random-history.ts';

/** `HISTORIES=1000 npx vitest run --project unit tests/evidence/state-at` plays as many as the promise speaks of. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 60);
const SEED = Number(process.env['SEED'] ?? 20_261_124);

const SOURCES: readonly SourceName[] = [
  'property-history',
  'current-status',
  'email-events',
  'event-occurrences',
  'subscription-timeline',
  'form-submissions',
];

/** What an app without the scope `content` can read, and what every app can. */
const SETS: readonly (readonly [string, readonly SourceName[]])[] = [
  ['nothing', []],
  ...SOURCES.map((source) => [source, [source]] as const),
  ['both legacy sources (no scope `content`)', ['email-events', 'subscription-timeline']],
  [
    'all but property history and status (two scopes)',
    ['email-events', 'subscription-timeline', 'event-occurrences', 'form-submissions'],
  ],
];

const { read } = askDirectly();

describe(`the state at every instant of ${String(HISTORIES)} random lives`, () => {
  const lives = fc.sample(histories, { numRuns: HISTORIES, seed: SEED });

  it(
    'is never wrong, and with all sources unknown in at most 2 of 100 cases',
    { timeout: 60_000 + HISTORIES * 500 },
    async () => {
      const sums = SETS.map(([withheld]) => ({
        withheld,
        pairs: 0,
        unknown: 0,
        movingPairs: 0,
        movingUnknown: 0,
      }));
      const wrong: string[] = [];
      for (const [nth, life] of lives.entries()) {
        const { desk, moments } = played(life);
        const { answers, ...address } = await read(desk, BERLIN, CONTACT);
        SETS.forEach(([withheld, without], index) => {
          const left = answers.filter(({ source }) => !without.includes(source));
          const found = compared(timelineOf(left, address), moments);
          const sum = sums[index];
          if (sum === undefined) return;
          sum.pairs += found.pairs;
          sum.unknown += found.unknown;
          sum.movingPairs += found.touched.pairs;
          sum.movingUnknown += found.touched.unknown;
          for (const one of found.wrong)
            wrong.push(`life ${String(nth)} without ${withheld}: ${one}`);
        });
      }
      console.log(tableOf(sums));
      expect(wrong.slice(0, 10)).toEqual([]);
      const [all] = sums;
      expect((all?.unknown ?? 1) / (all?.pairs ?? 1)).toBeLessThanOrEqual(0.02);
    },
  );

  it.each<SwitchName>([
    'optOutPropertyMirrorsStatus',
    'versionsKept',
    'contactActsAs',
    'statusTexts',
    'complaintOptsOut',
    'oneOptInLiftsOptOutOfEverything',
    'tokenTellsApp',
    'statusReadLagMs',
    'formOptsInWithPrivacySettingsOff',
  ])(
    'is never wrong where HubSpot answers %s the other way',
    { timeout: 120_000 },
    async (name) => {
      const wrong: string[] = [];
      for (const [nth, life] of lives.slice(0, Math.max(12, HISTORIES / 10)).entries()) {
        const { desk, moments } = played(life, name);
        const { answers, ...address } = await read(desk, BERLIN, CONTACT);
        for (const [withheld, without] of SETS) {
          const left = answers.filter(({ source }) => !without.includes(source));
          for (const one of compared(timelineOf(left, address), moments).wrong)
            wrong.push(`life ${String(nth)} without ${withheld}: ${one}`);
        }
      }
      expect(wrong.slice(0, 10)).toEqual([]);
    },
  );
});

interface Sum {
  readonly withheld: string;
  readonly pairs: number;
  readonly unknown: number;
  readonly movingPairs: number;
  readonly movingUnknown: number;
}

function tableOf(sums: readonly Sum[]): string {
  const share = (some: number, all: number) =>
    `${((100 * some) / Math.max(1, all)).toFixed(2).padStart(6)} %`;
  const rows = sums.map(
    ({ withheld, pairs, unknown, movingPairs, movingUnknown }) =>
      `${share(unknown, pairs)}  ${share(movingUnknown, movingPairs)}  ${String(pairs).padStart(8)}  ${withheld}`,
  );
  return ['unknown   of what ever changed  pairs  source withheld', ...rows].join('\n');
}
