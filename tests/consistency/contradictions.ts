import type { AsOf } from '../../src/app/contract/snapshot.ts';
import { FIRST, type Language } from '../../src/app/words/first.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import { headOf, pattern, rowOf, type HeadClaim, type RowClaim } from './claims.ts';
import { TYPES } from './random-contact.ts';
import type { SidebarText, TabText } from './read-cards.tsx';

export interface Read {
  readonly tab: TabText;
  readonly sidebar: SidebarText;
  /** The states at the moment of reading. */
  readonly asOf: AsOf;
  readonly language: Language;
}

const SENT = [
  'sent',
  'sent-too-late',
  'sent-as-settings-are-off',
  'sent-as-settings-are-not-enforced',
  'sent-as-one-to-one',
];
const SELF = ['opted-out-by-contact', 'opted-out-by-someone-unknown', 'spam-complaint'];

/** Every pair of places on the two cards that answer one question differently, as "pair: what". */
export function contradictions({ tab, sidebar, asOf, language }: Read): string[] {
  const found: string[] = [];
  const says = (pair: string, isSo: boolean, what: string) => {
    if (!isSo) found.push(`${pair}: ${what}`);
  };
  const head = headOf(tab, language);
  const rows = new Map(
    TYPES.map(({ id }) => [id, rowOf(tab.rows.get(id) ?? { lines: [], isOn: false }, language)]),
  );
  headline(head, rows, says);
  signals(head, rows, says);
  for (const [id, row] of rows) ofRow(id, row, says);
  oneToOne(tab, rows, language, says);
  sidebarOf(tab, sidebar, rows, language, says);
  asOfNow(asOf, rows, says);
  lastChange(tab, rows, says);
  return found;
}

type Says = (pair: string, isSo: boolean, what: string) => void;
type Rows = ReadonlyMap<string, RowClaim>;

const isMarketing = (id: string) => TYPES.some((type) => type.id === id && !type.isInternal);

function idsOf(rows: Rows, mails: readonly string[]): string {
  return [...rows]
    .filter(([id, { mail }]) => isMarketing(id) && mails.includes(mail))
    .map(([id]) => id)
    .sort()
    .join();
}

function headline(head: HeadClaim, rows: Rows, says: Says): void {
  const same = (what: string, told: readonly string[], mails: readonly string[]) => {
    says('headline and rows', [...told].sort().join() === idsOf(rows, mails), what);
  };
  same('which types can be sent', head.sent, SENT);
  same('which are sent against an objection', head.against, ['sent-against-objection']);
  same('which are unclear', head.unclear, ['sent-unclear']);
  if (head.kind === 'not-sent')
    says(
      'headline and rows',
      idsOf(rows, ['not-known']) === '' || head.why.length > 0,
      'not known',
    );
}

function signals(head: HeadClaim, rows: Rows, says: Says): void {
  const may = (...codes: string[]) => head.consent.some((code) => codes.includes(code));
  if (head.against.length > 0)
    says('headline and signals', may('against-objection'), 'an alarm without its signal');
  else if (head.unclear.length > 0)
    says('headline and signals', may('objection-unclear'), 'unclear without its signal');
  else if (head.kind === 'sent')
    says(
      'headline and signals',
      may('given', 'given-in-part', 'not-needed', 'off'),
      'sent, and the consent signal denies it',
    );
  if (head.kind === 'not-sent' && head.why.includes('opted-out-of-everything'))
    says('headline and signals', may('off'), 'opted out of all, and a signal of consent');
  const isDeliverable = head.kind === 'sent' || head.kind === 'alarm';
  if (isDeliverable)
    says('headline and signals', head.deliverability.includes('on'), 'sent to where it can’t be');
  const sent = [...rows].filter(
    ([id, { mail }]) => isMarketing(id) && (SENT.includes(mail) || mail.startsWith('sent-')),
  );
  if (sent.length === 0) return;
  const optedIn = sent.filter(([, { state }]) => state === 'opted-in').length;
  const against = sent.some(([, { mail }]) => mail === 'sent-against-objection');
  says('signals and rows', against === may('against-objection'), 'an objection');
  if (may('given')) says('signals and rows', optedIn === sent.length, 'given for all');
  if (may('not-needed')) says('signals and rows', optedIn === 0, 'none recorded');
}

