import type { NonEmpty } from './decision.ts';

/** What can keep a mail from being sent; each belongs to one light. */
export type ConsentObstacle =
  | 'opted-out-of-everything'
  | 'opted-out-of-brand'
  | 'opted-out'
  | 'not-specified'
  | 'inactive-type'
  | 'consent-outdated';
export type DeliverabilityObstacle =
  'no-address' | 'hard-bounced' | 'quarantined' | 'spam-complaint' | 'double-opt-in-pending';
export type BillingObstacle = 'not-a-marketing-contact';
/** `no-type-opted-in` is the overall verdict's own word for "no consent light is on". */
export type Obstacle =
  ConsentObstacle | DeliverabilityObstacle | BillingObstacle | 'no-type-opted-in';

/** On, off with every reason, or unknown: HubSpot did not say, or its documents disagree. */
export type Light<O extends Obstacle> =
  | { readonly is: 'on' }
  | { readonly is: 'off'; readonly why: NonEmpty<O> }
  | { readonly is: 'unknown'; readonly why: NonEmpty<'not-read' | 'documents-disagree'> };

export interface Lights {
  readonly consent: Light<ConsentObstacle>;
  readonly deliverability: Light<DeliverabilityObstacle>;
  readonly billing: Light<BillingObstacle>;
}

/**
 * Will it be sent? `sent-too-late`: HubSpot would send, but the consent is older than the organisation's limit,
 * which is the organisation's to heed; HubSpot knows no such limit.
 */
export type Mail = 'sent' | 'sent-too-late' | 'not-sent' | 'not-known';

export interface TypeVerdict extends Lights {
  readonly typeId: string;
  readonly mail: Mail;
}

/** One-to-one mail needs no subscription and no marketing status; about an opt-out of everything HubSpot's documents disagree. */
export interface OneToOneVerdict extends Lights {
  readonly mail: Mail;
  /** The day on which the documents were last compared, where they matter for this contact. */
  readonly documentsDisagree?: {
    readonly checkedOn: string;
    readonly treatedAs: 'refused' | 'sent';
  };
}

/** One sentence for all marketing e-mail. */
export type Verdict =
  | {
      readonly kind: 'will-send';
      readonly typeIds: NonEmpty<string>;
      /** Among them, those whose consent is older than the organisation's limit. */
      readonly outdated: readonly string[];
    }
  | { readonly kind: 'will-not-send'; readonly because: NonEmpty<Obstacle> }
  | { readonly kind: 'unknown' };

export interface Verdicts {
  readonly overall: Verdict;
  readonly types: readonly TypeVerdict[];
  readonly oneToOne: OneToOneVerdict;
}

/** Absent is unknown. */
export interface VerdictFacts {
  readonly hasAddress: boolean;
  readonly hardBounced?: boolean;
  readonly quarantined?: boolean;
  readonly spamComplaint?: boolean;
  readonly doubleOptInPending?: boolean;
  /** `not-offered`: an account without marketing contacts, where no contact needs to be one. */
  readonly marketingContact?: boolean | 'not-offered';
  readonly privacySettings: 'on' | 'off';
  readonly oneToOneAfterGlobalOptOut: 'refused' | 'sent';
  readonly optedOutOfEverything?: 'no' | 'portal' | 'brand';
  readonly types: readonly TypeFacts[];
}

export interface TypeFacts {
  readonly id: string;
  readonly isActive: boolean;
  readonly isInternal: boolean;
  readonly state?: 'opted-in' | 'opted-out' | 'not-specified';
  /** The opt-out of everything that covers this type. */
  readonly optedOutOfEverything?: 'no' | 'portal' | 'brand';
  readonly consentIsOutdated?: boolean;
}

/** On this day HubSpot's pages on one-to-one mail after an opt-out of everything were last compared. */
const DOCUMENTS_COMPARED_ON = '2026-11-23';

/**
 * Consent, deliverability and billing, for each type and for one-to-one mail, and what follows. With privacy
 * settings on, "not specified" may not be mailed; with them off it may
 * (https://knowledge.hubspot.com/marketing-email/set-up-email-subscription-types).
 */
export function verdicts(facts: VerdictFacts): Verdicts {
  const deliverability = deliverabilityOf(facts);
  const billing = billingOf(facts);
  const judged = facts.types.map((type) => {
    const lights: Lights = {
      consent: consentOf(type, facts),
      // Double opt-in and marketing status are about marketing mail; internal types carry none.
      deliverability: type.isInternal ? oneToOneDeliverability(facts) : deliverability,
      billing: type.isInternal ? { is: 'on' } : billing,
    };
    return { type, verdict: { typeId: type.id, ...lights, mail: mailOf(lights) } };
  });
  const marketing = judged.filter(({ type }) => !type.isInternal);
  return {
    overall: overall(
      facts,
      marketing.map(({ verdict }) => verdict),
    ),
    types: judged.map(({ verdict }) => verdict),
    oneToOne: oneToOneOf(facts),
  };
}

function consentOf(type: TypeFacts, facts: VerdictFacts): Light<ConsentObstacle> {
  const { state, isInternal, consentIsOutdated } = type;
  const off: ConsentObstacle[] = [];
  if (!type.isActive) off.push('inactive-type');
  if (state === 'opted-out') off.push('opted-out');
  // HubSpot's setting wants an opt-in for marketing mail; internal types carry none.
  if (state === 'not-specified' && facts.privacySettings === 'on' && !isInternal) {
    off.push('not-specified');
  }
  if (state === 'opted-in' && consentIsOutdated === true) off.push('consent-outdated');
  const isRead = state !== undefined && (state !== 'opted-in' || consentIsOutdated !== undefined);
  return afterOptOutOfEverything(
    type.optedOutOfEverything,
    isInternal && facts.oneToOneAfterGlobalOptOut === 'sent',
    off,
    isRead,
  );
}

