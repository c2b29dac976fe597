import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { portalCommand } from '../../project/ledger-portal.ts';
import { privateFiles, type PrivateFiles } from '../../project/private-file.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { SANDBOX_SIGNING_KEY } from '../../sandbox/functions/signing-key.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { Chain } from '../../src/app/ledger/chain.ts';
import { keep } from '../../src/app/ledger/keep.ts';
import { publicKeysIn, signerOf } from '../../src/app/ledger/keys.ts';
import {
  readRecord,
  recordFile,
  recordText,
  verifyRecord,
} from '../../src/app/ledger/record-file.ts';
import { intent, outcome, sealed } from './a-chain.ts';

const TOKYO = 1001;
const OBJECTS = '/crm/objects/2026-09/p_consent_card_entry';
const CHAIN: Chain = { portal: '1001', contact: '106' };
const signer = signerOf(SANDBOX_SIGNING_KEY);
const pem = signer.publicKey.export({ format: 'pem', type: 'spki' }).toString();

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-portal-'));
const hubspot = createHubSpotOnDesk();
let server: Awaited<ReturnType<typeof hubspot.listen>>;
beforeAll(async () => {
  server = await hubspot.listen();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const environment = (more: Readonly<Record<string, string>> = {}, portalId = TOKYO) => ({
  PRIVATE_APP_ACCESS_TOKEN: `pat-sandbox-${String(portalId)}`,
  HUBSPOT_API_ORIGIN: server.origin,
  CONSENT_CARD_LEDGER_KEY: SANDBOX_SIGNING_KEY,
  ...more,
});

/** The command's lines and exit code; 2 where it was refused, as `npm run ledger` makes it. */
async function ledger(
  args: readonly string[],
  env: Record<string, string> = environment(),
  files?: PrivateFiles,
) {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(line);
  });
  try {
    const code = await portalCommand(args, env, files);
    return { code, lines, last: lines.at(-1) };
  } catch (error) {
    lines.push((error as Error).message);
    return { code: 2, lines, last: lines.at(-1) };
  } finally {
    log.mockRestore();
  }
}

const store = () => hubSpot({ token: 'pat-sandbox-1001', origin: server.origin }).ledger;

function ask(method: string, at: string, body?: unknown) {
  const answer = hubspot.handle({
    method,
    path: at,
    headers: { authorization: 'Bearer pat-sandbox-1001' },
    body: body === undefined ? '' : JSON.stringify(body),
  });
  return (answer.body === '' ? {} : JSON.parse(answer.body)) as Readonly<Record<string, unknown>>;
}

const records = () =>
  ask('GET', `${OBJECTS}?limit=100&properties=key,address`)['results'] as readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, string | null>>;
  }[];

beforeEach(async () => {
  hubspot.reset();
  const world = {
    store: store(),
    signer,
    now: () => Date.parse('2026-11-24T09:00:00.000Z'),
    wait: () => Promise.resolve(),
  };
  const words = { address: 'contact-106@example.com', staffName: 'Ito' };
  await keep(sealed(intent({ chain: CHAIN }), words, signer), world);
  await keep(sealed(outcome({ chain: CHAIN }), {}, signer), world);
});

const json = path.join(folder, 'record.json');
const csv = path.join(folder, 'record.csv');

