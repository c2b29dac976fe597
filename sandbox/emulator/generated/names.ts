/** Written by `npm run generate` from HubSpot’s OpenAPI files; never by hand. */

/** communication-preferences-2026-09: PartialPublicStatusRequest.statusState */
export const STATUS_STATES = ['NOT_SPECIFIED', 'SUBSCRIBED', 'UNSUBSCRIBED'] as const;

/** communication-preferences-2026-09: PartialPublicStatusRequest.legalBasis */
export const LEGAL_BASES = ['CONSENT_WITH_NOTICE', 'LEGITIMATE_INTEREST_CLIENT', 'LEGITIMATE_INTEREST_OTHER', 'LEGITIMATE_INTEREST_PQL', 'NON_GDPR', 'PERFORMANCE_OF_CONTRACT', 'PROCESS_AND_STORE'] as const;

/** communication-preferences-v3: PublicUpdateSubscriptionStatusRequest.legalBasis */
export const V3_LEGAL_BASES = ['CONSENT_WITH_NOTICE', 'LEGITIMATE_INTEREST_CLIENT', 'LEGITIMATE_INTEREST_OTHER', 'LEGITIMATE_INTEREST_PQL', 'NON_GDPR', 'PERFORMANCE_OF_CONTRACT', 'PROCESS_AND_STORE'] as const;

/** contacts-2026-09: Filter.operator */
export const SEARCH_OPERATORS = ['BETWEEN', 'CONTAINS_TOKEN', 'EQ', 'GT', 'GTE', 'HAS_PROPERTY', 'IN', 'LT', 'LTE', 'NEQ', 'NOT_CONTAINS_TOKEN', 'NOT_HAS_PROPERTY', 'NOT_IN'] as const;

/** automation-2026-09-beta: ApiContactFlowCreateRequest, required */
export const FLOW_CREATE_REQUIRED = ['actions', 'blockedDates', 'canEnrollFromSalesforce', 'customProperties', 'dataSources', 'flowType', 'isEnabled', 'objectTypeId', 'suppressionListIds', 'timeWindows', 'type'] as const;

