import * as z from 'zod';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import {
  AskedAct,
  AskedDate,
  AskedFailure,
  AskedFunction,
  AskedLimit,
  AskedOpening,
  AskedTelling,
  Nothing,
} from '../stage/asked.ts';
import { scenarios } from '../scenarios/index.ts';
import type { Stage } from '../stage/stage.ts';
import { json, type Sent } from './http.ts';
import { listingOf } from './listing.ts';
import type { Pools } from './pools.ts';

/** What the page asks of the sandbox's own server. */
export interface Api {
  get(pathname: string, query: URLSearchParams): Sent | undefined;
  /** `undefined` where nothing is at this path. */
  post(pathname: string, body: unknown): Promise<Sent | undefined>;
}

interface Rooms {
  readonly hubspot: HubSpotOnDesk;
  readonly stage: Stage;
  readonly pools: Pools;
}

type Endpoint = (body: unknown) => Sent | Promise<Sent>;

const FunctionBody = z.object({
  portalId: z.number(),
  serverlessFunction: z.string(),
  objectQuery: z
    .object({
      objectId: z.union([z.number(), z.string()]),
      objectTypeId: z.string(),
      objectPropertyNames: z.array(z.string()),
    })
    .exactOptional(),
  parameters: z.unknown().optional(),
  event: z.unknown().optional(),
});

export function apiOf({ hubspot, stage, pools }: Rooms): Api {
  const endpoints: Readonly<Record<string, Endpoint>> = {
    '/api/function': taking(FunctionBody, async ({ portalId, serverlessFunction, ...call }) => {
      const pool = pools.of(portalId);
      if (pool === undefined) return refused(['portalId']);
      if ((await stage.reach(serverlessFunction)) === 'not-installed') {
        return json(404, { ok: false, error: `no function "${serverlessFunction}" is installed` });
      }
      const answered = await pool.call(serverlessFunction, call);
      return json(answered.ok ? 200 : 400, answered);
    }),
    '/api/open': taking(AskedOpening, ({ scenario, steps }) => {
      stage.open(scenario, steps);
      return done();
    }),
    '/api/retell': taking(AskedTelling, ({ scenario, steps }) => {
      stage.retell(scenario, steps);
      return done();
    }),
    '/api/act': taking(AskedAct, ({ portalId, act, inMs }) => {
      const why = stage.play(portalId, act, inMs);
      return why === undefined ? done() : json(400, { ok: false, error: 'not played', why });
    }),
    '/api/failures': taking(AskedFailure, (failure) => {
      stage.fail(failure);
      return done();
    }),
    '/api/failures/clear': taking(Nothing, () => {
      stage.clearFailures();
      return done();
    }),
    '/api/limit': taking(AskedLimit, ({ callsPerTenSeconds }) => {
      stage.limitCalls(callsPerTenSeconds);
      return done();
    }),
    '/api/functions': taking(AskedFunction, (asked) => {
      stage.setFunction(asked);
      return done();
    }),
    '/api/date': taking(AskedDate, (to) => {
      stage.moveDate(to);
      return done();
    }),
    '/api/reset': taking(Nothing, () => {
      stage.reset();
      return done();
    }),
  };
  return {
    get: (pathname, query) => {
      if (pathname === '/api/listing') return json(200, listingOf(hubspot));
      if (pathname === '/api/stage') {
        const id = query.get('scenario') ?? '';
        const isThere = scenarios.some((scenario) => scenario.id === id);
        return isThere ? json(200, stage.view(id)) : refused(['scenario']);
      }
      const [, portalId, contactId] = /^\/api\/record\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
      if (!hubspot.portals.some(({ id }) => String(id) === portalId)) return undefined;
      const found = hubspot.contact(Number(portalId), contactId ?? '');
      return found === undefined ? undefined : json(200, found);
    },
    post: async (pathname, body) => {
      if (!Object.hasOwn(endpoints, pathname)) return undefined;
      return endpoints[pathname]?.(body);
    },
  };
}

/** Nothing reaches the stage that does not fit; what does not is named, not echoed. */
function taking<T>(shape: z.ZodType<T>, answer: (asked: T) => Sent | Promise<Sent>): Endpoint {
  return (body) => {
    const asked = shape.safeParse(body);
    if (asked.success) return answer(asked.data);
    return refused(asked.error.issues.flatMap(fieldsOf));
  };
}

function fieldsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [...issue.path, key].map(String).join('.').slice(0, 100));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return issue.errors
      .flat()
      .flatMap((one) => fieldsOf({ ...one, path: [...issue.path, ...one.path] }));
  }
  return [issue.path.map(String).join('.') || 'body'];
}

function refused(fields: readonly string[]): Sent {
  return json(400, { ok: false, error: 'not understood', fields: [...new Set(fields)] });
}

function done(): Sent {
  return json(200, { ok: true });
}
