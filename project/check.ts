import { spawn } from 'node:child_process';
import { ROOT } from './docks.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/** What these say matters where they pass too: all of it, or the last line. */
const SHOWN: Readonly<Record<string, 'all' | 'last'>> = {
  sizes: 'all',
  generated: 'all',
  contract: 'last',
};

/** What `npm test` runs as well. */
const TESTS: ReadonlySet<string> = new Set(['tests', 'contract']);

/** Everything a commit must pass, in a short form. Steps of one row run side by side, on two cores. */
const ROWS: readonly (readonly Step[])[] = [
  [step('build', 'tsx project/build.ts'), step('format', 'prettier --check --log-level warn .')],
  [step('types', 'tsc --noEmit'), step('unused', 'knip --no-progress')],
  [step('lint', 'eslint . --max-warnings 0'), step('hubspot-lint', 'tsx project/hubspot-lint.ts')],
  [
    step('generated', 'tsx project/generate.ts --check'),
    step(
      'contract',
      'vitest run --project contract --reporter=dot --reporter=./tests/contract/reporter.ts',
    ),
  ],
  [
    step('sizes', 'tsx project/sizes.ts'),
    step('tests', 'vitest run --project unit --project platform'),
  ],
];

const without = process.argv.indexOf('--except') + 1;
const left = without > 0 ? process.argv[without] : undefined;
if (without > 0 && left !== 'tests') {
  console.error('usage: npm run check [-- --except tests]');
  process.exit(2);
}

let failed = 0;
for (const row of ROWS) {
  const results = await Promise.all(
    row.filter(({ name }) => left === undefined || !TESTS.has(name)).map(run),
  );
  for (const { name, code, seconds, output } of results) {
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${seconds.toFixed(1)} s`);
    if (code !== 0) console.log(output);
    const said = SHOWN[name] === 'last' ? output.trimEnd().split('\n').at(-1) : output.trimEnd();
    if (code === 0 && SHOWN[name] !== undefined) console.log(said?.replace(/^/gm, '       '));
    failed += code === 0 ? 0 : 1;
  }
}
if (left !== undefined) console.log('left out: tests, as asked; "npm test" runs them all');
console.log(failed === 0 ? 'check: all steps passed' : `check: ${String(failed)} steps failed`);
process.exitCode = failed === 0 ? 0 : 1;

function step(name: string, line: string): Step {
  return { name, command: line.split(' ') };
}

async function run({ name, command }: Step) {
  const began = Date.now();
  const child = spawn('npx', ['--no-install', ...command], {
    cwd: ROOT,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number>((resolve) => {
    child.once('close', (exit) => {
      resolve(exit ?? 1);
    });
  });
  return { name, code, seconds: (Date.now() - began) / 1000, output };
}
