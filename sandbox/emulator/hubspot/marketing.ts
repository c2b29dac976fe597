import { setProperty, valueOf } from './contacts.ts';
import { EDITIONS } from './editions.ts';
import type { PortalData, Source, StoredContact } from './entities.ts';
import { byHubSpot, byWorkflow } from './sources.ts';

interface MarketingChange {
  readonly to: 'marketing' | 'non-marketing';
  readonly by: 'FORM_SUBMISSION' | 'USER_SET' | 'WORKFLOW';
  /** The form, the person or the workflow. */
  readonly name: string;
  readonly at: number;
}

/**
 * On counts at once; off only at the next update date. Nothing happens where the plan has no marketing
 * contacts (HubSpot's pages on marketing contacts and billing, hubspot/apis.md §4). [guess: leavingIsCancelled]
 */
export function setMarketing(
  data: PortalData,
  contact: StoredContact,
  { to, by, name, at }: MarketingChange,
): void {
  if (!EDITIONS[data.settings.edition].marketingContacts) return;
  const source = sourceOf(data, by, name);
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

/** The form's or the colleague's name is the label. [guess: marketingSources] */
function sourceOf(data: PortalData, by: MarketingChange['by'], name: string): Source {
  const { contactActsAs, colleagueStandsAs } = data.assumptions;
  switch (by) {
    case 'FORM_SUBMISSION':
      return { sourceType: contactActsAs.form, sourceLabel: name };
    case 'USER_SET':
      return { sourceType: colleagueStandsAs.sourceType, sourceLabel: name };
    case 'WORKFLOW':
      return byWorkflow(data, name);
  }
}

/** The update date has come: whoever was scheduled leaves. */
export function leaveMarketing(data: PortalData, at: number): void {
  const source = byHubSpot();
  for (const contact of Object.values(data.contacts)) {
    if (valueOf(contact, 'hs_marketable_until_renewal') !== 'true') continue;
    setProperty(data, contact, 'hs_marketable_status', 'false', source, at);
    setProperty(data, contact, 'hs_marketable_until_renewal', 'false', source, at);
  }
}
