import type { NonEmpty } from './decision.ts';

/** What can keep a mail from being sent; each belongs to one signal. */
export type ConsentObstacle =
  | 'opted-out-of-everything'
  | 'opted-out-of-brand'
  | 'opted-out'
  | 'not-specified'
  | 'inactive-type'
  | 'consent-outdated';
/** `bounced`: for a reason that may have passed; `no-such-address`: there is nobody to send to. */
export type DeliverabilityObstacle =
  | 'no-address'
  | 'no-such-address'
  | 'bounced'
  | 'quarantined'
  | 'ineligible'
  | 'spam-complaint'
  | 'double-opt-in-pending';
/** Why HubSpot may leave a contact out of an email: an email can be set either way, which no contact property tells. */
export type LeavesOut = 'unengaged' | 'send-limit';
export type BillingObstacle = 'not-a-marketing-contact';
/** `no-type-opted-in` is the overall verdict's own word for "no type's consent signal is on". */
export type Obstacle =
  ConsentObstacle | DeliverabilityObstacle | BillingObstacle | 'no-type-opted-in';

/** What is not known of a contact where a signal is `unknown`. The last two are not documented by HubSpot. */
export type Unknown =
  | 'state'
  | 'opt-out-of-everything'
  | 'consent-age'
  | 'no-such-address'
  | 'bounced'
  | 'quarantined'
  | 'ineligible'
  | 'spam-complaint'
  | 'double-opt-in-pending'
  | LeavesOut
  | 'marketing-status'
  | 'one-to-one-after-obstacle'
  | 'documents-disagree';

type NotKnown = { readonly is: 'unknown'; readonly why: NonEmpty<Unknown> };

/** On, off with every reason, or unknown: HubSpot did not say, or its documents disagree. */
export type Signal<O extends Obstacle> =
  { readonly is: 'on' } | { readonly is: 'off'; readonly why: NonEmpty<O> } | NotKnown;

/**
 * Whether the contact consents to mail of a type.
 * - `given`: HubSpot holds an opt-in, and no objection of the person stands.
 * - `not-needed`: nothing is recorded, and HubSpot sends without an opt-in.
 * - `against-objection`: HubSpot would send, and the person objected and has not come back.
 * - `objection-unclear`: HubSpot would send, and it is not known whether the person objects: they objected and may have
 *   come back, or their history could not be read.
 */
export type ConsentSignal =
  | { readonly is: 'given' | 'not-needed' | 'against-objection' | 'objection-unclear' }
  | { readonly is: 'off'; readonly why: NonEmpty<ConsentObstacle> }
  | NotKnown;

/** `may-leave-out`: nothing blocks, and HubSpot may leave the contact out of an email. */
export type DeliverabilitySignal =
  | Signal<DeliverabilityObstacle>
  | { readonly is: 'may-leave-out'; readonly why: NonEmpty<LeavesOut> };

export interface Signals {
  readonly consent: ConsentSignal;
  readonly deliverability: DeliverabilitySignal;
  readonly billing: Signal<BillingObstacle>;
}

/**
 * Does anything that HubSpot tells keep mail from being sent? `sent`: nothing does, though the deliverability signal may
 * be `may-leave-out`.
 * `sent-too-late`: HubSpot would send, but the consent is older than the organisation's limit, which HubSpot does not
 * know. `sent-against-objection` and `sent-unclear`: HubSpot would send, see `ConsentSignal`.
 */
export type Mail =
  'sent' | 'sent-too-late' | 'sent-against-objection' | 'sent-unclear' | 'not-sent' | 'not-known';

export interface TypeVerdict extends Signals {
  readonly typeId: string;
  readonly mail: Mail;
}

/** One-to-one mail needs no subscription and no marketing status; about an opt-out of everything HubSpot's documents disagree. */
export interface OneToOneVerdict extends Signals {
  readonly mail: Mail;
  /** The day on which the documents were last compared, where they matter for this contact. */
  readonly documentsDisagree?: {
    readonly checkedOn: string;
    readonly treatedAs: 'refused' | 'sent';
  };
}

