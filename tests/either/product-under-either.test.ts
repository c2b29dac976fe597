import { beforeAll, describe, expect, it } from 'vitest';
import {
  otherwise,
  SWITCHES,
  TODAY,
  type SwitchName,
} from '../../sandbox/emulator/hubspot/assumptions.ts';
import { EDITIONS } from '../../sandbox/emulator/hubspot/editions.ts';
import {
  NEWSLETTER,
  PORTALS,
  PRODUCT_NEWS,
  SEMINARS,
} from '../../sandbox/emulator/hubspot/portals.ts';
import { scenarios } from '../../sandbox/scenarios/index.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';
import { productOver, type ProductOverHubSpot } from './over-hubspot.ts';

/**
 * What this product promises whatever HubSpot turns out to do: each open question is answered the other
 * way, one at a time, and everything below must hold. In portals without app functions it is not installed.
 */
const INSTALLED = scenarios.filter(({ portalId }) => {
  const portal = PORTALS.find(({ id }) => id === portalId);
  return portal !== undefined && EDITIONS[portal.settings.edition].functions;
});

const WORLDS = ['today', ...(Object.keys(SWITCHES) as SwitchName[])] as const;
let requests = 0;
/** Each click has an id of its own. */
function wish(act: 'opt-in' | 'opt-out', typeId: string, more: object = {}) {
  return { act, typeId, requestId: `request-${String((requests += 1))}`, ...more };
}

const GROUND = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Said so at the trade fair' };

/** Opted out by the contact, or by nobody knows whom: staff may not take it back. */
const LOCKED = [
  ['S3', SEMINARS],
  ['S4', NEWSLETTER],
  ['S4b', NEWSLETTER],
  ['S5', SEMINARS],
  ['S10', PRODUCT_NEWS],
  ['opted-out-of-everything', PRODUCT_NEWS],
] as const;

/** Opted in, or nothing recorded: one click opts out. */
const OPEN = [
  ['S1', SEMINARS],
  ['S3b', SEMINARS],
  ['S5', NEWSLETTER],
  ['S6-on', NEWSLETTER],
  ['S6', NEWSLETTER],
  ['S7', NEWSLETTER],
  ['S8', NEWSLETTER],
  ['S11', SEMINARS],
] as const;

function named(id: string): Scenario {
  const found = INSTALLED.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

/** Everything HubSpot has of the contact and its address; a refusal adds an entry to our record alone. */
function consentsIn(product: ProductOverHubSpot, { portalId, contactId }: Scenario): unknown {
  return structuredClone(product.hubspot.contact(portalId, contactId));
}

describe.each(WORLDS)('%s', (world) => {
  let product: ProductOverHubSpot;
  beforeAll(async () => {
    product = await productOver(world === 'today' ? TODAY : otherwise(world), {
      approver: { ownerId: '9047' },
    });
  });

  it('every contact can be read, and each state shown is the state HubSpot has', async () => {
    for (const scenario of INSTALLED) {
      const { rows } = await product.glance(scenario);
      for (const { typeId, state } of rows) {
        expect(`${scenario.id} ${typeId} ${state}`).toBe(
          `${scenario.id} ${typeId} ${product.stateOf(scenario, typeId)}`,
        );
      }
      const { events } = await product.history(scenario);
      for (const { witnesses } of events) expect(witnesses.length).toBeGreaterThan(0);
    }
  });

  it.each(LOCKED)('%s: who opted out stays out, whatever is asked', async (id, typeId) => {
    const scenario = named(id);
    const { rows } = await product.glance(scenario);
    expect(rows.find((row) => row.typeId === typeId)?.optIn.kind).not.toBe('allow');
    const before = consentsIn(product, scenario);
    const reply = await product.change(scenario, wish('opt-in', typeId, GROUND));
    expect(reply.status).toBe('refused');
    expect(consentsIn(product, scenario)).toEqual(before);
  });

  it('the approver is asked once a request, and who opted out stays out', async () => {
    const scenario = named('S4');
    const before = consentsIn(product, scenario);
    const question = {
      act: 'ask-for-approval',
      requestId: `request-${String((requests += 1))}`,
      of: { act: 'opt-in', typeId: NEWSLETTER },
      language: 'en',
    };
    const told = await product.change(scenario, question);
    const again = await product.change(scenario, question);
    const other = await product.change(scenario, {
      ...question,
      requestId: `${question.requestId}x`,
    });
    expect([told, again, other].map(({ status }) => status as string)).toEqual([
      'asked',
      'asked',
      'asked-already',
    ]);
    expect(consentsIn(product, scenario)).toEqual(before);
  });

  it.each(OPEN)('%s: an opt-out is done, and said to be done', async (id, typeId) => {
    const scenario = named(id);
    const reply = await product.change(scenario, wish('opt-out', typeId));
    expect(reply.status).toBe('changed');
    expect(product.stateOf(scenario, typeId)).toBe('opted-out');
    const again = await product.change(scenario, wish('opt-out', typeId));
    expect(again.status).toBe('nothing-to-do');
  });

  it('an opt-in with its ground is done where nothing forbids it, and never said to be done when it is not', async () => {
    const scenario = named('S2');
    const reply = await product.change(scenario, wish('opt-in', SEMINARS, GROUND));
    expect(reply.status).toBe('changed');
    expect(product.stateOf(scenario, SEMINARS)).toBe('opted-in');
  });
});
