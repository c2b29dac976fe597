/**
 * What HubSpot does not document and the emulator has to settle somehow. Each needs a real account to
 * confirm; the switch says what is played here.
 */
export const ASSUMPTIONS = {
  /** Each change of a type's status adds a version to the type's opt-out property (hubspot/apis.md §10.6). */
  optOutPropertyMirrorsStatus: true,
  /** A form submission stands as `FORM` and a link in an e-mail as `EMAIL` in property history (§2.4). */
  contactActsAs: { form: 'FORM', link: 'EMAIL' },
  /** Free texts of a status's source that HubSpot's pages do not show (§10.2). */
  statusTexts: {
    form: 'Form submission',
    link: 'Email preferences link',
    staff: 'HubSpot user',
    workflow: 'Workflow',
    import: 'Import',
  },
} as const;
