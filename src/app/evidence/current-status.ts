import type { ConsentEvent, ConsentState, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { eventOf } from './event-of.ts';
import { actorOfStatusText } from './recorded-source.ts';
import type { Holding } from './source.ts';

/** What HubSpot says today about one address and one subject. */
export interface CurrentStatus {
  readonly about: Subject;
  readonly state: ConsentState;
  /** When the status was last set; HubSpot sends one even where nothing was ever set. */
  readonly at?: Instant;
  readonly sourceText?: string;
  readonly legalBasis?: string;
  readonly explanation?: string;
  /** Of the subscription type, as HubSpot writes it beside the status. */
  readonly typeName?: string;
}

/** The latest change of each status, as far as HubSpot has recorded one. */
export function eventsFromStatuses(statuses: readonly CurrentStatus[]): ConsentEvent[] {
  return statuses.flatMap((status) => {
    const { about, state, at, sourceText = '', legalBasis, explanation } = status;
    if (at === undefined || state === 'not-specified') return [];
    const event = eventOf(about, state, {
      source: 'current-status',
      record: `${subjectKey(about)}@${at}`,
      at,
      actor: actorOfStatusText(sourceText),
      ...(legalBasis === undefined ? {} : { legalBasis }),
      ...(explanation === undefined ? {} : { explanation }),
      raw: { status: state, source: sourceText },
    });
    return [event];
  });
}

/** What holds now. A time of the epoch is HubSpot's "never". */
export function holdingsOf(statuses: readonly CurrentStatus[]): Holding[] {
  return statuses.map(({ about, state, at }) => ({
    about,
    state,
    ...(at === undefined || Date.parse(at) <= 0 ? {} : { since: at }),
  }));
}
