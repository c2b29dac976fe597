import type { Instant } from '../evidence/consent-event.ts';

/** Why HubSpot stopped sending after a bounce. Only `unknown-user` says that there is no such address. */
export type BounceReason =
  'content' | 'mailbox-full' | 'other' | 'policy' | 'spam' | 'unknown-user';

export type QuarantineReason =
  | 'blocklist'
  | 'cancelled-campaigns'
  | 'complaint'
  | 'form-abuse'
  | 'high-bounce-rate'
  | 'list-import'
  | 'other'
  | 'suspension'
  | 'trust-and-safety'
  | 'undeliverable';

/** Since when something holds; without `at` HubSpot does not tell. */
export interface Since {
  readonly at?: Instant;
  /** The oldest version that HubSpot still has, or one that it copied: it was then or earlier. */
  readonly orEarlier?: true;
}

/** What HubSpot tells of sending to the contact's address. Absent is not known. */
export interface Deliverability {
  readonly bounce?: 'none' | (Since & { readonly reason: BounceReason });
  /** HubSpot holds the address itself to be invalid. */
  readonly badAddress?: 'no' | Since;
  /** `setBy: 'account'`: the account itself gave the reason, not HubSpot. */
  readonly quarantine?:
    'none' | (Since & { readonly reason?: QuarantineReason; readonly setBy?: 'account' });
  /** HubSpot bars the address for all its customers. */
  readonly ineligible?: boolean;
  /** Marketing emails sent since the contact last opened one or clicked in one. */
  readonly sendsSinceEngagement?: number;
  /** The contact has at some time opened a marketing email or clicked in one. */
  readonly hasEngaged?: boolean;
  /** The account's limit of emails per period is reached until then; may have passed. */
  readonly sendLimitUntil?: Instant;
}

/** Properties whose values this product may not understand. */
export const CONTACT_VALUES = [
  'hard-bounce',
  'hard-bounce-text',
  'bad-address',
  'quarantine',
  'quarantine-reason',
  'quarantine-reason-of-account',
  'ineligible',
  'sends-since-engagement',
  'send-limit',
  'double-opt-in',
  'marketing-status',
  'marketing-schedule',
] as const;
export type ContactValue = (typeof CONTACT_VALUES)[number];

/** Values that this product does not understand, as HubSpot wrote them, without control characters and cut. */
export type NotUnderstood = Readonly<Partial<Record<ContactValue, string>>>;

/** What clears the way for mail, each by itself: one for every obstacle. */
export type ClearingStep =
  | 'add-address'
  | 'allow-then-unbounce'
  | 'ask-hubspot-support'
  | 'ask-then-unbounce'
  | 'await-confirmation'
  | 'check-forms'
  | 'clear-own-quarantine'
  | 'contact-returns'
  | 'correct-address'
  | 'release-by-answer'
  | 'use-other-address';
