import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { ChangeReply } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import type { Subject } from '../../src/app/evidence/consent-event.ts';
import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import type { RecordedSource } from '../../src/app/evidence/recorded-source.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, OPEN, status, worldOf, type Held } from './hubspot-in-memory.ts';

const NEWSLETTER: Subject = { kind: 'subscription', typeId: '11' };
const ALL: Subject = { kind: 'everything' };
const BRAND: Subject = { kind: 'everything', businessUnitId: '301' };
const MINUTE = 60_000;

const CONTACT: RecordedSource = { type: 'EMAIL' };
const optIn = { act: 'opt-in', requestId: 'request-in', typeId: '11' };
const failing = new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false });

/** Somebody else sets a consent in HubSpot, a second after what came before. */
function sets(
  hubspot: Held,
  about: Subject,
  state: 'opted-in' | 'opted-out',
  source: RecordedSource,
) {
  hubspot.now += 1_000;
  const at = new Date(hubspot.now).toISOString();
  const value = state === 'opted-out' ? 'true' : 'false';
  hubspot.versions.unshift({
    about,
    change: state,
    at,
    property: JSON.stringify(about),
    value,
    source,
  });
  const others = (all: readonly CurrentStatus[]) =>
    all.filter((one) => JSON.stringify(one.about) !== JSON.stringify(about));
  const now = status(state, { about, at });
  if (about.kind === 'everything') hubspot.everything = [...others(hubspot.everything), now];
  else hubspot.statuses = [...others(hubspot.statuses), now];
}

/** The request is recorded, and its function ends before or after its write. */
async function interrupted(hubspot: Held, parameters: object, when: 'before' | 'after') {
  const world = worldOf(hubspot);
  const { consents } = world.hubspot;
  const [enter, restore] = [consents.optIn.bind(consents), consents.restore.bind(consents)];
  const cut = new Promise<never>(() => undefined);
  consents.optIn = async (...given) => {
    if (when === 'after') await enter(...given);
    return cut;
  };
  consents.restore = async (...given) => {
    if (when === 'after') await restore(...given);
    return cut;
  };
  void changeConsent({ parameters, propertiesToSend: OPEN }, world);
  await new Promise((resolve) => setTimeout(resolve, 20));
  hubspot.writes.length = 0;
}

async function look(
  hubspot: Held,
  change: (world: World) => World = (one) => one,
): Promise<Glance> {
  const reply = await readConsent(
    { parameters: { part: 'glance' }, propertiesToSend: OPEN },
    change(worldOf(hubspot)),
  );
  if (reply.status !== 'glance') throw new Error(JSON.stringify(reply));
  return reply.glance;
}

function ends(hubspot: Held, requestId: string): string[] {
  return (hubspot.entries ?? []).flatMap(({ statement }) =>
    statement.kind === 'outcome' && statement.requestId === requestId
      ? [`${statement.result} ${statement.because ?? ''}`.trim()]
      : [],
  );
}

const OTHERS: readonly (readonly [string, RecordedSource])[] = [
  ['a colleague', { type: 'CRM_UI', userId: '47' }],
  ['the contact, by a form', { type: 'FORM' }],
  ['a workflow', { type: 'AUTOMATION_PLATFORM' }],
  ['an import', { type: 'IMPORT' }],
  ['another app', { type: 'INTEGRATION', id: '8' }],
];

