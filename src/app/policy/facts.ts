import type { Actor, Instant } from '../evidence/consent-event.ts';
import { CHANGES, type Change } from './change.ts';
import { PRIVACY_SETTINGS, type PrivacySettings } from './verdict.ts';

/**
 * What a decision may rest on. Every fact is optional: absent means unknown, which is not the same as
 * false and never helps an opt-in. Facts come from evidence, the portal and the organisation's choices;
 * the two that come from whoever asks can only lock, and say so.
 */
export interface Facts {
  readonly change?: Change;
  /** The type asked about, by HubSpot's id; absent for changes that are about no type. */
  readonly typeId?: string;
  /** The type's business unit, from HubSpot's subscription definition; "0" is the default brand. */
  readonly businessUnitId?: string;
  /** HubSpot has the contact. Deleted and erased contacts both answer 404 and can't be told apart. */
  readonly contactFound?: boolean;
  /** The contact has a primary e-mail address; HubSpot keeps consent by address. */
  readonly hasAddress?: boolean;
  /** The type is in HubSpot's list of subscription definitions. */
  readonly typeExists?: boolean;
  /** `isActive` of HubSpot's subscription definition. */
  readonly typeIsActive?: boolean;
  /** `isInternal` of HubSpot's subscription definition: one-to-one types and the like. */
  readonly typeIsInternal?: boolean;
  /** The organisation's choice `lockedTypes` names this type. */
  readonly typeIsLocked?: boolean;
  /** The organisation's choice `businessUnits` covers this type's brand. */
  readonly brandIsCovered?: boolean;
  /** What is asked for already holds in HubSpot. */
  readonly alreadySo?: boolean;
  /** Whoever asks was shown another state than the one that holds now. From the request; can only lock. */
  readonly changedSinceShown?: boolean;
  /** The opt-out of everything that covers this type, from HubSpot's `unsubscribe-all` status. */
  readonly optedOutOfEverything?: 'no' | 'portal' | 'brand';
  /** Who stands behind the opt-out of everything that HubSpot holds and that covers this type; as `lastOptOutBy`. */
  readonly everythingOptedOutBy?: OptOutAuthor;
  /** What carried the opt-out that locks: of everything where that locks, else of the type. HubSpot's word for it, whoever's will it was. */
  readonly optedOutThrough?: OptOutCarrier;
  /**
   * Who stands behind an opt-out that no later act of the contact has lifted, from the evidence. The
   * contact's own latest act counts first: staff who opt the contact in and out again don't replace it.
   */
  readonly lastOptOutBy?: OptOutAuthor;
  /** The organisation's choice for what the contact opted out of. */
  readonly selfOptOuts?: 'never' | 'with-proof';
  /** Time since the contact's last opt-out or refused request, compared with the organisation's cooling-off. */
  readonly inCoolingOff?: boolean;
  /** Age of the last opt-in that carries consent, compared with the organisation's limit. */
  readonly consentIsOutdated?: boolean;
  /** The contact reported mail as spam and has not come back since, from HubSpot's quarantine reason. */
  readonly spamComplaint?: boolean;
  /** HubSpot holds the address invalid, or it bounced because there is no such address. */
  readonly noSuchAddress?: boolean;
  /** HubSpot stopped sending after a bounce for another reason. */
  readonly hardBounced?: boolean;
  /** HubSpot's quarantine flag is set. */
  readonly quarantined?: boolean;
  /** HubSpot bars the address for all its customers. */
  readonly ineligible?: boolean;
  /** HubSpot's confirmation status waits for the contact. */
  readonly doubleOptInPending?: boolean;
  /** The portal's data privacy settings. HubSpot has no API that tells: the organisation says. */
  readonly privacySettings?: PrivacySettings;
  /** The acting user's team is among those that may change. A claim of the page, vouched for by nobody. */
  readonly teamMayChange?: boolean;
  /** The organisation's choice `approver`: whether it names somebody to ask. Offers a step, and decides nothing. */
  readonly approver?: 'named' | 'none';
  /** The record of changes this product keeps of this contact; `forked` and `broken` need an admin's eyes. */
  readonly ledger?: 'ready' | 'not-set-up' | 'forked' | 'broken';
  /** What an undo would bring back. */
  readonly undoTo?: (typeof UNDO_TO)[number];
  /** Whether the ten minutes in which a change of this product may be taken back still run. */
  readonly undoTime?: 'runs' | 'over';
  /** The subject of the change to be taken back has been changed again, by anyone. */
  readonly changedSinceOwn?: boolean;
  /** HubSpot is known to accept "not specified" as a write: the organisation's choice `notSpecified`. */
  readonly notSpecifiedIsAccepted?: boolean;
  /** The account has marketing contacts: HubSpot sends the status property. */
  readonly marketingIsOffered?: boolean;
  /** HubSpot's marketing status; `leaving` is marketing until the next update date. */
  readonly marketingStatus?: 'marketing' | 'leaving' | 'non-marketing';
  /** An active workflow of the portal applies requests, found in HubSpot or named by the organisation. */
  readonly marketingWorkflow?: 'found' | 'none';
  /** One more marketing contact against the organisation's choice `tierLimit`. */
  readonly tier?: 'within' | 'would-be-exceeded';
  /** At least one type may be mailed to this contact, from the verdict's consent lights. */
  readonly mayBeMailed?: boolean;
  /** For each fact that some event set off: which, and when. Goes into the reasons, never into a condition. */
  readonly grounds?: Readonly<Partial<Record<FactName, Ground>>>;
}

