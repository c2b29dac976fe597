import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotContacts } from '../../src/app/gateway/hubspot/contacts.ts';
import {
  DATED_PROPERTIES,
  DELIVERABILITY,
  DELIVERABILITY_PROPERTIES,
} from '../../src/app/gateway/hubspot/deliverability-properties.ts';

const BOUNCE = 'hs_email_hard_bounce_reason_enum';
const TEXT = 'hs_email_hard_bounce_reason';
const BAD = 'hs_email_bad_address';
const QUARANTINED = 'hs_email_quarantined';
const REASON = 'hs_email_quarantined_reason';
const OWN_REASON = 'hs_email_customer_quarantined_reason';
const ADDRESSES = 'hs_quarantined_emails';
const INELIGIBLE = 'hs_email_is_ineligible';
const SENDS = 'hs_email_sends_since_last_engagement';
const LIMIT = 'hs_email_recipient_fatigue_recovery_time';
const CONFIRMATION = 'hs_emailconfirmationstatus';

type Sent = Readonly<Record<string, string | null | undefined>>;
type Past = Readonly<Record<string, readonly (readonly [string, string, string?])[]>>;

/** Newest first, as HubSpot sends them. */
function versionsOf(past: Past) {
  return Object.fromEntries(
    Object.entries(past).map(([property, versions]) => [
      property,
      versions.map(([value, timestamp, sourceType = 'CALCULATED']) => ({
        value,
        timestamp,
        sourceType,
      })),
    ]),
  );
}

/** A contact as the gateway reads it, and what it asked HubSpot for. */
async function read(properties: Sent, past: Past = {}) {
  const asked: unknown[] = [];
  const getById = (...parameters: unknown[]) => {
    asked.push(...parameters);
    return Promise.resolve({
      id: '1',
      properties: { email: 'ann@example.com', ...properties },
      propertiesWithHistory: versionsOf(past),
    });
  };
  const client = { crm: { contacts: { basicApi: { getById } } } };
  const hubspot = {
    typed: (_kind: string, call: (with_: typeof client) => unknown) => call(client),
  } as unknown as HubSpotClient;
  return { contact: await hubSpotContacts(hubspot).read('1'), asked };
}

async function contactWith(properties: Sent, past?: Past) {
  return (await read(properties, past)).contact;
}

async function deliverabilityOf(properties: Sent, past?: Past) {
  return (await contactWith(properties, past)).deliverability;
}

