import { Accordion, Table } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { drawn, historyOf, many, told } from './timeline-drawn.tsx';

describe('the timeline by day', () => {
  const events = [
    told('2026-07-02T15:00:00.000Z'),
    told('2026-07-02T14:59:00.000Z'),
    told('2026-07-02T01:00:00.000Z'),
  ];

  it.each([
    ['en', 'Asia/Tokyo', ['3 Jul 2026', '2 Jul 2026'], ['00:00 GMT+9', '23:59 GMT+9']],
    ['ja', 'Asia/Tokyo', ['2026年7月3日', '2026年7月2日'], ['0:00 JST', '23:59 JST']],
    ['en', 'UTC', ['2 Jul 2026'], ['15:00 UTC', '14:59 UTC']],
  ] as const)('in %s in %s', (language, timeZone, days, times) => {
    const timeline = drawn(historyOf(events), { language, timeZone });
    expect(timeline.days()).toEqual(days);
    expect(
      timeline
        .rows()
        .map(([, , when]) => when)
        .slice(0, 2),
    ).toEqual(times);
  });

  it('names the day anew on each page', () => {
    const timeline = drawn(historyOf(many(45)), { timeZone: 'UTC' });
    expect([timeline.page(), timeline.days(), timeline.rows().length]).toEqual([
      '1/3',
      ['3 Jul 2026'],
      20,
    ]);
    timeline.turnTo(3);
    expect([timeline.page(), timeline.days(), timeline.rows().length]).toEqual([
      '3/3',
      ['3 Jul 2026'],
      5,
    ]);
  });

  it('draws no more of ten thousand events than a page', () => {
    const timeline = drawn(historyOf(many(10_000), { evidence: many(10_000) }));
    expect(timeline.rows()).toHaveLength(40);
  });
});

describe('what may be older than it shows', () => {
  const app = { kind: 'integration', name: 'Website module' } as const;
  const oldest: ConsentEvent = {
    ...told('2026-07-02T05:00:00.000Z', 'opted-out', { actor: app }),
    actor: { kind: 'someone' },
    certainty: 'unknown',
    orEarlier: true,
  };

  it.each<['en' | 'ja', string, string, string]>([
    [
      'en',
      'not known who did it first',
      '2 Jul 2026 or earlier',
      'by integration “Website module”',
    ],
    ['ja', '最初の変更者は不明', '2026年7月2日以前', '連携アプリ「Website module」'],
  ])('in %s: who and when; the details have whom HubSpot names', (language, who, when, named) => {
    const timeline = drawn(historyOf([oldest]), { language });
    expect(timeline.rows()[0]?.[0]).toBe(who);
    expect(timeline.rows()[0]?.[2]).toBe(when);
    expect(timeline.days()).toEqual([when.replace(' or earlier', '').replace('以前', '')]);
    timeline.openNth(0);
    expect(timeline.facts().map(([, fact]) => fact)).toContain(named);
  });

  it('says of a form’s setting the same in the row and in the details', () => {
    const actor = { kind: 'contact', by: 'form', name: 'Price list' } as const;
    const event: ConsentEvent = {
      ...told('2026-07-02T05:00:00.000Z', 'opted-in', { actor }),
      formConsent: 'by-setting',
    };
    const timeline = drawn(historyOf([event]));
    timeline.openNth(0);
    expect(JSON.stringify([timeline.rows(), timeline.facts()])).not.toContain('by the contact');
  });

  it('shows HubSpot’s own text in the details too, and is found by it', () => {
    const named = told('2026-07-02T05:00:00.000Z', 'opted-out', {
      actor: { kind: 'someone', reported: 'Chat with Ann' },
    });
    const event: ConsentEvent = { ...named, actor: { kind: 'contact' } };
    const another = told('2026-07-01T05:00:00.000Z', 'opted-out', {
      actor: { kind: 'someone', reported: 'Robot' },
    });
    const timeline = drawn(historyOf([event, another]));
    timeline.openNth(0);
    expect(timeline.facts().map(([, fact]) => fact)).toContain(
      'source in HubSpot: “Chat with Ann”',
    );
    timeline.filter();
    expect(timeline.choices('who')).toEqual([
      'All',
      'by the contact',
      'source in HubSpot: “Robot”',
    ]);
  });
});

describe('how sure it is', () => {
  it.each([
    ['en', ['Stated', 'Inferred', 'Not known']],
    ['ja', ['記録どおり', '推定', '不明']],
  ] as const)('in %s stands beside who it was, in words', (language, expected) => {
    const someone = told('2026-07-01T05:00:00.000Z', 'opted-out', { actor: { kind: 'someone' } });
    const timeline = drawn(
      historyOf([
        told('2026-07-02T05:00:00.000Z'),
        {
          ...someone,
          certainty: 'inferred',
          inferred: { actor: { kind: 'contact' }, ground: 'form-submitted-just-before' },
        },
        { ...someone, id: 'another' },
      ]),
      { language },
    );
    expect(timeline.tags()).toEqual(expected);
  });

  it.each([
    ['en', 'by the contact, link in an e-mail'],
    ['ja', 'コンタクト本人・Eメール内のリンク'],
  ] as const)('in %s: who it was comes first', (language, who) => {
    const timeline = drawn(historyOf([told('2026-07-02T05:00:00.000Z')]), { language });
    expect(timeline.rows()[0]?.[0]).toBe(who);
  });
});

