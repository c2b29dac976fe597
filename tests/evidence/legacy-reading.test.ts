import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { Asking } from '../../src/app/app.functions/sources/asking.ts';
import { furtherThan, readSources } from '../../src/app/app.functions/sources/read-sources.ts';
import type { ReadBackTo } from '../../src/app/contract/requests.ts';
import type { SourceName } from '../../src/app/evidence/consent-event.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import { timelineOf } from '../../src/app/evidence/whole-timeline.ts';
import { unreadLines } from '../../src/app/extensions/consent/words/event-lines.ts';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { emailEvents, spamReports } from '../../src/app/gateway/hubspot/sources/email-events.ts';
import { subscriptionTimeline } from '../../src/app/gateway/hubspot/sources/subscription-timeline.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { readingFor } from '../card/reading-for.ts';
import { askOverHttp } from './desk-over-http.ts';
import { said } from './reported.ts';

const BERLIN = 1002;
const CONTACT = '900';
const MAIN = 'visitor@example.com';
const OTHER = 'Other@example.com';
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);

let http: Awaited<ReturnType<typeof askOverHttp>>;
beforeAll(async () => {
  http = await askOverHttp();
});
afterAll(() => http.close());

let desk: HubSpotOnDesk;
beforeEach(() => {
  desk = createHubSpotOnDesk({ now: START, scenarios: [] });
  desk.grant(BERLIN, ALL_SCOPES);
  desk.act(BERLIN, { act: 'create', contactId: CONTACT, properties: { email: MAIN } });
});

function link(typeId: string, contactId = CONTACT) {
  desk.clock.advance(DAY);
  desk.act(BERLIN, { act: 'contact-link', contactId, typeId });
}

type Sources = Asking['hubspot']['sources'];

/** The contact’s sources, some of which answer otherwise. */
async function asking(more: (sources: Sources) => Partial<Sources> = () => ({})): Promise<Asking> {
  const asked = await http.askingOf(desk, BERLIN, CONTACT);
  const { sources } = asked.hubspot;
  return { ...asked, hubspot: { ...asked.hubspot, sources: { ...sources, ...more(sources) } } };
}

const ONLY_ROWS: readonly SourceName[] = ['property-history', 'email-events', 'current-status'];

async function read(
  of: Asking,
  {
    without = ONLY_ROWS,
    backTo = {},
  }: { without?: readonly SourceName[]; backTo?: ReadBackTo } = {},
) {
  return timelineOf(await readSources(of, { without, backTo }), {});
}

