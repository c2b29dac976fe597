import type { Portal } from '../entities.ts';

/** Custom objects come with an Enterprise edition of any hub (HubSpot's guide to custom objects). */
export function hasCustomObjects({ tier }: Portal): boolean {
  return tier.includes('Enterprise');
}
