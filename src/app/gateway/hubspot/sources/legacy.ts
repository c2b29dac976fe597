import type { Change, Obstacle } from '../../../evidence/consent-event.ts';

/**
 * HubSpot's words for a status in its legacy email endpoints; a word that is not here is "changed". "Not specified" is
 * a status that was taken away, and nobody's opt-in.
 */
export function legacyChange(word: string): Change {
  switch (word) {
    case 'SUBSCRIBED':
      return 'opted-in';
    case 'UNSUBSCRIBED':
      return 'opted-out';
    case 'NOT_SPECIFIED':
    case 'NOT_OPTED':
      return 'cleared';
    default:
      return 'changed';
  }
}

/**
 * HubSpot's words for what stops mail to an address: its examples show the two for a bounce, and none for a report of
 * spam, which is one whatever the word.
 */
export function obstacleChange(of: Obstacle, word: string): Change {
  if (of === 'spam-complaint') return 'blocked';
  switch (word) {
    case 'BOUNCED':
      return 'blocked';
    case 'UNBOUNCED':
      return 'unblocked';
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
