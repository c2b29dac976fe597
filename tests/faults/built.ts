import { writeFileSync } from 'node:fs';
import { builtProject } from '../../project/build.ts';
import { dockOutputs } from '../../project/docks.ts';
import type { ChangeReply, ReadReply } from '../../src/app/contract/reply.ts';
import { listenOnLoopback, type Answered, type Asked } from '../../sandbox/emulator/core/http.ts';
import { PORTALS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { recordsOf } from '../../sandbox/functions/open-record.ts';
import { createPool, type Pool } from '../../sandbox/functions/pool.ts';
import { SECRET } from '../ledger/a-chain.ts';
import { acceptsNotSpecified, hubSpotFor, perform, START, type Played } from './play.ts';
import { roadOf, type Road } from './road.ts';
import { saidIn, type Said } from './said.ts';
import { CONTACT_ID, MOST_CALLERS, type Schedule } from './schedule.ts';
import { realTime } from './time.ts';
import { parametersOf } from './wishes.ts';

/** A machine that is busy with several schedules at once is a little late itself. */
const WANTED_MS = 10_000;

/** Built functions play on the machine's time, so their calls don't stay on the road as long. */
const SLOWER_THAN_BUILT = 4;

interface Playing {
  readonly hubspot: HubSpotOnDesk;
  readonly road: Road;
  readonly isOver: Promise<Answered>;
  readonly aheadMs: () => number;
}

/** Where one schedule of a portal at a time is played: an origin and a process for each caller. */
interface Bench {
  play(schedule: Schedule): Promise<Played>;
  close(): Promise<void>;
}

/**
 * Plays schedules on the functions as they are built, each caller's in a process of its own, over real HTTP and
 * real time. What goes wrong and who acts when is drawn as ever; calls that a function makes at once may
 * come in another order from run to run. A function that is killed is killed: its process ends.
 */
export async function playBuilt(
  schedules: readonly Schedule[],
  side: number,
  then: (played: Played) => void,
): Promise<void> {
  for (const file of await dockOutputs()) writeFileSync(file.path, file.text);
  const portalIds = [...new Set(schedules.map(({ portalId }) => portalId))];
  await Promise.all(
    portalIds.flatMap((portalId) => {
      const left = schedules.filter((one) => one.portalId === portalId);
      return Array.from({ length: side }, async () => {
        const bench = await benchOf(portalId);
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          then(await bench.play(next));
        }
        await bench.close();
      });
    }),
  );
}

async function benchOf(portalId: number): Promise<Bench> {
  let playing: Playing | undefined;
  const slots = await Promise.all(
    Array.from({ length: MOST_CALLERS + 1 }, async (_, caller) => {
      const server = await listenOnLoopback(0, (asked) => onTheRoad(playing, caller, asked));
      const open = () => openPool(portalId, server.origin, () => playing);
      return { server, open, pool: open() };
    }),
  );
  const call = async (caller: number, uid: string, parameters: object): Promise<Said> => {
    const answer = await slots[caller]?.pool.call(uid, { objectQuery: OPEN, parameters });
    if (!answer?.ok) return { kind: 'no-answer', because: answer?.error ?? '', whole: undefined };
    return saidIn(answer.response as ChangeReply | ReadReply);
  };
  return {
    async play(drawn) {
      const [least, most] = drawn.pace;
      const schedule: Schedule = { ...drawn, pace: [least, Math.ceil(most / SLOWER_THAN_BUILT)] };
      const time = realTime(START);
      const hubspot = hubSpotFor(schedule);
      const road = roadOf(schedule, hubspot, time);
      let endAll: (answer: Answered) => void = () => undefined;
      const isOver = new Promise<Answered>((resolve) => (endAll = resolve));
      playing = { hubspot, road, isOver, aheadMs: () => time.now() - Date.now() };
      road.onDeath((caller) => {
        const slot = slots[caller];
        if (slot === undefined) return;
        slot.pool.close();
        slot.pool = slot.open();
      });
      let running = 0;
      const counted = async (said: Promise<Said>) => {
        running += 1;
        try {
          return await said;
        } finally {
          running -= 1;
        }
      };
      const played = await perform(schedule, hubspot, road, [], {
        time,
        change: (caller, wish) => counted(call(caller, 'change-consent', parametersOf(wish))),
        keep: (caller, unsaved) =>
          counted(call(caller, 'change-consent', { act: 'keep-record', unsaved })),
        look: () => counted(call(MOST_CALLERS, 'read-consent', { part: 'glance' })),
        async untilOver() {
          do await new Promise((resolve) => setTimeout(resolve, 10));
          while (running > 0 || time.planned() > 0);
        },
        wantedMs: WANTED_MS,
      });
      endAll(CUT);
      return played;
    },
    async close() {
      for (const { pool } of slots) pool.close();
      await Promise.all(slots.map(({ server }) => server.close()));
    },
  };
}

const OPEN = {
  objectId: CONTACT_ID,
  objectTypeId: '0-1',
  objectPropertyNames: ['hs_object_id', 'email'],
};

const CUT: Answered = { status: 500, headers: {}, body: '', delivery: { cut: true } };

/** What was never answered is cut when all is over, so that nothing is left open. */
async function onTheRoad(
  playing: Playing | undefined,
  caller: number,
  asked: Asked,
): Promise<Answered> {
  if (playing === undefined) return CUT;
  try {
    return await Promise.race([playing.road.ask(caller, asked), playing.isOver]);
  } catch {
    return CUT;
  }
}

function openPool(portalId: number, origin: string, playing: () => Playing | undefined): Pool {
  const portal = PORTALS.find(({ id }) => id === portalId);
  if (portal === undefined) throw new Error(`no portal ${String(portalId)}`);
  const { privacySettings } = portal.settings;
  return createPool({
    bundles: builtProject().functions,
    env: {
      PRIVATE_APP_ACCESS_TOKEN: portal.token,
      HUBSPOT_API_ORIGIN: origin,
      CONSENT_CARD_LEDGER_KEY: SECRET,
      CONSENT_CARD_ORGANISATION: JSON.stringify({
        privacySettings,
        notSpecified: acceptsNotSpecified(portalId) ? 'accepted' : 'not-known',
      }),
    },
    readRecord: (record) => {
      const now = playing();
      return now === undefined ? undefined : recordsOf(now.hubspot, portalId)(record);
    },
    size: 1,
    aheadMs: () => playing()?.aheadMs() ?? 0,
  });
}
