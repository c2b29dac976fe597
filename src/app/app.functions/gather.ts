import type { ConsentEvent } from '../evidence/consent-event.ts';
import { eventsFromStatuses, type CurrentStatus } from '../evidence/current-status.ts';
import { eventsFromHistory } from '../evidence/property-history.ts';
import { subjectKey, type OtherAddress, type Subject } from '../evidence/consent-event.ts';
import { at } from '../evidence/subscription-timeline.ts';
import { timeline } from '../evidence/timeline.ts';
import type { Contact, SubscriptionType } from '../gateway/ports.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import type { Entry } from '../ledger/entry.ts';
import { eventsFromLedger } from '../evidence/ledger-records.ts';
import { readMarketing, type MarketingReadings } from './marketing-facts.ts';
import { entriesOf, ledgerOf, type LedgerRead } from './recording/ledger-of.ts';
import { recordedChanges } from './recording/recorded-changes.ts';
import { isSameAddress } from './same-address.ts';
import type { World } from './world.ts';

/** What HubSpot says about one contact at one moment. */
export interface Evidence {
  readonly readAt: number;
  readonly contact: Contact;
  readonly types: readonly SubscriptionType[];
  readonly statuses: readonly CurrentStatus[];
  readonly everything: readonly CurrentStatus[];
  /** What HubSpot tells of the past, not yet merged. */
  readonly told: readonly ConsentEvent[];
  /** What happened, merged with our own record, newest first. */
  readonly timeline: readonly ConsentEvent[];
  /** False where the past could not be read: then nobody knows who opted out. */
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
}

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
 * Throws `HubSpotTrouble` and `RecordChanged`.
 */
export async function gather(record: Named, world: World): Promise<Evidence> {
  const { hubspot, now } = world;
  const readAt = now();
  const { address } = record;
  const recorded = ledgerOf(record.id, world);
  const [contact, types, statuses, everything, appId] = await Promise.all([
    hubspot.contacts.read(record.id),
    hubspot.consents.types(),
    address === undefined ? [] : hubspot.consents.statuses(address),
    address === undefined ? [] : hubspot.consents.everything(address),
    hubspot.installation.appId(),
  ]);
  // A record that was merged into another is found under its old id; its chain has ended there.
  if (contact.id !== record.id || !isSameAddress(contact.address, address)) {
    throw new RecordChanged();
  }

  const current = [...statuses, ...everything];
  const [past, others, marketing, ledger] = await Promise.all([
    pastOf(
      contact,
      types.map(({ id }) => id),
      hubspot,
    ),
    othersOf(contact, hubspot),
    readMarketing(contact, hubspot, world.organisation),
    recorded,
  ]);
  const elsewhere = others.flatMap((other) => other ?? []);
  const told = [
    ...eventsFromHistory(past.versions, appId),
    ...eventsFromStatuses([...current, ...elsewhere.flatMap(statusesOf)]),
  ];
  return {
    readAt,
    contact,
    types,
    statuses,
    everything,
    told,
    timeline: withRecord(told, ledger),
    historyWasRead: past.wasRead,
    isCut: cutIn(past),
    others: elsewhere,
    othersWereRead: elsewhere.length === contact.otherAddresses.length,
    marketing,
    ledger,
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
): Promise<(OtherStatuses | undefined)[]> {
  return Promise.all(
    otherAddresses.slice(0, MAX_OTHER_ADDRESSES).map(async (value, index) => {
      try {
        const [statuses, everything] = await Promise.all([
          consents.statuses(value),
          consents.everything(value),
        ]);
        return { address: { nth: index + 1, value }, statuses, everything };
      } catch (error) {
        if (error instanceof HubSpotTrouble) return undefined;
        throw error;
      }
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
async function pastOf({ id }: Contact, typeIds: readonly string[], hubspot: World['hubspot']) {
  try {
    return { ...(await hubspot.contacts.history(id, typeIds)), wasRead: true };
  } catch (error) {
    // Without its past a glance can still say what holds today.
    if (!(error instanceof HubSpotTrouble)) throw error;
    return { versions: [], told: [], mayBeCut: false, wasRead: false };
  }
}
