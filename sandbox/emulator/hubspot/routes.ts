import { addressOf, optOutOfEverything, setProperty, setStatus } from './acts.ts';
import type { Portal, PortalData, Source, State, SubscriptionType } from './entities.ts';
import {
  envelope,
  sentContact,
  sentDefinition,
  sentStatus,
  sentV3Status,
  sentWideStatus,
} from './formatters.ts';
import { TYPES } from './portals.ts';
import { isReadOnly } from './properties.ts';
import { refusals, type Refusal } from './refusals.ts';

/** One call, parsed; the token has been checked. */
interface Call {
  readonly portal: Portal;
  readonly data: PortalData;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly now: number;
}

export type Result = { readonly status: number; readonly body: unknown } | Refusal;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Any one of these is enough. */
  readonly scopes: readonly string[];
  readonly answer: (call: Call, parts: readonly string[]) => Result;
}

const READ = ['communication_preferences.read_write', 'communication_preferences.read'];
const WRITE = ['communication_preferences.read_write', 'communication_preferences.write'];
const CONTACTS = ['crm.objects.contacts.read'];

const CONTACT = /^\/crm\/(?:v3\/objects|objects\/2026-09)\/(?:contacts|0-1)\/(\d+)$/;
const DATED = '/communication-preferences/2026-09';
const V3 = '/communication-preferences/v3';

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: CONTACT, scopes: CONTACTS, answer: readContact },
  { method: 'PATCH', path: CONTACT, scopes: ['crm.objects.contacts.write'], answer: patchContact },
  { method: 'GET', path: exact(`${DATED}/definitions`), scopes: READ, answer: definitions },
  { method: 'GET', path: exact(`${DATED}/statuses/([^/]+)`), scopes: READ, answer: statuses },
  { method: 'POST', path: exact(`${DATED}/statuses/([^/]+)`), scopes: WRITE, answer: setDated },
  {
    method: 'GET',
    path: exact(`${DATED}/statuses/([^/]+)/unsubscribe-all`),
    scopes: READ,
    answer: wide,
  },
  {
    method: 'POST',
    path: exact(`${DATED}/statuses/([^/]+)/unsubscribe-all`),
    scopes: WRITE,
    answer: unsubscribeAll,
  },
  { method: 'GET', path: exact(`${V3}/definitions`), scopes: READ, answer: v3Definitions },
  { method: 'GET', path: exact(`${V3}/status/email/([^/]+)`), scopes: READ, answer: v3Status },
  { method: 'POST', path: exact(`${V3}/subscribe`), scopes: WRITE, answer: v3Subscribe },
  { method: 'POST', path: exact(`${V3}/unsubscribe`), scopes: WRITE, answer: v3Unsubscribe },
  {
    method: 'POST',
    path: exact('/oauth/v2/private-apps/get/access-token-info'),
    scopes: [],
    answer: tokenInfo,
  },
];

function exact(path: string): RegExp {
  return new RegExp(`^${path}$`);
}

function fine(body: unknown): Result {
  return { status: 200, body };
}

function readContact({ data, query }: Call, [id]: readonly string[]): Result {
  const contact = data.contacts[id ?? ''];
  if (contact === undefined) return refusals.notFound();
  return fine(
    sentContact(contact, list(query, 'properties'), list(query, 'propertiesWithHistory')),
  );
}

function patchContact({ data, body, now, portal }: Call, [id]: readonly string[]): Result {
  const contact = data.contacts[id ?? ''];
  if (contact === undefined) return refusals.notFound();
  const properties = Object.entries((body['properties'] ?? {}) as Record<string, unknown>);
  const readOnly = properties.find(([name]) => isReadOnly(name));
  if (readOnly !== undefined) return refusals.readOnly(readOnly[0]);
  for (const [name, value] of properties)
    setProperty(contact, name, String(value), ourSource(portal), now);
  return fine(sentContact(contact, [], []));
}

function definitions({ query, now }: Call): Result {
  const withTranslations = query.get('includeTranslations') === 'true';
  return fine(
    envelope(
      TYPES.map((type) => sentDefinition(type, withTranslations)),
      now,
    ),
  );
}

function statuses({ data, query, now }: Call, [address = '']: readonly string[]): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.invalid('channel is required');
  const stored = addressOf(data, address);
  return fine(
    envelope(
      TYPES.map((type) => sentStatus(address, type, stored.byType[type.id])),
      now,
    ),
  );
}

/** The dated write lets an opted-out address back in, and asks for no legal basis even where privacy settings are on. */
function setDated({ data, body, now, portal }: Call, [address = '']: readonly string[]): Result {
  const type = typeOf(body['subscriptionId']);
  const state = body['statusState'];
  if (body['channel'] !== 'EMAIL' || type === undefined || !isState(state)) {
    return refusals.invalid('Invalid input JSON');
  }
  const before = addressOf(data, address).byType[type.id];
  const isBack = before?.state === 'UNSUBSCRIBED' && state === 'SUBSCRIBED';
  const reason =
    before?.state === state
      ? 'NO_STATUS_CHANGE'
      : isBack
        ? 'RESUBSCRIBE_OCCURRED'
        : 'REQUESTED_CHANGE_OCCURRED';
  if (reason !== 'NO_STATUS_CHANGE') {
    setStatus(
      data,
      undefined,
      type.id,
      state,
      ourSource(portal),
      'Public status API',
      now,
      ground(body),
      address,
    );
  }
  const after = addressOf(data, address).byType[type.id];
  return fine(envelope([sentStatus(address, type, after, reason)], now));
}

