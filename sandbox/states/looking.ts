import { NEWSLETTER } from '../emulator/hubspot/portals.ts';
import { BERLIN, FAILING, RECORD, TOKYO } from './happenings.ts';
import { aMinuteLater, fails, inAMinute, isBusy, lacks } from './happenings.ts';
import type { CardState } from './state.ts';
import { ALL_ARRIVED, ARRIVED, both, button, LOOK_AGAIN, NEWSLETTER_ON } from './words.ts';

const CANT_BE_SHOWN = ['Consent can’t be shown', '同意の状況を表示できません'] as const;
const NOT_ALL = ['Not everything could be read', '一部の情報を読み込めませんでした'] as const;

/** Reading: what a person sees until there is an answer, and where there is none or half of one. */
export const LOOKING: readonly CardState[] = [
  {
    kind: 'loading',
    name: 'loading',
    title: both('Still reading', '読み込み中'),
    scenario: 'S8',
    before: ({ stage }) => {
      stage.setFunction({ uid: 'read-consent', is: 'held' });
    },
    says: onBoth(
      ['Reading consent from HubSpot', 'Consent: …', 'Deliverability: …', 'Billing: …'],
      ['HubSpotから同意の状況を読み込んでいます', '同意：…', '到達性：…', '課金：…'],
    ),
  },
  {
    kind: 'no-access',
    name: 'missing-scope',
    title: both('The app lacks a scope', 'スコープの不足'),
    scenario: 'S8',
    before: lacks(BERLIN, 'communication_preferences.read_write'),
    says: onBoth(
      [
        NOT_ALL[0],
        'The app lacks a permission (communication_preferences.read_write)',
        'Ask an admin to install the app again with it.',
      ],
      [NOT_ALL[1], 'アプリに必要な権限（communication_preferences.read_write）がありません。'],
    ),
    has: [LOOK_AGAIN, { ...LOOK_AGAIN, in: 'sidebar' }],
  },
  {
    kind: 'hubspot-busy',
    name: 'hubspot-busy',
    title: both('HubSpot is busy', 'HubSpotが混雑中'),
    scenario: 'S8',
    before: isBusy,
    says: onBoth(
      [NOT_ALL[0], 'HubSpot is busy: too many calls at once.', 'looks again by itself in'],
      [NOT_ALL[1], 'HubSpotへのアクセスが集中しています。', '秒後に自動で再読み込みします。'],
    ),
    has: [LOOK_AGAIN, { ...LOOK_AGAIN, in: 'sidebar' }],
  },
  {
    kind: 'looking-again',
    name: 'looking-again',
    title: both('The card looks again by itself', '自動で再読み込み中'),
    scenario: 'S8',
    before: isBusy,
    steps: [
      { see: both('looks again by itself in', '秒後に自動で再読み込みします。') },
      {
        see: both('looks again by itself in', '秒後に自動で再読み込みします。'),
        in: 'sidebar',
      },
      {
        desk: ({ stage }) => {
          stage.setFunction({ uid: 'read-consent', is: 'held' });
        },
      },
    ],
    says: onBoth(
      [NOT_ALL[0], 'HubSpot is busy: too many calls at once.', 'Reading consent from HubSpot'],
      [
        NOT_ALL[1],
        'HubSpotへのアクセスが集中しています。',
        'HubSpotから同意の状況を読み込んでいます',
      ],
    ),
    has: [LOOK_AGAIN],
  },
  {
    kind: 'function-not-installed',
    name: 'function-not-installed',
    title: both('The app’s function is not installed', 'アプリの関数が未インストール'),
    scenario: 'S8',
    before: ({ stage }) => {
      stage.setFunction({ uid: 'read-consent', is: 'not-installed' });
    },
    says: onBoth(
      [CANT_BE_SHOWN[0], 'could not be reached. It may not be installed.'],
      [CANT_BE_SHOWN[1], 'インストールされていない可能性があります。'],
    ),
    has: [LOOK_AGAIN],
  },
  {
    kind: 'contact-gone',
    name: 'contact-deleted',
    title: both('The contact was just deleted', 'コンタクトが削除された直後'),
    scenario: 'S4',
    before: fails({ path: '/crm/v3/objects/contacts' }, { kind: 'status', status: 404 }),
    says: onBoth(
      [CANT_BE_SHOWN[0], 'it may have been merged or deleted. Reload the page.'],
      [CANT_BE_SHOWN[1], 'マージまたは削除された可能性があります。'],
    ),
  },
  {
    kind: 'contact-gone',
    name: 'contact-merged',
    title: both('The contact was merged into another', '別のコンタクトへマージ済み'),
    scenario: 'S4',
    before: ({ hubspot }) => {
      hubspot.act(TOKYO, { act: 'merge', contactId: '105', otherId: '104' });
    },
    says: onBoth(
      [
        CANT_BE_SHOWN[0],
        'The contact was merged into another, or its address has just changed. Reload the page.',
      ],
      [
        CANT_BE_SHOWN[1],
        'このコンタクトが別のコンタクトにマージされたか、Eメールアドレスが変更されました。',
      ],
    ),
  },
  {
    kind: 'source-down',
    name: 'record-not-read',
    title: both('The record of changes can’t be read', '変更の記録を読み取れない'),
    scenario: 'S8',
    before: fails(RECORD, FAILING),
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Marketing e-mail will be sent: Newsletter and Product news.',
          'Locked for now: the record of changes could not be read. Look again later.',
        ],
        [
          'マーケティングEメールは配信されます（ニュースレター、製品情報）。',
          '変更の記録を確認できなかったため、現在は変更できません。',
        ],
      ),
      sidebar: both(
        ['Locked: Seminar invitations and Partner letter (not known yet).'],
        ['変更不可：セミナーのご案内、パートナー通信（確認できません）'],
      ),
    },
    isWhole: true,
  },
  {
    kind: 'source-down',
    name: 'unsubscribe-all-not-read',
    title: both('A part of the summary can’t be read', '一部の情報を読み込めない'),
    scenario: 'S8',
    before: fails(
      { path: '/communication-preferences/*/statuses/*/unsubscribe-all', method: 'GET' },
      FAILING,
    ),
    steps: [ALL_ARRIVED],
    says: onBoth(
      [
        NOT_ALL[0],
        'Not read: “unsubscribe from all”.',
        'What is not known locks opting in. Opting out works all the same.',
      ],
      [
        NOT_ALL[1],
        '読み込めなかった情報：すべてのEメールの配信停止。',
        '確認できない間は配信登録できませんが、配信停止は行えます。',
      ],
    ),
    has: [NEWSLETTER_ON, LOOK_AGAIN],
  },
  {
    kind: 'source-down',
    name: 'timeline-source-down',
    title: both('One witness of the timeline is silent', '履歴の確認元の1つが応答しない'),
    scenario: 'S4',
    before: fails({ path: '/events/' }, FAILING),
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Opted out of Newsletter',
          'Not in this timeline: event occurrences (HubSpot does not answer).',
        ],
        [
          '「ニュースレター」を配信停止',
          'この履歴に含まれない記録：イベントの発生記録（HubSpotが応答していないため）。',
        ],
      ),
    },
  },
  {
    kind: 'not-set-up',
    name: 'not-set-up',
    title: both('The account is not set up', 'アカウントの初期設定が未実施'),
    scenario: 'not-set-up',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'The record of changes is not set up',
          'Opting out works all the same; nobody is opted in without a record.',
        ],
        [
          '変更の記録先が設定されていません',
          '配信停止はこのまま行えますが、記録を残せない配信登録は行いません。',
        ],
      ),
      sidebar: both(['(not set up)'], ['（未設定）']),
    },
    has: [button('Set up', '設定する')],
  },
  {
    kind: 'half-set-up',
    name: 'half-set-up',
    title: both('The account is half set up: an opt-out', '初期設定が途中・配信停止'),
    scenario: 'half-set-up',
    steps: [ALL_ARRIVED, { press: NEWSLETTER_ON }],
    says: {
      tab: both(
        ['Saved: HubSpot now says opted out.', 'its record is still to be kept.'],
        ['保存しました。HubSpotで配信停止になっています。', 'その記録がまだ保存されていません。'],
      ),
    },
  },
  {
    kind: 'changed-by-colleague',
    name: 'changed-by-colleague',
    title: both('A colleague changed it meanwhile', '表示中に同僚が変更'),
    scenario: 'S8',
    before: inAMinute(BERLIN, {
      act: 'colleague',
      contactId: '208',
      typeId: NEWSLETTER,
      to: 'UNSUBSCRIBED',
      userId: 47,
    }),
    steps: [ARRIVED, aMinuteLater],
    says: {
      tab: both(
        ['Marketing e-mail will be sent: Product news.', 'Newsletter: Opted out since 24 Nov 2026'],
        [
          'マーケティングEメールは配信されます（製品情報）。',
          'ニュースレター：配信停止（2026年11月24日',
        ],
      ),
      sidebar: both(
        ['Newsletter: Opted out since 24 Nov 2026, 02:31'],
        ['ニュースレター：配信停止（2026年11月24日 2:31'],
      ),
    },
  },
  {
    kind: 'shown-from-before',
    name: 'shown-from-before',
    title: both('HubSpot went silent; what was read stays', '応答なし・前回の内容を表示'),
    scenario: 'S8',
    before: inAMinute(BERLIN, { act: 'contact-link', contactId: '208', typeId: NEWSLETTER }),
    steps: [ALL_ARRIVED, { desk: fails({ path: '/' }, FAILING) }, aMinuteLater],
    says: onBoth(
      ['This is how it was on 24 Nov 2026, 02:30', 'looks again by itself in', 'Newsletter'],
      ['2026年11月24日 2:30', '時点の状態を表示しています', 'ニュースレター'],
    ),
    has: [LOOK_AGAIN],
  },
];

function onBoth(en: readonly string[], ja: readonly string[]): CardState['says'] {
  return { tab: both(en, ja), sidebar: both(en, ja) };
}
