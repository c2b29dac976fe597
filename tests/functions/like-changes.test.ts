import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, NOON, OPEN, status, worldOf, type Held } from './hubspot-in-memory.ts';

const MINUTE = 60_000;
const silent = new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });
const THIS_APP = { type: 'INTEGRATION', id: '7001' };

function subscribed(): Held {
  return held({ statuses: [status('opted-in', { at: new Date(NOON - MINUTE).toISOString() })] });
}

async function optOut(
  hubspot: Held,
  requestId: string,
  isRecorded: boolean,
  change: (world: World) => World = (one) => one,
): Promise<void> {
  if (!isRecorded) hubspot.fail['ledger-append'] = silent;
  const reply = await changeConsent(
    { parameters: { act: 'opt-out', requestId, typeId: '11' }, propertiesToSend: OPEN },
    change(worldOf(hubspot)),
  );
  expect(['changed', 'overtaken']).toContain(reply.status);
  hubspot.fail = {};
}

/** Somebody else, or this app by a request of its own, sets the type in HubSpot. */
function sets(hubspot: Held, state: 'opted-in' | 'opted-out', source: object = { type: 'CRM_UI' }) {
  const at = new Date((hubspot.now += 5_000)).toISOString();
  hubspot.versions.unshift({
    about: { kind: 'subscription', typeId: '11' },
    change: state,
    at,
    property: 'opt-out of 11',
    value: String(state === 'opted-out'),
    source: source as { type: string },
  });
  hubspot.statuses = [status(state, { at })];
}

async function look(hubspot: Held): Promise<void> {
  const parameters = { part: 'glance' };
  const reply = await readConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot));
  expect(reply.status).toBe('glance');
}

function told({ entries }: Held): string[] {
  return (entries ?? []).map(({ statement }) =>
    [
      statement.kind,
      'change' in statement ? statement.change : '',
      statement.kind === 'outcome' ? statement.result : '',
    ]
      .join(' ')
      .trim(),
  );
}

const late = (hubspot: Held) => told(hubspot).filter((line) => line.startsWith('late'));

describe('two like changes of this app within a minute', () => {
  it.each([
    ['the second', true, false],
    ['the first', false, true],
  ])('of which %s alone is not recorded: it is recorded late', async (_which, first, second) => {
    const hubspot = subscribed();
    await optOut(hubspot, 'request-1', first);
    sets(hubspot, 'opted-in');
    hubspot.now += 20_000;
    await optOut(hubspot, 'request-2', second);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    await look(hubspot);
    expect(told(hubspot)).toEqual(['intent opted-out', 'outcome opted-out done', 'late opted-out']);
    const [found] = (hubspot.entries ?? []).slice(-1);
    const whole = hubspot.versions.filter(
      ({ source, change }) => source.id === '7001' && change === 'opted-out',
    );
    expect(found?.statement).toMatchObject({
      after: { since: (first ? whole[0] : whole[1])?.at },
    });
  });

  it('of which neither is recorded: two are recorded late', async () => {
    const hubspot = subscribed();
    await optOut(hubspot, 'request-1', false);
    sets(hubspot, 'opted-in');
    await optOut(hubspot, 'request-2', false);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toEqual(['late opted-out', 'late opted-out']);
  });

  it('of which one was recorded late before the other was old enough', async () => {
    const hubspot = subscribed();
    await optOut(hubspot, 'request-1', false);
    sets(hubspot, 'opted-in');
    hubspot.now += 30_000;
    await optOut(hubspot, 'request-2', false);
    hubspot.now += 10 * MINUTE - 20_000;
    await look(hubspot);
    expect(late(hubspot)).toHaveLength(1);
    hubspot.now += MINUTE;
    await look(hubspot);
    await look(hubspot);
    expect(late(hubspot)).toHaveLength(2);
  });

  it('both of which are recorded: nothing is recorded late', async () => {
    const hubspot = subscribed();
    await optOut(hubspot, 'request-1', true);
    sets(hubspot, 'opted-in');
    await optOut(hubspot, 'request-2', true);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toEqual([]);
  });

  it('three of them, the middle one not recorded', async () => {
    const hubspot = subscribed();
    for (const [nth, isRecorded] of [true, false, true].entries()) {
      await optOut(hubspot, `request-${String(nth)}`, isRecorded);
      sets(hubspot, 'opted-in');
    }
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toHaveLength(1);
  });
});

describe('a request that sent more than one change', () => {
  it('an opt-out that an opt-in of this app overtook, sent again, is one request’s', async () => {
    const hubspot = subscribed();
    let isOvertaken = false;
    await optOut(hubspot, 'request-1', true, (world) => {
      const { consents } = world.hubspot;
      const write = consents.optOut.bind(consents);
      consents.optOut = async (...given) => {
        const answer = await write(...given);
        if (!isOvertaken) sets(hubspot, 'opted-in', THIS_APP);
        isOvertaken = true;
        return answer;
      };
      return world;
    });
    expect(hubspot.writes).toHaveLength(2);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    // Nothing tells of the opt-in that came in between.
    expect(late(hubspot)).toEqual(['late opted-in']);
  });

  const reversed = async () => {
    const hubspot = held();
    const world = worldOf(hubspot);
    const { consents } = world.hubspot;
    const write = consents.optIn.bind(consents);
    consents.optIn = async (...given) => {
      sets(hubspot, 'opted-out', { type: 'EMAIL' });
      hubspot.statuses = [];
      hubspot.now += 1_000;
      return write(...given);
    };
    const reply = await changeConsent(
      {
        parameters: { act: 'opt-in', requestId: 'request-in', typeId: '11' },
        propertiesToSend: OPEN,
      },
      world,
    );
    expect(reply).toMatchObject({ status: 'not-done', because: 'reversed' });
    return hubspot;
  };

  it('an opt-in that was reverted accounts for what it sent', async () => {
    const hubspot = await reversed();
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toEqual([]);
  });

  it('and for no other opt-out of the same minute', async () => {
    const hubspot = await reversed();
    sets(hubspot, 'opted-in');
    await optOut(hubspot, 'request-1', false);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toEqual(['late opted-out']);
  });
});

describe('a request that changed nothing', () => {
  it('accounts for no change of the same minute', async () => {
    const hubspot = subscribed();
    hubspot.fail.optOut = new HubSpotTrouble({ code: 'rate-limited', mayHaveTakenEffect: false });
    await changeConsent(
      {
        parameters: { act: 'opt-out', requestId: 'request-0', typeId: '11' },
        propertiesToSend: OPEN,
      },
      worldOf(hubspot),
    );
    expect(told(hubspot)).toEqual(['intent opted-out', 'outcome opted-out not-done']);
    hubspot.fail = {};
    await optOut(hubspot, 'request-1', false);
    hubspot.now += 11 * MINUTE;
    await look(hubspot);
    expect(late(hubspot)).toEqual(['late opted-out']);
  });
});
