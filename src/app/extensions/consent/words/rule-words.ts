import type { Reason } from '#policy/decision.ts';

type OfEachRule = Readonly<Record<Reason['rule'], string>>;

/** A rule in two or three words. */
export type RuleNames = OfEachRule;

/** What a rule says; `{since}` stands for the time of the event behind it. */
export type RuleSays = OfEachRule;
