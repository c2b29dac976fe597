import { CHANGES } from '../src/app/policy/change.ts';
import { decide } from '../src/app/policy/decide.ts';
import { policyWith } from '../src/app/policy/default-policy.ts';
import { FACT_VALUES, type FactName, type Facts } from '../src/app/policy/facts.ts';
import { makeReady, type Policy } from '../src/app/policy/policy.ts';
import type { RuleId } from '../src/app/policy/rule-ids.ts';
import { SUBSCRIPTION_CONDITIONS } from '../src/app/policy/subscription-rules.ts';

const MOST_MICROSECONDS = 20;
const ROUNDS = 2_000;
/** Decisions between two looks at the clock, whose own cost would show otherwise. */
const BATCH = 50;

/** Situations drawn with a seed, some facts hidden, over every change. The same on every machine. */
const situations = drawn(BATCH, 20261124);

const policy = policyWith([]);
const sizes = [1, 2, 4, 8].map((times) => ({ times, policy: grown(times) }));
for (const { policy: warm } of sizes) medianOf(warm, ROUNDS / 4);

const median = medianOf(policy, ROUNDS);
console.log(
  `one decision, default policy of ${String(policy.rules.length)} rules: median ${median.toFixed(2)} µs (at most ${String(MOST_MICROSECONDS)})`,
);

/** The smallest median of three, taken in turns, so that a busy moment of the machine hits no size alone. */
const medians = sizes.map(() => Number.POSITIVE_INFINITY);
for (let turn = 0; turn < 3; turn += 1) {
  sizes.forEach(({ policy: one }, index) => {
    medians[index] = Math.min(medians[index] ?? 0, medianOf(one, ROUNDS / 2));
  });
}
const base = medians[0] ?? 1;
sizes.forEach(({ times, policy: { rules } }, index) => {
  const ratio = (medians[index] ?? 0) / base;
  console.log(
    `${String(times)}× rules (${String(rules.length)}): ${(medians[index] ?? 0).toFixed(2)} µs, growth ${ratio.toFixed(2)} (at most ${String(times)})`,
  );
  if (ratio > times * 1.1) process.exitCode = 1;
});
if (median > MOST_MICROSECONDS) process.exitCode = 1;

function medianOf(one: Policy, rounds: number): number {
  const times: number[] = [];
  let decided = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = process.hrtime.bigint();
    for (const facts of situations) decided += decide(one, facts).kind.length;
    times.push(Number(process.hrtime.bigint() - began) / 1000 / situations.length);
  }
  if (decided === 0) throw new Error('nothing was decided');
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** The default policy several times over, each rule with an id of its own. */
function grown(times: number): Policy {
  const rules = Array.from({ length: times }, (_, copy) =>
    policy.rules.map((rule) => ({
      ...rule,
      id: (copy === 0 ? rule.id : `${rule.id}-${String(copy)}`) as RuleId,
    })),
  ).flat();
  return makeReady({ version: 'grown', conditions: SUBSCRIPTION_CONDITIONS, rules });
}

function drawn(count: number, seed: number): Facts[] {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  return Array.from({ length: count }, () => {
    const facts = Object.entries(FACT_VALUES)
      .filter(() => below(10) > 0)
      .map(([name, values]) => [
        name,
        values === 'id' ? '11' : values[below((values as readonly unknown[]).length)],
      ]);
    const change = CHANGES[below(CHANGES.length)] ?? 'opt-in';
    return { ...(Object.fromEntries(facts) as Record<FactName, never>), change };
  });
}
