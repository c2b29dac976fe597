import { PORTALS, typesOf } from '../../sandbox/emulator/hubspot/portals.ts';
import type {
  Actor,
  Change,
  ConsentEvent,
  Ground,
  Obstacle,
  SourceName,
  Subject,
} from '../../src/app/evidence/consent-event.ts';
import type { Absence } from '../../src/app/evidence/source.ts';
import type { Timeline } from '../../src/app/evidence/whole-timeline.ts';

export type Language = 'en' | 'ja';

/** What a timeline says, as sentences; each event names who saw it. Times are UTC. */
export function sentences(timeline: Timeline, language: Language): string[] {
  const words = WORDS[language];
  const { events, evidence, sources, olderMayExist } = timeline;
  return [
    ...events.map((event) => sentenceOf(event, language)),
    ...evidence.map((event) => words.evidence + sentenceOf(event, language)),
    ...sources.flatMap(({ source, absent }) =>
      absent === undefined ? [] : [words.absent(words.source[source], words.absence(absent))],
    ),
    ...(olderMayExist ? [words.older] : []),
  ];
}

function sentenceOf(event: ConsentEvent, language: Language): string {
  const words = WORDS[language];
  const { about, change, actor, certainty, inferred, repeats, disputed, conflictsWith } = event;
  const notes = [
    ...(repeats ? [words.repeats] : []),
    ...(event.legalBasis === undefined ? [] : [words.basis(event.legalBasis)]),
    ...(event.explanation === undefined ? [] : [words.quoted(event.explanation)]),
    ...(event.card === undefined ? [] : [words.card(event.card.rules, event.card.evidence)]),
    ...(event.learnedAt === undefined ? [] : [words.learned(time(event.learnedAt, language))]),
    ...(disputed === undefined ? [] : [words.disputed(disputed.map(words.who))]),
    ...(conflictsWith === undefined ? [] : [words.conflict]),
  ];
  const how = inferred === undefined ? words[certainty] : words.ground[inferred.ground];
  const seen = [...new Set(event.witnesses.map(({ source }) => words.source[source]))];
  return words.sentence(
    time(event.at, language),
    words.event(about, change),
    words.who(inferred?.actor ?? actor),
    how,
    notes,
    seen,
  );
}

function time(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ja-JP', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(at));
}

function nameOf(typeId: string, language: Language): string {
  const type = PORTALS.flatMap(typesOf).find(({ id }) => id === typeId);
  return (language === 'en' ? type?.name : type?.nameJa) ?? typeId;
}

interface Sentences {
  readonly sentence: (
    at: string,
    what: string,
    who: string,
    how: string,
    notes: readonly string[],
    seen: readonly string[],
  ) => string;
  readonly event: (about: Subject, change: Change) => string;
  readonly who: (actor: Actor) => string;
  readonly stated: string;
  readonly unknown: string;
  readonly inferred: string;
  readonly ground: Readonly<Record<Ground, string>>;
  readonly source: Readonly<Record<SourceName, string>>;
  readonly obstacle: Readonly<Record<Obstacle, string>>;
  readonly repeats: string;
  readonly basis: (basis: string) => string;
  readonly quoted: (text: string) => string;
  readonly card: (rules: readonly string[], evidence: string | undefined) => string;
  readonly learned: (at: string) => string;
  readonly disputed: (others: readonly string[]) => string;
  readonly conflict: string;
  readonly evidence: string;
  readonly absent: (source: string, because: string) => string;
  readonly absence: (absence: Absence) => string;
  readonly older: string;
}

