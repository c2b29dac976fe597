import type { SimplePublicObjectWithAssociations } from '@hubspot/api-client/lib/codegen/crm/contacts';
import type { MarketingStatus } from '../../contract/snapshot.ts';
import type { Contact, Contacts } from '../ports.ts';
import { unreadable, type HubSpotClient } from './client.ts';
import { CONTACT_PROPERTIES, historyProperties, MARKETING_REQUEST } from './contact-properties.ts';
import { DATED_PROPERTIES } from './deliverability-properties.ts';
import { deliverabilityOf } from './deliverability.ts';
import { instantOf } from './instant.ts';
import { readRequest } from './request-value.ts';
import { historyOf } from './versions.ts';

type Properties = Readonly<Record<string, string | null | undefined>>;

/** Contacts through the client's typed method: `GET /crm/v3/objects/contacts/{id}` (OpenAPI: contacts v3). */
export function hubSpotContacts(hubspot: HubSpotClient): Contacts {
  return {
    async read(contactId) {
      const found = await hubspot.typed('read', (client) =>
        client.crm.contacts.basicApi.getById(
          contactId,
          [...CONTACT_PROPERTIES],
          [...DATED_PROPERTIES, MARKETING_REQUEST],
        ),
      );
      return contactOf(found);
    },
    async addressee(contactId) {
      const { id, properties } = await hubspot.typed('read', (client) =>
        client.crm.contacts.basicApi.getById(contactId, ['email', LANGUAGE]),
      );
      const { email, [LANGUAGE]: said } = (properties as Properties | undefined) ?? {};
      if (typeof (id as unknown) !== 'string' || email === undefined) throw unreadable();
      const [address, language] = [email?.trim() ?? '', said?.trim().toLowerCase() ?? ''];
      return {
        id,
        ...(address === '' ? {} : { address }),
        ...(LANGUAGE_CODE.test(language) ? { language } : {}),
      };
    },
    async history(contactId, typeIds) {
      const found = await hubspot.typed('read', (client) =>
        client.crm.contacts.basicApi.getById(contactId, ['email'], historyProperties(typeIds)),
      );
      return historyOf(found);
    },
  };
}

/** "Preferred language", a list of codes such as `en`, `pt-br` and `zh-tw`. */
const LANGUAGE = 'hs_language';
const LANGUAGE_CODE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/;

function contactOf(found: SimplePublicObjectWithAssociations): Contact {
  const properties = found.properties as Properties | undefined;
  if (properties === undefined || typeof found.id !== 'string') throw unreadable();
  const address = properties['email']?.trim();
  const others = properties['hs_additional_emails']
    ?.split(';')
    .map((other) => other.trim())
    .filter((other) => other !== '');
  const marketingRequest = requestOf(found);
  const mergedIds = idsIn(properties['hs_merged_object_ids']);
  return {
    id: found.id,
    ...(address === undefined || address === '' ? {} : { address }),
    otherAddresses: others ?? [],
    marketing: marketingOf(properties),
    ...deliverabilityOf(properties, found.propertiesWithHistory ?? {}, address),
    hasRequestProperty: properties[MARKETING_REQUEST] !== undefined,
    ...(marketingRequest === undefined ? {} : { marketingRequest }),
    ...(mergedIds.length === 0 ? {} : { mergedIds }),
  };
}

/** HubSpot writes ids with semicolons between. */
function idsIn(text: string | null | undefined): string[] {
  const ids = (text ?? '').split(';').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => /^\d{1,20}$/.test(id));
}

function marketingOf(properties: Properties): MarketingStatus {
  const status = flag(properties['hs_marketable_status']);
  if (status === undefined) return { kind: 'unavailable' };
  const reason = properties['hs_marketable_reason_type'];
  const reasonName = properties['hs_marketable_reason_id'];
  const why = {
    ...(reason === null || reason === undefined || reason === '' ? {} : { reason }),
    ...(reasonName === null || reasonName === undefined || reasonName === '' ? {} : { reasonName }),
  };
  return status
    ? {
        kind: 'marketing',
        untilNextUpdateDate: flag(properties['hs_marketable_until_renewal']) === true,
        ...why,
      }
    : { kind: 'non-marketing', ...why };
}

/** The newest version is the value; a value that was cleared, or that no workflow of ours waits for, asks for nothing. */
function requestOf({
  propertiesWithHistory,
}: SimplePublicObjectWithAssociations): Contact['marketingRequest'] {
  const versions = (propertiesWithHistory?.[MARKETING_REQUEST] ?? []).map(
    ({ value, timestamp }) => ({ value, at: instantOf(timestamp) }),
  );
  // HubSpot sends the newest first; of two at one instant the first is the newer.
  const newest = versions.reduce<(typeof versions)[number] | undefined>(
    (found, one) => (found === undefined || one.at > found.at ? one : found),
    undefined,
  );
  const asked = newest === undefined ? undefined : readRequest(newest.value);
  return newest === undefined || asked === undefined ? undefined : { ...asked, at: newest.at };
}

/** HubSpot sends `null` for "never set", and nothing at all for a property the account has not got. */
function flag(value: string | null | undefined): boolean | undefined {
  return value === undefined || value === null || value === '' ? undefined : value === 'true';
}