describe('an opt-in that was interrupted before its write, and then an opt-out of everything', () => {
  it.each(OTHERS)('takes nothing back that %s made', async (_who, source) => {
    const hubspot = held();
    await interrupted(hubspot, optIn, 'before');
    sets(hubspot, NEWSLETTER, 'opted-in', source);
    sets(hubspot, ALL, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    const shown = await look(hubspot);
    expect(hubspot.writes).toEqual([]);
    expect(shown.rows[0]?.state).toBe('opted-in');
    expect(shown.notReverted).toBeUndefined();
    expect(ends(hubspot, 'request-in')).toEqual(['not-done overtaken']);
  });

  it('nor with an opt-out of the type’s brand', async () => {
    const hubspot = held();
    await interrupted(hubspot, optIn, 'before');
    sets(hubspot, NEWSLETTER, 'opted-in', { type: 'CRM_UI' });
    sets(hubspot, BRAND, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(hubspot.writes).toEqual([]);
    expect(ends(hubspot, 'request-in')).toEqual(['not-done overtaken']);
  });

  it('nor when it comes while somebody opts out', async () => {
    const hubspot = held();
    await interrupted(hubspot, optIn, 'before');
    sets(hubspot, NEWSLETTER, 'opted-in', { type: 'CRM_UI' });
    sets(hubspot, ALL, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    const parameters = { act: 'opt-out', requestId: 'request-12', typeId: '12' };
    const reply = await changeConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot));
    expect(reply.status).toBe('changed');
    expect(hubspot.writes).toEqual(['opt out visitor@example.com 12']);
  });

  it('takes nothing back of what another request of this product made', async () => {
    const hubspot = held();
    await interrupted(hubspot, optIn, 'before');
    hubspot.now += 1_000;
    const parameters = { ...optIn, requestId: 'request-in-2' };
    await changeConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot));
    hubspot.writes.length = 0;
    hubspot.now += MINUTE;
    sets(hubspot, ALL, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(hubspot.writes).toEqual([]);
  });
});

