import type { Failure } from '../emulator/core/failures.ts';
import { EDITIONS } from '../emulator/hubspot/editions.ts';
import type { CallsPerTenSeconds } from '../emulator/hubspot/limits.ts';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import { scenarioWith } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { AskedDate, AskedFunction, PlayedAct } from './asked.ts';
import { functionsOnRequest } from './functions.ts';
import { hindrance, isByWorkflow } from './playable.ts';
import type { NotPlayable, Played, StageView } from './view.ts';

const DAY_MS = 86_400_000;
const PLAYED_KEPT = 200;

/** What a state file keeps of the stage. */
export interface StageState {
  /** Milliseconds by which the date was moved forward, by hand. */
  readonly movedByMs: number;
  /** Scenarios that are not told to their end. */
  readonly told: Readonly<Record<string, number>>;
  readonly played: readonly Played[];
}

/** Where parts are played: on top of an emulated HubSpot, what was told, played and moved by hand. */
export interface Stage {
  /** Somebody opens a scenario: told as far as asked, or left as it is; its failures are armed. */
  open(id: string, steps?: number): void;
  /** Tells a scenario's contact anew, as far as so many acts. */
  retell(id: string, steps: number): void;
  /** Plays an act when HubSpot would: a workflow later, everything else at once. */
  play(portalId: number, act: PlayedAct, inMs?: number): NotPlayable | undefined;
  fail(failure: Failure): void;
  clearFailures(): void;
  limitCalls(to: CallsPerTenSeconds): void;
  /** Takes a function of the app away, holds its calls back, or lets it answer again. */
  setFunction(asked: AskedFunction): void;
  /** When a call may go to a function, and whether the function is there then. */
  reach(uid: string): Promise<'there' | 'not-installed'>;
  moveDate(to: AskedDate): void;
  /** Everything as it was at the start, the date too. */
  reset(): void;
  view(id: string): StageView;
  state(): StageState;
  restore(state: StageState): void;
}

export function stageOn(hubspot: HubSpotOnDesk): Stage {
  let state: StageState = { movedByMs: 0, told: {}, played: [] };
  let callLimit: CallsPerTenSeconds = 'off';
  let armedByScenario = false;
  const functions = functionsOnRequest();

  const note = (entry: Omit<Played, 'at'>) => {
    const played = [...state.played, { ...entry, at: hubspot.clock.now() }];
    state = { ...state, played: played.slice(-PLAYED_KEPT) };
  };

  const retell = (id: string, steps: number) => {
    const scenario = scenarioWith(id);
    const told = Math.min(steps, scenario.acts.length);
    hubspot.retell(scenario, told);
    state = {
      ...state,
      told: { ...state.told, [id]: told },
      played: state.played.filter(
        (entry) => !concerns(entry, scenario) || entry.what.kind === 'date',
      ),
    };
  };

  return {
    open: (id, steps) => {
      if (steps !== undefined) retell(id, steps);
      const { failures = [] } = scenarioWith(id);
      if (armedByScenario || failures.length > 0) hubspot.clearFailures();
      for (const failure of failures) hubspot.fail(failure);
      armedByScenario = failures.length > 0;
    },
    retell,
    play: (portalId, act, inMs) => {
      const inTheWay = hindrance(hubspot, portalId, act);
      if (inTheWay !== undefined) return inTheWay;
      const later = inMs ?? (isByWorkflow(act) ? hubspot.assumptions.workflowDelayMs : 0);
      hubspot.act(portalId, act, later);
      const actsAt = hubspot.clock.now() + later;
      note({ actsAt, what: { kind: 'act', portalId, act } });
      return undefined;
    },
    fail: (failure) => {
      armedByScenario = false;
      hubspot.fail(failure);
    },
    clearFailures: () => {
      hubspot.clearFailures();
    },
    limitCalls: (to) => {
      callLimit = to;
      hubspot.limitCalls(to);
    },
    setFunction: ({ uid, is }) => {
      functions.set(uid, is);
    },
    reach: (uid) => functions.reach(uid),
    moveDate: (moved) => {
      const from = hubspot.clock.now();
      const to =
        'days' in moved ? from + moved.days * DAY_MS : hubspot.nextUpdateAt(moved.portalId);
      hubspot.clock.set(to);
      state = { ...state, movedByMs: state.movedByMs + to - from };
      note({ actsAt: to, what: { kind: 'date', moved, to } });
    },
    reset: () => {
      hubspot.clock.advance(-state.movedByMs);
      hubspot.reset();
      state = { movedByMs: 0, told: {}, played: [] };
      callLimit = 'off';
      armedByScenario = false;
      functions.reset();
    },
    view: (id) => {
      const scenario = scenarioWith(id);
      const { portalId } = scenario;
      const settings = hubspot.settings(portalId);
      return {
        now: hubspot.clock.now(),
        told: state.told[id] ?? scenario.acts.length,
        played: state.played.filter((entry) => concerns(entry, scenario)),
        dueAt: hubspot.nextDue(portalId),
        nextUpdateAt: hubspot.nextUpdateAt(portalId),
        settings,
        has: EDITIONS[settings.edition],
        failures: hubspot.failures(),
        callLimit,
        functions: functions.all(),
      };
    },
    state: () => state,
    restore: (kept) => {
      state = kept;
      hubspot.clock.advance(kept.movedByMs);
    },
  };
}

/** A contact's page shows what was played on that contact, and what was done to its whole portal. */
function concerns({ what }: Played, scenario: Scenario): boolean {
  if (what.kind === 'date') return true;
  if (what.portalId !== scenario.portalId) return false;
  return !('contactId' in what.act) || what.act.contactId === scenario.contactId;
}
