import type { Offer } from '#contract/offer.ts';
import type { NonEmpty, Reason } from '#policy/decision.ts';
import type { Remedy } from '#policy/rule.ts';
import { moment } from './moment.ts';
import type { Reading } from './words/index.ts';

/** Why a switch can't be used, in words: one line a reason, and what to do instead. */
interface Lock {
  readonly short: string;
  readonly reasons: readonly string[];
  readonly steps: readonly string[];
}

/** The lock on a change; `undefined` where it may be asked for. */
export function lockOf(offer: Offer, reading: Reading): Lock | undefined {
  const { words } = reading;
  switch (offer.kind) {
    case 'allow':
    case 'done':
      return undefined;
    case 'unknown':
      return { short: words.notKnownShort, reasons: [words.notKnown(offer.missing)], steps: [] };
    case 'deny':
      return locked(offer, reading);
    case 'not-yet': {
      const lock = locked(offer, reading);
      return { ...lock, reasons: [...lock.reasons, words.notYet] };
    }
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

function locked(
  { because, remedies }: { because: NonEmpty<Reason>; remedies: readonly Remedy[] },
  reading: Reading,
): Lock {
  const { words } = reading;
  return {
    short: words.rules[because[0].rule][0],
    reasons: because.map((reason) => told(reason, reading)),
    steps: remedies.map((remedy) => words.remedy[remedy]),
  };
}
