import { play } from './acts.ts';
import { updateDateAfter } from './editions.ts';
import type { Due, PortalData } from './entities.ts';
import { runFlow } from './flow-runs.ts';
import { leaveMarketing } from './marketing.ts';

/** Lets everything happen whose time has come: workflows, delayed acts, update dates; each at its own instant. */
export function catchUp(data: PortalData, timeZone: string, now: number): void {
  for (;;) {
    const soonest = data.due[0];
    const at = Math.min(soonest?.at ?? Infinity, data.nextUpdateAt);
    if (at > now) return;
    if (soonest?.at === at) {
      data.due.shift();
      carryOut(data, soonest);
    } else {
      leaveMarketing(data, at);
      data.nextUpdateAt = updateDateAfter(data.settings.billing, timeZone, at);
    }
  }
}

function carryOut(data: PortalData, { at, what }: Due): void {
  if (what.kind === 'flow') runFlow(data, what.flowId, what.contactId, at);
  else play(data, what.act, at);
}
