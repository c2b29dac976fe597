import type { Actor, ConsentEvent, Ground, SourceName } from '#evidence/consent-event.ts';
import type { Absence } from '#evidence/source.ts';
import type { Reading } from './index.ts';

/** What only the timeline says; kept apart so that a card without one does not carry it. */
interface TimelineWords {
  /** Behind an actor that is only inferred: the ground. */
  readonly inferred: (who: string, ground: Ground) => string;
  readonly staffThroughCard: (who: string, name: string, identity: 'vouched' | 'claimed') => string;
  /** A user whom nobody names. */
  readonly user: (id: string) => string;
  /** Sentences after each other. */
  readonly inARow: (sentences: readonly string[]) => string;
  readonly seenIn: (sources: readonly string[]) => string;
  readonly repeats: string;
  readonly basis: (basis: string) => string;
  readonly explanation: (text: string) => string;
  /** The rules by which this card made a change, by name. */
  readonly rules: (names: readonly string[]) => string;
  /** On whose request: the contact's, by this way. */
  readonly askedBy: (way: string) => string;
  readonly cardEvidence: (text: string) => string;
  readonly disputed: (others: string) => string;
  readonly conflict: string;
  readonly learnedAt: (at: string) => string;
  /** How sure it is who it was. */
  readonly certainty: Readonly<Record<ConsentEvent['certainty'], string>>;
  readonly written: string;
  readonly search: string;
  readonly filter: string;
  readonly readIn: string;
  /** A choice that leaves nothing out. */
  readonly all: string;
  readonly showAll: string;
  readonly noneFits: string;
  readonly deliverability: string;
  readonly asOf: string;
  readonly evidence: string;
  readonly nothingOlder: string;
  readonly olderFailed: string;
  readonly unread: (source: string, because: string) => string;
  readonly because: (absence: Absence) => string;
  readonly source: Readonly<Record<SourceName, string>>;
}

const GROUND_EN: Readonly<Record<Ground, string>> = {
  'form-submitted-just-before': 'the form was submitted less than a minute before',
  'opted-out-of-everything-just-then': 'they had just opted out of all e-mail',
  'address-changed-just-then': 'the address was changed just then',
  'merged-just-then': 'another contact was merged in just then',
};

const GROUND_JA: Readonly<Record<Ground, string>> = {
  'form-submitted-just-before': '直前1分以内にフォームを送信',
  'opted-out-of-everything-just-then': '直前にすべてのEメールを配信停止',
  'address-changed-just-then': '同時にアドレスを変更',
  'merged-just-then': '同時に別のコンタクトをマージ',
};

const LIST_EN = new Intl.ListFormat('en-GB');

const en: TimelineWords = {
  inferred: (who, ground) => `probably ${who} (inferred: ${GROUND_EN[ground]})`,
  staffThroughCard: (who, name, identity) =>
    `${who}, by ${name} (${identity === 'claimed' ? 'as the page claims' : 'as HubSpot vouches'})`,
  user: (id) => `user ${id}`,
  inARow: (sentences) => sentences.join(' '),
  seenIn: (sources) => `Seen in ${LIST_EN.format(sources)}.`,
  repeats: 'It was so before.',
  basis: (basis) => `Legal basis: “${basis}”.`,
  explanation: (text) => `Explanation: “${text}”.`,
  rules: (names) => `${names.length === 1 ? 'Rule' : 'Rules'}: ${names.join('; ')}.`,
  askedBy: (way) => `The contact asked for it ${way}.`,
  cardEvidence: (text) => `Evidence given: “${text}”.`,
  disputed: (others) => `Another source says: ${others}.`,
  conflict: 'The sources contradict each other here.',
  learnedAt: (at) => `Written down on ${at}.`,
  certainty: { stated: 'Stated', inferred: 'Inferred', unknown: 'Not known' },
  written: 'Written down',
  search: 'Search',
  filter: 'Filter',
  readIn: 'Source',
  all: 'All',
  showAll: 'Show all changes',
  noneFits: 'No change fits.',
  deliverability: 'Deliverability',
  asOf: 'States at the end of a day',
  evidence:
    'Other evidence, apart from HubSpot’s status. HubSpot does not keep whether a form’s box was ticked.',
  nothingOlder: 'No further change was found.',
  olderFailed: 'Older changes can’t be shown',
  unread: (source, because) => `Not in this timeline: ${source} (${because}).`,
  because: (absence) => {
    switch (absence.code) {
      case 'missing-scope':
        return `the app lacks the scope ${absence.scope}`;
      case 'not-permitted-by-plan':
        return 'the account’s plan does not permit it';
      case 'failing':
        return 'HubSpot does not answer';
      case 'not-asked':
        return 'not asked';
    }
  },
  source: {
    'property-history': 'property history',
    'current-status': 'today’s status',
    'subscription-timeline': 'the legacy subscription timeline',
    'email-events': 'e-mail events',
    'event-occurrences': 'event occurrences',
    'form-submissions': 'form submissions',
    ledger: 'this card’s own record',
  },
};

