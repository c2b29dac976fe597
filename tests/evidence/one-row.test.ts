import { describe, expect, it } from 'vitest';
import type { SourceAnswer } from '../../src/app/evidence/source.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { timelineOf } from '../../src/app/evidence/whole-timeline.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import {
  emailEvent,
  emailEvents,
  EVERYTHING,
  history,
  instant,
  legacyRow,
  said,
  SEMINARS,
  status,
  version,
} from './reported.ts';

describe('the legal basis to process', () => {
  const about = { kind: 'legal-basis' } as const;
  const basis = (on: string, value: string) =>
    version(on, value === '' ? 'cleared' : 'basis-recorded', 'CRM_UI', { about, value });

  it('that is replaced by another is two changes, of which the newer holds', () => {
    const versions = [
      basis('2026-04-01', 'Performance of a contract'),
      basis('2026-05-01', 'Freely given consent from contact'),
    ];
    const events = timeline(history(...versions));
    expect(events.map(({ repeats }) => repeats)).toEqual([undefined, undefined]);
    expect(said(events, 'en')).toEqual([
      '1 May 2026, 09:00 UTC: Legal basis to process recorded, by staff. Legal basis: “Freely given consent from contact”.',
      '1 Apr 2026, 09:00 UTC: Legal basis to process recorded, by staff. Legal basis: “Performance of a contract”.',
    ]);
    expect(said(events, 'ja')[0]).toBe(
      '2026年5月1日 9:00 UTC：データ処理の法的根拠を記録／社内ユーザー。法的根拠：「Freely given consent from contact」。',
    );
    const read = whole(versions);
    expect(stateAt(read, instant('2026-05-02'))).toContainEqual({
      kind: 'known',
      about,
      state: 'recorded',
      eventId: events[0]?.id,
    });
  });

  it('that is cleared, set again and extended is told each time', () => {
    const events = timeline(
      history(
        basis('2026-04-01', 'Not applicable'),
        basis('2026-05-01', ''),
        basis('2026-06-01', 'Not applicable'),
        basis('2026-07-01', 'Performance of a contract;Not applicable'),
      ),
    );
    expect(said(events, 'en')).toEqual([
      '1 Jul 2026, 09:00 UTC: Legal basis to process recorded, by staff. Legal basis: “Performance of a contract” and “Not applicable”.',
      '1 Jun 2026, 09:00 UTC: Legal basis to process recorded, by staff. Legal basis: “Not applicable”.',
      '1 May 2026, 09:00 UTC: Legal basis to process: status cleared, by staff.',
      '1 Apr 2026, 09:00 UTC: Legal basis to process recorded, by staff. Legal basis: “Not applicable”.',
    ]);
    expect(said(events, 'ja')[0]).toContain(
      '法的根拠：「Performance of a contract」、「Not applicable」。',
    );
  });

  it.each([
    ['in another order', 'A;B', 'B;A'],
    ['with spaces', 'A;B', ' A ; B;'],
    ['twice', 'A', 'A'],
  ])('of the same bases %s is told once', (_how, before, after) => {
    expect(history(basis('2026-04-01', before), basis('2026-05-01', after))).toHaveLength(1);
  });
});

describe('reasons that change', () => {
  const about = { kind: 'deliverability', of: 'hard-bounce' } as const;

  it('are each told: a full mailbox, and then an address that does not exist', () => {
    const events = timeline(
      history(
        version('2026-04-01', 'blocked', 'EMAIL', { about, value: 'MAILBOX_FULL' }),
        version('2026-05-01', 'blocked', 'EMAIL', { about, value: 'UNKNOWN_USER' }),
        version('2026-06-01', 'blocked', 'EMAIL', { about, value: 'UNKNOWN_USER' }),
      ),
    );
    expect(said(events, 'en')).toEqual([
      '1 May 2026, 09:00 UTC: Hard bounce: the address does not exist, by HubSpot.',
      '1 Apr 2026, 09:00 UTC: Hard bounce: mailbox full, by HubSpot.',
    ]);
    expect(events[0]?.repeats).toBeUndefined();
  });

  it('end no spam complaint: another quarantine reason is none that the contact took back', () => {
    const complaint = { kind: 'deliverability', of: 'spam-complaint' } as const;
    const of = (on: string, change: 'blocked' | 'unblocked') =>
      version(on, change, 'CALCULATED', { about: complaint });
    const versions = [
      of('2026-04-01', 'blocked'),
      of('2026-05-01', 'unblocked'),
      of('2026-06-01', 'blocked'),
      of('2026-07-01', 'unblocked'),
    ];
    expect(timeline(history(...versions)).map(({ change, at }) => [change, at])).toEqual([
      ['blocked', instant('2026-06-01')],
      ['blocked', instant('2026-04-01')],
    ]);
  });
});

