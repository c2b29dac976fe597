import type { ConsentEvent, PortalData } from './entities.ts';

/**
 * Lookups that are not stored: after a state file was read they are made anew from what it holds. With
 * 100,000 contacts nothing that a card asks may look at each of them.
 */
interface Lookups {
  readonly contactsAt: Map<string, Set<string>>;
  readonly eventsAt: Map<string, ConsentEvent[]>;
  readonly eventsOf: Map<string, ConsentEvent[]>;
}

const LOOKUPS = new WeakMap<PortalData, Lookups>();

export function contactIdsAt(data: PortalData, address: string): readonly string[] {
  return [...(lookupsOf(data).contactsAt.get(address.toLowerCase()) ?? [])];
}

/** Oldest first. */
export function eventsAt(data: PortalData, address: string): readonly ConsentEvent[] {
  return lookupsOf(data).eventsAt.get(address.toLowerCase()) ?? [];
}

/** Events of one contact, whatever address it had then; oldest first. */
export function eventsOf(data: PortalData, contactId: string): readonly ConsentEvent[] {
  return lookupsOf(data).eventsOf.get(contactId) ?? [];
}

/** A contact's address has changed; an empty text stands for none. */
export function noteAddress(data: PortalData, contactId: string, from: string, to: string): void {
  const { contactsAt } = lookupsOf(data);
  contactsAt.get(from.toLowerCase())?.delete(contactId);
  if (to !== '') listIn(contactsAt, to.toLowerCase(), () => new Set<string>()).add(contactId);
}

export function noteEvent(data: PortalData, event: ConsentEvent): void {
  const { eventsAt, eventsOf } = lookupsOf(data);
  const put = (map: Map<string, ConsentEvent[]>, key: string) => {
    insertByTime(
      listIn(map, key, () => []),
      event,
    );
  };
  put(eventsAt, event.address.toLowerCase());
  for (const id of event.contactIds) put(eventsOf, id);
}

/** Keeps a list that is sorted by time sorted; what comes last in time comes last in the list. */
export function insertByTime<T extends { readonly at: number }>(list: T[], one: T): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]?.at ?? 0) > one.at) at -= 1;
  list.splice(at, 0, one);
}

/** Forgets the lookups, after something was taken out of the data by other ways than these. */
export function lookAgain(data: PortalData): void {
  LOOKUPS.delete(data);
}

function lookupsOf(data: PortalData): Lookups {
  const known = LOOKUPS.get(data);
  if (known !== undefined) return known;
  const made: Lookups = { contactsAt: new Map(), eventsAt: new Map(), eventsOf: new Map() };
  LOOKUPS.set(data, made);
  for (const { id, history, archivedAt } of Object.values(data.contacts)) {
    if (archivedAt !== undefined) continue;
    noteAddress(data, id, '', history['email']?.at(-1)?.value ?? '');
  }
  for (const event of data.events) noteEvent(data, event);
  return made;
}

function listIn<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
