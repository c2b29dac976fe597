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
 * count the next one carries as `repeats`.
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
  if (last === undefined) return { kind: 'record' };
  const age = Date.parse(refusal.at) - Date.parse(last.statement.at);
  return age < quietMs ? { kind: 'fold', into: last } : { kind: 'record', last };
}

function of({ who, onRequestOf, subject, change, decision }: Refusal): unknown {
  return { who, onRequestOf, subject, change, decision };
}
