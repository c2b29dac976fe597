import app from '../app-hsmeta.json';
import type { ReadBackTo } from '../contract/requests.ts';
import type { Slice } from '../contract/slice.ts';
import type { History } from '../contract/snapshot.ts';
import type { SourceName } from '../evidence/consent-event.ts';
import { NEEDS } from '../evidence/source.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import type { LedgerRecord } from '../evidence/ledger-records.ts';
import { RecordChanged } from './gather.ts';
import { ledgerOf, type LedgerRead } from './recording/ledger-of.ts';
import { recordedChanges } from './recording/recorded-changes.ts';
import { isSameAddress } from '../gateway/same-address.ts';
import { sliceOf } from './slice-of.ts';
import { furtherThan, wholeTimeline } from './sources/read-sources.ts';
import type { Timeline } from '../evidence/whole-timeline.ts';
import type { World } from './world.ts';

/** The owners endpoint gives colleagues' names (OpenAPI file owners 2026-09). */
const NAMES = 'crm.objects.owners.read';

/**
 * The timeline of the open record, from every source that the app's scopes reach; one that they don't reach is
 * said to be missing and not asked in vain. Where HubSpot does not tell the scopes, they are those the app asks for.
 *
 * Older pages are read together with all newer ones and merged here: a change that the first page tells may have
 * another witness on an older one, who may name another actor, so an older page by itself can't be put
 * below what is shown. It costs the first page's calls again, and no more time, since all pages are asked for at once.
 *
 * All of it is read and merged for each answer, and the wanted part is cut out of that: what a page has to carry stays
 * small however much there is.
 *
 * Throws `HubSpotTrouble` where not even the types and addresses can be read, or an older page can't be, and `RecordChanged`.
 */
export async function historyOf(
  record: Named,
  world: World,
  backTo: ReadBackTo = {},
  slice: Slice = {},
): Promise<History> {
  const readAt = new Date(world.now()).toISOString();
  const timeline = await timelineOfRecord(record, world, backTo);
  const { sources, olderMayExist } = timeline;
  const older = furtherThan(backTo, sources);
  return {
    readAt,
    ...sliceOf(timeline, slice),
    unread: sources.flatMap(({ source, absent }) =>
      absent === undefined ? [] : [{ source, because: absent }],
    ),
    olderMayExist,
    ...(older === undefined ? {} : { older }),
  };
}

interface Named {
  readonly id: string;
  readonly address: string | undefined;
}

/** Everything that can be told of a record's past, as far back as said; throws as `historyOf` does. */
export async function timelineOfRecord(
  record: Named,
  world: World,
  backTo: ReadBackTo,
): Promise<Timeline> {
  const { hubspot } = world;
  const [types, addresses, appId, granted, ledger] = await Promise.all([
    hubspot.consents.types(),
    hubspot.sources.addresses(record.id),
    hubspot.installation.appId(),
    hubspot.installation.scopes(),
    ledgerOf(record.id, world),
  ]);
  if (!isSameAddress(addresses.primary, record.address)) throw new RecordChanged();
  const scopes = granted ?? app.config.auth.requiredScopes;
  const unpermitted = (Object.keys(NEEDS) as SourceName[]).filter(
    (source) => NEEDS[source].length > 0 && !NEEDS[source].some((scope) => scopes.includes(scope)),
  );
  return wholeTimeline(
    { hubspot, contactId: record.id, typeIds: types.map(({ id }) => id), addresses, appId },
    {
      unpermitted,
      named: scopes.includes(NAMES),
      backTo,
      ...(ledger.kind === 'not-set-up' ? {} : { ledger: () => recordsIn(ledger) }),
    },
  );
}

function recordsIn(ledger: LedgerRead): Promise<readonly LedgerRecord[]> {
  if (ledger.kind === 'read') return Promise.resolve(recordedChanges(ledger.entries));
  return Promise.reject(new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false }));
}