describe('what is asked for', () => {
  it('is every property of the table, with the past of those whose date matters', async () => {
    const { asked } = await read({});
    expect(asked[1]).toEqual(expect.arrayContaining([...DELIVERABILITY_PROPERTIES]));
    expect(asked[2]).toEqual(expect.arrayContaining([...DATED_PROPERTIES]));
  });

  it('and docs/deliverability.md names each property of the table once, and no other as read', () => {
    const page = readFileSync(new URL('../../docs/deliverability.md', import.meta.url), 'utf8');
    const [readOnes = ''] = page.split('## What no property tells');
    const named = [...readOnes.matchAll(/^\| `(hs_\w+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...DELIVERABILITY_PROPERTIES].sort());
  });
});

describe('a property that the account has not got', () => {
  it('tells nothing', async () => {
    const { deliverability, doubleOptIn, complaint, notUnderstood } = await contactWith({});
    expect(deliverability).toEqual({});
    expect(doubleOptIn).toBe('unknown');
    expect(complaint).toBeUndefined();
    expect(notUnderstood).toBeUndefined();
  });
});

describe.each([
  ['null', null],
  ['empty', ''],
])('a property that is %s', (_what, value) => {
  it('tells that there is nothing', async () => {
    const all = Object.fromEntries(DELIVERABILITY_PROPERTIES.map((name) => [name, value]));
    const { deliverability, doubleOptIn, complaint, notUnderstood } = await contactWith(all);
    expect(deliverability).toEqual({
      bounce: 'none',
      badAddress: 'no',
      quarantine: 'none',
      ineligible: false,
      sendsSinceEngagement: 0,
      hasEngaged: false,
    });
    expect(doubleOptIn).toBe('not-required');
    expect(complaint).toBe('none');
    expect(notUnderstood).toBeUndefined();
  });
});

describe('the reason of a bounce', () => {
  it.each([
    ['CONTENT', 'content'],
    ['MAILBOX_FULL', 'mailbox-full'],
    ['OTHER', 'other'],
    ['POLICY', 'policy'],
    ['SPAM', 'spam'],
    ['UNKNOWN_USER', 'unknown-user'],
  ])('%s is understood', async (value, reason) => {
    expect((await deliverabilityOf({ [BOUNCE]: value })).bounce).toEqual({ reason });
    expect((await deliverabilityOf({ [TEXT]: value })).bounce).toEqual({ reason });
  });

  it.each(['mailbox_full', 'DNS_FAILURE', ' ', 'true', 'MAILBOX_FULL;POLICY'])(
    '%j is not, and is kept',
    async (value) => {
      const contact = await contactWith({ [BOUNCE]: value });
      expect(contact.deliverability).not.toHaveProperty('bounce');
      expect(contact.notUnderstood).toEqual({ 'hard-bounce': value });
    },
  );

  it.each<[string, Sent, Past, object | string | undefined, object | undefined]>([
    [
      'beside its text',
      { [BOUNCE]: 'POLICY', [TEXT]: '550 blocked' },
      {},
      { reason: 'policy' },
      undefined,
    ],
    [
      'alone as a text',
      { [TEXT]: '550 blocked' },
      {},
      undefined,
      { 'hard-bounce-text': '550 blocked' },
    ],
    [
      'empty, against a text',
      { [BOUNCE]: '', [TEXT]: '550 blocked' },
      {},
      undefined,
      { 'hard-bounce-text': '550 blocked' },
    ],
    [
      'empty, against a text that is a reason',
      { [BOUNCE]: null, [TEXT]: 'POLICY' },
      {},
      undefined,
      { 'hard-bounce-text': 'POLICY' },
    ],
    [
      'cleared after its text',
      { [BOUNCE]: '', [TEXT]: 'POLICY' },
      {
        [BOUNCE]: [
          ['', '2026-09-03T00:00:00Z'],
          ['POLICY', '2026-09-02T00:00:00Z'],
        ],
        [TEXT]: [['POLICY', '2026-09-02T00:00:00Z']],
      },
      'none',
      undefined,
    ],
    [
      'cleared before its text',
      { [BOUNCE]: '', [TEXT]: 'POLICY' },
      { [BOUNCE]: [['', '2026-09-01T00:00:00Z']], [TEXT]: [['POLICY', '2026-09-02T00:00:00Z']] },
      undefined,
      { 'hard-bounce-text': 'POLICY' },
    ],
    [
      'not understood, beside its text',
      { [BOUNCE]: 'NEW', [TEXT]: 'x' },
      {},
      undefined,
      { 'hard-bounce': 'NEW' },
    ],
  ])('%s', async (_what, properties, past, bounce, notUnderstood) => {
    const contact = await contactWith(properties, past);
    expect(contact.deliverability.bounce).toEqual(bounce);
    expect(contact.notUnderstood).toEqual(notUnderstood);
  });
});

describe('since when', () => {
  it.each<[string, Past, object]>([
    ['is not told', {}, {}],
    [
      'is the time of the only version',
      { [BOUNCE]: [['POLICY', '2026-09-02T00:00:00Z']] },
      { at: '2026-09-02T00:00:00.000Z' },
    ],
    [
      'is the first of several in a row',
      {
        [BOUNCE]: [
          ['POLICY', '2026-09-04T00:00:00Z'],
          ['POLICY', '2026-09-03T00:00:00Z'],
          ['', '2026-09-02T00:00:00Z'],
          ['POLICY', '2026-09-01T00:00:00Z'],
        ],
      },
      { at: '2026-09-03T00:00:00.000Z' },
    ],
    [
      'begins anew with another reason',
      {
        [BOUNCE]: [
          ['POLICY', '2026-09-04T00:00:00Z'],
          ['SPAM', '2026-09-03T00:00:00Z'],
        ],
      },
      { at: '2026-09-04T00:00:00.000Z' },
    ],
    [
      'does not rest on the order in which HubSpot sends versions',
      {
        [BOUNCE]: [
          ['SPAM', '2026-09-03T00:00:00Z'],
          ['POLICY', '2026-09-04T00:00:00Z'],
        ],
      },
      { at: '2026-09-04T00:00:00.000Z' },
    ],
    [
      'is not told by a past that ends with another value',
      { [BOUNCE]: [['SPAM', '2026-09-04T00:00:00Z']] },
      {},
    ],
    [
      'is then or earlier where a merge copied it',
      { [BOUNCE]: [['POLICY', '2026-09-04T00:00:00Z', 'MERGE_CONTACTS']] },
      { at: '2026-09-04T00:00:00.000Z', orEarlier: true },
    ],
    [
      'is then or earlier where older versions may have been dropped',
      { [BOUNCE]: Array.from({ length: 45 }, () => ['POLICY', '2026-09-04T00:00:00Z'] as const) },
      { at: '2026-09-04T00:00:00.000Z', orEarlier: true },
    ],
  ])('%s', async (_what, past, since) => {
    expect((await deliverabilityOf({ [BOUNCE]: 'POLICY' }, past)).bounce).toEqual({
      reason: 'policy',
      ...since,
    });
  });

  it('an address is invalid and a quarantine holds is told likewise', async () => {
    const at = '2026-09-02T05:00:00Z';
    const { badAddress, quarantine } = await deliverabilityOf(
      { [BAD]: 'true', [QUARANTINED]: 'true', [REASON]: 'FORM_ABUSE' },
      { [BAD]: [['true', at]], [QUARANTINED]: [['true', at]], [REASON]: [['FORM_ABUSE', at]] },
    );
    expect(badAddress).toEqual({ at: '2026-09-02T05:00:00.000Z' });
    expect(quarantine).toEqual({ reason: 'form-abuse', at: '2026-09-02T05:00:00.000Z' });
  });
});

describe('a property of yes and no', () => {
  it.each([
    ['true', {}, { reason: undefined }, true],
    ['false', 'no', 'none', false],
  ])('%j is understood', async (value, badAddress, quarantine, ineligible) => {
    const found = await deliverabilityOf({
      [BAD]: value,
      [QUARANTINED]: value,
      [INELIGIBLE]: value,
    });
    expect(found.badAddress).toEqual(badAddress);
    expect(found.quarantine).toEqual(quarantine);
    expect(found.ineligible).toBe(ineligible);
  });

  it.each(['TRUE', 'True', ' true', 'true ', 'yes', '1', 'PENDING', 'null', '０'])(
    '%j is neither, and is kept as HubSpot wrote it',
    async (value) => {
      const { deliverability, notUnderstood } = await contactWith({
        [BAD]: value,
        [QUARANTINED]: value,
        [INELIGIBLE]: value,
      });
      expect(deliverability).toEqual({});
      expect(notUnderstood).toEqual({
        'bad-address': value,
        quarantine: value,
        ineligible: value,
      });
    },
  );
});

describe('a quarantine', () => {
  const REASONS = [
    ['BLOCKLIST_REMEDIATION', 'blocklist'],
    ['FORM_ABUSE', 'form-abuse'],
    ['HIGH_HARD_BOUNCE_RATE', 'high-bounce-rate'],
    ['MULTIPLE_CANCELLED_CAMPAIGNS', 'cancelled-campaigns'],
    ['ON_LIST_IMPORT', 'list-import'],
    ['OTHER', 'other'],
    ['RECIPIENT_COMPLAINT', 'complaint'],
    ['SUSPENSION_REMEDIATION', 'suspension'],
    ['TRUST_SAFETY_REMEDIATION', 'trust-and-safety'],
    ['UNDELIVERABLE_ADDRESS', 'undeliverable'],
  ] as const;

  it.each(REASONS)('for %s', async (value, reason) => {
    const ofHubSpot = await deliverabilityOf({ [QUARANTINED]: 'true', [REASON]: value });
    expect(ofHubSpot.quarantine).toEqual({ reason });
    const ofAccount = await deliverabilityOf({ [QUARANTINED]: 'true', [OWN_REASON]: value });
    expect(ofAccount.quarantine).toEqual({ reason, setBy: 'account' });
  });

  it.each(REASONS)('that was not told, with the reason %s, is not known', async (value) => {
    for (const flag of ['false', '', null]) {
      for (const name of [REASON, OWN_REASON]) {
        const found = await deliverabilityOf({ [QUARANTINED]: flag, [name]: value });
        expect(found).not.toHaveProperty('quarantine');
      }
    }
  });

  it.each<[string, Sent, Past, object | string | undefined]>([
    [
      'for HubSpot’s reason and the account’s',
      { [QUARANTINED]: 'true', [REASON]: 'OTHER', [OWN_REASON]: 'SUSPENSION_REMEDIATION' },
      {},
      { reason: 'other' },
    ],
    [
      'for a reason that is not understood',
      { [QUARANTINED]: 'true', [REASON]: 'NEW', [OWN_REASON]: 'SUSPENSION_REMEDIATION' },
      {},
      {},
    ],
    [
      'for a reason of the account that is not understood',
      { [QUARANTINED]: 'true', [OWN_REASON]: 'NEW' },
      {},
      { setBy: 'account' },
    ],
    ['without a reason', { [QUARANTINED]: 'true', [REASON]: '', [OWN_REASON]: null }, {}, {}],
    [
      'that is not told, with a reason that is not understood',
      { [QUARANTINED]: 'false', [REASON]: 'NEW' },
      {},
      undefined,
    ],
    [
      'that was lifted after the reason was set',
      { [QUARANTINED]: 'false', [REASON]: 'OTHER' },
      {
        [QUARANTINED]: [
          ['false', '2026-09-03T00:00:00Z'],
          ['true', '2026-09-02T00:00:00Z'],
        ],
        [REASON]: [['OTHER', '2026-09-02T00:00:00Z']],
      },
      'none',
    ],
    [
      'that was lifted before another reason was set',
      { [QUARANTINED]: 'false', [REASON]: 'OTHER' },
      {
        [QUARANTINED]: [['false', '2026-09-03T00:00:00Z']],
        [REASON]: [['OTHER', '2026-09-04T00:00:00Z']],
      },
      undefined,
    ],
    [
      'that was lifted with the setting of a reason',
      { [QUARANTINED]: 'false', [REASON]: 'OTHER' },
      {
        [QUARANTINED]: [['false', '2026-09-03T00:00:00Z']],
        [REASON]: [['OTHER', '2026-09-03T00:00:00Z']],
      },
      undefined,
    ],
    [
      'that only the list of addresses tells',
      { [QUARANTINED]: 'false', [ADDRESSES]: 'Ann@example.com (HUBSPOT: OTHER)' },
      {},
      undefined,
    ],
    [
      'of another address',
      { [QUARANTINED]: 'false', [ADDRESSES]: '{"email":"joann@example.com"}' },
      {},
      'none',
    ],
    [
      'that was lifted after the list of addresses was written',
      { [QUARANTINED]: 'false', [ADDRESSES]: 'ann@example.com' },
      {
        [QUARANTINED]: [['false', '2026-09-03T00:00:00Z']],
        [ADDRESSES]: [['ann@example.com', '2026-09-02T00:00:00Z']],
      },
      'none',
    ],
  ])('%s', async (_what, properties, past, quarantine) => {
    expect((await deliverabilityOf(properties, past)).quarantine).toEqual(quarantine);
  });

  it('keeps reasons that are not understood', async () => {
    const { notUnderstood } = await contactWith({
      [QUARANTINED]: 'true',
      [REASON]: 'SUNSPOTS',
      [OWN_REASON]: 'Moonlight',
    });
    expect(notUnderstood).toEqual({
      'quarantine-reason': 'SUNSPOTS',
      'quarantine-reason-of-account': 'Moonlight',
    });
  });
});

describe('a complaint', () => {
  it.each<[string, Sent, Past, object | 'none' | undefined]>([
    [
      'is told without a quarantine',
      { [QUARANTINED]: 'false', [REASON]: 'RECIPIENT_COMPLAINT' },
      {},
      {},
    ],
    [
      'is not known where the reason is not understood',
      { [REASON]: 'recipient_complaint' },
      {},
      undefined,
    ],
    [
      'stands although another reason was written over it',
      { [QUARANTINED]: 'true', [REASON]: 'OTHER' },
      {
        [REASON]: [
          ['OTHER', '2026-09-03T00:00:00Z'],
          ['RECIPIENT_COMPLAINT', '2026-09-02T00:00:00Z'],
        ],
      },
      { at: '2026-09-02T00:00:00.000Z' },
    ],
    [
      'stands although a value that is not understood was written over it',
      { [QUARANTINED]: 'true', [REASON]: 'NEW' },
      {
        [REASON]: [
          ['NEW', '2026-09-03T00:00:00Z'],
          ['RECIPIENT_COMPLAINT', '2026-09-02T00:00:00Z'],
        ],
      },
      { at: '2026-09-02T00:00:00.000Z' },
    ],
    [
      'is no reason of the account',
      { [QUARANTINED]: 'true', [REASON]: '', [OWN_REASON]: 'OTHER' },
      {},
      'none',
    ],
  ])('%s', async (_what, properties, past, complaint) => {
    expect((await contactWith(properties, past)).complaint).toEqual(complaint);
  });
});

describe('sends without engagement', () => {
  it.each([
    ['0', 0],
    ['17', 17],
  ])('%j are %i', async (value, sends) => {
    expect((await deliverabilityOf({ [SENDS]: value })).sendsSinceEngagement).toBe(sends);
  });

  it.each(['-1', '1.5', 'many', ' 17', '1e3'])('%j is not understood', async (value) => {
    const { deliverability, notUnderstood } = await contactWith({ [SENDS]: value });
    expect(deliverability).not.toHaveProperty('sendsSinceEngagement');
    expect(notUnderstood).toEqual({ 'sends-since-engagement': value });
  });

  it.each([
    [undefined, undefined, undefined],
    [null, undefined, false],
    [null, '', false],
    ['2026-01-01T00:00:00Z', null, true],
    [null, '2026-01-01T00:00:00Z', true],
    [undefined, '2026-01-01T00:00:00Z', true],
  ])('after a first open %j and a first click %j: engaged once %j', async (open, click, once) => {
    const found = await deliverabilityOf({
      hs_email_first_open_date: open,
      hs_email_first_click_date: click,
    });
    expect(found.hasEngaged).toBe(once);
  });
});

describe('the time until which the limit of emails is reached', () => {
  it.each([
    ['2026-12-05T08:00:00Z', '2026-12-05T08:00:00.000Z'],
    ['2026-12-05', '2026-12-05T00:00:00.000Z'],
    ['1796457600000', '2026-12-05T08:00:00.000Z'],
  ])('%j', async (value, until) => {
    expect((await deliverabilityOf({ [LIMIT]: value })).sendLimitUntil).toBe(until);
  });

  it.each(['tomorrow', '5', '2026-13-45', 'December 5, 2026'])(
    '%j is not understood',
    async (value) => {
      const { deliverability, notUnderstood } = await contactWith({ [LIMIT]: value });
      expect(deliverability).not.toHaveProperty('sendLimitUntil');
      expect(notUnderstood).toEqual({ 'send-limit': value });
    },
  );
});

describe('the double opt-in', () => {
  it.each([
    ['Confirmation Pending', 'pending'],
    ['Confirmation pending', 'pending'],
    ['Confirmation Email Sent', 'pending'],
    ['Awaiting Double Opt In', 'pending'],
    ['User has not clicked sent link', 'pending'],
    ['Confirmed', 'confirmed'],
    ['User clicked confirmation', 'confirmed'],
  ])('%j is %s', async (value, expected) => {
    const contact = await contactWith({ [CONFIRMATION]: value });
    expect(contact.doubleOptIn).toBe(expected);
    expect(contact).not.toHaveProperty('doubleOptInValue');
  });

  it.each([
    'HubSpot Rep. marked confirmed',
    'Customer marked confirmed',
    'Confirmed from previous behavior',
    'Confirmed due to form',
  ])('%j is marked as confirmed, in HubSpot’s words', async (value) => {
    const contact = await contactWith({ [CONFIRMATION]: value });
    expect(contact.doubleOptIn).toBe('marked-confirmed');
    expect(contact.doubleOptInValue).toBe(value);
  });

  it.each(['Perhaps', 'CONFIRMED?', 'Confirmed Pending', ' Confirmed', 'true'])(
    '%j is not understood, and is kept',
    async (value) => {
      const contact = await contactWith({ [CONFIRMATION]: value });
      expect(contact.doubleOptIn).toBe('unknown');
      expect(contact.notUnderstood).toEqual({ 'double-opt-in': value });
    },
  );
});

describe('HubSpot’s own words', () => {
  it.each([
    ['control characters', 'PEN\u0000DI\nNG', 'PEN DI NG'],
    ['a turned direction of writing', '\u202EGNIDNEP', ' GNIDNEP'],
    ['separators of lines', 'A\u2028B', 'A B'],
    ['half a character', 'A\uD800B', 'A B'],
    ['a text of any length', 'x'.repeat(300), `${'x'.repeat(100)}…`],
    ['characters that are two units', '😀'.repeat(101), `${'😀'.repeat(100)}…`],
    ['what looks like a place in a sentence', '{text} {about} $&', '{text} {about} $&'],
  ])('are kept without %s', async (_what, value, kept) => {
    const { notUnderstood } = await contactWith({ [QUARANTINED]: value });
    expect(notUnderstood).toEqual({ quarantine: kept });
  });
});

describe('the table', () => {
  it('has each property once', () => {
    expect(new Set(DELIVERABILITY_PROPERTIES).size).toBe(DELIVERABILITY_PROPERTIES.length);
    expect(Object.keys(DELIVERABILITY)).toHaveLength(DELIVERABILITY_PROPERTIES.length);
  });
});