function wide({ data, query, now }: Call, [address = '']: readonly string[]): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.invalid('channel is required');
  return fine(envelope([sentWideStatus(address, addressOf(data, address))], now));
}

function unsubscribeAll(
  { data, query, now, portal }: Call,
  [address = '']: readonly string[],
): Result {
  if (query.get('channel') !== 'EMAIL') return refusals.invalid('channel is required');
  optOutOfEverything(data, undefined, ourSource(portal), 'Public status API', now, address);
  const isVerbose = query.get('verbose') === 'true';
  return fine(envelope(isVerbose ? [sentWideStatus(address, addressOf(data, address))] : [], now));
}

function v3Definitions(): Result {
  return fine({ subscriptionDefinitions: TYPES.map((type) => sentDefinition(type, false)) });
}

function v3Status({ data }: Call, [address = '']: readonly string[]): Result {
  const stored = addressOf(data, address);
  return fine({
    recipient: address,
    subscriptionStatuses: TYPES.map((type) => sentV3Status(type, stored)),
  });
}

/** v3 refuses an address that is opted out of the type or of everything: the guard the product relies on. */
function v3Subscribe({ data, body, now, portal }: Call): Result {
  const read = v3Input(body);
  if (read === undefined) return refusals.invalid('Invalid input JSON');
  const { address, type } = read;
  if (
    portal.privacySettings === 'on' &&
    (body['legalBasis'] === undefined || body['legalBasisExplanation'] === undefined)
  ) {
    return refusals.invalid('legalBasis and legalBasisExplanation are required');
  }
  const stored = addressOf(data, address);
  const state = stored.byType[type.id]?.state;
  if (state === 'UNSUBSCRIBED' || stored.everything?.state === 'UNSUBSCRIBED') {
    return refusals.invalid(
      `Subscription ${type.id} for ${address} cannot be updated because they have unsubscribed`,
    );
  }
  if (state === 'SUBSCRIBED') {
    return refusals.invalid(`${address} is already subscribed to subscription ${type.id}`);
  }
  setStatus(
    data,
    undefined,
    type.id,
    'SUBSCRIBED',
    ourSource(portal),
    'Public status API',
    now,
    ground(body),
    address,
  );
  return fine(sentV3Status(type, stored));
}

function v3Unsubscribe({ data, body, now, portal }: Call): Result {
  const read = v3Input(body);
  if (read === undefined) return refusals.invalid('Invalid input JSON');
  const { address, type } = read;
  const stored = addressOf(data, address);
  if (stored.byType[type.id]?.state === 'UNSUBSCRIBED') {
    return refusals.invalid(`${address} is already unsubscribed from subscription ${type.id}`);
  }
  setStatus(
    data,
    undefined,
    type.id,
    'UNSUBSCRIBED',
    ourSource(portal),
    'Public status API',
    now,
    ground(body),
    address,
  );
  return fine(sentV3Status(type, stored));
}

function tokenInfo({ portal, body }: Call): Result {
  if (body['tokenKey'] !== portal.token) return refusals.invalid('tokenKey is not valid');
  return fine({ userId: 1, hubId: portal.id, appId: portal.appId, scopes: portal.scopes });
}

/** HubSpot's history names the app, never the person who clicked. */
function ourSource(portal: Portal): Source {
  return { sourceType: 'INTEGRATION', sourceId: String(portal.appId), sourceLabel: 'Consent Card' };
}

function v3Input(
  body: Readonly<Record<string, unknown>>,
): { readonly address: string; readonly type: SubscriptionType } | undefined {
  const address = body['emailAddress'];
  const type = typeOf(body['subscriptionId']);
  return typeof address === 'string' && type !== undefined ? { address, type } : undefined;
}

function typeOf(id: unknown): SubscriptionType | undefined {
  return TYPES.find((type) => type.id === String(id));
}

function isState(state: unknown): state is State {
  return state === 'SUBSCRIBED' || state === 'UNSUBSCRIBED' || state === 'NOT_SPECIFIED';
}

function ground(body: Readonly<Record<string, unknown>>) {
  const { legalBasis, legalBasisExplanation } = body;
  return {
    ...(typeof legalBasis === 'string' ? { legalBasis } : {}),
    ...(typeof legalBasisExplanation === 'string' ? { explanation: legalBasisExplanation } : {}),
  };
}

/** Both spellings that HubSpot takes: repeated, and separated by commas. */
function list(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((part) => part !== ''));
}
