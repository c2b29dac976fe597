import { contactsAt, nextId, setProperty, valueOf } from './contacts.ts';
import type {
  ConsentEvent,
  PortalData,
  Source,
  State,
  Status,
  StoredAddress,
  StoredContact,
  StoredStatus,
  SubscriptionType,
} from './entities.ts';
import { contactIdsAt, insertByTime, noteEvent } from './indexes.ts';

/** Who changed a consent, when, and on what ground. */
export interface Change extends Pick<Status, 'legalBasis' | 'explanation'> {
  readonly source: Source;
  /** The status's free text. */
  readonly text: string;
  readonly at: number;
}

const NOTHING: StoredAddress = { byType: {} };

/** What is on record for an address, which need not be a contact's. Reading leaves no trace. */
export function consentsOf(data: PortalData, address: string): StoredAddress {
  const key = address.toLowerCase();
  return Object.hasOwn(data.addresses, key) ? (data.addresses[key] ?? NOTHING) : NOTHING;
}

/** A status as a read sees it now, which may still be the one before the last write. */
export function asRead(
  status: StoredStatus | undefined,
  { assumptions }: PortalData,
  now: number,
): Status | undefined {
  if (status === undefined) return undefined;
  return now - status.at < assumptions.statusReadLagMs ? status.before : status;
}

/** Sets one status of an address, and mirrors it on every contact that has the address. */
export function setStatus(
  data: PortalData,
  address: string,
  typeId: string,
  state: State,
  change: Change,
): void {
  const { source, text, at, ...ground } = change;
  const { byType } = entryOf(data, address);
  byType[typeId] = follow(byType[typeId], { state, at, source: text, ...ground });
  remember(data, { at, address, typeId, change: state, source });
  if (!data.assumptions.optOutPropertyMirrorsStatus) return;
  for (const contact of contactsAt(data, address)) {
    setProperty(data, contact, `hs_email_optout_${typeId}`, MIRRORED[state], source, at);
  }
}

/** An address's status for everything of a brand; 0 is the account's default, and so the whole account. */
export function everythingOf(
  { everything, byBrand }: StoredAddress,
  brand: number,
): StoredStatus | undefined {
  return brand === 0 ? everything : byBrand?.[brand];
}

/** Is the address out of everything that a type belongs to: the account, or the type's brand? */
export function isOutOfEverything(stored: StoredAddress, { brand }: SubscriptionType): boolean {
  return [0, brand].some((one) => everythingOf(stored, one)?.state === 'UNSUBSCRIBED');
}

/** Opts an address out of everything of a brand, or takes that back; the types' own statuses stay as they are. */
export function setEverything(
  data: PortalData,
  address: string,
  state: 'UNSUBSCRIBED' | 'NOT_SPECIFIED',
  { source, text, at }: Change,
  brand = 0,
): void {
  const entry = entryOf(data, address);
  const next = follow(everythingOf(entry, brand), { state, at, source: text });
  if (brand === 0) entry.everything = next;
  else entry.byBrand[brand] = next;
  remember(data, { at, address, change: state, source });
  if (brand !== 0) return;
  const value = state === 'UNSUBSCRIBED' ? 'true' : '';
  for (const contact of contactsAt(data, address)) {
    setProperty(data, contact, 'hs_email_optout', value, source, at);
  }
}

/**
 * A contact that gets an address gets what is on record for it, and loses what was on record for the one
 * before (HubSpot's page on opt-outs: preferences follow the address).
 */
export function takeOverConsents(data: PortalData, contact: StoredContact, at: number): void {
  const address = valueOf(contact, 'email') ?? '';
  const { byType, everything } = consentsOf(data, address);
  const source = { sourceType: 'CALCULATED' };
  const take = (name: string, value: string) => {
    if (value === (valueOf(contact, name) ?? '')) return;
    setProperty(data, contact, name, value, source, at);
  };
  take('hs_email_optout', everything?.state === 'UNSUBSCRIBED' ? 'true' : '');
  if (!data.assumptions.optOutPropertyMirrorsStatus) return;
  for (const { id } of data.types) {
    take(`hs_email_optout_${id}`, MIRRORED[byType[id]?.state ?? 'NOT_SPECIFIED']);
  }
}

export function remember(data: PortalData, event: Omit<ConsentEvent, 'id' | 'contactIds'>): void {
  const id = `e0000000-0000-4000-8000-${String(nextId(data)).padStart(12, '0')}`;
  const kept = { ...event, id, contactIds: contactIdsAt(data, event.address) };
  noteEvent(data, kept);
  insertByTime(data.events, kept);
}

const MIRRORED: Readonly<Record<State, string>> = {
  SUBSCRIBED: 'false',
  UNSUBSCRIBED: 'true',
  NOT_SPECIFIED: '',
};

function entryOf(data: PortalData, address: string) {
  const entry = (data.addresses[address.toLowerCase()] ??= { byType: {} });
  return Object.assign(entry, { byBrand: entry.byBrand ?? {} });
}

function follow(last: StoredStatus | undefined, next: Status): StoredStatus {
  if (last === undefined) return next;
  const { before: _older, ...before } = last;
  return { ...next, before };
}
