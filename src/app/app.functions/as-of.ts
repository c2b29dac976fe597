import type { ReadBackTo } from '../contract/requests.ts';
import type { AsOf, StateThen } from '../contract/snapshot.ts';
import type { Subject } from '../evidence/consent-event.ts';
import { endOfDay, hasBegun } from '../evidence/end-of-day.ts';
import { originOf } from '../evidence/origin.ts';
import { stateAt } from '../evidence/state-at.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { timelineOfRecord } from './history.ts';
import type { World } from './world.ts';

/**
 * Every state of the open record at the end of a day (`YYYY-MM-DD`) in the portal's time zone; nothing for a day that
 * has not begun there, for nobody knows its states.
 *
 * It is worked out here and not in the card, although the card has the events: what was true on a day also rests on
 * what each source covers, on HubSpot's present status and on since when the contact has had the address, which no
 * event tells, and a card decides nothing. Whoever else asks, such as an export, gets the same answer. It costs the
 * calls of the timeline once more, which is fair for a question that is asked seldom.
 *
 * Throws as `historyOf` does, and `HubSpotTrouble` where HubSpot does not tell the portal's time zone, or tells one that
 * is none.
 */
export async function statesAsOf(
  record: Parameters<typeof timelineOfRecord>[0],
  on: string,
  world: World,
  backTo: ReadBackTo = {},
): Promise<AsOf | undefined> {
  const timeZone = await world.hubspot.installation.timeZone();
  const now = world.now();
  if (timeZone === undefined)
    throw new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false });
  if (!hasBegun(on, timeZone, now)) return undefined;
  const at = new Date(Math.min(Date.parse(endOfDay(on, timeZone)), now)).toISOString();
  const timeline = await timelineOfRecord(record, world, backTo);
  const states = stateAt(timeline, at).map((state): StateThen => {
    const set = state.kind === 'known' ? originOf(state.eventId, timeline.events) : undefined;
    return set === undefined
      ? state
      : {
          ...state,
          set: {
            at: set.at,
            actor: set.actor,
            ...(set.inferred === undefined ? {} : { inferred: set.inferred }),
            ...(set.orEarlier === undefined ? {} : { orEarlier: set.orEarlier }),
            ...(set.formConsent === undefined ? {} : { formConsent: set.formConsent }),
          },
        };
  });
  return { at, states: states.sort((a, b) => rankOf(a.about) - rankOf(b.about)) };
}

const ORDER: readonly Subject['kind'][] = [
  'everything',
  'subscription',
  'marketing-status',
  'marketing-schedule',
  'double-opt-in',
  'deliverability',
  'legal-basis',
];

/** The primary address before others, and what is asked about most first. */
function rankOf(about: Subject): number {
  const nth = 'address' in about ? (about.address?.nth ?? 0) : 0;
  return nth * ORDER.length + ORDER.indexOf(about.kind);
}
