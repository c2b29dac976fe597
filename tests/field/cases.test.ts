import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/app/evidence/consent-event.ts';
import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import type { SubscriptionType } from '../../src/app/gateway/ports.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { held, OPEN, type Held } from '../functions/hubspot-in-memory.ts';
import { bothCards } from './two-cards.tsx';

const N = '501';
const S = '502';
const INNER = '506';
const CARE = '507';
const TOKYO = { privacySettings: 'off' } as const;
const BERLIN = { privacySettings: 'on' } as const;
const OTHER = 'private@example.com';

const type = (
  id: string,
  name: string,
  more: Partial<SubscriptionType> = {},
): SubscriptionType => ({
  id,
  name,
  names: {},
  isActive: true,
  isInternal: false,
  isOneToOne: false,
  ...more,
});
const TYPES = [
  type(N, 'Newsletter'),
  type(S, 'Seminars'),
  type(INNER, 'One to one', { isInternal: true, isOneToOne: true }),
];

const day = (date: string) => `${date}T09:00:00.000Z`;
const all: Subject = { kind: 'everything' };
const of = (typeId: string): Subject => ({ kind: 'subscription', typeId });

/** A version of the property behind a subject; `source` is HubSpot's type, with id and label. */
function version(
  date: string,
  about: Subject,
  change: PropertyVersion['change'],
  [sourceType, id, label]: readonly [string, string?, string?],
): PropertyVersion {
  return {
    about,
    change,
    at: day(date),
    property: about.kind === 'subscription' ? `of ${about.typeId}` : about.kind,
    value: change === 'opted-out' ? 'true' : 'false',
    source: {
      type: sourceType,
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
    },
  };
}

function status(
  date: string,
  about: Subject,
  state: CurrentStatus['state'],
  more: Partial<CurrentStatus> = {},
): CurrentStatus {
  return { about, state, at: day(date), ...more };
}

const LINK = ['EMAIL'] as const;
const FORM = ['FORM', 'f1', 'Seminar'] as const;
const COLLEAGUE = ['CRM_UI', 'userId:47'] as const;

interface Case {
  readonly what: string;
  readonly hubspot: Partial<Held>;
  readonly settings: Partial<Organisation>;
  /** On both cards. */
  readonly en: readonly string[];
  readonly ja: readonly string[];
  readonly sidebar?: readonly string[];
  /** On the tab alone. */
  readonly tab?: readonly string[];
  /** Nowhere. */
  readonly never?: readonly string[];
}

const optedInByForm = [version('2026-05-02', of(N), 'opted-in', FORM)];