describe('npm run ledger -- export', () => {
  it('writes the record as JSON and CSV, with its gaps, and says whether it is true', async () => {
    const { code, lines } = await ledger(['export', '106', '--json', json, '--csv', csv]);
    expect(code).toBe(0);
    expect(lines).toEqual([
      `wrote ${json}`,
      `wrote ${csv}`,
      'gap: actor-only-claimed at position 0',
      expect.stringMatching(/^head: [0-9a-f]{64} at position 1; keep it for next time$/),
      'ledger: 2 entries, verified',
    ]);
    const record = readRecord(readFileSync(json, 'utf8'))!;
    expect(record.chain).toEqual(CHAIN);
    expect(record.entries[0]?.personal.address?.value).toBe('contact-106@example.com');
    const publicKeys = publicKeysIn([signer.publicKey]);
    expect(verifyRecord(record, { publicKeys })).toMatchObject({ status: 'verified' });
    expect(readFileSync(csv, 'utf8')).toContain('"actor-only-claimed"');
  });

  it('checks by the public keys it is given, and needs no private one', async () => {
    const { CONSENT_CARD_LEDGER_KEY: _, ...rest } = environment();
    const keys = { CONSENT_CARD_LEDGER_PUBLIC_KEYS: pem };
    expect(await ledger(['export', '106', '--json', json], { ...rest, ...keys })).toMatchObject({
      code: 0,
      last: 'ledger: 2 entries, verified',
    });
  });

  it('says where it is broken, and a file of it says so too', async () => {
    const first = records().find(({ properties }) => properties['key'] === '106:0')!;
    ask('PATCH', `${OBJECTS}/${first.id}`, { properties: { entry: '{}' } });
    expect(await ledger(['export', '106', '--json', json])).toEqual({
      code: 1,
      last: 'ledger: 1 entries, BROKEN (malformed)',
      lines: [
        `wrote ${json}`,
        `broken: record ${first.id} is not of the ledger’s form`,
        'ledger: 1 entries, BROKEN (malformed)',
      ],
    });
    const record = readRecord(readFileSync(json, 'utf8'))!;
    expect(record.malformed).toEqual([1]);
    const publicKeys = publicKeysIn([signer.publicKey]);
    expect(verifyRecord(record, { publicKeys })).toMatchObject({ status: 'broken' });
  });
});

