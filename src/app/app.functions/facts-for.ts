import type { Claim } from '../contract/requests.ts';
import type { ConsentState } from '../evidence/consent-event.ts';
import type { Contact, SubscriptionType } from '../gateway/ports.ts';
import type { Change } from '../policy/change.ts';
import type { Facts, Ground } from '../policy/facts.ts';
import type { Organisation } from '../policy/organisation.ts';
import { deliverabilityFacts, deliverabilityGrounds } from './deliverability-facts.ts';
import { complaintStands, isCoolingOff, isOutdated, NEVER } from '../policy/times.ts';
import {
  AUTHOR_OF_OPT_OUT,
  consentPast,
  groundOf,
  groundOfObjection,
  type ConsentPast,
} from '../assessment/consent-past.ts';
import { authorOf } from '../assessment/authorship.ts';
import { openObjection } from '../assessment/objection.ts';
import { coversTypeAtPrimary } from '../assessment/scope.ts';
import { standingObjection, type PersonHistory } from '../assessment/standing-objection.ts';
import type { Evidence } from './gather.ts';
import { marketingFacts } from './marketing-facts.ts';
import { ledgerState, type LedgerRead } from './recording/ledger-of.ts';
import type { World } from './world.ts';

/** What whoever asks says of themselves and of what they saw. Believed only where it locks. */
export interface Asked {
  readonly claim?: Claim;
  readonly shown?: ConsentState | NonNullable<Facts['marketingStatus']>;
}

/** One type with its past, read once for every change that may be asked for. */
export interface KnownType {
  readonly type: SubscriptionType;
  readonly state: ConsentState;
  /** Absent where HubSpot's property and its status contradict each other. */
  readonly optedOutOfEverything?: NonNullable<Facts['optedOutOfEverything']>;
  readonly everything?: EverythingOptOut;
  readonly past: ConsentPast;
  readonly consentIsOutdated?: boolean;
}

/** The opt-out of all email that HubSpot holds. */
interface EverythingOptOut {
  readonly by?: NonNullable<Facts['everythingOptedOutBy']>;
  readonly through?: NonNullable<Facts['optedOutThrough']>;
  readonly ground?: Ground;
}

/** What is known of the person's past, for the pure functions of `assessment`. */
export function personHistory(evidence: Evidence): PersonHistory {
  const { timeline, historyWasRead, othersWereRead, isCut, contact } = evidence;
  const addressSince = timeline.find(({ change }) => change === 'address-changed')?.at;
  return {
    events: timeline,
    wasRead: historyWasRead && othersWereRead,
    isCut,
    complaint: contact.complaint,
    ...(addressSince === undefined ? {} : { addressSince }),
  };
}

/** Every type of the portal with what the evidence says of it. */
export function knownTypes(evidence: Evidence, organisation: Organisation): readonly KnownType[] {
  return evidence.types.map((type) => known(type, evidence, organisation));
}

/** What is known for deciding a change of one type. A fact that could not be read stays absent. */
export function factsForType(
  change: Change,
  typeId: string,
  types: readonly KnownType[],
  evidence: Evidence,
  { organisation }: Pick<World, 'organisation'>,
  asked: Asked,
): Facts {
  const common = factsOfContact(change, evidence, organisation, asked);
  const found = types.find(({ type }) => type.id === typeId);
  if (found === undefined) return { ...common, typeId, typeExists: false, alreadySo: false };
  const { type, state, past, consentIsOutdated } = found;
  const changedSinceShown = asked.shown !== undefined && asked.shown !== state;
  const inCoolingOff = isCoolingOff(
    { lastOptOut: past.lastOwnOptOut, lastRefusedRequest: NEVER },
    instant(evidence),
    organisation.coolingOffDays,
  );
  const spamComplaint = complaintStands(evidence.contact.complaint, past.lastReturn);
  return {
    ...common,
    ...only({
      typeId,
      businessUnitId: type.businessUnitId,
      typeExists: true,
      typeIsActive: type.isActive,
      typeIsInternal: type.isInternal,
      typeIsLocked: organisation.lockedTypes.includes(typeId),
      brandIsCovered: brandIsCovered(type, organisation),
      alreadySo:
        change === 'undo' ? false : state === (change === 'opt-in' ? 'opted-in' : 'opted-out'),
      changedSinceShown,
      optedOutOfEverything: found.optedOutOfEverything,
      everythingOptedOutBy: found.everything?.by,
      optedOutThrough: found.everything?.through ?? carrierOf(past, evidence),
      lastOptOutBy: past.optedOutBy,
      inCoolingOff,
      consentIsOutdated,
      spamComplaint,
    }),
    grounds: only({
      ...deliverabilityGrounds(evidence.contact.deliverability),
      optedOutOfEverything: found.everything?.ground,
      lastOptOutBy: past.optOut,
      inCoolingOff: inCoolingOff === true ? past.optOut : undefined,
      consentIsOutdated: past.consent,
      spamComplaint: complaintGround(evidence.contact),
    }),
  };
}

