import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../../src/app/policy/organisation.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { organisationOf } from '../../sandbox/server/organisation.ts';

const TOKYO = 1001;
const BERLIN = 1002;

describe('what an account’s admin has told the product', () => {
  const hubspot = createHubSpotOnDesk();
  const said = (portalId: number) => readOrganisation(organisationOf(hubspot, portalId));

  it('follows the account: its privacy settings and its billing', () => {
    expect(said(TOKYO)).toMatchObject({
      privacySettings: 'off',
      billing: { term: 'annual', renewalDay: 'not-set' },
    });
    hubspot.act(TOKYO, { act: 'billing', to: { term: 'monthly', renewalDay: 15 } });
    expect(said(TOKYO).billing).toEqual({ term: 'monthly', renewalDay: 15 });
  });

  it('names the workflows once, and does not take it back when somebody turns them off', () => {
    const active = { toMarketing: 'active', toNonMarketing: 'active' };
    expect(said(TOKYO).marketingWorkflows).toEqual(active);
    hubspot.act(TOKYO, { act: 'marketing-workflows', to: 'off' });
    expect(said(TOKYO).marketingWorkflows).toEqual(active);
    expect(said(BERLIN).marketingWorkflows.toMarketing).toBe('not-set');
  });
});
