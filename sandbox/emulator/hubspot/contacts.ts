import type { PortalData, Source, StoredContact } from './entities.ts';

export function contactIn(data: PortalData, id: string): StoredContact | undefined {
  return Object.hasOwn(data.contacts, id) ? data.contacts[id] : undefined;
}

export function valueOf(contact: StoredContact, property: string): string | undefined {
  return contact.history[property]?.at(-1)?.value;
}

/** Each write is a version, even one that changes nothing visible. */
export function setProperty(
  contact: StoredContact,
  name: string,
  value: string,
  source: Source,
  at: number,
): void {
  (contact.history[name] ??= []).push({ value, at, ...source });
  contact.updatedAt = at;
}

/** Contacts whose primary address this is; letter case does not matter. */
export function contactsAt(data: PortalData, address: string): StoredContact[] {
  const wanted = address.toLowerCase();
  return Object.values(data.contacts).filter(
    (contact) => valueOf(contact, 'email')?.toLowerCase() === wanted,
  );
}
