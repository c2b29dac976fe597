import * as z from 'zod/mini';
import { bytesOf, sha256 } from './digest.ts';
import { hash } from './words.ts';

/**
 * The fields that tell of a person in their own or somebody's free words. They never enter a hash or a
 * signature, only commitments to them do; so they can be erased and the chain still verifies.
 */
export const PERSONAL_FIELDS = [
  /** The name of the staff member, as the platform or the page gave it. */
  'staffName',
  /** The e-mail address the change was about. */
  'address',
  /** The explanation that went to HubSpot with the legal basis. */
  'explanation',
  /** Where the proof lies: a call, a ticket, a form. */
  'evidence',
  /** The explanation that held before the change, for an undo to restore. */
  'earlierExplanation',
] as const;

export type PersonalField = (typeof PERSONAL_FIELDS)[number];
export type PersonalValues = { readonly [F in PersonalField]?: string | undefined };

/** `length` random bytes; `node:crypto`'s `randomBytes`, or a test's own. */
export type Random = (length: number) => Uint8Array;

/** 256 bits: twice what would make guessing hopeless, and as many as the hash has. */
const SALT_BYTES = 32;
const LIMIT = 20_000;

const kept = z.strictObject({
  value: z.string().check(
    z.maxLength(LIMIT),
    z.refine((text) => !/\p{Cs}/u.test(text)),
  ),
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/** Value and salt go together: a salt left behind would let a short value be guessed. */
export const Personal = z.strictObject({
  staffName: z.optional(kept),
  address: z.optional(kept),
  explanation: z.optional(kept),
  evidence: z.optional(kept),
  earlierExplanation: z.optional(kept),
});
export type Personal = Readonly<z.infer<typeof Personal>>;

export const Commitments = z.strictObject({
  staffName: z.optional(hash),
  address: z.optional(hash),
  explanation: z.optional(hash),
  evidence: z.optional(hash),
  earlierExplanation: z.optional(hash),
});
export type Commitments = Readonly<z.infer<typeof Commitments>>;

/** Commits to each value under a salt of its own. Half surrogate pairs become U+FFFD, since JSON can't sign them. */
export function commit(
  values: PersonalValues,
  random: Random,
): { readonly personal: Personal; readonly commitments: Commitments } {
  const fields = PERSONAL_FIELDS.flatMap((field) => {
    const value = values[field];
    if (value === undefined) return [];
    const salt = Buffer.from(random(SALT_BYTES));
    if (salt.length < SALT_BYTES) throw new RangeError('a salt needs 32 random bytes');
    return [{ field, value: keptValue(value), salt: salt.toString('base64url') }];
  });
  return {
    personal: Object.fromEntries(fields.map(({ field, value, salt }) => [field, { value, salt }])),
    commitments: Object.fromEntries(
      fields.map(({ field, value, salt }) => [field, commitment(field, value, salt)]),
    ),
  };
}

/** A value as it is kept and committed to. */
export function keptValue(value: string): string {
  // Cut first: the cut may go through a pair.
  return value.slice(0, LIMIT).replace(/\p{Cs}/gu, '\uFFFD');
}

/** `absent`: committed to, and neither value nor salt is here; whether that is an erasure, the chain says. */
type PersonalState = 'matches' | 'altered' | 'absent' | 'never-given';

export function personalState(
  field: PersonalField,
  commitments: Commitments,
  personal: Personal,
): PersonalState {
  const given = personal[field];
  const promised = commitments[field];
  if (given === undefined) return promised === undefined ? 'never-given' : 'absent';
  return promised === commitment(field, given.value, given.salt) ? 'matches' : 'altered';
}

function commitment(field: PersonalField, value: string, salt: string): string {
  return sha256(bytesOf('personal', { field, salt, value }));
}
