import { beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { furtherThan, readSources } from '../../src/app/app.functions/sources/read-sources.ts';
import { MOST_PAGES } from '../../src/app/contract/requests.ts';
import type { SourceName } from '../../src/app/evidence/consent-event.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import type { SourceAnswer } from '../../src/app/evidence/source.ts';
import { timelineOf } from '../../src/app/evidence/whole-timeline.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { askDirectly } from './ask-directly.ts';

const BERLIN = 1002;
const CONTACT = '900';
const DAY = 86_400_000;

const { askingOf } = askDirectly();

let desk: HubSpotOnDesk;
beforeEach(() => {
  desk = createHubSpotOnDesk({ now: Date.UTC(2026, 0, 5), scenarios: [] });
  desk.grant(BERLIN, ALL_SCOPES);
  desk.act(BERLIN, {
    act: 'create',
    contactId: CONTACT,
    properties: { email: 'visitor@example.com' },
  });
});

function onAndOff(times: number, typeId = NEWSLETTER) {
  for (let nth = 0; nth < times; nth += 1) {
    desk.clock.advance(DAY);
    desk.act(BERLIN, {
      act: 'contact-preferences',
      contactId: CONTACT,
      typeId,
      to: nth % 2 === 0 ? 'SUBSCRIBED' : 'UNSUBSCRIBED',
    });
  }
}

const readOf = async () => readSources(await askingOf(desk, BERLIN, CONTACT));
const one = (answers: readonly SourceAnswer[], source: SourceName) =>
  answers.find((answer) => answer.source === source);

describe('a source that can’t be read', () => {
  const PATHS: readonly (readonly [SourceName, string])[] = [
    ['property-history', '/crm/v3/objects/contacts/'],
    ['current-status', '/communication-preferences/2026-09/statuses'],
    ['email-events', '/email/public/v1/events'],
    ['subscription-timeline', '/email/public/v1/subscriptions'],
    ['event-occurrences', '/events/'],
    ['form-submissions', '/marketing/v3/forms'],
  ];

  it.each(PATHS)('%s is said to fail, and takes nothing else away', async (source, path) => {
    onAndOff(3);
    const asking = await askingOf(desk, BERLIN, CONTACT);
    desk.fail({ path, times: 50, fault: { kind: 'status', status: 503 } });
    const answers = await readSources(asking);
    expect(one(answers, source)).toEqual({
      kind: 'not-readable',
      source,
      because: { code: 'failing' },
    });
    const others = answers.filter(
      (answer) => answer.source !== source && answer.source !== 'ledger',
    );
    expect(others.every(({ kind }) => kind === 'read')).toBe(true);
    const { events } = timelineOf(answers, {});
    expect(events.filter(({ about }) => about.kind === 'subscription')).toHaveLength(3);
  });

  it.each([
    ['email-events', 'content'],
    ['subscription-timeline', 'content'],
    ['event-occurrences', 'oauth'],
    ['form-submissions', 'forms'],
    ['property-history', 'crm.objects.contacts.read'],
  ] as const)('%s names the scope %s that is missing', async (source, scope) => {
    onAndOff(1);
    const asking = await askingOf(desk, BERLIN, CONTACT);
    desk.grant(
      BERLIN,
      ALL_SCOPES.filter((name) => name !== scope),
    );
    expect(one(await readSources(asking), source)).toMatchObject({
      kind: 'not-readable',
      because: { code: 'missing-scope', scope },
    });
  });

  it('a contact without an address is asked for what needs none', async () => {
    desk.act(BERLIN, { act: 'change-address', contactId: CONTACT, to: '', userId: 47 });
    const answers = await readOf();
    expect(one(answers, 'property-history')?.kind).toBe('read');
    expect(one(answers, 'email-events')).toMatchObject({ because: { code: 'not-asked' } });
  });

  it('an error of our own is thrown, not taken for HubSpot’s', async () => {
    const asking = await askingOf(desk, BERLIN, CONTACT);
    const broken = {
      ...asking,
      hubspot: {
        ...asking.hubspot,
        sources: {
          ...asking.hubspot.sources,
          forms: () => Promise.reject(new TypeError('ours')),
        },
      },
    };
    await expect(readSources(broken)).rejects.toThrow('ours');
  });
});

describe('deep history', () => {
  it('the newest comes at once, the rest page by page, and in the end nothing is missing', async () => {
    onAndOff(30);
    onAndOff(5, SEMINARS);
    const asking = await askingOf(desk, BERLIN, CONTACT);
    let timeline = timelineOf(await readSources(asking), {});
    expect(timeline.olderMayExist).toBe(true);
    let pages = 0;
    for (let backTo = furtherThan({}, timeline.sources); backTo !== undefined; pages += 1) {
      timeline = timelineOf(await readSources(asking, { backTo }), {});
      backTo = furtherThan(backTo, timeline.sources);
    }
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(MOST_PAGES);
    expect(timeline.olderMayExist).toBe(false);
    const subjects = timeline.events.filter(({ about }) => about.kind === 'subscription');
    expect(subjects).toHaveLength(35);
    for (const { witnesses } of subjects)
      expect(witnesses.map(({ source }) => source)).toContain('subscription-timeline');
  });

  it('a page of e-mail events tells of nothing before its oldest, and the next page does', async () => {
    onAndOff(1_100);
    const asking = await askingOf(desk, BERLIN, CONTACT);
    const without = ['property-history', 'subscription-timeline', 'event-occurrences'] as const;
    const answers = await readSources(asking, { without });
    const early = (told: readonly SourceAnswer[]) =>
      stateAt(timelineOf(told, {}), '2026-01-10T12:00:00.000Z').find(
        ({ about }) => about.kind === 'subscription' && about.typeId === NEWSLETTER,
      );
    expect(early(answers)).toMatchObject({ kind: 'unknown', because: 'not-told' });
    const backTo = furtherThan({}, timelineOf(answers, {}).sources) ?? {};
    expect(early(await readSources(asking, { without, backTo }))).toMatchObject({
      kind: 'known',
      state: 'opted-in',
    });
  });

  it('where history was cut, a moment before says "unknown before DATE" and none is guessed', async () => {
    onAndOff(60);
    desk.grant(BERLIN, ['crm.objects.contacts.read', 'communication_preferences.read_write']);
    const timeline = timelineOf(await readOf(), {});
    expect(timeline.olderMayExist).toBe(true);
    const [newsletter] = stateAt(timeline, '2026-01-10T00:00:00.000Z').filter(
      ({ about }) => about.kind === 'subscription' && about.typeId === NEWSLETTER,
    );
    // 45 of 60 versions are kept; the oldest of them was made on the 16th day.
    expect(newsletter).toMatchObject({
      kind: 'unknown',
      because: 'not-told',
      before: '2026-01-21T00:00:00.000Z',
    });
  });
});

describe('other addresses of the contact', () => {
  beforeEach(() => {
    desk.act(BERLIN, {
      act: 'create',
      contactId: '901',
      properties: { email: 'other@example.com' },
    });
    desk.act(BERLIN, { act: 'contact-link', contactId: '901', typeId: NEWSLETTER });
    desk.clock.advance(DAY);
    desk.act(BERLIN, { act: 'merge', contactId: CONTACT, otherId: '901' });
  });

  it('have statuses of their own, apart from the primary one’s', async () => {
    const { events, pasts } = timelineOf(await readOf(), {});
    expect(events.find(({ about }) => 'address' in about)).toMatchObject({
      about: { typeId: NEWSLETTER, address: { nth: 1, value: 'other@example.com' } },
      change: 'opted-out',
    });
    expect(pasts.get(`subscription:${NEWSLETTER}~1`)?.now?.state).toBe('opted-out');
    expect(pasts.get(`subscription:${NEWSLETTER}`)?.now?.state).toBe('not-specified');
  });

  it('no address stands in an id, in a record’s name or among raw values', async () => {
    desk.act(BERLIN, {
      act: 'change-address',
      contactId: CONTACT,
      to: 'third@example.com',
      userId: 47,
    });
    const { events, evidence } = timelineOf(await readOf(), {});
    const kept = [...events, ...evidence].map(({ id, witnesses }) => ({ id, witnesses }));
    expect(kept.length).toBeGreaterThan(3);
    for (const address of ['visitor@', 'other@', 'third@'])
      expect(JSON.stringify(kept)).not.toContain(address);
  });

  it('a third one is not asked, and that is said', async () => {
    for (const id of ['902', '903']) {
      desk.act(BERLIN, {
        act: 'create',
        contactId: id,
        properties: { email: `other-${id}@example.com` },
      });
      desk.act(BERLIN, { act: 'merge', contactId: CONTACT, otherId: id });
    }
    const { sources } = timelineOf(await readOf(), {});
    expect(sources).toContainEqual({
      source: 'current-status',
      absent: { code: 'not-asked' },
      mayBeCut: false,
    });
  });
});
