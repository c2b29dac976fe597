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
  /**
   * Two writes of one unique value at once: the second is refused (atomic), or both succeed while the first
   * is younger than `raceWindowMs` (racing). HubSpot's page on unique properties promises no duplicates and
   * says nothing of concurrent writes [?].
   */
  readonly uniqueValuesUnderRace: 'atomic' | 'racing';
  readonly raceWindowMs: number;
  /**
   * A custom object's records are read, by id, by unique value and in lists, as they are (at-once) or as they
   * were `readDelayMs` ago (delayed). No page promises either [?]; of property definitions a public
   * integration's live runs saw 250 to 700 ms, and a schema that changed back and forth for a minute.
   */
  readonly readsAfterWrite: 'at-once' | 'delayed';
  readonly readDelayMs: number;
  /**
   * Search sees what was there so long ago. Documented as "a few moments" without a number (HubSpot's guide
   * to CRM search, limits); third parties saw seconds to two minutes.
   */
  readonly searchLagMs: number;
  /** The unique value of an archived record can be used again, or stays taken [?]. */
  readonly keysOfArchivedRecords: 'freed' | 'kept';
  /**
   * A record created with the unique value of an archived one is a new one, or the archived one restored, as
   * HubSpot does with archived properties (a public integration's live runs) [?]. Means nothing where keys are kept.
   */
  readonly createWithArchivedKey: 'new-record' | 'restores-archived';
  /** Which of two records that share a unique value is read by it; only racing writes make such a pair [?]. */
  readonly readByDoubledKey: 'oldest' | 'newest';
  /**
   * Whether v3 refuses a custom record without its schema's required properties, as 2026-09 does. A public
   * integration's test against a real account says yes; HubSpot's changelog of 2026-08-11 says of admins'
   * rules in general that v3 does not enforce them (hubspot/apis.md §6) [?].
   */
  readonly v3EnforcesRequiredProperties: boolean;
  /**
   * Whether a custom object may be addressed by its bare name besides type id and `p…_name`. HubSpot's guide
   * names the other three; public integrations got "Unable to infer object type" for the bare name.
   */
  readonly bareObjectNames: 'refused' | 'accepted';
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
  uniqueValuesUnderRace: 'atomic',
  raceWindowMs: 1000,
  readsAfterWrite: 'at-once',
  readDelayMs: 2000,
  searchLagMs: 10_000,
  keysOfArchivedRecords: 'freed',
  createWithArchivedKey: 'new-record',
  readByDoubledKey: 'oldest',
  v3EnforcesRequiredProperties: true,
  bareObjectNames: 'refused',
};

/** Texts that HubSpot's pages do show (§1.3). */
export const DOCUMENTED_TEXTS = {
  api: 'Public status API',
  preferencesPage: 'Self Service Resubscription',
  none: 'Not specified',
} as const;
