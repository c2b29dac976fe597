import { NEWSLETTER } from '../emulator/hubspot/portals.ts';
import { CALLS } from '../record-page/play/calls.ts';
import { aMinuteLater, BERLIN, FAILING, fails, inAMinute } from './happenings.ts';
import { NEW_ENTRY, reached, TOKYO, unseen } from './happenings.ts';
import type { CardState } from './state.ts';
import { ALL_ARRIVED, both, button, inModal, LOOK_AGAIN, NEWSLETTER_ON } from './words.ts';

const OPT_IN = button('Opt in to Newsletter', '「ニュースレター」を配信登録');
const OPT_OUT_OF_ALL = button('Opt out of all e-mail', 'すべてのEメールを配信停止');
const UNDO = button('Undo: back to “Opted in”', '取り消して「配信登録済み」に戻す');
const SAVED = both(
  'Saved: HubSpot now says opted out.',
  '保存しました。HubSpotで配信停止になっています。',
);

/** Changes: asked for, under way, done, refused, or nobody knows yet. */
export const CHANGING: readonly CardState[] = [
  {
    kind: 'change-under-way',
    name: 'saving',
    title: both('A change is under way', '変更の保存中'),
    scenario: 'S8',
    before: ({ stage }) => {
      stage.setFunction({ uid: 'change-consent', is: 'held' });
    },
    steps: [ALL_ARRIVED, { press: NEWSLETTER_ON }],
    says: { tab: both(['Saving'], ['保存しています']) },
  },
  {
    kind: 'saved-with-undo',
    name: 'saved-with-undo',
    title: both('Saved, undo in sight', '保存済み・取り消し可能'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { press: NEWSLETTER_ON }, { see: SAVED }],
    says: {
      tab: both([SAVED.en, 'until 02:40'], [SAVED.ja, '02:40まで']),
      sidebar: both(
        ['Newsletter: Opted out since 24 Nov 2026', 'through this card'],
        ['ニュースレター：配信停止（2026年11月24日', 'このカードから変更'],
      ),
    },
    has: [UNDO],
  },
  {
    kind: 'undone',
    name: 'undone',
    title: both('A change was taken back', '変更を取り消した'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { press: NEWSLETTER_ON }, { see: SAVED }, { press: UNDO }],
    says: {
      tab: both(
        ['Undone: the earlier state is back.', 'An opt-out made here was undone on 24 Nov 2026'],
        [
          '取り消しました。元の状態に戻っています。',
          'ここで行った配信停止は2026年11月24日',
          'に取り消されました。',
        ],
      ),
    },
    has: [NEWSLETTER_ON],
  },
  {
    kind: 'nothing-to-do',
    name: 'nothing-to-do',
    title: both('A colleague was faster', '同僚がすでに変更済み'),
    scenario: 'S8',
    steps: [
      ALL_ARRIVED,
      unseen(BERLIN, {
        act: 'colleague',
        contactId: '208',
        typeId: NEWSLETTER,
        to: 'UNSUBSCRIBED',
        userId: 47,
      }),
      { press: NEWSLETTER_ON },
    ],
    says: {
      tab: both(
        ['Nothing to do: HubSpot already says so.'],
        ['変更の必要はありません。HubSpotですでにこの状態になっています。'],
      ),
    },
  },
  {
    kind: 'refused',
    name: 'refused-by-rule',
    title: both('Refused: the contact has just opted out', '拒否：本人が直前に配信停止'),
    scenario: 'S6',
    steps: [
      ALL_ARRIVED,
      unseen(TOKYO, { act: 'contact-link', contactId: '106', typeId: NEWSLETTER }),
      { press: NEWSLETTER_ON },
    ],
    says: {
      tab: both(
        ['Not changed.', 'the contact opted out on 24 Nov 2026, 10:30 GMT+9'],
        ['変更されませんでした。', '2026年11月24日 10:30 JSTにコンタクト本人が配信停止しました。'],
      ),
    },
  },
  {
    kind: 'refused',
    name: 'refused-by-hubspot',
    title: both('Refused by HubSpot', 'HubSpotによる拒否'),
    scenario: 'S6',
    steps: [
      ALL_ARRIVED,
      {
        desk: (desk) => {
          desk.hubspot.clearCalls();
          fails(NEW_ENTRY, { kind: 'slow', ms: 700 }, 1)(desk);
        },
      },
      { press: NEWSLETTER_ON },
      reached('/p_consent_card_entry'),
      unseen(TOKYO, { act: 'contact-link', contactId: '106', typeId: NEWSLETTER }),
    ],
    says: {
      tab: both(
        ['Not changed: HubSpot refused.', 'The contact may have opted out a moment ago.'],
        [
          '変更されませんでした（HubSpotによる拒否）。',
          '直前に本人が配信停止した可能性があります。',
        ],
      ),
    },
  },
  {
    kind: 'conflicting',
    name: 'conflicting',
    title: both('A colleague changed it first', '同僚が先に変更'),
    scenario: 'S6',
    steps: [
      ALL_ARRIVED,
      unseen(TOKYO, {
        act: 'colleague',
        contactId: '106',
        typeId: NEWSLETTER,
        to: 'UNSUBSCRIBED',
        userId: 47,
      }),
      { press: NEWSLETTER_ON },
    ],
    says: {
      tab: both(
        ['Not changed.', 'the state has changed since you saw it; what holds now is shown here.'],
        ['変更されませんでした。', '自社のルール：'],
      ),
    },
  },
  {
    kind: 'not-known-yet',
    name: 'not-known-yet',
    title: both('Not known whether it was saved', '保存されたかどうか不明'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { desk: fails(CALLS.optOut, FAILING, 1) }, { press: NEWSLETTER_ON }],
    says: {
      tab: both(
        ['Not known yet whether this was saved. Look again before you try again.'],
        ['保存されたかどうか、まだ確認できていません。'],
      ),
    },
    has: [LOOK_AGAIN],
  },
  {
    kind: 'not-known-yet',
    name: 'sent-not-confirmed',
    title: both('Sent, and not confirmed yet', '送信済み・反映は未確認'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { desk: fails(CALLS.statuses, FAILING) }, { press: NEWSLETTER_ON }],
    says: {
      tab: both(
        [
          'Sent to HubSpot, not confirmed yet. Look again before you try again.',
          'Not known: HubSpot did not tell this status',
        ],
        [
          'HubSpotに送信しましたが、反映をまだ確認できていません。',
          '不明（HubSpotから状況を取得できませんでした）',
        ],
      ),
    },
  },
  {
    kind: 'not-recorded',
    name: 'not-recorded',
    title: both('No opt-in without its record', '記録できないため配信登録せず'),
    scenario: 'S6',
    steps: [ALL_ARRIVED, { desk: fails(NEW_ENTRY, FAILING) }, { press: NEWSLETTER_ON }],
    says: {
      tab: both(
        ['Not changed: the record of changes can’t be written now'],
        ['変更されませんでした。現在、変更の記録を保存できません。'],
      ),
    },
  },
  {
    kind: 'record-owed',
    name: 'record-owed',
    title: both('Done, its record still to be kept', '変更済み・記録は未保存'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { desk: fails(NEW_ENTRY, FAILING) }, { press: NEWSLETTER_ON }],
    says: {
      tab: both(
        [SAVED.en, 'The change is made; its record is still to be kept. The card sends it again.'],
        [
          SAVED.ja,
          '変更は完了していますが、その記録がまだ保存されていません。自動的に再送します。',
        ],
      ),
    },
  },
  {
    kind: 'form-open',
    name: 'form-open',
    title: both('An opt-in asks for its ground', '配信登録の根拠を入力'),
    scenario: 'S6-on',
    steps: [ALL_ARRIVED, { press: OPT_IN }],
    says: {
      modal: both(
        ['Legal basis to communicate', 'Explanation', 'How the contact asked', 'Evidence'],
        ['コミュニケーションの法的根拠', '説明', '本人からの依頼方法', '証跡'],
      ),
    },
    has: [inModal(OPT_IN), inModal(button('Cancel', 'キャンセル'))],
  },
  {
    kind: 'form-needs-more',
    name: 'form-needs-more',
    title: both('The form lacks something', '入力項目の不足'),
    scenario: 'S6-on',
    steps: [ALL_ARRIVED, { press: OPT_IN }, { press: inModal(OPT_IN) }],
    says: { modal: both(['This is needed.'], ['必須項目です。']) },
  },
  {
    kind: 'form-discarded',
    name: 'form-discarded',
    title: both('What was typed is discarded', '入力内容の破棄'),
    scenario: 'S6-on',
    before: inAMinute(BERLIN, {
      act: 'colleague',
      contactId: '206',
      typeId: NEWSLETTER,
      to: 'UNSUBSCRIBED',
      userId: 47,
    }),
    steps: [
      ALL_ARRIVED,
      { press: OPT_IN },
      { fill: both('Explanation', '説明'), with: 'Asked at the trade fair', in: 'modal' },
      aMinuteLater,
    ],
    says: {
      tab: both(
        ['The record changed meanwhile. What you had typed was discarded; look again first.'],
        ['入力中にレコードが変更されたため、入力内容を破棄しました。'],
      ),
    },
  },
  {
    kind: 'form-discarded',
    name: 'form-taken-away',
    title: both('The contact opts out while somebody types', '入力中に本人が配信停止'),
    scenario: 'S6-on',
    before: inAMinute(BERLIN, { act: 'contact-link', contactId: '206', typeId: NEWSLETTER }),
    steps: [
      ALL_ARRIVED,
      { press: OPT_IN },
      { fill: both('Explanation', '説明'), with: 'Asked at the trade fair', in: 'modal' },
      aMinuteLater,
    ],
    says: {
      tab: both(
        [
          'the contact opted out on 24 Nov 2026',
          'The record changed meanwhile. What you had typed was discarded; look again first.',
        ],
        [
          'コンタクト本人が配信停止しました。',
          '入力中にレコードが変更されたため、入力内容を破棄しました。',
        ],
      ),
    },
  },
  {
    kind: 'form-open',
    name: 'contact-asked',
    title: both('The contact asked staff to be opted out', '本人の依頼による配信停止'),
    scenario: 'S8',
    steps: [
      ALL_ARRIVED,
      {
        press: button(
          'The contact asked to leave Newsletter',
          '本人の依頼で「ニュースレター」を配信停止',
        ),
      },
      {
        choose: both('How the contact asked', '本人からの依頼方法'),
        option: both('by phone', '電話'),
        in: 'modal',
      },
    ],
    says: { modal: both(['How the contact asked', 'Evidence'], ['本人からの依頼方法', '証跡']) },
  },
  {
    kind: 'everything-confirm',
    name: 'everything-confirm',
    title: both('Opting out of all e-mail asks first', 'すべて配信停止の確認'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { press: OPT_OUT_OF_ALL }],
    says: {
      modal: both(
        ['HubSpot has no way back: this can’t be undone here, and only the contact can come back.'],
        ['ここで取り消すことはできません。配信を再開できるのは本人だけです。'],
      ),
    },
    has: [inModal(button('Yes, opt out of all e-mail', 'すべて配信停止する'))],
  },
];
