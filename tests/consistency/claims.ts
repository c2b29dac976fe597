import { FIRST, type Language } from '../../src/app/words/first.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import type { RowText, SidebarText, TabText } from './read-cards.tsx';
import { TYPES } from './random-contact.ts';

/** What sentences claim, read back from the words that a person sees. */
export interface HeadClaim {
  readonly kind: 'sent' | 'alarm' | 'not-sent' | 'not-known';
  /** Types of which it says that they can be sent. */
  readonly sent: readonly string[];
  /** Types of which it says that HubSpot would send against an objection, or that this is not known. */
  readonly against: readonly string[];
  readonly unclear: readonly string[];
  /** Codes of the obstacles it names. */
  readonly why: readonly string[];
  /** Every code that the tags' words can stand for. */
  readonly consent: readonly string[];
  readonly deliverability: readonly string[];
}

export interface RowClaim {
  readonly state: 'opted-in' | 'opted-out' | 'not-specified';
  readonly stateLine: string;
  /** Code of the sentence about sending. */
  readonly mail: string;
  readonly why: readonly string[];
  /** The objection line, without its frame; empty where there is none. */
  readonly objection: string;
  /** Ids of the rules that lock it. */
  readonly locks: readonly string[];
  readonly lockLines: readonly string[];
  readonly isOn: boolean;
}

/** A message as a pattern whose places match anything. */
export function pattern(message: string): RegExp {
  const parts = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*)')}$`);
}

function named(text: string): string[] {
  return TYPES.filter(({ name }) => text.includes(name)).map(({ id }) => id);
}

export function headOf(
  { headline, signals }: Pick<TabText | SidebarText, 'headline' | 'signals'>,
  language: Language,
): HeadClaim {
  const { seen } = LANGUAGES[language];
  const sent: string[] = [];
  const against: string[] = [];
  const unclear: string[] = [];
  const why: string[] = [];
  let kind: HeadClaim['kind'] = 'not-known';
  for (const says of headline) {
    // The types stand in the sentence's own place: an objection may name another.
    const typesIn = (message: string) =>
      named(pattern(message).exec(says)?.slice(1).join(' ') ?? '');
    if (says === seen.verdict.unknown) continue;
    if (says.startsWith(head(seen.verdict['will-send']))) {
      kind = 'sent';
      sent.push(...named(says));
    } else if (pattern(seen.alarm.others).test(says)) {
      sent.push(...typesIn(seen.alarm.others));
    } else if (pattern(seen.alarm.unread).test(says)) {
      kind = 'alarm';
      unclear.push(...typesIn(seen.alarm.unread));
    } else if (pattern(seen.alarm.unclear).test(says)) {
      kind = 'alarm';
      unclear.push(...typesIn(seen.alarm.unclear));
    } else if ([seen.alarm.contact, seen.alarm.unknown].some((one) => pattern(one).test(says))) {
      kind = 'alarm';
      against.push(...named(says));
    } else if (pattern(seen.verdict['will-not-send']).test(says)) {
      kind = 'not-sent';
      why.push(...obstaclesIn(says, language));
    } else throw new Error(`A headline that no message says: ${says}`);
  }
  const { signalNames, labelled } = FIRST[language];
  const codesOf = (name: 'consent' | 'deliverability') => {
    const tag = signals.find((one) =>
      one.startsWith(labelled.replace('{label}', signalNames[name]).replace('{text}', '')),
    );
    const words = Object.entries(seen.signal[name]).filter(([, word]) => tag?.endsWith(word));
    // The longest word that fits: "yes" may be the end of another.
    const longest = Math.max(...words.map(([, word]) => word.length));
    return words.filter(([, word]) => word.length === longest).map(([code]) => code);
  };
  return {
    kind,
    sent,
    against,
    unclear,
    why,
    consent: codesOf('consent'),
    deliverability: codesOf('deliverability'),
  };
}

function head(message: string): string {
  return message.slice(0, message.indexOf('{'));
}

function obstaclesIn(text: string, language: Language): string[] {
  return Object.entries(LANGUAGES[language].seen.obstacles)
    .filter(([, words]) => text.includes(words))
    .map(([code]) => code);
}

const MAIL_FIRST = ['not-sent', 'sent-too-late'];

export function rowOf({ lines, isOn }: RowText, language: Language): RowClaim {
  const { seen, tab } = LANGUAGES[language];
  const [, stateLine = ''] = lines;
  const state =
    stateLine === tab.stateNotRecorded
      ? 'not-specified'
      : (Object.entries(seen.state).find(([, word]) => stateLine.startsWith(word))?.[0] as
          RowClaim['state'] | undefined);
  if (state === undefined) throw new Error(`A state that no message says: ${stateLine}`);
  const mails = Object.entries(tab.mail).sort(([a]) => (MAIL_FIRST.includes(a) ? 1 : -1));
  const mail = lines.flatMap((line) =>
    mails.filter(([, message]) => pattern(message).test(line)).map(([code]) => ({ code, line })),
  )[0];
  if (mail === undefined) throw new Error(`No sentence about sending: ${lines.join(' / ')}`);
  const objections = lines.flatMap((line) =>
    Object.values(tab.rowObjection).flatMap((message) => pattern(message).exec(line)?.[1] ?? []),
  );
  const locks = lines.flatMap((line) =>
    Object.entries(tab.ruleSays)
      .filter(([, message]) =>
        Object.values(tab.whose).some((whose) =>
          pattern(
            FIRST[language].labelled.replace('{label}', whose).replace('{text}', message),
          ).test(line),
        ),
      )
      .map(([rule]) => ({ rule, line })),
  );
  return {
    state,
    stateLine,
    mail: mail.code,
    why: obstaclesIn(mail.line, language),
    objection: objections[0] ?? '',
    locks: locks.map(({ rule }) => rule),
    lockLines: locks.map(({ line }) => line),
    isOn,
  };
}