/** What is known for deciding a change of the whole contact: everything, or its marketing status. */
export function factsForContact(
  change: Change,
  types: readonly KnownType[],
  mayBeMailed: boolean | undefined,
  evidence: Evidence,
  { organisation }: Pick<World, 'organisation'>,
  asked: Asked,
): Facts {
  const { marketing } = evidence.contact;
  const status = marketingStatusOf(evidence.contact);
  const consented = types.filter(({ state }) => state === 'opted-in');
  return {
    ...factsOfContact(change, evidence, organisation, asked),
    ...only({
      alreadySo: isAlreadySo(change, status, evidence),
      marketingIsOffered: marketing.kind !== 'unavailable',
      marketingStatus: status,
      mayBeMailed,
      changedSinceShown: asked.shown !== undefined && asked.shown !== status,
      consentIsOutdated:
        consented.length > 0 &&
        consented.every(({ consentIsOutdated }) => consentIsOutdated === true),
    }),
    ...(isOfMarketing(change)
      ? marketingFacts(TARGET[change], marketing, evidence.marketing, organisation)
      : {}),
  };
}

/** HubSpot lists only types that were ever set for an address; the rest are "not specified". */
export function stateOf(typeId: string, { statuses }: Evidence): ConsentState {
  return (
    statuses.find(({ about }) => about.kind === 'subscription' && about.typeId === typeId)?.state ??
    'not-specified'
  );
}

function factsOfContact(
  change: Change,
  { contact, ledger, readAt }: Evidence,
  organisation: Organisation,
  { claim }: Asked,
): Facts {
  const { optIn, marketing } = organisation.teams;
  const { noSuchAddress, bounced, quarantined, ineligible, doubleOptInPending } =
    deliverabilityFacts(contact, undefined, readAt);
  return only({
    change,
    contactFound: true,
    hasAddress: contact.address !== undefined,
    privacySettings: organisation.privacySettings,
    selfOptOuts: organisation.selfOptOuts,
    teamMayChange: teamMay(isOfMarketing(change) ? marketing : optIn, claim),
    approver: organisation.approver.ownerId === 'not-set' ? 'none' : 'named',
    ledger: ledgerFact(ledger),
    noSuchAddress,
    hardBounced: bounced,
    quarantined,
    ineligible,
    doubleOptInPending,
  });
}

function isOfMarketing(change: Change): change is keyof typeof TARGET {
  return change === 'to-marketing' || change === 'to-non-marketing';
}

const TARGET = { 'to-marketing': 'marketing', 'to-non-marketing': 'non-marketing' } as const;

/** What could not be read is not known. */
function ledgerFact(ledger: LedgerRead): Facts['ledger'] {
  const state = ledgerState(ledger);
  return state === 'not-read' ? undefined : state;
}

function known(type: SubscriptionType, evidence: Evidence, organisation: Organisation): KnownType {
  const state = stateOf(type.id, evidence);
  const outs = evidence.everything.filter((one) => one.state === 'opted-out');
  const portal = outs.find(({ about }) => coversTypeAtPrimary(about, type) === 'portal');
  const out = portal ?? outs.find(({ about }) => coversTypeAtPrimary(about, type) === 'brand');
  const now = { isOptedOut: state === 'opted-out', everythingHolds: out !== undefined };
  const past = consentPast(type, now, personHistory(evidence), organisation.ownMessengers);
  const consentIsOutdated =
    state === 'opted-in'
      ? isOutdated(past.lastConsent, instant(evidence), organisation.consentLifetimeDays)
      : false;
  return {
    type,
    state,
    past,
    ...only({
      optedOutOfEverything:
        out === undefined ? noneUnlessContradicted(evidence) : coversTypeAtPrimary(out.about, type),
      consentIsOutdated,
    }),
    ...(out === undefined
      ? {}
      : { everything: everythingOptOut(out, type, evidence, organisation) }),
  };
}

