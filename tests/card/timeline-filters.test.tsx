import { Button } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { drawn, historyOf, many, told, type Language } from './timeline-drawn.tsx';

const productNews = { kind: 'subscription', typeId: '12' } as const;

/** Newest first: a bounce, an opt-out whose author is inferred, an opt-in by a colleague, an opt-out in an e-mail. */
const EVENTS = [
  told(
    '2026-07-03T05:00:00.000Z',
    'blocked',
    { actor: { kind: 'hubspot' } },
    {
      kind: 'deliverability',
      of: 'hard-bounce',
    },
  ),
  {
    ...told('2026-07-02T05:00:00.000Z', 'opted-out', { actor: { kind: 'someone' } }),
    certainty: 'inferred' as const,
    inferred: {
      actor: { kind: 'contact' as const, by: 'form' as const },
      ground: 'form-submitted-just-before' as const,
    },
  },
  told(
    '2026-07-01T05:00:00.000Z',
    'opted-in',
    {
      source: 'property-history',
      actor: { kind: 'staff', name: 'Sales Representative' },
      explanation: 'Asked at the Ｆａｉｒ',
    },
    productNews,
  ),
  told('2026-06-30T05:00:00.000Z'),
];

const shown = (language: Language = 'en') => drawn(historyOf(EVENTS), { language });
const whatOf = (timeline: ReturnType<typeof drawn>) => timeline.rows().map(([, what]) => what);

describe('filters', () => {
  it.each([
    [
      'en',
      {
        about: ['All', 'Deliverability', 'Newsletter', 'Product news'],
        who: [
          'All',
          'by HubSpot',
          'by someone HubSpot does not name',
          'by the contact',
          'by staff',
        ],
        source: ['All', 'e-mail events', 'property history'],
      },
    ],
    [
      'ja',
      {
        about: ['すべて', '到達性', 'Newsletter', 'Product news'],
        who: [
          'すべて',
          'HubSpotの自動処理',
          '変更者はHubSpotに記録なし',
          'コンタクト本人',
          '社内ユーザー',
        ],
        source: ['すべて', 'Eメールイベント', 'プロパティの履歴'],
      },
    ],
  ] as const)('in %s offer what the timeline holds', (language, expected) => {
    const { choices, filter } = shown(language);
    expect(choices('about')).toBeUndefined();
    filter();
    for (const [facet, labels] of Object.entries(expected)) expect(choices(facet)).toEqual(labels);
  });

  it.each([
    ['about', 'Newsletter', ['Opted out of Newsletter', 'Opted out of Newsletter']],
    ['about', 'Deliverability', ['Hard bounce']],
    ['who', 'by staff', ['Opted in to Product news']],
    ['source', 'property history', ['Opted in to Product news']],
    ['about', 'All', EVENTS.map(() => expect.any(String) as string)],
  ])('%s: %s', (facet, label, expected) => {
    const timeline = shown();
    timeline.filter();
    timeline.choose(facet, label);
    expect(whatOf(timeline)).toEqual(expected);
  });

  it('a status and what is scheduled for it are one choice', () => {
    const timeline = drawn(
      historyOf([
        told('2026-07-03T05:00:00.000Z', 'leaving-marketing', {}, { kind: 'marketing-schedule' }),
        told('2026-07-02T05:00:00.000Z', 'set-marketing', {}, { kind: 'marketing-status' }),
        told('2026-07-01T05:00:00.000Z', 'opted-out', {}, { kind: 'everything' }),
      ]),
    );
    timeline.filter();
    expect(timeline.choices('about')).toEqual(['All', 'Marketing status', 'All e-mail']);
  });

  it('find an event both under whom HubSpot names and under who it probably was', () => {
    const timeline = shown();
    timeline.filter();
    timeline.choose('who', 'by someone HubSpot does not name');
    expect(timeline.rows()).toHaveLength(1);
    timeline.choose('who', 'by the contact');
    expect(timeline.rows()).toHaveLength(2);
  });

  it('narrow each other, and say so where nothing is left', () => {
    const timeline = shown();
    timeline.filter();
    timeline.choose('about', 'Newsletter');
    timeline.choose('who', 'by staff');
    expect(timeline.rows()).toEqual([]);
    expect(timeline.texts()).toContain('No change fits.');
    timeline.choose('about', 'All');
    expect(timeline.rows()).toHaveLength(1);
  });

  it('narrow nothing once they are put away', () => {
    const timeline = shown();
    timeline.filter();
    timeline.choose('about', 'Deliverability');
    expect(timeline.rows()).toHaveLength(1);
    timeline.filter();
    expect(timeline.rows()).toHaveLength(4);
  });

  it('offer no choice where there is none', () => {
    const timeline = drawn(historyOf(many(3)));
    timeline.filter();
    expect(timeline.choices('about')).toBeUndefined();
  });

  it('begin at the first page again', () => {
    const timeline = drawn(historyOf([...many(50), ...EVENTS]));
    timeline.turnTo(3);
    expect(timeline.page()).toBe('3/3');
    timeline.filter();
    timeline.choose('about', 'Newsletter');
    expect(timeline.page()).toBe('1/3');
  });
});

