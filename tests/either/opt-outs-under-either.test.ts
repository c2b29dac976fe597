import { afterEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { ANN, attackedDesk, type AttackedDesk } from '../functions/attacked-desk.ts';
import { canReadBack, WORLDS } from './worlds.ts';

/**
 * Opt-outs of everything, and what happens between a decision and its write, under every answer of every open
 * question: an opt-out stands whatever HubSpot does with it, and nothing is said to be done that is not.
 */
let desk: AttackedDesk;
afterEach(() => desk.close());

const HOUR = 3_600_000;
const PROOF = {
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the trade fair',
  evidence: 'Call 19',
};
const IN = { act: 'opt-in', requestId: 'request-in', typeId: SEMINARS, ...PROOF };
const ALL_OUT = { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true };

async function begin(assumptions: (typeof WORLDS)[number]['assumptions'], organisation = {}) {
  desk = await attackedDesk({ assumptions, organisation });
  desk.hubspot.clock.advance(HOUR);
}

function play(act: Parameters<AttackedDesk['play']>[0]) {
  desk.play(act);
  desk.hubspot.clock.advance(HOUR);
}

/** What HubSpot holds: whether everything is opted out, and the state of each type asked about. */
function holds(...typeIds: string[]) {
  const address = desk.hubspot.contact(1001, ANN)?.address;
  const everything = address?.everything?.state === 'UNSUBSCRIBED' ? 'all out' : 'not all out';
  return [everything, ...typeIds.map((id): string => desk.stateOf(id))];
}

/** HubSpot sends mail of this type to the contact, consent and opt-outs considered. */
function isLetIn(typeId: string): boolean {
  const [everything, state] = holds(typeId);
  return everything === 'not all out' && state === 'SUBSCRIBED';
}

/** The contact acts in the moment between a decision and its write, after the last look at the statuses. */
function meanwhile(act: Parameters<AttackedDesk['play']>[0]) {
  return (world: World): World => {
    const { consents } = world.hubspot;
    const first = <T extends unknown[], R>(write: (...given: T) => R) => {
      let isPlayed = false;
      return (...given: T): R => {
        if (!isPlayed) desk.play(act);
        isPlayed = true;
        return write(...given);
      };
    };
    return {
      ...world,
      hubspot: {
        ...world.hubspot,
        consents: {
          ...consents,
          optIn: first(consents.optIn.bind(consents)),
          restore: first(consents.restore.bind(consents)),
        },
      },
    };
  };
}

describe.each(WORLDS)('$name', ({ assumptions }) => {
  it('an opt-out of everything is done, shown, and done once', async () => {
    await begin(assumptions);
    play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
    expect((await desk.change(ALL_OUT)).status).toBe('changed');
    expect(holds()).toEqual(['all out']);
    desk.hubspot.clock.advance(HOUR);
    const glance = await desk.glance();
    expect(glance.optedOutOfEverything).toBe(true);
    expect(glance.verdict.kind).toBe('will-not-send');
    for (const { optIn } of glance.rows) expect(optIn.kind).not.toBe('allow');
    expect((await desk.change({ ...ALL_OUT, requestId: 'request-again' })).status).toBe(
      'nothing-to-do',
    );
  });

  it('under the contact’s opt-out of everything nobody is opted in, and one type can still be opted out', async () => {
    await begin(assumptions);
    play({ act: 'contact-preferences', typeId: SEMINARS, to: 'SUBSCRIBED' });
    play({ act: 'contact-link-everything' });
    const before = desk.held();
    for (const typeId of [SEMINARS, PRODUCT_NEWS]) {
      const reply = await desk.change({ ...IN, typeId, requestId: `request-${typeId}` });
      expect(['refused', 'nothing-to-do']).toContain(reply.status);
    }
    expect(desk.held()).toEqual(before);
    const out = await desk.change({ act: 'opt-out', requestId: 'request-out', typeId: SEMINARS });
    expect(['changed', 'nothing-to-do']).toContain(out.status);
    expect(holds(SEMINARS)).toEqual(['all out', 'UNSUBSCRIBED']);
  });

  it.each([
    ['nothing on record', []],
    ['opted out by a colleague', ['SUBSCRIBED', 'UNSUBSCRIBED']],
  ] as const)(
    'who opts out of everything in the moment of an opt-in stays out: %s',
    async (_situation, states) => {
      await begin(assumptions);
      for (const to of states) play({ act: 'colleague', userId: 47, typeId: SEMINARS, to });
      const reply = await desk.change(IN, {}, meanwhile({ act: 'contact-link-everything' }));
      expect(reply.status).not.toBe('changed');
      expect(isLetIn(SEMINARS)).toBe(false);
      // Without its record nothing was written, and so the contact had no moment to act in.
      if (!canReadBack(assumptions)) return;
      desk.hubspot.clock.advance(HOUR);
      const row = (await desk.glance()).rows.find(({ typeId }) => typeId === SEMINARS);
      expect(row?.optIn.kind).not.toBe('allow');
    },
  );

  it('who opts out of the type in the moment of an opt-in stays out', async () => {
    await begin(assumptions);
    const link = { act: 'contact-link', typeId: SEMINARS } as const;
    const reply = await desk.change(IN, {}, meanwhile(link));
    expect(reply.status).not.toBe('changed');
    expect(isLetIn(SEMINARS)).toBe(false);
  });

  it('an opt-in of what a colleague opted out is done with proof or refused, and nothing between', async () => {
    await begin(assumptions);
    play({ act: 'colleague', userId: 47, typeId: SEMINARS, to: 'SUBSCRIBED' });
    play({ act: 'colleague', userId: 47, typeId: SEMINARS, to: 'UNSUBSCRIBED' });
    const reply = await desk.change(IN);
    const isDone = reply.status === 'changed';
    expect(holds(SEMINARS)).toEqual(['not all out', isDone ? 'SUBSCRIBED' : 'UNSUBSCRIBED']);
    if (!isDone) expect(['refused', 'not-recorded']).toContain(reply.status);
  });

  it('a type that was never touched can be opted in, taken back, and opted in again', async () => {
    await begin(assumptions);
    const reply = await desk.change(IN);
    if (!canReadBack(assumptions)) {
      expect(reply.status).toBe('not-recorded');
      return;
    }
    expect([reply.status, ...holds(SEMINARS)]).toEqual(['changed', 'not all out', 'SUBSCRIBED']);
    const undo = { act: 'undo', requestId: 'request-undo', undoes: IN.requestId };
    const undone = await desk.change(undo);
    const state = undone.status === 'changed' ? 'NOT_SPECIFIED' : 'SUBSCRIBED';
    expect(holds(SEMINARS)).toEqual(['not all out', state]);
  });

  it('of a contact to whom nothing happened nothing is told', async () => {
    await begin(assumptions);
    const reply = await desk.read({ part: 'history' });
    if (reply.status !== 'history') throw new Error(JSON.stringify(reply));
    const consents = ['subscription', 'everything', 'some-subscription'];
    expect(reply.history.events.filter(({ about }) => consents.includes(about.kind))).toEqual([]);
    const { optedOutOfEverything, rows } = await desk.glance();
    expect(optedOutOfEverything).toBe(false);
    expect(rows.map(({ state, last }) => [state, last])).toEqual(
      rows.map(() => ['not-specified', undefined]),
    );
  });

  it('of a type that was never touched the record says no time, and every day before is known', async () => {
    await begin(assumptions);
    play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
    const on = new Date(desk.hubspot.clock.now()).toISOString().slice(0, 10);
    desk.hubspot.clock.advance(48 * HOUR);
    const asOf = await desk.read({ part: 'as-of', on });
    if (asOf.status !== 'as-of') throw new Error(JSON.stringify(asOf));
    const untouched = asOf.asOf.states.find(
      ({ about }) => about.kind === 'subscription' && about.typeId === SEMINARS,
    );
    // Of what HubSpot does not list nothing is claimed.
    expect(untouched).toMatchObject(
      assumptions.untouchedTypesAreListed
        ? { kind: 'known', state: 'not-specified' }
        : { kind: 'unknown' },
    );
    await desk.change(IN);
    const intent = (await desk.entries()).find(({ statement }) => statement.kind === 'intent');
    if (!canReadBack(assumptions)) return;
    expect(intent?.statement).toHaveProperty('before', { state: 'not-specified' });
  });

  it('an opt-out is taken back with the basis it had, or stands', async () => {
    await begin(assumptions, { notSpecified: 'accepted' });
    const basis = { legalBasis: 'PERFORMANCE_OF_CONTRACT', explanation: 'Customer' } as const;
    play({ act: 'colleague', userId: 47, typeId: SEMINARS, to: 'SUBSCRIBED', ...basis });
    const out = { act: 'opt-out', requestId: 'request-out', typeId: SEMINARS };
    expect((await desk.change(out)).status).toBe('changed');
    const undone = await desk.change({
      act: 'undo',
      requestId: 'request-undo',
      undoes: 'request-out',
    });
    const status = desk.hubspot.contact(1001, ANN)?.address?.byType[SEMINARS];
    expect(status).toMatchObject(
      undone.status === 'changed' ? { state: 'SUBSCRIBED', ...basis } : { state: 'UNSUBSCRIBED' },
    );
  });

  it('after a privacy delete the address comes back as HubSpot has it, and what is out stays out', async () => {
    await begin(assumptions);
    const email = desk.hubspot.contact(1001, ANN)?.properties['email'] ?? '';
    play({ act: 'contact-link', typeId: SEMINARS });
    play({ act: 'privacy-delete' });
    const made = desk.ask('POST', '/crm/objects/2026-09/contacts', { properties: { email } });
    expect(made.status).toBe(201);
    const contactId = String(made.body['id']);
    desk.hubspot.clock.advance(HOUR);
    const row = (await desk.glance(contactId)).rows.find(({ typeId }) => typeId === SEMINARS);
    const isOut = desk.stateOf(SEMINARS, contactId) === 'UNSUBSCRIBED';
    expect(row?.state).toBe(isOut ? 'opted-out' : 'not-specified');
    if (isOut) expect(row?.optIn.kind).not.toBe('allow');
  });

  it('the contact gets a link where HubSpot makes one, and nothing that only looks like one', async () => {
    await begin(assumptions);
    const reply = await desk.read({ part: 'preference-link', typeId: SEMINARS });
    const isMade = assumptions.preferenceLinks === 'made';
    expect(reply).toMatchObject(
      isMade
        ? { status: 'preference-link', link: { url: expect.stringMatching(/^https:/) as string } }
        : { status: assumptions.preferenceLinks === 'rejected' ? 'trouble' : 'no-link' },
    );
  });

  it('whoever came back on their own page is shown as HubSpot has them', async () => {
    await begin(assumptions);
    play({ act: 'contact-link-everything' });
    play({ act: 'contact-preferences', typeId: SEMINARS, to: 'SUBSCRIBED' });
    const glance = await desk.glance();
    expect(glance.optedOutOfEverything).toBe(holds()[0] === 'all out');
    const willSend: readonly string[] =
      glance.verdict.kind === 'will-send' ? glance.verdict.typeIds : [];
    expect(willSend.includes(SEMINARS) && !isLetIn(SEMINARS)).toBe(false);
  });
});
