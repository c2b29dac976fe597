import { translate } from '@hubspot/project-parsing-lib/translate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../project/docks.ts';
import { lockfiles, lockOf } from '../../project/lockfiles.ts';

const FOLDERS = ['src/app/cards', 'src/app/functions'];
const manifests = ['.', ...FOLDERS].map((folder) => path.join(folder, 'package.json'));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as T;
}

const packagesIn = (folder: string) =>
  read<{ packages: Packages }>(path.join(folder, 'package-lock.json')).packages;
const root = packagesIn('.');

describe('what HubSpot installs', () => {
  it.each(manifests)('is named in %s with exact versions, those of the project', (file) => {
    const { dependencies, devDependencies } = read<Record<string, Record<string, string>>>(file);
    const wanted = Object.entries({ ...dependencies, ...devDependencies });
    expect(wanted).not.toEqual([]);
    for (const [name, version] of wanted) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(root[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it.each(FOLDERS)('in %s is locked to the last package, as the project’s own', (folder) => {
    const { '': _, ...locked } = packagesIn(folder);
    expect(Object.keys(locked).length).toBeGreaterThan(10);
    for (const [place, { version, integrity, dependencies = {} }] of Object.entries(locked)) {
      expect({ version, integrity }, place).toEqual({
        version: root[place]?.version,
        integrity: root[place]?.integrity,
      });
      expect(integrity, place).toMatch(/^sha512-/);
      for (const name of Object.keys(dependencies)) {
        const places = [`node_modules/${name}`, `${place}/node_modules/${name}`];
        const isThere = places.some((one) => Object.hasOwn(locked, one));
        // A package in a package may also use what lies beside it.
        const beside = place.replace(/[^/]+$/, name);
        expect(isThere || Object.hasOwn(locked, beside), `${place} needs ${name}`).toBe(true);
      }
    }
  });

  it.each(Object.entries(lockfiles()))('%s is what is generated today', (file, text) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(text);
  });

  it.each(['.', ...FOLDERS])('the lock file in %s names no host', (folder) => {
    const hosts = Object.values(packagesIn(folder)).flatMap(({ resolved }) => resolved ?? []);
    expect(hosts.filter((one) => !one.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  it('HubSpot’s parser finds the lock file of the functions', async () => {
    const context = {
      projectSourceDir: path.join(ROOT, 'src'),
      platformVersion: '2026.03',
      accountId: 0,
    };
    const { intermediateRepresentation } = await translate(context, { skipValidation: true });
    const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
    const found = nodes.find(({ componentType }) => componentType === 'SERVERLESS_PACKAGE');
    expect(found?.config).toMatchObject({ packageLockfile: 'app/functions/package-lock.json' });
  });
});

describe('a lock file is not made', () => {
  const packages = { 'node_modules/react': { version: '18.3.1' } };
  it.each([
    ['for a range', { react: '^18.3.1' }, 'asks for react ^18.3.1, and the project has 18.3.1'],
    ['for another version', { react: '18.3.0' }, 'react 18.3.0, and the project has 18.3.1'],
    ['for a tag', { react: 'latest' }, 'react latest, and the project has 18.3.1'],
    ['for a package of its own', { vue: '3.0.0' }, 'vue 3.0.0, and the project has none'],
  ])('%s', (_what, dependencies, message) => {
    const manifest = { name: 'cards', version: '1.0.0' };
    expect(() => lockOf({ ...manifest, dependencies }, packages)).toThrow(message);
    expect(() => lockOf({ ...manifest, devDependencies: dependencies }, packages)).toThrow(message);
  });
});
