import type {
  BounceReason,
  ClearingStep,
  Deliverability,
  QuarantineReason,
  Since,
} from '../contract/deliverability.ts';
import type { MarketingRequest, MarketingStatus } from '../contract/snapshot.ts';
import type { Contact } from '../gateway/ports.ts';
import type { NonEmpty } from '../policy/decision.ts';
import type { Ground } from '../policy/facts.ts';
import {
  isUnengaged,
  type DeliverabilityFacts,
  type Obstacle,
  type Verdict,
} from '../policy/verdict.ts';

type OfContact = Pick<Contact, 'deliverability' | 'doubleOptIn' | 'notUnderstood'>;

/** The facts on sending to the address; `at`: now, in milliseconds since the epoch. Absent is unknown. */
export function deliverabilityFacts(
  { deliverability, doubleOptIn, notUnderstood = {} }: OfContact,
  spamComplaint: boolean | undefined,
  at: number,
): DeliverabilityFacts {
  const { quarantine, ineligible, sendsSinceEngagement, hasEngaged, sendLimitUntil } =
    deliverability;
  const facts = {
    noSuchAddress: noSuchAddress(deliverability, notUnderstood),
    bounced: bounced(deliverability, notUnderstood),
    quarantined: quarantine === undefined ? undefined : quarantine !== 'none',
    ineligible,
    spamComplaint,
    doubleOptInPending: doubleOptIn === 'unknown' ? undefined : doubleOptIn === 'pending',
    // An account without these properties leaves nobody out.
    unengaged:
      notUnderstood['sends-since-engagement'] === undefined
        ? isUnengaged(sendsSinceEngagement ?? 0, hasEngaged)
        : undefined,
    sendLimitReached:
      notUnderstood['send-limit'] === undefined
        ? sendLimitUntil !== undefined && Date.parse(sendLimitUntil) > at
        : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** One "yes" is enough; a "no" counts where nothing is left that may be a "yes". */
function noSuchAddress(
  { bounce, badAddress }: Deliverability,
  notUnderstood: NonNullable<Contact['notUnderstood']>,
): boolean | undefined {
  if (typeof badAddress === 'object') return true;
  if (typeof bounce === 'object' && bounce.reason === 'unknown-user') return true;
  if (isBounceUnclear(notUnderstood) || notUnderstood['bad-address'] !== undefined)
    return undefined;
  return bounce === undefined && badAddress === undefined ? undefined : false;
}

function bounced(
  { bounce, badAddress }: Deliverability,
  notUnderstood: NonNullable<Contact['notUnderstood']>,
): boolean | undefined {
  if (bounce !== undefined) return bounce !== 'none' && bounce.reason !== 'unknown-user';
  return badAddress === undefined || isBounceUnclear(notUnderstood) ? undefined : false;
}

function isBounceUnclear(notUnderstood: NonNullable<Contact['notUnderstood']>): boolean {
  return (
    notUnderstood['hard-bounce'] !== undefined || notUnderstood['hard-bounce-text'] !== undefined
  );
}

/** The events behind the facts that rules speak of, as far as HubSpot tells when they were. */
export function deliverabilityGrounds({ bounce, badAddress, quarantine }: Deliverability): {
  readonly noSuchAddress?: Ground;
  readonly hardBounced?: Ground;
  readonly quarantined?: Ground;
} {
  const [ofBounce, ofQuarantine] = [ground('bounce', bounce), ground('quarantine', quarantine)];
  const isUnknownUser = typeof bounce === 'object' && bounce.reason === 'unknown-user';
  const ofNoAddress = isUnknownUser ? ofBounce : ground('bad-address', badAddress);
  return {
    ...(ofNoAddress === undefined ? {} : { noSuchAddress: ofNoAddress }),
    ...(ofBounce === undefined || isUnknownUser ? {} : { hardBounced: ofBounce }),
    ...(ofQuarantine === undefined ? {} : { quarantined: ofQuarantine }),
  };
}

function ground(what: string, found: Since | string | undefined): Ground | undefined {
  if (typeof found !== 'object' || found.at === undefined) return undefined;
  const { at, orEarlier } = found;
  return { event: `${what}@${at}`, at, ...(orEarlier === undefined ? {} : { orEarlier }) };
}

/** What clears each obstacle, in the order of the obstacles; those of consent and billing have ways of their own. */
export function clearingSteps(
  because: NonEmpty<Obstacle>,
  deliverability: Deliverability,
): ClearingStep[] {
  const complaintStands = because.includes('spam-complaint');
  return [
    ...new Set(
      because.flatMap((obstacle) => stepOf(obstacle, deliverability, complaintStands) ?? []),
    ),
  ];
}

function stepOf(
  obstacle: Obstacle,
  { bounce, quarantine }: Deliverability,
  complaintStands: boolean,
): ClearingStep | undefined {
  switch (obstacle) {
    case 'no-address':
      return 'add-address';
    case 'no-such-address':
      return 'correct-address';
    case 'bounced':
      return typeof bounce === 'object' ? STEP_AFTER_BOUNCE[bounce.reason] : undefined;
    case 'quarantined':
      return typeof quarantine === 'object'
        ? stepOutOfQuarantine(quarantine, complaintStands)
        : undefined;
    case 'ineligible':
      return 'use-other-address';
    case 'spam-complaint':
      return 'contact-returns';
    case 'double-opt-in-pending':
      return 'await-confirmation';
    case 'opted-out-of-everything':
    case 'opted-out-of-brand':
    case 'opted-out':
    case 'not-specified':
    case 'inactive-type':
    case 'consent-outdated':
    case 'not-a-marketing-contact':
    case 'no-type-opted-in':
      return undefined;
  }
}

/** https://knowledge.hubspot.com/marketing-email/how-can-i-send-an-email-to-a-contact-that-has-previously-bounced */
const STEP_AFTER_BOUNCE: Readonly<Record<BounceReason, ClearingStep>> = {
  'unknown-user': 'correct-address',
  'mailbox-full': 'ask-then-unbounce',
  other: 'ask-then-unbounce',
  content: 'allow-then-unbounce',
  policy: 'allow-then-unbounce',
  spam: 'allow-then-unbounce',
};

/** https://knowledge.hubspot.com/marketing-email/understand-and-manage-quarantined-contacts */
const STEP_OUT_OF_QUARANTINE: Readonly<Record<QuarantineReason, ClearingStep>> = {
  complaint: 'contact-returns',
  'form-abuse': 'check-forms',
  undeliverable: 'correct-address',
  'list-import': 'release-by-answer',
  'high-bounce-rate': 'release-by-answer',
  'cancelled-campaigns': 'release-by-answer',
  suspension: 'ask-hubspot-support',
  blocklist: 'ask-hubspot-support',
  'trust-and-safety': 'ask-hubspot-support',
  other: 'ask-hubspot-support',
};

function stepOutOfQuarantine(
  { reason, setBy }: Exclude<Deliverability['quarantine'], 'none' | undefined>,
  complaintStands: boolean,
): ClearingStep {
  if (setBy === 'account') return 'clear-own-quarantine';
  // The contact has come back already, and HubSpot keeps the quarantine.
  const isAnswered = reason === 'complaint' && !complaintStands;
  return reason === undefined || isAnswered
    ? 'ask-hubspot-support'
    : STEP_OUT_OF_QUARANTINE[reason];
}

/**
 * Whether a contact counts as a marketing contact although no marketing email can be sent, and nobody has asked to
 * change that. A double opt-in that is waiting may be confirmed any moment.
 */
export function isBilledInVain(
  verdict: Verdict,
  marketing: MarketingStatus,
  request: MarketingRequest | undefined,
): boolean {
  if (marketing.kind !== 'marketing' || marketing.untilNextUpdateDate) return false;
  const isAsked =
    request?.to === 'non-marketing' &&
    (request.state === 'requested' || request.state === 'pending');
  return (
    verdict.kind === 'will-not-send' &&
    !isAsked &&
    verdict.because.some((obstacle) => obstacle !== 'double-opt-in-pending')
  );
}
