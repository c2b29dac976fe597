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
} from '../consents.ts';
import type { PortalData, State, SubscriptionType } from '../entities.ts';
import { envelope, sentDefinition, sentStatus, sentWideStatus } from '../formatters.ts';
import { eventsAt } from '../indexes.ts';
import type { Parameters } from '../parameters.ts';
import { refusals } from '../refusals.ts';

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
  const { byType } = consentsOf(data, address);
  return fine(
    envelope(
      typesAsked(data, query).map((type) =>
        sentStatus(address, type, asRead(byType[type.id], data, now)),
      ),
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
  const refusal = refusalOf(call, address, type, state);
  if (refusal !== undefined) return refusal;
  const stored = consentsOf(data, address);
  const { byType, everything } = stored;
  const before = byType[type.id]?.state ?? 'NOT_SPECIFIED';
  const isBack =
    state === 'SUBSCRIBED' &&
    (before === 'UNSUBSCRIBED' || (before !== 'SUBSCRIBED' && isOutOfEverything(stored, type)));
  const reason =
    before === state
      ? 'NO_STATUS_CHANGE'
      : isBack
        ? 'RESUBSCRIBE_OCCURRED'
        : 'REQUESTED_CHANGE_OCCURRED';
  if (before !== state) {
    const change = changeByApp(call);
    setStatus(data, address, type.id, state, change);
    if (
      data.assumptions.oneOptInLiftsOptOutOfEverything &&
      state === 'SUBSCRIBED' &&
      everything?.state === 'UNSUBSCRIBED'
    ) {
      setEverything(data, address, 'NOT_SPECIFIED', change);
    }
  }
  const after = consentsOf(data, address).byType[type.id];
  return fine(envelope([sentStatus(address, type, after, reason)], now));
}

/** What the documents leave open; each is a switch. */
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

/** One status a brand, unless one brand is asked for (that an account with brands answers for each is inferred). */
function wide({ data, query, now }: Call, [address = '']: readonly string[]): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const stored = consentsOf(data, address);
  const asked = brandAsked(query);
  const brands = [0, ...data.brands].filter((brand) => asked === undefined || brand === asked);
  return fine(
    envelope(
      brands.map((brand) =>
        sentWideStatus(address, asRead(everythingOf(stored, brand), data, now), brand),
      ),
      now,
    ),
  );
}

/** Empty results unless `verbose=true` (HubSpot's page on this endpoint). There is no way back from here. */
function unsubscribeAll(call: Call, [address = '']: readonly string[]): Result {
  const { data, query, now } = call;
  if (query.get('channel') !== 'EMAIL') return refusals.channelMissing();
  const brand = brandAsked(query) ?? 0;
  if (brand !== 0 && !data.brands.includes(brand)) {
    return refusals.invalid(`businessUnitId ${String(brand)} does not exist`);
  }
  const change = changeByApp(call);
  if (everythingOf(consentsOf(data, address), brand)?.state !== 'UNSUBSCRIBED') {
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
