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
import { byHubSpot, type By } from './sources.ts';

/** Who changed a consent, when, and on what ground. */
export interface Change extends Pick<Status, 'legalBasis' | 'explanation'> {
  readonly source: Source;
  readonly by: By;
  /** The status's free text. */
  readonly text: string;
  readonly at: number;
}

const NOTHING: StoredAddress = { byType: {} };

/** What is on record for an address, which need not be a contact's (HubSpot's page on v1 updates). [guess: addressCase] */
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

/**
 * A type's status as a read sees it now: an opt-out of everything may stand in its place (see
 * `typesUnderOptOutOfEverything`).
 */
export function statusAsRead(
  data: PortalData,
  stored: StoredAddress,
  type: SubscriptionType,
  now: number,
): Status | undefined {
  if (data.assumptions.typesUnderOptOutOfEverything === 'read-as-opted-out') {
    for (const brand of new Set([0, type.brand])) {
      const everything = asRead(everythingOf(stored, brand), data, now);
      if (everything?.state === 'UNSUBSCRIBED') return everything;
    }
  }
  return asRead(stored.byType[type.id], data, now);
}

/** Sets one status of an address, and mirrors it on every contact that has the address. */
export function setStatus(
  data: PortalData,
  address: string,
  typeId: string,
  state: State,
  change: Change,
): void {
  const { source, by, at } = change;
  storeStatus(data, address, typeId, state, change);
  remember(data, { at, address, typeId, change: state, source, by });
  const { optOutPropertyMirrorsStatus, mirroredValues } = data.assumptions;
  if (!optOutPropertyMirrorsStatus) return;
  for (const contact of contactsAt(data, address)) {
    setProperty(data, contact, `hs_email_optout_${typeId}`, mirroredValues[state], source, at);
  }
}

/** The status alone: no event, and no version of a property. */
export function storeStatus(
  data: PortalData,
  address: string,
  typeId: string,
  state: State,
  { text, at, source: _source, by: _by, ...ground }: Change,
): void {
  const { byType } = entryOf(data, address);
  byType[typeId] = follow(byType[typeId], { state, at, source: text, ...ground });
}

/** An address's status for everything of a brand; 0 is the account's default, and so the whole account. */
export function everythingOf(
  { everything, byBrand }: StoredAddress,
  brand: number,
): StoredStatus | undefined {
  return brand === 0 ? everything : byBrand?.[brand];
}

/** Is the address out of everything that a type belongs to: the account, or the type's brand? */
export function isOutOfEverything(
  stored: StoredAddress,
  { brand }: Pick<SubscriptionType, 'brand'>,
): boolean {
  return [0, brand].some((one) => everythingOf(stored, one)?.state === 'UNSUBSCRIBED');
}

/**
 * Opts an address out of everything of a brand, or takes that back. Whether the types' own statuses follow is open
 * (see `typesUnderOptOutOfEverything`).
 */
export function setEverything(
  data: PortalData,
  address: string,
  state: 'UNSUBSCRIBED' | 'NOT_SPECIFIED',
  change: Change,
  brand = 0,
): void {
  const { source, by, text, at } = change;
  const entry = entryOf(data, address);
  const next = follow(everythingOf(entry, brand), { state, at, source: text });
  if (brand === 0) entry.everything = next;
  else entry.byBrand[brand] = next;
  remember(data, { at, address, change: state, source, by });
  const { assumptions } = data;
  if (state === 'UNSUBSCRIBED' && assumptions.typesUnderOptOutOfEverything === 'set-to-opted-out') {
    const types = data.types.filter((type) => brand === 0 || type.brand === brand);
    for (const { id } of types)
      setStatus(data, address, id, 'UNSUBSCRIBED', { source, by, text, at });
  }
  if (brand !== 0 && !assumptions.brandOptOutSetsProperty) return;
  if (!assumptions.optOutOfEverythingIsMirrored) return;
  const value = mirroredEverything(data, entry);
  for (const contact of contactsAt(data, address)) {
    setProperty(data, contact, 'hs_email_optout', value, source, at);
  }
}

function mirroredEverything(
  { assumptions }: PortalData,
  { everything, byBrand = {} }: StoredAddress,
): string {
  const brands = assumptions.brandOptOutSetsProperty ? Object.values(byBrand) : [];
  if ([everything, ...brands].some((one) => one?.state === 'UNSUBSCRIBED')) return 'true';
  return everything === undefined && brands.length === 0
    ? ''
    : assumptions.liftedOptOutOfEverythingReads;
}

/**
 * A contact that gets an address gets what is on record for it, and loses what was on record for the one before
 * (HubSpot's page on opt-outs: preferences follow the address). `broughtBy` made the change of address.
 */
export function takeOverConsents(
  data: PortalData,
  contact: StoredContact,
  broughtBy: Source,
  at: number,
): void {
  const stored = consentsOf(data, valueOf(contact, 'email') ?? '');
  const { assumptions } = data;
  const source = assumptions.carriedOverStatusStandsAs === 'computed' ? byHubSpot() : broughtBy;
  const take = (name: string, value: string) => {
    if (value === (valueOf(contact, name) ?? '')) return;
    setProperty(data, contact, name, value, source, at);
  };
  if (assumptions.optOutOfEverythingIsMirrored) {
    take('hs_email_optout', mirroredEverything(data, stored));
  }
  if (!assumptions.optOutPropertyMirrorsStatus) return;
  for (const { id } of data.types) {
    const state = stored.byType[id]?.state;
    take(`hs_email_optout_${id}`, state === undefined ? '' : assumptions.mirroredValues[state]);
  }
}

/** For the legacy endpoints and the event occurrences. [guess: oneChangeAnEvent] */
export function remember(data: PortalData, event: Omit<ConsentEvent, 'id' | 'contactIds'>): void {
  const id = `e0000000-0000-4000-8000-${String(nextId(data)).padStart(12, '0')}`;
  const kept = { ...event, id, contactIds: contactIdsAt(data, event.address) };
  noteEvent(data, kept);
  insertByTime(data.events, kept);
}

function entryOf(data: PortalData, address: string) {
  const entry = (data.addresses[address.toLowerCase()] ??= { byType: {} });
  return Object.assign(entry, { byBrand: entry.byBrand ?? {} });
}

function follow(last: StoredStatus | undefined, next: Status): StoredStatus {
  if (last === undefined) return next;
  const { before: _older, ...before } = last;
  return { ...next, before };
}
