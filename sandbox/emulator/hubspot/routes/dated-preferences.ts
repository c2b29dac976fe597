import { STATUS_STATES } from '../../generated/names.ts';
import { isSubscriber } from '../address.ts';
import {
  changeByApp,
  fine,
  hasReadableGround,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import {
  asRead,
  consentsOf,
  everythingOf,
  isOutOfEverything,
  setEverything,
  setStatus,
  statusAsRead,
  storeStatus,
} from '../consents.ts';
import type { PortalData, State, Status, SubscriptionType } from '../entities.ts';
import { envelope, neverSet, sentDefinition, sentStatus, sentWideStatus } from '../formatters.ts';
import { eventsAt } from '../indexes.ts';
import { optIn } from '../opt-ins.ts';
import type { Parameters } from '../parameters.ts';
import { refusal, refusals } from '../refusals.ts';

const BASE = '/communication-preferences/2026-09';
const READ = ['communication_preferences.read_write', 'communication_preferences.read'];
const WRITE = ['communication_preferences.read_write', 'communication_preferences.write'];
/** A link shows the statuses and changes them. */
const LINKS = [
  'communication_preferences.read_write',
  'communication_preferences.read communication_preferences.write',
];

const OF_A_BRAND: Parameters = { channel: ['EMAIL'], businessUnitId: 'integer' };

/** The dated family (OpenAPI file communication preferences 2026-09; the same contract since v4). */
export const DATED_PREFERENCES: readonly Route[] = [
  {
    method: 'GET',
    path: `${BASE}/definitions`,
    scopes: READ,
    query: { businessUnitId: 'integer', includeTranslations: 'flag' },
    answer: definitions,
  },
  {
    method: 'GET',
    path: `${BASE}/statuses/{subscriberIdString}`,
    scopes: READ,
    query: OF_A_BRAND,
    answer: ofSubscriber(statuses),
  },
  {
    method: 'POST',
    path: `${BASE}/statuses/{subscriberIdString}`,
    scopes: WRITE,
    answer: ofSubscriber(setOne),
  },
  {
    method: 'GET',
    path: `${BASE}/statuses/{subscriberIdString}/unsubscribe-all`,
    scopes: READ,
    query: { ...OF_A_BRAND, verbose: 'flag' },
    answer: ofSubscriber(wide),
  },
  {
    method: 'POST',
    path: `${BASE}/statuses/{subscriberIdString}/unsubscribe-all`,
    scopes: WRITE,
    query: { ...OF_A_BRAND, verbose: 'flag' },
    answer: ofSubscriber(unsubscribeAll),
  },
  {
    method: 'POST',
    path: `${BASE}/links/generate`,
    scopes: LINKS,
    query: OF_A_BRAND,
    answer: links,
  },
];

/** A route whose path names a subscriber, which must be an address where HubSpot looks (`preferencesCheckAddresses`). */
function ofSubscriber(answer: Route['answer']): Route['answer'] {
  return (call, parts) =>
    isSubscriber(parts[0] ?? '', call.data.assumptions)
      ? answer(call, parts)
      : refusals.noSubscriber();
}

function definitions({ data, query, now }: Call): Result {
  const withTranslations = query.get('includeTranslations') === 'true';
  return fine(
    envelope(
      typesAsked(data, query).map((type) => sentDefinition(type, withTranslations)),
      now,
    ),
  );
}

function statuses({ data, query, now }: Call, [address = '']: readonly string[]): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const stored = consentsOf(data, address);
  const { untouchedTypesAreListed, inactiveTypesAreListed } = data.assumptions;
  return fine(
    envelope(
      typesAsked(data, query)
        .filter(({ isActive }) => isActive || inactiveTypesAreListed)
        .map((type) => ({ type, status: statusAsRead(data, stored, type, now) }))
        .filter(({ status }) => status !== undefined || untouchedTypesAreListed)
        .map(({ type, status = neverSet(data, now) }) => sentStatus(address, type, status)),
      now,
    ),
  );
}

