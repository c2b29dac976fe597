import { beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../sandbox/scenarios/index.ts';
import { TODAY } from '../../sandbox/emulator/hubspot/assumptions.ts';
import type { Decision } from '../../src/app/policy/decision.ts';
import { SCOPES, productOver, type ProductOverHubSpot } from './over-hubspot.ts';

let product: ProductOverHubSpot;
beforeAll(async () => {
  product = await productOver(TODAY);
});

function eventsOf(offer: Decision): string[] {
  const because = offer.kind === 'allow' ? offer.requiredBy : offer.because;
  return because.flatMap(({ event }) => (event === undefined ? [] : [event]));
}

describe('the event behind a lock', () => {
  it.each([
    ['with the app’s scopes', []],
    ['with every source of the timeline readable', ['content', 'forms']],
  ])('is in the timeline under the same id, in every scenario, %s', async (_, more) => {
    const { hubspot } = product;
    for (const { id } of hubspot.portals) hubspot.grant(id, [...SCOPES, ...more]);
    let seen = 0;
    const lost: string[] = [];
    for (const scenario of scenarios) {
      const glance = await product.glance(scenario).catch(() => undefined);
      if (glance === undefined) continue;
      const history = await product.history(scenario);
      const ids = new Set(history.events.map(({ id }) => id));
      const offers = [
        ...glance.rows.flatMap(({ optIn, optOut }) => [optIn, optOut]),
        ...Object.values(glance.wholeContact),
      ];
      for (const id of offers.flatMap(eventsOf)) {
        seen += 1;
        if (!ids.has(id)) lost.push(`${scenario.id}: ${id}`);
      }
    }
    expect(lost).toEqual([]);
    expect(seen).toBeGreaterThan(5);
  });
});
