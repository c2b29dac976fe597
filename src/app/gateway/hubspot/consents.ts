import type { PublicUpdateSubscriptionStatusRequestLegalBasisEnum } from '@hubspot/api-client/lib/codegen/communication_preferences';
import * as z from 'zod/mini';
import type { ConsentState } from '../../evidence/consent-event.ts';
import type { CurrentStatus } from '../../evidence/current-status.ts';
import type { Consents, SubscriptionType } from '../ports.ts';
import { HubSpotTrouble } from '../trouble.ts';
import { unreadable, type HubSpotClient } from './client.ts';
import { instantOf } from './instant.ts';
import { BrandId, Id, readAnswer, readList } from './read-answer.ts';
import { pathPart } from './url-text.ts';
import { isOfAddress } from './whose.ts';

/** The dated family; its contract has not changed since v4 (hubspot/apis.md §1.1). */
const BASE = '/communication-preferences/2026-09';
const EMAIL = { channel: 'EMAIL' };

const State = z.enum(['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SPECIFIED']);
const Timestamp = z.nullish(z.union([z.string(), z.number()]));
/** HubSpot's own clock, when it began to answer. */
const Begun = { startedAt: z.optional(z.unknown()) };

const Definitions = z.object({
  results: z.array(
    z.object({
      id: Id,
      name: z.string(),
      isActive: z.boolean(),
      isInternal: z.boolean(),
      businessUnitId: z.nullish(BrandId),
      subscriptionTranslations: z.nullish(
        z.array(z.object({ languageCode: z.string(), name: z.string() })),
      ),
    }),
  ),
});

/** Which address a row is about, and that it is about e-mail: HubSpot documents no other channel. */
const WHOSE = { subscriberIdString: z.string(), channel: z.optional(z.literal('EMAIL')) };

const Statuses = z.object({
  ...Begun,
  results: z.array(
    z.object({
      ...WHOSE,
      subscriptionId: Id,
      subscriptionName: z.nullish(z.string()),
      status: State,
      source: z.nullish(z.string()),
      timestamp: Timestamp,
      legalBasis: z.nullish(z.string()),
      legalBasisExplanation: z.nullish(z.string()),
    }),
  ),
});

const Written = z.object({
  results: z.array(
    z.object({
      subscriberIdString: z.string(),
      subscriptionId: Id,
      setStatusSuccessReason: z.nullish(z.string()),
    }),
  ),
});

const Links = z.object({ subscriberIdString: z.string(), managePreferencesUrl: z.string() });

const WideStatuses = z.object({
  ...Begun,
  results: z.array(
    z.object({
      ...WHOSE,
      wideStatusType: z.optional(z.enum(['PORTAL_WIDE', 'BUSINESS_UNIT_WIDE'])),
      status: State,
      timestamp: Timestamp,
      businessUnitId: z.nullish(BrandId),
    }),
  ),
});

const STATE: Record<z.infer<typeof State>, ConsentState> = {
  SUBSCRIBED: 'opted-in',
  UNSUBSCRIBED: 'opted-out',
  NOT_SPECIFIED: 'not-specified',
};

/**
 * Consents through the dated communication preferences endpoints, which the client lacks, and ordinary
 * opt-ins through v3 `subscribe`, which HubSpot refuses for an opted-out address (OpenAPI files:
 * communication preferences 2026-09 and v3; the refusal: HubSpot's v3 guide).
 */
