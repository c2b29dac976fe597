import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './docks.ts';

/**
 * `npm run laws` runs every file with a property test; those that count their cases by `lawRuns` draw ten times as many as
 * in `npm test`, from a fresh seed. `-- --seed NUMBER` draws the same again, `-- --times NUMBER` another multiple.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(2 ** 31 - 1)) },
    times: { type: 'string', default: '10' },
  },
});
if (![values.seed, values.times].every((value) => /^\d{1,10}$/.test(value))) {
  console.error('usage: npm run laws -- [--seed NUMBER] [--times NUMBER]');
  process.exit(2);
}

const tests = path.join(ROOT, 'tests');
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => readFileSync(path.join(tests, file), 'utf8').includes("from 'fast-check'"))
  .map((file) => path.posix.join('tests', ...file.split(path.sep)));
console.log(
  `${String(files.length)} files, ${values.times} times the usual cases, seed ${values.seed}`,
);
const { status } = spawnSync(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project=unit',
    '--testTimeout=1200000',
    ...files,
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, LAW_TIMES: values.times, LAW_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
