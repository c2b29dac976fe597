import type { MarketingRequest, MarketingStatus } from '../contract/snapshot.ts';
import type { Change, ConsentEvent, Instant } from '../evidence/consent-event.ts';
import type { Contact, MarketingTarget } from '../gateway/ports.ts';

/** What is known of requests to change one contact's marketing status. */
export interface AskedOfMarketing {
  /** The newest request HubSpot has in the contact's property, and whether the ledger has it as ours. */
  readonly seen?: NonNullable<Contact['marketingRequest']> & { readonly isOurs: boolean };
  /** The newest request of ours, by the ledger: it may not be in HubSpot yet, and may never get there. */
  readonly sent?: {
    readonly to: MarketingTarget;
    readonly requestId: string;
    readonly at: Instant;
  };
  readonly status: MarketingStatus;
  /** What happened to the contact, in any order; only marketing status and schedule are looked at. */
  readonly events: readonly ConsentEvent[];
  readonly now: Instant;
  /** The organisation's choice `marketingWaitMinutes`. */
  readonly waitMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * How far the newest request is. `applied` is said only while HubSpot's status agrees: going non-marketing is
 * applied from the moment that it is scheduled. A request that was applied and then undone by a later change
 * is over: it neither waits nor failed, and there is none to speak of.
 */
export function marketingRequestOf(known: AskedOfMarketing): MarketingRequest | undefined {
  const newest = newestOf(known);
  if (newest === undefined) return undefined;
  const { to, at, by, isSeen } = newest;
  const told = { to, at, by };
  // Whoever did it: where the status is what was asked for, nothing is left to wait for.
  if (agrees(known.status, to)) return { ...told, state: 'applied' };
  if (known.events.some((event) => event.at >= at && wasApplied(event, to))) return undefined;
  const waited = Date.parse(known.now) - Date.parse(at);
  // It may have been applied: HubSpot's status does not tell.
  if (known.status.kind === 'not-known')
    return { ...told, state: isSeen ? 'pending' : 'requested' };
  if (waited >= known.waitMinutes * MINUTE_MS) return { ...told, state: 'not-applied' };
  return { ...told, state: isSeen ? 'pending' : 'requested' };
}

interface Newest extends Pick<MarketingRequest, 'to' | 'at' | 'by'> {
  readonly isSeen: boolean;
}

/** Ours and HubSpot's clock differ, so one request in both is known by its id, and has HubSpot's time. */
function newestOf({ seen, sent }: AskedOfMarketing): Newest | undefined {
  if (sent !== undefined && isAhead(sent, seen)) {
    return { to: sent.to, at: sent.at, by: 'this-product', isSeen: false };
  }
  if (seen === undefined) return undefined;
  const { to, at, isOurs, requestId } = seen;
  return {
    to,
    at,
    by: isOurs && requestId !== undefined ? 'this-product' : 'elsewhere',
    isSeen: true,
  };
}

function isAhead(
  sent: NonNullable<AskedOfMarketing['sent']>,
  seen: AskedOfMarketing['seen'],
): boolean {
  return seen === undefined || (seen.requestId !== sent.requestId && sent.at > seen.at);
}

function agrees(status: MarketingStatus, to: MarketingTarget): boolean {
  switch (status.kind) {
    case 'marketing':
      return (to === 'marketing') !== status.untilNextUpdateDate;
    case 'non-marketing':
      return to === 'non-marketing';
    case 'unavailable':
    case 'not-known':
      return false;
  }
}

const APPLIES: Readonly<Record<MarketingTarget, readonly Change[]>> = {
  marketing: ['set-marketing', 'staying-marketing'],
  'non-marketing': ['set-non-marketing', 'leaving-marketing'],
};

function wasApplied({ about, change }: ConsentEvent, to: MarketingTarget): boolean {
  const isStatus = about.kind === 'marketing-status' || about.kind === 'marketing-schedule';
  return isStatus && APPLIES[to].includes(change);
}
