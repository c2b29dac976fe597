import type { ReadingPart, UnreadPart } from '../contract/snapshot.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import type { World } from './world.ts';

/** Reads parts that may each fail without the others. */
export interface PartReader {
  /** The part's value, or `undefined` where HubSpot did not tell it. Rethrows every error that is not HubSpot's. */
  <T>(part: ReadingPart, asked: Promise<T>): Promise<T | undefined>;
  /** The parts that were not told, always in the same order. */
  unread(): readonly UnreadPart[];
}

/** One log line for each part that HubSpot does not tell: codes only. */
export function partReader({
  log,
  correlationId,
}: Pick<World, 'log' | 'correlationId'>): PartReader {
  const missed = new Map<ReadingPart, UnreadPart['because']>();
  const read = async <T>(part: ReadingPart, asked: Promise<T>): Promise<T | undefined> => {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof HubSpotTrouble)) throw error;
      log({ level: 'error', correlationId, code: error.code, kind: `${part}-not-read` });
      missed.set(part, reasonOf(error));
      return undefined;
    }
  };
  return Object.assign(read, {
    unread: () =>
      ORDER.flatMap((part) => {
        const because = missed.get(part);
        return because === undefined ? [] : [{ part, because }];
      }),
  });
}

export function isUnread(
  { unread }: { readonly unread: readonly UnreadPart[] },
  part: ReadingPart,
): boolean {
  return unread.some((one) => one.part === part);
}

const ORDER: readonly ReadingPart[] = [
  'statuses',
  'unsubscribe-all',
  'subscription-types',
  'history',
  'ledger',
  'marketing-workflows',
  'marketing-contacts',
  'time-zone',
  'other-addresses',
];

/** A part that is not found says nothing of the contact, which was found. */
export function reasonOf({ code, scope }: HubSpotTrouble): UnreadPart['because'] {
  return {
    code: code === 'record-not-found' ? 'rejected-by-hubspot' : code,
    ...(scope === undefined ? {} : { scope }),
  };
}
