import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { privateFiles } from '../../project/private-file.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { flagsIn, USAGE } from '../../sandbox/flags.ts';
import { stateFile, StateFileTrouble } from '../../sandbox/stage/state-file.ts';
import { stageOn } from '../../sandbox/stage/stage.ts';

const NOW = Date.UTC(2026, 10, 24, 1, 30);
const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'consent-card-state-'));
const file = path.join(folder, 'state.json');
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sandboxAt(now = NOW) {
  const hubspot = createHubSpotOnDesk({ now });
  const stage = stageOn(hubspot);
  return { hubspot, stage, kept: stateFile(file, hubspot, stage) };
}

const link = { act: 'contact-link', contactId: '208', typeId: NEWSLETTER } as const;

describe('a state file', () => {
  it('is written at the first start, soon after a change, and once for many', async () => {
    const { stage, kept } = sandboxAt();
    kept.begin();
    const first = readFileSync(file, 'utf8');
    stage.play(1002, link);
    kept.changed();
    stage.play(1002, { ...link, act: 'contact-link-everything' } as never);
    kept.changed();
    expect(readFileSync(file, 'utf8')).toBe(first);
    await vi.waitFor(() => {
      expect(readFileSync(file, 'utf8')).not.toBe(first);
    });
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('brings back what was stored, what was played, how far it was told, and the date', () => {
    const before = sandboxAt();
    before.kept.begin();
    before.stage.play(1002, link);
    before.stage.play(1002, { ...link, act: 'workflow', name: 'Later', to: 'SUBSCRIBED' });
    before.stage.retell('S3', 2);
    before.stage.moveDate({ days: 3 });
    before.kept.finish();

    const hour = 3_600_000;
    const after = sandboxAt(NOW + hour);
    after.kept.begin();
    expect(after.hubspot.clock.now()).toBe(NOW + hour + 3 * 86_400_000);
    expect(after.stage.state()).toEqual(before.stage.state());
    expect(after.stage.view('S3').told).toBe(2);
    // What was put off when the sandbox stopped has happened meanwhile, at its own instant.
    expect(after.hubspot.contact(1002, '208')?.address?.byType[NEWSLETTER]).toMatchObject({
      state: 'SUBSCRIBED',
      at: NOW + 20_000,
    });
    after.stage.reset();
    expect(after.hubspot.clock.now()).toBe(NOW + hour);
  });

  const good = () => {
    const { kept } = sandboxAt();
    kept.begin();
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>;
  };
  it.each([
    ['no JSON', () => '{'],
    ['something else', () => '{"name":"consent-card"}'],
    ['another version', () => JSON.stringify({ ...good(), consentCardSandbox: 2 })],
    [
      'a portal less',
      () => {
        const { hubspot, ...rest } = good();
        return JSON.stringify({ ...rest, hubspot: { '1001': hubspot?.['1001'] } });
      },
    ],
    [
      'an act nobody knows',
      () => {
        const content = good();
        const what = { kind: 'act', portalId: 1002, act: { act: 'fly' } };
        content['stage'] = { ...content['stage'], played: [{ at: 0, actsAt: 0, what }] };
        return JSON.stringify(content);
      },
    ],
  ])('with %s is refused by name, and left as it is', (_, content) => {
    const text = content();
    writeFileSync(file, text);
    const { hubspot, kept } = sandboxAt();
    const before = hubspot.snapshot();
    expect(() => {
      kept.begin();
    }).toThrow(StateFileTrouble);
    expect(() => {
      kept.begin();
    }).toThrow(file);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(hubspot.snapshot()).toBe(before);
  });

  it('that can’t be written is said at the start, with nothing left beside it', () => {
    const { hubspot, stage } = sandboxAt();
    const lost = path.join(folder, 'nowhere', 'state.json');
    expect(() => {
      stateFile(lost, hubspot, stage).begin();
    }).toThrow(/can’t be written \(ENOENT\)/);
    mkdirSync(file);
    expect(() => {
      sandboxAt().kept.begin();
    }).toThrow(/can’t be read \(EISDIR\)/);
  });
});

describe('a state file holds what people typed, so', () => {
  const root = path.join(folder, 'project');
  const begin = (at: string) => {
    mkdirSync(root, { recursive: true });
    const { hubspot, stage } = sandboxAt();
    stateFile(at, hubspot, stage, privateFiles(root)).begin();
  };
  const mode = (at: string) => (statSync(at).mode & 0o777).toString(8);

  it('its owner alone can read it, also where others could before', () => {
    sandboxAt().kept.begin();
    expect(mode(file)).toBe('600');
    chmodSync(file, 0o644);
    sandboxAt().kept.begin();
    expect(mode(file)).toBe('600');
  });

  it('it is in the project’s folder only where git ignores it', () => {
    expect(() => {
      begin(path.join(root, 'state.json'));
    }).toThrow(/in the project’s folder, where git would take it in; choose a file in private/);
    expect(readdirSync(root)).toEqual([]);
    begin(path.join(root, 'private/state.json'));
    expect(mode(path.join(root, 'private'))).toBe('700');
    expect(mode(path.join(root, 'private/state.json'))).toBe('600');
  });

  it.each(['dangling', 'to another state'])('no link is followed: %s', (to) => {
    if (to !== 'dangling') sandboxAt().kept.begin();
    const link = path.join(folder, 'link.json');
    symlinkSync(file, link);
    expect(() => {
      begin(link);
    }).toThrow(/link\.json is a symbolic link; choose another file/);
    expect(existsSync(file)).toBe(to !== 'dangling');
  });
});

describe('npm start', () => {
  it.each([
    [['--frobnicate'], '--frobnicate'],
    [['--port', '70000'], '--port'],
    [['--port', ''], '--port'],
    [['--state'], '--state'],
    [['--state', ''], '--state'],
    [['extra'], 'extra'],
  ])('%j is not understood, and says which word', (words, named) => {
    const flags = flagsIn(words);
    expect(flags).toMatchObject({ kind: 'usage' });
    expect(JSON.stringify(flags)).toContain(named);
  });

  it('takes a port and a state file, or twenty ports to try and none', () => {
    expect(flagsIn(['--port', '0', '--state', 'a.json'])).toEqual({
      kind: 'start',
      ports: [0],
      stateFile: 'a.json',
    });
    expect(flagsIn([])).toMatchObject({ kind: 'start', ports: { length: 20 } });
  });

  const start = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...words], {
      cwd: ROOT,
      encoding: 'utf8',
    });

  it('not understood: the usage, and 2', () => {
    const { status, stderr } = start('--frobnicate');
    expect(status).toBe(2);
    expect(stderr).toContain(USAGE);
    expect(stderr).not.toMatch(/\bat \S+:\d+/);
  }, 60_000);

  it('with a state file that it can’t use: one sentence, the file as it was, and 2', () => {
    writeFileSync(file, 'not mine');
    const { status, stderr, stdout } = start('--state', file);
    expect(status).toBe(2);
    expect(stderr).toContain(`The state file ${file} is not one of this version`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(readFileSync(file, 'utf8')).toBe('not mine');
    expect(readdirSync(folder)).toEqual(['state.json']);
  }, 60_000);
});
