import { describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { AsOf, StateThen } from '../../src/app/contract/snapshot.ts';
import type { Subject } from '../../src/app/evidence/consent-event.ts';
import type { EmailEventRecord } from '../../src/app/evidence/email-events.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, NOON, OPEN, status, worldOf, type Held } from './hubspot-in-memory.ts';

const newsletter = { kind: 'subscription', typeId: '11' } as const;

function version(
  at: string,
  change: PropertyVersion['change'],
  more: Partial<PropertyVersion> = {},
): PropertyVersion {
  return {
    about: newsletter,
    change,
    at,
    property: 'opt-out of 11',
    value: String(change === 'opted-out'),
    source: { type: 'EMAIL' },
    ...more,
  };
}

/** Opted in by form in April, out by the contact in May; once more by a colleague in June. Newest first. */
const LIFE: PropertyVersion[] = [
  version('2026-06-01T03:00:00.000Z', 'opted-out', {
    source: { type: 'CRM_UI', id: 'userId:47' },
  }),
  version('2026-05-01T03:00:00.000Z', 'opted-out'),
  version('2026-04-01T03:00:00.000Z', 'opted-in', { source: { type: 'FORM' } }),
];

function lived(more: Partial<Held> = {}): Held {
  return held({
    statuses: [status('opted-out', { at: '2026-06-01T03:00:00.000Z' })],
    versions: LIFE,
    ...more,
  });
}

function inZone(world: World, timeZone: string | undefined): World {
  const installation = {
    ...world.hubspot.installation,
    timeZone: () => Promise.resolve(timeZone),
  };
  return { ...world, hubspot: { ...world.hubspot, installation } };
}

function ask(world: World, parameters: object) {
  return readConsent(
    { parameters: { part: 'as-of', ...parameters }, propertiesToSend: OPEN },
    world,
  );
}

async function asOf(world: World, on: string, after?: object): Promise<AsOf> {
  const reply = await ask(world, { on, ...(after === undefined ? {} : { after }) });
  if (reply.status !== 'as-of') throw new Error(JSON.stringify(reply));
  return reply.asOf;
}

function stateOf({ states }: AsOf, kind: Subject['kind'] = 'subscription'): StateThen | undefined {
  return states.find(({ about }) => about.kind === kind);
}

describe('the states at the end of a day', () => {
  it.each([
    ['2026-03-31', { kind: 'known', state: 'not-specified' }],
    [
      '2026-04-01',
      {
        kind: 'known',
        state: 'opted-in',
        set: { at: '2026-04-01T03:00:00.000Z', actor: { kind: 'contact', by: 'form' } },
      },
    ],
    ['2026-04-30', { kind: 'known', state: 'opted-in' }],
    [
      '2026-05-01',
      { state: 'opted-out', set: { at: '2026-05-01T03:00:00.000Z', actor: { kind: 'contact' } } },
    ],
  ])('%s', async (on, expected) => {
    expect(stateOf(await asOf(worldOf(lived()), on))).toMatchObject(expected);
  });

  it('name who brought a state, and not who only repeated it', async () => {
    expect(stateOf(await asOf(worldOf(lived()), '2026-06-02'))).toMatchObject({
      eventId: 'subscription:11@2026-06-01T03:00:00.000Z:opted-out',
      set: { at: '2026-05-01T03:00:00.000Z', actor: { kind: 'contact', by: 'email' } },
    });
  });

  it('begin with everything and the types', async () => {
    const hubspot = lived({
      everything: [status('not-specified', { about: { kind: 'everything' } })],
    });
    const { states } = await asOf(worldOf(hubspot), '2026-05-01');
    expect(states.map(({ about }) => about.kind).slice(0, 3)).toEqual([
      'everything',
      'subscription',
      'subscription',
    ]);
  });

  it('are those of the portal’s day, wherever the clock of the function stands', async () => {
    const late = lived({
      versions: [version('2026-05-01T15:30:00.000Z', 'opted-out')],
      statuses: [status('opted-out', { at: '2026-05-01T15:30:00.000Z' })],
    });
    const inTokyo = await asOf(worldOf(late), '2026-05-01');
    expect(inTokyo.at).toBe('2026-05-01T14:59:59.999Z');
    expect(stateOf(inTokyo)).toMatchObject({ state: 'not-specified' });
    const inLondon = await asOf(inZone(worldOf(late), 'Europe/London'), '2026-05-01');
    expect(stateOf(inLondon)).toMatchObject({ state: 'opted-out' });
  });

  it.each([
    ['forward', '2026-03-29', '2026-03-29T21:30:00.000Z', '2026-03-29T22:30:00.000Z'],
    ['back', '2025-10-26', '2025-10-26T22:30:00.000Z', '2025-10-26T23:30:00.000Z'],
  ])('a day on which clocks go %s ends at its own midnight', async (_, on, within, after) => {
    const at = async (change: string) => {
      const hubspot = lived({
        versions: [version(change, 'opted-out')],
        statuses: [status('opted-out', { at: change })],
      });
      return stateOf(await asOf(inZone(worldOf(hubspot), 'Europe/Berlin'), on));
    };
    expect(await at(within)).toMatchObject({ state: 'opted-out' });
    expect(await at(after)).toMatchObject({ state: 'not-specified' });
  });

  it('of today are those of now', async () => {
    const { at } = await asOf(worldOf(lived()), '2026-07-03');
    expect(at).toBe(new Date(NOON).toISOString());
  });

  it('are said not to be known before the first that is, where history was cut', async () => {
    const world = worldOf(lived());
    const cut: World = {
      ...world,
      hubspot: {
        ...world.hubspot,
        sources: {
          ...world.hubspot.sources,
          properties: () =>
            Promise.resolve({
              versions: LIFE.slice(0, 2).map((one) => ({ ...one, mayBeCut: true })),
              mayBeCut: true,
              told: [{ about: newsletter, from: '2026-05-01T03:00:00.000Z' }],
            }),
        },
      },
    };
    expect(stateOf(await asOf(cut, '2026-04-15'))).toEqual({
      kind: 'unknown',
      about: newsletter,
      because: 'not-told',
      before: '2026-05-01T03:00:00.000Z',
    });
    expect(stateOf(await asOf(cut, '2026-05-01'))).toMatchObject({ state: 'opted-out' });
  });

  it('are known further back where older pages are read', async () => {
    const event = (day: number, change: 'opted-in' | 'opted-out'): EmailEventRecord => ({
      at: new Date(Date.UTC(2026, 4, day)).toISOString(),
      about: newsletter,
      change,
      source: 'SOURCE_RECIPIENT',
      cause: `cause-${String(day)}`,
      order: 0,
      raw: {},
    });
    const base = worldOf(
      held({ statuses: [status('opted-out', { at: event(20, 'opted-out').at })] }),
    );
    const world: World = {
      ...base,
      hubspot: {
        ...base.hubspot,
        installation: {
          ...base.hubspot.installation,
          scopes: () => Promise.resolve(['communication_preferences.read_write', 'content']),
        },
        sources: {
          ...base.hubspot.sources,
          timeline: () => Promise.resolve({ records: [] }),
          emailEvents: (_, mark) =>
            Promise.resolve(
              mark === undefined
                ? {
                    records: [event(20, 'opted-out')],
                    older: 'page=1',
                    back: event(20, 'opted-out').at,
                  }
                : { records: [event(10, 'opted-in')] },
            ),
        },
      },
    };
    expect(stateOf(await asOf(world, '2026-05-15'))).toMatchObject({ kind: 'unknown' });
    const further = await asOf(world, '2026-05-15', { 'email-events': ['page=1'] });
    expect(stateOf(further)).toMatchObject({ kind: 'known', state: 'opted-in' });
  });
});

describe('the states of a contact whose record took consents over', () => {
  const address = (at: string): PropertyVersion =>
    version(at, 'address-changed', { about: { kind: 'contact' }, property: 'email', value: '' });
  const calculated = { source: { type: 'CALCULATED' } };
  const FORM = { type: 'FORM', label: 'Seminar' };

  /** Opted in at an address, which was not the primary one from September to October. */
  const SWAPPED = lived({
    versions: [
      version('2026-06-20T03:00:00.000Z', 'opted-in', calculated),
      address('2026-06-20T03:00:00.000Z'),
      version('2026-06-10T03:00:00.000Z', 'cleared', calculated),
      address('2026-06-10T03:00:00.000Z'),
      version('2026-05-02T03:00:00.000Z', 'opted-in', { source: FORM }),
      address('2026-01-01T03:00:00.000Z'),
    ],
    statuses: [
      status('opted-in', { at: '2026-05-02T03:00:00.000Z', legalBasis: 'CONSENT_WITH_NOTICE' }),
    ],
  });

  it.each<[string, object, object | undefined]>([
    [
      '2026-06-25',
      { kind: 'known', state: 'opted-in' },
      {
        at: '2026-05-02T03:00:00.000Z',
        actor: { kind: 'contact', by: 'form', name: 'Seminar' },
        formConsent: 'box-ticked',
      },
    ],
    ['2026-06-15', { kind: 'known', state: 'not-specified' }, undefined],
    [
      '2026-05-03',
      { kind: 'known', state: 'opted-in' },
      { at: '2026-05-02T03:00:00.000Z', formConsent: 'box-ticked' },
    ],
  ])('%s: set by whoever set it at that address', async (on, expected, set) => {
    const state = stateOf(await asOf(worldOf(SWAPPED), on));
    expect(state).toMatchObject(expected);
    if (set === undefined) expect(state?.set).toBeUndefined();
    else expect(state?.set).toMatchObject(set);
  });

  /** Barred in April, created in June. */
  const everything = { kind: 'everything' } as const;
  const BARRED = lived({
    versions: [
      version('2026-06-01T03:00:00.000Z', 'opted-out', { about: everything, ...calculated }),
      address('2026-06-01T03:00:00.000Z'),
    ],
    statuses: [],
    everything: [
      status('opted-out', { about: everything, at: '2026-04-01T03:00:00.000Z', sourceText: '' }),
    ],
  });

  it.each([
    ['2026-06-02', { kind: 'known', state: 'opted-out' }],
    ['2026-05-01', { kind: 'known', state: 'opted-out' }],
    ['2026-03-01', { kind: 'unknown', before: '2026-04-01T03:00:00.000Z' }],
  ])('%s: an opt-out from before the record was made', async (on, expected) => {
    const state = stateOf(await asOf(worldOf(BARRED), on), 'everything');
    expect(state).toMatchObject(expected);
    if (expected.kind === 'known') expect(state?.set?.at).toBe('2026-04-01T03:00:00.000Z');
  });

  it('name nobody for what may be older than the oldest version', async () => {
    const cut = lived({
      versions: LIFE.slice(0, 2).map((one) => ({ ...one, mayBeCut: true })),
    });
    expect(stateOf(await asOf(worldOf(cut), '2026-06-02'))?.set).toEqual({
      at: '2026-05-01T03:00:00.000Z',
      actor: { kind: 'someone' },
      orEarlier: true,
    });
  });
});

describe('a question for a day', () => {
  it.each([
    ['no day', {}],
    ['no date', { on: 'yesterday' }],
    ['a day that is none', { on: '2026-02-30' }],
    ['a moment', { on: '2026-05-01T00:00:00Z' }],
    ['a number', { on: 20260501 }],
    ['a list', { on: ['2026-05-01'] }],
  ])('with %s is refused, and nothing is asked', async (_, parameters) => {
    const hubspot = lived();
    expect(await ask(worldOf(hubspot), parameters)).toEqual({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: ['parameters.on'],
      correlationId: 'correlation-1',
    });
    expect(hubspot.calls).toEqual([]);
  });

  it('with a place for a contact is refused', async () => {
    expect(await ask(worldOf(lived()), { on: '2026-05-01', contactId: '102' })).toMatchObject({
      status: 'bad-request',
    });
  });

  it('that has not begun in the portal is refused', async () => {
    expect(await ask(worldOf(lived()), { on: '2026-07-04' })).toEqual({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: ['parameters.on'],
      correlationId: 'correlation-1',
    });
    expect(
      await ask(inZone(worldOf(lived()), 'Pacific/Kiritimati'), { on: '2026-07-03' }),
    ).toMatchObject({ status: 'as-of' });
  });

  it('of a portal whose time zone is not told is trouble', async () => {
    expect(await ask(inZone(worldOf(lived()), undefined), { on: '2026-05-01' })).toMatchObject({
      status: 'trouble',
      code: 'hubspot-failing',
    });
  });

  it('that HubSpot can’t answer is trouble, and no list of states', async () => {
    const failing = new HubSpotTrouble({ code: 'rate-limited', mayHaveTakenEffect: false });
    expect(
      await ask(worldOf(lived({ fail: { read: failing } })), { on: '2026-05-01' }),
    ).toMatchObject({
      status: 'trouble',
      code: 'rate-limited',
    });
  });
});
