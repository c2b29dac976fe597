import { setProperty, valueOf } from './contacts.ts';
import { EDITIONS } from './editions.ts';
import type { PortalData, StoredContact } from './entities.ts';

interface MarketingChange {
  readonly to: 'marketing' | 'non-marketing';
  readonly by: keyof typeof SOURCE_TYPES;
  /** The form, the person or the workflow. */
  readonly name: string;
  readonly at: number;
}

const SOURCE_TYPES = {
  FORM_SUBMISSION: 'FORM',
  USER_SET: 'CRM_UI',
  WORKFLOW: 'AUTOMATION_PLATFORM',
} as const;

/**
 * On counts at once; off only at the next update date. Nothing happens where the plan has no marketing
 * contacts (HubSpot's pages on marketing contacts and billing, hubspot/apis.md §4).
 */
export function setMarketing(
  data: PortalData,
  contact: StoredContact,
  { to, by, name, at }: MarketingChange,
): void {
  if (!EDITIONS[data.settings.edition].marketingContacts) return;
  const source = { sourceType: SOURCE_TYPES[by], sourceLabel: name };
  const set = (property: string, value: string) => {
    setProperty(data, contact, property, value, source, at);
  };
  const isMarketing = valueOf(contact, 'hs_marketable_status') === 'true';
  if (to === 'non-marketing') {
    if (isMarketing) set('hs_marketable_until_renewal', 'true');
    return;
  }
  if (!isMarketing) set('hs_marketable_status', 'true');
  set('hs_marketable_until_renewal', 'false');
  set('hs_marketable_reason_type', by);
  set('hs_marketable_reason_id', name);
}

/** The update date has come: whoever was scheduled leaves. */
export function leaveMarketing(data: PortalData, at: number): void {
  const source = { sourceType: 'CALCULATED' };
  for (const contact of Object.values(data.contacts)) {
    if (valueOf(contact, 'hs_marketable_until_renewal') !== 'true') continue;
    setProperty(data, contact, 'hs_marketable_status', 'false', source, at);
    setProperty(data, contact, 'hs_marketable_until_renewal', 'false', source, at);
  }
}
