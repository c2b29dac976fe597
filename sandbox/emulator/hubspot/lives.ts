import { takeOverConsents } from './consents.ts';
import { setProperty, valueOf } from './contacts.ts';
import type { PortalData, Source, StoredContact } from './entities.ts';
import { eventsAt, lookAgain, noteAddress } from './indexes.ts';
import { CONTACT_TYPE } from './objects/data.ts';
import { moveLinks, type End } from './objects/links.ts';

/** A contact is deleted: it is not found any more; what is on record for its address stays with the address. */
export function archive(data: PortalData, contact: StoredContact, at: number): void {
  noteAddress(data, contact.id, valueOf(contact, 'email') ?? '', '');
  contact.archivedAt = at;
  contact.updatedAt = at;
}

/**
 * Privacy delete: the contact, its events and its submissions are gone for good, and the address is kept from coming
 * back by hand or by import; a form or the API may bring it back (hubspot/apis.md §9; HubSpot's page on permanent
 * deletion). Whether the statuses of its addresses go too is open (see `privacyDeleteErasesStatuses`).
 */
export function erase(data: PortalData, contact: StoredContact): void {
  const addresses = new Set(
    (contact.history['email'] ?? []).map(({ value }) => value.toLowerCase()).filter(Boolean),
  );
  const gone = new Set([...addresses].flatMap((address) => eventsAt(data, address)));
  data.events.splice(0, data.events.length, ...data.events.filter((event) => !gone.has(event)));
  const left = data.submissions.filter(
    ({ values }) => !values.some(({ value }) => addresses.has(value.toLowerCase())),
  );
  data.submissions.splice(0, data.submissions.length, ...left);
  for (const address of addresses) {
    if (data.assumptions.privacyDeleteErasesStatuses) delete data.addresses[address];
    data.erased.push(address);
  }
  delete data.contacts[contact.id];
  lookAgain(data);
}

/**
 * The other contact goes into the first: its address becomes a secondary one, and empty properties are filled
 * (HubSpot's page on merging records). Each address keeps its statuses (community.hubspot.com td-p/824366, tried by a
 * user; hubspot/apis.md §9). [guess: mergeStandsAs]
 */
export function merge(
  data: PortalData,
  primary: StoredContact,
  other: StoredContact,
  at: number,
): void {
  const source: Source = { sourceType: 'MERGE_CONTACTS', sourceId: other.id };
  const set = (name: string, value: string) => {
    setProperty(data, primary, name, value, source, at);
  };
  const address = valueOf(other, 'email') ?? '';
  archive(data, other, at);
  data.merged[other.id] = primary.id;
  for (const [old, into] of Object.entries(data.merged)) {
    if (into === other.id) data.merged[old] = primary.id;
  }
  for (const name of Object.keys(other.history)) {
    const value = valueOf(other, name) ?? '';
    if (value !== '' && (valueOf(primary, name) ?? '') === '') set(name, value);
  }
  const others = [valueOf(primary, 'hs_additional_emails'), valueOf(other, 'hs_additional_emails')];
  const isSecondary = address !== '' && address !== valueOf(primary, 'email');
  const secondary = [...others, isSecondary ? address : ''].filter(Boolean).join(';');
  if (secondary !== '') set('hs_additional_emails', secondary);
  const ids = [valueOf(primary, 'hs_merged_object_ids'), other.id].filter(Boolean).join(';');
  set('hs_merged_object_ids', ids);
  takeOverConsents(data, primary, source, at);
  if (data.assumptions.associationsAfterMerge === 'moved') {
    moveLinks(data, contactEnd(other), contactEnd(primary));
  }
}

function contactEnd({ id }: StoredContact): End {
  return { typeId: CONTACT_TYPE, id };
}
