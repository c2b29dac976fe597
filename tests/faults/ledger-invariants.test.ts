import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/app/ledger/entry.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import {
  after,
  ALICE,
  AT,
  chainOf,
  intent,
  KEYS,
  outcome,
  refusal,
  sealed,
} from '../ledger/a-chain.ts';
import { violationsOf } from './invariants.ts';
import type { Played, Run } from './play.ts';
import { EVERYTHING } from './road.ts';
import { drawn } from './schedule.ts';

/** One caller who opted somebody in a second after its intent was kept. */
function played(entries: readonly Entry[], change: Partial<Run> = {}): Played {
  const before = { [SEMINARS]: 'NOT_SPECIFIED', [EVERYTHING]: 'NOT_SPECIFIED' } as const;
  const states = { ...before, [SEMINARS]: 'SUBSCRIBED' } as const;
  const beganAt = Date.parse(AT);
  const run: Run = {
    caller: 0,
    wish: { requestId: 'request-1', act: 'opt-in', subject: SEMINARS, withGround: true },
    beganAt,
    beganStep: 1,
    end: { at: beganAt + 2_000, step: 3, said: { kind: 'changed', states, whole: undefined } },
    isDead: false,
    ...change,
  };
  return {
    schedule: { ...drawn(1), callers: [], faults: [], acts: [], kills: [] },
    log: [],
    lines: [],
    noes: [],
    yeses: [],
    runs: [run],
    requests: [],
    effects: [
      {
        step: 2,
        at: beganAt + 1_000,
        by: { kind: 'caller', caller: 0, request: 6 },
        subject: SEMINARS,
        from: 'NOT_SPECIFIED',
        to: 'SUBSCRIBED',
      },
    ],
    before,
    after: states,
    lookedAgain: { kind: 'shown', states, optedOutOfEverything: false, whole: undefined },
    wantedMs: 8_500,
    ledger: { entries, checked: verify(entries, { chain: ALICE, publicKeys: KEYS }), unsaved: 0 },
  };
}

const asked = (at = AT) => sealed(intent({ change: 'opted-in', at }));
const ended = (result: 'done' | 'not-done' | 'not-known') =>
  sealed(outcome({ change: 'opted-in', at: after(1_500), result, after: { state: 'opted-in' } }));
const [first, ...others] = chainOf(asked(), ended('done'));

describe('what is checked of the record, once there is one', () => {
  it.each<[string, Played, readonly string[]]>([
    ['intent, change, outcome', played(chainOf(asked(), ended('done'))), []],
    ['not known, then known', played(chainOf(asked(), ended('not-known'), ended('done'))), []],
    ['nothing recorded', played([]), ['everyChangeHasItsIntent']],
    [
      'an intent that came too late',
      played(chainOf(asked(after(1_200)), ended('done'))),
      ['everyChangeHasItsIntent'],
    ],
    ['no end', played(chainOf(asked())), ['everyChangeIsSettled']],
    [
      'an end that is not known',
      played(chainOf(asked(), ended('not-known'))),
      ['everyChangeIsSettled'],
    ],
    ['an end that is not true', played(chainOf(asked(), ended('not-done'))), ['outcomesAreTrue']],
    [
      'a click recorded twice',
      played(chainOf(asked(), ended('done'), ended('done'))),
      ['noStepIsRecordedTwice'],
    ],
    [
      'a chain that is cut',
      played(first === undefined ? [] : others),
      ['chainVerifies', 'everyChangeHasItsIntent'],
    ],
  ])('%s', (_what, seen, broken) => {
    expect(violationsOf(seen).map(({ invariant }) => invariant)).toEqual(broken);
  });

  it('a refused wish that is not in the record', () => {
    const end = {
      at: Date.parse(AT),
      step: 3,
      said: { kind: 'refused', whole: undefined },
    } as const;
    const seen = { ...played([], { end }), effects: [], after: played([]).before };
    const calm = { ...seen, lookedAgain: { ...seen.lookedAgain, states: seen.before } };
    const names = (of: Played) => violationsOf(of).map(({ invariant }) => invariant);
    expect(names(calm)).toEqual(['refusalsAreRecorded']);
    expect(names({ ...calm, ledger: played(chainOf(sealed(refusal()))).ledger })).toEqual([]);
  });

  it('a way out that was cut off, unless the record has that very change, and HubSpot shows records late', () => {
    const at = Date.parse(AT) + 1_000;
    const changedAt = (since: string) => {
      const other = {
        requestId: 'request-2',
        change: 'opted-out',
        subject: { kind: 'subscription', typeId: SEMINARS },
      } as const;
      const seen = played(
        chainOf(
          sealed(intent(other)),
          sealed(outcome({ ...other, result: 'done', after: { state: 'opted-out', since } })),
        ),
      );
      const [run] = seen.runs;
      const [effect] = seen.effects;
      if (run === undefined || effect === undefined) throw new Error('nothing was played');
      const { end: _told, ...cutOff } = run;
      const states = { ...seen.after, [SEMINARS]: 'UNSUBSCRIBED' } as const;
      const cut: Played = {
        ...seen,
        schedule: { ...seen.schedule, otherwise: 'readsAfterWrite' },
        runs: [{ ...cutOff, isDead: true, wish: { ...run.wish, act: 'opt-out' } }],
        effects: [{ ...effect, at, to: 'UNSUBSCRIBED' }],
        after: states,
        lookedAgain: { ...seen.lookedAgain, states },
      };
      return cut;
    };
    const names = (of: Played) => violationsOf(of).map(({ invariant }) => invariant);
    const isIt = changedAt(new Date(at).toISOString());
    expect(names(isIt)).toEqual([]);
    expect(names(changedAt(new Date(at + 60_000).toISOString()))).toEqual([
      'everyChangeHasItsIntent',
    ]);
    const { otherwise: _late, ...asToday } = isIt.schedule;
    expect(names({ ...isIt, schedule: asToday })).toEqual(['everyChangeHasItsIntent']);
    const alive = isIt.runs.map((one) => ({ ...one, isDead: false }));
    expect(names({ ...isIt, runs: alive })).toContain('everyChangeHasItsIntent');
  });
});