/** One sentence for all marketing email. */
export type Verdict =
  /** HubSpot would send to somebody who objected and has not come back, or of whom that is not known. An alarm. */
  | {
      readonly kind: 'against-objection';
      readonly typeIds: NonEmpty<string>;
      /** Of `typeIds`, those of which it is not known whether the person objects. */
      readonly unclear: readonly string[];
      /** Other types, which nothing that HubSpot tells keeps from being sent. */
      readonly sent: readonly string[];
      /** Why HubSpot may leave the contact out, whatever the type. */
      readonly leavesOut?: NonEmpty<LeavesOut>;
    }
  | {
      readonly kind: 'will-send';
      readonly typeIds: NonEmpty<string>;
      /** Among them, those whose consent is older than the organisation's limit. */
      readonly outdated: readonly string[];
      readonly leavesOut?: NonEmpty<LeavesOut>;
    }
  | { readonly kind: 'will-not-send'; readonly because: NonEmpty<Obstacle> }
  /** `what`: all that is not known of the types that may be sent. */
  | { readonly kind: 'unknown'; readonly what: readonly Unknown[] };

/** The three signals of all marketing email together, worked out with the verdict so that they can't contradict it. */
export interface OverallSignals {
  readonly consent:
    | 'given'
    /** For some of the types that may be sent; for the others nothing is recorded. */
    | 'given-in-part'
    | 'not-needed'
    | 'pending-confirmation'
    | 'against-objection'
    | 'objection-unclear'
    | 'off'
    | 'unknown';
  readonly deliverability: DeliverabilitySignal['is'];
  readonly billing: Signal<BillingObstacle>['is'];
}

export interface Verdicts {
  readonly overall: Verdict;
  readonly signals: OverallSignals;
  readonly types: readonly TypeVerdict[];
  readonly oneToOne: OneToOneVerdict;
}

/** What HubSpot tells of sending to the address. Absent is unknown. */
export interface DeliverabilityFacts {
  /** HubSpot holds the address invalid, or it bounced because there is no such address. */
  readonly noSuchAddress?: boolean;
  /** HubSpot stopped sending after a bounce for another reason. */
  readonly bounced?: boolean;
  readonly quarantined?: boolean;
  /** HubSpot bars the address for all its customers. */
  readonly ineligible?: boolean;
  readonly spamComplaint?: boolean;
  readonly doubleOptInPending?: boolean;
  /** HubSpot counts the contact among the unengaged, see `isUnengaged`. */
  readonly unengaged?: boolean;
  /** The account's limit of emails per period is reached. */
  readonly sendLimitReached?: boolean;
}

/** Absent is unknown. */
export interface VerdictFacts extends DeliverabilityFacts {
  readonly hasAddress: boolean;
  /** `not-offered`: an account without marketing contacts, where no contact needs to be one. */
  readonly marketingContact?: boolean | 'not-offered';
  /** `on-not-enforced`: a legal basis is recorded, and HubSpot sends without an opt-in. */
  readonly privacySettings: PrivacySettings;
  readonly oneToOneAfterGlobalOptOut: 'refused' | 'sent';
  readonly optedOutOfEverything?: 'no' | 'portal' | 'brand';
  readonly types: readonly TypeFacts[];
  /** The type that one-to-one mail belongs to; "not specified" where the account has none. */
  readonly oneToOne: Pick<TypeFacts, 'state' | 'objection'>;
}

export const PRIVACY_SETTINGS = ['on', 'on-not-enforced', 'off'] as const;
export type PrivacySettings = (typeof PRIVACY_SETTINGS)[number];

export interface TypeFacts {
  readonly id: string;
  readonly isActive: boolean;
  readonly isInternal: boolean;
  readonly state?: 'opted-in' | 'opted-out' | 'not-specified';
  /** The opt-out of everything that covers this type. */
  readonly optedOutOfEverything?: 'no' | 'portal' | 'brand';
  /** Whether an objection of the person to this type stands; `perhaps`: they may have come back. */
  readonly objection?: 'stands' | 'perhaps' | 'none';
  readonly consentIsOutdated?: boolean;
}

/** On this day HubSpot's pages on one-to-one mail after an opt-out of everything were last compared. */
const DOCUMENTS_COMPARED_ON = '2026-11-23';

/**
 * Consent, deliverability and billing, for each type and for one-to-one mail, and what follows. With privacy settings
 * enforced, "not specified" may not be mailed; otherwise it may
 * (https://knowledge.hubspot.com/marketing-email/set-up-email-subscription-types).
 */
