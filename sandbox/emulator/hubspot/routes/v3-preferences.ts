import { isSubscriber } from '../address.ts';
import {
  changeByApp,
  fine,
  hasReadableGround,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import { consentsOf, isOutOfEverything, setStatus } from '../consents.ts';
import type { SubscriptionType } from '../entities.ts';
import { sentDefinition, sentV3Status } from '../formatters.ts';
import { optIn } from '../opt-ins.ts';
import { refusals, type Refusal } from '../refusals.ts';

const BASE = '/communication-preferences/v3';
const READ = ['communication_preferences.read_write', 'communication_preferences.read'];
const WRITE = ['communication_preferences.read_write', 'communication_preferences.write'];

/** v3, older but with the guard that the dated family lacks (OpenAPI file communication preferences v3). */
export const V3_PREFERENCES: readonly Route[] = [
  { method: 'GET', path: `${BASE}/definitions`, scopes: READ, answer: definitions },
  { method: 'GET', path: `${BASE}/status/email/{emailAddress}`, scopes: READ, answer: statuses },
  { method: 'POST', path: `${BASE}/subscribe`, scopes: WRITE, answer: subscribe },
  { method: 'POST', path: `${BASE}/unsubscribe`, scopes: WRITE, answer: unsubscribe },
];

function definitions({ data }: Call): Result {
  return fine({ subscriptionDefinitions: data.types.map((type) => sentDefinition(type, false)) });
}

function statuses({ data }: Call, [address = '']: readonly string[]): Result {
  if (!isSubscriber(address, data.assumptions)) return refusals.noSubscriber();
  const stored = consentsOf(data, address);
  return fine({
    recipient: address,
    subscriptionStatuses: data.types.map((type) => sentV3Status(type, stored)),
  });
}

/**
 * Refuses an address that is opted out of the type or of everything, and, where privacy settings are on, an
 * opt-in without a legal basis and its explanation (third parties' reports, hubspot/apis.md §1.4).
 */
function subscribe(call: Call): Result {
  const input = inputOf(call);
  if ('status' in input) return input;
  const { address, type } = input;
  const { legalBasis, legalBasisExplanation: explanation } = call.body;
  if (call.data.settings.privacySettings === 'on' && (legalBasis === undefined || !explanation)) {
    return refusals.invalid('legalBasis and legalBasisExplanation are required');
  }
  const stored = consentsOf(call.data, address);
  const state = stored.byType[type.id]?.state;
  if (state === 'UNSUBSCRIBED') return refusals.unsubscribed(type.id, address);
  const under = call.data.assumptions.v3SubscribeUnderOptOutOfEverything;
  if (state === 'SUBSCRIBED' && (!isOutOfEverything(stored, type) || under === 'leaves-it')) {
    return refusals.invalid(`${address} is already subscribed to subscription ${type.id}`);
  }
  if (!optIn(call.data, address, type.id, changeByApp(call), under)) {
    return refusals.unsubscribed(type.id, address);
  }
  return fine(sentV3Status(type, consentsOf(call.data, address)));
}

/** Whether a second opt-out is refused, and one under an opt-out of everything, is open (two assumptions). */
function unsubscribe(call: Call): Result {
  const input = inputOf(call);
  if ('status' in input) return input;
  const { address, type } = input;
  const stored = consentsOf(call.data, address);
  const { v3UnsubscribeUnderOptOutOfEverything: under } = call.data.assumptions;
  if (isOutOfEverything(stored, type) && under === 'refused') {
    return refusals.invalid(`${address} is unsubscribed at a level above ${type.id}`);
  }
  const isOut = stored.byType[type.id]?.state === 'UNSUBSCRIBED';
  if (isOut && call.data.assumptions.v3RefusesSecondOptOut) {
    return refusals.invalid(`${address} is already unsubscribed from subscription ${type.id}`);
  }
  setStatus(call.data, address, type.id, 'UNSUBSCRIBED', changeByApp(call));
  return fine(sentV3Status(type, consentsOf(call.data, address)));
}

function inputOf({
  body,
  data,
}: Call): { readonly address: string; readonly type: SubscriptionType } | Refusal {
  const { emailAddress: address, subscriptionId } = body;
  if (typeof address !== 'string' || typeof subscriptionId !== 'string') {
    return refusals.unreadable();
  }
  if (!hasReadableGround(body)) return refusals.unreadable();
  if (!isSubscriber(address, data.assumptions)) return refusals.noSubscriber();
  const type = data.types.find(({ id }) => id === subscriptionId);
  if (type === undefined) return refusals.invalid(`Subscription ${subscriptionId} does not exist`);
  return { address, type };
}
