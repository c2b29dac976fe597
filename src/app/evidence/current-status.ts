import type { ConsentEvent, Instant, Subject } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';
import { actorOfStatusText } from './recorded-source.ts';

export type ConsentState = 'opted-in' | 'opted-out' | 'not-specified';

/** What HubSpot says today about one address and one subject. */
export interface CurrentStatus {
  readonly about: Subject;
  readonly state: ConsentState;
  /** When the status was last set; HubSpot sends one even where nothing was ever set. */
  readonly at?: Instant;
  readonly sourceText?: string;
  readonly legalBasis?: string;
  readonly explanation?: string;
}

/** The latest change of each status, as far as HubSpot has recorded one. */
export function eventsFromStatuses(statuses: readonly CurrentStatus[]): ConsentEvent[] {
  return statuses.flatMap((status) => {
    if (status.at === undefined || status.state === 'not-specified') return [];
    const actor = actorOfStatusText(status.sourceText ?? '');
    return [
      {
        id: `${subjectKey(status.about)}@${status.at}`,
        at: status.at,
        about: status.about,
        change: status.state,
        actor,
        certainty: actor.kind === 'someone' ? ('unknown' as const) : ('stated' as const),
        ...(status.legalBasis === undefined ? {} : { legalBasis: status.legalBasis }),
        ...(status.explanation === undefined ? {} : { explanation: status.explanation }),
        witnesses: [
          {
            source: 'current-status',
            at: status.at,
            raw: { status: status.state, source: status.sourceText ?? '' },
          },
        ] as const,
      },
    ];
  });
}