export function verdicts(facts: VerdictFacts): Verdicts {
  const deliverability = deliverabilityOf(facts);
  const billing = billingOf(facts);
  const judged = facts.types.map((type) => ({
    type,
    verdict: {
      typeId: type.id,
      ...judge(hubSpotConsentOf(type, facts), type, {
        // Double opt-in and marketing status are about marketing mail; internal types carry none.
        deliverability: type.isInternal ? oneToOneDeliverability(facts) : deliverability,
        billing: type.isInternal ? { is: 'on' } : billing,
      }),
    },
  }));
  const marketing = judged.flatMap(({ type, verdict }) => (type.isInternal ? [] : [verdict]));
  const overallVerdict = overall(facts, marketing);
  return {
    overall: overallVerdict,
    signals: overallSignals(overallVerdict, facts, marketing),
    types: judged.map(({ verdict }) => verdict),
    oneToOne: oneToOneOf(facts),
  };
}

/** What HubSpot makes of the consent of a type, whoever set it. */
function hubSpotConsentOf(type: TypeFacts, facts: VerdictFacts): Signal<ConsentObstacle> {
  const { state, isInternal, consentIsOutdated } = type;
  const unread: Unknown[] = [];
  if (state === undefined) unread.push('state');
  if (state === 'opted-in' && consentIsOutdated === undefined) unread.push('consent-age');
  const off: ConsentObstacle[] = [];
  if (!type.isActive) off.push('inactive-type');
  if (state === 'opted-out') off.push('opted-out');
  // HubSpot's setting wants an opt-in for marketing mail; internal types carry none.
  if (state === 'not-specified' && facts.privacySettings === 'on' && !isInternal) {
    off.push('not-specified');
  }
  if (state === 'opted-in' && consentIsOutdated === true) off.push('consent-outdated');
  return afterOptOutOfEverything(
    type.optedOutOfEverything,
    isInternal && facts.oneToOneAfterGlobalOptOut === 'sent',
    off,
    unread,
  );
}

/** The signal where everything may be opted out: first among the reasons, or what HubSpot's documents disagree on. */
function afterOptOutOfEverything(
  optedOut: VerdictFacts['optedOutOfEverything'],
  isTakenAsSent: boolean,
  off: readonly ConsentObstacle[],
  unread: readonly Unknown[],
): Signal<ConsentObstacle> {
  if (optedOut === undefined) return signal(off, [...unread, 'opt-out-of-everything']);
  if (optedOut === 'no') return signal(off, unread);
  if (isTakenAsSent) return signal(off, ['documents-disagree']);
  const everything = optedOut === 'portal' ? 'opted-out-of-everything' : 'opted-out-of-brand';
  return signal([everything, ...off], unread);
}

/** One type's signals, and what they make of its mail. */
function judge(
  hubSpot: Signal<ConsentObstacle>,
  { state, objection }: Pick<TypeFacts, 'state' | 'objection'>,
  others: Pick<Signals, 'deliverability' | 'billing'>,
): Signals & { readonly mail: Mail } {
  const mail = mailOf({ consent: hubSpot, ...others });
  const wouldConsent = hubSpot.is === 'on' || (hubSpot.is === 'off' && onlyOutdated(hubSpot.why));
  if (!wouldConsent) {
    return { consent: hubSpot, ...others, mail };
  }
  const isSent = mail === 'sent' || mail === 'sent-too-late';
  if (objection === 'stands') {
    return {
      consent: { is: 'against-objection' },
      ...others,
      mail: isSent ? 'sent-against-objection' : mail,
    };
  }
  if (objection !== 'none') {
    return {
      consent: { is: 'objection-unclear' },
      ...others,
      mail: isSent ? 'sent-unclear' : mail,
    };
  }
  if (hubSpot.is === 'off') return { consent: hubSpot, ...others, mail };
  return { consent: { is: state === 'opted-in' ? 'given' : 'not-needed' }, ...others, mail };
}

/** The facts that block mail, in the order in which they are said. */
const BLOCKS = [
  ['noSuchAddress', 'no-such-address'],
  ['bounced', 'bounced'],
  ['quarantined', 'quarantined'],
  ['ineligible', 'ineligible'],
  ['spamComplaint', 'spam-complaint'],
  ['doubleOptInPending', 'double-opt-in-pending'],
] as const satisfies readonly (readonly [keyof DeliverabilityFacts, DeliverabilityObstacle])[];

