import type { Status } from '../../sandbox/emulator/hubspot/entities.ts';
import type { Act } from '../../sandbox/emulator/hubspot/acts.ts';
import type { SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { LedgerRecord } from '../../src/app/evidence/ledger-records.ts';

/** A life of contact 900 in the portal with privacy settings on, beyond the scenarios of the question. */
export interface FurtherHistory {
  readonly title: string;
  readonly acts: readonly (readonly [at: string, act: Act])[];
  readonly scopes?: readonly string[];
  readonly failing?: string;
  readonly other?: SwitchName;
  readonly ledger?: readonly LedgerRecord[];
}

const contactId = '900';
const born: readonly [string, Act] = [
  '2026-03-02T01:00:00Z',
  { act: 'create', contactId, properties: { email: 'first@example.com' } },
];
const link = (typeId: string): Act => ({ act: 'contact-link', contactId, typeId });
const form = (typeId: string, ticked = true): Act => ({
  act: 'contact-form',
  contactId,
  typeId,
  ticked,
});
const page = (typeId: string, to: 'SUBSCRIBED' | 'UNSUBSCRIBED'): Act => ({
  act: 'contact-preferences',
  contactId,
  typeId,
  to,
});
const colleague = (
  typeId: string,
  to: 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NOT_SPECIFIED',
  more: Pick<Status, 'legalBasis' | 'explanation'> = {},
): Act => ({ act: 'colleague', contactId, typeId, to, userId: 47, ...more });
const property = (name: string, value: string, sourceType = 'CALCULATED'): Act => ({
  act: 'property',
  contactId,
  name,
  value,
  source: { sourceType },
});
const byCard: Act = {
  act: 'integration',
  contactId,
  typeId: NEWSLETTER,
  to: 'UNSUBSCRIBED',
  appId: 7002,
  name: 'Consent Card',
};
const newsletter = { kind: 'subscription', typeId: NEWSLETTER } as const;

export const FURTHER: readonly FurtherHistory[] = [
  { title: 'Nothing ever happened', acts: [born] },
  {
    title: 'On, off and on again within a minute',
    acts: [
      born,
      ['2026-07-03T05:05:00Z', page(NEWSLETTER, 'SUBSCRIBED')],
      ['2026-07-03T05:05:10Z', page(NEWSLETTER, 'UNSUBSCRIBED')],
      ['2026-07-03T05:05:25Z', page(NEWSLETTER, 'SUBSCRIBED')],
    ],
  },
  {
    title: 'Two types within a few seconds',
    acts: [
      born,
      ['2026-07-03T05:05:00Z', link(NEWSLETTER)],
      ['2026-07-03T05:05:04Z', link(SEMINARS)],
    ],
  },
  {
    title: 'Back by the resubscription e-mail',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', link(NEWSLETTER)],
      [
        '2026-05-01T05:00:00Z',
        { act: 'contact-resubscription-mail', contactId, typeId: NEWSLETTER },
      ],
    ],
  },
  {
    title: 'Opted out again by a colleague after the contact’s own opt-out',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', link(NEWSLETTER)],
      ['2026-05-01T05:00:00Z', colleague(NEWSLETTER, 'UNSUBSCRIBED')],
    ],
  },
  {
    title: 'A colleague takes the contact back in, with a legal basis',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', link(NEWSLETTER)],
      [
        '2026-05-01T05:00:00Z',
        colleague(NEWSLETTER, 'SUBSCRIBED', {
          legalBasis: 'CONSENT_WITH_NOTICE',
          explanation: 'Asked for it at the fair',
        }),
      ],
    ],
  },
  {
    title: 'An imported list',
    acts: [
      born,
      [
        '2026-04-01T05:00:00Z',
        {
          act: 'import',
          contactId,
          typeId: PRODUCT_NEWS,
          to: 'SUBSCRIBED',
          name: 'Fair in spring',
          legalBasis: 'LEGITIMATE_INTEREST_CLIENT',
          explanation: 'Bought before',
        },
      ],
    ],
  },
  {
    title: 'Another app',
    acts: [
      born,
      [
        '2026-04-01T05:00:00Z',
        {
          act: 'integration',
          contactId,
          typeId: NEWSLETTER,
          to: 'UNSUBSCRIBED',
          appId: 8123,
          name: 'Webinar tool',
        },
      ],
    ],
  },
  {
    title: 'This card, told by HubSpot as an integration and by the ledger with name and reason',
    acts: [born, ['2026-04-01T05:00:00Z', form(NEWSLETTER)], ['2026-07-03T05:05:00Z', byCard]],
    ledger: [
      {
        entry: '900:7',
        about: newsletter,
        change: 'opted-out',
        at: '2026-07-03T05:05:01.000Z',
        writtenAt: '2026-07-03T05:05:01.000Z',
        staff: { userId: '47', identity: 'claimed' },
        rules: ['staff-may-opt-out'],
        evidence: 'ticket 1234',
      },
    ],
  },
  {
    title: 'The ledger alone knows, and learned it late',
    acts: [born],
    ledger: [
      {
        entry: '900:1',
        about: newsletter,
        change: 'opted-out',
        at: '2026-07-03T05:05:00.000Z',
        writtenAt: '2026-07-03T06:00:00.000Z',
        rules: ['staff-may-opt-out'],
      },
    ],
  },
  {
    title: 'Everything off by a colleague',
    acts: [born, ['2026-04-01T05:00:00Z', { act: 'colleague-everything', contactId, userId: 47 }]],
  },
  {
    title: 'A spam complaint',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', form(NEWSLETTER)],
      ['2026-04-09T05:00:00Z', { act: 'spam-complaint', contactId, typeId: NEWSLETTER }],
    ],
  },
  {
    title: 'A hard bounce, an invalid address, a quarantine that is lifted',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', { act: 'hard-bounce', contactId, reason: 'UNKNOWN_USER' }],
      ['2026-04-02T05:00:00Z', property('hs_email_bad_address', 'true')],
      ['2026-04-03T05:00:00Z', property('hs_email_quarantined', 'true')],
      ['2026-04-04T05:00:00Z', property('hs_email_quarantined', 'false')],
    ],
  },
  {
    title: 'Double opt-in from beginning to end',
    acts: [
      ['2026-03-02T01:00:00Z', { act: 'portal-double-opt-in', to: 'on' }],
      born,
      ['2026-04-01T05:00:00Z', form(NEWSLETTER)],
      ['2026-04-01T05:10:00Z', { act: 'double-opt-in', contactId, stage: 'confirmed' }],
    ],
  },
  {
    title: 'Marketing contact by a form, leaving by a colleague, staying after all',
    acts: [
      born,
      ['2026-04-02T05:00:00Z', form(SEMINARS)],
      [
        '2026-04-10T05:00:00Z',
        {
          act: 'marketing-status',
          contactId,
          to: 'non-marketing',
          by: 'USER_SET',
          name: 'Representative',
        },
      ],
      [
        '2026-04-11T05:00:00Z',
        { act: 'marketing-status', contactId, to: 'marketing', by: 'WORKFLOW', name: 'Keep' },
      ],
    ],
  },
  {
    title: 'Left marketing at the update date',
    acts: [
      born,
      [
        '2026-04-02T05:00:00Z',
        { act: 'marketing-status', contactId, to: 'marketing', by: 'USER_SET', name: 'R' },
      ],
      [
        '2026-04-10T05:00:00Z',
        { act: 'marketing-status', contactId, to: 'non-marketing', by: 'WORKFLOW', name: 'Quiet' },
      ],
    ],
  },
  {
    title: 'A legal basis to process, and a form without its box',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', property('hs_legal_basis', 'Performance of a contract', 'CRM_UI')],
      ['2026-04-05T05:00:00Z', form(SEMINARS, false)],
    ],
  },
  {
    title: 'A new address, with the old one’s consents left behind',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', link(NEWSLETTER)],
      [
        '2026-05-01T05:00:00Z',
        { act: 'change-address', contactId, to: 'second@example.com', userId: 47 },
      ],
    ],
  },
  {
    title: 'Another contact merged in: its address has statuses of its own',
    acts: [
      born,
      [
        '2026-03-05T05:00:00Z',
        { act: 'create', contactId: '901', properties: { email: 'other@example.com' } },
      ],
      ['2026-04-01T05:00:00Z', { act: 'contact-link', contactId: '901', typeId: NEWSLETTER }],
      ['2026-05-01T05:00:00Z', { act: 'merge', contactId, otherId: '901' }],
    ],
  },
  {
    title: 'More changes than HubSpot keeps, and no scope for the older sources',
    acts: [
      born,
      ...Array.from({ length: 50 }, (_, day): readonly [string, Act] => [
        new Date(Date.UTC(2026, 3, 1 + day)).toISOString(),
        page(NEWSLETTER, day % 2 === 0 ? 'SUBSCRIBED' : 'UNSUBSCRIBED'),
      ]),
    ],
    scopes: ['crm.objects.contacts.read', 'communication_preferences.read_write'],
  },
  {
    title: 'More changes than the first page of the legacy timeline tells',
    acts: [
      born,
      ...Array.from({ length: 6 }, (_, week): readonly [string, Act] => [
        new Date(Date.UTC(2026, 3, 1 + 7 * week)).toISOString(),
        page(SEMINARS, week % 2 === 0 ? 'SUBSCRIBED' : 'UNSUBSCRIBED'),
      ]),
    ],
  },
  {
    title: 'A scope is missing and one source fails',
    acts: [born, ['2026-04-01T05:00:00Z', link(NEWSLETTER)]],
    scopes: ['crm.objects.contacts.read', 'communication_preferences.read_write', 'oauth'],
    failing: '/events/',
  },
  {
    title: 'Types without a property that follows them',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', form(NEWSLETTER)],
      ['2026-05-01T05:00:00Z', link(NEWSLETTER)],
    ],
    other: 'optOutPropertyMirrorsStatus',
  },
  {
    title: 'The contact’s link stands under a source that names nobody',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', { act: 'contact-link-everything', contactId }],
      ['2026-04-01T05:00:02Z', link(NEWSLETTER)],
    ],
    other: 'contactActsAs',
  },
  {
    title: 'An opt-out that nobody signed, right after the contact’s opt-out of everything',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', { act: 'contact-link-everything', contactId }],
      [
        '2026-04-01T05:00:02Z',
        { act: 'unnamed', contactId, typeId: NEWSLETTER, to: 'UNSUBSCRIBED' },
      ],
    ],
  },
  {
    title: 'An opt-in that nobody signed, half a minute after a form',
    acts: [
      born,
      ['2026-04-01T05:00:00Z', form(NEWSLETTER, false)],
      ['2026-04-01T05:00:40Z', { act: 'unnamed', contactId, typeId: NEWSLETTER, to: 'SUBSCRIBED' }],
    ],
  },
  {
    title: 'An address that is the primary one again, after an opt-out of everything at another',
    acts: [
      born,
      ['2026-05-02T05:00:00Z', form(NEWSLETTER)],
      [
        '2026-09-01T05:00:00Z',
        { act: 'change-address', contactId, to: 'second@example.com', userId: 47 },
      ],
      ['2026-09-01T06:00:00Z', { act: 'contact-link-everything', contactId }],
      [
        '2026-10-01T05:00:00Z',
        { act: 'change-address', contactId, to: 'first@example.com', userId: 47 },
      ],
      ['2026-10-01T05:00:00Z', property('hs_additional_emails', 'second@example.com', 'CRM_UI')],
    ],
  },
  {
    title: 'A double opt-in of an old value, one of no known value, and one that nobody clicked',
    acts: [
      born,
      ['2026-05-02T05:00:00Z', property('hs_emailconfirmationstatus', 'Awaiting Double Opt In')],
      ['2026-05-03T05:00:00Z', property('hs_emailconfirmationstatus', 'Waiting for spring')],
      [
        '2026-05-04T05:00:00Z',
        {
          act: 'property',
          contactId,
          name: 'hs_emailconfirmationstatus',
          value: 'Customer marked confirmed',
          source: { sourceType: 'AUTOMATION_PLATFORM', sourceLabel: 'Mark imported as confirmed' },
        },
      ],
    ],
  },
  {
    title: 'A legal basis to process that is replaced, and two at once',
    acts: [
      born,
      ['2026-05-02T05:00:00Z', property('hs_legal_basis', 'Performance of a contract', 'CRM_UI')],
      [
        '2026-05-03T05:00:00Z',
        property('hs_legal_basis', 'Freely given consent from contact', 'CRM_UI'),
      ],
      [
        '2026-05-04T05:00:00Z',
        property('hs_legal_basis', 'Freely given consent from contact;Not applicable', 'CRM_UI'),
      ],
    ],
  },
];
