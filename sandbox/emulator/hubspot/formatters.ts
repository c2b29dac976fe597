import type {
  ExternalUnifiedEvent,
  PortalInformation,
  PublicOwner,
  PublicStatus,
  PublicWideStatus,
  SentContact,
  SentVersion,
  StandardError,
  SubscriptionDefinition,
  V3Status,
} from '../generated/names.ts';
import { offsetOf } from '../core/time-zone.ts';
import { DOCUMENTED_TEXTS } from './assumptions.ts';
import type { LegacySources } from './assumptions/history.ts';
import { isOutOfEverything } from './consents.ts';
import { valueOf } from './contacts.ts';
import type {
  ConsentEvent,
  Portal,
  PortalData,
  Status,
  StoredAddress,
  StoredContact,
  Submission,
  SubscriptionType,
  User,
  Version,
} from './entities.ts';
import { contactProperty } from './objects/definitions.ts';
import { DEFAULT_PROPERTIES } from './properties.ts';
import type { By } from './sources.ts';

/** What is sent where nothing was ever set: HubSpot sends a time all the same (see `timeOfUntouchedStatus`). */
export function neverSet({ assumptions }: PortalData, now: number): Status {
  const at = assumptions.timeOfUntouchedStatus === 'epoch' ? 0 : now;
  return { state: 'NOT_SPECIFIED', at, source: DOCUMENTED_TEXTS.none };
}

export function sentContact(
  data: PortalData,
  contact: StoredContact,
  asked: readonly string[],
  withHistory: readonly string[],
): SentContact {
  const names = [...new Set([...(asked.length > 0 ? asked : DEFAULT_PROPERTIES), ...withHistory])];
  const properties = Object.fromEntries(
    [...new Set(['createdate', 'hs_object_id', 'lastmodifieddate', ...names])]
      .filter((name) => contactProperty(data, name) !== undefined)
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
              .filter((name) => contactProperty(data, name) !== undefined)
              .map((name) => [name, sentHistory(data, contact.history[name] ?? [])]),
          ),
        }),
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
    archived: contact.archivedAt !== undefined,
    ...(contact.archivedAt === undefined ? {} : { archivedAt: iso(contact.archivedAt) }),
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

/** Newest first, and no more than HubSpot keeps. */
function sentHistory({ assumptions }: PortalData, versions: readonly Version[]): object[] {
  return versions.slice(-assumptions.versionsKept).map(sentVersion).reverse();
}

function sentVersion({ value, at, ...source }: Version): SentVersion {
  return { value, timestamp: iso(at), ...source };
}

/** One error for all ids of a batch that are not there (`StandardError` of HubSpot's OpenAPI files). */
export function sentMissing(ids: readonly string[]): StandardError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: 'Could not get some CONTACT objects, they may be deleted or not exist.',
    context: { ids },
    errors: [],
    links: {},
  };
}

/** Fields as in HubSpot's file and guide. [guess: definitionDetails] */
export function sentDefinition(
  type: SubscriptionType,
  withTranslations: boolean,
): SubscriptionDefinition {
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    purpose: 'Marketing',
    communicationMethod: 'Email',
    isActive: type.isActive,
    isDefault: false,
    isInternal: type.isInternal,
    businessUnitId: type.brand,
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
  status: Status,
  reason?: PublicStatus['setStatusSuccessReason'],
): PublicStatus {
  const { state, at, source, legalBasis, explanation } = status;
  return {
    channel: 'EMAIL',
    subscriberIdString: address,
    subscriptionId: Number(type.id),
    subscriptionName: type.name,
    status: state,
    source,
    timestamp: iso(at),
    businessUnitId: type.brand,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { legalBasisExplanation: explanation }),
    ...(reason === undefined ? {} : { setStatusSuccessReason: reason }),
  };
}

/** The level by its brand (HubSpot's guide). [guess: brandOfWideStatus] */
export function sentWideStatus(
  address: string,
  { state, at }: Pick<Status, 'state' | 'at'>,
  brand: number,
): PublicWideStatus {
  return {
    channel: 'EMAIL',
    subscriberIdString: address,
    wideStatusType: brand === 0 ? 'PORTAL_WIDE' : 'BUSINESS_UNIT_WIDE',
    status: state,
    timestamp: iso(at),
    businessUnitId: brand,
  };
}

