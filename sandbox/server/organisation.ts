import type { HubSpotOnDesk } from '../emulator/index.ts';

/** Whom an account's admin named: the one owner of the emulated accounts who is active. */
const APPROVERS: Readonly<Record<number, string>> = { 1001: '9047' };

/** What an account's admin has told the product, by HubSpot's state where that says it. Holds for `src/app/organisation.json`'s fields. */
export function organisationOf(hubspot: HubSpotOnDesk, portalId: number): object {
  const { privacySettings, billing } = hubspot.settings(portalId);
  const prepared = hubspot.portals.find(({ id }) => id === portalId)?.prepared ?? [];
  // Said once, when the workflows were made: that somebody turned them off later, the product has to find out.
  const said = prepared.some(({ act }) => act === 'marketing-workflows') ? 'active' : 'not-set';
  return {
    privacySettings,
    billing,
    marketingWorkflows: { toMarketing: said, toNonMarketing: said },
    approver: { ownerId: APPROVERS[portalId] ?? 'not-set' },
  };
}
