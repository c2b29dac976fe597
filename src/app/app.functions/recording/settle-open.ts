import type { LedgerState } from '../../contract/snapshot.ts';
import type { ConsentEvent } from '../../evidence/consent-event.ts';
import { subjectKey } from '../../evidence/consent-event.ts';
import { HubSpotTrouble } from '../../gateway/trouble.ts';
import { unsettled } from '../../ledger/requests.ts';
import type { Chainless, RecordedSubject } from '../../ledger/statement.ts';
import { gather, withEntries, type Evidence } from '../gather.ts';
import { reasonOf } from '../reading-part.ts';
import { takeBack } from '../take-back.ts';
import { explain } from '../troubles.ts';
import { goalOf, keyOf, standingOf } from '../wishes/standing.ts';
import type { World } from '../world.ts';
import { unaccounted } from './accounted.ts';
import { isOver, revertOf, type ChangeRequested } from './interrupted.ts';
import { entriesOf } from './ledger-of.ts';
import { requestIn } from './marketing-asked.ts';
import { mergedSince } from './merged.ts';
import { sinceWhen } from './perhaps-done.ts';
import { recorderOf } from './recorder.ts';

/** A card that is still open has sent its unsaved entries long before. */
const LATE_MS = 10 * 60_000;

/** Reading must not become writing without end. */
const MOST_AT_ONCE = 5;

/** A record that is whole, or that an admin has yet to join. */
const MAY_GROW: readonly LedgerState[] = ['ready', 'forked'];

/**
 * Ends what others left open: requests that were cut off get the end that HubSpot's state tells, changes by this
 * product with nothing recorded of them are recorded late, by nobody known, and so are contacts that HubSpot merged into
 * this one. Returns the evidence with the record as it is then; where nothing is open, that is at once. Trouble with
 * HubSpot leaves the rest to the next reader and stops nobody. Throws `RecordChanged`.
 */
export async function settleOpen(
  evidence: Evidence,
  record: { readonly id: string; readonly address: string | undefined },
  world: World,
): Promise<Evidence> {
  const { ledger } = evidence;
  if (ledger.kind !== 'read' || !MAY_GROW.includes(ledger.state)) return evidence;
  const open = unsettled(ledger.entries).filter(({ statement }) => isOver(statement, world.now()));
  const late = unrecorded(evidence, world);
  const merged = await mergedSince(evidence, world);
  if (open.length === 0 && late.length === 0 && merged.length === 0) return evidence;

  const recorder = recorderOf(ledger, world);
  for (const statement of merged) await recorder.record(statement, {});
  let hasWritten = false;
  for (const entry of open.slice(0, MOST_AT_ONCE)) {
    const request = entry.statement as ChangeRequested;
    hasWritten ||= revertOf(request, evidence)?.kind === 'revert';
    const end = await orUndefined(endOf(request, evidence, record.address ?? '', world), world);
    if (end !== undefined) await recorder.record(end, {});
  }
  for (const event of late.slice(0, MOST_AT_ONCE)) {
    await recorder.record(lateOf(event, world), {});
  }
  const now = hasWritten ? await readAgain(evidence, record, world) : evidence;
  return withEntries(now, recorder.entries());
}

async function orUndefined<T>(asked: Promise<T>, world: World): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof HubSpotTrouble)) throw error;
    explain(error, world);
    return undefined;
  }
}

/** What was read before something was written is not true any more: where it can't be read again, it is not known. */
async function readAgain(
  evidence: Evidence,
  record: { readonly id: string; readonly address: string | undefined },
  world: World,
): Promise<Evidence> {
  try {
    return await gather(record, world);
  } catch (error) {
    if (!(error instanceof HubSpotTrouble)) throw error;
    explain(error, world);
    const { statuses: _statuses, everything: _everything, ...rest } = evidence;
    const because = reasonOf(error);
    const gone = ['statuses', 'unsubscribe-all'] as const;
    return {
      ...rest,
      unread: [
        ...gone.map((part) => ({ part, because })),
        ...evidence.unread.filter(({ part }) => !gone.some((one) => one === part)),
      ],
    };
  }
}

/** What HubSpot's state says of a request that was cut off; `undefined` where it is still to come, or can't be read now. */
async function endOf(
  wish: ChangeRequested,
  evidence: Evidence,
  address: string,
  world: World,
): Promise<Chainless | undefined> {
  const end = (result: 'done' | 'not-done' | 'not-known', because?: string): Chainless => ({
    kind: 'outcome',
    at: new Date(world.now()).toISOString(),
    requestId: wish.requestId,
    who: { kind: 'this-app' },
    subject: wish.subject,
    change: wish.change,
    result,
    after: standingOf(wish.subject, evidence),
    ...(because === undefined ? {} : { because }),
  });

  if (wish.subject.kind === 'marketing-status') {
    const is = endOfMarketing(wish, evidence, world);
    return is === undefined ? undefined : end(...is);
  }
  const isWished = (event: ConsentEvent) => event.change === wish.change;
  const own = latest(
    evidence,
    wish.subject,
    (one) => isWished(one) && isOwn(one, evidence) && isSince(one, wish),
  );
  const { state } = standingOf(wish.subject, evidence);
  if (state === 'unknown') return undefined;
  if (state !== goalOf(wish.change)) {
    if (own !== undefined) return end('done', 'overtaken');
    return isInTheDark(wish, evidence)
      ? end('not-known', 'no-history')
      : end('not-done', 'not-found');
  }
  const revert = revertOf(wish, evidence);
  switch (revert?.kind) {
    case undefined:
      break;
    case 'not-ours':
      return end(own === undefined ? 'not-done' : 'done', 'overtaken');
    case 'author-not-known':
      return end('not-known', 'author-not-known');
    case 'revert':
      return (await takeBack(revert.no, revert.typeId, address, world))
        ? end('not-done', 'reversed')
        : end('not-known');
  }
  // Where no source tells of the change, HubSpot's state is the only word there is.
  const isTold = latest(evidence, wish.subject, isWished) !== undefined;
  return own !== undefined || !isTold ? end('done') : end('not-done', 'overtaken');
}