const LEAVING_OUT = [
  ['unengaged', 'unengaged'],
  ['sendLimitReached', 'send-limit'],
] as const satisfies readonly (readonly [keyof DeliverabilityFacts, LeavesOut])[];

function deliverabilityOf(facts: VerdictFacts): DeliverabilitySignal {
  const off: DeliverabilityObstacle[] = facts.hasAddress ? [] : ['no-address'];
  off.push(...namesOf(BLOCKS, facts, true));
  const unread = [...namesOf(BLOCKS, facts, undefined), ...namesOf(LEAVING_OUT, facts, undefined)];
  const [first, ...rest] = namesOf(LEAVING_OUT, facts, true);
  const blocked = signal(off, unread);
  return blocked.is === 'on' && first !== undefined
    ? { is: 'may-leave-out', why: [first, ...rest] }
    : blocked;
}

function namesOf<N extends string>(
  all: readonly (readonly [keyof DeliverabilityFacts, N])[],
  facts: DeliverabilityFacts,
  are: true | undefined,
): N[] {
  return all.flatMap(([fact, name]) => (facts[fact] === are ? [name] : []));
}

/** A contact who never opened a marketing email or clicked in one, and one who once did. */
const UNENGAGED_AFTER = { never: 11, once: 16 };

/**
 * Whether HubSpot counts a contact among the unengaged, whom an email may leave out: 11 marketing emails without an open
 * or click, or 16 where there was one before. Where that is not known, the smaller number counts
 * (https://knowledge.hubspot.com/marketing-email/what-is-graymail-and-how-can-i-avoid-sending-my-email-to-unengaged-contacts).
 */
export function isUnengaged(
  sendsSinceEngagement: number,
  hasEngaged: boolean | undefined,
): boolean {
  return sendsSinceEngagement >= UNENGAGED_AFTER[hasEngaged === true ? 'once' : 'never'];
}

function billingOf({ marketingContact }: VerdictFacts): Signal<BillingObstacle> {
  return signal(
    marketingContact === false ? ['not-a-marketing-contact'] : [],
    marketingContact === undefined ? ['marketing-status'] : [],
  );
}

/**
 * One-to-one mail looks at the one-to-one type alone; other internal types have sentences of their own. An account
 * without such a type has nothing to opt out of.
 */
function oneToOneOf(facts: VerdictFacts): OneToOneVerdict {
  const { optedOutOfEverything, oneToOneAfterGlobalOptOut: treatedAs, oneToOne } = facts;
  const hubSpot = afterOptOutOfEverything(
    optedOutOfEverything,
    treatedAs === 'sent',
    oneToOne.state === 'opted-out' ? ['opted-out'] : [],
    oneToOne.state === undefined ? ['state'] : [],
  );
  const verdict = judge(hubSpot, oneToOne, {
    deliverability: oneToOneDeliverability(facts),
    billing: { is: 'on' },
  });
  const matters = optedOutOfEverything === 'portal' || optedOutOfEverything === 'brand';
  return {
    ...verdict,
    ...(matters ? { documentsDisagree: { checkedOn: DOCUMENTS_COMPARED_ON, treatedAs } } : {}),
  };
}

/** Of an address that HubSpot does not send marketing mail to, whether it drops one-to-one mail is not documented. */
const BLOCKS_OF_ADDRESS = BLOCKS.filter(
  ([fact]) => fact !== 'spamComplaint' && fact !== 'doubleOptInPending',
);

function oneToOneDeliverability(facts: VerdictFacts): Signal<DeliverabilityObstacle> {
  if (!facts.hasAddress) return { is: 'off', why: ['no-address'] };
  const blocked = namesOf(BLOCKS_OF_ADDRESS, facts, true);
  return signal(
    [],
    blocked.length > 0
      ? ['one-to-one-after-obstacle']
      : namesOf(BLOCKS_OF_ADDRESS, facts, undefined),
  );
}

/** What HubSpot does with mail, whatever the person wants. */
function mailOf({
  consent,
  deliverability,
  billing,
}: {
  readonly consent: Signal<ConsentObstacle>;
  readonly deliverability: DeliverabilitySignal;
  readonly billing: Signal<BillingObstacle>;
}): 'sent' | 'sent-too-late' | 'not-sent' | 'not-known' {
  const isTooLate = consent.is === 'off' && onlyOutdated(consent.why);
  if ((consent.is === 'off' && !isTooLate) || deliverability.is === 'off' || billing.is === 'off') {
    return 'not-sent';
  }
  if ([consent, deliverability, billing].some((one) => one.is === 'unknown')) return 'not-known';
  return isTooLate ? 'sent-too-late' : 'sent';
}

