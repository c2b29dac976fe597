import type { WAYS_TO_ASK } from '../../../contract/requests.ts';

/** The rules that a person of the organisation's choice can answer for. A test holds the policy to it. */
export const ANSWERED_FOR = [
  'locked-type',
  'opted-out-by-contact',
  'opted-out-by-someone-unknown',
  'opted-out-of-everything',
  'opted-out-of-brand',
  'cooling-off',
  'team-may-not-change',
  'marketing-without-consent',
] as const;

type AnsweredFor = (typeof ANSWERED_FOR)[number];

/** The sentences of a task that asks for approval, in one language. */
export interface ApprovalWords {
  readonly subject: (asked: string) => string;
  readonly intro: string;
  /** What is asked for. */
  readonly optIn: (type: string) => string;
  readonly toMarketing: string;
  readonly asked: (what: string) => string;
  readonly contact: (id: string) => string;
  /** Without a full stop: since when may follow. */
  readonly rule: Readonly<Record<AnsweredFor, string>>;
  readonly inTheWay: (rule: string) => string;
  readonly since: (rule: string, at: string) => string;
  readonly way: Readonly<Record<(typeof WAYS_TO_ASK)[number], string>>;
  readonly byContact: (way: string, on: string | undefined) => string;
  readonly byStaff: string;
  readonly evidence: (text: string | undefined) => string;
  readonly note: (text: string) => string;
  readonly user: (id: string, name: string | undefined) => string;
  readonly askedBy: {
    /** HubSpot itself said who it is. */
    readonly vouched: (user: string) => string;
    readonly claimed: (user: string) => string;
    readonly unknown: string;
  };
  readonly unlocksNothing: string;
  readonly reference: string;
}