const ja: TimelineWords = {
  inferred: (who, ground) => `${who}と推定（${GROUND_JA[ground]}）`,
  staffThroughCard: (who, name, identity) =>
    `${who}・${name}（${identity === 'claimed' ? '自己申告' : 'HubSpotが確認'}）`,
  user: (id) => `ID：${id}`,
  inARow: (sentences) => sentences.join(''),
  seenIn: (sources) => `確認元：${sources.join('、')}。`,
  repeats: '以前から同じ状態です。',
  basis: (basis) => `法的根拠：「${basis}」。`,
  explanation: (text) => `説明：「${text}」。`,
  rules: (names) => `適用ルール：${names.join('、')}。`,
  askedBy: (way) => `本人の依頼（${way}）。`,
  cardEvidence: (text) => `証跡：「${text}」。`,
  disputed: (others) => `別の記録では：${others}。`,
  conflict: '記録どうしが食い違っています。',
  learnedAt: (at) => `${at}に記録。`,
  certainty: { stated: '記録どおり', inferred: '推定', unknown: '不明' },
  written: '記録日時',
  search: '検索',
  filter: '絞り込み',
  readIn: '確認元',
  all: 'すべて',
  showAll: 'すべての変更を表示',
  noneFits: '該当する変更はありません。',
  deliverability: '到達性',
  asOf: '指定した日の終わりの状態',
  evidence:
    'HubSpotのステータス以外の証跡（フォームの同意欄にチェックが入っていたかどうかは、HubSpotに残りません）',
  nothingOlder: 'ほかの変更は見つかりませんでした。',
  olderFailed: '以前の変更を表示できません',
  unread: (source, because) => `この履歴に含まれない記録：${source}（${because}）。`,
  because: (absence) => {
    switch (absence.code) {
      case 'missing-scope':
        return `アプリにスコープ「${absence.scope}」がないため`;
      case 'not-permitted-by-plan':
        return 'ご契約のプランでは利用できないため';
      case 'failing':
        return 'HubSpotが応答していないため';
      case 'not-asked':
        return '未確認';
    }
  },
  source: {
    'property-history': 'プロパティの履歴',
    'current-status': '現在のステータス',
    'subscription-timeline': '旧配信登録タイムライン',
    'email-events': 'Eメールイベント',
    'event-occurrences': 'イベントの発生記録',
    'form-submissions': 'フォーム送信',
    ledger: 'このカードの記録',
  },
};

export const timelineWords: Readonly<Record<Reading['language'], TimelineWords>> = { en, ja };

/** Who made a change: as stated, or as inferred with its ground; never one in the other's place. */
export function whoOf(
  event: {
    readonly actor: Actor;
    readonly inferred?: { readonly actor: Actor; readonly ground: Ground };
  },
  who: (actor: Actor) => string,
  words: TimelineWords,
): string {
  const { actor, inferred } = event;
  if (inferred !== undefined) return words.inferred(who(inferred.actor), inferred.ground);
  const staff = actor.kind === 'this-card' ? actor.staff : undefined;
  const name = staff?.name ?? (staff?.userId === undefined ? undefined : words.user(staff.userId));
  return staff === undefined || name === undefined
    ? who(actor)
    : words.staffThroughCard(who(actor), name, staff.identity);
}
