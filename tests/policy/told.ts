import type { Decision, Reason } from '../../src/app/policy/decision.ts';
import type { FactName, Facts } from '../../src/app/policy/facts.ts';

/** A decision as one line, so that a table of situations reads like a specification. */
export function told(decision: Decision): string {
  switch (decision.kind) {
    case 'allow':
      return [
        'allow',
        decision.requires.length === 0
          ? ''
          : `, needs ${decision.requires.join(' + ')} (${ids(decision.requiredBy)})`,
        decision.write === 'resubscription' ? ', as a resubscription' : '',
        but(decision.notes),
      ].join('');
    case 'done':
      return `done: ${ids(decision.because)}${but(decision.notes)}`;
    case 'deny':
      return `deny: ${ids(decision.because)} -> ${decision.remedies.join(', ')}`;
    case 'unknown':
      return `unknown: ${decision.missing.join(', ')} (${ids(decision.because)})`;
  }
}

/** Facts without those that are `undefined` or named. */
export function without(
  facts: { readonly [F in keyof Facts]?: Facts[F] | undefined },
  names: readonly FactName[] = [],
): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => value !== undefined && !names.includes(name as FactName),
    ),
  );
}

function ids(reasons: readonly Reason[]): string {
  return reasons.map(({ rule, advisory }) => (advisory ? `${rule}, advisory` : rule)).join(', ');
}

function but(notes: readonly Reason[]): string {
  return notes.length === 0 ? '' : `, but ${ids(notes)}`;
}
