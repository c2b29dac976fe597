import { describe, expect, it } from 'vitest';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { meaningOf } from '../../src/app/gateway/hubspot/contact-properties.ts';
import { hubSpotContacts } from '../../src/app/gateway/hubspot/contacts.ts';

/** A contact as the gateway reads it from these properties. */
function contactWith(properties: object) {
  const sent = { id: '1', properties: { email: null, ...properties }, propertiesWithHistory: {} };
  const client = { typed: () => Promise.resolve(sent) } as unknown as HubSpotClient;
  return hubSpotContacts(client).read('1');
}

const NEITHER = [
  'TRUE',
  'True',
  ' true',
  'true ',
  'yes',
  '1',
  'PENDING',
  'null',
  'undefined',
  '０',
];

describe('a property of yes and no', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['', false],
    [null, false],
    [undefined, undefined],
  ])('%j is %j', async (value, expected) => {
    const read = async (name: string) => contactWith({ [name]: value });
    expect((await read('hs_email_quarantined')).quarantined).toBe(expected);
    expect((await read('hs_email_bad_address')).hardBounced).toBe(expected);
  });

  it.each(NEITHER)('%j is neither, and is kept as it is', async (value) => {
    const contact = await contactWith({
      hs_email_quarantined: value,
      hs_email_bad_address: value,
      hs_marketable_status: value,
      hs_marketable_until_renewal: value,
    });
    expect(contact.quarantined).toBeUndefined();
    expect(contact.hardBounced).toBeUndefined();
    expect(contact.marketing).toEqual({ kind: 'not-known' });
    expect(contact.notUnderstood).toEqual({
      quarantine: value,
      'bad-address': value,
      'marketing-status': value,
      'marketing-schedule': value,
    });
  });

  it('that is understood leaves nothing to keep', async () => {
    const contact = await contactWith({
      hs_email_quarantined: 'true',
      hs_email_quarantined_reason: 'RECIPIENT_COMPLAINT',
      hs_email_bad_address: null,
      hs_email_hard_bounce_reason_enum: 'POLICY',
      hs_marketable_status: 'true',
      hs_marketable_until_renewal: 'false',
      hs_emailconfirmationstatus: 'Confirmation pending',
    });
    expect(contact).not.toHaveProperty('notUnderstood');
    expect(contact).toMatchObject({
      marketing: { kind: 'marketing', untilNextUpdateDate: false },
      doubleOptIn: 'pending',
    });
  });
});

describe('a hard bounce', () => {
  it.each<[string | null | undefined, string | null | undefined, boolean | undefined]>([
    ['UNKNOWN_USER', 'false', true],
    ['UNKNOWN_USER', 'maybe', true],
    ['something new', 'true', true],
    ['something new', 'false', undefined],
    [' ', null, undefined],
    ['false', 'false', undefined],
    [null, 'maybe', undefined],
    [null, 'false', false],
    [null, undefined, false],
    [undefined, undefined, undefined],
  ])('reason %j and "bad address" %j: %j', async (reason, bad, expected) => {
    const { hardBounced } = await contactWith({
      hs_email_hard_bounce_reason_enum: reason,
      hs_email_bad_address: bad,
    });
    expect(hardBounced).toBe(expected);
  });
});

describe('a reason for a quarantine', () => {
  it.each<[string | null, object | string | undefined]>([
    ['RECIPIENT_COMPLAINT', {}],
    ['SUSPENSION_REMEDIATION', 'none'],
    ['', 'none'],
    [null, 'none'],
    ['recipient_complaint', undefined],
    ['RECIPIENT_COMPLAINT;OTHER', undefined],
    ['SPAM', undefined],
  ])('%j: complaint %j', async (reason, complaint) => {
    const contact = await contactWith({ hs_email_quarantined_reason: reason });
    expect(contact.complaint).toEqual(complaint);
  });
});

describe('marketing status', () => {
  it.each<[string | null | undefined, string | null | undefined, string]>([
    ['true', 'true', 'marketing'],
    ['true', undefined, 'marketing'],
    ['true', 'maybe', 'not-known'],
    ['false', 'maybe', 'non-marketing'],
    ['MARKETABLE', 'false', 'not-known'],
    ['', 'maybe', 'unavailable'],
    [null, null, 'unavailable'],
    [undefined, undefined, 'unavailable'],
  ])('%j, until renewal %j: %s', async (status, schedule, kind) => {
    const { marketing } = await contactWith({
      hs_marketable_status: status,
      hs_marketable_until_renewal: schedule,
    });
    expect(marketing.kind).toBe(kind);
  });
});

describe('a past value', () => {
  it.each([
    ['hs_email_optout', 'true', 'opted-out'],
    ['hs_email_optout', 'false', 'opted-in'],
    ['hs_email_optout', '', 'cleared'],
    ['hs_email_optout_501', 'true', 'opted-out'],
    ['hs_email_optout_501', 'false', 'opted-in'],
    ['hs_email_optout_501', '', 'cleared'],
    ['hs_marketable_status', 'true', 'set-marketing'],
    ['hs_marketable_status', 'false', 'set-non-marketing'],
    ['hs_marketable_status', '', 'cleared'],
    ['hs_marketable_until_renewal', 'true', 'leaving-marketing'],
    ['hs_marketable_until_renewal', 'false', 'staying-marketing'],
    ['hs_marketable_until_renewal', '', 'staying-marketing'],
    ['hs_email_quarantined', 'true', 'blocked'],
    ['hs_email_quarantined', '', 'unblocked'],
    ['hs_email_bad_address', 'false', 'unblocked'],
    ['hs_email_hard_bounce_reason_enum', 'SPAM', 'blocked'],
    ['hs_email_hard_bounce_reason_enum', '', 'unblocked'],
    ['hs_email_hard_bounce_reason_enum', 'spam', 'changed'],
    ['hs_email_quarantined_reason', 'RECIPIENT_COMPLAINT', 'blocked'],
    ['hs_email_quarantined_reason', 'FORM_ABUSE', 'unblocked'],
    ['hs_email_quarantined_reason', 'complaint', 'changed'],
    ['hs_emailconfirmationstatus', 'Confirmed', 'double-opt-in-confirmed'],
    ['hs_emailconfirmationstatus', 'CONFIRMED?', 'changed'],
    ['hs_legal_basis', 'Not applicable', 'basis-recorded'],
    ['hs_legal_basis', 'Performance of a contract;Not applicable', 'basis-recorded'],
    ['hs_legal_basis', 'Legitimate interest – prospect/lead', 'basis-recorded'],
    ['hs_legal_basis', 'Not applicable;maybe', 'changed'],
    ['hs_legal_basis', ';', 'changed'],
    ['hs_legal_basis', 'true', 'changed'],
    ['hs_legal_basis', '', 'cleared'],
  ])('%s %j: %s', (property, value, change) => {
    expect(meaningOf(property, value)?.change).toBe(change);
  });

  it.each(
    [
      'hs_email_optout',
      'hs_email_optout_501',
      'hs_marketable_status',
      'hs_marketable_until_renewal',
      'hs_email_quarantined',
      'hs_email_bad_address',
    ].flatMap((property) => NEITHER.map((value) => [property, value] as const)),
  )('%s %j is neither yes nor no', (property, value) => {
    expect(meaningOf(property, value)?.change).toBe('changed');
  });
});
