import { subjectKey, type ConsentEvent } from './consent-event.ts';

/**
 * The event that brought about the state that the event `id` reports: whoever only repeated it did not, and what
 * HubSpot carried over was set before. `undefined` where that is not known. Events newest first.
 */
export function originOf(
  id: string | undefined,
  events: readonly ConsentEvent[],
): ConsentEvent | undefined {
  let found: ConsentEvent | undefined;
  let key = '';
  for (const event of events) {
    const isNext =
      found === undefined ? id !== undefined && isIn(event, id) : subjectKey(event.about) === key;
    if (!isNext) continue;
    found = event;
    key = subjectKey(event.about);
    const { carriedOver, orEarlier, repeats } = event;
    if (carriedOver?.eventId !== undefined) {
      const { eventId } = carriedOver;
      return events.find((one) => isIn(one, eventId));
    }
    if (carriedOver !== undefined) return orEarlier ? event : undefined;
    if (repeats === undefined) break;
  }
  return found;
}

function isIn({ id, together = [] }: ConsentEvent, wanted: string): boolean {
  return id === wanted || together.some((one) => one.id === wanted);
}
