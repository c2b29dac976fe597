import { beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, PARTNER_LETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { ALL_SCOPES, askAs } from './ask.ts';

const TOKYO = 1001;
const BERLIN = 1002;
const PARTNER_BRAND = 301;
const STATUSES = '/communication-preferences/2026-09/statuses';

let hubspot = createHubSpotOnDesk();
let ask = askAs(hubspot, BERLIN);
beforeEach(() => {
  hubspot = createHubSpotOnDesk();
  hubspot.grant(BERLIN, ALL_SCOPES);
  ask = askAs(hubspot, BERLIN);
});

const everything = (contactId: string, more = '') =>
  ask('GET', `${STATUSES}/contact-${contactId}%40example.com/unsubscribe-all?channel=EMAIL${more}`)
    .body['results'];

describe('brands', () => {
  it('each has an opt-out of everything of its own', () => {
    expect(everything('224')).toMatchObject([
      { wideStatusType: 'PORTAL_WIDE', status: 'NOT_SPECIFIED', businessUnitId: 0 },
      { wideStatusType: 'BUSINESS_UNIT_WIDE', status: 'UNSUBSCRIBED', businessUnitId: 301 },
    ]);
    expect(everything('224', '&businessUnitId=0')).toHaveLength(1);
  });

  it('v3 says which level decides, and refuses only the types of the brand', () => {
    const { body } = ask(
      'GET',
      '/communication-preferences/v3/status/email/contact-224%40example.com',
    );
    const rows = body['subscriptionStatuses'] as readonly { id: string }[];
    expect(rows.find(({ id }) => id === PARTNER_LETTER)).toMatchObject({
      status: 'NOT_SUBSCRIBED',
      sourceOfStatus: 'BRAND_WIDE_STATUS',
      brandId: PARTNER_BRAND,
    });
    expect(rows.find(({ id }) => id === NEWSLETTER)).toMatchObject({
      status: 'SUBSCRIBED',
      sourceOfStatus: 'SUBSCRIPTION_STATUS',
    });
  });

  it('opting out of everything of a brand leaves the account’s own status alone', () => {
    const path = `${STATUSES}/contact-208%40example.com/unsubscribe-all?channel=EMAIL`;
    const answer = ask('POST', `${path}&businessUnitId=301&verbose=true`);
    expect(answer.body['results']).toMatchObject([{ subscriptionId: Number(PARTNER_LETTER) }]);
    expect(everything('208')).toMatchObject([
      { status: 'NOT_SPECIFIED' },
      { status: 'UNSUBSCRIBED' },
    ]);
    expect(hubspot.contact(BERLIN, '208')?.properties).not.toHaveProperty('hs_email_optout');
    expect(ask('POST', `${path}&businessUnitId=999`).status).toBe(400);
  });

  it('an account without the brand has none of its types', () => {
    expect(askAs(hubspot, TOKYO)('GET', '/communication-preferences/v3/definitions')).not.toEqual(
      ask('GET', '/communication-preferences/v3/definitions'),
    );
    hubspot.grant(TOKYO, ALL_SCOPES);
    const path = `/crm/properties/2026-09/contacts/hs_email_optout_${PARTNER_LETTER}`;
    expect(askAs(hubspot, TOKYO)('GET', path).status).toBe(404);
    expect(ask('GET', path).status).toBe(200);
  });
});

describe('statuses belong to the address', () => {
  it('a new address drops the opt-out, and the old address brings it back', () => {
    const move = (to: string) => {
      hubspot.act(TOKYO, { act: 'change-address', contactId: '104', to, userId: 47 });
      return hubspot.contact(TOKYO, '104')?.properties[`hs_email_optout_${NEWSLETTER}`];
    };
    expect(move('elsewhere@example.com')).toBe('');
    expect(move('Contact-104@Example.com')).toBe('true');
  });

  it('an address that is no contact’s can be opted out, and a later contact finds it so', () => {
    ask('POST', `${STATUSES}/later%40example.com`, {
      channel: 'EMAIL',
      statusState: 'UNSUBSCRIBED',
      subscriptionId: Number(NEWSLETTER),
    });
    const made = ask('POST', '/crm/objects/2026-09/contacts', {
      properties: { email: 'later@example.com' },
    });
    const id = String(made.body['id']);
    expect(hubspot.contact(BERLIN, id)?.properties[`hs_email_optout_${NEWSLETTER}`]).toBe('true');
  });
});
