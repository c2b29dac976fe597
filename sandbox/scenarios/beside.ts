import { NEWSLETTER, PARTNER_LETTER } from '../emulator/hubspot/portals.ts';
import { contact, type Scenario } from './scenario.ts';

const TOKYO = 1001;
const BERLIN = 1002;
const NAGOYA = 1005;
const KYOTO = 1006;
const PARTNER_BRAND = 301;

/** Situations beside the question that a person meets all the same. */
export const BESIDE: readonly Scenario[] = [
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
  {
    id: 'brand',
    portalId: BERLIN,
    contactId: '224',
    title: { en: 'Opted out of one brand', ja: '1つのブランドのみ配信停止' },
    story: {
      en: 'The account has two brands. The contact opted out of everything of the partner brand, not of the other.',
      ja: '2つのブランドを持つアカウントです。コンタクト本人がパートナーブランドのEメールだけをすべて配信停止しました。',
    },
    acts: [
      contact('224', { firstname: 'Two', lastname: 'Brands' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-preferences', contactId: '224', typeId: NEWSLETTER, to: 'SUBSCRIBED' },
      },
      {
        at: '2026-06-10T02:00:05.000Z',
        act: {
          act: 'contact-preferences',
          contactId: '224',
          typeId: PARTNER_LETTER,
          to: 'SUBSCRIBED',
        },
      },
      {
        at: '2026-07-03T05:05:00.000Z',
        act: { act: 'contact-link-everything', contactId: '224', brand: PARTNER_BRAND },
      },
    ],
  },
  {
    id: 'busy',
    portalId: TOKYO,
    contactId: '123',
    title: { en: 'HubSpot is busy', ja: 'HubSpotが混雑中' },
    story: {
      en: 'HubSpot answers the next calls with 429, “too many requests”. Open the situation again to see it once more.',
      ja: 'HubSpotが次の呼び出しに429（リクエスト過多）を返します。もう一度見るには、このシナリオを開き直してください。',
    },
    acts: [contact('123', { firstname: 'Too', lastname: 'Busy' })],
    failures: [
      {
        path: '/communication-preferences/',
        // Two cards ask for three things each, and try each twice.
        times: 12,
        fault: { kind: 'status', status: 429 },
      },
    ],
  },
  {
    id: 'half-set-up',
    portalId: NAGOYA,
    contactId: '525',
    title: { en: 'The account is half set up', ja: 'アカウントの初期設定が途中' },
    story: {
      en: 'Setting up stopped halfway: the record’s object lacks a property, and the property for marketing requests is missing. Opting out works; nobody is opted in without a record.',
      ja: '初期設定が途中で止まり、記録用オブジェクトのプロパティが1つと、マーケティング対象の変更依頼用プロパティがありません。配信停止はできますが、記録なしの配信登録は行われません。',
    },
    acts: [
      contact('525', { firstname: 'Half', lastname: 'Set Up' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '525', typeId: NEWSLETTER, ticked: true },
      },
    ],
  },
  {
    id: 'not-set-up',
    portalId: KYOTO,
    contactId: '626',
    title: { en: 'The account is not set up', ja: 'アカウントの初期設定が未実施' },
    story: {
      en: 'The app is installed and nothing else was done: no object for the record, no property, no signing key. Opting out works; nobody is opted in without a record.',
      ja: 'アプリのインストールのみの状態で、記録用オブジェクトもプロパティも署名鍵もありません。配信停止はできますが、記録なしの配信登録は行われません。',
    },
    acts: [
      contact('626', { firstname: 'Not', lastname: 'Set Up' }),
      {
        at: '2026-06-10T02:00:00.000Z',
        act: { act: 'contact-form', contactId: '626', typeId: NEWSLETTER, ticked: true },
      },
    ],
  },
];