describe('the legacy timeline', () => {
  it('is read where HubSpot has no occurrence of the contact', async () => {
    link(NEWSLETTER);
    link(SEMINARS);
    const none = await asking(() => ({ occurrences: () => Promise.resolve({ records: [] }) }));
    const whole = await read(none);
    expect(whole.events.map(({ about }) => about)).toEqual([
      { kind: 'subscription', typeId: SEMINARS },
      { kind: 'subscription', typeId: NEWSLETTER },
    ]);
    expect(whole.olderMayExist).toBe(false);
    expect(whole.sources).toContainEqual({ source: 'subscription-timeline', mayBeCut: false });
  });

  it('is read before the oldest occurrence too', async () => {
    link(NEWSLETTER);
    link(SEMINARS);
    const newest = await asking((sources) => ({
      occurrences: async (id) => {
        const page = await sources.occurrences(id);
        return { ...page, records: page.records.slice(0, 1) };
      },
    }));
    const whole = await read(newest);
    expect(whole.events.filter(({ about }) => about.kind === 'subscription')).toHaveLength(2);
    expect(stateAt(whole, new Date(START).toISOString())).toContainEqual({
      kind: 'known',
      about: { kind: 'subscription', typeId: NEWSLETTER },
      state: 'not-specified',
    });
  });

  it('of a large account says that older changes may exist, and goes on reading when asked', async () => {
    link(NEWSLETTER);
    link(SEMINARS);
    const pages: (string | undefined)[] = [];
    const large = await asking(
      (sources) =>
        ({
          occurrences: () => Promise.resolve({ records: [] }),
          timeline: async (addresses, window, mark) => {
            pages.push(mark);
            const { records } = await sources.timeline(addresses, window);
            const [newest, ...older] = records;
            return mark === undefined
              ? {
                  records: newest === undefined ? [] : [newest],
                  back: newest?.at,
                  older: 'offset-1',
                }
              : { records: older };
          },
        }) as Partial<Sources>,
    );
    const first = await read(large);
    expect(first.events).toHaveLength(1);
    expect(first.olderMayExist).toBe(true);
    expect(stateAt(first, new Date(START).toISOString())).not.toContainEqual(
      expect.objectContaining({ kind: 'known' }),
    );
    const backTo = furtherThan({}, first.sources) ?? {};
    expect(backTo).toEqual({ 'subscription-timeline': ['offset-1'] });
    expect((await read(large, { backTo })).events).toHaveLength(2);
    expect(pages).toEqual([undefined, undefined, 'offset-1']);
  });

  it('shows what it has of the contact’s other address as that address’s', async () => {
    desk.act(BERLIN, { act: 'create', contactId: '901', properties: { email: OTHER } });
    link(NEWSLETTER, '901');
    link(SEMINARS);
    desk.clock.advance(DAY);
    desk.act(BERLIN, { act: 'merge', contactId: CONTACT, otherId: '901' });
    const whole = await read(await asking(), {
      without: [...ONLY_ROWS, 'event-occurrences', 'form-submissions'],
    });
    expect(said(whole.events, 'en')).toEqual([
      '7 Jan 2026, 00:00 UTC: Opted out of Seminar invitations, by the contact.',
      '6 Jan 2026, 00:00 UTC: Opted out of Newsletter (other address 1), by the contact.',
    ]);
    expect(said(whole.events, 'ja')[1]).toBe(
      '2026年1月6日 0:00 UTC：「ニュースレター」を配信停止（別のアドレス1）／コンタクト本人。',
    );
    expect(JSON.stringify(whole.events.map(({ id, witnesses }) => [id, witnesses]))).not.toMatch(
      /example\.com/,
    );
  });

  it('keeps nobody else’s rows', async () => {
    desk.act(BERLIN, { act: 'create', contactId: '901', properties: { email: OTHER } });
    link(NEWSLETTER, '901');
    expect((await read(await asking())).events).toEqual([]);
  });
});

describe('a spam complaint that only e-mail events tell', () => {
  const complain = () => {
    desk.act(BERLIN, { act: 'spam-complaint', contactId: CONTACT, typeId: NEWSLETTER });
  };
  const without: SourceName[] = ['property-history', 'subscription-timeline', 'current-status'];

  it('is in the timeline, by the contact', async () => {
    complain();
    const { events } = await read(await asking(), { without });
    const complaints = events.filter(({ about }) => about.kind === 'deliverability');
    expect(complaints).toMatchObject([
      { about: { of: 'spam-complaint' }, change: 'blocked', actor: { kind: 'contact' } },
    ]);
    expect(said(complaints, 'en')).toEqual([
      '5 Jan 2026, 00:00 UTC: Spam complaint, by the contact.',
    ]);
    expect(said(complaints, 'ja')).toEqual([
      '2026年1月5日 0:00 UTC：迷惑メールの報告／コンタクト本人。',
    ]);
  });

  it('is one with what other sources tell of it', async () => {
    complain();
    const { events } = await read(await asking(), { without: [] });
    const [complaint, ...others] = events.filter(
      ({ about }) => about.kind === 'deliverability' && about.of === 'spam-complaint',
    );
    expect(others).toEqual([]);
    expect(complaint?.witnesses.map(({ source }) => source)).toEqual([
      'property-history',
      'subscription-timeline',
      'email-events',
    ]);
  });

  it('by the contact’s other address is said to be of that address', async () => {
    desk.act(BERLIN, { act: 'create', contactId: '901', properties: { email: OTHER } });
    desk.act(BERLIN, { act: 'spam-complaint', contactId: '901', typeId: NEWSLETTER });
    desk.act(BERLIN, { act: 'merge', contactId: CONTACT, otherId: '901' });
    const { events } = await read(await asking(), { without });
    expect(said(events, 'en')).toContain(
      '5 Jan 2026, 00:00 UTC: Spam complaint (other address 1), by the contact.',
    );
  });

  it.each([
    [
      'en',
      'Not in this timeline: e-mail events (the app lacks the scope content). Spam complaints that HubSpot tells only there are not in it either.',
    ],
    [
      'ja',
      'この履歴に含まれない記録：Eメールイベント（アプリにスコープ「content」がないため）。そこにだけ残る迷惑メールの報告も、この履歴には含まれません。',
    ],
    [
      'de',
      'Nicht in diesem Verlauf: E-Mail-Events (der App fehlt die Berechtigung content). Auch Spam-Meldungen, die HubSpot nur dort nennt, fehlen in diesem Verlauf.',
    ],
  ])('is said to be unread where the scope is missing (%s)', async (language, line) => {
    complain();
    desk.grant(
      BERLIN,
      ALL_SCOPES.filter((name) => name !== 'content'),
    );
    const { sources } = await read(await asking(), { without: [] });
    const unread = sources.flatMap(({ source, absent }) =>
      absent === undefined ? [] : [{ source, because: absent }],
    );
    expect(unreadLines(unread, readingFor({ language }, 'UTC'))).toContain(line);
  });
});

