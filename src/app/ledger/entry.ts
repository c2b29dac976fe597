import * as z from 'zod/mini';
import { originOf, type Chain, type Head } from './chain.ts';
import { bytesOf, sha256 } from './digest.ts';
import { Seal, type Signer } from './keys.ts';
import type { PersonalField } from './personal.ts';
import { Sealed } from './sealed.ts';
import { hash, instant, position } from './words.ts';

/**
 * A sealed statement in its place. The hash covers everything but the personal fields and the place's own
 * signature; those two are checked by the commitments and the public key.
 */
export const Entry = z.strictObject({
  ...Sealed.shape,
  n: position,
  /** Hash of the entry before; of the first one, the chain's origin. */
  previous: hash,
  /** When it was kept. Later than the statement's own time where the ledger could not be written then. */
  keptAt: instant,
  hash,
  placeSeal: Seal,
});
export type Entry = Readonly<z.infer<typeof Entry>>;

/** Gives a statement its place: after the head, or after both branches where it joins them. */
export function entryAfter(
  head: Head | undefined,
  sealed: Sealed,
  { keptAt, signer }: { readonly keptAt: string; readonly signer: Signer },
): Entry {
  const { statement } = sealed;
  const follows = statement.kind === 'joined' ? statement.onto : head;
  const beside = statement.kind === 'joined' ? statement.beside : [];
  const previous = follows?.hash ?? originOf(statement.chain);
  const n = placeAfter([follows, ...beside]);
  const placed = { ...sealed, n, previous, keptAt };
  const bytes = entryBytes(placed);
  return { ...placed, hash: sha256(bytes), placeSeal: signer.sign(bytes) };
}

/** The position after these heads; a joining entry stands after the longest of its branches. */
export function placeAfter(heads: readonly (Head | undefined)[]): number {
  return 1 + Math.max(-1, ...heads.map((head) => head?.n ?? -1));
}

/** What an entry's hash and its place's signature are made of. */
export function entryBytes({
  format,
  n,
  previous,
  keptAt,
  statement,
  seal,
}: Omit<Entry, 'hash' | 'placeSeal'>): Buffer {
  return bytesOf('entry', { format, n, previous, keptAt, statement, seal });
}

export function headOf({ n, hash }: Entry): Head {
  return { n, hash };
}

export function isOf(chain: Chain, { statement }: Entry): boolean {
  return statement.chain.portal === chain.portal && statement.chain.contact === chain.contact;
}

/** The entry without these personal fields, values and salts both. Its hash stays true. */
export function withoutPersonal(entry: Entry, fields: readonly PersonalField[]): Entry {
  const left = Object.entries(entry.personal).filter(
    ([field]) => !fields.includes(field as PersonalField),
  );
  return { ...entry, personal: Object.fromEntries(left) };
}

/** Entries as a chain is written down: by position, and by hash where a fork has several. Equal copies count once. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const copies = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...copies.values()].sort((a, b) => a.n - b.n || (a.hash < b.hash ? -1 : 1));
}
