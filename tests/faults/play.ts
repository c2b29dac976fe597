import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION } from '../../src/app/policy/organisation.ts';
import { otherwise, TODAY } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { chance } from './chance.ts';
import { ledgerIn, type LedgerSeen } from './ledger-seen.ts';
import { mutantWith, type MutantName } from './mutants.ts';
import { roadOf, statesIn, type Effect, type Request, type Road, type States } from './road.ts';
import { saidIn, type Said } from './said.ts';
import { CONTACT_ID, scenarioOf, type Schedule } from './schedule.ts';
import { loadOfficialClient, sendThrough } from './send.ts';
import { virtualTime, type Time } from './time.ts';
import { KEY, KEYS, saltsFrom } from '../ledger/a-chain.ts';
import { parametersOf, type Wish } from './wishes.ts';

/** One run of a function for one caller. */
export interface Run {
  readonly caller: number;
  readonly wish: Wish;
  readonly beganAt: number;
  readonly beganStep: number;
  /** Absent where it was killed, or never came to an end. */
  readonly end?: { readonly at: number; readonly step: number; readonly said: Said };
  readonly isDead: boolean;
}

/** All that was seen of a schedule. */
export interface Played {
  readonly schedule: Schedule;
  readonly log: readonly string[];
  readonly runs: readonly Run[];
  readonly requests: readonly Request[];
  readonly effects: readonly Effect[];
  readonly noes: Road['noes'];
  readonly yeses: Road['yeses'];
  readonly before: States;
  readonly after: States;
  /** What the card shows to whoever looks when all is over and nothing fails any more. */
  readonly lookedAgain: Said;
  /** Lines that the functions wrote into their log. */
  readonly lines: readonly string[];
  /** Milliseconds that an answer should not take longer than. */
  readonly wantedMs: number;
  /** The record that the product keeps. */
  readonly ledger: LedgerSeen;
}

/** Runs functions for callers, wherever they run. */
interface Stage {
  readonly time: Time;
  change(caller: number, wish: Wish): Promise<Said>;
  look(caller: number): Promise<Said>;
  /** Sends entries again that could not be kept. */
  keep(caller: number, unsaved: readonly unknown[]): Promise<Said>;
  /** Waits until nothing is left to happen. */
  untilOver(): Promise<void>;
  readonly wantedMs: number;
}

/** After that long HubSpot shows everything as it is. */
const LONGEST_LAG_MS = 20_000;

/** Whoever has what could not be kept sends it so often. */
const MOST_AGAIN = 4;

/** After that long nobody waits any more for whoever made a change to record it. */
const LONGEST_OPEN_MS = 11 * 60_000;

/** All calls share 8 s; the last pause between two looks comes on top. */
const WANTED_MS = 9_500;

export const START = Date.UTC(2026, 10, 24, 3);

export function hubSpotFor(schedule: Schedule, now = START): HubSpotOnDesk {
  return createHubSpotOnDesk({
    now,
    scenarios: [scenarioOf(schedule)],
    assumptions: schedule.otherwise === undefined ? TODAY : otherwise(schedule.otherwise),
  });
}

/** Plays a schedule in this process on virtual time: the use cases and the gateway as they are, up to where a request would go out. */
export async function play(schedule: Schedule, mutant?: MutantName): Promise<Played> {
  const time = virtualTime(START);
  const hubspot = hubSpotFor(schedule);
  const { sends, worlds } = mutant === undefined ? {} : mutantWith(mutant);
  const road = roadOf(schedule, hubspot, time, sends);
  const lines: string[] = [];
  const mutated = worlds?.() ?? ((world: World) => world);
  const worldOf = (caller: number) => worldFor(caller, schedule, hubspot, road, time, lines);
  const input = (parameters: object) => ({
    parameters,
    propertiesToSend: recordIn(hubspot, schedule),
  });
  await loadOfficialClient();
  return perform(schedule, hubspot, road, lines, {
    time,
    change: async (caller, wish) =>
      saidIn(await changeConsent(input(parametersOf(wish)), mutated(worldOf(caller)))),
    keep: async (caller, unsaved) =>
      saidIn(await changeConsent(input({ act: 'keep-record', unsaved }), worldOf(caller))),
    look: async (caller) =>
      saidIn(await readConsent(input({ part: 'glance' }), mutated(worldOf(caller)))),
    untilOver: () => time.run(),
    wantedMs: WANTED_MS,
  });
}