/** HubSpot’s answer, as its client hands it over, and what was asked. */
function answering(answer: unknown) {
  const queries: Readonly<Record<string, string>>[] = [];
  const client = {
    request: (_kind: string, { query }: { query: Readonly<Record<string, string>> }) => {
      queries.push(query);
      return Promise.resolve(answer);
    },
  } as unknown as HubSpotClient;
  return { client, queries };
}

describe('HubSpot’s own answers', () => {
  it('an e-mail event of a type has the status of all mail sent along', async () => {
    const { client } = answering({
      hasMore: false,
      events: [
        {
          id: 'e1',
          created: START,
          type: 'STATUSCHANGE',
          source: 'SOURCE_RECIPIENT',
          portalSubscriptionStatus: 'SUBSCRIBED',
          subscriptions: [{ id: 501, status: 'UNSUBSCRIBED' }],
        },
      ],
    });
    const { records } = await emailEvents(client)(MAIN);
    expect(
      records.map(({ about, change, isSentAlong }) => [about.kind, change, isSentAlong]),
    ).toEqual([
      ['everything', 'opted-in', true],
      ['subscription', 'opted-out', undefined],
    ]);
  });

  it('reports of spam are asked for by their type, and nothing else is taken for one', async () => {
    const { client, queries } = answering({
      hasMore: true,
      offset: 'next',
      events: [
        { id: 's1', created: START, type: 'SPAMREPORT' },
        { id: 'o1', created: START, type: 'OPEN' },
      ],
    });
    const { records, older } = await spamReports(client)(MAIN);
    expect(records.map(({ cause }) => cause)).toEqual(['s1']);
    expect(older).toBe('next');
    expect(queries).toEqual([{ recipient: MAIN, eventType: 'SPAMREPORT', limit: '1000' }]);
  });

  it('a row of the legacy timeline is the address’s it names, and of a complaint in either form', async () => {
    const row = (recipient: string, changeType: string) => ({
      timestamp: START,
      recipient,
      changes: [{ change: 'REPORTED_SPAM', changeType, subscriptionId: 501 }],
    });
    const { client } = answering({
      hasMore: false,
      timeline: [
        row('OTHER@example.com', 'SUBSCRIPTION_SPAM_REPORT'),
        row(MAIN, 'PORTAL_SPAM_REPORT'),
        row('stranger@example.com', 'PORTAL_SPAM_REPORT'),
        row(MAIN, 'SOMETHING_NEW'),
      ],
    });
    const { records } = await subscriptionTimeline(client)([MAIN, OTHER], {});
    expect(records.map(({ nth, about, change }) => [nth, about, change])).toEqual([
      [1, { kind: 'deliverability', of: 'spam-complaint' }, 'blocked'],
      [undefined, { kind: 'deliverability', of: 'spam-complaint' }, 'blocked'],
    ]);
  });
});
