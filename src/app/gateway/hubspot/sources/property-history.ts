import type { Sources } from '../../ports.ts';
import { asciiLower, isSameAddress } from '../../same-address.ts';
import type { HubSpotClient } from '../client.ts';
import { contactWithHistoryIn, MERGED_IDS, type Histories } from '../contact-answer.ts';
import { ALWAYS_SET, evidenceProperties } from '../contact-properties.ts';
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
      parts.push([ALWAYS_SET, ...names.slice(at, at + MOST_PROPERTIES)]);
    const answers = await Promise.all(
      parts.map((part) =>
        hubspot.typed('read', async (client) =>
          (await client.contacts()).basic.getById(contactId, ['email', MERGED_IDS], part),
        ),
      ),
    );
    const found = answers.map((answer) => contactWithHistoryIn(answer, contactId));
    return historyOf(
      Object.assign({}, ...found.map((one) => one.propertiesWithHistory)) as Histories,
    );
  };
}

/** Since when the address is this contact's: consents follow the address, not the contact (hubspot/apis.md §1.4). */
export function addresses(hubspot: HubSpotClient): Sources['addresses'] {
  return async (contactId) => {
    const answer = await hubspot.typed('read', async (client) =>
      (await client.contacts()).basic.getById(
        contactId,
        ['email', 'hs_additional_emails', MERGED_IDS],
        [ALWAYS_SET, 'email'],
      ),
    );
    const { properties: sent, propertiesWithHistory } = contactWithHistoryIn(answer, contactId);
    const primary = asciiLower(sent.email?.trim() ?? '');
    const others = (sent['hs_additional_emails'] ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !isSameAddress(one, primary));
    const versions = propertiesWithHistory['email'] ?? [];
    const changed = versions.findIndex(({ value }) => !isSameAddress(value.trim(), primary));
    const since = changed > 0 ? versions[changed - 1]?.timestamp : undefined;
    return {
      ...(primary === '' ? {} : { primary }),
      others,
      ...(since === undefined ? {} : { since: instantOf(since) }),
    };
  };
}
