import { BESIDE } from './beside.ts';
import { QUESTION } from './question.ts';
import type { Scenario } from './scenario.ts';

/** Everything that can be opened from the list. */
export const scenarios: readonly Scenario[] = [...QUESTION, ...BESIDE];
