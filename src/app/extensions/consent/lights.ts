import type { Glance } from '#contract/snapshot.ts';
import type { Light, Lights, Obstacle, Verdict } from '#policy/verdict.ts';

type LightName = keyof Lights;

export const LIGHTS: readonly LightName[] = ['consent', 'deliverability', 'billing'];

/** The light that each obstacle to all marketing e-mail puts out. */
const PUTS_OUT: Readonly<Record<Obstacle, LightName>> = {
  'opted-out-of-everything': 'consent',
  'opted-out-of-brand': 'consent',
  'opted-out': 'consent',
  'not-specified': 'consent',
  'inactive-type': 'consent',
  'consent-outdated': 'consent',
  'no-type-opted-in': 'consent',
  'no-address': 'deliverability',
  'hard-bounced': 'deliverability',
  quarantined: 'deliverability',
  'spam-complaint': 'deliverability',
  'double-opt-in-pending': 'deliverability',
  'not-a-marketing-contact': 'billing',
};

/**
 * One light of the whole verdict. Off where the verdict says why; else not known where any type's is not, or, for consent,
 * where not every type could be read: then nobody can say that it is on.
 */
export function lightOf(name: LightName, { verdict, rows, unread }: Glance): Light<Obstacle>['is'] {
  if (verdict.kind === 'will-send') return 'on';
  if (obstaclesOf(verdict).some((obstacle) => PUTS_OUT[obstacle] === name)) return 'off';
  const isPartial = name === 'consent' && unread.some(({ part }) => part === 'subscription-types');
  if (isPartial || rows.length === 0 || rows.some((row) => row.verdict[name].is === 'unknown')) {
    return 'unknown';
  }
  return 'on';
}

function obstaclesOf(verdict: Verdict): readonly Obstacle[] {
  return verdict.kind === 'will-not-send' ? verdict.because : [];
}
