import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** What the record page sends with a call, as HubSpot's own page does. */
export interface FunctionCall {
  readonly objectQuery?: {
    readonly objectId: number | string;
    readonly objectTypeId: string;
    readonly objectPropertyNames: readonly string[];
  };
  readonly parameters?: unknown;
}

export type FunctionAnswer =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly error: string };

export interface Pool {
  call(uid: string, call: FunctionCall): Promise<FunctionAnswer>;
  close(): void;
}

interface PoolSettings {
  /** Function uid to the absolute path of its built bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** The whole environment of a child: token, API origin, the organisation's choices. */
  readonly env: Readonly<Record<string, string>>;
  readonly size?: number;
  /** Milliseconds; HubSpot's own local runner allows 15,000. */
  readonly timeoutMs?: number;
}

const CHILD = path.join(import.meta.dirname, 'child.cjs');

/**
 * A small pool a function: each child loads the built bundle once and takes one call at a time, since
 * HubSpot's executor, which reloads the file and swaps the environment at each call, can't run two at once.
 */
export function createPool({ bundles, env, size = 2, timeoutMs = 15_000 }: PoolSettings): Pool {
  const lanes = new Map(
    Object.entries(bundles).map(([uid, bundle]) => [
      uid,
      new Lane(() => start(bundle, env), size, timeoutMs),
    ]),
  );
  return {
    async call(uid, { objectQuery, parameters }) {
      const lane = lanes.get(uid);
      if (lane === undefined) return { ok: false, error: `no function "${uid}" is installed` };
      const sent = await propertiesOf(objectQuery, env);
      if (sent === undefined) return { ok: false, error: 'the record could not be read' };
      return lane.run({ propertiesToSend: sent, parameters });
    },
    close() {
      for (const lane of lanes.values()) lane.close();
    },
  };
}

/** HubSpot reads `propertiesToSend` itself, of the record that is open, with the app's token. */
async function propertiesOf(
  query: FunctionCall['objectQuery'],
  env: PoolSettings['env'],
): Promise<Record<string, unknown> | undefined> {
  if (query === undefined || query.objectPropertyNames.length === 0) return {};
  const names = query.objectPropertyNames.map(encodeURIComponent).join(',');
  const [type, id] = [query.objectTypeId, String(query.objectId)].map(encodeURIComponent);
  const response = await fetch(
    `${env['HUBSPOT_API_ORIGIN'] ?? ''}/crm/v3/objects/${type ?? ''}/${id ?? ''}?properties=${names}`,
    { headers: { authorization: `Bearer ${env['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}` } },
  ).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const { properties } = (await response.json()) as { properties: Record<string, unknown> };
  return Object.fromEntries(
    query.objectPropertyNames.flatMap((name) =>
      Object.hasOwn(properties, name) ? [[name, properties[name]]] : [],
    ),
  );
}

function start(bundle: string, env: PoolSettings['env']): ChildProcess {
  return fork(CHILD, [bundle], {
    env: { ...env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

interface Waiting {
  readonly context: object;
  readonly done: (answer: FunctionAnswer) => void;
}

/** The children of one function, and the calls that wait for a free one. */
class Lane {
  private readonly free: ChildProcess[] = [];
  private readonly busy = new Set<ChildProcess>();
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly begin: () => ChildProcess,
    private readonly size: number,
    private readonly timeoutMs: number,
  ) {}

  run(context: object): Promise<FunctionAnswer> {
    return new Promise((done) => {
      this.waiting.push({ context, done });
      this.next();
    });
  }

  close(): void {
    for (const child of [...this.free, ...this.busy]) child.kill();
  }

  private next(): void {
    const child = this.free.pop() ?? (this.busy.size < this.size ? this.begin() : undefined);
    if (child === undefined) return;
    const call = this.waiting.shift();
    if (call === undefined) {
      this.free.push(child);
      return;
    }
    this.busy.add(child);
    const finish = (answer: FunctionAnswer, isAlive: boolean) => {
      clearTimeout(timer);
      child.removeAllListeners();
      this.busy.delete(child);
      if (isAlive) this.free.push(child);
      else child.kill('SIGKILL');
      call.done(answer);
      if (this.waiting.length > 0) this.next();
    };
    const timer = setTimeout(() => {
      finish({ ok: false, error: 'the function took too long' }, false);
    }, this.timeoutMs);
    child.on('exit', () => {
      finish({ ok: false, error: 'the function could not be run' }, false);
    });
    child.on('message', (message: { ready?: true; ok?: boolean; text?: string }) => {
      if (message.ready) return;
      finish(
        message.ok && message.text !== undefined
          ? { ok: true, response: JSON.parse(message.text) as unknown }
          : { ok: false, error: 'the function failed' },
        true,
      );
    });
    child.send({ id: 0, context: call.context });
  }
}
