import { contactsAt, setProperty, valueOf } from './contacts.ts';
import type {
  ConsentEvent,
  PortalData,
  Source,
  State,
  Status,
  StoredAddress,
  StoredContact,
} from './entities.ts';
import { TYPES } from './portals.ts';

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

/** Sets one status of an address, and mirrors it on every contact that has the address. */
export function setStatus(
  data: PortalData,
  address: string,
  typeId: string,
  state: State,
  change: Change,
): void {
  const { source, text, at, ...ground } = change;
  entryOf(data, address).byType[typeId] = { state, at, source: text, ...ground };
  remember(data, { at, address, typeId, change: state, source });
  if (!data.assumptions.optOutPropertyMirrorsStatus) return;
  for (const contact of contactsAt(data, address)) {
    setProperty(contact, `hs_email_optout_${typeId}`, MIRRORED[state], source, at);
  }
}

/** Opts an address out of everything, or takes that back; the types' own statuses stay as they are. */
export function setEverything(
  data: PortalData,
  address: string,
  state: 'UNSUBSCRIBED' | 'NOT_SPECIFIED',
  { source, text, at }: Change,
): void {
  entryOf(data, address).everything = { state, at, source: text };
  remember(data, { at, address, change: state, source });
  for (const contact of contactsAt(data, address)) {
    setProperty(contact, 'hs_email_optout', state === 'UNSUBSCRIBED' ? 'true' : '', source, at);
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
    if (value !== (valueOf(contact, name) ?? '')) setProperty(contact, name, value, source, at);
  };
  take('hs_email_optout', everything?.state === 'UNSUBSCRIBED' ? 'true' : '');
  if (!data.assumptions.optOutPropertyMirrorsStatus) return;
  for (const { id } of TYPES) {
    take(`hs_email_optout_${id}`, MIRRORED[byType[id]?.state ?? 'NOT_SPECIFIED']);
  }
}

export function remember(data: PortalData, event: ConsentEvent): void {
  data.events.push(event);
}

const MIRRORED: Readonly<Record<State, string>> = {
  SUBSCRIBED: 'false',
  UNSUBSCRIBED: 'true',
  NOT_SPECIFIED: '',
};

function entryOf(data: PortalData, address: string): StoredAddress {
  return (data.addresses[address.toLowerCase()] ??= { byType: {} });
}
