import type { HubSpotOnDesk } from '../emulator/index.ts';

/** The record on which a card is open, and the properties its call asked for. */
export interface OpenRecord {
  readonly objectId: number | string;
  readonly objectTypeId: string;
  readonly objectPropertyNames: readonly string[];
}

/** `null`, as HubSpot says it, where a contact has no address. */
type Properties = Readonly<Record<string, string | null>>;

/** Answers with the stored properties of a record; `undefined` where there is none. */
export type ReadRecord = (record: OpenRecord) => Properties | undefined;

const CONTACTS: readonly string[] = ['0-1', 'contacts'];

/**
 * HubSpot's own page reads the open record inside HubSpot: no call of the app, so neither call limits nor
 * failing endpoints touch it.
 */
export function recordsOf(hubspot: HubSpotOnDesk, portalId: number): ReadRecord {
  return ({ objectId, objectTypeId }) => {
    const id = String(objectId);
    const found = CONTACTS.includes(objectTypeId) ? hubspot.contact(portalId, id) : undefined;
    return found === undefined ? undefined : { email: null, ...found.properties, hs_object_id: id };
  };
}

/** HubSpot reads `propertiesToSend` itself, of the record that is open: a card can't make them up. */
export function propertiesToSend(
  record: OpenRecord | undefined,
  read: ReadRecord,
): Properties | undefined {
  if (record === undefined || record.objectPropertyNames.length === 0) return {};
  const properties = read(record);
  if (properties === undefined) return undefined;
  return Object.fromEntries(
    record.objectPropertyNames.flatMap((name) =>
      Object.hasOwn(properties, name) ? [[name, properties[name] ?? null]] : [],
    ),
  );
}