/** Every path of HubSpot’s OpenAPI files, whatever its methods. */
export const HUBSPOT_PATHS = [
  '/account-info/2026-09/api-usage/daily/private-apps',
  '/account-info/2026-09/details',
  '/automation/2026-09-beta/action-types',
  '/automation/2026-09-beta/flows',
  '/automation/2026-09-beta/flows/batch/read',
  '/automation/2026-09-beta/flows/email-campaigns',
  '/automation/2026-09-beta/flows/{flowId}',
  '/automation/2026-09-beta/flows/{flowId}/revisions/{revisionId}',
  '/automation/2026-09-beta/workflow-id-mappings/batch/read',
  '/communication-preferences/2026-09/definitions',
  '/communication-preferences/2026-09/links/generate',
  '/communication-preferences/2026-09/resubscribe',
  '/communication-preferences/2026-09/status/email/{emailAddress}',
  '/communication-preferences/2026-09/statuses/batch/read',
  '/communication-preferences/2026-09/statuses/batch/unsubscribe-all',
  '/communication-preferences/2026-09/statuses/batch/unsubscribe-all/read',
  '/communication-preferences/2026-09/statuses/batch/write',
  '/communication-preferences/2026-09/statuses/{subscriberIdString}',
  '/communication-preferences/2026-09/statuses/{subscriberIdString}/unsubscribe-all',
  '/communication-preferences/2026-09/subscribe',
  '/communication-preferences/2026-09/unsubscribe',
  '/communication-preferences/v3/definitions',
  '/communication-preferences/v3/status/email/{emailAddress}',
  '/communication-preferences/v3/subscribe',
  '/communication-preferences/v3/unsubscribe',
  '/crm-object-schemas/2026-09/schemas',
  '/crm-object-schemas/2026-09/schemas/batch/read',
  '/crm-object-schemas/2026-09/schemas/{objectType}',
  '/crm-object-schemas/2026-09/schemas/{objectType}/associations',
  '/crm-object-schemas/2026-09/schemas/{objectType}/associations/{associationIdentifier}',
  '/crm-object-schemas/v3/schemas',
  '/crm-object-schemas/v3/schemas/batch/read',
  '/crm-object-schemas/v3/schemas/{objectType}',
  '/crm-object-schemas/v3/schemas/{objectType}/associations',
  '/crm-object-schemas/v3/schemas/{objectType}/associations/{associationIdentifier}',
  '/crm/associations/2026-09/usage/high-usage-report/{userId}',
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/archive',
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/associate/default',
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/create',
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/labels/archive',
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/read',
  '/crm/objects/2026-09/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}',
  '/crm/objects/2026-09/{objectType}',
  '/crm/objects/2026-09/{objectType}/batch/archive',
  '/crm/objects/2026-09/{objectType}/batch/create',
  '/crm/objects/2026-09/{objectType}/batch/read',
  '/crm/objects/2026-09/{objectType}/batch/update',
  '/crm/objects/2026-09/{objectType}/batch/upsert',
  '/crm/objects/2026-09/{objectType}/gdpr-delete',
  '/crm/objects/2026-09/{objectType}/merge',
  '/crm/objects/2026-09/{objectType}/search',
  '/crm/objects/2026-09/{objectType}/{objectId}',
  '/crm/objects/2026-09/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}',
  '/crm/owners/2026-09',
  '/crm/owners/2026-09/{ownerId}',
  '/crm/properties/2026-09/{objectType}',
  '/crm/properties/2026-09/{objectType}/batch/archive',
  '/crm/properties/2026-09/{objectType}/batch/create',
  '/crm/properties/2026-09/{objectType}/batch/read',
  '/crm/properties/2026-09/{objectType}/groups',
  '/crm/properties/2026-09/{objectType}/groups/{groupName}',
  '/crm/properties/2026-09/{objectType}/{propertyName}',
  '/crm/v3/objects/contacts',
  '/crm/v3/objects/contacts/batch/archive',
  '/crm/v3/objects/contacts/batch/create',
  '/crm/v3/objects/contacts/batch/read',
  '/crm/v3/objects/contacts/batch/update',
  '/crm/v3/objects/contacts/batch/upsert',
  '/crm/v3/objects/contacts/gdpr-delete',
  '/crm/v3/objects/contacts/merge',
  '/crm/v3/objects/contacts/search',
  '/crm/v3/objects/contacts/{contactId}',
  '/crm/v3/objects/{objectType}',
  '/crm/v3/objects/{objectType}/batch/archive',
  '/crm/v3/objects/{objectType}/batch/create',
  '/crm/v3/objects/{objectType}/batch/read',
  '/crm/v3/objects/{objectType}/batch/update',
  '/crm/v3/objects/{objectType}/batch/upsert',
  '/crm/v3/objects/{objectType}/search',
  '/crm/v3/objects/{objectType}/{objectId}',
  '/events/event-occurrences/2026-09',
  '/events/event-occurrences/2026-09/event-types',
  '/marketing/v3/forms',
  '/marketing/v3/forms/{formId}',
  '/settings/users/2026-03',
  '/settings/users/2026-03/roles',
  '/settings/users/2026-03/teams',
  '/settings/users/2026-03/{userId}',
] as const;

/** contacts-2026-09: StandardError */
export interface StandardError {
  readonly category: string;
  readonly context: Readonly<Record<string, readonly (string)[]>>;
  readonly errors: readonly (object)[];
  readonly id?: string;
  readonly links: Readonly<Record<string, string>>;
  readonly message: string;
  readonly status: string;
  readonly subCategory?: object;
}

/** contacts-2026-09: SimplePublicObjectWithAssociations */
export interface SentContact {
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly associations?: Readonly<Record<string, object>>;
  readonly createdAt: string;
  readonly id: string;
  readonly objectWriteTraceId?: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory?: Readonly<Record<string, readonly (object)[]>>;
  readonly updatedAt: string;
  readonly url?: string;
}

/** contacts-2026-09: ValueWithTimestamp */
export interface SentVersion {
  readonly sourceId?: string;
  readonly sourceLabel?: string;
  readonly sourceType: string;
  readonly timestamp: string;
  readonly updatedByUserId?: number;
  readonly value: string;
}

/** communication-preferences-2026-09: SubscriptionDefinition */
export interface SubscriptionDefinition {
  readonly businessUnitId?: number;
  readonly communicationMethod?: string;
  readonly createdAt: string;
  readonly description: string;
  readonly id: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  readonly isInternal: boolean;
  readonly name: string;
  readonly purpose?: string;
  readonly subscriptionTranslations?: readonly (object)[];
  readonly updatedAt: string;
}

