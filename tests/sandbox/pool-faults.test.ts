import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../sandbox/functions/pool.ts';

const TOKEN = 'pat-secret-of-this-test';

/** Functions as HubSpot would load them, each in a file of its own. */
const SOURCES = {
  echo: `exports.main = async (context) => context;`,
  throws: `exports.main = async () => {
    throw new Error('broke with ' + process.env.PRIVATE_APP_ACCESS_TOKEN);
  };`,
  throwsAtOnce: `exports.main = () => { throw 'token ' + process.env.PRIVATE_APP_ACCESS_TOKEN; };`,
  throwsOnLoad: `throw new Error('broke with ' + process.env.PRIVATE_APP_ACCESS_TOKEN);`,
  circular: `exports.main = async () => { const one = {}; one.self = one; return one; };`,
  hangs: `exports.main = async ({ parameters }) =>
    parameters.hang ? new Promise(() => setInterval(() => {}, 1000)) : { pid: process.pid };`,
  dies: `exports.main = async ({ parameters }) => {
    if (parameters.now) process.exit(3);
    setTimeout(() => process.exit(3), 20);
    return { pid: process.pid };
  };`,
  notes: `exports.main = async ({ parameters }) => {
    require('node:fs').writeFileSync(parameters.file, 'ran');
    await new Promise((done) => setTimeout(done, 5000));
  };`,
} as const;

let folder: string;
let hubspot: Server;
let origin: string;
let asked: { url: string; authorization: string | undefined }[] = [];
const pools: Pool[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'consent-card-pool-'));
  for (const [uid, source] of Object.entries(SOURCES)) {
    writeFileSync(path.join(folder, `${uid}.cjs`), source);
  }
  hubspot = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    const known = request.url?.startsWith('/crm/v3/objects/0-1/7?') ?? false;
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    const properties = {
      hs_object_id: '7',
      email: 'a@example.com',
      lastmodifieddate: '2026-11-24',
    };
    response.end(JSON.stringify(known ? { id: '7', properties } : { message: 'not found' }));
  });
  await new Promise<void>((resolve) => hubspot.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((hubspot.address() as AddressInfo).port)}`;
});

afterEach(() => {
  asked = [];
  for (const made of pools.splice(0)) made.close();
});

afterAll(() => {
  hubspot.close();
  rmSync(folder, { recursive: true, force: true });
});

function pool(settings: { size?: number; timeoutMs?: number; origin?: string } = {}): Pool {
  const { origin: other, ...rest } = settings;
  const made = createPool({
    bundles: Object.fromEntries(
      Object.keys(SOURCES).map((uid) => [uid, path.join(folder, `${uid}.cjs`)]),
    ),
    env: { PRIVATE_APP_ACCESS_TOKEN: TOKEN, HUBSPOT_API_ORIGIN: other ?? origin },
    ...rest,
  });
  pools.push(made);
  return made;
}

function responseOf(answer: Awaited<ReturnType<Pool['call']>>): Record<string, unknown> {
  if (!answer.ok) throw new Error(answer.error);
  return answer.response as Record<string, unknown>;
}

const open = (...objectPropertyNames: string[]) => ({
  objectId: 7,
  objectTypeId: '0-1',
  objectPropertyNames,
});

describe('what a function is given', () => {
  it('the properties it asked for, read from HubSpot with the app’s token, and none besides', async () => {
    const answer = await pool().call('echo', {
      objectQuery: open('email', 'hs_object_id', 'phone'),
      parameters: { part: 'glance' },
      event: { type: 'SERVERLESS_ACTION_HOOK', payload: 1 },
    });
    expect(answer).toEqual({
      ok: true,
      response: {
        propertiesToSend: { email: 'a@example.com', hs_object_id: '7' },
        parameters: { part: 'glance' },
        event: { type: 'SERVERLESS_ACTION_HOOK', payload: 1 },
        secrets: { PRIVATE_APP_ACCESS_TOKEN: TOKEN },
      },
    });
    expect(asked).toEqual([
      {
        url: '/crm/v3/objects/0-1/7?properties=email,hs_object_id,phone',
        authorization: `Bearer ${TOKEN}`,
      },
    ]);
  });

  it('no properties where none were asked for, and then HubSpot is not called', async () => {
    const response = responseOf(await pool().call('echo', {}));
    expect(response['propertiesToSend']).toEqual({});
    expect(asked).toEqual([]);
  });

  it.each([
    ['a record that is not there', { objectId: 8 }, undefined],
    ['a HubSpot that does not answer', {}, 'http://127.0.0.1:9'],
  ])('%s: an answer, not a crash', async (_, other, elsewhere) => {
    const made = pool(elsewhere === undefined ? {} : { origin: elsewhere });
    const answer = await made.call('echo', { objectQuery: { ...open('email'), ...other } });
    expect(answer).toEqual({ ok: false, error: 'the record could not be read' });
  });
});

describe('how a function is run', () => {
  it('a call that takes too long is answered, and the next has a fresh child', async () => {
    const one = pool({ size: 1, timeoutMs: 400 });
    const before = responseOf(await one.call('hangs', { parameters: { hang: false } }));
    const [late, next] = await Promise.all([
      one.call('hangs', { parameters: { hang: true } }),
      one.call('hangs', { parameters: { hang: false } }),
    ]);
    expect(late).toEqual({ ok: false, error: 'the function took too long' });
    expect(responseOf(next)['pid']).not.toBe(before['pid']);
  });

  it('a child that dies at work is answered for, one that dies idle is replaced', async () => {
    const one = pool({ size: 1 });
    expect(await one.call('dies', { parameters: { now: true } })).toEqual({
      ok: false,
      error: 'the function could not be run',
    });
    const first = responseOf(await one.call('dies', { parameters: {} }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const second = responseOf(await one.call('dies', { parameters: {} }));
    expect(second['pid']).not.toBe(first['pid']);
  });

  it('closing answers what is under way, and starts nothing that still waits', async () => {
    const one = pool({ size: 1 });
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
    const answers = Promise.all([
      one.call('notes', { parameters: { file: first } }),
      one.call('notes', { parameters: { file: second } }),
    ]);
    await expect.poll(() => existsSync(first) && readFileSync(first, 'utf8')).toBe('ran');
    one.close();
    expect((await answers).map(({ ok }) => ok)).toEqual([false, false]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(existsSync(second)).toBe(false);
    expect(await one.call('echo', {})).toMatchObject({ ok: false });
  });
});

describe('what a failing function lets out', () => {
  it.each(['throws', 'throwsAtOnce', 'throwsOnLoad', 'circular', 'not-installed', '__proto__'])(
    '%s: a plain sentence, no token and no stack',
    async (uid) => {
      const answer = await pool().call(uid, { parameters: {} });
      expect(answer.ok).toBe(false);
      const text = JSON.stringify(answer);
      expect(text).not.toContain(TOKEN);
      expect(text).not.toMatch(/\bat \S+:\d+|Error:|\.cjs/);
    },
  );
});
