import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';

/** One situation: what the emulated HubSpot holds when it has been played, and what the card then says. */
interface Row {
  /** Its number; the scenario of the same name is played. */
  readonly id: string;
  /** Matched against the contact as the emulated HubSpot stores it. */
  readonly stored: object;
  /** Key phrases of what a person sees on the card. */
  readonly says: { readonly en: readonly string[]; readonly ja: readonly string[] };
}

const subscribed = { state: 'SUBSCRIBED' };
const unsubscribed = { state: 'UNSUBSCRIBED' };

/** S1 to S12, each exactly once. */
export const ROWS: readonly Row[] = [
  {
    id: 'S1',
    stored: {
      address: { byType: { [SEMINARS]: subscribed } },
      properties: { recent_conversion_event_name: 'Seminar registration' },
    },
    says: {
      en: ['Opted in to Seminar invitations', 'by the contact, form “Seminar registration”'],
      ja: ['「セミナーのご案内」を配信登録', 'コンタクト本人・フォーム「Seminar registration」'],
    },
  },
  {
    id: 'S2',
    stored: {
      address: { byType: { [NEWSLETTER]: unsubscribed } },
      properties: { [`hs_email_optout_${NEWSLETTER}`]: 'true' },
    },
    says: {
      en: ['Opted out of Newsletter', 'workflow “Inactive for a year”'],
      ja: ['「ニュースレター」を配信停止', 'ワークフロー「Inactive for a year」'],
    },
  },
  {
    id: 'S3',
    stored: {
      address: { byType: { [SEMINARS]: { ...unsubscribed, at: Date.UTC(2026, 6, 3, 5, 5) } } },
      properties: { recent_conversion_event_name: 'Seminar registration' },
    },
    says: {
      en: ['Opted out of Seminar invitations', 'Opted in to Seminar invitations', '3 Jul 2026'],
      ja: ['「セミナーのご案内」を配信停止', '「セミナーのご案内」を配信登録', '2026年7月3日'],
    },
  },
  {
    id: 'S4',
    stored: { address: { byType: { [NEWSLETTER]: unsubscribed } } },
    says: {
      en: ['Your organisation’s rule', 'the contact opted out on 3 Jul 2026', 'Next step'],
      ja: ['自社のルール', '2026年7月3日', '次にできること'],
    },
  },
  {
    id: 'S5',
    stored: {
      address: { byType: { [NEWSLETTER]: subscribed, [SEMINARS]: unsubscribed } },
    },
    says: {
      en: ['by the contact, preferences page', 'preference link'],
      ja: ['コンタクト本人・配信設定ページ', '配信設定ページのリンク'],
    },
  },
  {
    id: 'S6',
    stored: {
      address: undefined,
      properties: { recent_conversion_event_name: 'Seminar registration' },
    },
    says: {
      en: ['Not recorded in HubSpot', 'evidence of consent may exist elsewhere'],
      ja: ['HubSpotに記録なし', '同意の証跡'],
    },
  },
  {
    id: 'S7',
    stored: {
      address: { byType: { [NEWSLETTER]: subscribed } },
      properties: { hs_emailconfirmationstatus: 'Confirmation Email Sent' },
    },
    says: {
      en: ['will not be sent', 'double opt-in', 'Pending'],
      ja: ['配信されません', 'ダブルオプトイン', '確認待ち'],
    },
  },
  {
    id: 'S8',
    stored: {
      address: { byType: { [NEWSLETTER]: subscribed, [PRODUCT_NEWS]: subscribed } },
    },
    says: {
      en: ['Marketing email can be sent', 'Newsletter and Product news'],
      ja: ['マーケティングEメールを配信できます', 'ニュースレター、製品情報'],
    },
  },
  {
    id: 'S9',
    stored: {
      properties: { hs_marketable_status: 'true', hs_marketable_until_renewal: 'true' },
    },
    says: {
      en: ['non-marketing', '1 Dec 2026'],
      ja: ['次回の変更反映日', '2026年12月1日'],
    },
  },
  {
    id: 'S10',
    stored: { address: { everything: unsubscribed }, properties: { hs_email_optout: 'true' } },
    says: {
      en: ['HubSpot’s documents disagree'],
      ja: ['HubSpotの資料'],
    },
  },
  {
    id: 'S11',
    stored: { address: { byType: { [SEMINARS]: subscribed } } },
    says: {
      en: ['ot available in this account', 'Opted in to Seminar invitations'],
      ja: ['このアカウントでは利用できません', '「セミナーのご案内」を配信登録'],
    },
  },
  {
    id: 'S12',
    stored: {
      address: {
        byType: {
          [NEWSLETTER]: { ...unsubscribed, explanation: 'Asked by phone on 20 November 2026' },
        },
      },
    },
    says: {
      en: ['Asked by phone on 20 November 2026'],
      ja: ['Asked by phone on 20 November 2026'],
    },
  },
];
