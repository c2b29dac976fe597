import type { NonEmpty } from './decision.ts';

/** What can keep a marketing e-mail from being sent, whatever the subscription types say. */
export type Obstacle =
  | 'no-address'
  | 'opted-out-of-everything'
  | 'hard-bounced'
  | 'quarantined'
  | 'double-opt-in-pending'
  | 'not-a-marketing-contact'
  | 'no-type-opted-in';

export type VerdictFact = 'everything-status' | 'types';

/** Will HubSpot send a marketing e-mail to this contact, and if not, because of what? */
export type Verdict =
  | { readonly kind: 'will-send'; readonly typeIds: NonEmpty<string> }
  | { readonly kind: 'will-not-send'; readonly because: NonEmpty<Obstacle> }
  | { readonly kind: 'unknown'; readonly missing: NonEmpty<VerdictFact> };

/** Absent is unknown. Deliverability and billing facts that could not be read do not make a promise false: they are left out of the verdict. */
export interface VerdictFacts {
  readonly hasAddress: boolean;
  readonly optedOutOfEverything?: boolean;
  readonly hardBounced?: boolean;
  readonly quarantined?: boolean;
  readonly doubleOptInPending?: boolean;
  readonly marketingContact?: boolean;
  readonly privacySettings: 'on' | 'off';
  readonly types?: readonly {
    readonly id: string;
    readonly state: 'opted-in' | 'opted-out' | 'not-specified';
    readonly isActive: boolean;
    readonly isInternal: boolean;
  }[];
}

/**
 * One verdict for marketing e-mail. With privacy settings on, "not specified" may not be mailed; with
 * them off it may (HubSpot's page on subscription types, hubspot/apis.md §3). One-to-one mail is not
 * judged here: HubSpot's sources disagree about it.
 */
export function verdict(facts: VerdictFacts): Verdict {
  const obstacles: Obstacle[] = [];
  if (!facts.hasAddress) return { kind: 'will-not-send', because: ['no-address'] };
  if (facts.optedOutOfEverything) obstacles.push('opted-out-of-everything');
  if (facts.hardBounced) obstacles.push('hard-bounced');
  if (facts.quarantined) obstacles.push('quarantined');
  if (facts.doubleOptInPending) obstacles.push('double-opt-in-pending');
  if (facts.marketingContact === false) obstacles.push('not-a-marketing-contact');
  const mailable = facts.types
    ?.filter((type) => type.isActive && !type.isInternal)
    .filter(
      ({ state }) =>
        state === 'opted-in' || (state === 'not-specified' && facts.privacySettings === 'off'),
    )
    .map((type) => type.id);
  if (mailable?.length === 0 && !facts.optedOutOfEverything) obstacles.push('no-type-opted-in');

  const [first, ...rest] = obstacles;
  if (first !== undefined) return { kind: 'will-not-send', because: [first, ...rest] };
  if (facts.optedOutOfEverything === undefined)
    return { kind: 'unknown', missing: ['everything-status'] };
  const [one, ...more] = mailable ?? [];
  if (one === undefined) return { kind: 'unknown', missing: ['types'] };
  return { kind: 'will-send', typeIds: [one, ...more] };
}
