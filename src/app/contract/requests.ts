import * as z from 'zod/mini';
import { plainText } from '../text/plain-text.ts';
import { hasVisibleCharacter, saysSomething } from '../text/visible-text.ts';
import { Day } from './day.ts';
import { EVIDENCE_LIMIT, EXPLANATION_LIMIT, LEGAL_BASES, NOTE_LIMIT } from './legal-ground.ts';
import { MOST_EVENTS } from './slice.ts';

const typeId = z.string().check(z.regex(/^\d{1,18}$/));

/**
 * Who the page says is asking, and in which of HubSpot's teams. HubSpot vouches for none of it, so it never unlocks
 * more than where the organisation names no teams: a rule on teams is advice to an honest page.
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

/** Which part of a timeline is wanted. `from` may go past what one answer carries, for the next one begins there. */
const slice = {
  from: z.optional(z.int().check(z.minimum(0), z.maximum(10 * MOST_EVENTS))),
  most: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_EVENTS))),
};

/**
 * The words to say the answer in: a language by its BCP 47 primary subtag (English comes where there are none in it),
 * and how much is said.
 */
export const WordsWanted = z.strictObject({
  in: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  for: z.enum(['glance', 'tab']),
});

/** What a reader may ask: `glance` never waits for `history`. No contact id and no address: those come from the platform. */
export const ReadConsentRequest = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('glance'),
    words: z.optional(WordsWanted),
    claim: z.optional(Claim),
  }),
  z.strictObject({ part: z.literal('history'), ...slice, claim: z.optional(Claim) }),
  z.strictObject({
    part: z.literal('older'),
    after: ReadBackTo,
    ...slice,
    claim: z.optional(Claim),
  }),
  /** Every state at the end of a day of the portal's, read as far back as `after` says. */
  z.strictObject({
    part: z.literal('as-of'),
    on: Day,
    after: z.optional(ReadBackTo),
    claim: z.optional(Claim),
  }),
  /** The contact's own preference page; with a type, the page of that type's brand. Asked only when a person wants to share it. */
  z.strictObject({
    part: z.literal('preference-link'),
    typeId: z.optional(typeId),
    claim: z.optional(Claim),
  }),
]);

/** How the contact's own wish reached staff. Staff's word: the evidence says where to check it. */
export const WAYS_TO_ASK = ['phone', 'mail', 'letter', 'meeting', 'chat', 'form', 'other'] as const;

const requestId = z.string().check(z.regex(/^[A-Za-z0-9._:-]{8,100}$/));

/** Text that people read. It has to say something; what reorders or hides the rest of it is taken out. */
const words = (limit: number) =>
  z
    .string()
    .check(
      z.refine(hasVisibleCharacter, { error: 'no-visible-character', abort: true }),
      z.refine(saysSomething, { error: 'says-nothing', abort: true }),
      z.overwrite(plainText),
      z.trim(),
      z.maxLength(limit),
    );

const ofEveryWish = {
  /** Made anew for each click; a repeated click or call carries the same and is done once. */
  requestId,
  claim: z.optional(Claim),
  /** Given where the contact asked for it. */
  askedBy: z.optional(
    z.strictObject({
      by: z.enum(WAYS_TO_ASK),
      /** A calendar day where the contact is, `YYYY-MM-DD`. */
      on: z.optional(Day),
    }),
  ),
  /** Where the proof lies: a call, a ticket, a form. */
  evidence: z.optional(words(EVIDENCE_LIMIT)),
};

/** Languages in which a colleague can be written to. */
const WRITTEN_IN = ['en', 'ja'] as const;

/** What may be asked for. Whether it is done is decided by the function alone, from fresh facts. */
export const ChangeConsentRequest = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('opt-in'),
    ...ofEveryWish,
    typeId,
    /** The state the person was looking at; where it no longer holds, nobody is opted in. */
    shown: z.optional(z.enum(['opted-in', 'opted-out', 'not-specified'])),
    legalBasis: z.optional(z.enum(LEGAL_BASES)),
    explanation: z.optional(words(EXPLANATION_LIMIT)),
  }),
  z.strictObject({ act: z.literal('opt-out'), ...ofEveryWish, typeId }),
  /** HubSpot has no way back, so the person has said yes to just that. */
  z.strictObject({
    act: z.literal('opt-out-of-everything'),
    ...ofEveryWish,
    confirmed: z.literal(true),
  }),
  z.strictObject({
    act: z.literal('to-marketing'),
    ...ofEveryWish,
    shown: z.optional(z.enum(['marketing', 'leaving', 'non-marketing'])),
    explicitYes: z.optional(z.boolean()),
  }),
  z.strictObject({ act: z.literal('to-non-marketing'), ...ofEveryWish }),
  /** Takes back a change of this product, named by its request. */
  z.strictObject({ act: z.literal('undo'), ...ofEveryWish, undoes: requestId }),
  /** Asks the organisation's approver about a change that policy refuses, by a task. It changes and unlocks nothing. */
  z.strictObject({
    act: z.literal('ask-for-approval'),
    ...ofEveryWish,
    of: z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('opt-in'), typeId }),
      z.strictObject({ act: z.literal('to-marketing') }),
    ]),
    /** To the approver. */
    note: z.optional(words(NOTE_LIMIT)),
    /** Of whoever asks: the task is written in it. */
    language: z.enum(WRITTEN_IN),
  }),
  /** Entries that could not be kept, sent again as they came. */
  z.strictObject({
    act: z.literal('keep-record'),
    unsaved: z.array(z.unknown()).check(z.minLength(1), z.maxLength(20)),
  }),
]);

/**
 * The record HubSpot says is open: id and address as `propertiesToSend` read them. An empty address is an answer; a
 * missing one is not. Half a surrogate pair is no character, and no URL can hold an address with one.
 */
export const OpenRecord = z.object({
  hs_object_id: z.string().check(z.regex(/^\d{1,20}$/)),
  email: z.nullable(z.string().check(z.maxLength(320), z.regex(/^\P{Cs}*$/u))),
});

export type ReadConsentRequest = z.infer<typeof ReadConsentRequest>;
export type ChangeConsentRequest = z.infer<typeof ChangeConsentRequest>;
/** A question to the approver. */
export type ApprovalRequest = Extract<ChangeConsentRequest, { act: 'ask-for-approval' }>;
/** A wish, apart from questions about one and entries on their way back. */
export type Wish = Exclude<ChangeConsentRequest, { act: 'keep-record' | 'ask-for-approval' }>;
export type ReadBackTo = z.infer<typeof ReadBackTo>;
export type Claim = z.infer<typeof Claim>;
export type WordsWanted = z.infer<typeof WordsWanted>;