function overall(facts: VerdictFacts, marketing: readonly TypeVerdict[]): Verdict {
  if (!facts.hasAddress) return { kind: 'will-not-send', because: ['no-address'] };
  const ids = (...mails: readonly Mail[]) =>
    marketing.flatMap(({ typeId, mail }) => (mails.includes(mail) ? [typeId] : []));
  const sent = ids('sent', 'sent-too-late');
  const deliverability = deliverabilityOf(facts);
  const leavesOut = deliverability.is === 'may-leave-out' ? { leavesOut: deliverability.why } : {};
  const [alarm, ...moreAlarms] = ids('sent-against-objection', 'sent-unclear');
  if (alarm !== undefined) {
    return {
      kind: 'against-objection',
      typeIds: [alarm, ...moreAlarms],
      unclear: ids('sent-unclear'),
      sent,
      ...leavesOut,
    };
  }
  const [one, ...more] = sent;
  if (one !== undefined) {
    return {
      kind: 'will-send',
      typeIds: [one, ...more],
      outdated: ids('sent-too-late'),
      ...leavesOut,
    };
  }
  const obstacles: Obstacle[] = [];
  if (facts.optedOutOfEverything === 'portal') obstacles.push('opted-out-of-everything');
  if (deliverability.is === 'off') obstacles.push(...deliverability.why);
  const billing = billingOf(facts);
  if (billing.is === 'off') obstacles.push(...billing.why);
  const noConsent = marketing.every(
    ({ consent }) => consent.is === 'off' && !onlyOutdated(consent.why),
  );
  if (noConsent && facts.optedOutOfEverything !== 'portal') obstacles.push('no-type-opted-in');
  const [first, ...rest] = obstacles;
  return first === undefined
    ? { kind: 'unknown', what: unknownIn(marketing) }
    : { kind: 'will-not-send', because: [first, ...rest] };
}

/** What keeps it from being known whether the types are sent of which that is not known. */
function unknownIn(marketing: readonly TypeVerdict[]): readonly Unknown[] {
  const what = marketing
    .filter(({ mail }) => mail === 'not-known')
    .flatMap(({ consent, deliverability, billing }) =>
      [consent, deliverability, billing].flatMap((one) => (one.is === 'unknown' ? one.why : [])),
    );
  return [...new Set(what)];
}

/** Off where the verdict gives it as a reason; the most alarming of the types' signals, where some type may be sent. */
function overallSignals(
  verdict: Verdict,
  facts: VerdictFacts,
  marketing: readonly TypeVerdict[],
): OverallSignals {
  return {
    consent: overallConsent(verdict, facts, marketing),
    deliverability: deliverabilityOf(facts).is,
    billing: billingOf(facts).is,
  };
}

function overallConsent(
  verdict: Verdict,
  facts: VerdictFacts,
  marketing: readonly TypeVerdict[],
): OverallSignals['consent'] {
  if (facts.optedOutOfEverything === 'portal') return 'off';
  if (marketing.length === 0) return verdict.kind === 'unknown' ? 'unknown' : 'off';
  const sent = marketing.filter(({ mail }) => mail.startsWith('sent'));
  const deciding = sent.length > 0 ? sent : marketing;
  const has = (is: ConsentSignal['is']) => deciding.some(({ consent }) => consent.is === is);
  if (has('against-objection')) return 'against-objection';
  if (has('objection-unclear')) return 'objection-unclear';
  if (has('given')) {
    if (facts.doubleOptInPending === true) return 'pending-confirmation';
    return has('not-needed') ? 'given-in-part' : 'given';
  }
  if (has('not-needed')) return 'not-needed';
  return has('unknown') ? 'unknown' : 'off';
}

function onlyOutdated(why: readonly ConsentObstacle[]): boolean {
  return why.every((one) => one === 'consent-outdated');
}

function signal<O extends Obstacle>(off: readonly O[], unread: readonly Unknown[]): Signal<O> {
  const [first, ...rest] = off;
  if (first !== undefined) return { is: 'off', why: [first, ...rest] };
  const [missing, ...others] = unread;
  return missing === undefined ? { is: 'on' } : { is: 'unknown', why: [missing, ...others] };
}
