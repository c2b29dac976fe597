import type { ConsentEvent, Instant } from '../evidence/consent-event.ts';
import { eventsFromStatuses, type CurrentStatus } from '../evidence/current-status.ts';
import { eventsFromHistory } from '../evidence/property-history.ts';
import { timeline } from '../evidence/timeline.ts';
import type { UnreadPart } from '../contract/snapshot.ts';
import type { Contact, Contacts, SubscriptionType } from '../gateway/ports.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import type { Entry } from '../ledger/entry.ts';
import { eventsFromLedger } from '../evidence/ledger-records.ts';
import { readMarketing, type MarketingReadings } from './marketing-facts.ts';
import { partReader, type PartReader } from './reading-part.ts';
import { entriesOf, ledgerOf, unreadLedger, type LedgerRead } from './recording/ledger-of.ts';
import { recordedChanges } from './recording/recorded-changes.ts';
import { isSameAddress } from '../gateway/same-address.ts';
import type { World } from './world.ts';

/** What HubSpot says about one contact at one moment. */
export interface Evidence {
  readonly readAt: number;
  readonly contact: Contact;
  /** Where HubSpot does not tell the definitions, the types that its statuses name. */
  readonly types: readonly SubscriptionType[];
  /** Absent where HubSpot did not tell. */
  readonly statuses?: readonly CurrentStatus[];
  readonly everything?: readonly CurrentStatus[];
  /** Absent where HubSpot did not tell; then our own changes read as some integration's. */
  readonly appId?: string;
  /** What HubSpot tells of the past, not yet merged. */
  readonly told: readonly ConsentEvent[];
  /** What happened, merged with our own record, newest first. */
  readonly timeline: readonly ConsentEvent[];
  /** False where the past could not be read, or can't be believed: then nobody knows who opted out. */
  readonly historyWasRead: boolean;
  readonly historyMayBeCut: boolean;
  /** What the account says of changing marketing status. */
  readonly marketing: MarketingReadings;
  /** This product's own record of the contact. */
  readonly ledger: LedgerRead;
  /** What HubSpot did not tell, and why. */
  readonly unread: readonly UnreadPart[];
}

/** By how much HubSpot's clock may be ahead of this one: a day, so that no mistake about time zones counts as the future. */
const MAX_AHEAD_MS = 86_400_000;

/** The record the platform named is not what HubSpot has under that id now. */
export class RecordChanged extends Error {
  override readonly name = 'RecordChanged';
}

type History = Awaited<ReturnType<Contacts['history']>>;

interface Named {
  readonly id: string;
  readonly address: string | undefined;
}

/**
 * Reads a contact in one wave, and in a second the past of what HubSpot has recorded a state of: a lock
 * depends on who opted out, and the names of the properties hold ids that the first wave brings. Our own
 * record is read meanwhile, as soon as the portal's id is known, which its chain bears.
 *
 * A part that HubSpot does not tell is absent and named in `unread`. Throws `HubSpotTrouble` only where the contact
 * itself can't be read, and `RecordChanged`.
 */
