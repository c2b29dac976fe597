/** What only the organisation can say; HubSpot has no API for any of it. */
export interface Organisation {
  /** Data privacy settings of the portal. On by default for EU accounts made since 2025-06-18. */
  readonly privacySettings: 'on' | 'off';
}

/** The careful answer, until somebody who knows says otherwise. */
export const CAREFUL_ORGANISATION: Organisation = { privacySettings: 'on' };
