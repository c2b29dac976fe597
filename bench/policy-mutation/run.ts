import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run mutation` breaks `src/app/policy` in every small way Stryker knows and runs the policy's tests against
 * each. What survives must stand in `survivors.md` with its reason. `-- FILE…` tries some files, such as `src/app/policy/times.ts`.
 */
const LEAST = 95;
const ROOT = path.resolve(import.meta.dirname, '../..');

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
}

const files = process.argv.slice(2);
const only = files.length === 0 ? [] : ['--mutate', files.join(',')];
const run = spawnSync(
  process.execPath,
  [path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', ...only],
  { cwd: ROOT, stdio: 'inherit' },
);
if (run.status !== 0) process.exit(run.status ?? 1);

const report = JSON.parse(readFileSync(path.join(ROOT, 'build/mutation.json'), 'utf8')) as {
  files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
};
const listed = readFileSync(path.join(import.meta.dirname, 'survivors.md'), 'utf8');
let noticed = 0;
let survived = 0;
let unlisted = 0;
for (const [file, { source, mutants }] of Object.entries(report.files)) {
  for (const mutant of mutants) {
    if (mutant.status === 'Killed' || mutant.status === 'Timeout') noticed += 1;
    if (mutant.status !== 'Survived' && mutant.status !== 'NoCoverage') continue;
    survived += 1;
    const key = keyOf(file, source, mutant);
    if (listed.includes(key)) continue;
    unlisted += 1;
    console.log(`not in survivors.md: ${key}`);
  }
}
const score = (100 * noticed) / (noticed + survived);
console.log(
  `${String(noticed)} mutants noticed, ${String(survived)} survived, ${String(unlisted)} of them without a reason`,
);
if (score < LEAST || unlisted > 0) process.exitCode = 1;
console.log(`mutation score: ${score.toFixed(2)} %`);

/** Names a mutant by its text, since lines move: file, what stood there, and what stands there instead. */
function keyOf(file: string, source: string, { location, replacement = '' }: Mutant): string {
  const lines = source.split('\n').slice(location.start.line - 1, location.end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, location.end.column - 1);
  lines[0] = (lines[0] ?? '').slice(location.start.column - 1);
  return `\`${path.basename(file)}\`: \`${oneLine(lines.join('\n'))}\` → \`${oneLine(replacement)}\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
