import { parseArgs } from 'node:util';
import { violationsOf, type Violation } from './invariants.ts';
import { MUTANTS, type MutantName } from './mutants.ts';
import { play, type Played } from './play.ts';
import { drawn } from './schedule.ts';

const USAGE = `usage: npm run faults -- [--schedules NUMBER] [--seed NUMBER] [--only SEED] [--mutant ${Object.keys(MUTANTS).join('|')}]`;

const { schedules, seed, only, mutant } = optionsIn(process.argv.slice(2));
const began = performance.now();
const kinds = new Map<string, number>();
let failed = 0;
let longest = 0;
let done = 0;

const seeds = only === undefined ? Array.from({ length: schedules }, (_, at) => seed + at) : [only];
for (const one of seeds) {
  const played = await play(drawn(one), mutant);
  const violations = violationsOf(played);
  done += 1;
  count(played);
  if (only !== undefined) console.log(played.log.join('\n'));
  if (violations.length === 0) continue;
  failed += 1;
  if (failed <= 3 || only !== undefined) show(played, violations);
  else
    console.log(
      `seed ${String(one)}: ${violations[0]?.invariant ?? ''}: ${violations[0]?.says ?? ''}`,
    );
  if (mutant !== undefined) break;
}

const seconds = (performance.now() - began) / 1000;
console.log(
  [...kinds.entries()]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, times]) => `${kind} ${String(times)}`)
    .join(', '),
);
console.log(
  `${String(done)} schedules in ${seconds.toFixed(1)} s (${(done / seconds).toFixed(0)} a second), longest answer ${String(longest)} ms, ${String(failed)} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;

function show({ schedule, log }: Played, violations: readonly Violation[]): void {
  console.log(
    `\nseed ${String(schedule.seed)} fails; alone: npm run faults -- --only ${String(schedule.seed)}`,
  );
  console.log(
    `${schedule.situation}, portal ${String(schedule.portalId)}, otherwise: ${schedule.otherwise ?? 'as today'}`,
  );
  if (only === undefined) console.log(log.join('\n'));
  for (const { invariant, says } of violations) console.log(`! ${invariant}: ${says}`);
}

function count({ runs }: Played): void {
  for (const { end, beganAt } of runs) {
    const kind = end?.said.kind ?? 'killed';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (end !== undefined) longest = Math.max(longest, end.at - beganAt);
  }
}

function optionsIn(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      mutant: { type: 'string' },
    },
  });
  const numbers = [values.schedules, values.seed, values.only ?? '0'].map(Number);
  const isMutant = values.mutant === undefined || Object.hasOwn(MUTANTS, values.mutant);
  if (!numbers.every(Number.isSafeInteger) || !isMutant) {
    console.error(USAGE);
    process.exit(2);
  }
  return {
    schedules: Number(values.schedules),
    seed: Number(values.seed),
    only: values.only === undefined ? undefined : Number(values.only),
    mutant: values.mutant as MutantName | undefined,
  };
}
