import type { ConsentEvent } from '#evidence/consent-event.ts';
import type { Absence } from '#evidence/source.ts';
import type { TimelineMessages } from '#words/messages.ts';
import { fill, type pluralIn } from './fill.ts';
import type { SeenWords } from './seen-words.ts';

type Who = Pick<ConsentEvent, 'actor' | 'inferred' | 'formConsent' | 'carriedOver' | 'orEarlier'>;

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
    who: ({ actor, inferred, formConsent, carriedOver, orEarlier }: Who) => {
      const ground = inferred === undefined ? '' : messages.grounds[inferred.ground];
      if (carriedOver !== undefined) {
        const said = messages.carriedOver;
        return ground === '' ? said : fill(messages.carriedOverBy, { carriedOver: said, ground });
      }
      if (inferred !== undefined)
        return fill(messages.inferred, { who: seen.who(inferred.actor, formConsent), ground });
      const isNamed = actor.kind !== 'someone' && actor.kind !== 'hubspot';
      if (orEarlier && !isNamed) return messages.firstActorNotKnown;
      return seen.who(actor, formConsent);
    },
    heldSince: filled(messages.heldSince, 'at'),
    together: filled(messages.together, 'what'),
    /** Sentences after each other. */
    inARow: (sentences: readonly string[]) => sentences.join(messages.between),
    seenIn: (sources: Iterable<string>) => fill(messages.seenIn, { sources: seen.list(sources) }),
    basis: filled(messages.basis, 'bases'),
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