/** communication-preferences-2026-09: PublicStatus */
export interface PublicStatus {
  readonly businessUnitId?: number;
  readonly channel: 'EMAIL';
  readonly legalBasis?: 'CONSENT_WITH_NOTICE' | 'LEGITIMATE_INTEREST_CLIENT' | 'LEGITIMATE_INTEREST_OTHER' | 'LEGITIMATE_INTEREST_PQL' | 'NON_GDPR' | 'PERFORMANCE_OF_CONTRACT' | 'PROCESS_AND_STORE';
  readonly legalBasisExplanation?: string;
  readonly setStatusSuccessReason?: 'NO_STATUS_CHANGE' | 'REQUESTED_CHANGE_OCCURRED' | 'RESUBSCRIBE_OCCURRED' | 'UNSUBSCRIBE_FROM_ALL_OCCURRED';
  readonly source: string;
  readonly status: 'NOT_SPECIFIED' | 'SUBSCRIBED' | 'UNSUBSCRIBED';
  readonly subscriberIdString: string;
  readonly subscriptionId: number;
  readonly subscriptionName?: string;
  readonly timestamp: string;
}

/** communication-preferences-2026-09: PublicWideStatus */
export interface PublicWideStatus {
  readonly businessUnitId?: number;
  readonly channel: 'EMAIL';
  readonly status: 'NOT_SPECIFIED' | 'SUBSCRIBED' | 'UNSUBSCRIBED';
  readonly subscriberIdString: string;
  readonly timestamp: string;
  readonly wideStatusType: 'BUSINESS_UNIT_WIDE' | 'PORTAL_WIDE';
}

/** communication-preferences-v3: PublicSubscriptionStatus */
export interface V3Status {
  readonly brandId?: number;
  readonly description: string;
  readonly id: string;
  readonly legalBasis?: 'CONSENT_WITH_NOTICE' | 'LEGITIMATE_INTEREST_CLIENT' | 'LEGITIMATE_INTEREST_OTHER' | 'LEGITIMATE_INTEREST_PQL' | 'NON_GDPR' | 'PERFORMANCE_OF_CONTRACT' | 'PROCESS_AND_STORE';
  readonly legalBasisExplanation?: string;
  readonly name: string;
  readonly preferenceGroupName?: string;
  readonly sourceOfStatus: 'BRAND_WIDE_STATUS' | 'PORTAL_WIDE_STATUS' | 'SUBSCRIPTION_STATUS';
  readonly status: 'NOT_SUBSCRIBED' | 'SUBSCRIBED';
}

/** properties-2026-09: Property */
export interface Property {
  readonly archived?: boolean;
  readonly archivedAt?: string;
  readonly calculated?: boolean;
  readonly calculationFormula?: string;
  readonly createdAt?: string;
  readonly createdUserId?: string;
  readonly dataSensitivity?: 'highly_sensitive' | 'non_sensitive' | 'sensitive';
  readonly dateDisplayHint?: 'absolute' | 'absolute_with_relative' | 'time_since' | 'time_until';
  readonly description: string;
  readonly displayOrder?: number;
  readonly externalOptions?: boolean;
  readonly fieldType: string;
  readonly formField?: boolean;
  readonly groupName: string;
  readonly hasUniqueValue?: boolean;
  readonly hidden?: boolean;
  readonly hubspotDefined?: boolean;
  readonly label: string;
  readonly modificationMetadata?: object;
  readonly name: string;
  readonly options: readonly (object)[];
  readonly referencedObjectType?: string;
  readonly sensitiveDataCategories?: readonly (string)[];
  readonly showCurrencySymbol?: boolean;
  readonly type: string;
  readonly updatedAt?: string;
  readonly updatedUserId?: string;
}

/** properties-2026-09: PropertyCreate */
export interface PropertyCreate {
  readonly calculationFormula?: string;
  readonly dataSensitivity?: 'highly_sensitive' | 'non_sensitive' | 'sensitive';
  readonly description?: string;
  readonly displayOrder?: number;
  readonly externalOptions?: boolean;
  readonly fieldType: 'booleancheckbox' | 'calculation_equation' | 'checkbox' | 'date' | 'file' | 'html' | 'number' | 'phonenumber' | 'radio' | 'select' | 'text' | 'textarea';
  readonly formField?: boolean;
  readonly groupName: string;
  readonly hasUniqueValue?: boolean;
  readonly hidden?: boolean;
  readonly label: string;
  readonly name: string;
  readonly options?: readonly (object)[];
  readonly referencedObjectType?: string;
  readonly type: 'bool' | 'date' | 'datetime' | 'enumeration' | 'number' | 'phone_number' | 'string';
}