describe('an e-mail event about a type, with the status of all mail beside it', () => {
  const beside = (on: string, portal: 'opted-in' | 'opted-out', isSentAlong = true) => [
    emailEvent(on, portal, 'SOURCE_RECIPIENT', { about: EVERYTHING, isSentAlong }),
    emailEvent(on, 'opted-out', 'SOURCE_RECIPIENT'),
  ];
  const ofEverything = (...records: ReturnType<typeof emailEvent>[]) =>
    timeline(emailEvents(...records)).filter(({ about }) => about.kind === 'everything');

  it('lifts nothing that was never out', () => {
    const events = timeline(emailEvents(...beside('2026-09-02', 'opted-in')));
    expect(said(events, 'en')).toEqual([
      '2 Sept 2026, 09:00 UTC: Opted out of Newsletter, by the contact.',
    ]);
    expect(said(events, 'ja')).toEqual([
      '2026年9月2日 9:00 UTC：「ニュースレター」を配信停止／コンタクト本人。',
    ]);
  });

  it('opts out of nothing that was out before', () => {
    const before = emailEvent('2026-08-01', 'opted-out', 'SOURCE_HUBSPOT_CUSTOMER', {
      about: EVERYTHING,
    });
    const events = ofEverything(before, ...beside('2026-09-02', 'opted-out'));
    expect(events.map(({ at }) => at)).toEqual([instant('2026-08-01')]);
  });

  it('tells an opt-out of everything, and its end after one', () => {
    const events = ofEverything(
      ...beside('2026-08-01', 'opted-out'),
      ...beside('2026-09-02', 'opted-in'),
    );
    expect(said(events, 'en')).toEqual([
      '2 Sept 2026, 09:00 UTC: Opt-out of all e-mail lifted, by the contact.',
      '1 Aug 2026, 09:00 UTC: Opted out of all e-mail, by the contact.',
    ]);
  });

  it('does not opt the contact in again to a type that it only lists', () => {
    const listed = emailEvent('2026-09-02', 'opted-in', 'SOURCE_RECIPIENT', {
      about: SEMINARS,
      isSentAlong: true,
    });
    const before = emailEvent('2026-08-01', 'opted-in', 'SOURCE_PUBLIC_API', { about: SEMINARS });
    const events = timeline(emailEvents(before, listed));
    expect(events.map(({ at, actor }) => [at, actor.kind])).toEqual([
      [instant('2026-08-01'), 'integration'],
    ]);
    const again = { ...listed, change: 'opted-out' } as const;
    const later = { ...again, at: instant('2026-10-01'), cause: 'later' };
    expect(timeline(emailEvents(before, again, later))).toHaveLength(3);
  });

  it('in the legacy timeline is called no lifting either, where nothing is known to have been out', () => {
    const row = legacyRow('2026-09-02', 'opted-in', 'SOURCE_RECIPIENT', { about: EVERYTHING });
    expect(said(timeline(row), 'en')).toEqual([
      '2 Sept 2026 or earlier: All e-mail: not opted out, by the contact.',
    ]);
    const of = status('2026-09-02', 'opted-in', undefined, { about: EVERYTHING });
    expect(said(timeline(of), 'ja')).toEqual([
      '2026年9月2日以前：すべてのEメール：配信停止なし／最初の変更者は不明。',
    ]);
  });
});

describe('one change that two legacy sources tell', () => {
  const row = (on: string, cause: string) =>
    legacyRow(on, 'opted-out', 'SOURCE_RECIPIENT', { cause });
  const event = (on: string, cause: string) =>
    emailEvents(emailEvent(on, 'opted-out', 'SOURCE_RECIPIENT', { cause }));

  it.each<[string, ReturnType<typeof history>]>([
    ['alone', []],
    ['beside the property', history(version('2026-09-02', 'opted-out', 'EMAIL'))],
    ['beside today’s status', status('2026-09-02', 'opted-out')],
  ])('with causes of different names is one row, %s', (_beside, more) => {
    const events = timeline([
      ...row('2026-09-02', 'a'),
      ...event('2026-09-02T09:00:12.000Z', 'b'),
      ...more,
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]?.witnesses).toHaveLength(2 + more.length);
  });

  it('is two where they are more than a minute apart, or one of them tells both', () => {
    const apart = [...row('2026-09-02', 'a'), ...event('2026-09-02T09:02:00.000Z', 'b')];
    expect(timeline(apart)).toHaveLength(2);
    const twice = [
      ...row('2026-09-02', 'a'),
      ...row('2026-09-02T09:00:20.000Z', 'b'),
      ...event('2026-09-02T09:00:20.000Z', 'c'),
    ];
    const events = timeline(twice);
    expect(events).toHaveLength(2);
    expect(events[0]?.witnesses.map(({ cause }) => cause)).toEqual(['b', 'c']);
  });
});

