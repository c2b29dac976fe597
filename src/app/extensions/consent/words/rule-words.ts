import type { Reason } from '#policy/decision.ts';

/** A rule's name in two or three words, and what it says; `{since}` stands for the time of the event behind it. */
export type RuleWords = Readonly<Record<Reason['rule'], readonly [name: string, says: string]>>;
