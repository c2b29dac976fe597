import type { Sources } from '../../ports.ts';
import type { HubSpotClient } from '../client.ts';
import { evidenceProperties } from '../contact-properties.ts';
import { instantOf } from '../instant.ts';
import { historyOf } from '../versions.ts';

/** HubSpot refuses addresses beyond what a path holds; so many properties fit into one call. */
const MOST_PROPERTIES = 60;

/** `GET /crm/v3/objects/contacts/{id}?propertiesWithHistory=…` (OpenAPI: contacts v3); needs `crm.objects.contacts.read`. */
export function properties(hubspot: HubSpotClient): Sources['properties'] {
  return async (contactId, typeIds) => {
    const names = evidenceProperties(typeIds);
    const parts: string[][] = [];
    for (let at = 0; at < names.length; at += MOST_PROPERTIES)
      parts.push(names.slice(at, at + MOST_PROPERTIES));
    const found = await Promise.all(
      parts.map((part) =>
        hubspot.typed('read', (client) =>
          client.crm.contacts.basicApi.getById(contactId, ['email'], part),
        ),
      ),
    );
    return historyOf({
      propertiesWithHistory: Object.assign(
        {},
        ...found.map((one) => one.propertiesWithHistory ?? {}),
      ) as NonNullable<(typeof found)[number]['propertiesWithHistory']>,
    });
  };
}

/** Since when the address is this contact's: consents follow the address, not the contact (hubspot/apis.md §1.4). */
export function addresses(hubspot: HubSpotClient): Sources['addresses'] {
  return async (contactId) => {
    const found = await hubspot.typed('read', (client) =>
      client.crm.contacts.basicApi.getById(contactId, ['email', 'hs_additional_emails'], ['email']),
    );
    const sent = found.properties as Readonly<Record<string, string | null>>;
    const primary = sent['email']?.trim().toLowerCase() ?? '';
    const others = (sent['hs_additional_emails'] ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '' && one.toLowerCase() !== primary);
    const versions = found.propertiesWithHistory?.['email'] ?? [];
    const changed = versions.findIndex(({ value }) => value.trim().toLowerCase() !== primary);
    const since = changed > 0 ? versions[changed - 1]?.timestamp : undefined;
    return {
      ...(primary === '' ? {} : { primary }),
      others,
      ...(since === undefined ? {} : { since: instantOf(since) }),
    };
  };
}