/** The consent light where everything may be opted out: first among the reasons, or what HubSpot's documents disagree on. */
function afterOptOutOfEverything(
  optedOut: VerdictFacts['optedOutOfEverything'],
  isTakenAsSent: boolean,
  off: readonly ConsentObstacle[],
  isRead: boolean,
): Light<ConsentObstacle> {
  if (optedOut === undefined || optedOut === 'no') return light(off, isRead && optedOut === 'no');
  if (isTakenAsSent) {
    return off.length > 0 ? light(off, isRead) : { is: 'unknown', why: ['documents-disagree'] };
  }
  const everything = optedOut === 'portal' ? 'opted-out-of-everything' : 'opted-out-of-brand';
  return light([everything, ...off], isRead);
}

function deliverabilityOf(facts: VerdictFacts): Light<DeliverabilityObstacle> {
  const { hardBounced, quarantined, spamComplaint, doubleOptInPending } = facts;
  const off: DeliverabilityObstacle[] = [];
  if (!facts.hasAddress) off.push('no-address');
  if (hardBounced) off.push('hard-bounced');
  if (quarantined) off.push('quarantined');
  if (spamComplaint) off.push('spam-complaint');
  if (doubleOptInPending) off.push('double-opt-in-pending');
  return light(
    off,
    [hardBounced, quarantined, spamComplaint, doubleOptInPending].every((one) => one !== undefined),
  );
}

function billingOf({ marketingContact }: VerdictFacts): Light<BillingObstacle> {
  return light(
    marketingContact === false ? ['not-a-marketing-contact'] : [],
    marketingContact !== undefined,
  );
}

function oneToOneOf(facts: VerdictFacts): OneToOneVerdict {
  const { optedOutOfEverything, oneToOneAfterGlobalOptOut: treatedAs } = facts;
  const ofType = facts.types.some(({ isInternal, state }) => isInternal && state === 'opted-out');
  const lights: Lights = {
    consent: afterOptOutOfEverything(
      optedOutOfEverything,
      treatedAs === 'sent',
      ofType ? ['opted-out'] : [],
      true,
    ),
    deliverability: oneToOneDeliverability(facts),
    billing: { is: 'on' },
  };
  const matters = optedOutOfEverything === 'portal' || optedOutOfEverything === 'brand';
  return {
    ...lights,
    mail: mailOf(lights),
    ...(matters ? { documentsDisagree: { checkedOn: DOCUMENTS_COMPARED_ON, treatedAs } } : {}),
  };
}

/** Whether HubSpot drops one-to-one mail to a bounced or quarantined address is not documented. */
function oneToOneDeliverability(facts: VerdictFacts): Light<DeliverabilityObstacle> {
  if (!facts.hasAddress) return { is: 'off', why: ['no-address'] };
  const { hardBounced, quarantined } = facts;
  return light([], hardBounced === false && quarantined === false);
}

function mailOf({ consent, deliverability, billing }: Lights): Mail {
  const isTooLate = consent.is === 'off' && consent.why.every((why) => why === 'consent-outdated');
  if ((consent.is === 'off' && !isTooLate) || deliverability.is === 'off' || billing.is === 'off') {
    return 'not-sent';
  }
  if ([consent, deliverability, billing].some((one) => one.is === 'unknown')) return 'not-known';
  return isTooLate ? 'sent-too-late' : 'sent';
}

function overall(facts: VerdictFacts, marketing: readonly TypeVerdict[]): Verdict {
  if (!facts.hasAddress) return { kind: 'will-not-send', because: ['no-address'] };
  const sent = marketing.filter(({ mail }) => mail === 'sent' || mail === 'sent-too-late');
  const [one, ...more] = sent.map(({ typeId }) => typeId);
  if (one !== undefined) {
    const outdated = sent.filter(({ mail }) => mail === 'sent-too-late');
    return {
      kind: 'will-send',
      typeIds: [one, ...more],
      outdated: outdated.map(({ typeId }) => typeId),
    };
  }
  const obstacles: Obstacle[] = [];
  if (facts.optedOutOfEverything === 'portal') obstacles.push('opted-out-of-everything');
  const deliverability = deliverabilityOf(facts);
  if (deliverability.is === 'off') obstacles.push(...deliverability.why);
  const billing = billingOf(facts);
  if (billing.is === 'off') obstacles.push(...billing.why);
  const noConsent = marketing.every(({ consent }) => consent.is === 'off' && !onlyOld(consent.why));
  if (noConsent && facts.optedOutOfEverything !== 'portal') obstacles.push('no-type-opted-in');
  const [first, ...rest] = obstacles;
  return first === undefined
    ? { kind: 'unknown' }
    : { kind: 'will-not-send', because: [first, ...rest] };
}

function onlyOld(why: readonly ConsentObstacle[]): boolean {
  return why.every((one) => one === 'consent-outdated');
}

function light<O extends Obstacle>(off: readonly O[], isRead: boolean): Light<O> {
  const [first, ...rest] = off;
  if (first !== undefined) return { is: 'off', why: [first, ...rest] };
  return isRead ? { is: 'on' } : { is: 'unknown', why: ['not-read'] };
}