describe('the search', () => {
  it.each<[Language, string, number]>([
    ['en', 'hard BOUNCE', 1],
    ['en', 'opted newsletter', 2],
    ['en', 'sales representative', 1],
    ['en', 'inferred', 1],
    ['en', 'asked at the fair', 1],
    ['en', '3 jul 2026', 1],
    ['en', 'property history', 1],
    ['en', '  ', 4],
    ['en', 'nobody said this', 0],
    ['ja', '配信停止', 2],
    ['ja', '推定', 1],
    ['ja', '2026年7月1日', 1],
    ['ja', 'ハードバウンス', 1],
    ['ja', 'ﾊｰﾄﾞﾊﾞｳﾝｽ', 1],
    ['ja', 'newsletter　配信停止', 2],
  ])('in %s: “%s” finds %d', (language, query, count) => {
    const timeline = shown(language);
    timeline.search(query);
    expect(timeline.rows()).toHaveLength(count);
  });

  it('looks through everything, not only through the page that is shown', () => {
    const timeline = drawn(historyOf([...many(500), ...EVENTS]));
    timeline.search('bounce');
    expect(whatOf(timeline)).toEqual(['Hard bounce']);
  });
});

describe('an event that a lock names', () => {
  const events = [...many(300), ...EVENTS];
  const [, , wanted] = EVENTS;

  it.each([
    ['en', 'Show all changes', 'Opted in to Product news'],
    ['ja', 'すべての変更を表示', '「Product news」を配信登録'],
  ] as const)('in %s: is shown alone and open, and then all again', (language, label, what) => {
    const focus = { eventId: wanted?.id ?? '' };
    const timeline = drawn(historyOf(events), { language }, { focus });
    expect(whatOf(timeline)).toEqual([what]);
    expect(timeline.facts()).not.toEqual([]);
    const button = timeline.renderer.find(Button);
    expect(button.text).toBe(label);
    button.trigger('onClick');
    expect(timeline.rows()).toHaveLength(20);
    expect(timeline.facts()).toEqual([]);
  });

  it('is shown alone and open where its row tells another event too', () => {
    const [first, ...rest] = many(3);
    const id = 'everything:0~1@2026-07-03T12:00:00.000Z:opted-out';
    const about = { kind: 'everything' } as const;
    const both = { ...first!, together: [{ id, about, change: 'opted-out' as const }] };
    const timeline = drawn(historyOf([...rest, both]), {}, { focus: { eventId: id } });
    expect(timeline.rows()).toHaveLength(1);
    expect(timeline.facts().length).toBeGreaterThan(0);
  });

  it('is shown again when it is asked for again', () => {
    const eventId = wanted?.id ?? '';
    const timeline = drawn(historyOf(events), {}, { focus: { eventId } });
    timeline.renderer.find(Button).trigger('onClick');
    expect(timeline.rows()).toHaveLength(20);
    timeline.again({ focus: { eventId } });
    expect(timeline.rows()).toHaveLength(1);
  });

  it('that lies further back is said not to be here, and older changes can be asked for', () => {
    const more = { focus: { eventId: 'further back' } };
    const history = historyOf(events, { older: { 'email-events': ['page=1'] } });
    const timeline = drawn(history, {}, more);
    expect(timeline.texts()).toContain('No change fits.');
    expect(timeline.renderer.getRootNode().toString()).toContain('Show older changes');
  });
});
