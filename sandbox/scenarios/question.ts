import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../emulator/hubspot/portals.ts';
import { contact, type Scenario } from './scenario.ts';

const TOKYO = 1001;
const BERLIN = 1002;
const OSAKA = 1003;
const LONDON = 1004;

/** The twelve situations of the question this product grew from, and their variants. */
export const QUESTION: readonly Scenario[] = [
  {
    id: 'S1',
    portalId: BERLIN,
    contactId: '201',
    title: { en: 'New visitor, seminar form', ja: '新規訪問者がセミナーフォームを送信' },
    story: {
      en: 'The visitor submitted the seminar form with its box ticked and was opted in to seminar invitations.',
      ja: '訪問者が同意欄にチェックを入れてセミナーフォームを送信し、「セミナーのご案内」に配信登録されました。',
    },
    acts: [
      contact('201', { firstname: 'New', lastname: 'Visitor' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '201', typeId: SEMINARS, ticked: true },
      },
    ],
  },
  {
    id: 'S2',
    portalId: BERLIN,
    contactId: '202',
    title: { en: 'A workflow changes a subscription', ja: 'ワークフローによる変更' },
    story: {
      en: 'Opted in by form; later a workflow opted the contact out. HubSpot names the workflow, not a person.',
      ja: 'フォームで配信登録した後、ワークフローが配信停止にしました。HubSpotに記録される変更者は、担当者ではなくワークフローです。',
    },
    acts: [
      contact('202', { firstname: 'Work', lastname: 'Flow' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '202', typeId: NEWSLETTER, ticked: true },
      },
      {
        at: '2026-09-01T06:00:00.000Z',
        act: {
          act: 'workflow',
          contactId: '202',
          typeId: NEWSLETTER,
          to: 'UNSUBSCRIBED',
          name: 'Inactive for a year',
        },
      },
    ],
  },
  {
    id: 'S3',
    portalId: BERLIN,
    contactId: '203',
    title: {
      en: 'Opted out, then a form without the box',
      ja: '配信停止後、チェックなしでフォームを送信',
    },
    story: {
      en: 'Opted in by form, opted out by the footer link, then submitted the form again and left its box empty: the opt-out stands.',
      ja: 'フォームで配信登録した後、フッターのリンクから配信停止。その後、同意欄にチェックを入れずにフォームを再送信したため、配信停止のままです。',
    },
    acts: [
      contact('203', { firstname: 'Form', lastname: 'Without Box' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '203', typeId: SEMINARS, ticked: true },
      },
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-link', contactId: '203', typeId: SEMINARS },
      },
      {
        at: '2026-08-20T07:30:00.000Z',
        act: { act: 'contact-form', contactId: '203', typeId: SEMINARS, ticked: false },
      },
    ],
  },
  {
    id: 'S3b',
    portalId: BERLIN,
    contactId: '213',
    title: {
      en: 'Opted out, then a form with the box ticked',
      ja: '配信停止後、チェックを入れてフォームを送信',
    },
    story: {
      en: 'Opted out by the footer link and came back by the seminar form with its box ticked, as HubSpot allows since 31 October 2024.',
      ja: 'フッターのリンクから配信停止した後、同意欄にチェックを入れてフォームを送信し、配信再登録されました（HubSpotの2024年10月31日以降の動作）。',
    },
    acts: [
      contact('213', { firstname: 'Form', lastname: 'With Box' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-link', contactId: '213', typeId: SEMINARS },
      },
      {
        at: '2026-08-20T07:30:00.000Z',
        act: { act: 'contact-form', contactId: '213', typeId: SEMINARS, ticked: true },
      },
    ],
  },
  {
    id: 'S4',
    portalId: TOKYO,
    contactId: '104',
    title: { en: 'Opted out by the contact', ja: 'コンタクト本人が配信停止' },
    story: {
      en: 'The contact used the footer link of the newsletter. HubSpot would let staff opt them in again; this organisation does not.',
      ja: 'コンタクト本人がニュースレターのフッターのリンクから配信停止しました。HubSpotでは社内からの再登録も可能ですが、自社のルールでは認めていません。',
    },
    acts: [
      contact('104', { firstname: 'Footer', lastname: 'Link' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-link', contactId: '104', typeId: NEWSLETTER },
      },
    ],
  },
  {
    id: 'S4b',
    portalId: TOKYO,
    contactId: '114',
    title: { en: 'Opted out, nobody knows by whom', ja: '配信停止の変更者が不明' },
    story: {
      en: 'HubSpot shows an opt-out without a source. It counts as the contact’s own wish.',
      ja: '変更者の記録がない配信停止です。本人の意思とみなします。',
    },
    acts: [
      contact('114', { firstname: 'Unnamed', lastname: 'Source' }),
      {
        at: '2026-04-01T03:00:00.000Z',
        act: { act: 'unnamed', contactId: '114', typeId: NEWSLETTER, to: 'UNSUBSCRIBED' },
      },
    ],
  },
  {
    id: 'S5',
    portalId: TOKYO,
    contactId: '105',
    title: { en: 'Came back by the preferences page', ja: '配信設定ページから再登録' },
    story: {
      en: 'The contact opted out of two types and came back to one of them on their own preferences page.',
      ja: '2種類を配信停止した後、本人が配信設定ページで1種類だけ配信再登録しました。',
    },
    acts: [
      contact('105', { firstname: 'Preferences', lastname: 'Page' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-link', contactId: '105', typeId: NEWSLETTER },
      },
      {
        at: '2026-07-03T05:05:20.000Z',
        act: { act: 'contact-link', contactId: '105', typeId: SEMINARS },
      },
      {
        at: '2026-09-14T22:40:00.000Z',
        act: { act: 'contact-preferences', contactId: '105', typeId: NEWSLETTER, to: 'SUBSCRIBED' },
      },
    ],
  },
  {
    id: 'S6-on',
    portalId: BERLIN,
    contactId: '206',
    title: { en: 'Privacy settings on, nothing recorded', ja: 'プライバシー設定オン・記録なし' },
    story: {
      en: 'Nothing is recorded, so nothing may be sent. An opt-in needs a legal basis and an explanation.',
      ja: '記録がないため配信できません。配信登録には法的根拠と説明が必要です。',
    },
    acts: [contact('206', { firstname: 'Privacy', lastname: 'On' })],
  },
  {
    id: 'S6',
    portalId: TOKYO,
    contactId: '106',
    title: { en: 'Privacy settings off, nothing recorded', ja: 'プライバシー設定オフ・記録なし' },
    story: {
      en: 'The contact submitted the seminar form on 3 July 2026 with the newsletter’s box ticked, but HubSpot records no opt-in while privacy settings are off: the form is the evidence.',
      ja: '2026年7月3日、ニュースレターの同意欄にチェックを入れてセミナーフォームを送信しています。プライバシー設定がオフのため、HubSpotに配信登録は記録されません。同意の証跡はフォームの送信履歴です。',
    },
    acts: [
      contact('106', { firstname: 'Privacy', lastname: 'Off' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '106', typeId: NEWSLETTER, ticked: true },
      },
    ],
  },
  {
    id: 'S7',
    portalId: BERLIN,
    contactId: '207',
    title: { en: 'Double opt-in pending', ja: 'ダブルオプトイン確認待ち' },
    story: {
      en: 'Opted in by form, but the contact has not clicked the confirmation e-mail.',
      ja: 'フォームで配信登録しましたが、確認メールのリンクがまだクリックされていません。',
    },
    acts: [
      contact('207', { firstname: 'Double', lastname: 'Pending' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '207', typeId: NEWSLETTER, ticked: true },
      },
      {
        at: '2026-07-03T05:05:01.000Z',
        act: { act: 'double-opt-in', contactId: '207', stage: 'mail-sent' },
      },
    ],
  },
  {
    id: 'S7b',
    portalId: BERLIN,
    contactId: '217',
    title: { en: 'Double opt-in confirmed', ja: 'ダブルオプトイン確認済み' },
    story: {
      en: 'Opted in by form and confirmed by a click in the confirmation e-mail.',
      ja: 'フォームで配信登録し、確認メールのリンクをクリック済みです。',
    },
    acts: [
      contact('217', { firstname: 'Double', lastname: 'Confirmed' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '217', typeId: NEWSLETTER, ticked: true },
      },
      {
        at: '2026-07-03T05:09:00.000Z',
        act: { act: 'double-opt-in', contactId: '217', stage: 'confirmed' },
      },
    ],
  },
  {
    id: 'S8',
    portalId: BERLIN,
    contactId: '208',
    title: { en: 'Asks by phone to be opted out', ja: '電話で配信停止の依頼' },
    story: {
      en: 'Opted in to two types. One click opts the contact out of either.',
      ja: '2種類に配信登録されています。ワンクリックで配信停止できます。',
    },
    acts: [
      contact('208', { firstname: 'Phone', lastname: 'Call' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '208', typeId: NEWSLETTER, ticked: true },
      },
      {
        at: '2026-06-12T06:20:00.000Z',
        act: {
          act: 'colleague',
          contactId: '208',
          typeId: PRODUCT_NEWS,
          to: 'SUBSCRIBED',
          userId: 47,
        },
      },
    ],
  },
  {
    id: 'S9',
    portalId: TOKYO,
    contactId: '109',
    title: { en: 'Leaving marketing contacts', ja: 'マーケティング対象外への変更' },
    story: {
      en: 'On 10 November 2026 a workflow set the contact to non-marketing. It stays a marketing contact until the next update date, 1 December 2026; the date can be moved forward to see it leave.',
      ja: '2026年11月10日、ワークフローがマーケティング対象外に設定しました。次回の変更反映日（2026年12月1日）まではマーケティングコンタクトのままです。サンドボックスの日付を進めると反映を確認できます。',
    },
    acts: [
      contact('109', { firstname: 'Next', lastname: 'Update' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '109', typeId: SEMINARS, ticked: true },
      },
      {
        at: '2026-11-10T01:00:00.000Z',
        act: {
          act: 'marketing-status',
          contactId: '109',
          to: 'non-marketing',
          by: 'WORKFLOW',
          name: 'Leave marketing after a quiet year',
        },
      },
    ],
  },
  {
    id: 'S10',
    portalId: BERLIN,
    contactId: '210',
    title: { en: 'Opted out of everything: one-to-one mail', ja: '全配信停止と1対1のEメール' },
    story: {
      en: 'The contact opted out of all e-mail. HubSpot’s documents disagree on whether a rep may still write one-to-one.',
      ja: 'コンタクト本人がすべてのEメールを配信停止しました。1対1のEメールを送信できるかどうかは、HubSpotの資料間で説明が食い違っています。',
    },
    acts: [
      contact('210', { firstname: 'One', lastname: 'To One' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '210', typeId: NEWSLETTER, ticked: true },
      },
      { at: '2026-07-03T05:05:00.000Z', act: { act: 'contact-link-everything', contactId: '210' } },
    ],
  },
  {
    id: 'S11',
    portalId: OSAKA,
    contactId: '311',
    title: {
      en: 'An account without marketing contacts',
      ja: 'マーケティングコンタクトのないアカウント',
    },
    story: {
      en: 'Sales Hub Enterprise alone: there is no marketing status. The card says so, and everything else works.',
      ja: 'Sales Hub Enterpriseのみのアカウントです。マーケティングステータスはありませんが、それ以外の機能は利用できます。',
    },
    acts: [
      contact('311', { firstname: 'Sales', lastname: 'Hub' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '311', typeId: SEMINARS, ticked: true },
      },
    ],
  },
  {
    id: 'S11-free',
    portalId: LONDON,
    contactId: '411',
    title: { en: 'HubSpot’s free tools', ja: 'HubSpot無料版' },
    story: {
      en: 'App functions need an Enterprise subscription, so this app can’t be installed here.',
      ja: 'アプリ関数にはEnterpriseの契約が必要なため、このアプリはインストールできません。',
    },
    acts: [contact('411', { firstname: 'Free', lastname: 'Tools' })],
  },
  {
    id: 'S12',
    portalId: BERLIN,
    contactId: '212',
    title: { en: 'Opted out at the contact’s word', ja: '本人の申し出による配信停止' },
    story: {
      en: 'The contact asked by phone; a colleague opted them out in HubSpot’s own panel and wrote down why.',
      ja: '電話での申し出を受け、担当者がHubSpotの画面で配信停止にし、理由を記録しました。',
    },
    acts: [
      contact('212', { firstname: 'By', lastname: 'Phone' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '212', typeId: NEWSLETTER, ticked: true },
      },
      {
        at: '2026-11-20T01:30:00.000Z',
        act: {
          act: 'colleague',
          contactId: '212',
          typeId: NEWSLETTER,
          to: 'UNSUBSCRIBED',
          userId: 47,
          explanation: 'Asked by phone on 20 November 2026',
        },
      },
    ],
  },
];
