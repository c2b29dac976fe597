import type { Change, ConsentEvent, Obstacle, Subject } from '#evidence/consent-event.ts';
import type { Reading } from './index.ts';

/** What an event says in one language: the change, what it is about, and which address where it is not the primary one. */
type EventWords = (
  event: Pick<ConsentEvent, 'about' | 'change'>,
  nameOf: (typeId: string) => string,
) => string;

type OtherChange = Exclude<Change, 'opted-in' | 'opted-out' | 'cleared' | 'blocked' | 'unblocked'>;

const OTHER_EN: Readonly<Record<OtherChange, string>> = {
  'set-marketing': 'Set as marketing contact',
  'set-non-marketing': 'Set as non-marketing contact',
  'leaving-marketing': 'Will become non-marketing at the next update date',
  'staying-marketing': 'No longer scheduled to become non-marketing',
  'double-opt-in-pending': 'Double opt-in pending',
  'double-opt-in-confirmed': 'Double opt-in confirmed',
  'basis-recorded': 'Legal basis to process recorded',
  submitted: 'Form submitted',
  merged: 'Another contact was merged into this one',
  'address-changed': 'The e-mail address was changed',
  changed: 'Changed to a value that is not understood',
};

const OBSTACLE_EN: Readonly<Record<Obstacle, string>> = {
  'hard-bounce': 'Hard bounce',
  'bad-address': 'Invalid address',
  quarantine: 'Quarantine of the address',
  'spam-complaint': 'Spam complaint',
};

const en: EventWords = ({ about, change }, nameOf) => {
  const said = ((): string => {
    switch (change) {
      case 'opted-in':
        return about.kind === 'everything'
          ? 'Opt-out of all e-mail lifted'
          : `Opted in to ${subjectEn(about, nameOf)}`;
      case 'opted-out':
        return `Opted out of ${subjectEn(about, nameOf)}`;
      case 'cleared':
        return `${subjectEn(about, nameOf)}: status cleared`;
      case 'blocked':
        return subjectEn(about, nameOf);
      case 'unblocked':
        return `${subjectEn(about, nameOf)} lifted`;
      default:
        return OTHER_EN[change];
    }
  })();
  const nth = otherAddress(about);
  return nth === undefined ? said : `${said} (other address ${String(nth)})`;
};

function subjectEn(about: Subject, nameOf: (typeId: string) => string): string {
  switch (about.kind) {
    case 'subscription':
      return nameOf(about.typeId);
    case 'everything':
      return about.businessUnitId === undefined
        ? 'all e-mail'
        : `all e-mail of brand ${about.businessUnitId}`;
    case 'some-subscription':
      return 'something HubSpot does not name';
    case 'deliverability':
      return OBSTACLE_EN[about.of];
    case 'marketing-status':
    case 'marketing-schedule':
      return 'Marketing status';
    case 'double-opt-in':
      return 'Double opt-in';
    case 'legal-basis':
      return 'Legal basis to process';
    case 'form':
    case 'contact':
      return 'The contact';
  }
}

const OTHER_JA: Readonly<Record<OtherChange, string>> = {
  'set-marketing': 'マーケティングコンタクトに設定',
  'set-non-marketing': 'マーケティング対象外に設定',
  'leaving-marketing': '次回の変更反映日にマーケティング対象外へ変更予定',
  'staying-marketing': 'マーケティング対象外への変更予定を解除',
  'double-opt-in-pending': 'ダブルオプトイン：確認待ち',
  'double-opt-in-confirmed': 'ダブルオプトイン：確認済み',
  'basis-recorded': 'データ処理の法的根拠を記録',
  submitted: 'フォームを送信',
  merged: '別のコンタクトをこのコンタクトにマージ',
  'address-changed': 'Eメールアドレスを変更',
  changed: '判別できない値に変更',
};

const OBSTACLE_JA: Readonly<Record<Obstacle, string>> = {
  'hard-bounce': 'ハードバウンス',
  'bad-address': '無効なアドレス',
  quarantine: 'アドレスの隔離',
  'spam-complaint': '迷惑メールの報告',
};

const ja: EventWords = ({ about, change }, nameOf) => {
  const said = ((): string => {
    switch (change) {
      case 'opted-in':
        return about.kind === 'everything'
          ? 'すべてのEメールの配信停止を解除'
          : `${subjectJa(about, nameOf)}を配信登録`;
      case 'opted-out':
        return `${subjectJa(about, nameOf)}を配信停止`;
      case 'cleared':
        return `${subjectJa(about, nameOf)}の状態を消去`;
      case 'blocked':
        return subjectJa(about, nameOf);
      case 'unblocked':
        return `${subjectJa(about, nameOf)}を解除`;
      default:
        return OTHER_JA[change];
    }
  })();
  const nth = otherAddress(about);
  return nth === undefined ? said : `${said}（別のアドレス${String(nth)}）`;
};

function subjectJa(about: Subject, nameOf: (typeId: string) => string): string {
  switch (about.kind) {
    case 'subscription':
      return `「${nameOf(about.typeId)}」`;
    case 'everything':
      return about.businessUnitId === undefined
        ? 'すべてのEメール'
        : `ブランド${about.businessUnitId}のすべてのEメール`;
    case 'some-subscription':
      return 'いずれかの種類';
    case 'deliverability':
      return OBSTACLE_JA[about.of];
    case 'marketing-status':
    case 'marketing-schedule':
      return 'マーケティングステータス';
    case 'double-opt-in':
      return 'ダブルオプトイン';
    case 'legal-basis':
      return 'データ処理の法的根拠';
    case 'form':
    case 'contact':
      return 'コンタクト';
  }
}

/** The number of another address; its text is the reader's business, not a row's. */
function otherAddress(about: Subject): number | undefined {
  return 'address' in about ? about.address?.nth : undefined;
}

/** What something is about, by itself. */
export const subjectWords = { en: subjectEn, ja: subjectJa };

export const eventWords: Readonly<Record<Reading['language'], EventWords>> = { en, ja };
