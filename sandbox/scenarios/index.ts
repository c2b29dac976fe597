import { BESIDE } from './beside.ts';
import { MARKETING } from './marketing.ts';
import { QUESTION } from './question.ts';
import type { Scenario } from './scenario.ts';

/** Everything that can be opened from the list, in its two groups. */
export const groups = { question: QUESTION, beside: [...BESIDE, ...MARKETING] } as const;

export const scenarios: readonly Scenario[] = [...groups.question, ...groups.beside];

/** Throws where there is none: an id comes from a parsed request or from a test. */
export function scenarioWith(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}
