import { nextId, setProperty, valueOf } from './contacts.ts';
import type { PortalData, Status, StoredContact, Submission } from './entities.ts';
import type { LegalBasis } from './legal-basis.ts';
import { setMarketing } from './marketing.ts';
import { optIn } from './opt-ins.ts';
import { NEWSLETTER, PARTNER_LETTER, PRODUCT_NEWS, SEMINARS } from './portals.ts';
import { byHubSpot } from './sources.ts';

/**
 * What a form says of consent: two of the four `legalConsentOptions` of HubSpot's OpenAPI file forms v3 (`boxes`
 * are its `implicit_consent_to_process`).
 */
type FormConsent =
  | {
      readonly kind: 'boxes';
      /** The subscription types it has a box for, with what stands beside the box. */
      readonly boxes: readonly { readonly typeId: string; readonly label: string }[];
    }
  | {
      readonly kind: 'legitimate-interest';
      readonly lawfulBasis: keyof typeof INTERESTS;
      /** Who submits the form is opted in to all of them, with no box to tick. */
      readonly typeIds: readonly string[];
    };

/** A form as the portal has set it up. */
export interface Form {
  readonly id: string;
  readonly name: string;
  readonly consent: FormConsent;
  /** Does a submission make the contact a marketing contact? Forms only ever set, never unset (hubspot/apis.md §4). */
  readonly setsMarketing: boolean;
}

/** HubSpot's names of a form's lawful basis, and the legal basis that a status gets from it. */
const INTERESTS = {
  lead: 'LEGITIMATE_INTEREST_PQL',
  client: 'LEGITIMATE_INTEREST_CLIENT',
  other: 'LEGITIMATE_INTEREST_OTHER',
} as const satisfies Readonly<Record<string, LegalBasis>>;

export const SEMINAR_FORM = formId(1);
const NEWSLETTER_FORM = formId(2);
export const TRIAL_FORM = formId(3);
export const CUSTOMER_FORM = formId(4);
export const PARTNER_FORM = formId(5);

export const FORMS: readonly Form[] = [
  {
    id: SEMINAR_FORM,
    name: 'Seminar registration',
    consent: {
      kind: 'boxes',
      boxes: [
        { typeId: SEMINARS, label: 'Send me seminar invitations' },
        { typeId: NEWSLETTER, label: 'Send me the newsletter' },
      ],
    },
    setsMarketing: true,
  },
  {
    id: NEWSLETTER_FORM,
    name: 'Newsletter sign-up',
    consent: { kind: 'boxes', boxes: [{ typeId: NEWSLETTER, label: 'Send me the newsletter' }] },
    setsMarketing: false,
  },
  interestForm(TRIAL_FORM, 'Trial request', 'lead', [PRODUCT_NEWS]),
  interestForm(CUSTOMER_FORM, 'Customer support request', 'client', [PRODUCT_NEWS, NEWSLETTER]),
  interestForm(PARTNER_FORM, 'Partner enquiry', 'other', [SEMINARS, PARTNER_LETTER]),
];

export function formWithId(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}

/** The types that a form can opt in to. */
export function typesIn({ consent }: Form): readonly string[] {
  return consent.kind === 'boxes' ? consent.boxes.map(({ typeId }) => typeId) : consent.typeIds;
}

/** An opt-in that a submission brings, and its ground. */
export interface FormOptIn extends Required<Pick<Status, 'legalBasis' | 'explanation'>> {
  readonly typeId: string;
}

/** What a visitor opts in to: the types whose boxes they tick, or those of a form on legitimate interest, untouched. */
export function optInsOf({ name, consent }: Form, tickedTypeIds: readonly string[]): FormOptIn[] {
  if (consent.kind === 'legitimate-interest') {
    return consent.typeIds.map((typeId) => ({
      typeId,
      legalBasis: INTERESTS[consent.lawfulBasis],
      explanation: `Form "${name}", which rests on legitimate interest`,
    }));
  }
  return consent.boxes
    .filter(({ typeId }) => tickedTypeIds.includes(typeId))
    .map(({ typeId, label }) => ({
      typeId,
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: `Box ticked on the form "${name}": ${label}`,
    }));
}

/** One submission: what was typed, and what it opts in to. */
interface Sent {
  readonly form: Form;
  readonly optIns: readonly FormOptIn[];
  readonly values: Submission['values'];
  readonly at: number;
}

/**
 * Since 2024-10-31 a form tied to a type resubscribes, with its box ticked or on legitimate interest, and takes
 * back an opt-out of everything, of the account or the brand (hubspot/market.md §0); where privacy settings are
 * off, HubSpot records no opt-in at all (scenarios S3 and S6). With double opt-in a first opt-in waits for the
 * contact's click (hubspot/apis.md §3). [guess: formFields]
 */
export function submitForm(data: PortalData, contact: StoredContact, sent: Sent): void {
  const { form, optIns, values, at } = sent;
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
  for (const { typeId, ...ground } of optIns) {
    const change = { source, by: 'contact', text: statusTexts.form, at, ...ground } as const;
    if (!data.types.some(({ id: known }) => known === typeId)) continue;
    optIn(data, address, typeId, change, 'lifts-it');
    askToConfirm(data, contact, at);
  }
}

function formId(n: number): string {
  return `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

function interestForm(
  id: string,
  name: string,
  lawfulBasis: keyof typeof INTERESTS,
  typeIds: readonly string[],
): Form {
  const consent = { kind: 'legitimate-interest', lawfulBasis, typeIds } as const;
  return { id, name, consent, setsMarketing: false };
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
