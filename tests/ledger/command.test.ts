import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../project/docks.ts';
import { ledgerCommand } from '../../project/ledger-command.ts';
import { publicKeysOf, signerOf } from '../../src/app/ledger/keys.ts';
import { recordFile, recordText } from '../../src/app/ledger/record-file.ts';
import {
  ALICE,
  chainOf,
  intent,
  KEY,
  KEYS,
  LONG,
  OTHER_KEY,
  outcome,
  sealed,
  SECRET,
} from './a-chain.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The command as `npm run ledger -- …` runs it, in this process: last line, all lines, exit code. */
async function ledger(...args: readonly string[]) {
  const printed: string[] = [];
  const keep = (text: string) => {
    printed.push(text);
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep),
    vi.spyOn(console, 'error').mockImplementation(keep),
  ];
  try {
    const code = await ledgerCommand(args, { environment: {}, printsToFile: false });
    const lines = printed.join('\n').split('\n');
    return { last: lines.at(-1), lines, code };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** In a process of its own, with `stdout` as its output. */
function spawned(args: readonly string[], stdout: 'pipe' | number = 'pipe') {
  return spawnSync(process.execPath, ['--import', 'tsx', 'project/ledger.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  });
}

function file(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

const entries = chainOf(sealed(intent()), sealed(outcome()));
const exported = { exportedAt: '2026-12-31T00:00:00.000Z', publicKeys: KEYS };
const record = recordFile(ALICE, entries, exported);
const good = file('good.json', recordText(record));
const altered = file(
  'altered.json',
  recordText({
    ...record,
    entries: [entries[0]!, { ...entries[1]!, keptAt: '2026-11-25T00:00:00.000Z' }],
  }),
);
const cut = file('cut.json', recordText(recordFile(ALICE, entries.slice(0, 1), exported)));
const pem = (key: typeof KEY) => key.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const key = file('key.pem', pem(KEY));
const both = file('both.pem', `${pem(OTHER_KEY)}${pem(KEY)}`);
const other = file('other.pem', pem(OTHER_KEY));
const head = entries[1]!.hash;

describe('npm run ledger -- verify', LONG, () => {
  it.each<[string, readonly string[], string, number]>([
    ['a true record', [good, '--public-key', key], 'ledger: 2 entries, verified', 0],
    ['with several public keys', [good, '--public-key', both], 'ledger: 2 entries, verified', 0],
    [
      'with an earlier head',
      [good, '--public-key', key, '--head', head],
      'ledger: 2 entries, verified',
      0,
    ],
    ['without a public key', [good], 'ledger: 2 entries, verified (by the keys in the file)', 0],
    [
      'an altered record',
      [altered, '--public-key', key],
      'ledger: 2 entries, BROKEN at position 1 (altered)',
      1,
    ],
    [
      'a cut one, with an earlier head',
      [cut, '--public-key', key, '--head', head],
      'ledger: 1 entries, BROKEN at position 1 (truncated)',
      1,
    ],
    ['a cut one, without', [cut, '--public-key', key], 'ledger: 1 entries, verified', 0],
    [
      'somebody else’s key',
      [good, '--public-key', other],
      'ledger: 2 entries, BROKEN at position 0 (unknown-key)',
      1,
    ],
    ['no file', [], '       npm run ledger -- keys', 2],
    [
      'a file that is not there',
      [path.join(folder, 'none.json')],
      `ledger: there is no file ${path.join(folder, 'none.json')}`,
      2,
    ],
    [
      'a file that is no record',
      [key],
      'ledger: this is not a record in JSON as "consent-card-ledger/1" writes it',
      2,
    ],
    [
      'a key file that is none',
      [good, '--public-key', good],
      'ledger: key-unreadable: give the whole key and one only where one is asked for, as PEM or bare base64',
      2,
    ],
    [
      'a head that is none',
      [good, '--head', 'abc'],
      'ledger: a head is a hash of 64 hexadecimal digits',
      2,
    ],
    ['an option it does not know', [good, '--force'], '       npm run ledger -- keys', 2],
  ])('%s', async (_what, args, last, code) => {
    expect(await ledger('verify', ...args)).toMatchObject({ last, code });
  });

  it('runs as a command, with its lines and its exit code', () => {
    const { stdout, stderr, status } = spawned(['verify', altered, '--public-key', key]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'ledger: 2 entries, BROKEN at position 1 (altered)',
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
  });

  it('says whose record it is, what is missing from it and what it did not check', async () => {
    expect((await ledger('verify', good)).lines).toEqual([
      'contact 101 of portal 4711',
      'gap: actor-only-claimed at position 0',
      'note: no earlier head was given, so entries cut off at the end would not be seen',
      `head: ${head} at position 1; keep it for next time`,
      'note: no public key was given; anyone could have written this file with keys of their own',
      'ledger: 2 entries, verified (by the keys in the file)',
    ]);
  });

  it('names every problem on a line of its own', async () => {
    const { lines } = await ledger(
      ...['verify', altered, '--public-key', key, '--head', '0'.repeat(64)],
    );
    expect(lines).toEqual([
      'contact 101 of portal 4711',
      'broken: altered at position 1',
      `broken: truncated at position 2: ${'0'.repeat(64)}`,
      'ledger: 2 entries, BROKEN at position 1 (altered)',
    ]);
  });
});

describe('npm run ledger -- keys', LONG, () => {
  it('makes a pair that fits, and another each time', async () => {
    const made = [await ledger('keys'), await ledger('keys')];
    const secrets = made.map(
      ({ lines }) => lines.find((line) => /^[A-Za-z0-9+/]{64}=*$/.test(line)) ?? '',
    );
    expect(secrets[0]).not.toBe(secrets[1]);
    const text = made[0]!.lines.join('\n');
    const [id] = publicKeysOf(
      /-----BEGIN[\s\S]*-----END PUBLIC KEY-----/.exec(text)?.[0] ?? '',
    ).keys();
    expect(signerOf(secrets[0]).sign(Buffer.from('x')).key).toBe(id);
    expect(made[0]!.lines[0]).toBe(`key id ${String(id)}`);
  });

  it('never writes the private key to a file by redirection', () => {
    const at = path.join(folder, 'redirected.txt');
    const { status, stderr } = spawned(['keys'], openSync(at, 'w'));
    expect({ status, stderr: stderr.slice(0, 49) }).toEqual({
      status: 2,
      stderr: 'ledger: the private key is not written to a file,',
    });
    expect(readFileSync(at, 'utf8')).toBe('');
  });

  it.each([
    ['a private key', SECRET],
    ['a key as PEM', `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`],
    ['a token', 'pat-eu1-00000000-0000-0000-0000-000000000000'],
  ])('%s on the command line in place of a file is not repeated', async (_what, given) => {
    for (const args of [
      ['verify', given],
      ['verify', good, '--public-key', given],
    ]) {
      const { code, lines } = await ledger(...args);
      expect(code).toBe(2);
      expect(lines.join('\n')).not.toContain(given.slice(-20));
    }
  });

  it('other commands are not there', async () => {
    expect(await ledger('publish', '101')).toMatchObject({
      code: 2,
      last: '       npm run ledger -- keys',
    });
  });
});