const en: Sentences = {
  sentence: (at, what, who, how, notes, seen) =>
    `${at}: ${what}, ${who}${how}.${notes.map((note) => ` ${note}.`).join('')} Seen in ${seen.join(', ')}.`,
  event: (about, change) => {
    const other =
      'address' in about && about.address !== undefined
        ? ` (other address ${String(about.address.nth)})`
        : '';
    const type = about.kind === 'subscription' ? nameOf(about.typeId, 'en') : 'all e-mail';
    switch (change) {
      case 'opted-in':
        if (about.kind === 'some-subscription')
          return 'Opted in to something HubSpot does not name';
        return about.kind === 'everything'
          ? `Opt-out of all e-mail lifted${other}`
          : `Opted in to ${type}${other}`;
      case 'opted-out':
        if (about.kind === 'some-subscription')
          return 'Opted out of something HubSpot does not name';
        return `Opted out of ${type}${other}`;
      case 'cleared':
        return about.kind === 'subscription'
          ? `Status of ${type} cleared${other}`
          : about.kind === 'legal-basis'
            ? 'Legal basis to process removed'
            : 'Value cleared';
      case 'set-marketing':
        return 'Set as marketing contact';
      case 'set-non-marketing':
        return 'Set as non-marketing contact';
      case 'leaving-marketing':
        return 'Will become non-marketing at the next update date';
      case 'staying-marketing':
        return 'No longer about to become non-marketing';
      case 'double-opt-in-pending':
        return 'Double opt-in pending';
      case 'double-opt-in-confirmed':
        return 'Double opt-in confirmed';
      case 'blocked':
        return about.kind === 'deliverability' ? `${en.obstacle[about.of]}${other}` : 'Blocked';
      case 'unblocked':
        return about.kind === 'deliverability'
          ? `${en.obstacle[about.of]} lifted${other}`
          : 'Unblocked';
      case 'basis-recorded':
        return 'Legal basis to process recorded';
      case 'submitted':
        return 'Form submitted';
      case 'merged':
        return 'Another contact merged into this one';
      case 'address-changed':
        return 'E-mail address changed';
      case 'changed':
        return 'Changed to a value that is not understood';
    }
  },
  who: (actor) => {
    const name = 'name' in actor && actor.name !== undefined ? ` “${actor.name}”` : '';
    switch (actor.kind) {
      case 'contact':
        return {
          email: 'by the contact, link in an e-mail',
          form: `by the contact, form${name}`,
          preferences: 'by the contact, preferences page',
          meeting: 'by the contact, meeting page',
          membership: 'by the contact, membership page',
          none: 'by the contact',
        }[actor.by ?? 'none'];
      case 'staff':
        return `by ${actor.name ? actor.name : 'staff'}${actor.name ? '' : actor.userId ? ` (user ${actor.userId})` : ''}`;
      case 'workflow':
        return `by workflow${name}`;
      case 'import':
        return `by import${name}`;
      case 'integration':
        return `by integration${name}${actor.appId ? ` (app ${actor.appId})` : ''}`;
      case 'this-card':
        return `through this card${actor.staff === undefined ? '' : `, by ${actor.staff.name ?? `user ${actor.staff.userId ?? '?'}`} (${actor.staff.identity})`}`;
      case 'hubspot':
        return 'by HubSpot itself';
      case 'someone':
        return 'not said by whom';
    }
  },
  stated: '',
  unknown: '',
  inferred: ' (inferred)',
  ground: {
    'form-submitted-just-before': ' (inferred: the form was submitted less than a minute before)',
    'address-changed-just-then': ' (inferred: the address was changed just then)',
    'merged-just-then': ' (inferred: another contact was merged in just then)',
    'opted-out-of-everything-just-then': ' (inferred: they had just opted out of all e-mail)',
  },
  source: {
    'property-history': 'property history',
    'current-status': 'today’s status',
    'subscription-timeline': 'the legacy subscription timeline',
    'email-events': 'e-mail events',
    'event-occurrences': 'event occurrences',
    'form-submissions': 'form submissions',
    ledger: 'this card’s ledger',
  },
  obstacle: {
    'hard-bounce': 'Hard bounce',
    'bad-address': 'Invalid address',
    quarantine: 'Quarantine of the address',
    'spam-complaint': 'Spam complaint',
  },
  repeats: 'It was so before',
  basis: (basis) => `Legal basis: ${basis}`,
  quoted: (text) => `“${text}”`,
  card: (rules, evidence) =>
    `Rules: ${rules.join(', ')}${evidence === undefined ? '' : `; evidence: ${evidence}`}`,
  learned: (at) => `Written down on ${at}`,
  disputed: (others) => `Another source says ${others.join(', ')}`,
  conflict: 'The sources contradict each other here',
  evidence: 'Evidence: ',
  absent: (source, because) => `Not read: ${source}, ${because}.`,
  absence: (absence) => {
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
  older: 'Older changes may exist.',
};

const ja: Sentences = {
  sentence: (at, what, who, how, notes, seen) =>
    `${at} ${what}（${who}${how}）。${notes.map((note) => `${note}。`).join('')}確認元：${seen.join('、')}。`,
  event: (about, change) => {
    const other =
      'address' in about && about.address !== undefined
        ? `（別のアドレス${String(about.address.nth)}）`
        : '';
    const type =
      about.kind === 'subscription' ? `「${nameOf(about.typeId, 'ja')}」` : 'すべてのEメール';
    switch (change) {
      case 'opted-in':
        if (about.kind === 'some-subscription') return 'いずれかの種類を配信登録';
        return about.kind === 'everything'
          ? `すべてのEメールの配信停止を解除${other}`
          : `${type}を配信登録${other}`;
      case 'opted-out':
        if (about.kind === 'some-subscription') return 'いずれかの種類を配信停止';
        return `${type}を配信停止${other}`;
      case 'cleared':
        return about.kind === 'subscription'
          ? `${type}の状態を消去${other}`
          : about.kind === 'legal-basis'
            ? 'データ処理の法的根拠を削除'
            : '値を消去';
      case 'set-marketing':
        return 'マーケティングコンタクトに設定';
      case 'set-non-marketing':
        return 'マーケティング対象外に設定';
      case 'leaving-marketing':
        return '次回の変更反映日にマーケティング対象外へ変更予定';
      case 'staying-marketing':
        return 'マーケティング対象外への変更予定を取り消し';
      case 'double-opt-in-pending':
        return 'ダブルオプトイン：確認待ち';
      case 'double-opt-in-confirmed':
        return 'ダブルオプトイン：確認済み';
      case 'blocked':
        return about.kind === 'deliverability' ? `${ja.obstacle[about.of]}${other}` : '配信不可';
      case 'unblocked':
        return about.kind === 'deliverability'
          ? `${ja.obstacle[about.of]}の解除${other}`
          : '配信不可を解除';
      case 'basis-recorded':
        return 'データ処理の法的根拠を記録';
      case 'submitted':
        return 'フォームを送信';
      case 'merged':
        return '別のコンタクトをこのコンタクトにマージ';
      case 'address-changed':
        return 'Eメールアドレスを変更';
      case 'changed':
        return '判別できない値に変更';
    }
  },
  who: (actor) => {
    const name = 'name' in actor && actor.name !== undefined ? `「${actor.name}」` : '';
    switch (actor.kind) {
      case 'contact':
        return {
          email: 'コンタクト本人・Eメール内のリンク',
          form: `コンタクト本人・フォーム${name}`,
          preferences: 'コンタクト本人・配信設定ページ',
          meeting: 'コンタクト本人・ミーティングページ',
          membership: 'コンタクト本人・会員ページ',
          none: 'コンタクト本人',
        }[actor.by ?? 'none'];
      case 'staff':
        return actor.name ?? `社内ユーザー${actor.userId ? `・ID：${actor.userId}` : ''}`;
      case 'workflow':
        return `ワークフロー${name}`;
      case 'import':
        return `インポート${name}`;
      case 'integration':
        return `連携アプリ${name}${actor.appId ? `・ID：${actor.appId}` : ''}`;
      case 'this-card':
        return `このカードから変更${actor.staff === undefined ? '' : `・${actor.staff.name ?? `ID：${actor.staff.userId ?? '?'}`}（${actor.staff.identity === 'vouched' ? '確認済み' : '自己申告'}）`}`;
      case 'hubspot':
        return 'HubSpotによる自動処理';
      case 'someone':
        return '変更者の記録なし';
    }
  },
  stated: '',
  unknown: '',
  inferred: '・推定',
  ground: {
    'form-submitted-just-before': '・推定：直前1分以内にフォームを送信',
    'address-changed-just-then': '・推定：同時にアドレスを変更',
    'merged-just-then': '・推定：同時に別のコンタクトをマージ',
    'opted-out-of-everything-just-then': '・推定：直前にすべてのEメールを配信停止',
  },
  source: {
    'property-history': 'プロパティーの履歴',
    'current-status': '現在のステータス',
    'subscription-timeline': '旧配信登録タイムライン',
    'email-events': 'Eメールイベント',
    'event-occurrences': 'イベントの発生記録',
    'form-submissions': 'フォーム送信',
    ledger: 'このカードの台帳',
  },
  obstacle: {
    'hard-bounce': 'ハードバウンス',
    'bad-address': '無効なアドレス',
    quarantine: 'アドレスの隔離',
    'spam-complaint': '迷惑メールの報告',
  },
  repeats: '以前から同じ状態です',
  basis: (basis) => `法的根拠：${basis}`,
  quoted: (text) => `「${text}」`,
  card: (rules, evidence) =>
    `適用ルール：${rules.join('、')}${evidence === undefined ? '' : `、証跡：${evidence}`}`,
  learned: (at) => `${at}に記録`,
  disputed: (others) => `別の記録では${others.join('、')}`,
  conflict: '記録どうしが食い違っています',
  evidence: '証跡：',
  absent: (source, because) => `${source}は読み取れません（${because}）。`,
  absence: (absence) => {
    switch (absence.code) {
      case 'missing-scope':
        return `アプリにスコープ${absence.scope}がありません`;
      case 'not-permitted-by-plan':
        return 'ご契約のプランでは利用できません';
      case 'failing':
        return 'HubSpotが応答していません';
      case 'not-asked':
        return '未確認';
    }
  },
  older: 'さらに古い変更が存在する可能性があります。',
};

const WORDS: Readonly<Record<Language, Sentences>> = { en, ja };
