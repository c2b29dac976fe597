import type { Change, Subject } from '../../../evidence/consent-event.ts';

/** HubSpot's words for a status in its legacy e-mail endpoints; a word that is not here is "changed". */
export function legacyChange(about: Subject, word: string): Change {
  switch (word) {
    case 'SUBSCRIBED':
      return 'opted-in';
    case 'UNSUBSCRIBED':
      return 'opted-out';
    case 'NOT_SPECIFIED':
    case 'NOT_OPTED':
      return about.kind === 'everything' ? 'opted-in' : 'cleared';
    default:
      return 'changed';
  }
}

/** The position of each among those of the same instant, oldest 0; the list is newest first, as HubSpot sends it. */
export function ordersOf(times: readonly number[]): number[] {
  const orders = new Array<number>(times.length).fill(0);
  for (let at = times.length - 2; at >= 0; at -= 1) {
    if (times[at] === times[at + 1]) orders[at] = (orders[at + 1] ?? 0) + 1;
  }
  return orders;
}