const CASES: readonly Case[] = [
  {
    what: '1: opted out again and again by an app, the history cut',
    settings: TOKYO,
    hubspot: {
      statuses: [status('2026-06-14', of(N), 'opted-out')],
      cut: [of(N)],
      versions: Array.from({ length: 20 }, (_, nth) => ({
        ...version(`2026-05-${String(nth + 1).padStart(2, '0')}`, of(N), 'opted-out', [
          'INTEGRATION',
          '9901',
          'Website opt-out module',
        ]),
        mayBeCut: true,
      })),
    },
    en: [],
    ja: [],
    sidebar: ['Locked: Newsletter'],
    tab: ['counts as the contact’s own wish'],
    never: ['not by the contact', '20 May'],
  },
  {
    what: '3: opted out of all email at another address of the person',
    settings: TOKYO,
    hubspot: {
      contact: { ...held().contact, otherAddresses: [OTHER] },
      elsewhere: { [OTHER]: { everything: [status('2026-06-02', all, 'opted-out')] } },
    },
    en: [
      'HubSpot would send Newsletter and Seminars',
      '2 Jun 2026 at another address',
      'has not come back',
    ],
    ja: ['2026年6月2日に別のアドレスで', '本人による再登録はありません'],
    tab: ['[Opt out of all email again]'],
    never: ['Consent: given', 'can be sent: Newsletter'],
  },
  {
    what: '4: opted out of all email by the Salesforce sync',
    settings: { ...BERLIN, approver: { ownerId: '9047' } },
    hubspot: {
      statuses: [status('2026-05-02', of(N), 'opted-in')],
      everything: [status('2026-06-02', all, 'opted-out')],
      versions: [
        ...optedInByForm,
        version('2026-06-02', all, 'opted-out', ['SALESFORCE', '5', 'Salesforce']),
      ],
    },
    en: ['Marketing e-mail will not be sent, because the contact is opted out of all e-mail'],
    ja: ['すべてのEメールが配信停止になっているため'],
    tab: [
      'by integration “Salesforce”',
      'preference link',
      'ask your organisation’s approver',
      'Communication subscriptions',
      'correct it where it came from',
    ],
    never: ['not by the contact'],
  },
  {
    what: '4, variant: only HubSpot’s property says it, its status does not',
    settings: TOKYO,
    hubspot: {
      versions: [version('2026-06-02', all, 'opted-out', ['SALESFORCE', '5', 'Salesforce'])],
    },
    en: ['is not known'],
    ja: ['分かりません'],
    never: ['can be sent: Newsletter', 'HubSpot would send'],
  },
  {
    what: '5: opted out of all email by an import of ours',
    settings: {
      ...BERLIN,
      approver: { ownerId: '9047' },
      ownMessengers: { appIds: [], imports: ['Optouts 2026-11.csv'] },
    },
    hubspot: {
      statuses: [status('2026-05-02', of(N), 'opted-in')],
      everything: [status('2026-06-27', all, 'opted-out')],
      versions: [
        ...optedInByForm,
        version('2026-06-27', all, 'opted-out', ['IMPORT', '7', 'Optouts 2026-11.csv']),
      ],
    },
    en: ['opted out of all e-mail'],
    ja: ['すべてのEメールが配信停止'],
    tab: [
      'Your organisation’s rule',
      'by import “Optouts 2026-11.csv”',
      'ask your organisation’s approver',
      'Communication subscriptions',
      'the import or the other system',
    ],
    never: ['HubSpot has no way back'],
  },
  {
    what: '6: opted out by an app that mirrors the contact’s own switch',
    settings: BERLIN,
    hubspot: {
      statuses: [status('2026-06-02', of(N), 'opted-out')],
      versions: [
        ...optedInByForm,
        version('2026-06-02', of(N), 'opted-out', ['INTEGRATION', '9902', 'Customer portal']),
      ],
    },
    en: [],
    ja: [],
    sidebar: ['Locked: Newsletter'],
    tab: ['by integration “Customer portal”', 'counts as the contact’s own wish'],
    never: ['not by the contact'],
  },
  {
    what: '12b: opted out of all email while another address was the primary one',
    settings: BERLIN,
    hubspot: {
      contact: { ...held().contact, otherAddresses: [OTHER] },
      statuses: [status('2026-05-02', of(N), 'opted-in')],
      elsewhere: { [OTHER]: { everything: [status('2026-06-01', all, 'opted-out')] } },
      versions: [
        ...optedInByForm,
        version('2026-06-01', all, 'opted-out', LINK),
        version('2026-05-01', { kind: 'contact' }, 'address-changed', FORM),
        version('2026-06-20', { kind: 'contact' }, 'address-changed', COLLEAGUE),
        version('2026-06-20', all, 'opted-in', ['INTERNAL_PROCESSING']),
      ],
    },
    en: [
      'HubSpot would send Newsletter, although the contact opted out of all email on 1 Jun 2026 at another address',
    ],
    ja: ['2026年6月1日に別のアドレスで本人がすべてのEメールを配信停止しており'],
    tab: ['Opted in since 2 May 2026'],
    never: ['20 Jun 2026'],
  },
  {
    what: '13: opted out of customer service mail, not of one-to-one mail',
    settings: BERLIN,
    hubspot: {
      types: [...TYPES, type(CARE, 'Customer Service Communication', { isInternal: true })],
      statuses: [status('2026-06-01', of(CARE), 'opted-out')],
      versions: [version('2026-06-01', of(CARE), 'opted-out', LINK)],
    },
    en: [],
    ja: [],
    tab: ['Can be sent, as far as HubSpot tells.'],
  },
  {
    what: '14: HubSpot would send, and nothing is on record',
    settings: TOKYO,
    hubspot: {},
    en: ['Consent: none recorded, not needed by HubSpot', 'can be sent: Newsletter and Seminars'],
    ja: ['同意：記録なし（HubSpotでは不要）'],
    never: ['Consent: given', 'Consent: yes'],
  },
  {
    what: '18: "not specified" written over the contact’s own opt-out',
    settings: TOKYO,
    hubspot: {
      statuses: [status('2026-06-20', of(N), 'not-specified')],
      versions: [
        version('2026-06-02', of(N), 'opted-out', LINK),
        {
          ...version('2026-06-20', of(N), 'cleared', ['INTEGRATION', '9904', 'Preference sync']),
          value: '',
        },
      ],
    },
    en: [
      'HubSpot would send Newsletter, although the contact opted out on 2 Jun 2026 and has not come back.',
      'Consent: against an objection',
    ],
    ja: [
      '2026年6月2日に本人が配信停止しており、本人による再登録はありませんが',
      '同意：本人の配信停止に反する',
    ],
    tab: [
      '[Opt out of Newsletter again]',
      'Objection: the contact opted out on 2 Jun 2026.',
      'HubSpot would send, against the contact’s objection.',
    ],
    never: [
      'Consent: given',
      'Will still be sent: privacy settings are off, so HubSpot needs no opt-in.\n[Opt out of Newsletter]',
    ],
  },
  {
    what: '22: a bulk edit puts an opted-out contact back',
    settings: BERLIN,
    hubspot: {
      statuses: [
        status('2026-06-20', of(N), 'opted-in', {
          legalBasis: 'LEGITIMATE_INTEREST_CLIENT',
          explanation: 'customer',
          sourceText: 'Bulk Subscription Update',
        }),
      ],
      versions: [
        ...optedInByForm,
        version('2026-06-02', all, 'opted-out', LINK),
        version('2026-06-20', all, 'opted-in', ['CRM_UI_BULK_ACTION', 'userId:47']),
        version('2026-06-20', of(N), 'opted-in', ['CRM_UI_BULK_ACTION', 'userId:47']),
      ],
    },
    en: [
      'HubSpot would send Newsletter, although the contact opted out of all email on 2 Jun 2026 and has not come back.',
    ],
    ja: ['2026年6月2日に本人がすべてのEメールを配信停止しており'],
    tab: [
      'Opted in since 20 Jun 2026, 09:00 UTC, by Colleague 47',
      'Legitimate interest: existing customer: customer',
    ],
    never: ['since 2 May 2026'],
  },
  {
    what: '23: privacy settings on, legal basis not enforced',
    settings: { privacySettings: 'on-not-enforced' },
    hubspot: {},
    en: ['can be sent: Newsletter and Seminars'],
    ja: ['マーケティングEメールを配信できます'],
    tab: ['HubSpot is set to send without an opt-in', 'needs a legal basis'],
    never: ['is not opted in to it'],
  },
];

describe.each(CASES)(
  '$what',
  ({ hubspot, settings, en, ja, tab = [], sidebar = [], never = [] }) => {
    const shown = (language: string) =>
      bothCards(
        held({
          types: TYPES,
          ...hubspot,
          contact: { ...held().contact, address: OPEN.email, ...hubspot.contact },
        }),
        settings,
        language,
      );

    it('in English', async () => {
      const cards = await shown('en');
      for (const text of en) expect(cards.tab).toContain(text);
      for (const text of en) expect(cards.sidebar).toContain(text);
      for (const text of sidebar) expect(cards.sidebar).toContain(text);
      for (const text of tab) expect(cards.tab).toContain(text);
      for (const text of never) expect(`${cards.tab}\n${cards.sidebar}`).not.toContain(text);
    });

    it('in Japanese', async () => {
      const cards = await shown('ja');
      for (const text of ja) expect(cards.tab).toContain(text);
      for (const text of ja) expect(cards.sidebar).toContain(text);
    });
  },
);
