import type { ApprovalRequest } from '../../contract/requests.ts';
import type { Who } from '../../ledger/statement.ts';
import type { Decision, Reason } from '../../policy/decision.ts';
import { approvalEn } from './words/en.ts';
import { approvalJa } from './words/ja.ts';
import type { ApprovalWords } from './words/words.ts';

/** What a task says. */
interface Telling {
  readonly request: ApprovalRequest;
  readonly who: Who;
  /** The asking user's name, where HubSpot tells it. */
  readonly userName?: string;
  readonly contactId: string;
  /** The type's name by language code; the plain one under `''`. */
  readonly typeNames: Readonly<Record<string, string>>;
  readonly because: Extract<Decision, { kind: 'deny' }>['because'];
  /** IANA name. */
  readonly timeZone: string;
}

const WORDS: Readonly<Record<ApprovalRequest['language'], ApprovalWords>> = {
  en: approvalEn,
  ja: approvalJa,
};

/**
 * The words of a task that asks for approval, in the language of whoever asks. It names the contact by its record alone,
 * and says of nobody that they are somebody unless HubSpot does.
 */
export function taskText(telling: Telling): {
  readonly subject: string;
  readonly lines: readonly string[];
} {
  const { request, contactId, because, timeZone, typeNames } = telling;
  const { of, note, evidence, language } = request;
  const words = WORDS[language];
  const what =
    of.act === 'opt-in'
      ? words.optIn(typeNames[language] ?? typeNames[''] ?? of.typeId)
      : words.toMarketing;
  return {
    subject: words.subject(what),
    lines: [
      words.intro,
      '',
      words.asked(what),
      words.contact(contactId),
      ...because.map((reason) => words.inTheWay(ruleIn(words, reason, timeZone))),
      onRequestOf(words, request),
      words.evidence(evidence),
      ...(note === undefined ? [] : [words.note(note)]),
      askedBy(words, telling),
      '',
      words.unlocksNothing,
      '',
      words.reference,
    ],
  };
}

function ruleIn(words: ApprovalWords, { rule, since }: Reason, timeZone: string): string {
  const told = (words.rule as Readonly<Record<string, string>>)[rule] ?? rule;
  return since === undefined ? told : words.since(told, moment(since, timeZone));
}

function onRequestOf(words: ApprovalWords, { askedBy }: ApprovalRequest): string {
  return askedBy === undefined ? words.byStaff : words.byContact(words.way[askedBy.by], askedBy.on);
}

function askedBy(words: ApprovalWords, { who, userName }: Telling): string {
  if (who.kind !== 'staff') return words.askedBy.unknown;
  return words.askedBy[who.identity](words.user(who.userId, userName));
}

/** A date and a time that both languages read alike, in a time zone that is named. */
function moment(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = [part('year'), part('month'), part('day')].join('-');
  return `${day} ${part('hour')}:${part('minute')}, ${timeZone}`;
}
