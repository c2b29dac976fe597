import type { FormDefinition } from '../generated/names.ts';
import type { PortalData } from './entities.ts';
import type { Form } from './forms.ts';

/**
 * A form as HubSpot defines it, with the types that the account has; what is about looks only is HubSpot's plain
 * default (OpenAPI file forms v3).
 */
export function sentForm({ id, name, consent }: Form, { types }: PortalData): FormDefinition {
  return {
    id,
    name,
    formType: 'hubspot',
    archived: false,
    createdAt: new Date(0).toISOString(),
    updatedAt: new Date(0).toISOString(),
    fieldGroups: [{ groupType: 'default_group', richTextType: 'text', fields: [EMAIL_FIELD] }],
    legalConsentOptions: sentConsent(
      consent,
      types.map((type) => type.id),
    ),
    configuration: CONFIGURATION,
    displayOptions: DISPLAY,
  };
}

function sentConsent(consent: Form['consent'], known: readonly string[]): object {
  const privacyText = 'We keep what you enter to answer you.';
  if (consent.kind === 'legitimate-interest') {
    const { lawfulBasis, typeIds } = consent;
    return {
      type: 'legitimate_interest',
      lawfulBasis,
      privacyText,
      subscriptionTypeIds: typeIds.filter((typeId) => known.includes(typeId)).map(Number),
    };
  }
  return {
    type: 'implicit_consent_to_process',
    privacyText,
    communicationConsentText: 'Tick what you want to receive.',
    communicationsCheckboxes: consent.boxes.map(({ typeId, label }) => ({
      required: false,
      subscriptionTypeId: Number(typeId),
      label,
    })),
  };
}

const EMAIL_FIELD = {
  objectTypeId: '0-1',
  name: 'email',
  label: 'E-mail',
  required: true,
  hidden: false,
  fieldType: 'email',
  dependentFields: [],
  validation: { blockedEmailDomains: [], useDefaultBlockList: false },
};

const CONFIGURATION = {
  language: 'en',
  cloneable: true,
  editable: true,
  archivable: true,
  createNewContactForNewEmail: true,
  prePopulateKnownValues: true,
  allowLinkToResetKnownValues: false,
  recaptchaEnabled: false,
  notifyContactOwner: false,
  notifyRecipients: [],
  lifecycleStages: [],
  postSubmitAction: { type: 'thank_you', value: 'Thank you.' },
};

const DISPLAY = {
  renderRawHtml: false,
  theme: 'default_style',
  submitButtonText: 'Submit',
  style: {
    fontFamily: 'arial, sans-serif',
    backgroundWidth: '100%',
    labelTextColor: '#33475b',
    labelTextSize: '14px',
    helpTextColor: '#7c98b6',
    helpTextSize: '11px',
    legalConsentTextColor: '#33475b',
    legalConsentTextSize: '14px',
    submitColor: '#ff7a59',
    submitFontColor: '#ffffff',
    submitSize: '12px',
    submitAlignment: 'left',
  },
};
