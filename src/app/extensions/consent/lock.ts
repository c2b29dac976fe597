import type { Glance, SubscriptionRow } from '#contract/snapshot.ts';
import type { Decision } from '#policy/decision.ts';
import { moment } from './moment.ts';
import type { Reading } from './words/index.ts';

/** Why a switch can't be used, in words: one line a reason, and what to do instead. */
interface Lock {
  readonly short: string;
  readonly reasons: readonly string[];
  readonly steps: readonly string[];
}

/** The lock on a decided change; `undefined` where it may be asked for. */
export function lockOf(
  decision: Decision,
  row: SubscriptionRow,
  glance: Pick<Glance, 'everythingLast'>,
  reading: Reading,
): Lock | undefined {
  const { words } = reading;
  switch (decision.kind) {
    case 'allow':
      return undefined;
    case 'unknown':
      return { short: words.notKnownShort, reasons: [words.notKnown(decision.missing)], steps: [] };
    case 'deny':
      return {
        short: words.whyShort[decision.because[0].rule],
        reasons: decision.because.map(({ rule, authority }) => {
          const last = rule === 'opted-out-of-everything' ? glance.everythingLast : row.last;
          const out =
            last === undefined
              ? undefined
              : { at: moment(last.at, reading), who: words.who(last.actor) };
          return words.labelled(words.whose[authority], words.why(rule, out));
        }),
        steps: decision.remedies.map((remedy) => words.remedy[remedy]),
      };
  }
}
