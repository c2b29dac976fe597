import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TODAY } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { wholeTimeline } from '../../src/app/app.functions/sources/read-sources.ts';
import { reliableActor } from '../../src/app/evidence/authorship.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { askOverHttp } from './desk-over-http.ts';
import {
  emailEvent,
  emailEvents,
  EVERYTHING,
  history,
  instant,
  said,
  status,
  version,
} from './reported.ts';

const TOKYO = 1001;
const CONTACT = '900';
const DAY = 86_400_000;
const TWO_SCOPES = ['crm.objects.contacts.read', 'communication_preferences.read_write'];

let http: Awaited<ReturnType<typeof askOverHttp>>;
beforeAll(async () => {
  http = await askOverHttp();
});
afterAll(() => http.close());

/** The contact opts out by a link; then a module of the website says it again at every send. */
async function repeated(times: number, versionsKept: number, scopes: readonly string[]) {
  const desk = createHubSpotOnDesk({
    now: Date.UTC(2026, 2, 1),
    scenarios: [],
    assumptions: { ...TODAY, versionsKept },
  });
  desk.grant(TOKYO, scopes);
  const contactId = CONTACT;
  desk.act(TOKYO, { act: 'create', contactId, properties: { email: 'first@example.com' } });
  desk.clock.set(Date.UTC(2026, 2, 10, 9));
  desk.act(TOKYO, { act: 'contact-link', contactId, typeId: NEWSLETTER });
  desk.clock.set(Date.UTC(2026, 3, 1, 9));
  for (let nth = 0; nth < times; nth += 1) {
    desk.act(TOKYO, {
      act: 'integration',
      contactId,
      typeId: NEWSLETTER,
      to: 'UNSUBSCRIBED',
      appId: 9901,
      name: 'Website opt-out module',
    });
    desk.clock.advance(4 * DAY);
  }
  return wholeTimeline(await http.askingOf(desk, TOKYO, CONTACT));
}

const optOutsIn = ({ events }: Awaited<ReturnType<typeof repeated>>) =>
  events.filter(({ change, about }) => change === 'opted-out' && about.kind === 'subscription');

describe('a history as long as HubSpot keeps, whose oldest version is an opt-out', () => {
  it.each([
    [50, 45, '2026-04-21'],
    [50, 20, '2026-07-30'],
    [50, 30, '2026-06-20'],
  ])(
    '%i repeats of which %i are kept: opted out on %s or earlier, by nobody known',
    async (times, kept, oldest) => {
      const cut = await repeated(times, kept, TWO_SCOPES);
      expect(cut.olderMayExist).toBe(true);
      const optOuts = optOutsIn(cut);
      const first = optOuts.at(-1);
      expect(first).toMatchObject({
        at: instant(oldest),
        orEarlier: true,
        actor: { kind: 'someone' },
        certainty: 'unknown',
      });
      expect(reliableActor(first!)).toEqual({ kind: 'someone' });
      expect(first?.witnesses[0].actor).toMatchObject({ name: 'Website opt-out module' });
      expect(optOuts.slice(0, -1).every(({ repeats }) => repeats)).toBe(true);
      expect(optOuts.filter(({ orEarlier }) => orEarlier)).toHaveLength(1);
    },
  );

  it('is said so in both languages', async () => {
    const first = optOutsIn(await repeated(50, 45, TWO_SCOPES)).slice(-1);
    expect(said(first, 'en')).toEqual([
      '21 Apr 2026 or earlier: Opted out of Newsletter, not known who did it first.',
    ]);
    expect(said(first, 'ja')).toEqual([
      '2026年4月21日以前：「ニュースレター」を配信停止／最初の変更者は不明。',
    ]);
  });

  it('that another source knows from the beginning is one state since its oldest, by the contact', async () => {
    const optOuts = optOutsIn(await repeated(50, 45, ALL_SCOPES));
    expect(optOuts.at(-1)).toMatchObject({ at: instant('2026-03-10'), actor: { kind: 'contact' } });
    expect(optOuts.some(({ orEarlier }) => orEarlier)).toBe(false);
    expect(optOuts.slice(0, -1).every(({ repeats }) => repeats)).toBe(true);
  });

  it('with fewer versions than HubSpot keeps is told as it is', async () => {
    const optOuts = optOutsIn(await repeated(3, 45, TWO_SCOPES));
    expect(optOuts.at(-1)).toMatchObject({ at: instant('2026-03-10'), actor: { kind: 'contact' } });
    expect(optOuts.some(({ orEarlier }) => orEarlier)).toBe(false);
  });

  it('has no state before its oldest version', async () => {
    const cut = await repeated(50, 45, TWO_SCOPES);
    const at = (day: string) =>
      stateAt(cut, instant(day)).find(
        ({ about }) => about.kind === 'subscription' && about.typeId === NEWSLETTER,
      );
    expect(at('2026-04-20')).toMatchObject({ kind: 'unknown', before: instant('2026-04-21') });
    expect(at('2026-04-22')).toMatchObject({ kind: 'known', state: 'opted-out' });
  });
});

