import type { Chain } from './chain.ts';
import type { Entry } from './entry.ts';
import { keep, type Keeping } from './keep.ts';
import { PERSONAL_FIELDS, type PersonalField, type Random } from './personal.ts';
import { seal } from './sealed.ts';
import type { Statement } from './statement.ts';

/** What an entry still holds of a person. */
interface Held {
  readonly entry: Entry;
  readonly fields: readonly PersonalField[];
}

/** Everything personal that a chain holds, entry by entry; entries without any are left out. */
export function personalIn(entries: readonly Entry[]): Held[] {
  return entries
    .map((entry) => ({
      entry,
      fields: PERSONAL_FIELDS.filter((field) => entry.personal[field] !== undefined),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/**
 * Erases everything personal of a chain: first an entry that says so, then the values. Where that entry could not be
 * kept, nothing is erased. Run again after it broke off, it goes on and says nothing twice. Answers with what is
 * still held afterwards, read anew. Throws what the store throws.
 */
export async function eraseEverything(
  chain: Chain,
  world: Keeping & {
    readonly random: Random;
    readonly requestId: string;
    readonly who: Statement['who'];
  },
): Promise<'not-kept' | readonly Held[]> {
  const { store, signer, random, requestId, who, now } = world;
  const entries = await store.read(chain);
  const held = personalIn(entries);
  const erases = held
    .map(({ entry, fields }) => ({
      entry: entry.hash,
      fields: fields.filter((field) => !isSaid(entries, entry, field)),
    }))
    .filter(({ fields }) => fields.length > 0);
  if (erases.length > 0) {
    const at = new Date(now()).toISOString();
    const onRequestOf = { kind: 'unknown' } as const;
    const draft = { kind: 'erasure', chain, at, requestId, who, onRequestOf, erases } as const;
    const { kind } = await keep(seal(draft, {}, { signer, random }), world);
    if (kind !== 'kept') return 'not-kept';
  }
  for (const { entry, fields } of held) await store.erase(entry, fields);
  return personalIn(await store.read(chain));
}

function isSaid(entries: readonly Entry[], { hash }: Entry, field: PersonalField): boolean {
  return entries.some(
    ({ statement }) =>
      statement.kind === 'erasure' &&
      statement.erases.some(({ entry, fields }) => entry === hash && fields.includes(field)),
  );
}
