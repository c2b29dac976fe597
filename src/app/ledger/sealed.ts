import * as z from 'zod/mini';
import { bytesOf } from './digest.ts';
import { Seal, type Signer } from './keys.ts';
import { commit, Personal, type PersonalValues, type Random } from './personal.ts';
import { Statement, StatementRefused, type Draft } from './statement.ts';

/**
 * A statement signed by itself, without a place in a chain yet. Where the ledger can't be written, this
 * is what travels to the card and back; its place is given and signed on arrival.
 */
export const Sealed = z.strictObject({
  format: z.literal(1),
  statement: Statement,
  seal: Seal,
  personal: Personal,
});
export type Sealed = Readonly<z.infer<typeof Sealed>>;

/** States and signs. Throws `StatementRefused` where the draft is not of the ledger's form. */
export function seal(
  draft: Draft,
  values: PersonalValues,
  { signer, random }: { readonly signer: Signer; readonly random: Random },
): Sealed {
  const { personal, commitments } = commit(values, random);
  const parsed = Statement.safeParse({ ...draft, commitments });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? 'statement'));
    throw new StatementRefused([...new Set(fields)]);
  }
  const statement = parsed.data;
  return { format: 1, statement, seal: signer.sign(bytesOf('statement', statement)), personal };
}
