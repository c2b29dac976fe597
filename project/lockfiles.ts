import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './docks.ts';

/** The folders whose packages HubSpot installs, each from a `package.json` of its own. */
const INSTALLED = ['src/app/cards', 'src/app/functions'] as const;

type Versions = Readonly<Record<string, string>>;

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
  readonly peerDependencies?: Versions;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** By place, such as `node_modules/a/node_modules/b`. */
type Packages = Readonly<Record<string, LockedPackage>>;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}

/**
 * The lock file of each folder that HubSpot installs packages in, by its path: the part of the project's own
 * `package-lock.json` that the folder's `package.json` asks for, so that HubSpot installs what the tests ran with, down
 * to the last package. HubSpot's builder runs `npm ci`, with a lock file of its own making where it finds none
 * (`@hubspot/ui-extensions-dev-server`, dist/lib/bin/cli.js); for functions, an upload names the file to HubSpot
 * (`packageLockfile` in `@hubspot/project-parsing-lib`).
 */
export function lockfiles(): Readonly<Record<string, string>> {
  const { packages } = read<{ packages: Packages }>('package-lock.json');
  return Object.fromEntries(
    INSTALLED.map((folder) => {
      const lock = lockOf(read<Manifest>(`${folder}/package.json`), packages);
      return [`${folder}/package-lock.json`, `${JSON.stringify(lock, null, 2)}\n`];
    }),
  );
}

/** Throws where the manifest asks for another version than `packages` has, or for a range. */
export function lockOf(manifest: Manifest, packages: Packages) {
  const { name, version, dependencies = {}, devDependencies = {} } = manifest;
  const wanted = { ...dependencies, ...devDependencies };
  for (const [one, exact] of Object.entries(wanted)) {
    const locked = packages[`node_modules/${one}`]?.version;
    if (locked === exact) continue;
    throw new Error(`${name} asks for ${one} ${exact}, and the project has ${locked ?? 'none'}`);
  }
  const shipped = reached(dependencies, packages);
  const places = [...reached(wanted, packages)].sort();
  return {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { ...manifest, private: undefined, type: undefined, scripts: undefined },
      ...Object.fromEntries(
        places.map((place) => {
          const { devOptional: _devOptional, ...one } = packages[place] ?? {};
          const { dev: _dev, ...other } = one;
          return [place, shipped.has(place) ? other : { ...one, dev: true }];
        }),
      ),
    },
  };
}

/** The places of all packages that these need, and the packages that those need. */
function reached(wanted: Versions, packages: Packages): ReadonlySet<string> {
  const found = new Set<string>();
  const open = Object.keys(wanted).map((name) => ({ name, from: '' }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = placeOf(next.name, next.from, packages);
    if (place === undefined || found.has(place)) continue;
    found.add(place);
    open.push(...neededBy(packages[place] ?? {}).map((name) => ({ name, from: place })));
  }
  return found;
}

/** A peer that is optional is not installed for its own sake. */
function neededBy(one: LockedPackage): string[] {
  const peers = Object.keys(one.peerDependencies ?? {}).filter(
    (name) => one.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [
    ...Object.keys(one.dependencies ?? {}),
    ...Object.keys(one.optionalDependencies ?? {}),
    ...peers,
  ];
}

/** Where Node finds a package: in the nearest `node_modules` above. */
function placeOf(name: string, from: string, packages: Packages): string | undefined {
  const place = `${from}${from === '' ? '' : '/'}node_modules/${name}`;
  if (Object.hasOwn(packages, place)) return place;
  if (from === '') return undefined;
  return placeOf(name, from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), packages);
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as T;
}
