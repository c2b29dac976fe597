import { isDeepStrictEqual } from 'node:util';
import type { Entry } from './entry.ts';
import type { Draft } from './statement.ts';

type Refusal = Extract<Draft, { kind: 'refusal' }>;

/** `fold`: an equal refusal was recorded a short while ago; count this one there and append nothing. */
type RefusalMeaning =
  | { readonly kind: 'record'; readonly last?: Entry }
  | { readonly kind: 'fold'; readonly into: Entry };

/**
 * Whether a refusal is worth an entry of its own. Equal refusals (same asker, subject, change and rules) within
 * `quietMs` of the last recorded one are folded, so that nobody can flood the chain. `last` is the entry whose
 * count the next one carries as `repeats`. Whoever asks may claim to be somebody else each time: beyond
 * `MOST_AN_HOUR` every refusal is folded into the last one.
 */
export function weighRefusal(
  entries: readonly Entry[],
  refusal: Refusal,
  quietMs: number,
): RefusalMeaning {
  const last = entries.findLast(
    ({ statement }) =>
      statement.kind === 'refusal' && isDeepStrictEqual(of(statement), of(refusal)),
  );
  const lately = entries.filter(
    ({ statement }) => statement.kind === 'refusal' && ageOf(statement, refusal) < HOUR_MS,
  );
  const newest = lately.at(-1);
  if (newest !== undefined && lately.length >= MOST_AN_HOUR) {
    return { kind: 'fold', into: last !== undefined && lately.includes(last) ? last : newest };
  }
  if (last === undefined) return { kind: 'record' };
  return ageOf(last.statement, refusal) < quietMs
    ? { kind: 'fold', into: last }
    : { kind: 'record', last };
}

const HOUR_MS = 3_600_000;

/** More than a person refused in earnest brings about. */
export const MOST_AN_HOUR = 12;

function ageOf(earlier: { readonly at: string }, { at }: Refusal): number {
  return Date.parse(at) - Date.parse(earlier.at);
}

function of({ who, onRequestOf, subject, change, decision }: Refusal): unknown {
  return { who, onRequestOf, subject, change, decision };
}
