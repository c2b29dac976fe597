import type { UndoOffer } from '../contract/snapshot.ts';
import type { Entry } from '../ledger/entry.ts';
import { recordedOf } from '../ledger/requests.ts';
import type { Statement } from '../ledger/statement.ts';
import { decide } from '../policy/decide.ts';
import { undoTime, undoUntil } from '../policy/times.ts';
import type { Facts } from '../policy/facts.ts';
import { factsForType, stateOf, type Asked, type KnownType } from './facts-for.ts';
import type { Evidence } from './gather.ts';
import { entriesOf } from './recording/ledger-of.ts';
import { isSameAddress } from '../gateway/same-address.ts';
import { keyOf, standingOf } from './wishes/standing.ts';
import type { World } from './world.ts';

type TypeState = 'opted-in' | 'opted-out' | 'not-specified';

/** A change of this product to one type, with what was before it. */
export interface Undoable {
  readonly requestId: string;
  readonly typeId: string;
  readonly from: TypeState;
  readonly to: TypeState;
  readonly legalBasis?: string;
  readonly explanation?: string;
  /** When HubSpot was seen to have it. */
  readonly doneAt: string;
  /** When HubSpot says the changed state was set. */
  readonly since?: string;
  /** Whose it was; absent where that was erased. */
  readonly address?: string;
}

/** The change that a request made and that can be taken back at all, as the record has it. */
export function undoableOf(requestId: string, entries: readonly Entry[]): Undoable | undefined {
  const { asked, outcome } = recordedOf(entries, requestId);
  const wish = asked?.statement;
  const end = outcome?.statement;
  if (wish?.kind !== 'intent' || end?.kind !== 'outcome' || end.result !== 'done') return undefined;
  if (wish.subject.kind !== 'subscription' || isAnothers(end, entries)) return undefined;
  const to = wish.before.state;
  const from = end.after.state;
  // Whoever came after us has changed it since.
  if (!isTypeState(to) || !isTypeState(from) || end.because === 'overtaken') return undefined;
  const { legalBasis } = wish.before;
  const explanation = asked?.personal.earlierExplanation?.value;
  const address = asked?.personal.address?.value;
  return {
    requestId,
    typeId: wish.subject.typeId,
    from,
    to,
    doneAt: end.at,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(end.after.since === undefined ? {} : { since: end.after.since }),
    ...(address === undefined ? {} : { address }),
  };
}

/** HubSpot's change of that moment is another request's, and this one changed nothing. */
function isAnothers(
  { requestId, change, subject, after }: Extract<Statement, { kind: 'outcome' }>,
  entries: readonly Entry[],
): boolean {
  return entries.some(
    ({ statement: other }) =>
      other.kind === 'outcome' &&
      other.result === 'done' &&
      other.requestId !== requestId &&
      other.change === change &&
      after.since !== undefined &&
      other.after.since === after.since &&
      keyOf(other.subject) === keyOf(subject),
  );
}

/** What is known for deciding whether a change may be taken back. */
export function factsForUndo(
  undoable: Undoable,
  types: readonly KnownType[],
  evidence: Evidence,
  world: Pick<World, 'organisation'>,
  asked: Asked,
): Facts {
  const changedSince = changedSinceOwn(undoable, evidence);
  const now = stateOf(undoable.typeId, evidence);
  const { alreadySo: _ofOptIn, ...facts } = factsForType(
    'undo',
    undoable.typeId,
    types,
    evidence,
    world,
    asked,
  );
  return {
    ...facts,
    undoTo: undoable.to,
    undoTime: undoTime(undoable.doneAt, new Date(evidence.readAt).toISOString()),
    notSpecifiedIsAccepted: world.organisation.notSpecified === 'accepted',
    ...(now === undefined ? {} : { alreadySo: now === undoable.to }),
    ...(changedSince === undefined ? {} : { changedSinceOwn: changedSince }),
  };
}

/** The changes that policy lets staff take back now: of each type the newest, newest first. */
export function undoOffers(
  types: readonly KnownType[],
  evidence: Evidence,
  world: World,
  asked: Asked,
): UndoOffer[] {
  const entries = entriesOf(evidence.ledger);
  const undone = new Set(
    entries.flatMap(({ statement }) => (statement.kind === 'undo' ? [statement.undoes] : [])),
  );
  const seen = new Set<string>();
  return entries
    .toReversed()
    .flatMap(({ statement }) => (statement.kind === 'intent' ? [statement.requestId] : []))
    .flatMap((requestId) => {
      const undoable = undoableOf(requestId, entries);
      if (undoable === undefined || seen.has(undoable.typeId)) return [];
      seen.add(undoable.typeId);
      if (undone.has(requestId)) return [];
      const facts = factsForUndo(undoable, types, evidence, world, asked);
      if (decide(world.policy, facts).kind !== 'allow') return [];
      const { typeId, to, doneAt } = undoable;
      return [{ undoes: requestId, typeId, to, until: undoUntil(doneAt) }];
    });
}

/**
 * Whether anyone has changed the type since, or the contact's address, whose consents are others. Knowing takes
 * HubSpot's history to tell of our own change: where it does not, it would not tell of a "no" that came between either.
 */
function changedSinceOwn(
  { typeId, from, to, since, address }: Undoable,
  evidence: Evidence,
): boolean | undefined {
  if (address !== undefined && !isSameAddress(address, evidence.contact.address)) return true;
  const now = standingOf({ kind: 'subscription', typeId }, evidence);
  if (now.state === 'unknown') return undefined;
  if (now.state !== from) return true;
  if (since === undefined) return undefined;
  if (now.since !== since) return true;
  if (to === 'opted-out') return false;
  return historyTellsOf(typeId, since, evidence) ? false : undefined;
}

/** HubSpot writes a status and its property a moment apart. */
const SAME_CHANGE_MS = 60_000;

function historyTellsOf(typeId: string, since: string, { timeline }: Evidence): boolean {
  return timeline.some(
    ({ about, witnesses }) =>
      about.kind === 'subscription' &&
      about.typeId === typeId &&
      witnesses.some(
        ({ source, at }) =>
          source === 'property-history' &&
          Math.abs(Date.parse(at) - Date.parse(since)) < SAME_CHANGE_MS,
      ),
  );
}

function isTypeState(state: string): state is TypeState {
  return state === 'opted-in' || state === 'opted-out' || state === 'not-specified';
}
