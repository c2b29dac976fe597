import * as z from 'zod/mini';
import { EXPLANATION_LIMIT, LEGAL_BASES } from './legal-ground.ts';

const typeId = z.string().check(z.regex(/^\d{1,18}$/));

/**
 * Who the page says is asking, and in which of HubSpot's teams. HubSpot vouches for none of it, so it may
 * lock and never unlock more than a silent page could.
 */
const Claim = z.strictObject({
  userId: z.string().check(z.regex(/^\d{1,20}$/)),
  teamIds: z.array(z.string().check(z.regex(/^\d{1,20}$/))).check(z.maxLength(200)),
});

/** So many pages of one source may be asked for after its first: an account has some 100 calls in ten seconds for all its apps. */
export const MOST_PAGES = 10;

/** Where a source goes on: HubSpot's own mark, or the start of a window of time. No address fits into it. */
const Marks = z.optional(
  z
    .array(z.string().check(z.regex(/^[\w.:+/=-]{1,500}$/)))
    .check(z.minLength(1), z.maxLength(MOST_PAGES)),
);

/**
 * How far back the sources with several pages are to be read: for each the marks of its pages after the
 * first, in their order. Opaque to the card, which sends back what `History.older` said.
 */
export const ReadBackTo = z.strictObject({
  'email-events': Marks,
  'event-occurrences': Marks,
  'subscription-timeline': Marks,
});

/** What a reader may ask: `glance` never waits for `history`. No contact id and no address: those come from the platform. */
export const ReadConsentRequest = z.discriminatedUnion('part', [
  z.strictObject({ part: z.enum(['glance', 'history']), claim: z.optional(Claim) }),
  z.strictObject({ part: z.literal('older'), after: ReadBackTo, claim: z.optional(Claim) }),
]);

/** A wish to change one subscription type. Whether it may be done is decided by the function alone. */
export const ChangeConsentRequest = z.strictObject({
  typeId,
  to: z.enum(['opted-in', 'opted-out']),
  /** The state the person was looking at; where it no longer holds, nobody is opted in. */
  shown: z.optional(z.enum(['opted-in', 'opted-out', 'not-specified'])),
  claim: z.optional(Claim),
  legalBasis: z.optional(z.enum(LEGAL_BASES)),
  explanation: z.optional(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(EXPLANATION_LIMIT)),
  ),
});

/** The record HubSpot says is open: id and address as `propertiesToSend` read them. An empty address is an answer; a missing one is not. */
export const OpenRecord = z.object({
  hs_object_id: z.string().check(z.regex(/^\d{1,20}$/)),
  email: z.union([z.null(), z.string().check(z.maxLength(320))]),
});

export type ReadConsentRequest = z.infer<typeof ReadConsentRequest>;
export type ChangeConsentRequest = z.infer<typeof ChangeConsentRequest>;
export type ReadBackTo = z.infer<typeof ReadBackTo>;
export type Claim = z.infer<typeof Claim>;
