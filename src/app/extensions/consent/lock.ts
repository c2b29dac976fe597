import type { Decision, Reason } from '#policy/decision.ts';
import type { Remedy } from '#policy/rule.ts';
import { moment } from './moment.ts';
import { fill } from './words/fill.ts';
import type { GlanceReading, Reading } from './words/reading.ts';

/** A reason in words, and the event that set it off, as far as one is known. */
interface Told {
  readonly says: string;
  readonly event?: string;
}

/** Why a switch can't be used, in words: one line a reason, and the lawful ways on. */
export interface Lock {
  readonly short: string;
  readonly reasons: readonly Told[];
  readonly steps: readonly Remedy[];
}

/** The lock on a change in two or three words; `undefined` where it may be asked for. */
export function shortLock(offer: Decision, { words }: GlanceReading): string | undefined {
  switch (offer.kind) {
    case 'allow':
    case 'done':
      return undefined;
    case 'unknown':
      return words.notKnownShort;
    case 'deny':
      return words.ruleNames[offer.because[0].rule];
  }
}

/** What a switch is called: with its lock, or with what has to be given before it goes on. */
export function labelOf(name: string, offer: Decision, reading: Reading): string {
  const { words } = reading;
  const short = shortLock(offer, reading);
  if (short !== undefined) return words.locked(name, short);
  if (offer.kind !== 'allow' || offer.requires.length === 0) return name;
  const [first = offer.because[0]] = offer.requiredBy;
  return words.asksFirst(name, words.ruleNames[first.rule]);
}

/**
 * The lock on a change; `undefined` where it may be asked for. What could not be read is said alone: a rule that only
 * may hold is none that anybody could act upon.
 */
export function lockOf(offer: Decision, reading: Reading): Lock | undefined {
  const short = shortLock(offer, reading);
  if (short === undefined || offer.kind === 'allow' || offer.kind === 'done') return undefined;
  if (offer.kind === 'unknown')
    return { short, reasons: [{ says: reading.words.notKnown(offer.missing) }], steps: [] };
  const reasons = offer.because.map((reason) => ({
    says: told(reason, reading),
    ...(reason.event === undefined ? {} : { event: reason.event }),
  }));
  return { short, reasons, steps: offer.remedies };
}

/** A rule in words, with whose rule it is and since when it holds. */
export function told(reason: Reason, reading: Reading): string {
  const { rule, authority, advisory, since, orEarlier, actor } = reason;
  const { words } = reading;
  const whose = words.whose[authority];
  const then =
    since === undefined ? '' : words.sinceThen(words.time(moment(since, reading), orEarlier));
  return words.labelled(
    advisory === undefined ? whose : words.advisory(whose),
    fill(words.ruleSays[rule], {
      since: then,
      by: actor === undefined || actor.kind === 'someone' ? '' : words.carriedBy(words.who(actor)),
    }),
  );
}
