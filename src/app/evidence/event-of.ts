import type { Change, ConsentEvent, Subject, Witness } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';

/** An event as one source tells it, before anything else is known. */
export function eventOf(about: Subject, change: Change, witness: Witness): ConsentEvent {
  const { at, learnedAt, actor, legalBasis, explanation, card } = witness;
  return {
    id: `${subjectKey(about)}@${at}:${change}`,
    at,
    ...(learnedAt === undefined ? {} : { learnedAt }),
    about,
    change,
    actor,
    certainty: actor.kind === 'someone' ? 'unknown' : 'stated',
    ...(about.kind === 'subscription' || about.kind === 'everything'
      ? { channel: 'email' as const }
      : {}),
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(card === undefined ? {} : { card }),
    witnesses: [witness],
  };
}
