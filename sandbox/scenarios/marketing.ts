import { SEMINARS } from '../emulator/hubspot/portals.ts';
import { contact, type Scenario } from './scenario.ts';

const TOKYO = 1001;
const BERLIN = 1002;

const ASKED_BY_APP = { sourceType: 'INTEGRATION', sourceId: '7001', sourceLabel: 'Consent Card' };

/** Requests to change marketing status, as far as they get. */
export const MARKETING: readonly Scenario[] = [
  {
    id: 'to-marketing',
    portalId: TOKYO,
    contactId: '125',
    title: { en: 'Becoming a marketing contact', ja: 'マーケティングコンタクトへの変更' },
    story: {
      en: 'The contact opted in on the preferences page, but is non-marketing: nothing is sent. A request wants a yes; the workflow applies it within a minute.',
      ja: '配信設定ページで配信登録していますが、マーケティング対象外のため配信されません。変更の依頼には確認が必要です。ワークフローが1分以内に反映します。',
    },
    acts: [
      contact(
        '125',
        { firstname: 'Not', lastname: 'Yet Marketing' },
        {
          hs_marketable_status: 'false',
          hs_marketable_reason_type: 'CONTACT_IMPORT',
          hs_marketable_reason_id: 'Trade fair list',
        },
      ),
      {
        at: '2026-11-16T03:00:00.000Z',
        act: { act: 'contact-preferences', contactId: '125', typeId: SEMINARS, to: 'SUBSCRIBED' },
      },
    ],
  },
  {
    id: 'marketing-without-workflow',
    portalId: BERLIN,
    contactId: '225',
    title: { en: 'No workflow for marketing status', ja: 'ステータス変更用のワークフローなし' },
    story: {
      en: 'Nothing applies a request in this account, so both directions are locked. As the account one can turn the workflows on.',
      ja: '依頼を反映するワークフローがないアカウントのため、どちらの方向にも変更できません。「アカウントの設定」からワークフローをオンにできます。',
    },
    acts: [
      contact('225', { firstname: 'Without', lastname: 'Workflow' }),
      {
        at: '2026-11-16T03:00:00.000Z',
        act: { act: 'contact-preferences', contactId: '225', typeId: SEMINARS, to: 'SUBSCRIBED' },
      },
    ],
  },
  {
    id: 'marketing-not-applied',
    portalId: TOKYO,
    contactId: '126',
    title: { en: 'A request that no workflow took up', ja: 'ワークフローで反映されなかった依頼' },
    story: {
      en: 'A request to become non-marketing was made on 20 November 2026, while the workflows were off. Turned on again, they do not take it up.',
      ja: '2026年11月20日、ワークフローがオフの間に対象外への変更を依頼しました。ワークフローをオンに戻しても、この依頼は反映されません。',
    },
    acts: [
      contact('126', { firstname: 'Never', lastname: 'Applied' }),
      { at: '2026-11-20T01:00:00.000Z', act: { act: 'marketing-workflows', to: 'off' } },
      {
        at: '2026-11-20T01:05:00.000Z',
        act: {
          act: 'property',
          contactId: '126',
          name: 'consent_card_marketing_request',
          value: 'set_non_marketing:asked-on-20-november',
          source: ASKED_BY_APP,
        },
      },
      { at: '2026-11-20T05:00:00.000Z', act: { act: 'marketing-workflows', to: 'on' } },
    ],
  },
];
