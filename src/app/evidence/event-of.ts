import type { Actor, Change, ConsentEvent, Subject, Witness } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { reportedText } from './reported-text.ts';

/** The longest explanations and raw values that are kept, in characters. */
const MAX_TEXT = 1_000;
const MAX_RAW = 2_000;

/** An event as one source tells it, before anything else is known; HubSpot's texts are made safe to show. */
export function eventOf(about: Subject, change: Change, reported: Witness): ConsentEvent {
  const witness = safeToShow(reported);
  const { at, learnedAt, actor, legalBasis, explanation, card, reportedValue } = witness;
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
    ...(reportedValue === undefined ? {} : { reportedValue }),
    witnesses: [witness],
  };
}

function safeToShow(witness: Witness): Witness {
  const { actor, legalBasis, explanation, reportedValue, raw } = witness;
  return {
    ...witness,
    actor: withSafeName(actor),
    ...(legalBasis === undefined ? {} : { legalBasis: reportedText(legalBasis, MAX_TEXT) }),
    ...(explanation === undefined ? {} : { explanation: reportedText(explanation, MAX_TEXT) }),
    ...(reportedValue === undefined ? {} : { reportedValue: reportedText(reportedValue) }),
    raw: Object.fromEntries(
      Object.entries(raw).map(([name, value]) => [name, reportedText(value, MAX_RAW)]),
    ),
  };
}

function withSafeName(actor: Actor): Actor {
  return 'name' in actor && actor.name !== undefined
    ? { ...actor, name: reportedText(actor.name) }
    : actor;
}
