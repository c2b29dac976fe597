import { describe, expect, it } from 'vitest';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotConsents } from '../../src/app/gateway/hubspot/consents.ts';
import { hubSpotContacts } from '../../src/app/gateway/hubspot/contacts.ts';

/** HubSpot's answers, as its client hands them over. */
function answering(answer: unknown) {
  return {
    typed: () => Promise.resolve(answer),
    request: () => Promise.resolve(answer),
  } as unknown as HubSpotClient;
}

const version = (value: string, timestamp: string) => ({ value, timestamp, sourceType: 'X' });

describe('a contact’s quarantine and complaint', () => {
  it.each<[string, object, object, object]>([
    [
      'never set',
      { hs_email_quarantined: null, hs_email_quarantined_reason: null },
      {},
      { quarantine: 'none', complaint: 'none' },
    ],
    ['not in the account', {}, {}, { quarantine: undefined, complaint: undefined }],
    [
      'no reason in the account, not quarantined',
      { hs_email_quarantined: null },
      {},
      { quarantine: 'none', complaint: 'none' },
    ],
    [
      'no reason in the account, quarantined',
      { hs_email_quarantined: 'true' },
      {},
      { quarantine: {}, complaint: undefined },
    ],
    [
      'for another reason',
      { hs_email_quarantined: 'true', hs_email_quarantined_reason: 'FORM_ABUSE' },
      {},
      { quarantine: { reason: 'form-abuse' }, complaint: 'none' },
    ],
    [
      'for a complaint',
      { hs_email_quarantined: 'true', hs_email_quarantined_reason: 'RECIPIENT_COMPLAINT' },
      {},
      { quarantine: { reason: 'complaint' }, complaint: {} },
    ],
    [
      'for a second complaint',
      { hs_email_quarantined: 'true', hs_email_quarantined_reason: 'RECIPIENT_COMPLAINT' },
      {
        hs_email_quarantined_reason: [
          version('RECIPIENT_COMPLAINT', '2026-03-01T00:00:00Z'),
          version('', '2026-02-01T00:00:00Z'),
          version('RECIPIENT_COMPLAINT', '2026-01-01T00:00:00Z'),
        ],
      },
      { quarantine: { reason: 'complaint' }, complaint: { at: '2026-03-01T00:00:00.000Z' } },
    ],
  ])('%s', async (_what, properties, propertiesWithHistory, expected) => {
    const contacts = hubSpotContacts(answering({ id: '1', properties, propertiesWithHistory }));
    const { deliverability, complaint } = await contacts.read('1');
    expect({ quarantine: deliverability.quarantine, complaint }).toEqual(expected);
  });
});

describe('a type’s brand', () => {
  it.each([
    [0, '0'],
    ['77', '77'],
    [null, undefined],
    [undefined, undefined],
  ])('%j is %j', async (businessUnitId, expected) => {
    const type = { id: '1', name: 'x', isActive: true, isInternal: false, businessUnitId };
    const [found] = await hubSpotConsents(answering({ results: [type] })).types();
    expect(found?.businessUnitId).toBe(expected);
  });
});