export function hubSpotConsents(hubspot: HubSpotClient): Consents {
  return {
    async types() {
      const answer = await hubspot.request('read', {
        method: 'GET',
        path: `${BASE}/definitions`,
        query: { includeTranslations: 'true' },
      });
      return oneEach(readList(Definitions, answer).results.map(typeOf), ({ id }) => id, narrower);
    },
    async statuses(address) {
      const answer = await hubspot.request('read', {
        method: 'GET',
        path: statusPath(address),
        query: EMAIL,
      });
      const { results, startedAt } = readList(Statuses, answer);
      const statuses = ownRows(results, address).map((found): Of<'subscription'> => ({
        about: { kind: 'subscription', typeId: found.subscriptionId },
        state: STATE[found.status],
        ...setAt(found.timestamp, startedAt, found.status === 'NOT_SPECIFIED'),
        ...(found.source ? { sourceText: found.source } : {}),
        ...(found.legalBasis ? { legalBasis: found.legalBasis } : {}),
        ...(found.legalBasisExplanation ? { explanation: found.legalBasisExplanation } : {}),
        ...(found.subscriptionName ? { typeName: found.subscriptionName } : {}),
      }));
      return oneEach(statuses, ({ about }) => about.typeId, firmer);
    },
    async everything(address) {
      const answer = await hubspot.request('read', {
        method: 'GET',
        path: `${statusPath(address)}/unsubscribe-all`,
        query: EMAIL,
      });
      const { results, startedAt } = readList(WideStatuses, answer);
      const statuses = ownRows(results, address).map((found): Of<'everything'> => ({
        about: { kind: 'everything', ...brandOf(found) },
        state: STATE[found.status],
        ...setAt(found.timestamp, startedAt, found.status !== 'UNSUBSCRIBED'),
      }));
      return oneEach(statuses, ({ about }) => about.businessUnitId ?? '0', firmer);
    },
    async optIn(address, typeId, ground) {
      try {
        await hubspot.typed('write', async (client) =>
          (await client.subscriptionStatus()).subscribe({
            emailAddress: address,
            subscriptionId: typeId,
            ...(ground.legalBasis === undefined
              ? {}
              : {
                  legalBasis:
                    ground.legalBasis as PublicUpdateSubscriptionStatusRequestLegalBasisEnum,
                }),
            ...(ground.explanation === undefined
              ? {}
              : { legalBasisExplanation: ground.explanation }),
          }),
        );
        return 'accepted';
      } catch (error) {
        if (error instanceof HubSpotTrouble && error.code === 'rejected-by-hubspot')
          return 'refused';
        throw error;
      }
    },
    async optOut(address, typeId) {
      const answer = await hubspot.request('write', {
        method: 'POST',
        path: statusPath(address),
        body: { channel: 'EMAIL', statusState: 'UNSUBSCRIBED', subscriptionId: Number(typeId) },
      });
      const reasons = reasonsIn(answer, address, typeId);
      return reasons.includes('NO_STATUS_CHANGE') ? 'no-change' : 'accepted';
    },
    async optOutOfEverything(address) {
      await hubspot.request('write', {
        method: 'POST',
        path: `${statusPath(address)}/unsubscribe-all`,
        query: EMAIL,
      });
    },
    async restore(address, typeId, to, { legalBasis, explanation }) {
      try {
        const answer = await hubspot.request('write', {
          method: 'POST',
          path: statusPath(address),
          body: {
            channel: 'EMAIL',
            statusState: to === 'opted-in' ? 'SUBSCRIBED' : 'NOT_SPECIFIED',
            subscriptionId: Number(typeId),
            ...(legalBasis === undefined ? {} : { legalBasis }),
            ...(explanation === undefined ? {} : { legalBasisExplanation: explanation }),
          },
        });
        const reasons = reasonsIn(answer, address, typeId);
        if (reasons.includes('NO_STATUS_CHANGE')) return 'no-change';
        return reasons.includes('RESUBSCRIBE_OCCURRED') ? 'resubscribed' : 'accepted';
      } catch (error) {
        if (error instanceof HubSpotTrouble && error.code === 'rejected-by-hubspot')
          return 'refused';
        throw error;
      }
    },
    async preferencePage(address, { language, typeId, businessUnitId }) {
      try {
        // It changes nothing, whatever its method is called.
        const answer = await hubspot.request('read', {
          method: 'POST',
          path: `${BASE}/links/generate`,
          query: { ...EMAIL, ...(businessUnitId === undefined ? {} : { businessUnitId }) },
          body: {
            subscriberIdString: address,
            ...(language === undefined ? {} : { language }),
            ...(typeId === undefined ? {} : { subscriptionId: Number(typeId) }),
          },
        });
        const { subscriberIdString: whose, managePreferencesUrl } = readAnswer(Links, answer);
        if (!isOfAddress(whose, address)) throw unreadable();
        return pageAddress(managePreferencesUrl);
      } catch (error) {
        if (error instanceof HubSpotTrouble && isNotOffered(error)) return undefined;
        throw error;
      }
    },
  };
}

/** What is going to be pasted into a letter to the contact: a page on the web, and nothing that only looks like one. */
function pageAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  if (url === undefined || !isPlain || url.href.length > LONGEST_ADDRESS) throw unreadable();
  return url.href;
}

/** What every browser and mail program takes. */
const LONGEST_ADDRESS = 2_000;

/**
 * How HubSpot answers an account whose plan has no such page is not documented. A refusal for want of a scope names
 * the scope; one that names none, and an endpoint that is not there, can only be about the account.
 */
