import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { recordsOf, type OpenRecord } from '../../sandbox/functions/open-record.ts';
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
let asked: OpenRecord[] = [];
const pools: Pool[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'consent-card-pool-'));
  for (const [uid, source] of Object.entries(SOURCES)) {
    writeFileSync(path.join(folder, `${uid}.cjs`), source);
  }
});

afterEach(() => {
  asked = [];
  for (const made of pools.splice(0)) made.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The one record there is. */
function readRecord(record: OpenRecord) {
  asked.push(record);
  if (record.objectId !== 7) return undefined;
  return { hs_object_id: '7', email: 'a@example.com', lastmodifieddate: '2026-11-24' };
}

function pool(settings: { size?: number; timeoutMs?: number } = {}): Pool {
  const made = createPool({
    bundles: Object.fromEntries(
      Object.keys(SOURCES).map((uid) => [uid, path.join(folder, `${uid}.cjs`)]),
    ),
    env: { PRIVATE_APP_ACCESS_TOKEN: TOKEN },
    readRecord,
    ...settings,
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
  it('the properties it asked for, of the open record, and none besides', async () => {
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
    expect(asked).toMatchObject([{ objectId: 7 }]);
  });

  it('no properties where none were asked for, and then HubSpot is not called', async () => {
    const response = responseOf(await pool().call('echo', {}));
    expect(response['propertiesToSend']).toEqual({});
    expect(asked).toEqual([]);
  });

  it('a record that is not there: an answer, not a crash', async () => {
    const answer = await pool().call('echo', { objectQuery: { ...open('email'), objectId: 8 } });
    expect(answer).toEqual({ ok: false, error: 'the record could not be read' });
  });

  it('of the emulated HubSpot its contacts, whatever limits and failures its API has', () => {
    const hubspot = createHubSpotOnDesk();
    hubspot.limitCalls(100);
    hubspot.fail({ path: '/', times: 9, fault: { kind: 'status', status: 500 } });
    const read = recordsOf(hubspot, 1001);
    const contact = { objectId: 104, objectTypeId: '0-1', objectPropertyNames: [] };
    expect(read(contact)).toMatchObject({ hs_object_id: '104', email: 'contact-104@example.com' });
    expect(read({ ...contact, objectId: 201 })).toBeUndefined();
    expect(read({ ...contact, objectTypeId: '0-2' })).toBeUndefined();
    expect(hubspot.calls()).toEqual([]);
    expect(hubspot.failures()).toMatchObject([{ times: 9 }]);
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
