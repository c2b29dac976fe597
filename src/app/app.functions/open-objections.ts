import type { Standing } from '../assessment/objection.ts';
import type { Glance, OpenObjection } from '../contract/snapshot.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { KnownType } from './facts-for.ts';
import { standingFor } from './verdicts-of.ts';
import type { World } from './world.ts';

/** The objection that HubSpot would send against; one that was answered with proof on record is none. */
export function openObjectionOf(standing: Standing): OpenObjection | undefined {
  switch (standing.kind) {
    case 'stands':
      return { objection: standing.objection, returned: 'no' };
    case 'perhaps-ended':
      return {
        objection: standing.objection,
        returned: 'not-known',
        answeredAt: standing.by.at,
      };
    case 'none':
    case 'ended':
    case 'lifted-on-proof':
    case 'not-known':
      return undefined;
  }
}

/** The objections behind an alarm, each once: several types may be sent against one opt-out of all email. */
export function objectionsBehind(
  verdict: Verdict,
  types: readonly KnownType[],
  world: Pick<World, 'organisation'>,
): Glance['objections'] {
  if (verdict.kind !== 'against-objection') return [];
  const byEvent = new Map<string, OpenObjection & { readonly typeIds: readonly string[] }>();
  for (const known of types) {
    if (!verdict.typeIds.includes(known.type.id)) continue;
    const open = openObjectionOf(standingFor(known, world));
    if (open === undefined) continue;
    const key = `${open.objection.event} ${open.returned}`;
    const typeIds = [...(byEvent.get(key)?.typeIds ?? []), known.type.id];
    byEvent.set(key, { ...open, typeIds });
  }
  return [...byEvent.values()];
}