export async function gather(record: Named, world: World): Promise<Evidence> {
  const { hubspot, now } = world;
  const readAt = now();
  const { address } = record;
  const { consents } = hubspot;
  const happened = upTo(readAt + MAX_AHEAD_MS);
  const upToNow = (told: History) => ({ ...told, versions: happened(told.versions) });
  const part = partReader(world);
  const recorded = ledgerOf(record.id, world);
  const [contact, definitions, statuses, everything, appId] = await Promise.all([
    hubspot.contacts.read(record.id),
    part('subscription-types', consents.types()),
    address === undefined ? [] : part('statuses', consents.statuses(address).then(happened)),
    address === undefined
      ? []
      : part('unsubscribe-all', consents.everything(address).then(happened)),
    hubspot.installation.appId(),
  ]);
  // A record that was merged into another is found under its old id; its chain has ended there.
  if (contact.id !== record.id || !isSameAddress(contact.address, address)) {
    throw new RecordChanged();
  }

  const types = definitions ?? typesIn(statuses ?? []);
  const current = [...(statuses ?? []), ...(everything ?? [])];
  const history = (typeIds: readonly string[]) =>
    part('history', hubspot.contacts.history(contact.id, typeIds).then(upToNow));
  const isKnown = statuses !== undefined && everything !== undefined;
  const [past, marketing, ledger] = await Promise.all([
    pastOf(contact, isKnown ? current : undefined, types, history),
    readMarketing(contact, hubspot, world.organisation, part),
    recorded,
  ]);
  const events = [...eventsFromHistory(past.versions, appId), ...eventsFromStatuses(current)];
  const told = events.filter(({ at }) => Date.parse(at) - readAt <= MAX_AHEAD_MS);
  return {
    readAt,
    contact,
    types,
    ...(statuses === undefined ? {} : { statuses }),
    ...(everything === undefined ? {} : { everything }),
    ...(appId === undefined ? {} : { appId }),
    told,
    timeline: withRecord(told, ledger, contact),
    // An event of a later day can't have happened: what the history tells is then not known.
    historyWasRead: past.wasRead && told.length === events.length,
    historyMayBeCut: past.mayBeCut,
    marketing,
    ledger,
    unread: [...part.unread(), ...unreadLedger(ledger)],
  };
}

/** The same evidence with the record as it has grown since. */
export function withEntries(evidence: Evidence, entries: readonly Entry[]): Evidence {
  if (evidence.ledger.kind !== 'read') return evidence;
  const ledger = { ...evidence.ledger, entries };
  return { ...evidence, ledger, timeline: withRecord(evidence.told, ledger, evidence.contact) };
}

function withRecord(
  told: readonly ConsentEvent[],
  ledger: LedgerRead,
  { address }: Contact,
): readonly ConsentEvent[] {
  const own = recordedChanges(entriesOf(ledger), { address });
  return timeline([...told, ...eventsFromLedger(own)]);
}

/** The past of what HubSpot has recorded a state of; where it does not tell all states, of everything that is known of. */
async function pastOf(
  { marketingRequest }: Contact,
  current: readonly CurrentStatus[] | undefined,
  types: readonly SubscriptionType[],
  read: (typeIds: readonly string[]) => Promise<History | undefined>,
) {
  // HubSpot sends a time of the epoch for what was never set; what was set and cleared has a past too.
  const recorded = current?.filter(
    ({ state, at }) => state !== 'not-specified' || (at !== undefined && Date.parse(at) > 0),
  );
  if (recorded?.length === 0 && marketingRequest === undefined) {
    return { versions: [], mayBeCut: false, wasRead: true };
  }
  const typeIds =
    recorded?.flatMap(({ about }) => (about.kind === 'subscription' ? [about.typeId] : [])) ??
    types.map(({ id }) => id);
  const history = await read(typeIds);
  return history === undefined
    ? { versions: [], mayBeCut: false, wasRead: false }
    : { ...history, wasRead: true };
}

/**
 * Everything that is told, or `HubSpotTrouble` where some of it is still to come: an opt-in of the future would take
 * back every opt-out until then.
 */
function upTo(ms: number) {
  const last = new Date(ms).toISOString();
  return <T extends { readonly at?: Instant }>(told: readonly T[]): readonly T[] => {
    if (told.every(({ at = last }) => at <= last)) return told;
    throw new HubSpotTrouble({ code: 'unreadable-answer', mayHaveTakenEffect: false });
  };
}

/** The types that statuses name, which is all that is known of them. */
function typesIn(statuses: readonly CurrentStatus[]): SubscriptionType[] {
  return statuses.flatMap(({ about, typeName }) =>
    about.kind === 'subscription'
      ? [{ id: about.typeId, name: typeName ?? about.typeId, names: {} }]
      : [],
  );
}
