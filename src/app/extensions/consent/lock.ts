import type { Decision, Reason } from '#policy/decision.ts';
import { moment } from './moment.ts';
import type { Reading } from './words/index.ts';

/** Why a switch can't be used, in words: one line a reason, and what to do instead. */
interface Lock {
  readonly short: string;
  readonly reasons: readonly string[];
  readonly steps: readonly string[];
}

/** The lock on a change; `undefined` where it may be asked for. */
export function lockOf(offer: Decision, reading: Reading): Lock | undefined {
  const { words } = reading;
  switch (offer.kind) {
    case 'allow':
    case 'done':
      return undefined;
    case 'unknown':
      return {
        short: words.notKnownShort,
        reasons: [words.notKnown(offer.missing), ...offer.because.map((one) => told(one, reading))],
        steps: [],
      };
    case 'deny':
      return {
        short: words.rules[offer.because[0].rule][0],
        reasons: offer.because.map((reason) => told(reason, reading)),
        steps: offer.remedies.map((remedy) => words.remedy[remedy]),
      };
  }
}

/** A rule in words, with whose rule it is and since when it holds. */
export function told({ rule, authority, advisory, since }: Reason, reading: Reading): string {
  const { words } = reading;
  const whose = words.whose[authority];
  const [, says] = words.rules[rule];
  const then = since === undefined ? '' : words.sinceThen(moment(since, reading));
  return words.labelled(
    advisory === undefined ? whose : words.advisory(whose),
    says.replace('{since}', then),
  );
}
