/**
 * What HubSpot does not document and the emulator has to settle somehow. Each needs a real account to
 * confirm; each can be switched, and what is believed today is in `TODAY`.
 */
export interface Assumptions {
  /** Each change of a type's status adds a version to the type's opt-out property (hubspot/apis.md §10.6). */
  readonly optOutPropertyMirrorsStatus: boolean;
  /** A dated SUBSCRIBED for one type also lifts an opt-out of everything (§1.2, §10.1). */
  readonly oneOptInLiftsOptOutOfEverything: boolean;
  /** A ticked box on a form opts in even where privacy settings are off (§3; scenario S6 says no). */
  readonly formOptsInWithPrivacySettingsOff: boolean;
  /** A form submission stands as `FORM` and a link in an e-mail as `EMAIL` in property history (§2.4). */
  readonly contactActsAs: { readonly form: string; readonly link: string };
  /** Free texts of a status's source that HubSpot's pages do not show (§1.3, §10.2). */
  readonly statusTexts: Readonly<
    Record<'form' | 'link' | 'staff' | 'workflow' | 'import' | 'complaint', string>
  >;
}

export const TODAY: Assumptions = {
  optOutPropertyMirrorsStatus: true,
  oneOptInLiftsOptOutOfEverything: false,
  formOptsInWithPrivacySettingsOff: false,
  contactActsAs: { form: 'FORM', link: 'EMAIL' },
  statusTexts: {
    form: 'Form submission',
    link: 'Email preferences link',
    staff: 'HubSpot user',
    workflow: 'Workflow',
    import: 'Import',
    complaint: 'Spam complaint',
  },
};

/** Texts that HubSpot's pages do show (§1.3). */
export const DOCUMENTED_TEXTS = {
  api: 'Public status API',
  preferencesPage: 'Self Service Resubscription',
  none: 'Not specified',
} as const;
