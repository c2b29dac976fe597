import { describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import { MOST_PAGES } from '../../src/app/contract/requests.ts';
import type { History } from '../../src/app/contract/snapshot.ts';
import type { EmailEventRecord } from '../../src/app/evidence/email-events.ts';
import type { OccurrenceRecord } from '../../src/app/evidence/event-occurrences.ts';
import type { Page } from '../../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, OPEN, worldOf, type Held } from './hubspot-in-memory.ts';

const newsletter = { kind: 'subscription', typeId: '11' } as const;
const day = (nth: number) => new Date(Date.UTC(2026, 0, nth, 5)).toISOString();

/** A change of every day from the first of January on, in e-mail events; the newest first, as HubSpot sends them. */
function emailEvents(days: number): EmailEventRecord[] {
  return Array.from({ length: days }, (_, before): EmailEventRecord => {
    const nth = days - before;
    return {
      at: day(nth),
      about: newsletter,
      change: nth % 2 === 1 ? 'opted-out' : 'opted-in',
      source: 'SOURCE_RECIPIENT',
      cause: `cause-${String(nth)}`,
      order: 0,
      raw: {},
    };
  });
}

/** Two records a page; the mark is a text that only HubSpot understands. */
function paged<T extends { readonly at: string }>(
  all: readonly T[],
  older = 'page=0',
  markOf = (page: number) => `page=${String(page)}`,
): Page<T> {
  const page = Number(/\d+/.exec(older)?.[0] ?? 0);
  const records = all.slice(page * 2, page * 2 + 2);
  const back = records.at(-1)?.at;
  return {
    records,
    ...(back === undefined ? {} : { back }),
    ...(all.length > page * 2 + 2 ? { older: markOf(page + 1) } : {}),
  };
}

/** A world whose app was given more scopes than ours asks for. */
function worldWith(
  sources: Partial<World['hubspot']['sources']>,
  scopes: readonly string[],
  hubspot: Held = held(),
): World {
  const world = worldOf(hubspot);
  return {
    ...world,
    hubspot: {
      ...world.hubspot,
      installation: { ...world.hubspot.installation, scopes: () => Promise.resolve(scopes) },
      sources: { ...world.hubspot.sources, ...sources },
    },
  };
}

const CONTENT = ['crm.objects.contacts.read', 'communication_preferences.read_write', 'content'];
const noRows: Partial<World['hubspot']['sources']> = {
  timeline: () => Promise.resolve({ records: [] }),
};

function ask(world: World, parameters: unknown) {
  return readConsent({ parameters, propertiesToSend: OPEN }, world);
}

async function historyOf(world: World, after?: History['older']): Promise<History> {
  const reply = await ask(
    world,
    after === undefined ? { part: 'history' } : { part: 'older', after },
  );
  if (reply.status !== 'history') throw new Error(JSON.stringify(reply));
  return reply.history;
}

describe('older pages', () => {
  it('come one by one on demand, until there are none', async () => {
    const all = emailEvents(5);
    const asked: (string | undefined)[] = [];
    const world = worldWith(
      {
        ...noRows,
        emailEvents: (address, mark) => {
          expect(address).toBe(OPEN.email);
          asked.push(mark);
          return Promise.resolve(paged(all, mark));
        },
      },
      CONTENT,
    );
    const first = await historyOf(world);
    expect(first.events.map(({ at }) => at)).toEqual([day(5), day(4)]);
    expect(first).toMatchObject({ olderMayExist: true, older: { 'email-events': ['page=1'] } });

    const second = await historyOf(world, first.older);
    expect(second.events.map(({ at }) => at)).toEqual([5, 4, 3, 2].map(day));
    expect(second.older).toEqual({ 'email-events': ['page=1', 'page=2'] });

    asked.length = 0;
    const last = await historyOf(world, second.older);
    expect(last.events.map(({ at }) => at)).toEqual([5, 4, 3, 2, 1].map(day));
    expect(last.olderMayExist).toBe(false);
    expect(last).not.toHaveProperty('older');
    // Each page once, and none waits for another's mark.
    expect(asked).toEqual([undefined, 'page=1', 'page=2']);
  });

  it('a change that the first page tells is told once, with the older page’s witness and its actor', async () => {
    const hubspot = held({
      versions: [
        {
          about: newsletter,
          change: 'opted-out',
          at: day(1),
          property: 'opt-out of 11',
          value: 'true',
          source: { type: 'SOMETHING_NEW' },
        },
      ],
    });
    const world = worldWith(
      { ...noRows, emailEvents: (_, mark) => Promise.resolve(paged(emailEvents(3), mark)) },
      CONTENT,
      hubspot,
    );
    const first = await historyOf(world);
    expect(first.events).toHaveLength(3);
    expect(first.events.at(-1)).toMatchObject({ at: day(1), actor: { kind: 'someone' } });
    const { events } = await historyOf(world, first.older);
    expect(events).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({
      at: day(1),
      actor: { kind: 'contact' },
      witnesses: [{ source: 'property-history' }, { source: 'email-events' }],
    });
  });

  it('an older page of occurrences leads to the rows around them, and no window is left out', async () => {
    const occurrences: OccurrenceRecord[] = emailEvents(12).map(({ at, cause, change }) => ({
      id: cause,
      at,
      optedOut: change === 'opted-out',
      raw: {},
    }));
    const rows = emailEvents(12);
    const world = worldWith(
      {
        emailEvents: () => Promise.resolve({ records: [] }),
        occurrences: (_id, mark) => Promise.resolve(paged(occurrences, mark)),
        timeline: (_address, { from = '', to = '' }) =>
          Promise.resolve({ records: rows.filter(({ at }) => at >= from && at <= to) }),
      },
      [...CONTENT, 'oauth'],
    );
    let history = await historyOf(world);
    let pages = 0;
    for (; history.older !== undefined; pages += 1) history = await historyOf(world, history.older);
    expect(pages).toBeLessThan(MOST_PAGES);
    expect(history.olderMayExist).toBe(false);
    expect(history.events).toHaveLength(12);
    for (const { about, witnesses } of history.events) {
      expect(about).toEqual(newsletter);
      expect(witnesses).toHaveLength(2);
    }
  });

  it('a page of windows is asked for where occurrences can be read, and HubSpot never gets its mark', async () => {
    const asked: (string | undefined)[] = [];
    const world = worldWith(
      {
        emailEvents: () => Promise.resolve({ records: [] }),
        timeline: (_address, _window, mark) => {
          asked.push(mark);
          return Promise.resolve({ records: [] });
        },
      },
      CONTENT,
    );
    await historyOf(world, { 'subscription-timeline': [day(3), 'page=1'] });
    expect(asked).toEqual([undefined, 'page=1']);
  });

  it('of another address are not offered, for their mark would be taken for the primary one’s', async () => {
    const world = worldWith(
      {
        ...noRows,
        addresses: () => Promise.resolve({ primary: OPEN.email, others: ['other@example.com'] }),
        emailEvents: (address, mark) =>
          Promise.resolve(paged(emailEvents(address === OPEN.email ? 1 : 5), mark)),
      },
      CONTENT,
    );
    const history = await historyOf(world);
    expect(history).not.toHaveProperty('older');
    expect(history.olderMayExist).toBe(true);
  });

  it('end at a limit, and then it is only said that there may be more', async () => {
    const world = worldWith(
      { ...noRows, emailEvents: (_, mark) => Promise.resolve(paged(emailEvents(100), mark)) },
      CONTENT,
    );
    let history = await historyOf(world);
    for (let page = 0; page < MOST_PAGES; page += 1) {
      expect(history.older, String(page)).toBeDefined();
      history = await historyOf(world, history.older);
    }
    expect(history).not.toHaveProperty('older');
    expect(history.olderMayExist).toBe(true);
    expect(history.events).toHaveLength(2 * (1 + MOST_PAGES));
  });

  it.each([
    ['an address', 'visitor@example.com'],
    ['too much', 'x'.repeat(501)],
    ['nothing', ''],
  ])('are not offered where HubSpot’s mark holds %s', async (_, mark) => {
    const world = worldWith(
      {
        ...noRows,
        emailEvents: () => Promise.resolve(paged(emailEvents(5), undefined, () => mark)),
      },
      CONTENT,
    );
    const history = await historyOf(world);
    expect(history).not.toHaveProperty('older');
    expect(history.olderMayExist).toBe(true);
  });

  it('one that can’t be read is trouble, so that what is shown may stay', async () => {
    const world = worldWith(
      {
        ...noRows,
        emailEvents: (_, mark) =>
          mark === undefined
            ? Promise.resolve(paged(emailEvents(5)))
            : Promise.reject(
                new HubSpotTrouble({ code: 'rate-limited', mayHaveTakenEffect: false }),
              ),
      },
      CONTENT,
    );
    const { older } = await historyOf(world);
    expect(await ask(world, { part: 'older', after: older })).toEqual({
      status: 'trouble',
      code: 'rate-limited',
      correlationId: 'correlation-1',
    });
  });

  it('with the scopes the app asks for there are none, and marks ask for nothing', async () => {
    const hubspot = held();
    const world = worldOf(hubspot);
    expect(await historyOf(world)).not.toHaveProperty('older');
    expect(await historyOf(world, { 'email-events': ['page=1'] })).toEqual(await historyOf(world));
  });
});

describe('a bad request for older pages', () => {
  const mark = { 'email-events': ['page=1'] };
  it.each([
    ['nothing', undefined],
    ['a text', 'page=1'],
    ['a list', ['page=1']],
    ['no mark', { 'email-events': [] }],
    ['a mark that is no text', { 'email-events': [1] }],
    ['an address', { 'email-events': ['visitor@example.com'] }],
    ['a mark that breaks out of its place', { 'email-events': ['1&recipient=x'] }],
    ['a mark without end', { 'email-events': ['x'.repeat(501)] }],
    ['too many pages', { 'email-events': Array.from({ length: MOST_PAGES + 1 }, () => 'x') }],
    ['a source without pages', { 'property-history': ['page=1'] }],
    ['a source that is none', { __proto__: null, constructor: ['page=1'] }],
    ['a contact', { ...mark, contactId: '102' }],
  ])('%s', async (_, after) => {
    const hubspot = held();
    expect(await ask(worldOf(hubspot), { part: 'older', after })).toEqual({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: ['parameters.after'],
      correlationId: expect.any(String) as unknown,
    });
    expect(hubspot.calls).toEqual([]);
  });

  it.each(['history', 'glance'])('%s takes no marks', async (part) => {
    const hubspot = held();
    expect(await ask(worldOf(hubspot), { part, after: mark })).toMatchObject({
      status: 'bad-request',
    });
    expect(hubspot.calls).toEqual([]);
  });
});
