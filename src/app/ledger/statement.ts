import * as z from 'zod/mini';
import { Chain, Head } from './chain.ts';
import { Commitments, PERSONAL_FIELDS } from './personal.ts';
import { hash, id, instant, position, token } from './words.ts';

/** What a change is about. Spelt out here: a stored format must not follow another room's types. */
const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('subscription'), typeId: id }),
  z.strictObject({ kind: z.literal('everything'), businessUnitId: z.optional(id) }),
  z.strictObject({ kind: z.literal('marketing-status') }),
]);

const change = z.enum(['opted-in', 'opted-out', 'cleared', 'set-marketing', 'set-non-marketing']);

/** What HubSpot said of the subject at one moment. `unknown`: it could not be read. */
const standing = z.strictObject({
  state: z.enum([
    'opted-in',
    'opted-out',
    'not-specified',
    'marketing',
    'non-marketing',
    'unknown',
  ]),
  /** When HubSpot says the state was set. */
  since: z.optional(instant),
  legalBasis: z.optional(token),
});

/**
 * Who acted. `vouched`: the platform itself named the user; `claimed`: the page did, and a forged call
 * could name another. `unknown` is never read as nobody.
 */
const who = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('staff'),
    userId: id,
    identity: z.enum(['vouched', 'claimed']),
  }),
  z.strictObject({ kind: z.literal('this-app') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** On whose request. What the contact's wish came by is staff's word; evidence says where to check. */
const onRequestOf = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('contact'),
    by: z.enum(['phone', 'mail', 'letter', 'meeting', 'chat', 'form', 'other']),
    /** The day it was asked, where the contact is. */
    on: z.optional(z.iso.date()),
  }),
  z.strictObject({ kind: z.literal('staff') }),
  z.strictObject({ kind: z.literal('this-app') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** What policy said, by which of its rules, in which version. `lacking`: allowed, had something been given. */
const decision = z.strictObject({
  kind: z.enum(['allow', 'deny', 'unknown', 'lacking']),
  policy: token,
  rules: z.readonly(z.array(token)),
  /** Facts that were not known, or what was not given. */
  missing: z.optional(z.readonly(z.array(token))),
});

const common = {
  chain: Chain,
  /** When it happened, by the function's clock. */
  at: instant,
  /** Ties a click to all that is recorded of it; a repeated click or call carries the same. */
  requestId: z.string().check(z.regex(/^[A-Za-z0-9._:-]{8,100}$/)),
  who,
  commitments: Commitments,
};

const asked = {
  ...common,
  onRequestOf,
  subject,
  change,
  before: standing,
  decision,
  legalBasis: z.optional(token),
};

/**
 * One thing that happened, as the product states it:
 * `intent` a change policy allowed, before it is written; `undo` the same, to take back another request;
 * `outcome` what HubSpot said afterwards; `refusal` a well-formed wish policy did not allow;
 * `late` a change found in HubSpot with nothing recorded of it; `erasure` personal fields removed from
 * entries; `joined` an admin says which of two branches goes on; `merged` HubSpot merged another record
 * into this one, whose chain ends at the head named.
 */
export const Statement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('intent'), ...asked }),
  z.strictObject({ kind: z.literal('undo'), ...asked, undoes: common.requestId }),
  z.strictObject({
    kind: z.literal('outcome'),
    ...common,
    subject,
    change,
    result: z.enum(['done', 'not-done', 'not-known']),
    after: standing,
    /** Why not, as a code. */
    because: z.optional(token),
  }),
  z.strictObject({
    kind: z.literal('refusal'),
    ...asked,
    /** How many equal ones came before this one and were counted instead of recorded. */
    repeats: position,
  }),
  z.strictObject({ kind: z.literal('late'), ...common, subject, change, after: standing }),
  z.strictObject({
    kind: z.literal('erasure'),
    ...common,
    onRequestOf,
    erases: z.readonly(
      z.array(
        z.strictObject({ entry: hash, fields: z.readonly(z.array(z.enum(PERSONAL_FIELDS))) }),
      ),
    ),
  }),
  z.strictObject({
    kind: z.literal('joined'),
    ...common,
    onto: Head,
    beside: z.readonly(z.array(Head).check(z.minLength(1))),
  }),
  z.strictObject({
    kind: z.literal('merged'),
    ...common,
    from: z.strictObject({ contact: id, head: z.optional(Head) }),
  }),
]);
export type Statement = Readonly<z.infer<typeof Statement>>;
export type RecordedSubject = Readonly<z.infer<typeof subject>>;
export type RecordedChange = z.infer<typeof change>;
export type Standing = Readonly<z.infer<typeof standing>>;
export type Who = Readonly<z.infer<typeof who>>;
export type OnRequestOf = Readonly<z.infer<typeof onRequestOf>>;

/** A statement before its personal fields are committed to. */
export type Draft = Statement extends infer S
  ? S extends Statement
    ? Omit<S, 'commitments'>
    : never
  : never;

/** A draft that says not yet whose chain it is for. */
export type Chainless = Draft extends infer D
  ? D extends Draft
    ? Omit<D, 'chain'>
    : never
  : never;

/** What was to be recorded is not of the ledger's form. Names the fields, never what was in them. */
export class StatementRefused extends Error {
  override readonly name = 'StatementRefused';
  constructor(readonly fields: readonly string[]) {
    super(`not recorded, wrong form: ${fields.join(', ')}`);
  }
}
