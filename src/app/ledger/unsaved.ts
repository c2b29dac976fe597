import type { Chain } from './chain.ts';
import { bytesOf } from './digest.ts';
import { checkSeal, type PublicKeys } from './keys.ts';
import { PERSONAL_FIELDS, personalState } from './personal.ts';
import { Sealed } from './sealed.ts';
import type { Statement } from './statement.ts';

type UnsavedRefusal =
  | 'malformed'
  | 'unknown-key'
  | 'forged'
  | 'personal-altered'
  | 'other-contact'
  | 'may-not-travel'
  | 'expired';

/** An entry that came back from the card and is not to be kept. Holds nothing of what was in it. */
export class UnsavedRefused extends Error {
  override readonly name = 'UnsavedRefused';
  constructor(readonly code: UnsavedRefusal) {
    super(code);
  }
}

interface Receiving {
  /** The open record, as the platform says. */
  readonly chain: Chain;
  readonly publicKeys: PublicKeys;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly lifetimeMs: number;
}

/**
 * An unsaved entry as the card sends it back: made here, of this contact, unaltered and whole, and no older
 * than `lifetimeMs`. Its place is given by `entryAfter`. Throws `UnsavedRefused`.
 */
export function openUnsaved(
  input: unknown,
  { chain, publicKeys, now, lifetimeMs }: Receiving,
): Sealed {
  const parsed = Sealed.safeParse(input);
  if (!parsed.success) throw new UnsavedRefused('malformed');
  const { statement, seal, personal } = parsed.data;

  const checked = checkSeal(bytesOf('statement', statement), seal, publicKeys);
  if (checked === 'unknown-key') throw new UnsavedRefused('unknown-key');
  if (checked === 'bad') throw new UnsavedRefused('forged');
  const isWhole = PERSONAL_FIELDS.every((field) => {
    const state = personalState(field, statement.commitments, personal);
    return state === 'matches' || state === 'never-given';
  });
  if (!isWhole) throw new UnsavedRefused('personal-altered');
  if (statement.chain.portal !== chain.portal || statement.chain.contact !== chain.contact) {
    throw new UnsavedRefused('other-contact');
  }
  if (!mayTravel(statement)) throw new UnsavedRefused('may-not-travel');
  if (now - Date.parse(statement.at) > lifetimeMs) throw new UnsavedRefused('expired');
  return parsed.data;
}

/**
 * Whether a statement that could not be kept may go to the card: only what never waits for the ledger. A way
 * in is not done without its entry, so no such statement is ever unsaved.
 */
export function mayTravel(statement: Statement): boolean {
  const { kind } = statement;
  if (kind !== 'intent' && kind !== 'undo' && kind !== 'outcome') return false;
  return statement.change !== 'opted-in' && statement.change !== 'set-marketing';
}
