import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import {
  collectFileDependencies,
  collectWorkspaceDirectories,
  findAndParsePackageJsonFiles,
} from '@hubspot/project-parsing-lib/workspaces';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataOf, ROOT } from '../../project/docks.ts';

/** Everything HubSpot needs of this project, and all that leaves the machine. A new file has to be added here. */
const UPLOADED = [
  'app/app-hsmeta.json',
  'app/cards/ConsentSidebar.js',
  'app/cards/ConsentTab.js',
  'app/cards/consent-sidebar-hsmeta.json',
  'app/cards/consent-tab-hsmeta.json',
  'app/cards/package-lock.json',
  'app/cards/package.json',
  'app/functions/change-consent-hsmeta.json',
  'app/functions/change-consent.js',
  'app/functions/package-lock.json',
  'app/functions/package.json',
  'app/functions/read-consent-hsmeta.json',
  'app/functions/read-consent.js',
  'app/functions/setup-portal-hsmeta.json',
  'app/functions/setup-portal.js',
];

/** What people and programs leave behind, put into every folder of `src`. */
const STRAY = [
  '.env',
  '.env.production',
  'env',
  'ledger-key.pem',
  'ledger.key',
  'id_ed25519',
  'keys.txt',
  'consent-record-101.json',
  'consent-record-101.csv',
  'record.json',
  'sandbox.json',
  'contacts.xlsx',
  'backup.zip',
  'read-consent.js.map',
  'read-consent.js.bak',
  'read-consent.test.js',
  'ConsentTab.test.js',
  'eslint.config.js',
  'notes.md',
  'README.md',
  '.git/config',
  '.npmrc',
  'hubspot.config.yml',
  'npm-debug.log',
  'dist/index.js',
  'private/consent-record-101.json',
  'node_modules/zod/package.json',
  'node_modules/x/app/functions/package.json',
];

const copy = mkdtempSync(path.join(os.tmpdir(), 'consent-card-upload-'));
beforeAll(() => {
  for (const one of ['.hsignore', 'hsproject.json']) {
    cpSync(path.join(ROOT, one), path.join(copy, one));
  }
  cpSync(path.join(ROOT, 'src'), path.join(copy, 'src'), {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules',
  });
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/**
 * The names that `hs project upload` packs when it is run in a folder of the project: its packer with its filter, as
 * in `@hubspot/cli/lib/projects/upload.js`. The filter sees names from `src` on and takes them from where it runs.
 */
const PACK = `
  import { createRequire } from 'node:module';
  import { shouldIgnoreFile } from ${importable('@hubspot/local-dev-lib/ignoreRules')};
  const archiver = createRequire(${importable('@hubspot/cli/package.json')})('archiver');
  const archive = archiver('zip');
  const names = [];
  archive.on('entry', ({ name }) => names.push(name));
  archive.directory(process.argv[1], false, (file) => shouldIgnoreFile(file.name, true) ? false : file);
  archive.resume();
  await archive.finalize();
  console.log(JSON.stringify(names.sort()));`;

/** The names that `hs project watch` would send: it asks for whole paths. */
const WATCH = `
  import { readdirSync, statSync } from 'node:fs';
  import path from 'node:path';
  import { shouldIgnoreFile } from ${importable('@hubspot/local-dev-lib/ignoreRules')};
  const files = readdirSync(process.argv[1], { recursive: true })
    .map((name) => path.join(process.argv[1], name))
    .filter((file) => statSync(file).isFile() && !shouldIgnoreFile(file, true));
  console.log(JSON.stringify(files.map((file) => path.relative(process.argv[1], file)).sort()));`;

function importable(name: string): string {
  return JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve(name)).href);
}

function run(script: string, folder: string): string[] {
  const args = ['--input-type=module', '-e', script, path.join(copy, 'src')];
  const cwd = path.join(copy, folder);
  return JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })) as string[];
}

describe('what HubSpot’s CLI would upload', () => {
  const folders = ['.', 'src', 'src/app/functions'];

  it.each(folders)('from %s is what HubSpot reads, and no source', (folder) => {
    expect(run(PACK, folder)).toEqual(UPLOADED);
    expect(run(WATCH, folder)).toEqual(UPLOADED);
  });

  it('of this very folder is the same', () => {
    const src = path.join(ROOT, 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        statSync(path.join(src, name)).isFile() && !shouldIgnoreFile(path.join(src, name), true),
    );
    // A profile is the developer's own, if there is one.
    expect(files.filter((name) => !name.startsWith('hsprofile.')).sort()).toEqual(UPLOADED);
  });

  it('is every file that the metadata or a builder of HubSpot’s asks for', () => {
    const entries = (['cards', 'functions'] as const).flatMap((dock) =>
      metadataOf(dock).map(({ config }) => config.entrypoint.slice(1)),
    );
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) expect(UPLOADED).toContain(entry);
  });

  it.each(folders)('from %s is nothing that somebody left there', (folder) => {
    const places = ['src', 'src/app', 'src/app/cards', 'src/app/functions', 'src/app/ledger'];
    const left = places.flatMap((place) => STRAY.map((name) => path.join(copy, place, name)));
    for (const file of left) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, 'secret');
    }
    expect(run(PACK, folder)).toEqual(UPLOADED);
    expect(run(WATCH, folder)).toEqual(UPLOADED);
  });

  it.each(folders)('from %s is a profile of HubSpot’s, which it is told to use', (folder) => {
    const profile = path.join(copy, 'src/hsprofile.staging.json');
    writeFileSync(profile, '{"accountId":1}');
    expect(run(PACK, folder)).toEqual([...UPLOADED, 'hsprofile.staging.json']);
    rmSync(profile);
  });

  it('comes from src alone: no workspace or file outside of it is packed too', async () => {
    const manifests = await findAndParsePackageJsonFiles(path.join(copy, 'src'));
    expect(manifests.length).toBeGreaterThan(1);
    expect(await collectWorkspaceDirectories(manifests)).toEqual([]);
    expect(await collectFileDependencies(manifests)).toEqual([]);
  });
});

interface Ignore {
  readonly add: (patterns: string) => Ignore;
  readonly ignores: (file: string) => boolean;
}
/** Git's rules, by the package that HubSpot's library reads its own with: a bare machine has no Git. */
const ignore = createRequire(
  createRequire(import.meta.url).resolve('@hubspot/local-dev-lib/ignoreRules'),
)('ignore') as () => Ignore;

describe('git takes in', () => {
  const rules = ignore().add(readFileSync(path.join(ROOT, '.gitignore'), 'utf8'));

  it.each([
    'private/consent-record-101.json',
    'private/sandbox.json',
    'consent-record-101.json',
    'consent-record-101.csv',
    'docs/consent-record-101.csv',
    '.env',
    '.env.local',
    'src/.env.production',
    'ledger-public-key.pem',
    'src/app/functions/ledger.pem',
    'ledger.key',
    'hubspot.config.yml',
    'hubspot.config.yaml',
    'npm-debug.log',
    'build/cards/ConsentTab.js',
    'src/app/functions/read-consent.js',
  ])('no %s', (file) => {
    expect(rules.ignores(file)).toBe(true);
  });

  it.each([
    'src/app/ledger/keys.ts',
    'tests/ledger/golden-record.json',
    'src/app/functions/package-lock.json',
    '.hsignore',
  ])('%s', (file) => {
    expect(rules.ignores(file)).toBe(false);
  });
});