/** The schedule as it is meant, on whatever stage. */
export async function perform(
  schedule: Schedule,
  hubspot: HubSpotOnDesk,
  road: Road,
  lines: readonly string[],
  stage: Stage,
): Promise<Played> {
  const { time } = stage;
  const { callers } = schedule;
  const before = statesIn(hubspot, schedule.portalId);
  const runs = new Map<number, Run>();
  const hasEnded = (caller: number) => {
    callers.forEach(({ begin }, next) => {
      if (begin.kind === 'after' && begin.caller === caller)
        time.after(begin.ms, () => {
          run(next);
        });
    });
  };
  road.onDeath((caller) => {
    const dying = runs.get(caller);
    if (dying !== undefined) runs.set(caller, { ...dying, isDead: true });
    hasEnded(caller);
  });
  const run = (caller: number) => {
    const wish = callers[caller]?.wish;
    if (wish === undefined) return;
    const { requestId, act, subject } = wish;
    const beganStep = road.note(`caller ${String(caller)} asks: ${act} ${subject} (${requestId})`);
    const begun: Run = { caller, wish, beganAt: time.now(), beganStep, isDead: false };
    runs.set(caller, begun);
    void stage
      .change(caller, wish)
      .catch((error: unknown): Said => ({
        kind: 'no-answer',
        because: String(error),
        whole: undefined,
      }))
      .then((said) => {
        if (road.isDead(caller)) return;
        const why = said.because === undefined ? '' : ` (${said.because})`;
        const step = road.note(`caller ${String(caller)} is told: ${said.kind}${why}`);
        runs.set(caller, { ...begun, end: { at: time.now(), step, said } });
        hasEnded(caller);
      });
  };
  road.begin();
  callers.forEach(({ begin }, caller) => {
    if (begin.kind === 'at')
      time.after(begin.ms, () => {
        run(caller);
      });
  });
  await stage.untilOver();

  road.comeToRest();
  const last = async (what: () => Promise<Said>): Promise<Said> => {
    let said: Said = { kind: 'no-answer', whole: undefined };
    time.after(0, () => {
      void what().then((answer) => {
        said = answer;
      });
    });
    await stage.untilOver();
    return said;
  };
  time.skip(LONGEST_LAG_MS);
  let unsaved = 0;
  for (const { end } of runs.values()) {
    const left = end?.said.unsaved;
    if (left === undefined) continue;
    road.note('all is over; what could not be kept is sent again');
    let again: readonly unknown[] | undefined = left;
    for (let times = 0; again !== undefined && times < MOST_AGAIN; times += 1) {
      again = (await last(() => stage.keep(callers.length, again ?? []))).unsaved;
    }
    unsaved += again?.length ?? 0;
  }
  road.note('all is over; somebody looks again');
  time.skip(LONGEST_OPEN_MS);
  const lookedAgain = await last(() => stage.look(callers.length));
  const after = statesIn(hubspot, schedule.portalId);
  road.note(`in HubSpot: ${JSON.stringify(after)}`);
  hubspot.clock.set(time.now() + LONGEST_LAG_MS);
  const ledger = await ledgerIn(hubspot, schedule, unsaved);
  return {
    schedule,
    log: road.log,
    runs: [...runs.values()],
    requests: road.requests,
    effects: road.effects,
    noes: road.noes,
    yeses: road.yeses,
    before,
    after,
    lookedAgain,
    lines,
    wantedMs: stage.wantedMs,
    ledger,
  };
}

function worldFor(
  caller: number,
  { seed, portalId }: Schedule,
  hubspot: HubSpotOnDesk,
  road: Road,
  time: Time,
  lines: string[],
): World {
  /** The dead hear no clock either. */
  const after = (ms: number, then: () => void) =>
    time.after(ms, () => {
      if (!road.isDead(caller)) then();
    });
  return {
    hubspot: hubSpot({
      token: hubspot.portals.find(({ id }) => id === portalId)?.token ?? '',
      // No call gets there.
      origin: 'http://127.0.0.1:1',
      send: sendThrough((asked) => road.ask(caller, asked)),
      surroundings: { now: () => time.now(), after, random: chance(seed, 'jitter', caller).next },
    }),
    policy: POLICY,
    organisation: {
      ...CAREFUL_ORGANISATION,
      privacySettings: hubspot.settings(portalId).privacySettings,
      notSpecified: acceptsNotSpecified(portalId) ? 'accepted' : 'not-known',
    },
    keys: { signer: KEY, publicKeys: KEYS, random: saltsFrom(`${String(seed)} ${String(caller)}`) },
    now: () => time.now(),
    wait: (ms) => new Promise((resolve) => after(ms, resolve)),
    correlationId: `caller-${String(caller)}`,
    log: (line) => lines.push(JSON.stringify(line)),
  };
}

const POLICY = policyWith([]);

/** One portal's admin says that HubSpot accepts "not specified", which it may not. */
export function acceptsNotSpecified(portalId: number): boolean {
  return portalId === 1002;
}

function recordIn(hubspot: HubSpotOnDesk, { portalId }: Schedule) {
  const email = hubspot.contact(portalId, CONTACT_ID)?.properties['email'] ?? null;
  return { hs_object_id: CONTACT_ID, email };
}
