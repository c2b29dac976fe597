import type { Actor, Ground } from '#evidence/consent-event.ts';
import type { Absence } from '#evidence/source.ts';
import type { TimelineMessages } from '#words/messages.ts';
import { fill, type pluralIn } from './fill.ts';
import type { SeenWords } from './seen-words.ts';

interface Who {
  readonly actor: Actor;
  readonly inferred?: { readonly actor: Actor; readonly ground: Ground };
}

/** What the timeline says around its events, with its places filled. */
export function timelineWords(
  messages: TimelineMessages,
  seen: Pick<SeenWords, 'who' | 'list'>,
  plural: ReturnType<typeof pluralIn>,
) {
  const filled = (message: string, place: string) => (value: string) =>
    fill(message, { [place]: value });
  return {
    ...messages,
    /** Who made a change: as stated, or as inferred with its ground; never one in the other's place. */
    who: ({ actor, inferred }: Who) =>
      inferred === undefined
        ? seen.who(actor)
        : fill(messages.inferred, {
            who: seen.who(inferred.actor),
            ground: messages.grounds[inferred.ground],
          }),
    /** Sentences after each other. */
    inARow: (sentences: readonly string[]) => sentences.join(messages.between),
    seenIn: (sources: Iterable<string>) => fill(messages.seenIn, { sources: seen.list(sources) }),
    basis: filled(messages.basis, 'basis'),
    explanation: filled(messages.explanation, 'text'),
    rules: (names: readonly string[]) =>
      fill(plural(messages.rules, names.length), { rules: names.join(messages.betweenRules) }),
    askedBy: filled(messages.askedBy, 'way'),
    cardEvidence: filled(messages.cardEvidence, 'text'),
    disputed: filled(messages.disputed, 'others'),
    learnedAt: filled(messages.learnedAt, 'at'),
    unread: (source: string, absence: Absence) =>
      fill(messages.unread, {
        source,
        because: fill(messages.because[absence.code], {
          scope: absence.code === 'missing-scope' ? absence.scope : '',
        }),
      }),
  };
}
