import { Lane, type FunctionAnswer } from './lane.ts';
import { propertiesToSend, type OpenRecord, type ReadRecord } from './open-record.ts';

/** What the record page sends with a call, as HubSpot's own page does. */
interface FunctionCall {
  readonly objectQuery?: OpenRecord;
  readonly parameters?: unknown;
  readonly event?: unknown;
}

export interface Pool {
  /** Never rejects: what goes wrong is a plain sentence, without stack or token. */
  call(uid: string, call: FunctionCall): Promise<FunctionAnswer>;
  /** When no call is under way any more, those that came meanwhile among them. */
  idle(): Promise<void>;
  /** Answers what is under way or waits, and ends the children. */
  close(): void;
}

interface PoolSettings {
  /** Function uid to the absolute path of its built bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** The whole environment of a child: token, API origin, the organisation's choices. */
  readonly env: Readonly<Record<string, string>>;
  readonly readRecord: ReadRecord;
  readonly size?: number;
  /** Milliseconds; HubSpot's own local runner allows 15,000. */
  readonly timeoutMs?: number;
  /** Milliseconds by which the functions' clock is ahead of the machine's. */
  readonly aheadMs?: () => number;
}

/**
 * A small pool a function: each child loads the built bundle once and takes one call at a time, since
 * HubSpot's executor, which reloads the file and swaps the environment at each call, can't run two at once.
 */
export function createPool(settings: PoolSettings): Pool {
  const { bundles, env, size = 2, timeoutMs = 15_000, aheadMs = () => 0, readRecord } = settings;
  const lanes = new Map(
    Object.entries(bundles).map(([uid, bundle]) => [uid, new Lane(bundle, env, size, timeoutMs)]),
  );
  const underWay = new Set<Promise<FunctionAnswer>>();
  return {
    async call(uid, { objectQuery, parameters, event }) {
      const lane = lanes.get(uid);
      if (lane === undefined) return { ok: false, error: `no function "${uid}" is installed` };
      const properties = propertiesToSend(objectQuery, readRecord);
      if (properties === undefined) return { ok: false, error: 'the record could not be read' };
      const answer = lane.run({
        context: { propertiesToSend: properties, parameters, event },
        aheadMs: aheadMs(),
      });
      underWay.add(answer);
      return answer.finally(() => underWay.delete(answer));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      for (const lane of lanes.values()) lane.close();
    },
  };
}
