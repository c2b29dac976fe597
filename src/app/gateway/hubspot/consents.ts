import type { PublicUpdateSubscriptionStatusRequestLegalBasisEnum } from '@hubspot/api-client/lib/codegen/communication_preferences';
import * as z from 'zod/mini';
import type { ConsentState } from '../../evidence/consent-event.ts';
import type { CurrentStatus } from '../../evidence/current-status.ts';
import type { Consents, SubscriptionType } from '../ports.ts';
import { HubSpotTrouble } from '../trouble.ts';
import { unreadable, type HubSpotClient } from './client.ts';
import { isNamedOneToOne } from './one-to-one.ts';
import { instantOf } from './instant.ts';

/** The dated family; its contract has not changed since v4 (hubspot/apis.md §1.1). */
const BASE = '/communication-preferences/2026-09';
const EMAIL = { channel: 'EMAIL' };

const State = z.enum(['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SPECIFIED']);
const Id = z.union([z.string(), z.number()]);

const Definitions = z.object({
  results: z.array(
    z.object({
      id: Id,
      name: z.string(),
      isActive: z.boolean(),
      isInternal: z.boolean(),
      businessUnitId: z.nullish(Id),
      purpose: z.nullish(z.string()),
      communicationMethod: z.nullish(z.string()),
      subscriptionTranslations: z.nullish(
        z.array(z.object({ languageCode: z.string(), name: z.string() })),
      ),
    }),
  ),
});

const Statuses = z.object({
  results: z.array(
    z.object({
      subscriptionId: Id,
      status: State,
      source: z.nullish(z.string()),
      timestamp: z.nullish(Id),
      legalBasis: z.nullish(z.string()),
      legalBasisExplanation: z.nullish(z.string()),
    }),
  ),
});

const Written = z.object({
  results: z.array(z.object({ setStatusSuccessReason: z.nullish(z.string()) })),
});

const Links = z.object({ subscriberIdString: z.string(), managePreferencesUrl: z.string() });

const WideStatuses = z.object({
  results: z.array(
    z.object({
      status: State,
      timestamp: z.nullish(Id),
      businessUnitId: z.nullish(Id),
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
      return withOneToOne(read(Definitions, answer).results);
    },
    async statuses(address) {
      const answer = await hubspot.request('read', {
        method: 'GET',
        path: statusPath(address),
        query: EMAIL,
      });
      return read(Statuses, answer).results.map((found): CurrentStatus => ({
        about: { kind: 'subscription', typeId: String(found.subscriptionId) },
        state: STATE[found.status],
        ...(found.timestamp ? { at: instantOf(found.timestamp) } : {}),
        ...(found.source ? { sourceText: found.source } : {}),
        ...(found.legalBasis ? { legalBasis: found.legalBasis } : {}),
        ...(found.legalBasisExplanation ? { explanation: found.legalBasisExplanation } : {}),
      }));
    },
    async everything(address) {
      const answer = await hubspot.request('read', {
        method: 'GET',
        path: `${statusPath(address)}/unsubscribe-all`,
        query: EMAIL,
      });
      return read(WideStatuses, answer).results.map((found): CurrentStatus => ({
        about: { kind: 'everything', ...brand(found.businessUnitId) },
        state: STATE[found.status],
        ...(found.timestamp ? { at: instantOf(found.timestamp) } : {}),
      }));
    },
    async optIn(address, typeId, ground) {
      try {
        await hubspot.typed('write', (client) =>
          client.communicationPreferences.statusApi.subscribe({
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
      return reasonsIn(answer).includes('NO_STATUS_CHANGE') ? 'no-change' : 'accepted';
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
        const reasons = reasonsIn(answer);
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
        const { subscriberIdString: whose, managePreferencesUrl } = read(Links, answer);
        if (whose.toLowerCase() !== address.toLowerCase()) throw unreadable();

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
  return `${BASE}/statuses/${encodeURIComponent(address)}`;
}

function typeOf(
  found: z.infer<typeof Definitions>['results'][number],
): Omit<SubscriptionType, 'isOneToOne'> {
  const { id, name, isActive, isInternal, businessUnitId, subscriptionTranslations } = found;
  const names = (subscriptionTranslations ?? []).map((one) => [one.languageCode, one.name]);
  return {
    id: String(id),
    name,
    names: Object.fromEntries(names) as Record<string, string>,
    isActive,
    isInternal,
    ...(businessUnitId === null || businessUnitId === undefined
      ? {}
      : { businessUnitId: String(businessUnitId) }),
  };
}

/** An account with a single internal type means one-to-one mail by it, whatever its name. */
function withOneToOne(
  found: readonly z.infer<typeof Definitions>['results'][number][],
): SubscriptionType[] {
  const internal = found.filter(({ isInternal }) => isInternal);
  const named = internal.filter(isNamedOneToOne);
  const oneToOne = named.length === 0 && internal.length === 1 ? internal : named;
  return found.map((one) => ({ ...typeOf(one), isOneToOne: oneToOne.includes(one) }));
}

/** What was written is read afterwards; a strange answer here is no reason to call it not written. */
function reasonsIn(answer: unknown): readonly unknown[] {
  const set = Written.safeParse(answer);
  return set.success ? set.data.results.map((one) => one.setStatusSuccessReason) : [];
}

/** Brand 0 is the portal's default and is the opt-out that every account has. */
function brand(id: string | number | null | undefined): { businessUnitId?: string } {
  return id === undefined || id === null || String(id) === '0'
    ? {}
    : { businessUnitId: String(id) };
}

function read<T>(shape: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw unreadable();
  return parsed.data;
}
