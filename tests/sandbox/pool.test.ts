import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../sandbox/functions/pool.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'consent-card-pool-'));
const bundle = path.join(folder, 'bundle.cjs');
writeFileSync(
  bundle,
  `let loads = 0; loads += 1; let running = 0; let most = 0; let calls = 0;
   exports.main = async ({ parameters }) => {
     calls += 1; running += 1; most = Math.max(most, running);
     if (parameters === 'hang') await new Promise(() => {});
     if (parameters === 'die') process.exit(3);
     if (parameters === 'throw') throw new Error('stack and ' + process.env.PRIVATE_APP_ACCESS_TOKEN);
     await new Promise((resolve) => setTimeout(resolve, 20));
     running -= 1;
     if (parameters === 'nothing') return undefined;
     return { loads, most, calls, pid: process.pid, environment: Object.keys(process.env).sort() };
   };`,
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const readRecord = () => undefined;
let pool: Pool | undefined;
afterEach(() => {
  pool?.close();
});

function open(timeoutMs = 5_000): Pool {
  const env = { PRIVATE_APP_ACCESS_TOKEN: 'pat-secret', HUBSPOT_API_ORIGIN: 'http://127.0.0.1:9' };
  pool = createPool({ bundles: { sample: bundle }, env, readRecord, size: 2, timeoutMs });
  return pool;
}

interface Seen {
  readonly loads: number;
  readonly most: number;
  readonly calls: number;
  readonly pid: number;
  readonly environment: readonly string[];
}

async function seen(answering: ReturnType<Pool['call']>): Promise<Seen> {
  const answer = await answering;
  if (!answer.ok) throw new Error(answer.error);
  return answer.response as Seen;
}

describe('the function pool', () => {
  it('loads a bundle once in each of its children, and gives a child one call at a time', async () => {
    const sample = open();
    const calls = Array.from({ length: 8 }, () => seen(sample.call('sample', {})));
    const all = await Promise.all(calls);
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(2);
    expect(all.every(({ loads, most }) => loads === 1 && most === 1)).toBe(true);
    expect(Math.max(...all.map(({ calls: count }) => count))).toBeGreaterThan(2);
  });

  it('gives a function the environment it is told, and nothing of this machine’s', async () => {
    const { environment } = await seen(open().call('sample', {}));
    expect(environment).toEqual(
      expect.arrayContaining(['HUBSPOT_API_ORIGIN', 'PRIVATE_APP_ACCESS_TOKEN']),
    );
    expect(environment).not.toContain('PATH');
    expect(environment).not.toContain('HOME');
  });

  it('has its clock ahead of the machine’s by as much as the date was moved, and it goes on', async () => {
    const dated = path.join(folder, 'dated.js');
    writeFileSync(
      dated,
      `exports.main = async () => {
         const began = Date.now();
         await new Promise((resolve) => setTimeout(resolve, 20));
         const built = new Date();
         return { began, went: built.getTime() - began, isDate: built instanceof Date, then: new Date(5).getTime() };
       };`,
    );
    const week = 7 * 86_400_000;
    const env = {};
    pool = createPool({ bundles: { dated }, env, readRecord, aheadMs: () => week });
    const answer = await pool.call('dated', {});
    const response = (answer.ok ? answer.response : {}) as Record<string, number>;
    expect(response).toMatchObject({ isDate: true, then: 5 });
    expect(Math.abs((response['began'] ?? 0) - Date.now() - week)).toBeLessThan(10_000);
    expect(response['went']).toBeGreaterThanOrEqual(15);
    expect(response['went']).toBeLessThan(10_000);
  });

  it('sends JSON: undefined arrives as null', async () => {
    expect(await open().call('sample', { parameters: 'nothing' })).toEqual({
      ok: true,
      response: null,
    });
  });

  it.each([
    ['throw', 'the function failed'],
    ['die', 'the function could not be run'],
    ['hang', 'the function took too long'],
  ])(
    'a function that must %s gets a plain sentence, and the next call is served',
    async (parameters, error) => {
      const sample = open(parameters === 'hang' ? 300 : 5_000);
      expect(await sample.call('sample', { parameters })).toEqual({ ok: false, error });
      expect((await seen(sample.call('sample', {}))).loads).toBe(1);
    },
  );

  it('a function that is not installed is said so', async () => {
    expect(await open().call('other', {})).toEqual({
      ok: false,
      error: 'no function "other" is installed',
    });
  });

  it('a record that can’t be read is no call', async () => {
    const objectQuery = { objectId: 1, objectTypeId: '0-1', objectPropertyNames: ['email'] };
    expect(await open().call('sample', { objectQuery })).toEqual({
      ok: false,
      error: 'the record could not be read',
    });
  });
});