describe('details', () => {
  const event = told('2026-07-02T05:00:00.000Z', 'opted-out', {
    source: 'property-history',
    record: 'opt-out@2026-07-02#0',
    learnedAt: '2026-07-02T06:00:00.000Z',
    raw: { property: 'opt-out of 11', value: 'true', sourceType: 'EMAIL' },
  });
  const two = {
    ...event,
    witnesses: [
      event.witnesses[0],
      { ...event.witnesses[0], source: 'email-events', record: '1', actor: { kind: 'hubspot' } },
    ] as const,
  };

  it.each([
    [
      'en',
      [
        ['property history', 'opt-out@2026-07-02#0'],
        ['When', '2026-07-02T05:00:00.000Z'],
        ['Written down', '2 Jul 2026, 15:00 GMT+9'],
        ['property', 'opt-out of 11'],
        ['value', 'true'],
        ['sourceType', 'EMAIL'],
      ],
    ],
    [
      'ja',
      [
        ['プロパティの履歴', 'opt-out@2026-07-02#0'],
        ['日時', '2026-07-02T05:00:00.000Z'],
        ['記録日時', '2026年7月2日 15:00 JST'],
        ['property', 'opt-out of 11'],
        ['value', 'true'],
        ['sourceType', 'EMAIL'],
      ],
    ],
  ] as const)('in %s: every source, its record, its time and its raw values', (language, facts) => {
    const timeline = drawn(historyOf([two]), { language });
    expect(timeline.facts()).toEqual([]);
    timeline.openNth(0);
    expect(timeline.facts().slice(0, 6)).toEqual(facts);
    // The other source: another actor, the same time, and its own raw values.
    const who = { en: ['By whom', 'by HubSpot'], ja: ['変更者', 'HubSpotの自動処理'] }[language];
    expect(timeline.facts()[7]).toEqual(who);
    expect(timeline.facts().slice(8)).toEqual(facts.slice(2));
    timeline.openNth(0);
    expect(timeline.facts()).toEqual([]);
  });

  it('say no more than the event does: not who nobody names, but a time that differs', () => {
    const [witness] = event.witnesses;
    const timeline = drawn(
      historyOf([
        {
          ...event,
          witnesses: [
            { ...witness, actor: { kind: 'someone' }, raw: {} },
            { ...witness, source: 'current-status', record: 's', raw: {} },
            { ...witness, source: 'ledger', record: 'l', at: '2026-07-02T05:00:01.000Z', raw: {} },
          ],
        },
      ]),
    );
    timeline.openNth(0);
    const written = ['Written down', '2 Jul 2026, 15:00 GMT+9'];
    expect(timeline.facts()).toEqual([
      ['property history', 'opt-out@2026-07-02#0'],
      ['When', '2026-07-02T05:00:00.000Z'],
      written,
      ['today’s status', 's'],
      written,
      ['this card’s own record', 'l'],
      ['When', '2 Jul 2026, 14:00 GMT+9 (2026-07-02T05:00:01.000Z)'],
      written,
    ]);
  });

  it('name who it was where the event only infers it', () => {
    const [witness] = event.witnesses;
    const timeline = drawn(
      historyOf([
        {
          ...event,
          actor: { kind: 'someone' },
          inferred: { actor: { kind: 'contact' }, ground: 'form-submitted-just-before' },
          witnesses: [{ ...witness, actor: { kind: 'contact' }, raw: {} }],
        },
      ]),
    );
    timeline.openNth(0);
    expect(timeline.facts()).toContainEqual(['By whom', 'by the contact']);
  });

  it('of one event at a time', () => {
    const timeline = drawn(historyOf([two, told('2026-07-01T05:00:00.000Z')]));
    timeline.openNth(0);
    timeline.openNth(1);
    const open = timeline.renderer
      .find(Table)
      .findAll(Accordion)
      .map(({ props }) => props.open);
    expect(open).toEqual([false, true]);
  });

  it('stand with evidence too', () => {
    const form = told(
      '2026-07-01T05:00:00.000Z',
      'submitted',
      { raw: { form: 'f1' } },
      {
        kind: 'form',
        form: 'f1',
      },
    );
    const timeline = drawn(historyOf([], { evidence: [form] }));
    timeline.openNth(0);
    expect(timeline.facts()).toContainEqual(['form', 'f1']);
  });
});

describe('what this product recorded itself', () => {
  const staff = { userId: '47', name: 'Sales Representative' };
  const card = { rules: ['staff-may-opt-out'], askedBy: 'phone', evidence: 'ticket 1234' };

  it.each([
    [
      'en',
      'claimed',
      'through this card, by Sales Representative (as the page claims)',
      'Rule: staff may opt out. The contact asked for it by phone. Evidence given: “ticket 1234”.',
    ],
    [
      'en',
      'vouched',
      'through this card, by Sales Representative (as HubSpot vouches)',
      'Rule: staff may opt out. The contact asked for it by phone. Evidence given: “ticket 1234”.',
    ],
    [
      'ja',
      'claimed',
      'このカードから変更・Sales Representative（自己申告）',
      '適用ルール：社内ユーザーによる配信停止。本人の依頼（電話）。証跡：「ticket 1234」。',
    ],
    [
      'ja',
      'vouched',
      'このカードから変更・Sales Representative（HubSpotが確認）',
      '適用ルール：社内ユーザーによる配信停止。本人の依頼（電話）。証跡：「ticket 1234」。',
    ],
  ] as const)(
    'in %s, %s: names the colleague, the request, the evidence and the rule',
    (language, identity, who, notes) => {
      const event = told('2026-07-02T05:00:00.000Z', 'opted-out', {
        source: 'ledger',
        actor: { kind: 'this-card', staff: { ...staff, identity } },
        card,
      });
      const timeline = drawn(historyOf([event]), { language });
      expect(timeline.rows()[0]?.[0]).toBe(who);
      expect(timeline.texts()).toContain(notes);
    },
  );
});
