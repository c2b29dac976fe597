import type { MarketingStatus } from '../../contract/snapshot.ts';
import type { Contact, Contacts } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import {
  contactIn,
  contactWithHistoryIn,
  idsIn,
  MERGED_IDS,
  type Histories,
} from './contact-answer.ts';
import {
  ALWAYS_SET,
  CONTACT_PROPERTIES,
  historyProperties,
  MARKETING_REQUEST,
  QUARANTINE_REASON,
} from './contact-properties.ts';
import { instantOf } from './instant.ts';
import {
  bounceOf,
  complaintOf,
  confirmationOf,
  doubleOptInOf,
  yesNoOf,
} from './property-values.ts';
import { readRequest } from './request-value.ts';
import { historyOf } from './versions.ts';

type Properties = Readonly<Record<string, string | null | undefined>>;

/** Contacts through the client's typed method: `GET /crm/v3/objects/contacts/{id}` (OpenAPI: contacts v3). */
export function hubSpotContacts(hubspot: HubSpotClient): Contacts {
  return {
    async read(contactId) {
      const answer = await hubspot.typed('read', async (client) =>
        (await client.contacts()).basic.getById(
          contactId,
          [...CONTACT_PROPERTIES],
          [ALWAYS_SET, QUARANTINE_REASON, MARKETING_REQUEST],
        ),
      );
      const { id, properties, propertiesWithHistory } = contactWithHistoryIn(answer, contactId);
      return contactOf(id, properties, propertiesWithHistory);
    },
    async addressee(contactId) {
      const answer = await hubspot.typed('read', async (client) =>
        (await client.contacts()).basic.getById(contactId, ['email', LANGUAGE, MERGED_IDS]),
      );
      const { id, properties } = contactIn(answer, contactId);
      const language = properties[LANGUAGE]?.trim().toLowerCase() ?? '';
      return {
        id,
        ...addressIn(properties),
        ...(LANGUAGE_CODE.test(language) ? { language } : {}),
      };
    },
    async history(contactId, typeIds) {
      const answer = await hubspot.typed('read', async (client) =>
        (await client.contacts()).basic.getById(
          contactId,
          ['email', MERGED_IDS],
          [ALWAYS_SET, ...historyProperties(typeIds)],
        ),
      );
      return historyOf(contactWithHistoryIn(answer, contactId).propertiesWithHistory);
    },
  };
}

/** "Preferred language", a list of codes such as `en`, `pt-br` and `zh-tw`. */
const LANGUAGE = 'hs_language';
const LANGUAGE_CODE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/;

function contactOf(id: string, properties: Properties, histories: Histories): Contact {
  const { told, notUnderstood } = reading(properties);
  const others = properties['hs_additional_emails']
    ?.split(';')
    .filter((other) => other.trim() !== '');
  const quarantined = told('quarantine', 'hs_email_quarantined', yesNoOf);
  const hardBounced = eitherOf(
    told('hard-bounce', 'hs_email_hard_bounce_reason_enum', bounceOf),
    told('bad-address', 'hs_email_bad_address', yesNoOf),
  );
  const complained = told('quarantine-reason', QUARANTINE_REASON, complaintOf);
  // Without the reason's property, only a contact that is in no quarantine is known not to have complained.
  const complaint =
    complained === 'absent' && quarantined !== false
      ? undefined
      : complaintIn(complained, histories);
  const marketing = marketingOf(
    told('marketing-status', 'hs_marketable_status', yesNoOf),
    told('marketing-schedule', 'hs_marketable_until_renewal', yesNoOf),
    properties,
  );
  const doubleOptIn = told('double-opt-in', 'hs_emailconfirmationstatus', doubleOptInOf);
  const isConfirmationKnown = doubleOptIn !== 'absent' && doubleOptIn !== 'not-understood';
  const marketingRequest = requestOf(histories);
  const mergedIds = idsIn(properties[MERGED_IDS]);
  const confirmation = confirmationOf(properties['hs_emailconfirmationstatus'] ?? '');
  return {
    id,
    ...addressIn(properties),
    otherAddresses: others?.length ?? 0,
    marketing,
    doubleOptIn: isConfirmationKnown ? doubleOptIn : 'unknown',
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(typeof quarantined === 'boolean' ? { quarantined } : {}),
    ...(hardBounced === undefined ? {} : { hardBounced }),
    ...(complaint === undefined ? {} : { complaint }),
    hasRequestProperty: properties[MARKETING_REQUEST] !== undefined,
    ...(marketingRequest === undefined ? {} : { marketingRequest }),
    ...(mergedIds.length === 0 ? {} : { mergedIds }),
    ...(Object.keys(notUnderstood).length === 0 ? {} : { notUnderstood }),
  };
}