/** HubSpot's own property for all email may say "opted out" where its status does not: then neither is relied on. */
function noneUnlessContradicted({ timeline }: Evidence): 'no' | undefined {
  const newest = timeline.find(
    ({ about, witnesses }) =>
      coversTypeAtPrimary(about, {}) === 'portal' &&
      witnesses.some(({ source }) => source === 'property-history'),
  );
  return newest?.change === 'opted-out' || newest?.change === 'changed' ? undefined : 'no';
}

/** Who stands behind the opt-out of all email that HubSpot holds, what carried it and which event it is. */
function everythingOptOut(
  { about }: Evidence['everything'][number],
  type: SubscriptionType,
  evidence: Evidence,
  { ownMessengers }: Organisation,
): EverythingOptOut {
  const scope = coversTypeAtPrimary(about, type);
  const brand = about.kind === 'everything' ? about.businessUnitId : undefined;
  const standing = standingObjection(
    brand === undefined ? { kind: 'all-email' } : { kind: 'brand', businessUnitId: brand },
    { ...personHistory(evidence), complaint: 'none' },
    ownMessengers,
  );
  const objection = openObjection(standing);
  if (objection !== undefined) {
    return only({
      by: AUTHOR_OF_OPT_OUT[objection.by],
      through: objection.through.kind,
      ground: groundOfObjection(objection),
    });
  }
  const event = evidence.timeline.find(
    (one) => one.change === 'opted-out' && coversTypeAtPrimary(one.about, type) === scope,
  );
  if (event === undefined) return {};
  const author = authorOf(event, ownMessengers);
  return only({
    by: evidence.historyWasRead ? (author === 'unknown' ? 'someone-unknown' : author) : undefined,
    through: event.actor.kind,
    ground: groundOf(event),
  });
}

/** What carried the opt-out that locks a type. */
function carrierOf(
  { optOut }: ConsentPast,
  { timeline }: Evidence,
): NonNullable<Facts['optedOutThrough']> | undefined {
  return optOut === undefined
    ? undefined
    : timeline.find(({ id }) => id === optOut.event)?.actor.kind;
}

function brandIsCovered(
  { businessUnitId }: SubscriptionType,
  { businessUnits }: Organisation,
): boolean | undefined {
  if (businessUnits === 'all') return true;
  return businessUnitId === undefined ? undefined : businessUnits.includes(businessUnitId);
}

function teamMay(teams: 'anyone' | readonly string[], claim: Claim | undefined) {
  if (teams === 'anyone') return true;
  return claim?.teamIds.some((id) => teams.includes(id));
}

function isAlreadySo(
  change: Change,
  status: Facts['marketingStatus'],
  { everything }: Evidence,
): boolean | undefined {
  if (change === 'opt-out-of-everything') {
    return everything.some(
      ({ state, about }) => state === 'opted-out' && coversTypeAtPrimary(about, {}) === 'portal',
    );
  }
  if (status === undefined) return undefined;
  return (status === 'marketing') === (change === 'to-marketing');
}

function marketingStatusOf({ marketing }: Contact): Facts['marketingStatus'] {
  if (marketing.kind === 'unavailable') return undefined;
  if (marketing.kind === 'non-marketing') return 'non-marketing';
  return marketing.untilNextUpdateDate ? 'leaving' : 'marketing';
}

function complaintGround({ complaint }: Contact): Ground | undefined {
  if (complaint === undefined || complaint === 'none' || complaint.at === undefined) return;
  return { event: `spam-complaint@${complaint.at}`, at: complaint.at };
}

function instant({ readAt }: Evidence): string {
  return new Date(readAt).toISOString();
}

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is not known. */
function only<const T extends Readonly<Record<string, unknown>>>(values: T): Known<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Known<T>;
}