/**
 * Lets an opted-out address back in and says so, and asks for no legal basis even where privacy settings are
 * on (HubSpot's v3 guide; a third party's calls on a live account, hubspot/apis.md §0).
 */
function setOne(call: Call, [address = '']: readonly string[]): Result {
  const { data, body, now } = call;
  const { subscriptionId, statusState: state } = body;
  if (typeof subscriptionId !== 'number' || body['channel'] !== 'EMAIL' || !isState(state)) {
    return refusals.unreadable();
  }
  if (!hasReadableGround(body)) return refusals.unreadable();
  const type = data.types.find(({ id }) => id === String(subscriptionId));
  if (type === undefined) {
    return refusals.invalid(`Subscription ${String(subscriptionId)} does not exist`);
  }
  const refused = refusalOf(call, address, type, state);
  if (refused !== undefined) return refused;
  const stored = consentsOf(data, address);
  const before = stored.byType[type.id]?.state ?? 'NOT_SPECIFIED';
  const isBack =
    state === 'SUBSCRIBED' &&
    (before === 'UNSUBSCRIBED' || (before !== 'SUBSCRIBED' && isOutOfEverything(stored, type)));
  const reason =
    before === state
      ? 'NO_STATUS_CHANGE'
      : isBack
        ? 'RESUBSCRIBE_OCCURRED'
        : 'REQUESTED_CHANGE_OCCURRED';
  const change = changeByApp(call);
  if (before !== state && state === 'SUBSCRIBED') {
    const under = data.assumptions.datedOptInUnderOptOutOfEverything;
    if (!optIn(data, address, type.id, change, under))
      return refusals.unsubscribed(type.id, address);
  } else if (before !== state) {
    setStatus(data, address, type.id, state, change);
  } else if (keepsNewBasis(call, before)) {
    storeStatus(data, address, type.id, state, change);
  }
  const after = consentsOf(data, address).byType[type.id] ?? neverSet(data, now);
  return fine(envelope([sentStatus(address, type, after, reason)], now));
}

function keepsNewBasis({ data, body }: Call, before: State): boolean {
  const hasBasis = body['legalBasis'] !== undefined || body['legalBasisExplanation'] !== undefined;
  const isSet = before !== 'NOT_SPECIFIED';
  return isSet && hasBasis && data.assumptions.basisOfRepeatedStatus === 'kept';
}

/** What the documents leave open; each is an assumption. */
function refusalOf(
  { data }: Call,
  address: string,
  type: SubscriptionType,
  state: State,
): Result | undefined {
  const { assumptions } = data;
  if (state === 'NOT_SPECIFIED' && !assumptions.notSpecifiedCanBeWritten) {
    return refusals.invalid('statusState NOT_SPECIFIED is not allowed');
  }
  if (type.isInternal && !assumptions.internalTypesTakeWrites) {
    return refusals.invalid(`Subscription ${type.id} is internal`);
  }
  const hasComplained = eventsAt(data, address).some(({ change }) => change === 'SPAM_REPORTED');
  if (state === 'SUBSCRIBED' && assumptions.complaintStopsDatedOptIn && hasComplained) {
    return refusals.invalid(`${address} has reported an e-mail as spam`);
  }
  return undefined;
}

/** One status a brand, unless one brand is asked for (HubSpot's guide, of the batch read). */
function wide({ data, query, now }: Call, [address = '']: readonly string[]): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const stored = consentsOf(data, address);
  const asked = brandAsked(query);
  const brands = [0, ...data.brands].filter((brand) => asked === undefined || brand === asked);
  return fine(
    envelope(
      brands.flatMap((brand) => {
        const status = wideStatus(data, asRead(everythingOf(stored, brand), data, now), now);
        return status === undefined ? [] : [sentWideStatus(address, status, brand)];
      }),
      now,
    ),
  );
}

