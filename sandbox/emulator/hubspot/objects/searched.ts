import type { PortalData, StoredContact } from '../entities.ts';
import { sentContact } from '../formatters.ts';
import { seenAt, searchMoment, valueSeen, versionAt } from './as-of.ts';
import { CONTACT_TYPE, type StoredSchema } from './data.ts';
import { recordsOf } from './holders.ts';
import { sentRecord } from './sent-record.ts';

/** One record as search knows it. */
export interface Searched {
  value(property: string): string;
  send(properties: readonly string[]): object;
}

interface SearchedType {
  readonly typeId: string;
  /** What a search by words looks at. */
  readonly inWords: readonly string[];
  readonly all: readonly Searched[];
}

/**
 * The contacts that a search finds now: as they were some time ago (see `searchLagMs`), in the order of their ids.
 * A deleted one is found until the search knows of it.
 */
export function searchedContacts(data: PortalData, now: number): SearchedType {
  const moment = searchMoment(data, now);
  const all = Object.values(data.contacts)
    .filter(({ createdAt, archivedAt = Infinity }) => createdAt <= moment && moment < archivedAt)
    .map((contact) => searchedContact(data, contact, moment));
  return { typeId: CONTACT_TYPE, inWords: IN_WORDS, all };
}

/** The same of a custom object; archived records are never found. Words are looked for in its searchable properties. */
export function searchedRecords(
  data: PortalData,
  { typeId, searchableProperties }: StoredSchema,
  now: number,
): SearchedType {
  const moment = searchMoment(data, now);
  const { ids, byId } = recordsOf(data, typeId);
  const all = ids.flatMap((id): Searched[] => {
    const record = byId[id];
    const seen = record === undefined ? undefined : seenAt(record, moment);
    if (seen === undefined || seen.archivedAt !== undefined) return [];
    return [
      {
        value: (property) => valueSeen(seen, property) ?? '',
        send: (properties) => sentRecord(data, seen, properties),
      },
    ];
  });
  return { typeId, inWords: searchableProperties, all };
}

/** HubSpot's list for contacts (its guide to CRM search), as far as the emulator has the properties. */
const IN_WORDS = [
  'firstname',
  'lastname',
  'email',
  'hs_additional_emails',
  'company',
  'hs_marketable_until_renewal',
];

function searchedContact(data: PortalData, contact: StoredContact, moment: number): Searched {
  return {
    value: (property) => {
      switch (property) {
        case 'hs_object_id':
          return contact.id;
        case 'createdate':
          return new Date(contact.createdAt).toISOString();
        case 'lastmodifieddate':
          return new Date(asItWas(contact, moment).updatedAt).toISOString();
        default:
          return versionAt(contact.history[property], moment)?.value ?? '';
      }
    },
    send: (properties) => sentContact(data, asItWas(contact, moment), properties, []),
  };
}

function asItWas(contact: StoredContact, moment: number): StoredContact {
  const history = Object.fromEntries(
    Object.entries(contact.history).map(([name, versions]) => [
      name,
      versions.filter(({ at }) => at <= moment),
    ]),
  );
  const times = Object.values(history).map((versions) => versions.at(-1)?.at ?? 0);
  const { id, createdAt } = contact;
  return { id, createdAt, history, updatedAt: Math.max(createdAt, ...times) };
}
