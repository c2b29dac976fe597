import { CHANGING } from './changing.ts';
import { HOLDING } from './holding.ts';
import { LOOKING } from './looking.ts';
import { MARKETING } from './marketing.ts';
import type { CardState } from './state.ts';
import { TIMELINE } from './timeline.ts';

/** Every state of the card, each with how it comes about and what a person sees. */
export const STATES: readonly CardState[] = [
  ...LOOKING,
  ...HOLDING,
  ...CHANGING,
  ...MARKETING,
  ...TIMELINE,
];
