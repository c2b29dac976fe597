// Installs what the lock file names, once, so that one command does all the set-up. Plain Node: nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? '.', '..');
const stamp = path.join(root, 'node_modules', '.consent-card-lock');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  console.error(`Consent Card needs Node 20.11 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
// CI and careful people run `npm ci` themselves; the same versions need no second installation.
if (installed !== lock && !sameVersions()) {
  console.log(
    'Installing packages (npm ci); this happens once for each change of package-lock.json …',
  );
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    // On Windows npm is a script, which Node starts through a shell only.
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: see its words above. Is the npm registry reachable?');
    process.exit(status ?? 1);
  }
}
if (installed !== lock) writeFileSync(stamp, lock);

function sameVersions() {
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = versions(path.join(root, 'package-lock.json'));
  const there = versions(hidden);
  const optional = new Set(
    Object.entries(read(path.join(root, 'package-lock.json')))
      .filter(([, entry]) => entry.optional || entry.devOptional || entry.peer)
      .map(([name]) => name),
  );
  return [...wanted].every(
    ([name, version]) => there.get(name) === version || (optional.has(name) && !there.has(name)),
  );
}

function versions(file) {
  return new Map(Object.entries(read(file)).map(([name, { version }]) => [name, version]));
}

/** The packages of a lock file, by their place; the project itself left out. */
function read(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([place]) => place !== ''));
}
