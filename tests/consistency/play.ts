import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { AsOf, Glance } from '../../src/app/contract/snapshot.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import type { Language } from '../../src/app/words/first.ts';
import { OPEN, worldOf, type Held } from '../functions/hubspot-in-memory.ts';
import { contradictions } from './contradictions.ts';
import { readSidebar, readTab } from './read-cards.tsx';

/** What a planted fault changes on the way to one place of the cards. */
export interface Planted {
  readonly tab?: (glance: Glance) => Glance;
  readonly sidebar?: (glance: Glance) => Glance;
  readonly asOf?: (asOf: AsOf) => AsOf;
}

/** Reads one contact through the functions, renders both cards and compares what they say. */
export async function contradictionsOf(
  hubspot: Held,
  settings: Partial<Organisation>,
  language: Language,
  { tab = same, sidebar = same, asOf = same }: Planted = {},
): Promise<string[]> {
  const ask = (parameters: object) =>
    readConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot, settings));
  const read = await ask({ part: 'glance' });
  const then = await ask({ part: 'as-of', on: new Date(hubspot.now).toISOString().slice(0, 10) });
  if (read.status !== 'glance' || then.status !== 'as-of')
    throw new Error(`${read.status}, ${then.status}`);
  return contradictions({
    tab: await readTab(tab(read.glance), language),
    sidebar: await readSidebar(sidebar(read.glance), language),
    asOf: asOf(then.asOf),
    language,
  });
}

function same<T>(one: T): T {
  return one;
}
