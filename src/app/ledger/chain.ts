import * as z from 'zod/mini';
import { bytesOf, sha256 } from './digest.ts';
import { hash, id, position } from './words.ts';

/** Whose record this is: one chain for each contact of each portal. */
export const Chain = z.strictObject({ portal: id, contact: id });
export type Chain = Readonly<z.infer<typeof Chain>>;

/** An entry, named by place and content. The newest of a chain is the chain's head. */
export const Head = z.strictObject({ n: position, hash });
export type Head = Readonly<z.infer<typeof Head>>;

/** What the first entry of a chain follows. Differs for every chain, so that none can begin another. */
export function originOf({ portal, contact }: Chain): string {
  return sha256(bytesOf('chain', { portal, contact }));
}

/** The unique key of a position. HubSpot refuses a second record with it, as far as is documented. */
export function keyOf({ contact }: Chain, n: number): string {
  return `${contact}:${String(n)}`;
}
