/** HubSpot's legal bases for communication (OpenAPI: communication preferences 2026-09, `legalBasis`). */
export const LEGAL_BASES = [
  'CONSENT_WITH_NOTICE',
  'LEGITIMATE_INTEREST_PQL',
  'LEGITIMATE_INTEREST_CLIENT',
  'LEGITIMATE_INTEREST_OTHER',
  'PERFORMANCE_OF_CONTRACT',
  'PROCESS_AND_STORE',
  'NON_GDPR',
] as const;

/** Longest explanation kept, in Unicode code points. HubSpot states no limit; this is ours. */
export const EXPLANATION_LIMIT = 2000;

/** Longest note on where the proof lies, in Unicode code points. */
export const EVIDENCE_LIMIT = 500;

/** Longest note to whoever is asked to approve, in Unicode code points. */
export const NOTE_LIMIT = 1000;

export type LegalBasis = (typeof LEGAL_BASES)[number];