describe('the time of a change', () => {
  const LATE = '2026-09-02T09:00:30.000Z';
  const tell = {
    property: (at: string) => history(version(at, 'opted-out', 'EMAIL')),
    row: (at: string) => legacyRow(at, 'opted-out', 'SOURCE_RECIPIENT', { cause: 'x' }),
    event: (at: string) =>
      emailEvents(emailEvent(at, 'opted-out', 'SOURCE_RECIPIENT', { cause: 'x' })),
    status: (at: string) => status(at, 'opted-out'),
  };

  it.each([
    ['property', 'row', 'event'],
    ['property', 'event', 'status'],
    ['row', 'property', 'status'],
    ['event', 'property', 'row'],
  ] as const)('is the one that two sources agree on; the %s is late', (late, one, other) => {
    const [event] = timeline([
      ...tell[late](LATE),
      ...tell[one]('2026-09-02'),
      ...tell[other]('2026-09-02T09:00:00.700Z'),
    ]);
    expect(Date.parse(event?.at ?? '') - Date.parse(instant('2026-09-02'))).toBeLessThan(1_000);
    expect(event?.witnesses).toHaveLength(3);
  });

  it('is the property’s where no two agree, or two and two', () => {
    const three = [...tell.property('2026-09-02'), ...tell.row(LATE)];
    expect(timeline(three)[0]?.at).toBe(instant('2026-09-02'));
    const spread = [...three, ...tell.status('2026-09-02T09:00:15.000Z')];
    expect(timeline(spread)[0]?.at).toBe(instant('2026-09-02'));
    const two = [...three, ...tell.event(LATE), ...tell.status('2026-09-02')];
    expect(timeline(two)[0]?.at).toBe(instant('2026-09-02'));
  });

  it('names the event by its first source all the same, so that a lock still leads to it', () => {
    const glance = timeline(tell.property(LATE));
    const whole = timeline([
      ...tell.property(LATE),
      ...tell.row('2026-09-02'),
      ...tell.event('2026-09-02'),
    ]);
    expect(whole[0]?.id).toBe(glance[0]?.id);
    expect(whole[0]?.at).not.toBe(glance[0]?.at);
  });

  it('never turns two changes of one subject around', () => {
    const events = timeline([
      ...history(
        version('2026-09-02T09:00:30.000Z', 'opted-in', 'EMAIL'),
        version('2026-09-02T09:00:45.000Z', 'opted-out', 'EMAIL'),
      ),
      ...tell.row('2026-09-02T09:00:15.000Z'),
      ...tell.event('2026-09-02T09:00:15.000Z'),
    ]);
    expect(events.map(({ change, at }) => [change, at])).toEqual([
      ['opted-out', '2026-09-02T09:00:45.000Z'],
      ['opted-in', '2026-09-02T09:00:30.000Z'],
    ]);
  });
});

const SCHEDULE = { kind: 'marketing-schedule' } as const;
const MARKETING = { kind: 'marketing-status' } as const;

function whole(versions: readonly PropertyVersion[]) {
  const covers = [SCHEDULE, MARKETING, { kind: 'legal-basis' } as const].map((of) => ({ of }));
  const read: SourceAnswer = {
    kind: 'read',
    source: 'property-history',
    events: history(...versions),
    covers,
    mayBeCut: false,
  };
  return timelineOf([read], {});
}

