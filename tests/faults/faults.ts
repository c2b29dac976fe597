import { parseArgs } from 'node:util';
import { playBuilt } from './built.ts';
import { violationsOf, type Violation } from './invariants.ts';
import { MUTANT_NAMES, type MutantName } from './mutants.ts';
import { play, type Played } from './play.ts';
import { SWITCHES, type SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { drawn, type Schedule } from './schedule.ts';

const USAGE = `usage: npm run faults -- [--schedules NUMBER] [--seed NUMBER] [--only SEED] [--otherwise SWITCH] [--built] [--mutant ${MUTANT_NAMES.join('|')}]`;

/** Failing schedules of which the whole log is printed; of the others what failed. */
const SHOWN_WHOLE = 3;
/** Schedules of each portal that built functions play at once. */
const BENCHES = 3;

const { schedules, seed, only, mutant, built, otherwise } = optionsIn(process.argv.slice(2));
const began = performance.now();
const kinds = new Map<string, number>();
let failed = 0;
let longest = 0;
let done = 0;

const seeds = only === undefined ? Array.from({ length: schedules }, (_, at) => seed + at) : [only];
if (built) {
  await playBuilt(seeds.map(drawnHere), only === undefined ? BENCHES : 1, look);
} else {
  for (const one of seeds) {
    look(await play(drawnHere(one), mutant));
    if (mutant !== undefined && failed > 0) break;
  }
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

/** A switch that is given holds for every schedule. */
function drawnHere(one: number): Schedule {
  const schedule = drawn(one);
  return otherwise === undefined ? schedule : { ...schedule, otherwise };
}

function look(played: Played): void {
  const violations = violationsOf(played);
  done += 1;
  count(played);
  if (only !== undefined) console.log(played.log.join('\n'));
  if (violations.length === 0) return;
  failed += 1;
  if (failed <= SHOWN_WHOLE || only !== undefined) show(played, violations);
  else
    for (const one of violations) console.log(`seed ${String(played.schedule.seed)}: ${said(one)}`);
}

function said({ invariant, says }: Violation): string {
  return `${invariant}: ${says}`;
}

function show({ schedule, log }: Played, violations: readonly Violation[]): void {
  console.log(
    `\nseed ${String(schedule.seed)} fails; alone: npm run faults -- ${built ? '--built ' : ''}--only ${String(schedule.seed)}`,
  );
  console.log(
    `${schedule.situation}, portal ${String(schedule.portalId)}, otherwise: ${schedule.otherwise ?? 'as today'}`,
  );
  if (only === undefined) console.log(log.join('\n'));
  for (const one of violations) console.log(`! ${said(one)}`);
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
      otherwise: { type: 'string' },
      built: { type: 'boolean', default: false },
    },
  });
  const numbers = [values.schedules, values.seed, values.only ?? '0'].map(Number);
  const isMutant =
    values.mutant === undefined || MUTANT_NAMES.some((name) => name === values.mutant);
  const isSwitch = values.otherwise === undefined || values.otherwise in SWITCHES;
  const isPossible = isMutant && isSwitch && !(values.built && values.mutant !== undefined);
  if (!numbers.every(Number.isSafeInteger) || !isPossible) {
    console.error(USAGE);
    process.exit(2);
  }
  return {
    schedules: Number(values.schedules),
    seed: Number(values.seed),
    only: values.only === undefined ? undefined : Number(values.only),
    mutant: values.mutant as MutantName | undefined,
    built: values.built,
    otherwise: values.otherwise as SwitchName | undefined,
  };
}
