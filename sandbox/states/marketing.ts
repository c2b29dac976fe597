import { aMinuteLater, fails } from './happenings.ts';
import type { CardState, Step } from './state.ts';
import { ALL_ARRIVED, both, button, inModal, toggle } from './words.ts';

const SWITCH = toggle('Marketing status', 'マーケティングステータス');
const ASKED: readonly Step[] = [
  ALL_ARRIVED,
  { press: SWITCH },
  {
    see: both(
      'Requested: the workflow will apply it.',
      '依頼しました。ワークフローによって反映されます。',
    ),
  },
];
const WAITS = both(
  'requested on 24 Nov 2026, 10:30 GMT+9: waiting for the workflow.',
  '（2026年11月24日 10:30 JSTに依頼）：ワークフローの反映待ち。',
);

/** Marketing status: what it is, and how far a request is. */
export const MARKETING: readonly CardState[] = [
  {
    kind: 'marketing-form',
    name: 'marketing-form',
    title: both('A marketing contact takes a yes', 'マーケティングコンタクトの確認'),
    scenario: 'to-marketing',
    steps: [
      ALL_ARRIVED,
      { press: button('Set as marketing contact', 'マーケティングコンタクトに設定') },
    ],
    says: {
      modal: both(['counts at once towards what you pay for'], ['直ちに契約数に計上され']),
      sidebar: both(['Billing: no'], ['課金：問題あり']),
    },
    has: [
      inModal({ role: 'checkbox', name: both('Yes, I want this', '内容を確認し、実行します') }),
    ],
  },
  {
    kind: 'marketing-requested',
    name: 'marketing-requested',
    title: both('A change was requested', '変更を依頼した'),
    scenario: 'S4',
    steps: ASKED,
    says: {
      tab: both(
        ['Requested: the workflow will apply it.', WAITS.en],
        ['依頼しました。ワークフローによって反映されます。', WAITS.ja],
      ),
    },
  },
  {
    kind: 'marketing-requested',
    name: 'marketing-request-not-seen',
    title: both('A request HubSpot may not have', '依頼がHubSpotで未確認'),
    scenario: 'S4',
    steps: [
      ALL_ARRIVED,
      {
        desk: fails(
          { path: '/crm/*/*/contacts', method: 'PATCH' },
          { kind: 'cut', write: 'lost' },
          1,
        ),
      },
      { press: SWITCH },
    ],
    says: {
      tab: both(
        ['sent, not seen in HubSpot yet', 'Not known yet whether this was saved.'],
        [
          '送信済み（HubSpotではまだ確認できません）',
          '保存されたかどうか、まだ確認できていません。',
        ],
      ),
    },
  },
  {
    kind: 'marketing-pending',
    name: 'marketing-pending',
    title: both('Waiting for the workflow', 'ワークフローの反映待ち'),
    scenario: 'S4',
    steps: [...ASKED, 'reload', ALL_ARRIVED],
    says: { tab: both([WAITS.en], [WAITS.ja]) },
  },
  {
    kind: 'marketing-applied',
    name: 'marketing-applied',
    title: both('The workflow has applied it', 'ワークフローで反映済み'),
    scenario: 'S4',
    steps: [...ASKED, aMinuteLater],
    says: {
      tab: both(
        [
          'requested on 24 Nov 2026, 10:30 GMT+9: applied.',
          'becomes non-marketing at the next update date (1 Dec 2026).',
        ],
        [
          '（2026年11月24日 10:30 JSTに依頼）：反映済み。',
          '次回の変更反映日（2026年12月1日）にマーケティング対象外になります。',
        ],
      ),
    },
  },
  {
    kind: 'marketing-not-applied',
    name: 'marketing-not-applied',
    title: both('No workflow took it up', '反映されなかった依頼'),
    scenario: 'marketing-not-applied',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['not applied. Check that the workflow is on'],
        ['未反映。ワークフローがオンになっているか'],
      ),
    },
  },
  {
    kind: 'marketing-locked',
    name: 'marketing-without-workflow',
    title: both('No workflow for marketing status', 'ステータス変更用のワークフローなし'),
    scenario: 'marketing-without-workflow',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        [
          'Next step: ask an admin to set up the workflow for the marketing status.',
          'Or: change it in HubSpot itself.',
        ],
        [
          'マーケティングステータス用のワークフローを設定するよう、管理者に依頼してください。',
          'または：HubSpotの画面で直接変更してください。',
        ],
      ),
    },
    has: [
      toggle(
        'Marketing status, locked: no workflow',
        'マーケティングステータス（変更不可：ワークフローなし）',
      ),
    ],
  },
  {
    kind: 'marketing-locked',
    name: 'marketing-not-in-plan',
    title: both('No marketing contacts in this account', 'マーケティングコンタクトのない契約'),
    scenario: 'S11',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['Not available in this account: HubSpot sent no marketing status.'],
        ['このアカウントでは利用できません'],
      ),
    },
  },
  {
    kind: 'marketing-leaving',
    name: 'marketing-leaving',
    title: both('Leaving at the next update date', '次回の変更反映日に対象外'),
    scenario: 'S9',
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['becomes non-marketing at the next update date (1 Dec 2026).'],
        ['次回の変更反映日（2026年12月1日）にマーケティング対象外になります。'],
      ),
    },
    has: [button('Keep as marketing contact', 'マーケティングコンタクトのままにする')],
  },
];
