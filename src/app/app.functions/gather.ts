import type { ConsentEvent } from '../evidence/consent-event.ts';
import { eventsFromStatuses, type CurrentStatus } from '../evidence/current-status.ts';
import { eventsFromHistory } from '../evidence/property-history.ts';
import { subjectKey, type OtherAddress, type Subject } from '../evidence/consent-event.ts';
import { at } from '../evidence/subscription-timeline.ts';
import { timeline } from '../evidence/timeline.ts';
import type { UnreadPart } from '../contract/snapshot.ts';
import type { Contact, SubscriptionType } from '../gateway/ports.ts';
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
  /** Whether HubSpot may have dropped older changes of a subject. */
  readonly isCut: (about: Subject) => boolean;
  /** What HubSpot says of the contact's other addresses. */
  readonly others: readonly OtherStatuses[];
  /** False where the statuses of some other address could not be read. */
  readonly othersWereRead: boolean;
  /** What the account says of changing marketing status. */
  readonly marketing: MarketingReadings;
  /** This product's own record of the contact. */
  readonly ledger: LedgerRead;
  /** What HubSpot did not tell, and why. */
  readonly unread: readonly UnreadPart[];
}

/** By how much HubSpot's clock may be ahead of this one: a day, so that no mistake about time zones counts as the future. */
const MAX_AHEAD_MS = 86_400_000;

/** What HubSpot says today of another address of the contact. */
export interface OtherStatuses {
  readonly address: OtherAddress;
  readonly statuses: readonly CurrentStatus[];
  readonly everything: readonly CurrentStatus[];
}

/** The record the platform named is not what HubSpot has under that id now. */
export class RecordChanged extends Error {
  override readonly name = 'RecordChanged';
}

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
  const part = partReader(world);
  const recorded = ledgerOf(record.id, world);
  const [contact, definitions, statuses, everything, appId] = await Promise.all([
    hubspot.contacts.read(record.id),
    part('subscription-types', hubspot.consents.types()),
    address === undefined ? [] : part('statuses', hubspot.consents.statuses(address)),
    address === undefined ? [] : part('unsubscribe-all', hubspot.consents.everything(address)),
    hubspot.installation.appId(),
  ]);
  // A record that was merged into another is found under its old id; its chain has ended there.
  if (contact.id !== record.id || !isSameAddress(contact.address, address)) {
    throw new RecordChanged();
  }

  const types = definitions ?? typesIn(statuses ?? []);
  const current = [...(statuses ?? []), ...(everything ?? [])];
  const [past, others, marketing, ledger] = await Promise.all([
    pastOf(contact, types, hubspot, part),
    othersOf(contact, hubspot, part),
    readMarketing(contact, hubspot, world.organisation, part),
    recorded,
  ]);
  const elsewhere = others.flatMap((other) => other ?? []);
  const events = [
    ...eventsFromHistory(past.versions, appId),
    ...eventsFromStatuses([...current, ...elsewhere.flatMap(statusesOf)]),
  ];
  const told = events.filter(({ at: when }) => Date.parse(when) - readAt <= MAX_AHEAD_MS);
  return {
    readAt,
    contact,
    types,
    ...(statuses === undefined ? {} : { statuses }),
    ...(everything === undefined ? {} : { everything }),
    ...(appId === undefined ? {} : { appId }),
    told,
    timeline: withRecord(told, ledger),
    // An event of a later day can't have happened: what the history tells is then not known.
    historyWasRead: past.wasRead && told.length === events.length,
    isCut: cutIn(past),
    others: elsewhere,
    othersWereRead: elsewhere.length === contact.otherAddresses.length,
    marketing,
    ledger,
    unread: [...part.unread(), ...unreadLedger(ledger)],
  };
}

/** The same evidence with the record as it has grown since. */
export function withEntries(evidence: Evidence, entries: readonly Entry[]): Evidence {
  if (evidence.ledger.kind !== 'read') return evidence;
  const ledger = { ...evidence.ledger, entries };
  return { ...evidence, ledger, timeline: withRecord(evidence.told, ledger) };
}

function withRecord(told: readonly ConsentEvent[], ledger: LedgerRead): readonly ConsentEvent[] {
  const own = recordedChanges(entriesOf(ledger));
  return timeline([...told, ...eventsFromLedger(own)]);
}

/**
 * More addresses than these are not read: each costs two calls of the account's shared limit. HubSpot states no limit
 * of its own.
 */
const MAX_OTHER_ADDRESSES = 5;

/** The statuses of each other address; `undefined` for one that could not be read. */
function othersOf(
  { otherAddresses }: Contact,
  { consents }: World['hubspot'],
  part: PartReader,
): Promise<(OtherStatuses | undefined)[]> {
  return Promise.all(
    otherAddresses.slice(0, MAX_OTHER_ADDRESSES).map(async (value, index) => {
      const [statuses, everything] = await Promise.all([
        part('other-addresses', consents.statuses(value)),
        part('other-addresses', consents.everything(value)),
      ]);
      return statuses === undefined || everything === undefined
        ? undefined
        : { address: { nth: index + 1, value }, statuses, everything };
    }),
  );
}

function statusesOf({ address, statuses, everything }: OtherStatuses): CurrentStatus[] {
  return [...statuses, ...everything].map((status) => ({
    ...status,
    about: at(status.about, address),
  }));
}

function cutIn({ told: reported }: Awaited<ReturnType<typeof pastOf>>): Evidence['isCut'] {
  const cut = new Set(
    reported.flatMap(({ about, from }) => (from === undefined ? [] : [subjectKey(about)])),
  );
  return (about) => cut.has(subjectKey(about));
}

/** The past of every type: an opt-out whose status was cleared, or belongs to an earlier address, stands too. */
async function pastOf(
  { id }: Contact,
  types: readonly SubscriptionType[],
  { contacts }: World['hubspot'],
  part: PartReader,
) {
  const typeIds = types.map((type) => type.id);
  const history = await part('history', contacts.history(id, typeIds));
  // Without its past a summary can still say what holds today.
  return history === undefined
    ? { versions: [], told: [], mayBeCut: false, wasRead: false }
    : { ...history, wasRead: true };
}

/** The types that statuses name, which is all that is known of them. */
function typesIn(statuses: readonly CurrentStatus[]): SubscriptionType[] {
  return statuses.flatMap(({ about, typeName }) =>
    about.kind === 'subscription'
      ? [{ id: about.typeId, name: typeName ?? about.typeId, names: {} }]
      : [],
  );
}