describe('an undo that was interrupted before its write', () => {
  it.each(OTHERS)('takes nothing back that %s made', async (_who, source) => {
    const hubspot = held();
    sets(hubspot, NEWSLETTER, 'opted-in', { type: 'FORM' });
    hubspot.now += MINUTE;
    const out = { act: 'opt-out', requestId: 'request-out', typeId: '11' };
    await changeConsent({ parameters: out, propertiesToSend: OPEN }, worldOf(hubspot));
    hubspot.now += 1_000;
    const undo = { act: 'undo', requestId: 'request-undo', undoes: 'request-out' };
    await interrupted(hubspot, undo, 'before');
    expect(hubspot.entries?.at(-1)?.statement.kind).toBe('undo');
    sets(hubspot, NEWSLETTER, 'opted-in', source);
    sets(hubspot, ALL, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(hubspot.writes).toEqual([]);
    expect(ends(hubspot, 'request-undo')).toEqual(['not-done overtaken']);
  });
});

describe('an opt-in that was interrupted after its write', () => {
  const wentIn = async () => {
    const hubspot = held();
    await interrupted(hubspot, optIn, 'after');
    sets(hubspot, ALL, 'opted-out', CONTACT);
    hubspot.now += MINUTE;
    return hubspot;
  };

  it('is reverted, since HubSpot’s history names this app', async () => {
    const hubspot = await wentIn();
    expect((await look(hubspot)).rows[0]?.state).toBe('opted-out');
    expect(hubspot.writes).toEqual([
      'opt out visitor@example.com 11',
      'opt out of everything visitor@example.com',
    ]);
    expect(ends(hubspot, 'request-in')).toEqual(['not-done reversed']);
  });

  it.each<[string, (hubspot: Held) => void, (world: World) => World]>([
    [
      'HubSpot’s history can’t be read',
      (hubspot) => {
        hubspot.fail.history = failing;
      },
      (world) => world,
    ],
    [
      'HubSpot does not tell which app this is',
      () => undefined,
      (world) => {
        world.hubspot.installation.appId = () => Promise.resolve(undefined);
        return world;
      },
    ],
    [
      'HubSpot has no version of the type',
      (hubspot) => {
        hubspot.versions = hubspot.versions.filter(({ about }) => about.kind === 'everything');
      },
      (world) => world,
    ],
    [
      'HubSpot names nobody',
      (hubspot) => {
        hubspot.versions = hubspot.versions.map((one) =>
          one.about.kind === 'subscription' ? { ...one, source: { type: 'UNKNOWN' } } : one,
        );
      },
      (world) => world,
    ],
    [
      'the version came with a merge',
      (hubspot) => {
        hubspot.versions = hubspot.versions.map((one) =>
          one.about.kind === 'subscription' ? { ...one, source: { type: 'MERGE_CONTACTS' } } : one,
        );
      },
      (world) => world,
    ],
  ])('is left and named where %s', async (_why, happens, change) => {
    const hubspot = await wentIn();
    happens(hubspot);
    const shown = await look(hubspot, change);
    expect(hubspot.writes).toEqual([]);
    expect(shown.rows[0]?.state).toBe('opted-in');
    expect(shown.notReverted).toEqual([{ typeId: '11', at: hubspot.entries?.[0]?.statement.at }]);
    expect(ends(hubspot, 'request-in')).toEqual(['not-known author-not-known']);
  });

  it('is reverted by whoever reads when it is known at last', async () => {
    const hubspot = await wentIn();
    hubspot.fail.history = failing;
    await look(hubspot);
    hubspot.fail = {};
    const shown = await look(hubspot);
    expect(shown.rows[0]?.state).toBe('opted-out');
    expect(shown.notReverted).toBeUndefined();
    expect(ends(hubspot, 'request-in')).toEqual([
      'not-known author-not-known',
      'not-done reversed',
    ]);
  });

  it.each([
    ['another app', { type: 'INTEGRATION', id: '8' }],
    ['somebody whom HubSpot does not name', { type: 'UNKNOWN' }],
  ])('is left where %s has said the same again since', async (_who, source) => {
    const hubspot = await wentIn();
    sets(hubspot, NEWSLETTER, 'opted-in', source);
    hubspot.now += MINUTE;
    await look(hubspot);
    expect(hubspot.writes).toEqual([]);
    expect(ends(hubspot, 'request-in')).toEqual([expect.stringMatching(/^done/)]);
  });

  it('and can’t be reverted: the summary is shown, an opt-out is sent, and the next reader tries again', async () => {
    const hubspot = await wentIn();
    hubspot.fail.optOut = failing;
    expect((await look(hubspot)).rows[0]?.state).toBe('opted-in');
    const all = { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true };
    const ask = (parameters: object) =>
      changeConsent(
        { parameters, propertiesToSend: OPEN },
        worldOf(hubspot),
      ) as Promise<ChangeReply>;
    expect((await ask(all)).status).toBe('nothing-to-do');
    hubspot.fail = {};
    expect((await look(hubspot)).rows[0]?.state).toBe('opted-out');
  });

  it('and was reverted, but can’t be read again: the states are not known', async () => {
    const hubspot = await wentIn();
    const shown = await look(hubspot, (world) => {
      const { contacts } = world.hubspot;
      const read = contacts.read.bind(contacts);
      contacts.read = (id) => {
        const isAgain = hubspot.writes.length > 0;
        return isAgain ? Promise.reject(failing) : read(id);
      };
      return world;
    });
    expect(hubspot.writes.length).toBe(2);
    expect(shown.rows[0]?.state).toBeUndefined();
    expect(shown.unread.map(({ part }) => part)).toEqual(['statuses', 'unsubscribe-all']);
  });
});

describe('an interrupted opt-in that nobody objected to', () => {
  it('is recorded as ours where HubSpot names this app, and as another’s where it names another app', async () => {
    const ours = held();
    await interrupted(ours, optIn, 'after');
    ours.now += MINUTE;
    await look(ours);
    expect(ends(ours, 'request-in')).toEqual(['done']);

    const others = held();
    await interrupted(others, optIn, 'before');
    sets(others, NEWSLETTER, 'opted-in', { type: 'INTEGRATION', id: '8' });
    others.now += MINUTE;
    expect((await look(others)).undo).toEqual([]);
    expect(ends(others, 'request-in')).toEqual(['not-done overtaken']);
  });
});

describe('an opt-in whose write HubSpot did not answer, beside an opt-out of the same moment', () => {
  const silent = new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: true });

  it.each([
    ['this app', { type: 'INTEGRATION', id: '7001' }, ['opt out', 'opt out of everything']],
    ['a colleague', { type: 'CRM_UI' }, []],
    ['another app', { type: 'INTEGRATION', id: '8' }, []],
    ['nobody', { type: 'UNKNOWN' }, []],
  ] as const)(
    'is reverted at once only where HubSpot names this app, here %s',
    async (_who, source, writes) => {
      const hubspot = held();
      const world = worldOf(hubspot);
      world.hubspot.consents.optIn = () => {
        sets(hubspot, NEWSLETTER, 'opted-in', source);
        sets(hubspot, ALL, 'opted-out', CONTACT);
        return Promise.reject(silent);
      };
      const reply = await changeConsent({ parameters: optIn, propertiesToSend: OPEN }, world);
      expect(hubspot.writes.map((line) => line.split(' visitor')[0])).toEqual(writes);
      expect(reply.status).toBe(writes.length > 0 ? 'not-done' : 'not-known-yet');
    },
  );
});