/** Undefined where HubSpot says nothing of an address that is not opted out (see `notOptedOutOfEverythingReads`). */
function wideStatus(
  data: PortalData,
  read: Status | undefined,
  now: number,
): Pick<Status, 'state' | 'at'> | undefined {
  if (read?.state === 'UNSUBSCRIBED') return read;
  const status = read ?? neverSet(data, now);
  switch (data.assumptions.notOptedOutOfEverythingReads) {
    case 'not-specified':
      return status;
    case 'subscribed':
      return { ...status, state: 'SUBSCRIBED' };
    case 'nothing':
      return undefined;
  }
}

/** Empty results unless `verbose=true` (HubSpot's page on this endpoint). [guess: verboseAnswer] [guess: unknownType] */
function unsubscribeAll(call: Call, [address = '']: readonly string[]): Result {
  const { data, query, now } = call;
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const brand = brandAsked(query) ?? 0;
  if (brand !== 0 && !data.brands.includes(brand)) {
    return refusals.invalid(`businessUnitId ${String(brand)} does not exist`);
  }
  const change = changeByApp(call);
  const isOut = everythingOf(consentsOf(data, address), brand)?.state === 'UNSUBSCRIBED';
  if (!isOut || data.assumptions.repeatedOptOutOfEverything === 'moves-its-time') {
    setEverything(data, address, 'UNSUBSCRIBED', change, brand);
  }
  if (query.get('verbose') !== 'true') return fine(envelope([], now));
  const status = { state: 'UNSUBSCRIBED', at: now, source: change.text } as const;
  return fine(
    envelope(
      data.types
        .filter((type) => brand === 0 || type.brand === brand)
        .map((type) => sentStatus(address, type, status, 'UNSUBSCRIBE_FROM_ALL_OCCURRED')),
      now,
    ),
  );
}

function typesAsked({ types }: PortalData, query: URLSearchParams): readonly SubscriptionType[] {
  const brand = brandAsked(query);
  return brand === undefined ? types : types.filter((type) => type.brand === brand);
}

function brandAsked(query: URLSearchParams): number | undefined {
  const asked = query.get('businessUnitId');
  return asked === null ? undefined : Number(asked);
}

/** How an account answers that makes no links is open (see `preferenceLinks`). */
const NO_LINKS = {
  forbidden: () => refusal(403, 'FORBIDDEN', 'preference pages are not available'),
  'not-found': refusals.notFound,
  rejected: () => refusals.invalid('preference pages are not available'),
} as const;

/** The contact's own pages; the addresses are of a domain that no one can own (RFC 2606). */
function links({ portal, data, query, body }: Call): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const { subscriberIdString: address, subscriptionId, language } = body;
  if (typeof address !== 'string') return refusals.unreadable();
  if (!isSubscriber(address, data.assumptions)) return refusals.noSubscriber();
  if (language !== undefined && typeof language !== 'string') return refusals.unreadable();
  const brand = brandAsked(query) ?? 0;
  if (brand !== 0 && !data.brands.includes(brand)) {
    return refusals.invalid(`businessUnitId ${String(brand)} does not exist`);
  }
  const { preferenceLinks } = data.assumptions;
  if (preferenceLinks !== 'made') return NO_LINKS[preferenceLinks]();
  const asked = new URLSearchParams({
    to: address,
    ...(language === undefined ? {} : { language }),
    ...(brand === 0 ? {} : { brand: String(brand) }),
  });
  const page = (name: string) =>
    `https://preferences.hubspot.example/${String(portal.id)}/${name}?${asked.toString()}`;
  return fine({
    subscriberIdString: address,
    managePreferencesUrl: page('manage'),
    unsubscribeAllUrl: page('unsubscribe-all'),
    ...(typeof subscriptionId === 'number'
      ? { unsubscribeSingleUrl: `${page('unsubscribe')}&type=${String(subscriptionId)}` }
      : {}),
  });
}

function isState(state: unknown): state is State {
  return STATUS_STATES.some((one) => one === state);
}
