import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../emulator/hubspot/portals.ts';
import { contact, type Scenario } from './scenario.ts';

const TOKYO = 1001;
const BERLIN = 1002;

/** The situations of the product's own question (S1 to S8), and the ones beside them. */
export const scenarios: readonly Scenario[] = [
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
    id: 'S6-off',
    portalId: TOKYO,
    contactId: '106',
    title: { en: 'Privacy settings off, nothing recorded', ja: 'プライバシー設定オフ・記録なし' },
    story: {
      en: 'The contact submitted a form on 3 July, but HubSpot records no opt-in while privacy settings are off.',
      ja: '7月3日にフォームを送信していますが、プライバシー設定がオフのため、HubSpotに配信登録は記録されていません。',
    },
    acts: [
      contact('106', { firstname: 'Privacy', lastname: 'Off' }),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-form', contactId: '106', typeId: NEWSLETTER, ticked: false },
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
        act: {
          act: 'property',
          contactId: '207',
          name: 'hs_emailconfirmationstatus',
          value: 'Confirmation Email Sent',
          source: { sourceType: 'CALCULATED' },
        },
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
        act: {
          act: 'property',
          contactId: '217',
          name: 'hs_emailconfirmationstatus',
          value: 'User clicked confirmation',
          source: { sourceType: 'CALCULATED' },
        },
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
    id: 'opted-out-of-everything',
    portalId: TOKYO,
    contactId: '120',
    title: { en: 'Opted out of all e-mail', ja: 'すべてのEメールを配信停止' },
    story: {
      en: 'The contact chose to be opted out of everything; it outweighs each type.',
      ja: 'コンタクト本人がすべてのEメールを配信停止しました。種類ごとの設定より優先されます。',
    },
    acts: [
      contact('120', { firstname: 'Every', lastname: 'E-mail' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-preferences', contactId: '120', typeId: NEWSLETTER, to: 'SUBSCRIBED' },
      },
      { at: '2026-07-03T05:05:00.000Z', act: { act: 'contact-link-everything', contactId: '120' } },
    ],
  },
  {
    id: 'no-address',
    portalId: TOKYO,
    contactId: '121',
    title: { en: 'No e-mail address', ja: 'Eメールアドレスなし' },
    story: {
      en: 'Consent belongs to an address, and there is none.',
      ja: '同意はアドレスごとに管理されますが、アドレスがありません。',
    },
    acts: [contact('121', { firstname: 'No', lastname: 'Address' }, { email: '' })],
  },
  {
    id: 'workflow',
    portalId: TOKYO,
    contactId: '122',
    title: {
      en: 'Opted out by a workflow, hard bounce',
      ja: 'ワークフローで配信停止・ハードバウンス',
    },
    story: {
      en: 'A clean-up workflow opted the contact out after a hard bounce and the contact is non-marketing.',
      ja: 'ハードバウンスの後、整理用のワークフローが配信停止にし、マーケティング対象外になっています。',
    },
    acts: [
      contact(
        '122',
        { firstname: 'Clean', lastname: 'Up' },
        {
          hs_marketable_status: 'false',
          hs_marketable_reason_type: 'WORKFLOW',
          hs_marketable_reason_id: 'Clean-up',
          hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER',
        },
      ),
      {
        at: '2026-07-03T05:05:00.000Z',
        act: {
          act: 'workflow',
          contactId: '122',
          typeId: NEWSLETTER,
          to: 'UNSUBSCRIBED',
          name: 'Clean-up',
        },
      },
    ],
  },
];