describe('an export holds personal data, so', () => {
  const others = () => {
    const other = recordFile({ ...CHAIN, contact: '107' }, [], {
      exportedAt: '2026-11-24T09:00:00.000Z',
      publicKeys: publicKeysIn([signer.publicKey]),
    });
    return recordText(other);
  };
  const mode = (at: string) => (statSync(at).mode & 0o777).toString(8);
  const root = path.join(folder, 'project');
  const hidden = path.join(root, 'private');
  const place = path.join(folder, 'place');
  const at = path.join(place, 'record.json');
  beforeEach(() => {
    for (const one of [root, place]) {
      rmSync(one, { recursive: true, force: true });
      mkdirSync(one);
    }
  });
  afterEach(() => {
    // Nothing half written stays, whatever happened.
    const left = [...readdirSync(place), ...(existsSync(hidden) ? readdirSync(hidden) : [])];
    expect(left.filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('without a file named, it goes to a folder that git ignores, for its owner alone', async () => {
    mkdirSync(hidden, { mode: 0o755 });
    expect(await ledger(['export', '106'], environment(), privateFiles(root))).toMatchObject({
      code: 0,
    });
    expect(readdirSync(root)).toEqual(['private']);
    expect(readdirSync(hidden)).toEqual(['consent-record-106.csv', 'consent-record-106.json']);
    expect(mode(hidden)).toBe('700');
    for (const name of readdirSync(hidden)) expect(mode(path.join(hidden, name))).toBe('600');
  });

  it.each(['record.json', 'src/record.json', 'private/../record.json'])(
    'it is not written to %s in the project’s folder',
    async (name) => {
      mkdirSync(path.join(root, 'src'));
      const file = path.join(root, name);
      const { code, last } = await ledger(
        ['export', '106', '--json', at, '--csv', file],
        environment(),
        privateFiles(root),
      );
      expect(code).toBe(2);
      expect(last).toBe(
        `ledger: ${file} is in the project’s folder, where git would take it in; choose a file in private/ or outside the project`,
      );
      expect(readdirSync(place)).toEqual([]);
      expect(existsSync(file)).toBe(false);
    },
  );

  it('nor through a folder that is a link into it', async () => {
    const link = path.join(place, 'elsewhere');
    symlinkSync(root, link);
    const { code } = await ledger(
      ['export', '106', '--json', path.join(link, 'record.json')],
      environment(),
      privateFiles(root),
    );
    expect(code).toBe(2);
    expect(readdirSync(root)).toEqual([]);
  });

  it('nor where its own folder is a link', async () => {
    symlinkSync(place, hidden);
    const { code, last } = await ledger(['export', '106'], environment(), privateFiles(root));
    expect({ code, last }).toEqual({
      code: 2,
      last: `ledger: ${hidden} is not a folder; move it away`,
    });
    expect(readdirSync(place)).toEqual([]);
  });

  it.each(['666', '644', '400'])(
    'an earlier export with mode %s gives way to a new file',
    async (earlier) => {
      await ledger(['export', '106', '--json', at]);
      chmodSync(at, Number.parseInt(earlier, 8));
      const { ino } = statSync(at);
      // Whoever has the earlier file open, or under a second name, does not read the new one.
      linkSync(at, path.join(place, 'second-name'));
      expect((await ledger(['export', '106', '--json', at])).code).toBe(0);
      expect(mode(at)).toBe('600');
      expect(statSync(at).ino).not.toBe(ino);
    },
  );

  it.each<[string, () => void, string]>([
    ['other text', () => writeFileSync(at, 'not an export'), 'holds something else'],
    ['another JSON file', () => writeFileSync(at, '{"format":"notes"}'), 'holds something else'],
    ['the export of another contact', () => writeFileSync(at, others()), 'holds something else'],
    ['a folder', () => mkdirSync(at), 'is not a file'],
    [
      'a link to an export',
      () => {
        writeFileSync(path.join(place, 'target'), 'theirs');
        symlinkSync(path.join(place, 'target'), at);
      },
      'is a symbolic link',
    ],
    ['a link to nowhere', () => symlinkSync(path.join(place, 'target'), at), 'is a symbolic link'],
  ])('it does not take the place of %s, and then nothing is written', async (_what, put, why) => {
    put();
    const before = snapshotOf(place);
    const { code, last } = await ledger(['export', '106', '--csv', csv, '--json', at]);
    expect(code).toBe(2);
    expect(last).toContain(`ledger: ${at} ${why}`);
    expect(snapshotOf(place)).toEqual(before);
  });

  it('a table of something else stays, an empty file and an earlier table do not', async () => {
    const table = path.join(place, 'record.csv');
    writeFileSync(table, '"position","kind"\r\n');
    expect((await ledger(['export', '106', '--csv', table])).code).toBe(2);
    writeFileSync(table, '');
    expect((await ledger(['export', '106', '--csv', table])).code).toBe(0);
    expect((await ledger(['export', '106', '--csv', table])).code).toBe(0);
    expect(mode(table)).toBe('600');
  });

  it('the table does not take the place of the record', async () => {
    const { code, last } = await ledger([
      'export',
      '106',
      '--json',
      at,
      '--csv',
      path.join(place, '.', 'record.json'),
    ]);
    expect({ code, last }).toEqual({
      code: 2,
      last: 'ledger: --json and --csv name the same file; choose two',
    });
    expect(readdirSync(place)).toEqual([]);
  });
});

/** What is in a folder: links as links, files by their text. */
function snapshotOf(place: string) {
  return readdirSync(place).map((name) => {
    const one = path.join(place, name);
    const found = lstatSync(one);
    return [name, found.isSymbolicLink(), found.isFile() ? readFileSync(one, 'utf8') : undefined];
  });
}

describe('npm run ledger -- erase', () => {
  it('asks first, then records the erasure, and erases', async () => {
    expect(await ledger(['erase', '106'])).toMatchObject({
      code: 2,
      last: 'ledger: this erases 2 personal fields of 1 entries and can’t be undone; add --yes to do it',
    });
    expect(await store().read(CHAIN)).toHaveLength(2);
    expect(await ledger(['erase', '106', '--yes', '--user', '47'])).toMatchObject({
      code: 0,
      last: 'ledger: 2 personal fields of 1 entries erased',
    });
    const entries = await store().read(CHAIN);
    expect(entries.map(({ statement }) => statement.kind)).toEqual([
      'intent',
      'outcome',
      'erasure',
    ]);
    expect(entries[2]?.statement).toMatchObject({
      who: { kind: 'staff', userId: '47', identity: 'claimed' },
      erases: [{ entry: entries[0]?.hash, fields: ['staffName', 'address'] }],
    });
    expect(JSON.stringify(records())).not.toContain('contact-106@example.com');
    const { lines } = await ledger(['export', '106', '--json', json]);
    expect(lines).toContain('gap: personal-erased at position 0');
    expect(lines.at(-1)).toBe('ledger: 3 entries, verified');
    expect((await ledger(['erase', '106', '--yes'])).last).toBe(
      'ledger: nothing personal is left in 3 entries',
    );
  });

  it('erases nothing where the erasure can’t be recorded', async () => {
    hubspot.fail({
      path: `${OBJECTS}$`,
      method: 'POST',
      times: 9,
      fault: { kind: 'status', status: 502 },
    });
    expect(await ledger(['erase', '106', '--yes'])).toMatchObject({
      code: 2,
      last: 'ledger: the erasure could not be recorded, and nothing was erased; run it again',
    });
    expect((await store().read(CHAIN))[0]?.personal.address).toBeDefined();
  });

  it('broken off after it was recorded, it goes on, and says nothing twice', async () => {
    hubspot.fail({
      path: `${OBJECTS}/*`,
      method: 'DELETE',
      times: 1,
      fault: { kind: 'status', status: 502 },
    });
    expect((await ledger(['erase', '106', '--yes'])).last).toBe(
      'ledger: HubSpot is failing; run it again later',
    );
    expect((await ledger(['erase', '106', '--yes'])).code).toBe(0);
    const entries = await store().read(CHAIN);
    expect(entries.map(({ statement }) => statement.kind)).toEqual([
      'intent',
      'outcome',
      'erasure',
    ]);
    expect(entries[0]?.personal).toEqual({});
  });
});

describe('npm run ledger -- set-up', () => {
  it.each([
    [1001, ['record: there', 'marketing-request: there']],
    [1005, ['record: completed', 'marketing-request: created']],
    [1006, ['record: created', 'marketing-request: created']],
  ])('of portal %s', async (portalId, parts) => {
    expect(await ledger(['set-up'], environment({}, portalId))).toEqual({
      code: 0,
      last: 'ledger: the account is set up',
      lines: [...parts, 'ledger: the account is set up'],
    });
  });

  it('says which right is missing', async () => {
    hubspot.grant(1006, [
      'crm.objects.contacts.read',
      'crm.objects.custom.read',
      'crm.schemas.contacts.write',
    ]);
    expect(await ledger(['set-up'], environment({}, 1006))).toMatchObject({
      code: 1,
      lines: [
        'record: failed: the app lacks the scope crm.schemas.custom.write; install it again',
        'marketing-request: created',
        'ledger: the account is NOT set up',
      ],
    });
  });
});

describe('what is missing is said, and never a token, an address or a word of HubSpot’s', () => {
  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['no contact', ['export'], {}, 'CONTACT is the contact’s record ID, a number.'],
    [
      'an address for a contact',
      ['erase', 'alice@example.com'],
      {},
      'CONTACT is the contact’s record ID, a number.',
    ],
    ['a contact to set up', ['set-up', '106'], {}, 'CONTACT is the contact’s record ID, a number.'],
    [
      'an unknown option',
      ['erase', '106', '--force'],
      {},
      'CONTACT is the contact’s record ID, a number.',
    ],
    [
      'no token',
      ['export', '106'],
      { PRIVATE_APP_ACCESS_TOKEN: '' },
      'ledger: put the app’s access token into the environment as PRIVATE_APP_ACCESS_TOKEN',
    ],
    [
      'a wrong token',
      ['export', '106'],
      { PRIVATE_APP_ACCESS_TOKEN: 'pat-wrong' },
      'ledger: HubSpot does not accept the access token',
    ],
    [
      'another host',
      ['export', '106'],
      { HUBSPOT_API_ORIGIN: 'https://example.com' },
      'ledger: HUBSPOT_API_ORIGIN is neither HubSpot nor this machine',
    ],
    [
      'no keys',
      ['export', '106'],
      { CONSENT_CARD_LEDGER_KEY: '' },
      'ledger: put the public keys into the environment as CONSENT_CARD_LEDGER_PUBLIC_KEYS, one PEM block after another',
    ],
    [
      'no key to sign with',
      ['erase', '106', '--yes'],
      { CONSENT_CARD_LEDGER_KEY: '' },
      'ledger: key-missing: run "npm run ledger -- keys" and store the private key as the app secret',
    ],
    [
      'an account that is not set up',
      ['export', '106'],
      { PRIVATE_APP_ACCESS_TOKEN: 'pat-sandbox-1006' },
      'ledger: this account is not set up; run "npm run ledger -- set-up"',
    ],
  ])('%s', async (_what, args, more, message) => {
    const { code, last, lines } = await ledger(args, environment(more));
    expect(last?.split('\n').at(-1)).toBe(message);
    expect(code).toBe(2);
    expect(lines.join()).not.toMatch(/pat-|alice|@example/);
  });

  it('a file that can’t be written', async () => {
    const nowhere = path.join(folder, 'none', 'record.json');
    expect((await ledger(['export', '106', '--json', nowhere])).last).toBe(
      `ledger: ${nowhere} can’t be written (ENOENT); choose a file in a folder you may write to`,
    );
  });
});
