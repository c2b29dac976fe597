import type { PortalData, Source, StoredContact } from './entities.ts';
import { enrol } from './enrolment.ts';
import { contactIdsAt, noteAddress } from './indexes.ts';

/** A contact that is there: deleted and erased ones are not found, as with HubSpot. */
export function contactIn(data: PortalData, id: string): StoredContact | undefined {
  const into = data.assumptions.mergedIdsLeadOn ? data.merged[id] : undefined;
  const wanted = into ?? id;
  const found = Object.hasOwn(data.contacts, wanted) ? data.contacts[wanted] : undefined;
  return found?.archivedAt === undefined ? found : undefined;
}

export function valueOf(contact: StoredContact, property: string): string | undefined {
  return contact.history[property]?.at(-1)?.value;
}

/**
 * A write is a version; whether one that leaves the value as it was is one too is open (see `unchangedValueIsVersion`).
 * A workflow may be waiting for it.
 */
export function setProperty(
  data: PortalData,
  contact: StoredContact,
  name: string,
  value: string,
  source: Source,
  at: number,
): void {
  const isUnchanged = contact.history[name] !== undefined && valueOf(contact, name) === value;
  if (isUnchanged && !data.assumptions.unchangedValueIsVersion) return;
  if (name === 'email') noteAddress(data, contact.id, valueOf(contact, 'email') ?? '', value);
  (contact.history[name] ??= []).push({ value, at, ...source });
  contact.updatedAt = at;
  enrol(data, contact.id, name, value, at);
}

/** Contacts whose primary address this is; letter case does not matter. */
export function contactsAt(data: PortalData, address: string): StoredContact[] {
  return contactIdsAt(data, address).flatMap((id) => contactIn(data, id) ?? []);
}

/** The next id of a portal, for whatever wants one. */
export function nextId(data: PortalData): number {
  data.lastId += 1;
  return data.lastId;
}
