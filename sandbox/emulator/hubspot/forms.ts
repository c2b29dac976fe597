import { setStatus } from './consents.ts';
import { nextId, setProperty, valueOf } from './contacts.ts';
import type { PortalData, StoredContact, Submission } from './entities.ts';
import { setMarketing } from './marketing.ts';
import { NEWSLETTER, SEMINARS } from './portals.ts';
import { byHubSpot } from './sources.ts';

/** A form as the portal has set it up. */
export interface Form {
  readonly id: string;
  readonly name: string;
  /** The subscription types it has a box for, with what stands beside the box. */
  readonly boxes: readonly { readonly typeId: string; readonly label: string }[];
  /** Does a submission make the contact a marketing contact? Forms only ever set, never unset (hubspot/apis.md §4). */
  readonly setsMarketing: boolean;
}

export const SEMINAR_FORM = 'f0000000-0000-4000-8000-000000000001';
const NEWSLETTER_FORM = 'f0000000-0000-4000-8000-000000000002';

export const FORMS: readonly Form[] = [
  {
    id: SEMINAR_FORM,
    name: 'Seminar registration',
    boxes: [
      { typeId: SEMINARS, label: 'Send me seminar invitations' },
      { typeId: NEWSLETTER, label: 'Send me the newsletter' },
    ],
    setsMarketing: true,
  },
  {
    id: NEWSLETTER_FORM,
    name: 'Newsletter sign-up',
    boxes: [{ typeId: NEWSLETTER, label: 'Send me the newsletter' }],
    setsMarketing: false,
  },
];

export function formWithId(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}

/** One submission: what was typed, and which boxes were ticked. */
interface Sent {
  readonly form: Form;
  readonly tickedTypeIds: readonly string[];
  readonly values: Submission['values'];
  readonly at: number;
}

/**
 * Since 2024-10-31 a form tied to a type resubscribes, but only with its box ticked; where privacy settings
 * are off, HubSpot records no opt-in at all (scenarios S3 and S6). With double opt-in a first opt-in waits
 * for the contact's click (hubspot/apis.md §3). [guess: formFields]
 */
export function submitForm(data: PortalData, contact: StoredContact, sent: Sent): void {
  const { form, tickedTypeIds, values, at } = sent;
  const { contactActsAs, statusTexts, formOptsInWithPrivacySettingsOff } = data.assumptions;
  const source = { sourceType: contactActsAs.form, sourceId: form.id, sourceLabel: form.name };
  const id = `c0000000-0000-4000-8000-${String(nextId(data)).padStart(12, '0')}`;
  data.submissions.push({
    id,
    formId: form.id,
    at,
    values,
    pageUrl: `https://www.example.com/forms/${form.id}`,
  });
  setProperty(data, contact, 'recent_conversion_event_name', form.name, source, at);
  if (form.setsMarketing) {
    setMarketing(data, contact, { to: 'marketing', by: 'FORM_SUBMISSION', name: form.name, at });
  }
  const address = valueOf(contact, 'email') ?? '';
  const isRecorded = data.settings.privacySettings === 'on' || formOptsInWithPrivacySettingsOff;
  if (address === '' || !isRecorded) return;
  for (const { typeId, label } of form.boxes) {
    if (!tickedTypeIds.includes(typeId)) continue;
    setStatus(data, address, typeId, 'SUBSCRIBED', {
      source,
      by: 'contact',
      text: statusTexts.form,
      at,
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: `Box ticked on the form "${form.name}": ${label}`,
    });
    askToConfirm(data, contact, at);
  }
}

function askToConfirm(data: PortalData, contact: StoredContact, at: number): void {
  const stage = valueOf(contact, 'hs_emailconfirmationstatus') ?? '';
  if (data.settings.doubleOptIn === 'off' || stage !== '') return;
  setProperty(
    data,
    contact,
    'hs_emailconfirmationstatus',
    'Confirmation Email Sent',
    byHubSpot(),
    at,
  );
}
