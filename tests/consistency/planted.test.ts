import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glance, SubscriptionRow } from '../../src/app/contract/snapshot.ts';
import { contradictionsOf, type Planted } from './play.ts';
import { contact } from './random-contact.ts';

const MOST = 400;

function rows(change: (row: SubscriptionRow, all: Glance) => SubscriptionRow) {
  return (glance: Glance): Glance => ({
    ...glance,
    rows: glance.rows.map((row) => change(row, glance)),
  });
}

/** One place of the cards looks at another source than the rest: the pair that must be found to contradict itself. */
const FAULTS: readonly [pair: string, what: string, planted: Planted][] = [
  [
    'headline and rows',
    'the headline looks at HubSpot’s states alone',
    {
      tab: (glance) =>
        glance.verdict.kind === 'against-objection'
          ? {
              ...glance,
              objections: [],
              verdict: { kind: 'will-send', typeIds: glance.verdict.typeIds, outdated: [] },
            }
          : glance,
    },
  ],
  [
    'headline and signals',
    'the consent signal looks at HubSpot’s states alone',
    { tab: (glance) => ({ ...glance, signals: { ...glance.signals, consent: 'given' } }) },
  ],
  [
    'headline and signals',
    'the deliverability signal is of another contact',
    { tab: (glance) => ({ ...glance, signals: { ...glance.signals, deliverability: 'off' } }) },
  ],
  [
    'signals and rows',
    'the consent signal says that nothing is recorded',
    {
      tab: (glance) =>
        glance.signals.consent === 'given'
          ? { ...glance, signals: { ...glance.signals, consent: 'not-needed' } }
          : glance,
    },
  ],
  [
    'state and sending',
    'a row’s state is another type’s',
    {
      tab: rows((row, { rows: all }) => {
        const state = all[0]?.state ?? row.state;
        return state === undefined ? row : { ...row, state };
      }),
    },
  ],
  [
    'sending and objection',
    'a row does not know of the objection',
    { tab: rows(({ objection: _, ...row }) => row) },
  ],
  [
    'sending and objection',
    'a row’s sentence about sending looks at HubSpot’s state alone',
    {
      tab: rows((row) =>
        row.verdict.mail === 'sent-against-objection'
          ? { ...row, verdict: { ...row.verdict, mail: 'sent' } }
          : row,
      ),
    },
  ],
  [
    'objection and lock',
    'the lock does not know of the objection',
    {
      tab: rows((row) => ({
        ...row,
        optIn: {
          kind: 'allow',
          because: [{ rule: 'staff-may-opt-in', authority: 'organisation' }],
          requires: [],
          requiredBy: [],
          write: 'ordinary',
          notes: [],
        },
      })),
    },
  ],
  [
    'objection and lock',
    'the lock dates from another event',
    {
      tab: rows((row) =>
        row.optIn.kind === 'deny'
          ? {
              ...row,
              optIn: {
                ...row.optIn,
                because: row.optIn.because.map((one) => ({
                  ...one,
                  since: '2020-02-02T00:00:00.000Z',
                })) as unknown as typeof row.optIn.because,
              },
            }
          : row,
      ),
    },
  ],
  [
    'one-to-one and its row',
    'one-to-one mail looks at another internal type',
    {
      tab: (glance) => {
        const care = glance.rows.find(({ typeId }) => typeId === '507');
        return care === undefined ? glance : { ...glance, oneToOne: care.verdict };
      },
    },
  ],
  [
    'tab and sidebar',
    'the sidebar knows nothing of objections',
    {
      sidebar: (glance) =>
        glance.verdict.kind === 'against-objection'
          ? { ...glance, verdict: { kind: 'unknown' } }
          : glance,
    },
  ],
  [
    'locks and sidebar',
    'the sidebar knows of no lock',
    { sidebar: (glance) => ({ ...glance, rows: [] }) },
  ],
  [
    'as-of and rows',
    'the states of a day look at another type',
    {
      asOf: (asOf) => ({
        ...asOf,
        states: asOf.states.map((one) =>
          one.kind === 'known' && one.about.kind === 'subscription'
            ? { ...one, state: 'opted-in' as const }
            : one,
        ),
      }),
    },
  ],
];

describe('a place that looks at another source is found', () => {
  it.each(FAULTS)(
    '%s: %s',
    async (pair, _what, planted) => {
      const lives = fc.sample(contact, { numRuns: MOST, seed: 5 });
      for (const { hubspot, privacySettings, oneToOneAfterGlobalOptOut } of lives) {
        const settings = { privacySettings, oneToOneAfterGlobalOptOut };
        const found = await contradictionsOf(hubspot(), settings, 'en', planted);
        if (found.some((one) => one.startsWith(`${pair}:`))) return;
      }
      expect.fail(`${String(MOST)} contacts, and nothing was found`);
    },
    120_000,
  );
});
