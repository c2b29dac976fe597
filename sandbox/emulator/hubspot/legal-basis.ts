import { LEGAL_BASES } from '../generated/names.ts';

export type LegalBasis = (typeof LEGAL_BASES)[number];

/** HubSpot's names, the same in v3 and dated. */
export function isLegalBasis(value: unknown): value is LegalBasis {
  return LEGAL_BASES.some((name) => name === value);
}