function ofRow(id: string, row: RowClaim, says: Says): void {
  const isSent = SENT.includes(row.mail) || row.mail.startsWith('sent-');
  says('state and sending', !(row.state === 'opted-out' && isSent), `${id} is opted out and sent`);
  says('state and switch', row.state === 'opted-in' || !row.isOn, `${id} is on and not opted in`);
  if (row.mail === 'sent-against-objection') {
    says('sending and objection', row.objection !== '', `${id} goes against an objection not told`);
  }
  says(
    'sending and objection',
    row.objection === '' || !SENT.includes(row.mail),
    `${id} can be sent, and its row tells an objection`,
  );
  // An opt-in that is already there has no lock, and neither has what HubSpot itself does not offer.
  if (row.objection !== '' && row.state === 'not-specified' && isMarketing(id)) {
    const locks = row.lockLines.filter((_, nth) => SELF.includes(row.locks[nth] ?? ''));
    says('objection and lock', locks.length > 0, `${id} has an objection and no lock`);
    const day = dayIn(row.objection);
    says(
      'objection and lock',
      day === '' || locks.some((line) => line.includes(day)),
      `${id}: ${day} against ${locks.join(' / ')}`,
    );
  }
}

/** The day of an objection, as the language writes it. */
function dayIn(text: string): string {
  return (
    /\d{1,2}\. \w+\.? \d{4}|\w{3} \d{1,2}, \d{4}|\d{1,2} \w{3,4} \d{4}|\d{4}年\d{1,2}月\d{1,2}日/.exec(
      text,
    )?.[0] ?? ''
  );
}

function oneToOne(tab: TabText, rows: Rows, language: Language, says: Says): void {
  const row = rows.get('506');
  const { tab: words } = LANGUAGES[language];
  const told = Object.entries(words.oneToOne)
    .filter(([, message]) => pattern(message).test(tab.oneToOne))
    .map(([code]) => code);
  const expected = row === undefined ? '' : SENT.includes(row.mail) ? 'sent' : row.mail;
  // About an opt-out of all email HubSpot's documents disagree: that sentence has no row.
  says(
    'one-to-one and its row',
    told.includes(expected) || told.includes('disagree'),
    `${tab.oneToOne} against ${expected}`,
  );
}

function sidebarOf(
  tab: TabText,
  sidebar: SidebarText,
  rows: Rows,
  language: Language,
  says: Says,
): void {
  says('tab and sidebar', tab.headline.join() === sidebar.headline.join(), 'headline');
  says('tab and sidebar', tab.signals.join() === sidebar.signals.join(), 'signals');
  const { ruleNames } = LANGUAGES[language].seen;
  for (const [id, row] of rows) {
    const [rule] = row.locks;
    const type = TYPES.find((one) => one.id === id);
    const isShort =
      rule === 'internal-type' || rule === 'inactive-type' || !SELF.includes(rule ?? '');
    if (rule === undefined || type === undefined || isShort) continue;
    const line = sidebar.lines.find((one) => one.includes(type.name) && one !== tab.lastChange);
    const name = (ruleNames as Readonly<Record<string, string>>)[rule] ?? '';
    says(
      'locks and sidebar',
      sidebar.lines.some((one) => one.includes(type.name) && one.includes(name)),
      `${id} is locked by ${rule}, and the sidebar says ${line ?? 'nothing'}`,
    );
  }
}

function asOfNow({ states }: AsOf, rows: Rows, says: Says): void {
  for (const one of states) {
    if (one.kind !== 'known' || one.about.kind !== 'subscription') continue;
    if (one.about.address !== undefined) continue;
    const row = rows.get(one.about.typeId);
    if (row === undefined) continue;
    says(
      'as-of and rows',
      one.state === row.state,
      `${one.about.typeId} was ${one.state} just now`,
    );
  }
}

function lastChange(tab: TabText, rows: Rows, says: Says): void {
  const type = TYPES.find(({ name }) => tab.lastChange.includes(name));
  const row = type === undefined ? undefined : rows.get(type.id);
  // A state that is not specified has no line of its own with time and author.
  if (row === undefined || row.state === 'not-specified') return;
  says('last change and row', tab.lastChange.endsWith(row.stateLine), tab.lastChange);
}

export const LANGUAGE_CODES = Object.keys(FIRST) as Language[];
