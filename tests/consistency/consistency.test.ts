import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from './contradictions.ts';
import { contradictionsOf } from './play.ts';
import { contact } from './random-contact.ts';

/** More by `HISTORIES=50000 SEED=1 npx vitest run --project unit tests/consistency`. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 2_000);
const SEED = Number(process.env['SEED'] ?? 13);

describe('what the two cards say of one contact', () => {
  it(
    'never contradicts itself, in any language',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          contact,
          fc.constantFrom(...LANGUAGE_CODES),
          async ({ hubspot, privacySettings, oneToOneAfterGlobalOptOut }, language) => {
            expect(
              await contradictionsOf(
                hubspot(),
                { privacySettings, oneToOneAfterGlobalOptOut },
                language,
              ),
            ).toEqual([]);
          },
        ),
        { numRuns: HISTORIES, seed: SEED },
      );
    },
    HISTORIES * 1_000,
  );
});