/** The event behind a fact. */
export interface Ground {
  readonly event: string;
  readonly at: Instant;
  /** The history is cut: it was then or earlier. */
  readonly orEarlier?: true;
  /** What made or carried the change, as HubSpot tells it. */
  readonly actor?: Actor;
}

export type FactName = Exclude<keyof Facts, 'grounds'>;
export type FactValue = string | boolean;

/** `someone-unknown`: whose will it was is not known, so it counts as the contact's own. */
const OPT_OUT_AUTHORS = [
  'contact',
  'someone-unknown',
  'staff',
  'workflow',
  'import',
  'integration',
  'this-card',
  'hubspot',
  'nobody',
] as const;
export type OptOutAuthor = (typeof OPT_OUT_AUTHORS)[number];

const OPT_OUT_CARRIERS = [
  'contact',
  'staff',
  'workflow',
  'import',
  'integration',
  'this-card',
  'hubspot',
  'someone',
] as const;
export type OptOutCarrier = (typeof OPT_OUT_CARRIERS)[number];

const YES_NO = [true, false] as const;

export const UNDO_TO = ['opted-in', 'opted-out', 'not-specified'] as const;

/** HubSpot's ids of types and business units. */
export const ID = /^\d{1,18}$/;

/** Every fact with the values it can have; `id` is any of HubSpot's ids. A policy that names another is refused. */
export const FACT_VALUES: { readonly [F in FactName]-?: readonly FactValue[] | 'id' } = {
  change: CHANGES,
  typeId: 'id',
  businessUnitId: 'id',
  contactFound: YES_NO,
  hasAddress: YES_NO,
  typeExists: YES_NO,
  typeIsActive: YES_NO,
  typeIsInternal: YES_NO,
  typeIsLocked: YES_NO,
  brandIsCovered: YES_NO,
  alreadySo: YES_NO,
  changedSinceShown: YES_NO,
  optedOutOfEverything: ['no', 'portal', 'brand'],
  optedOutThrough: OPT_OUT_CARRIERS,
  everythingOptedOutBy: OPT_OUT_AUTHORS,
  lastOptOutBy: OPT_OUT_AUTHORS,
  selfOptOuts: ['never', 'with-proof'],
  inCoolingOff: YES_NO,
  consentIsOutdated: YES_NO,
  spamComplaint: YES_NO,
  noSuchAddress: YES_NO,
  hardBounced: YES_NO,
  quarantined: YES_NO,
  ineligible: YES_NO,
  doubleOptInPending: YES_NO,
  privacySettings: PRIVACY_SETTINGS,
  teamMayChange: YES_NO,
  approver: ['named', 'none'],
  ledger: ['ready', 'not-set-up', 'forked', 'broken'],
  undoTo: UNDO_TO,
  undoTime: ['runs', 'over'],
  changedSinceOwn: YES_NO,
  notSpecifiedIsAccepted: YES_NO,
  marketingIsOffered: YES_NO,
  marketingStatus: ['marketing', 'leaving', 'non-marketing'],
  marketingWorkflow: ['found', 'none'],
  tier: ['within', 'would-be-exceeded'],
  mayBeMailed: YES_NO,
};
