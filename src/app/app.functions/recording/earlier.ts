import type { ChangeReply } from '../../contract/reply.ts';
import type { Wish } from '../../contract/requests.ts';
import type { Chain } from '../../ledger/chain.ts';
import { inOrder, type Entry } from '../../ledger/entry.ts';
import { recordedOf } from '../../ledger/requests.ts';
import type { RecordedSubject, Statement } from '../../ledger/statement.ts';
import type { World } from '../world.ts';

/** What the record says of a request that came before. */
type Earlier =
  | { readonly kind: 'new' }
  /** The id stands for another wish: nothing is done. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'ended'; readonly end: Extract<Statement, { kind: 'outcome' }> }
  /** Another run of the same request is under way, or was cut off. */
  | { readonly kind: 'under-way'; readonly asked: Entry };

type Asked = Extract<Statement, { kind: 'intent' | 'undo' | 'refusal' }>;

/** A request is carried out once, however often it comes. */
export function earlierOf(wish: Wish, entries: readonly Entry[]): Earlier {
  const { asked, outcome } = recordedOf(entries, wish.requestId);
  const statement = asked?.statement;
  if (asked === undefined || !isAsked(statement)) return { kind: 'new' };
  if (!isSame(wish, statement)) return { kind: 'reused' };
  if (statement.kind === 'refusal') return { kind: 'refused' };
  const end = outcome?.statement;
  return end?.kind === 'outcome' && end.result !== 'not-known'
    ? { kind: 'ended', end }
    : { kind: 'under-way', asked };
}

const LOOK_EVERY_MS = 500;
/** As long as the run that has begun may take, and less than a function lives. */
const LONGEST_MS = 6_000;

/** Waits for the run that has begun to end. Throws `HubSpotTrouble` where the record can't be read. */
export async function endOfOther(
  wish: Wish,
  chain: Chain,
  { hubspot, wait, now }: World,
  begunAt: number,
): Promise<Earlier> {
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const found = earlierOf(wish, inOrder(await hubspot.ledger.read(chain)));
    if (found.kind !== 'under-way' || now() - begunAt > LONGEST_MS) return found;
  }
}

function isAsked(statement: Statement | undefined): statement is Asked {
  return (
    statement?.kind === 'intent' || statement?.kind === 'undo' || statement?.kind === 'refusal'
  );
}

function isSame(wish: Wish, statement: Asked): boolean {
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
    case 'undo':
      return (
        statement.kind === 'refusal' ||
        (statement.kind === 'undo' && statement.undoes === wish.undoes)
      );
  }
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