function isNotOffered({ code, scope }: HubSpotTrouble): boolean {
  return code === 'record-not-found' || (code === 'missing-scope' && scope === undefined);
}

/** An address may hold any character; in a path it is one encoded part. */
function statusPath(address: string): string {
  return `${BASE}/statuses/${pathPart(address)}`;
}

function typeOf(found: z.infer<typeof Definitions>['results'][number]): Defined {
  const { id, name, isActive, isInternal, businessUnitId, subscriptionTranslations } = found;
  const names = (subscriptionTranslations ?? []).map((one) => [one.languageCode, one.name]);
  return {
    id,
    name,
    names: Object.fromEntries(names) as Record<string, string>,
    isActive,
    isInternal,
    ...(businessUnitId === null || businessUnitId === undefined ? {} : { businessUnitId }),
  };
}

/** No call is waited for longer than this, in milliseconds, so an answer's own time lies within it. */
const ANSWER_MS = 60_000;

/**
 * When a status was set, where HubSpot tells it. A status that was never set may bear the moment of the answer (the
 * example in HubSpot's guide has a time of its own day), at which nothing was set; `maybeNever` says that it may be
 * one of those.
 */
function setAt(
  timestamp: z.infer<typeof Timestamp>,
  startedAt: unknown,
  maybeNever: boolean,
): { at?: string } {
  if (timestamp === undefined || timestamp === null) return {};
  const at = instantOf(timestamp);
  // A time further ahead is not the answer's, and whether it can be believed is decided elsewhere.
  const ahead = typeof startedAt === 'string' ? Date.parse(at) - Date.parse(startedAt) : NaN;
  const isOfAnswer = ahead >= 0 && ahead <= ANSWER_MS;
  return maybeNever && isOfAnswer ? {} : { at };
}

/** What was written is read afterwards; a strange answer here is no reason to call it not written. */
function reasonsIn(answer: unknown, address: string, typeId: string): readonly unknown[] {
  const set = Written.safeParse(answer);
  if (!set.success) return [];
  return set.data.results
    .filter((one) => one.subscriptionId === typeId && isOfAddress(one.subscriberIdString, address))
    .map((one) => one.setStatusSuccessReason);
}

/** A row about another address says that the answer is not the one that was asked for: none of it is believed. */
function ownRows<R extends { readonly subscriberIdString: string }>(
  rows: readonly R[],
  address: string,
): readonly R[] {
  if (!rows.every(({ subscriberIdString }) => isOfAddress(subscriberIdString, address))) {
    throw unreadable();
  }
  return rows;
}

/** Brand 0 is the portal's default and is the opt-out that every account has, as is one for the whole portal. */
function brandOf({
  businessUnitId: id,
  wideStatusType,
}: z.infer<typeof WideStatuses>['results'][number]): { businessUnitId?: string } {
  const isOfPortal = wideStatusType === 'PORTAL_WIDE' || id === undefined || id === null;
  return isOfPortal || id === '0' ? {} : { businessUnitId: id };
}

type Of<K> = CurrentStatus & { readonly about: Extract<CurrentStatus['about'], { kind: K }> };

/** Things that HubSpot tells more than once, each once. */
function oneEach<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  choose: (one: T, other: T) => T,
): T[] {
  const byName = new Map<string, T>();
  for (const one of all) {
    const name = nameOf(one);
    const known = byName.get(name);
    byName.set(name, known === undefined ? one : choose(known, one));
  }
  return [...byName.values()];
}

const FIRMNESS = { 'opted-out': 2, 'not-specified': 1, 'opted-in': 0 } as const;

/** Of two statuses of one subject the opt-out counts, and an opt-in last; of two that are equal, the later one. */
function firmer<S extends CurrentStatus>(one: S, other: S): S {
  const difference = FIRMNESS[one.state] - FIRMNESS[other.state];
  if (difference !== 0) return difference > 0 ? one : other;
  return (one.at ?? '') >= (other.at ?? '') ? one : other;
}

type Defined = SubscriptionType & { readonly isActive: boolean; readonly isInternal: boolean };

/** Of two definitions of one type, what allows least. A brand that they disagree on is not known. */
function narrower(one: Defined, other: Defined): Defined {
  const { businessUnitId, ...type } = one;
  return {
    ...type,
    names: { ...other.names, ...one.names },
    isActive: one.isActive && other.isActive,
    isInternal: one.isInternal || other.isInternal,
    ...(businessUnitId === undefined || businessUnitId !== other.businessUnitId
      ? {}
      : { businessUnitId }),
  };
}
