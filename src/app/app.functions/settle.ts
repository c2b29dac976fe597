import type { Instant } from '../evidence/consent-event.ts';
import type { NotDone } from '../contract/reply.ts';
import { freshNo, type Known } from './fresh-no.ts';
import { takeBack } from './take-back.ts';
import type { Evidence } from './gather.ts';
import { isSetByThisApp } from './set-by-this-app.ts';
import type { Plan, Written } from './wishes/plan.ts';
import { standingOf } from './wishes/standing.ts';
import type { World } from './world.ts';
import { explain } from './troubles.ts';

/** What HubSpot says once a write is out. */
export type Settled =
  /** HubSpot holds the request; the portal's workflow applies it later. */
  | { readonly kind: 'requested'; readonly after: Evidence }
  | { readonly kind: 'done'; readonly after: Evidence }
  /** So it is, and somebody else did it. */
  | { readonly kind: 'already-so'; readonly after: Evidence }
  /** HubSpot took it, and another change followed. */
  | { readonly kind: 'overtaken'; readonly after: Evidence }
  | { readonly kind: 'not-done'; readonly because: NotDone; readonly after: Evidence }
  /** `isSent`: HubSpot accepted it, and what holds now could not be read or does not show it yet. */
  | { readonly kind: 'not-known'; readonly isSent: boolean; readonly after?: Evidence };

interface Settling {
  readonly plan: Plan;
  readonly written: Written;
  readonly before: Evidence;
  readonly address: string;
  readonly requestId: string;
  /** What was known when it was decided, where it is a way in that HubSpot does not guard. */
  readonly known?: Known;
  readonly readBack: () => Promise<Evidence>;
}

/** Milliseconds before each look: a write may show a moment late. */
const LOOKS = [0, 400, 900] as const;

/**
 * Success is said only of what HubSpot says afterwards. A write that HubSpot took and that another change followed is
 * overtaken; one that went in over a "no" is taken back at once, where it is certain that it is ours; one that shows
 * nothing is not known. What lets mail in is done only where everything was read that could tell of such a "no".
 */
export async function settle(settling: Settling, world: World): Promise<Settled> {
  const { plan, written, before, known, readBack } = settling;
  let seen: Evidence | undefined;
  try {
    for (const pause of LOOKS) {
      if (pause > 0) await world.wait(pause);
      const after = await readBack();
      seen = after;
      if (plan.isRequest === true) {
        if (after.contact.marketingRequest?.requestId === settling.requestId) {
          return { kind: 'requested', after };
        }
        continue;
      }
      const no = known === undefined ? undefined : freshNo(known, after);
      const { state, since } = standingOf(plan.subject, after);
      if (state === plan.goal) {
        // Not by us: HubSpot says that somebody else was faster with the same.
        if (written === 'refused' || written === 'no-change') return { kind: 'already-so', after };
        // Nothing of ours went in, and so there is nothing of ours to take back.
        if (written === 'overtaken') {
          return { kind: 'not-done', because: 'changed-meanwhile', after };
        }
        if (no !== undefined && known !== undefined) {
          const isOurs = isSetByThisApp(plan.subject, plan.change, after);
          // Somebody else said the same after us: that is theirs.
          if (isOurs === false && written === 'accepted') return { kind: 'overtaken', after };
          if (isOurs !== true && written !== 'accepted') break;
          seen = undefined;
          const isBack = await takeBack(no, known.typeId, settling.address, world);
          return isBack
            ? { kind: 'not-done', because: 'reversed', after: await readBack() }
            : { kind: 'not-known', isSent: false };
        }
        if (known !== undefined && !tellsOfEveryNo(after)) continue;
        return { kind: 'done', after };
      }
      if (written === 'refused') return { kind: 'not-done', because: 'refused-by-hubspot', after };
      if (written === 'overtaken') return { kind: 'not-done', because: 'changed-meanwhile', after };
      // What is newer than the decision may be older than our write, which may show late: a second look tells.
      const stood = standingOf(plan.subject, before);
      const isFollowed = pause > 0 && stood.state !== 'unknown' && isNewer(since, stood.since);
      if (written !== 'not-known' && isFollowed) return { kind: 'overtaken', after };
    }
  } catch (error) {
    explain(error, world);
  }
  return {
    kind: 'not-known',
    isSent: written === 'accepted',
    ...(seen === undefined ? {} : { after: seen }),
  };
}

/** Nothing is missing in which an opt-out of the same moment could stand. */
function tellsOfEveryNo({ everything, historyWasRead, ledger }: Evidence): boolean {
  return everything !== undefined && historyWasRead && ledger.kind === 'read';
}

function isNewer(now: Instant | undefined, then: Instant | undefined): boolean {
  return now !== undefined && (then === undefined || now > then);
}
