import type { Glance } from '#contract/snapshot.ts';
import { dayOf, moment, type Reader } from './moment.ts';
import type { Telling } from './words/deliverability-words.ts';

/** What HubSpot tells of the contact, with its instants as the reader writes them. */
export function tellingOf(
  { deliverability, notUnderstood = {} }: Pick<Glance, 'deliverability' | 'notUnderstood'>,
  reader: Reader,
): Telling {
  return {
    deliverability,
    notUnderstood,
    day: (at) => dayOf(at, reader),
    time: (at) => moment(at, reader),
  };
}
