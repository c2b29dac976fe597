/** What a person can ask for, and what a policy decides. */
export const CHANGES = [
  'opt-in',
  'opt-out',
  'opt-out-of-everything',
  'to-marketing',
  'to-non-marketing',
  'undo',
] as const;

export type Change = (typeof CHANGES)[number];

/** The changes that are never answered with "unknown" and need nothing but an address and, for one type, that type. */
export function isOptOut(change: Change): boolean {
  return change === 'opt-out' || change === 'opt-out-of-everything';
}