describe('the oldest version of a history that may be cut', () => {
  const mayBeCut = true;

  it('is as old as an earlier status of the same says', () => {
    const events = timeline([
      ...history(version('2026-04-21', 'opted-out', 'INTEGRATION', { mayBeCut })),
      ...status('2026-03-10', 'opted-out', 'List-unsubscribe header'),
    ]);
    expect(events.map(({ orEarlier }) => orEarlier)).toEqual([undefined, undefined]);
    expect(events[0]?.repeats).toBe(true);
    expect(events[1]?.actor).toEqual({ kind: 'contact', by: 'mail-program' });
  });

  it('may be older where the last that is known before is another state', () => {
    const [optOut] = timeline([
      ...history(version('2026-04-21', 'opted-out', 'INTEGRATION', { mayBeCut })),
      ...emailEvents(emailEvent('2026-03-10', 'opted-in', 'SOURCE_RECIPIENT')),
    ]);
    expect(optOut).toMatchObject({ orEarlier: true, actor: { kind: 'someone' } });
  });

  it('of everything: an opt-out is that old or older, and its absence ends none', () => {
    const of = (change: 'opted-in' | 'opted-out') =>
      timeline(history(version('2026-04-21', change, 'CRM_UI', { mayBeCut, about: EVERYTHING })));
    expect(said(of('opted-out'), 'en')).toEqual([
      '21 Apr 2026 or earlier: Opted out of all e-mail, not known who did it first.',
    ]);
    expect(said(of('opted-in'), 'en')).toEqual([
      '21 Apr 2026 or earlier: All e-mail: not opted out, not known who did it first.',
    ]);
    expect(said(of('opted-in'), 'ja')).toEqual([
      '2026年4月21日以前：すべてのEメール：配信停止なし／最初の変更者は不明。',
    ]);
  });

  it('is the contact’s own where they opted in: that they did is told', () => {
    const [optIn] = timeline(history(version('2026-04-21', 'opted-in', 'EMAIL', { mayBeCut })));
    expect(optIn).toMatchObject({ orEarlier: true, actor: { kind: 'contact' } });
    expect(reliableActor(optIn!).kind).toBe('contact');
  });

  it('is nobody’s for a decision, whomever it names', () => {
    const [optOut] = timeline(history(version('2026-04-21', 'opted-out', 'CRM_UI')));
    expect(reliableActor(optOut!).kind).toBe('staff');
    expect(reliableActor({ ...optOut!, orEarlier: true })).toEqual({ kind: 'someone' });
  });

  it('of an obstacle lifts none', () => {
    const about = { kind: 'deliverability', of: 'quarantine' } as const;
    const versions = [version('2026-04-21', 'unblocked', 'CALCULATED', { mayBeCut, about })];
    expect(history(...versions)).toEqual([]);
  });
});