/** A status of v3, which can't tell "unsubscribed" from "never asked" but names the level that decides. */
export function sentV3Status(type: SubscriptionType, stored: StoredAddress): V3Status {
  const isOut = isOutOfEverything(stored, type);
  const level = isOut
    ? stored.everything?.state === 'UNSUBSCRIBED'
      ? 'PORTAL_WIDE_STATUS'
      : 'BRAND_WIDE_STATUS'
    : 'SUBSCRIPTION_STATUS';
  const status = stored.byType[type.id];
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    status: !isOut && status?.state === 'SUBSCRIBED' ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
    sourceOfStatus: level,
    brandId: type.brand,
    preferenceGroupName: 'Marketing',
    ...(status?.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
    ...(status?.explanation === undefined ? {} : { legalBasisExplanation: status.explanation }),
  };
}

export function envelope(results: readonly object[], at: number): object {
  return { status: 'COMPLETE', results, startedAt: iso(at), completedAt: iso(at) };
}

/** A legacy e-mail event with the fields that a HubSpot employee names (hubspot/apis.md §2.2). [guess: requestedBy] [guess: legacyWords] */
export function sentEmailEvent(
  { id, at, address, typeId, change, source, by }: ConsentEvent,
  { id: portalId }: Portal,
  { assumptions }: PortalData,
) {
  const { updatedByUserId: userId } = source;
  const type =
    change === 'BOUNCED' ? 'BOUNCE' : change === 'SPAM_REPORTED' ? 'SPAMREPORT' : 'STATUSCHANGE';
  return {
    id,
    created: at,
    portalId,
    recipient: address,
    type,
    ...(type === 'STATUSCHANGE'
      ? {
          source: legacySource(by, assumptions.legacySources),
          ...(userId === undefined ? {} : { requestedBy: `user-${String(userId)}@example.com` }),
          ...(typeId === undefined
            ? { portalSubscriptionStatus: change }
            : { subscriptions: [{ id: Number(typeId), status: change }] }),
        }
      : {}),
  };
}

/** A row of the legacy subscription timeline, as in HubSpot's example. [guess: legacyWords] */
export function sentTimelineEntry(
  { id, at, address, typeId, change, by }: ConsentEvent,
  { id: portalId }: Portal,
  { assumptions }: PortalData,
) {
  const changeType =
    change === 'BOUNCED'
      ? 'PORTAL_BOUNCE'
      : change === 'SPAM_REPORTED'
        ? 'PORTAL_SPAM_REPORT'
        : typeId === undefined
          ? 'PORTAL_STATUS'
          : 'SUBSCRIPTION_STATUS';
  return {
    timestamp: at,
    portalId,
    recipient: address,
    changes: [
      {
        change,
        changeType,
        source:
          change === 'BOUNCED'
            ? 'SOURCE_NON_DELIVERY_REPORT'
            : legacySource(by, assumptions.legacySources),
        portalId,
        ...(typeId === undefined ? {} : { subscriptionId: Number(typeId) }),
        causedByEvent: { id, created: at },
      },
    ],
  };
}

/** What HubSpot itself does has no word here: it changes no consent. */
function legacySource(by: By, words: LegacySources): string {
  return words[by === 'hubspot' ? 'unnamed' : by];
}

/** No subscription type in it: that is in the legacy timeline alone, under the same id (hubspot/apis.md §2.3). */
export function sentOccurrence(
  { id, at, change, source, by }: ConsentEvent,
  contactId: string,
  eventType: string,
): ExternalUnifiedEvent {
  return {
    id,
    eventType,
    objectType: 'CONTACT',
    objectId: contactId,
    occurredAt: iso(at),
    properties: {
      hs_type: 'UPDATED_SUBSCRIPTION',
      hs_subscription_unsubscribe: String(change === 'UNSUBSCRIBED'),
      ...(by === 'app' && source.sourceLabel !== undefined
        ? { hs_app_name: source.sourceLabel }
        : {}),
    },
  };
}

export function sentSubmission({ id, at, values, pageUrl }: Submission): object {
  return { conversionId: id, submittedAt: at, values, pageUrl };
}

/** The owner's id is another number than the user's. */
export function sentOwner({ id, email, firstName, lastName, owner }: User): PublicOwner {
  const isActive = owner === 'active';
  return {
    id: String(9000 + id),
    email,
    firstName,
    lastName,
    type: 'PERSON',
    ...(isActive ? { userId: id } : {}),
    userIdIncludingInactive: id,
    createdAt: iso(0),
    updatedAt: iso(0),
    archived: !isActive,
  };
}

/** The offset is the one in force at this instant. */
export function sentAccount({ id, timeZone }: Portal, now: number): PortalInformation {
  const offset = offsetOf(timeZone, now);
  const minutes = Math.abs(offset) / 60_000;
  const hhmm = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return {
    portalId: id,
    accountType: 'SANDBOX',
    timeZone,
    companyCurrency: 'USD',
    additionalCurrencies: [],
    utcOffset: `${offset < 0 ? '-' : '+'}${hhmm.join(':')}`,
    utcOffsetMilliseconds: offset,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
