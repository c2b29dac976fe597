import { CONSENT_EFFECTS, CONSENT_UNEXPLAINED, CONSENT_UNSUPPORTED } from './consent.ts';
import {
  DEFINITION_EFFECTS,
  DEFINITIONS_UNEXPLAINED,
  DEFINITIONS_UNSUPPORTED,
} from './definitions.ts';
import type { Effect, Effectless } from './effect.ts';
import { PEOPLE_EFFECTS } from './people.ts';
import { RECORD_EFFECTS } from './records.ts';

/** Every query parameter of an emulated route that HubSpot declares, but for cursors, which `pages.test.ts` tries. */
export const EFFECTS: readonly Effect[] = [
  ...RECORD_EFFECTS,
  ...DEFINITION_EFFECTS,
  ...CONSENT_EFFECTS,
  ...PEOPLE_EFFECTS,
];

/** What HubSpot does not explain and the emulator takes without an effect; each is a row of the known differences. */
export const UNEXPLAINED: readonly Effectless[] = [
  ...DEFINITIONS_UNEXPLAINED,
  ...CONSENT_UNEXPLAINED,
];

/** What the emulator refuses, naming it. */
export const UNSUPPORTED: readonly Effectless[] = [
  ...DEFINITIONS_UNSUPPORTED,
  ...CONSENT_UNSUPPORTED,
];
