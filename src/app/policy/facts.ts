/**
 * What a decision may rest on. Every fact is optional: absent means unknown, which is not the same as
 * false and never helps an opt-in. Facts come from evidence and the portal, never from whoever asks.
 */
export interface Facts {
  readonly change?: 'opt-in' | 'opt-out';
  /** The contact has a primary e-mail address; HubSpot keeps consent by address. */
  readonly hasAddress?: boolean;
  readonly typeExists?: boolean;
  readonly typeIsActive?: boolean;
  /** HubSpot's own one-to-one types and the like; not for staff to set. */
  readonly typeIsInternal?: boolean;
  readonly state?: 'opted-in' | 'opted-out' | 'not-specified';
  readonly optedOutOfEverything?: boolean;
  /** Who is behind the opt-out that holds today; `nobody` where none holds. */
  readonly lastOptOutBy?:
    | 'contact'
    | 'someone-unknown'
    | 'staff'
    | 'workflow'
    | 'import'
    | 'integration'
    | 'this-card'
    | 'hubspot'
    | 'nobody';
  /** The portal's data privacy settings. HubSpot has no API that tells: the organisation says. */
  readonly privacySettings?: 'on' | 'off';
}

export type FactName = keyof Facts;
export type FactValue = string | boolean;

/** Every fact with the values it can have; a policy that names another is refused when it is loaded. */
export const FACT_VALUES: { readonly [F in FactName]-?: readonly FactValue[] } = {
  change: ['opt-in', 'opt-out'],
  hasAddress: [true, false],
  typeExists: [true, false],
  typeIsActive: [true, false],
  typeIsInternal: [true, false],
  state: ['opted-in', 'opted-out', 'not-specified'],
  optedOutOfEverything: [true, false],
  lastOptOutBy: [
    'contact',
    'someone-unknown',
    'staff',
    'workflow',
    'import',
    'integration',
    'this-card',
    'hubspot',
    'nobody',
  ],
  privacySettings: ['on', 'off'],
};
