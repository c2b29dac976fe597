import { TOKYO } from './happenings.ts';
import type { CardState } from './state.ts';
import { ALL_ARRIVED, both, button, toggle } from './words.ts';

/** What holds: the verdict, and what is locked and why. */
export const HOLDING: readonly CardState[] = [
  {
    kind: 'will-be-sent',
    name: 'will-be-sent',
    title: both('Mail will be sent', '配信される'),
    scenario: 'S8',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['Marketing email can be sent: Newsletter and Product news.', 'Consent: given'],
        ['マーケティングEメールを配信できます（ニュースレター、製品情報）。', '同意：あり'],
      ),
      sidebar: both(
        ['Marketing email can be sent: Newsletter and Product news.', 'Billing: yes'],
        ['マーケティングEメールを配信できます（ニュースレター、製品情報）。', '課金：問題なし'],
      ),
    },
    has: [toggle('Newsletter', 'ニュースレター')],
    isWhole: true,
  },
  {
    kind: 'locked',
    name: 'locked',
    title: both('Locked: the contact opted out', '変更不可：本人が配信停止'),
    scenario: 'S4',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Your organisation’s rule: the contact opted out on 3 Jul 2026, 14:05 GMT+9; only the contact can come back.',
          'Next step: send the contact their own preference link and let them choose.',
        ],
        [
          '自社のルール：2026年7月3日 14:05 JSTにコンタクト本人が配信停止しました。',
          '次にできること：本人専用の配信設定ページのリンクを送り、ご本人に選んでもらってください。',
        ],
      ),
      sidebar: both(
        ['Locked: Newsletter (opted out by the contact).'],
        ['変更不可：ニュースレター（本人が配信停止）'],
      ),
    },
    has: [
      toggle(
        'Newsletter, locked: opted out by the contact',
        'ニュースレター（変更不可：本人が配信停止）',
      ),
      button(
        'Copy a text that asks the contact about Newsletter',
        '「ニュースレター」についての本人への依頼文をコピー',
      ),
    ],
    isWhole: true,
  },
  {
    kind: 'no-address',
    name: 'no-address',
    title: both('No e-mail address', 'Eメールアドレスなし'),
    scenario: 'no-address',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Marketing e-mail will not be sent, because this contact has no e-mail address.',
          'Deliverability: no',
          'add an e-mail address to the contact.',
        ],
        [
          'Eメールアドレスが登録されていないため、マーケティングEメールは配信されません。',
          '到達性：問題あり',
          'コンタクトにEメールアドレスを追加してください。',
        ],
      ),
      sidebar: both(['(no e-mail address).'], ['Eメールアドレス']),
    },
  },
  {
    kind: 'nothing-recorded',
    name: 'nothing-recorded',
    title: both('Nothing is recorded', '記録なし'),
    scenario: 'S6-on',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['because no subscription type is opted in.', 'Not specified'],
        ['配信登録されている種類がないため', '未指定'],
      ),
      sidebar: both(['Consent: no'], ['同意：問題あり']),
    },
    has: [toggle('Newsletter, needs a legal basis', 'ニュースレター（法的根拠が必要）')],
  },
  {
    kind: 'privacy-settings-off',
    name: 'privacy-settings-off',
    title: both('Privacy settings off, nothing recorded', 'プライバシー設定オフ・記録なし'),
    scenario: 'S6',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Not recorded in HubSpot',
          'Will be sent all the same: privacy settings are off, so HubSpot needs no opt-in.',
          'Will be sent all the same: HubSpot needs no opt-in for one-to-one e-mail.',
          'Privacy settings are off: where HubSpot has recorded nothing, evidence of consent may exist elsewhere, such as a form.',
        ],
        [
          'HubSpotに記録なし',
          'プライバシー設定がオフのため、配信登録がなくてもHubSpotから配信できます。',
          '1対1のEメールのため、配信登録がなくても送信できます。',
          'プライバシー設定がオフのため、HubSpotに記録がなくても',
        ],
      ),
      sidebar: both(['Marketing email can be sent'], ['マーケティングEメールを配信できます']),
    },
  },
  {
    kind: 'double-opt-in-pending',
    name: 'double-opt-in-pending',
    title: both('Double opt-in pending', 'ダブルオプトイン確認待ち'),
    scenario: 'S7',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['the contact has not confirmed the double opt-in yet', 'Double opt-in: Pending'],
        ['ダブルオプトインが未確認であるため', 'ダブルオプトイン：確認待ち'],
      ),
      sidebar: both(['Deliverability: no'], ['到達性：問題あり']),
    },
  },
  {
    kind: 'everything-out',
    name: 'everything-out',
    title: both('Opted out of all e-mail', 'すべてのEメールを配信停止'),
    scenario: 'opted-out-of-everything',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['because the contact is opted out of all e-mail', 'HubSpot’s documents disagree'],
        ['すべてのEメールが配信停止になっているため', 'HubSpotの資料'],
      ),
      sidebar: both(['opted out of all e-mail'], ['すべてのEメールが配信停止になっているため']),
    },
  },
  {
    kind: 'verdict-unknown',
    name: 'verdict-unknown',
    title: both('Not known whether mail is sent', '配信されるかどうか不明'),
    scenario: 'S4',
    before: ({ hubspot }) => {
      hubspot.act(TOKYO, {
        act: 'property',
        contactId: '104',
        name: 'hs_emailconfirmationstatus',
        value: 'A word HubSpot has not used before',
        source: { sourceType: 'CALCULATED' },
      });
    },
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'it is not clear whether the double opt-in is confirmed.',
          'HubSpot says “A word HubSpot has not used before” about the double opt-in',
          'Deliverability: not known',
        ],
        ['ダブルオプトインの状態が不明なため', '到達性：不明'],
      ),
      sidebar: both(['Ask an admin.', 'Deliverability: not known'], ['到達性：不明']),
    },
  },
];
