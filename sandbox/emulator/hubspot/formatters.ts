import { valueOf } from './acts.ts';
import type {
  Status,
  StoredAddress,
  StoredContact,
  SubscriptionType,
  Version,
} from './entities.ts';
import { DEFAULT_PROPERTIES, isKnownProperty } from './properties.ts';

/** Where nothing was ever set HubSpot still sends a time; the epoch stands for "never" here. */
const NEVER: Status = { state: 'NOT_SPECIFIED', at: 0, source: 'Not specified' };

export function sentContact(
  contact: StoredContact,
  asked: readonly string[],
  withHistory: readonly string[],
): object {
  const names = [...new Set([...(asked.length > 0 ? asked : DEFAULT_PROPERTIES), ...withHistory])];
  const properties = Object.fromEntries(
    [...new Set(['createdate', 'hs_object_id', 'lastmodifieddate', ...names])]
      .filter(isKnownProperty)
      .map((name) => [name, sentValue(contact, name)]),
  );
  return {
    id: contact.id,
    properties,
    ...(withHistory.length === 0
      ? {}
      : {
          propertiesWithHistory: Object.fromEntries(
            withHistory
              .filter(isKnownProperty)
              .map((name) => [name, (contact.history[name] ?? []).map(sentVersion).reverse()]),
          ),
        }),
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
    archived: false,
  };
}

function sentValue(contact: StoredContact, name: string): string | null {
  switch (name) {
    case 'hs_object_id':
      return contact.id;
    case 'createdate':
      return iso(contact.createdAt);
    case 'lastmodifieddate':
      return iso(contact.updatedAt);
    default:
      return valueOf(contact, name) ?? null;
  }
}

function sentVersion({ value, at, ...source }: Version): object {
  return { value, timestamp: iso(at), ...source };
}

export function sentDefinition(type: SubscriptionType, withTranslations: boolean): object {
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    purpose: 'Marketing',
    communicationMethod: 'Email',
    isActive: type.isActive,
    isDefault: false,
    isInternal: type.isInternal,
    businessUnitId: 0,
    createdAt: iso(0),
    updatedAt: iso(0),
    ...(withTranslations
      ? {
          subscriptionTranslations: [
            {
              subscriptionId: Number(type.id),
              languageCode: 'ja',
              name: type.nameJa,
              description: type.nameJa,
              createdAt: 0,
              updatedAt: 0,
            },
          ],
        }
      : {}),
  };
}

/** A status of the dated family. */
export function sentStatus(
  address: string,
  type: SubscriptionType,
  status: Status | undefined,
  reason?: string,
): object {
  const { state, at, source, legalBasis, explanation } = status ?? NEVER;
  return {
    channel: 'EMAIL',
    subscriberIdString: address,
    subscriptionId: Number(type.id),
    subscriptionName: type.name,
    status: state,
    source,
    timestamp: iso(at),
    businessUnitId: 0,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { legalBasisExplanation: explanation }),
    ...(reason === undefined ? {} : { setStatusSuccessReason: reason }),
  };
}

export function sentWideStatus(address: string, { everything }: StoredAddress): object {
  const { state, at } = everything ?? NEVER;
  return {
    channel: 'EMAIL',
    subscriberIdString: address,
    wideStatusType: 'PORTAL_WIDE',
    status: state,
    timestamp: iso(at),
    businessUnitId: 0,
  };
}

/** A status of v3, which can't tell "unsubscribed" from "never asked" but names the level that decides. */
export function sentV3Status(type: SubscriptionType, stored: StoredAddress): object {
  const isOut = stored.everything?.state === 'UNSUBSCRIBED';
  const status = stored.byType[type.id];
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    status: !isOut && status?.state === 'SUBSCRIBED' ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
    sourceOfStatus: isOut ? 'PORTAL_WIDE_STATUS' : 'SUBSCRIPTION_STATUS',
    brandId: 0,
    preferenceGroupName: 'Marketing',
    ...(status?.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
    ...(status?.explanation === undefined ? {} : { legalBasisExplanation: status.explanation }),
  };
}

export function envelope(results: readonly object[], at: number): object {
  return { status: 'COMPLETE', results, startedAt: iso(at), completedAt: iso(at) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
