import { spawn } from 'node:child_process';
import { ROOT } from './docks.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/** Everything a commit must pass, in a short form. Steps of one row run side by side, on two cores. */
const ROWS: readonly (readonly Step[])[] = [
  [step('build', 'tsx project/build.ts'), step('format', 'prettier --check --log-level warn .')],
  [step('types', 'tsc --noEmit'), step('unused', 'knip --no-progress')],
  [step('lint', 'eslint . --max-warnings 0'), step('hubspot-lint', 'tsx project/hubspot-lint.ts')],
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
  const results = await Promise.all(row.filter(({ name }) => name !== left).map(run));
  for (const { name, code, seconds, output } of results) {
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${seconds.toFixed(1)} s`);
    if (code !== 0) console.log(output);
    if (code === 0 && name === 'sizes') console.log(output.trimEnd().replace(/^/gm, '       '));
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
