import { beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { stageOn } from '../../sandbox/stage/stage.ts';

const NOW = Date.UTC(2026, 10, 24, 1, 30);
const DAY = 86_400_000;
const TOKYO = 1001;
const BERLIN = 1002;

let hubspot = createHubSpotOnDesk({ now: NOW });
let stage = stageOn(hubspot);
beforeEach(() => {
  hubspot = createHubSpotOnDesk({ now: NOW });
  stage = stageOn(hubspot);
});

const seminars = () => hubspot.contact(BERLIN, '203')?.address?.byType[SEMINARS]?.state;
const link = { act: 'contact-link', contactId: '208', typeId: NEWSLETTER } as const;

describe('telling', () => {
  it('goes as far as asked, and not beyond the end', () => {
    expect(stage.view('S3').told).toBe(4);
    stage.retell('S3', 1);
    expect(seminars()).toBeUndefined();
    stage.retell('S3', 2);
    expect(seminars()).toBe('SUBSCRIBED');
    stage.retell('S3', 99);
    expect(seminars()).toBe('UNSUBSCRIBED');
    expect(stage.view('S3').told).toBe(4);
  });

  it('opening leaves things as they are, unless so many steps are asked for', () => {
    stage.retell('S3', 1);
    stage.open('S3');
    expect(stage.view('S3').told).toBe(1);
    stage.open('S3', 3);
    expect(stage.view('S3').told).toBe(3);
    expect(seminars()).toBe('UNSUBSCRIBED');
  });

  it('forgets what was played on that contact, and only that', () => {
    stage.play(BERLIN, link);
    stage.play(BERLIN, { ...link, contactId: '203' });
    stage.retell('S3', 4);
    expect(stage.view('S3').played).toEqual([]);
    expect(stage.view('S8').played).toHaveLength(1);
    expect(hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
  });
});

describe('playing', () => {
  it('at once, on that contact, with a line in its log', () => {
    const other = hubspot.contact(BERLIN, '203');
    expect(stage.play(BERLIN, link)).toBeUndefined();
    expect(hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]?.at).toBe(NOW);
    expect(hubspot.contact(BERLIN, '203')).toEqual(other);
    expect(stage.view('S8').played).toEqual([
      { at: NOW, actsAt: NOW, what: { kind: 'act', portalId: BERLIN, act: link } },
    ]);
    expect(stage.view('S3').played).toEqual([]);
  });

  it('a workflow later, as HubSpot would, or when asked', () => {
    const act = {
      act: 'workflow',
      name: 'W',
      contactId: '208',
      typeId: NEWSLETTER,
      to: 'UNSUBSCRIBED',
    } as const;
    stage.play(BERLIN, act);
    expect(stage.view('S8').dueAt).toBe(NOW + hubspot.assumptions.workflowDelayMs);
    expect(hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]?.state).toBe('SUBSCRIBED');
    stage.play(BERLIN, act, 0);
    expect(hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
  });

  it.each([
    ['a contact that is not there', TOKYO, { ...link, contactId: '999' }, 'no-such-contact'],
    [
      'a type of another account',
      TOKYO,
      { ...link, contactId: '104', typeId: '506' },
      'no-such-type',
    ],
    ['no address', TOKYO, { ...link, contactId: '121' }, 'no-address'],
    [
      'no workflows',
      1004,
      { act: 'workflow', name: 'W', contactId: '411', typeId: NEWSLETTER, to: 'UNSUBSCRIBED' },
      'no-workflows',
    ],
    [
      'no marketing contacts',
      1003,
      { act: 'marketing-status', contactId: '311', to: 'marketing', by: 'USER_SET', name: 'x' },
      'no-marketing-contacts',
    ],
  ] as const)('not where there is %s: the reason, and nothing changes', (_, portalId, act, why) => {
    const before = hubspot.snapshot();
    expect(stage.play(portalId, act, 5_000)).toBe(why);
    expect(hubspot.snapshot()).toBe(before);
  });
});

describe('the date', () => {
  it('moves by days, and to the next update date', () => {
    stage.moveDate({ days: 2 });
    expect(hubspot.clock.now()).toBe(NOW + 2 * DAY);
    stage.moveDate({ to: 'next-update-date', portalId: TOKYO });
    expect(hubspot.clock.now()).toBe(Date.UTC(2026, 10, 30, 15));
    expect(stage.state().movedByMs).toBe(Date.UTC(2026, 10, 30, 15) - NOW);
    expect(stage.view('S1').played.map(({ what }) => what.kind)).toEqual(['date', 'date']);
  });

  it('goes back with everything else when the sandbox is reset, but not by what passed meanwhile', () => {
    stage.moveDate({ days: 30 });
    hubspot.clock.advance(5_000);
    stage.limitCalls(100);
    stage.play(BERLIN, link);
    stage.reset();
    expect(hubspot.clock.now()).toBe(NOW + 5_000);
    expect(stage.view('S8')).toMatchObject({ played: [], callLimit: 'off', told: 3 });
  });
});

describe('failures', () => {
  it('of a scenario are armed at each opening, never twice, and end with it', () => {
    stage.open('busy');
    stage.open('busy');
    expect(hubspot.failures()).toMatchObject([{ times: 12 }]);
    stage.open('S1');
    expect(hubspot.failures()).toEqual([]);
  });

  it('set up by hand stay when the page is loaded again', () => {
    const failure = { path: '/', times: 1, fault: { kind: 'malformed' } } as const;
    stage.fail(failure);
    stage.open('S1');
    expect(stage.view('S1').failures).toEqual([failure]);
    stage.clearFailures();
    expect(stage.view('S1').failures).toEqual([]);
  });
});

describe('the app’s functions', () => {
  it('held: its calls wait until it is let go, then meet what it is by then', async () => {
    stage.setFunction({ uid: 'read-consent', is: 'held' });
    const met: string[] = [];
    const waiting = stage.reach('read-consent').then((is) => met.push(is));
    expect(await stage.reach('change-consent')).toBe('there');
    expect(met).toEqual([]);
    stage.setFunction({ uid: 'read-consent', is: 'not-installed' });
    await waiting;
    expect(met).toEqual(['not-installed']);
    expect(stage.view('S1').functions['read-consent']).toBe('not-installed');
  });

  it('are all there after a reset, and what waited is dropped', async () => {
    stage.setFunction({ uid: 'change-consent', is: 'held' });
    const waiting = stage.reach('change-consent');
    stage.reset();
    expect(await waiting).toBe('not-installed');
    expect(await stage.reach('change-consent')).toBe('there');
  });
});
