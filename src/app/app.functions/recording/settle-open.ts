import type { LedgerState } from '../../contract/snapshot.ts';
import type { ConsentEvent } from '../../evidence/consent-event.ts';
import { subjectKey } from '../../evidence/consent-event.ts';
import type { Entry } from '../../ledger/entry.ts';
import { unsettled } from '../../ledger/requests.ts';
import type { Chainless, RecordedSubject, Statement } from '../../ledger/statement.ts';
import { freshNo } from '../fresh-no.ts';
import { gather, withEntries, type Evidence } from '../gather.ts';
import { takeBack } from '../take-back.ts';
import { goalOf, keyOf, standingOf } from '../wishes/standing.ts';
import type { World } from '../world.ts';
import { entriesOf } from './ledger-of.ts';
import { requestIn } from './marketing-asked.ts';
import { mergedSince } from './merged.ts';
import { recorderOf } from './recorder.ts';

/** HubSpot ends a function after 15 s at most; what was under way then has ended. */
const LIFE_MS = 20_000;

/** A card that is still open has sent its unsaved entries long before. */
const LATE_MS = 10 * 60_000;

/** Reading must not become writing without end. */
const MOST_AT_ONCE = 5;

/** A record that is whole, or that an admin has yet to join. */
const MAY_GROW: readonly LedgerState[] = ['ready', 'forked'];

type Wish = Extract<Statement, { kind: 'intent' | 'undo' }>;

/**
 * Ends what others left open: requests that were cut off get the end that HubSpot's state tells, changes by this
 * product with nothing recorded of them are recorded late, by nobody known, and so are contacts that HubSpot merged into
 * this one. Returns the evidence with the record as it is then; where nothing is open, that is at once.
 */
export async function settleOpen(
  evidence: Evidence,
  record: { readonly id: string; readonly address: string | undefined },
  world: World,
): Promise<Evidence> {
  const { ledger } = evidence;
  if (ledger.kind !== 'read' || !MAY_GROW.includes(ledger.state)) return evidence;
  const open = unsettled(ledger.entries).filter(({ statement }) => isOver(statement, world));
  const late = unrecorded(evidence, world);
  const merged = await mergedSince(evidence, world);
  if (open.length === 0 && late.length === 0 && merged.length === 0) return evidence;

  const recorder = recorderOf(ledger, world);
  for (const statement of merged) await recorder.record(statement, {});
  let isReversed = false;
  for (const entry of open.slice(0, MOST_AT_ONCE)) {
    const wish = entry.statement as Wish;
    const end = await endOf(wish, evidence, record.address ?? '', world);
    if (end !== undefined) await recorder.record(end, {});
    isReversed ||= end?.kind === 'outcome' && end.because === 'reversed';
  }
  for (const event of late.slice(0, MOST_AT_ONCE)) {
    await recorder.record(lateOf(event, world), {});
  }
  const now = isReversed ? await gather(record, world) : evidence;
  return withEntries(now, recorder.entries());
}

function isOver({ at }: Statement, { now }: World): boolean {
  return now() - Date.parse(at) > LIFE_MS;
}

/** What HubSpot's state says of a request that was cut off; `undefined` where it is still to come. */
async function endOf(
  wish: Wish,
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
    (one) => isWished(one) && isOwn(one) && isSince(one, wish),
  );
  const isIn = wish.change !== 'opted-out';
  if (standingOf(wish.subject, evidence).state !== goalOf(wish.change)) {
    if (own !== undefined) return end('done', 'overtaken');
    return isInTheDark(wish, evidence)
      ? end('not-known', 'no-history')
      : end('not-done', 'not-found');
  }
  if (wish.subject.kind === 'subscription' && isIn) {
    const { typeId } = wish.subject;
    const since = wish.before.since;
    const no = freshNo(
      {
        typeId,
        requestId: wish.requestId,
        ofEverything: wish.at,
        ...(since === undefined ? {} : { ofType: later(since) }),
      },
      evidence,
    );
    if (no !== undefined) {
      return (await takeBack(no, typeId, address, world))
        ? end('not-done', 'reversed')
        : end('not-known');
    }
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
  { requestId }: Wish,
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

/** Sources tell one change at moments that differ a little. */
function later(since: string): string {
  return new Date(Date.parse(since) + 5_000).toISOString();
}

/** Something has changed since, and HubSpot's history tells nothing of it: nobody knows what came in between. */
function isInTheDark({ subject, before }: Wish, evidence: Evidence): boolean {
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

/** Ours, as far as HubSpot tells: without the app's id our changes read as an integration's. */
function isOwn({ actor, witnesses }: ConsentEvent): boolean {
  const isNameless =
    actor.kind === 'someone' && witnesses.every(({ source }) => source === 'current-status');
  return (
    isNameless ||
    actor.kind === 'integration' ||
    witnesses.some((witness) => witness.actor.kind === 'this-card')
  );
}

function isSince({ at }: ConsentEvent, { before }: Wish): boolean {
  return before.since === undefined || at > before.since;
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

/** Changes by this product that no entry tells of. */
function unrecorded(evidence: Evidence, { now }: World): LateEvent[] {
  const entries = entriesOf(evidence.ledger);
  return evidence.timeline.flatMap((event) => {
    const { about, change, actor, at, repeats, witnesses } = event;
    const isOurs = actor.kind === 'this-card' && repeats === undefined;
    if (!isOurs || now() - Date.parse(at) <= LATE_MS) return [];
    if (about.kind !== 'subscription' && about.kind !== 'everything') return [];
    if (about.address !== undefined) return [];
    if (change !== 'opted-in' && change !== 'opted-out' && change !== 'cleared') return [];
    if (witnesses.some(({ source }) => source === 'ledger')) return [];
    const late: LateEvent = { ...event, about, change };
    return entries.some((entry) => tellsOf(entry, late)) ? [] : [late];
  });
}

/** An entry tells of a change a moment before or after HubSpot's own time of it. */
const NEAR_MS = 60_000;

function tellsOf({ statement }: Entry, event: LateEvent): boolean {
  const { kind } = statement;
  if (kind !== 'late' && kind !== 'outcome' && kind !== 'intent' && kind !== 'undo') return false;
  const at = kind === 'late' ? (statement.after.since ?? statement.at) : statement.at;
  const isReversal = kind === 'outcome' && statement.because === 'reversed';
  return (
    (isReversal || statement.change === event.change) &&
    (isReversal || keyOf(statement.subject) === subjectKey(event.about)) &&
    Math.abs(Date.parse(at) - Date.parse(event.at)) < NEAR_MS
  );
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
