import type { Entry } from '../../ledger/entry.ts';
import { unsettled } from '../../ledger/requests.ts';
import type { Statement } from '../../ledger/statement.ts';
import { freshNo } from '../fresh-no.ts';
import type { Evidence } from '../gather.ts';
import { isSetByThisApp } from '../set-by-this-app.ts';
import { goalOf, keyOf, standingOf } from '../wishes/standing.ts';
import { entriesOf } from './ledger-of.ts';

/** HubSpot ends a function after 15 s at most; what was under way then has ended. */
const LIFE_MS = 20_000;

export type ChangeRequested = Extract<Statement, { kind: 'intent' | 'undo' }>;

/** What is to be done about a type that an interrupted request was to let mail in to. */
type Revert =
  /** The contact said no meanwhile, and this app let mail in all the same. */
  | { readonly kind: 'revert'; readonly typeId: string; readonly no: 'type' | 'everything' }
  /** The contact said no, and somebody else than this app made the present state. */
  | { readonly kind: 'not-ours' }
  /** The contact said no, and HubSpot does not tell who made the present state: nothing is reverted. */
  | { readonly kind: 'author-not-known' };

/** `undefined`: nobody said no, the state is not the one that was requested, or another request has made it. */
export function revertOf(request: ChangeRequested, evidence: Evidence): Revert | undefined {
  const { subject, change, before } = request;
  if (subject.kind !== 'subscription' || change === 'opted-out') return undefined;
  const { state, since } = standingOf(subject, evidence);
  if (state !== goalOf(change)) return undefined;
  const { typeId } = subject;
  const no = freshNo(
    {
      typeId,
      requestId: request.requestId,
      ofEverything: request.at,
      ...(before.since === undefined ? {} : { ofType: later(before.since) }),
    },
    evidence,
  );
  if (no === undefined) return undefined;
  if (isOfAnotherRequest(request, since, entriesOf(evidence.ledger))) return undefined;
  const isOurs = isSetByThisApp(subject, change, evidence);
  if (isOurs === undefined) return { kind: 'author-not-known' };
  return isOurs ? { kind: 'revert', typeId, no } : { kind: 'not-ours' };
}

/** Interrupted opt-ins beside an opt-out, whose author HubSpot does not tell. */
export function notReverted(
  evidence: Evidence,
): readonly { readonly typeId: string; readonly at: string }[] {
  return unsettled(entriesOf(evidence.ledger)).flatMap(({ statement }) => {
    const request = statement as ChangeRequested;
    if (request.subject.kind !== 'subscription' || !isOver(request, evidence.readAt)) return [];
    const { typeId } = request.subject;
    return revertOf(request, evidence)?.kind === 'author-not-known'
      ? [{ typeId, at: request.at }]
      : [];
  });
}

/** Whether the function that stated it has ended; `now` in milliseconds since the epoch. */
export function isOver({ at }: Statement, now: number): boolean {
  return now - Date.parse(at) > LIFE_MS;
}

/** Another request of this product is recorded to have made the state that holds since then. */
function isOfAnotherRequest(
  { requestId, subject, change }: ChangeRequested,
  since: string | undefined,
  entries: readonly Entry[],
): boolean {
  return entries.some(
    ({ statement: other }) =>
      other.kind === 'outcome' &&
      other.result === 'done' &&
      other.requestId !== requestId &&
      other.change === change &&
      since !== undefined &&
      other.after.since === since &&
      keyOf(other.subject) === keyOf(subject),
  );
}

/** Sources tell one change at moments that differ a little. */
function later(since: string): string {
  return new Date(Date.parse(since) + 5_000).toISOString();
}
