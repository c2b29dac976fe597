import type { ChangeReply } from '../../contract/reply.ts';
import type { Wish } from '../../contract/requests.ts';
import type { Chain } from '../../ledger/chain.ts';
import { inOrder, type Entry } from '../../ledger/entry.ts';
import { isAsked, isGivenAlike, recordedOf, type Given } from '../../ledger/requests.ts';
import type { RecordedSubject, Statement, Who } from '../../ledger/statement.ts';
import type { Policy } from '../../policy/policy.ts';
import { undoableOf } from '../facts-for-undo.ts';
import { goalOf } from '../wishes/standing.ts';
import type { World } from '../world.ts';
import { onRequestOf } from './statements.ts';

/** What the record says of a request that came before. */
type Earlier =
  | { readonly kind: 'new' }
  /** The id stands for another wish, another caller or other grounds: nothing is done. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'refused'; readonly asked: Entry }
  | { readonly kind: 'ended'; readonly end: Extract<Statement, { kind: 'outcome' }> }
  /** Another run of the same request is under way, or was cut off. */
  | { readonly kind: 'under-way'; readonly asked: Entry };

/** What is asked for, and by whom. */
export interface Request {
  readonly wish: Wish;
  readonly who: Who;
}

type Asked = Extract<Statement, { kind: 'intent' | 'undo' | 'refusal' }>;

/**
 * A request is carried out once, however often it comes. Only the same again is a retry: whatever else comes under its
 * id would lose its grounds without a word, and is told so. What the record does not hold can't be compared: the state
 * that was shown, and the teams that are claimed, neither of which is a ground.
 */
export function earlierOf(
  request: Request,
  entries: readonly Entry[],
  { policy }: Pick<World, 'policy'>,
): Earlier {
  const { requestId } = request.wish;
  const its = entries.filter(({ statement }) => statement.requestId === requestId);
  const all = its.filter(({ statement }) => isAsked(statement));
  if (all.length === 0) return { kind: 'new' };
  // A fork may hold two askings under one id.
  const asked = all.find((entry) => isSame(request, entry, entries, policy));
  if (asked === undefined) return { kind: 'reused' };
  if (asked.statement.kind === 'refusal') return { kind: 'refused', asked };
  const end = recordedOf(its, requestId).outcome?.statement;
  return end?.kind === 'outcome' && end.result !== 'not-known'
    ? { kind: 'ended', end }
    : { kind: 'under-way', asked };
}

const LOOK_EVERY_MS = 500;
/** As long as the run that has begun may take, and less than a function lives. */
const LONGEST_MS = 6_000;

/** Waits for the run that has begun to end. Throws `HubSpotTrouble` where the record can't be read. */
export async function endOfOther(
  request: Request,
  chain: Chain,
  world: World,
  begunAt: number,
): Promise<Earlier> {
  const { hubspot, wait, now } = world;
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const found = earlierOf(request, inOrder(await hubspot.ledger.read(chain)), world);
    if (found.kind !== 'under-way' || now() - begunAt > LONGEST_MS) return found;
  }
}

function isSame(
  { wish, who }: Request,
  entry: Entry,
  entries: readonly Entry[],
  policy: Policy,
): boolean {
  const { statement } = entry;
  return (
    isAsked(statement) &&
    isSameChange(wish, statement, entries) &&
    isGivenAlike(entry, givenIn(wish, who)) &&
    (wish.act !== 'to-marketing' || isSameYes(wish.explicitYes === true, statement, policy))
  );
}

function givenIn(wish: Wish, who: Who): Given {
  return {
    who,
    onRequestOf: onRequestOf(wish),
    evidence: wish.evidence,
    ...(wish.act === 'opt-in'
      ? { legalBasis: wish.legalBasis, explanation: wish.explanation }
      : {}),
  };
}

function isSameChange(wish: Wish, statement: Asked, entries: readonly Entry[]): boolean {
  switch (wish.act) {
    case 'opt-in':
      return statement.change === 'opted-in' && isOfType(statement.subject, wish.typeId);
    case 'opt-out':
      return statement.change === 'opted-out' && isOfType(statement.subject, wish.typeId);
    case 'opt-out-of-everything':
      return statement.subject.kind === 'everything';
    case 'to-marketing':
      return statement.change === 'set-marketing';
    case 'to-non-marketing':
      return statement.change === 'set-non-marketing';
    case 'undo': {
      if (statement.kind !== 'refusal') {
        return statement.kind === 'undo' && statement.undoes === wish.undoes;
      }
      // A refusal does not name what was to be taken back, only what that would have come to.
      const undoable = undoableOf(wish.undoes, entries);
      return (
        undoable !== undefined &&
        isOfType(statement.subject, undoable.typeId) &&
        goalOf(statement.change) === undoable.to
      );
    }
  }
}

const YES = 'explicit-yes';

/** The yes itself is in no entry; that it was given or lacking shows in the decision, where a rule asked for it. */
function isSameYes(isGiven: boolean, { decision }: Asked, { rules }: Policy): boolean {
  if (decision.missing?.includes(YES) === true) return !isGiven;
  const wasWanted = rules.some(
    (rule) =>
      rule.effect === 'require' && rule.requires.includes(YES) && decision.rules.includes(rule.id),
  );
  return decision.kind !== 'allow' || !wasWanted || isGiven;
}

function isOfType(subject: RecordedSubject, typeId: string): boolean {
  return subject.kind === 'subscription' && subject.typeId === typeId;
}

/** The answer to a request that has ended: the same as the first time, with what is so now. */
export function answerTo(
  end: Extract<Statement, { kind: 'outcome' }>,
):
  | { readonly status: 'changed' | 'overtaken' | 'nothing-to-do' }
  | Pick<Extract<ChangeReply, { status: 'not-done' }>, 'status' | 'because'> {
  const { because } = end;
  if (because === 'already-so') return { status: 'nothing-to-do' };
  if (end.result === 'done') return { status: because === 'overtaken' ? 'overtaken' : 'changed' };
  return {
    status: 'not-done',
    because:
      because === 'refused-by-hubspot' || because === 'reversed' ? because : 'changed-meanwhile',
  };
}
