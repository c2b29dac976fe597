import { contactIn, contactsAt, valueOf } from './contacts.ts';
import type { PortalData, StoredContact } from './entities.ts';
import { CONTACT_TYPE } from './objects/data.ts';
import { definitionNamed } from './objects/definitions.ts';
import { objectRefusals } from './objects/refusals.ts';
import type { Refusal } from './refusals.ts';

/**
 * The contact that a call means: by its id, its address (`email`), or a property of the portal's own whose values
 * are unique (OpenAPI files contacts v3 and 2026-09). `archived` looks among the deleted contacts instead. An id property that is not unique is refused.
 */
export function contactNamed(
  data: PortalData,
  id: string,
  idProperty: string | null,
  archived = false,
): StoredContact | undefined | Refusal {
  if (idProperty === null || idProperty === 'hs_object_id') {
    return archived
      ? archivedContacts(data).find((contact) => contact.id === id)
      : contactIn(data, id);
  }
  if (idProperty === 'email') {
    const wanted = id.toLowerCase();
    return archived
      ? archivedContacts(data).find(
          (contact) => valueOf(contact, 'email')?.toLowerCase() === wanted,
        )
      : contactsAt(data, id)[0];
  }
  if (definitionNamed(data, CONTACT_TYPE, idProperty)?.hasUniqueValue !== true) {
    return objectRefusals.notUnique(idProperty);
  }
  const among = archived ? archivedContacts(data) : liveContacts(data);
  return id === '' ? undefined : among.find((contact) => valueOf(contact, idProperty) === id);
}

export function liveContacts({ contacts }: PortalData): StoredContact[] {
  return Object.values(contacts).filter(({ archivedAt }) => archivedAt === undefined);
}

/** Deleted ones; a contact that was merged into another lives on in it and is none of them (see `mergedIdsLeadOn`). */
export function archivedContacts({ contacts, merged }: PortalData): StoredContact[] {
  return Object.values(contacts).filter(
    ({ id, archivedAt }) => archivedAt !== undefined && !Object.hasOwn(merged, id),
  );
}