/**
 * A request that HubSpot holds ends when its workflow has applied it. One that never got there, or that another took the
 * place of, is not done.
 */
function endOfMarketing(
  { requestId }: ChangeRequested,
  evidence: Evidence,
  { organisation }: World,
): ['done' | 'not-done' | 'not-known', string?] | undefined {
  const seen = evidence.contact.marketingRequest;
  if (seen?.requestId !== requestId) {
    return ['not-done', seen === undefined ? 'not-found' : 'overtaken'];
  }
  switch (requestIn(evidence, organisation)?.state) {
    case 'applied':
      return ['done'];
    case 'not-applied':
      return ['not-known', 'not-applied'];
    // Applied, and undone by a later change.
    case undefined:
      return ['done'];
    case 'requested':
    case 'pending':
      return undefined;
  }
}

/** Something has changed since, and HubSpot's history tells nothing of it: nobody knows what came in between. */
function isInTheDark({ subject, before }: ChangeRequested, evidence: Evidence): boolean {
  const { since, state } = standingOf(subject, evidence);
  const key = keyOf(subject);
  return (
    (state !== 'not-specified' || before.state !== 'not-specified') &&
    since !== undefined &&
    since !== before.since &&
    !evidence.timeline.some(
      ({ about, witnesses }) =>
        subjectKey(about) === key &&
        witnesses.some(
          ({ source, at }) => source === 'property-history' && at >= since.slice(0, 19),
        ),
    )
  );
}

/** Ours, as far as HubSpot tells: where it does not tell this app's id, or no app's, our changes read as an integration's. */
function isOwn({ actor, witnesses }: ConsentEvent, { appId }: Evidence): boolean {
  const isNameless =
    actor.kind === 'someone' && witnesses.every(({ source }) => source === 'current-status');
  return (
    isNameless ||
    (actor.kind === 'integration' && (appId === undefined || actor.appId === undefined)) ||
    witnesses.some((witness) => witness.actor.kind === 'this-card')
  );
}

function isSince({ at }: ConsentEvent, request: ChangeRequested): boolean {
  const since = sinceWhen(request);
  return since === undefined || at > since;
}

function latest(
  { timeline }: Evidence,
  subject: RecordedSubject,
  is: (event: ConsentEvent) => boolean,
): ConsentEvent | undefined {
  const key = keyOf(subject);
  return timeline.find((event) => subjectKey(event.about) === key && is(event));
}

interface LateEvent extends ConsentEvent {
  readonly about: Extract<ConsentEvent['about'], { kind: 'subscription' | 'everything' }>;
  readonly change: 'opted-in' | 'opted-out' | 'cleared';
}

/** Changes by this product that no entry tells of, once nobody may still send one. */
function unrecorded(evidence: Evidence, { now }: World): LateEvent[] {
  const ours = evidence.timeline.flatMap((event): LateEvent[] => {
    const { about, change, actor, repeats } = event;
    if (actor.kind !== 'this-card' || repeats !== undefined) return [];
    if (about.kind !== 'subscription' && about.kind !== 'everything') return [];
    if (about.address !== undefined) return [];
    if (change !== 'opted-in' && change !== 'opted-out' && change !== 'cleared') return [];
    return [{ ...event, about, change }];
  });
  return unaccounted(ours, entriesOf(evidence.ledger)).filter(
    ({ at, witnesses }) => now() - Date.parse(at) > LATE_MS && !witnesses.some(isOwnRecord),
  );
}

/** That it ended by a change of ours is no record of how it came about. */
function isOwnRecord({ source, actor }: ConsentEvent['witnesses'][number]): boolean {
  return source === 'ledger' && actor.kind === 'this-card';
}

function lateOf({ about, change, at }: LateEvent, world: World) {
  const subject: RecordedSubject =
    about.kind === 'subscription'
      ? { kind: 'subscription', typeId: about.typeId }
      : {
          kind: 'everything',
          ...(about.businessUnitId === undefined ? {} : { businessUnitId: about.businessUnitId }),
        };
  return {
    kind: 'late',
    at: new Date(world.now()).toISOString(),
    requestId: `late:${keyOf(subject)}:${change}:${at}`,
    who: { kind: 'unknown' },
    subject,
    change,
    after: { state: change === 'cleared' ? 'not-specified' : change, since: at },
  } as Chainless;
}