describe('setting a marketing status that ends what was scheduled', () => {
  const lived = (end: 'set-marketing' | 'set-non-marketing', by: string, schedule = by) => [
    version('2026-03-02', 'set-marketing', 'IMPORT', { about: MARKETING }),
    version('2026-04-02', 'leaving-marketing', 'CRM_UI', { about: SCHEDULE }),
    ...(end === 'set-marketing'
      ? [version('2026-04-03', 'set-non-marketing', 'API', { about: MARKETING })]
      : []),
    version('2026-05-01', end, by, { about: MARKETING }),
    version('2026-05-01', 'staying-marketing', schedule, { about: SCHEDULE }),
  ];

  it.each([
    ['set-marketing', 'FORM', 'FORM'],
    ['set-marketing', 'AUTOMATION_PLATFORM', 'CALCULATED'],
    ['set-non-marketing', 'CALCULATED', 'CALCULATED'],
  ] as const)('%s by %s and %s is one row', (end, by, schedule) => {
    const { events } = whole(lived(end, by, schedule));
    const then = events.filter(({ at }) => at === instant('2026-05-01'));
    expect(then.map(({ change }) => change)).toEqual([end]);
    expect(then[0]?.witnesses).toHaveLength(2);
  });

  it('says both where both are news', () => {
    const { events } = whole(lived('set-marketing', 'AUTOMATION_PLATFORM'));
    expect(said(events.slice(0, 1), 'en')).toEqual([
      '1 May 2026, 09:00 UTC: Set as marketing contact, by a workflow. No longer scheduled to become non-marketing.',
    ]);
    expect(said(events.slice(0, 1), 'ja')).toEqual([
      '2026年5月1日 9:00 UTC：マーケティングコンタクトに設定／ワークフロー。マーケティング対象外への変更予定を解除。',
    ]);
    const left = whole(lived('set-non-marketing', 'CALCULATED')).events.slice(0, 1);
    expect(said(left, 'en')).toEqual([
      '1 May 2026, 09:00 UTC: Set as non-marketing contact, by HubSpot.',
    ]);
  });

  it('is two acts where two did it, or not at once', () => {
    const byTwo = whole(lived('set-marketing', 'CRM_UI', 'AUTOMATION_PLATFORM')).events;
    expect(byTwo.filter(({ at }) => at === instant('2026-05-01'))).toHaveLength(2);
    const later = whole([
      ...lived('set-marketing', 'CRM_UI').slice(0, -1),
      version('2026-05-01T09:00:05.000Z', 'staying-marketing', 'CRM_UI', { about: SCHEDULE }),
    ]).events;
    expect(later.filter(({ at }) => at.startsWith('2026-05-01'))).toHaveLength(2);
  });

  it('leaves the state of the schedule known', () => {
    const read = whole(lived('set-marketing', 'FORM'));
    const schedule = (on: string) =>
      stateAt(read, instant(on)).find(({ about }) => about.kind === 'marketing-schedule');
    expect(schedule('2026-04-10')).toMatchObject({ state: 'leaving' });
    expect(schedule('2026-05-02')).toMatchObject({ state: 'not-leaving' });
  });
});

describe('what the contact did at an address that was the primary one then', () => {
  const other = { nth: 1, value: 'second@example.com' };
  const atOther = { kind: 'everything', address: other } as const;
  const of = (source: string, since: string, second = instant('2026-09-01')) => {
    const read = (name: SourceAnswer['source'], events: ReturnType<typeof history>) =>
      ({ kind: 'read', source: name, events, covers: [], mayBeCut: false }) as const;
    const optOut = version('2026-09-01', 'opted-out', source, { about: EVERYTHING });
    return timelineOf(
      [
        read('property-history', history(optOut)),
        read(
          'current-status',
          status(second, 'opted-out', 'List-unsubscribe header', { about: atOther }),
        ),
      ],
      { addressSince: instant(since) },
    );
  };

  it('is one row, of that address, whichever source tells more', () => {
    const { events, pasts } = of('EMAIL', '2026-10-01');
    expect(said(events, 'en')).toEqual([
      '1 Sept 2026, 09:00 UTC: Opted out of all e-mail (other address 1), by the contact, link in an e-mail.',
    ]);
    expect(events[0]?.witnesses).toHaveLength(2);
    expect([...pasts.values()].map(({ changes }) => changes.length)).toEqual([1, 1]);
    expect(said(of('OTHER', '2026-10-01').events, 'ja')).toEqual([
      '2026年9月1日 9:00 UTC：すべてのEメールを配信停止（別のアドレス1）／コンタクト本人・メールソフトの配信停止ボタン。',
    ]);
  });

  it('is two where the primary address was the same then, or the moments differ', () => {
    expect(of('EMAIL', '2026-08-01').events).toHaveLength(2);
    expect(of('EMAIL', '2026-10-01', instant('2026-09-01T09:02:00.000Z')).events).toHaveLength(2);
  });
});
