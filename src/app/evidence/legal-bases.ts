/** The legal bases in one of HubSpot's values, which may hold several with semicolons between. */
export function legalBasesIn(value: string): string[] {
  return [...new Set(value.split(';').map((one) => one.trim()))].filter((one) => one !== '');
}

/** HubSpot's legal bases of this family rest on the organisation's claim and not on an act of the contact. */
export function isLegitimateInterest(legalBasis: string | undefined): boolean {
  return legalBasis?.startsWith('LEGITIMATE_INTEREST') ?? false;
}