/** events-2026-09: ExternalUnifiedEvent */
export interface ExternalUnifiedEvent {
  readonly eventType: string;
  readonly id: string;
  readonly objectId: string;
  readonly objectType: string;
  readonly occurredAt: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** owners-2026-09: PublicOwner */
export interface PublicOwner {
  readonly archived: boolean;
  readonly createdAt: string;
  readonly email?: string;
  readonly firstName?: string;
  readonly id: string;
  readonly lastName?: string;
  readonly teams?: readonly (object)[];
  readonly type: 'PERSON' | 'QUEUE';
  readonly updatedAt: string;
  readonly userId?: number;
  readonly userIdIncludingInactive?: number;
}

/** user-provisioning-2026-03: PublicUser */
export interface PublicUser {
  readonly email: string;
  readonly firstName?: string;
  readonly id: string;
  readonly lastName?: string;
  readonly primaryTeamId?: string;
  readonly roleId?: string;
  readonly roleIds: readonly (string)[];
  readonly seatNames?: readonly (string)[];
  readonly secondaryTeamIds?: readonly (string)[];
  readonly sendWelcomeEmail?: boolean;
  readonly superAdmin: boolean;
}

/** properties-2026-09: PropertyGroup */
export interface PropertyGroup {
  readonly archived: boolean;
  readonly displayOrder?: number;
  readonly label: string;
  readonly name: string;
}

/** schemas-2026-09: ObjectSchema */
export interface ObjectSchema {
  readonly allowsSensitiveProperties: boolean;
  readonly archived: boolean;
  readonly associations: readonly (object)[];
  readonly createdAt?: string;
  readonly createdByUserId?: number;
  readonly description?: string;
  readonly fullyQualifiedName: string;
  readonly id: string;
  readonly labels: object;
  readonly name: string;
  readonly objectTypeId: string;
  readonly primaryDisplayProperty?: string;
  readonly properties: readonly (object)[];
  readonly requiredProperties: readonly (string)[];
  readonly searchableProperties: readonly (string)[];
  readonly secondaryDisplayProperties: readonly (string)[];
  readonly updatedAt?: string;
  readonly updatedByUserId?: number;
}

/** schemas-2026-09: ObjectTypeDefinition */
export interface ObjectTypeDefinition {
  readonly allowsSensitiveProperties: boolean;
  readonly archived: boolean;
  readonly createdAt?: string;
  readonly description?: string;
  readonly fullyQualifiedName: string;
  readonly id: string;
  readonly labels: object;
  readonly name: string;
  readonly objectTypeId: string;
  readonly portalId?: number;
  readonly primaryDisplayProperty?: string;
  readonly requiredProperties: readonly (string)[];
  readonly searchableProperties: readonly (string)[];
  readonly secondaryDisplayProperties: readonly (string)[];
  readonly updatedAt?: string;
}

/** schemas-2026-09: AssociationDefinition */
export interface AssociationDefinition {
  readonly createdAt?: string;
  readonly fromObjectTypeId: string;
  readonly id: string;
  readonly name?: string;
  readonly toObjectTypeId: string;
  readonly updatedAt?: string;
}

/** account-info-2026-09: PortalInformationResponse */
export interface PortalInformation {
  readonly accountType: 'APP_DEVELOPER' | 'DEVELOPER_TEST' | 'SANDBOX' | 'STANDARD';
  readonly additionalCurrencies: readonly (string)[];
  readonly companyCurrency: string;
  readonly dataHostingLocation: string;
  readonly portalId: number;
  readonly timeZone: string;
  readonly uiDomain: string;
  readonly utcOffset: string;
  readonly utcOffsetMilliseconds: number;
}

/** forms-v3: HubSpotFormDefinition */
export interface FormDefinition {
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly configuration: object;
  readonly createdAt: string;
  readonly displayOptions: object;
  readonly fieldGroups: readonly (object)[];
  readonly formType: 'hubspot';
  readonly id: string;
  readonly legalConsentOptions: object;
  readonly name: string;
  readonly updatedAt: string;
}
