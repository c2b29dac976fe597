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

/** The latest change of each status, as far as HubSpot has recorded one. A time of the epoch is HubSpot's "never". */
export function eventsFromStatuses(statuses: readonly CurrentStatus[]): ConsentEvent[] {
  return statuses.flatMap((status) => {
    const { about, state, at, sourceText = '', legalBasis, explanation } = status;
    if (at === undefined || isNever(at) || state === 'not-specified') return [];
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
    ...(at === undefined || isNever(at) ? {} : { since: at }),
  }));
}

function isNever(at: Instant): boolean {
  return Date.parse(at) <= 0;
}