type NotUnderstood = NonNullable<Contact['notUnderstood']>;

/** What a property says; `absent` where the account has no such property. */
type Told<T> = T | 'absent' | 'not-understood';

/** Reads properties one by one, and keeps the values that it does not understand. HubSpot sends `null` for "never set". */
function reading(properties: Properties) {
  const notUnderstood: Partial<Record<keyof NotUnderstood, string>> = {};
  const told = <T>(
    name: keyof NotUnderstood,
    property: string,
    meaningOf: (value: string) => T | undefined,
  ): Told<T> => {
    const sent = properties[property];
    if (sent === undefined) return 'absent';
    const value = sent ?? '';
    const meaning = meaningOf(value);
    if (meaning !== undefined) return meaning;
    notUnderstood[name] = value;
    return 'not-understood';
  };
  return { told, notUnderstood };
}

/** One "yes" is enough; a "no" counts where nothing else is left that might be a "yes". */
function eitherOf(one: Told<boolean>, other: Told<boolean>): boolean | undefined {
  const both = [one, other];
  if (both.includes(true)) return true;
  return both.includes('not-understood') || !both.includes(false) ? undefined : false;
}

function addressIn({ email }: Properties): Pick<Contact, 'address'> {
  const address = email?.trim() ?? '';
  return address === '' ? {} : { address };
}

/** Accounts without marketing contacts have no value in the property, or no property. */
function marketingOf(
  status: Told<boolean>,
  isLeaving: Told<boolean>,
  properties: Properties,
): MarketingStatus {
  const {
    hs_marketable_status: value,
    hs_marketable_reason_type: reason,
    hs_marketable_reason_id: reasonName,
  } = properties;
  if (status === 'absent' || value === null || value === '') return { kind: 'unavailable' };
  if (status === 'not-understood') return { kind: 'not-known' };
  const why = {
    ...(reason === null || reason === undefined || reason === '' ? {} : { reason }),
    ...(reasonName === null || reasonName === undefined || reasonName === '' ? {} : { reasonName }),
  };
  if (!status) return { kind: 'non-marketing', ...why };
  if (isLeaving === 'not-understood') return { kind: 'not-known' };
  return { kind: 'marketing', untilNextUpdateDate: isLeaving === true, ...why };
}

/** Only a quarantine tells of a complaint; the send events that tell of others want a scope this app has not. */
function complaintIn(complained: Told<boolean>, histories: Histories): Contact['complaint'] {
  if (complained === 'not-understood') return undefined;
  if (complained !== true) return 'none';
  const times = (histories[QUARANTINE_REASON] ?? [])
    .filter(({ value }) => complaintOf(value) === true)
    .map(({ timestamp }) => instantOf(timestamp))
    .sort();
  const at = times.at(-1);
  return at === undefined ? {} : { at };
}

/** The newest version is the value; a value that was cleared, or that no workflow of ours waits for, asks for nothing. */
function requestOf(histories: Histories): Contact['marketingRequest'] {
  const versions = (histories[MARKETING_REQUEST] ?? []).map(({ value, timestamp }) => ({
    value,
    at: instantOf(timestamp),
  }));
  // HubSpot sends the newest first; of two at one instant the first is the newer.
  const newest = versions.reduce<(typeof versions)[number] | undefined>(
    (found, one) => (found === undefined || one.at > found.at ? one : found),
    undefined,
  );
  const asked = newest === undefined ? undefined : readRequest(newest.value);
  return newest === undefined || asked === undefined ? undefined : { ...asked, at: newest.at };
}
