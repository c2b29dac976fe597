import type { ConsentEvent, Instant } from '../evidence/consent-event.ts';
import type { Entry } from '../ledger/entry.ts';
import type { RecordedSubject } from '../ledger/statement.ts';
import { coversTypeAtPrimary as covers } from '../assessment/scope.ts';
import type { Evidence } from './gather.ts';
import { entriesOf } from './recording/ledger-of.ts';
import { standingOf } from './wishes/standing.ts';

/** The newest that was known when a way in was decided, in HubSpot's own times, which no clock of ours is compared with. */
export interface Known {
  readonly typeId: string;
  /** Of the type. Absent: its past was not read, since HubSpot had no state of it. */
  readonly ofType?: Instant;
  /** Of everything, or its return. */
  readonly ofEverything?: Instant;
  /** Our own intent in the chain. */
  readonly requestId: string;
}

/** What is known of a type's past now. */
export function knownOf(
  typeId: string,
  requestId: string,
  { timeline, types }: Pick<Evidence, 'timeline' | 'types'>,
): Known {
  const type = types.find(({ id }) => id === typeId) ?? {};
  const ofType = newest(timeline.filter(isOfType(typeId)));
  const ofEverything = newest(timeline.filter(({ about }) => covers(about, type) !== 'no'));
  return {
    typeId,
    requestId,
    ...(ofType === undefined ? {} : { ofType }),
    ...(ofEverything === undefined ? {} : { ofEverything }),
  };
}

/**
 * A "no" that nobody knew of when a way in was decided: by the contact or by anyone else, in HubSpot or through this
 * product. Asked after a write that HubSpot does not guard, which may just have gone in over it.
 */
export function freshNo(
  { typeId, ofType, ofEverything, requestId }: Known,
  evidence: Evidence,
): 'type' | 'everything' | undefined {
  const type = evidence.types.find(({ id }) => id === typeId) ?? {};
  const begun = begunAt(typeId, evidence);
  // What HubSpot carries over or computes, as with another address, is nobody's word.
  const others = evidence.timeline.filter(
    ({ actor }) => actor.kind !== 'this-card' && actor.kind !== 'hubspot',
  );
  const isNo = ({ change }: ConsentEvent) => change === 'opted-out';
  const noToAll = others.find(
    (one) => isNo(one) && covers(one.about, type) !== 'no' && isAfter(one, ofEverything ?? begun),
  );
  const noToType = others.find(
    (one) => isNo(one) && isOfType(typeId)(one) && isAfter(one, ofType ?? begun),
  );
  // Whoever came back, or was let back by others, after the last "no" is in by another will than ours.
  const yes = others.find(
    (one) => one.change === 'opted-in' && isOfType(typeId)(one) && !isPerhapsOurs(one, evidence),
  );
  const isTakenBackByOthers = [noToAll, noToType].every(
    (no) => no === undefined || (yes !== undefined && yes.at > no.at),
  );
  if (noToAll !== undefined && !isTakenBackByOthers) return 'everything';
  const entries = entriesOf(evidence.ledger);
  if (entries.some((entry) => isLaterWayOut(entry, entries, requestId, typeId))) return 'type';
  return noToType !== undefined && !isTakenBackByOthers ? 'type' : undefined;
}

/** HubSpot ends a function after 15 s at most: what is older than that before our write was there when it was decided. */
const LIFE_MS = 20_000;

/** Not later than the decision, by HubSpot's time of the state that our write brought about. */
function begunAt(typeId: string, evidence: Evidence): Instant | undefined {
  const { since } = standingOf({ kind: 'subscription', typeId }, evidence);
  return since === undefined ? undefined : new Date(Date.parse(since) - LIFE_MS).toISOString();
}

function isOfType(typeId: string): (event: ConsentEvent) => boolean {
  return ({ about }) =>
    about.kind === 'subscription' && about.typeId === typeId && about.address === undefined;
}

/** Sources tell one change at moments that differ a little: none of them is newer than the newest, nor older than the oldest. */
function newest(events: readonly ConsentEvent[]): Instant | undefined {
  return events
    .flatMap(({ witnesses }) => witnesses.map(({ at }) => at))
    .sort()
    .at(-1);
}

function isAfter({ witnesses }: ConsentEvent, known: Instant | undefined): boolean {
  const [oldest] = witnesses.map(({ at }) => at).sort();
  return known === undefined || (oldest !== undefined && oldest > known);
}

/** Without this app's id our changes read as an integration's, whose is not told; without any source as nobody's. */
function isPerhapsOurs({ actor }: ConsentEvent, { appId }: Pick<Evidence, 'appId'>): boolean {
  if (actor.kind === 'integration') return appId === undefined || actor.appId === undefined;
  return actor.kind === 'someone';
}

/** Somebody's way out through this product that was recorded after our way in. */
function isLaterWayOut(
  { n, statement }: Entry,
  entries: readonly Entry[],
  requestId: string,
  typeId: string,
): boolean {
  if (statement.kind !== 'intent' && statement.kind !== 'undo') return false;
  if (statement.requestId === requestId || statement.change !== 'opted-out') return false;
  const own = entries.find(
    (entry) =>
      entry.statement.requestId === requestId &&
      (entry.statement.kind === 'intent' || entry.statement.kind === 'undo'),
  );
  return own !== undefined && n > own.n && isAbout(statement.subject, typeId);
}

function isAbout(subject: RecordedSubject, typeId: string): boolean {
  return (
    subject.kind === 'everything' || (subject.kind === 'subscription' && subject.typeId === typeId)
  );
}
