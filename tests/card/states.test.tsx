import { LoadingSpinner, Text, Toggle } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadReply, TroubleCode } from '../../src/app/contract/reply.ts';
import type { SetUpReply } from '../../src/app/contract/set-up.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { GlanceCard } from '../../src/app/extensions/consent/GlanceCard.tsx';
import { aCard, deny, fakeTime, glance, pass, READ_AT, row, type Answers } from './a-card.tsx';

const trouble = (code: TroubleCode, more: object = {}) => ({
  status: 'trouble' as const,
  code,
  correlationId: 'c-1',
  ...more,
});

const NO_ADDRESS = deny({ rule: 'no-address', authority: 'hubspot' }, ['add-address']);

/** Every state of the card and what a person reads, in both languages. */
const STATES: readonly (readonly [
  string,
  Answers['reads'],
  en: readonly string[],
  ja: readonly string[],
])[] = [
  [
    'still reading',
    ['never'],
    ['Reading consent from HubSpot', 'Consent: …', 'Billing: …'],
    ['HubSpotから同意の状況を読み込んでいます', '同意：…'],
  ],
  [
    'no address',
    [
      glance({
        hasAddress: false,
        verdict: { kind: 'will-not-send', because: ['no-address'] },
        signals: { consent: 'off', deliverability: 'off', billing: 'on' },
        rows: [row({ optIn: NO_ADDRESS, optOut: NO_ADDRESS })],
      }),
    ],
    [
      'because this contact has no e-mail address',
      'Deliverability: no',
      'add an e-mail address to the contact.',
    ],
    ['Eメールアドレスが登録されていないため', '到達性：問題あり'],
  ],
  [
    'a missing scope',
    [trouble('missing-scope', { scope: 'communication_preferences.read' })],
    [
      'Consent can’t be shown',
      'The app lacks a permission (communication_preferences.read)',
      'Reference for your admin: c-1',
      'Look again',
    ],
    [
      'アプリに必要な権限（communication_preferences.read）がありません。',
      '管理者への連絡用の番号：c-1',
    ],
  ],
  [
    'busy',
    [trouble('rate-limited')],
    ['HubSpot is busy', 'The card looks again by itself in 5 seconds.'],
    ['アクセスが集中しています。', '5秒後に自動で再読み込みします。'],
  ],
  [
    'a function that is not installed',
    [new Error('not found')],
    ['could not be reached. It may not be installed.'],
    ['インストールされていない可能性があります。'],
  ],
  [
    'a contact merged or deleted',
    [trouble('record-not-found')],
    ['it may have been merged or deleted. Reload the page.'],
    ['マージまたは削除された可能性があります。'],
  ],
  [
    'a contact merged into another, or an address just changed',
    [{ status: 'bad-request', code: 'record-changed', paths: [], correlationId: 'c-1' }],
    ['The contact was merged into another, or its address has just changed. Reload the page.'],
    ['別のコンタクトにマージされたか、Eメールアドレスが変更されました。'],
  ],
  [
    'not set up',
    [glance({ ledger: 'not-set-up' })],
    ['The record of changes is not set up', 'Opting out works all the same'],
    ['変更の記録先が設定されていません', '配信停止はこのまま行えます'],
  ],
  [
    'one thing not known',
    [
      glance({
        verdict: { kind: 'unknown', what: ['consent-age'] },
        signals: { consent: 'unknown', deliverability: 'on', billing: 'on' },
        rows: [
          row({
            verdict: {
              consent: { is: 'unknown', why: ['consent-age'] },
              deliverability: { is: 'on' },
              billing: { is: 'on' },
              mail: 'not-known',
            },
          }),
        ],
      }),
    ],
    [
      'Whether marketing email will be sent is not known: it is not clear how old the consent is. Look again later.',
      'Not known whether it will be sent: it is not clear how old the consent is.',
      'Consent: not known',
      'Deliverability: nothing in the way',
    ],
    [
      '同意の時期が不明なため、マーケティングEメールが配信されるかどうかは分かりません。しばらくしてから',
      '同意の時期が不明なため、配信されるかどうか分かりません。',
      '同意：不明',
      '到達性：妨げなし',
    ],
  ],
  [
    'the last change',
    [
      glance({
        rows: [
          row({
            state: 'opted-in',
            last: {
              at: '2026-07-01T03:00:00.000Z',
              actor: { kind: 'staff', name: 'Colleague 47' },
            },
          }),
          row({
            typeId: '12',
            name: 'News',
            names: {},
            state: 'opted-out',
            last: { at: READ_AT, actor: { kind: 'contact', by: 'email' } },
          }),
        ],
      }),
    ],
    [
      'Last change: News: Opted out since Jul 3, 2026, 12:00 GMT+9, by the contact, link in an e-mail',
    ],
    ['最後の変更：News：配信停止（2026年7月3日 12:00 JST、コンタクト本人・Eメール内のリンク）'],
  ],
];

describe('what a person reads in each state', () => {
  it.each(
    STATES.flatMap(([name, reads, en, ja]) => [
      [name, 'en', reads, en] as const,
      [name, 'ja', reads, ja] as const,
    ]),
  )('%s, in %s', async (_name, language, reads, sentences) => {
    const card = aCard({ reads }, language);
    await vi.waitFor(() => {
      for (const sentence of sentences) expect(card.page()).toContain(sentence);
    });
  });
});

describe('a busy HubSpot', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked again by the card itself, three times and no more', async () => {
    const card = aCard({ reads: [trouble('rate-limited')] });
    await pass(4_000);
    expect(card.asked).toHaveLength(1);
    await pass(2_000);
    expect(card.asked).toHaveLength(2);
    expect(card.page()).toContain('in 15 seconds');
    await pass(300_000);
    expect(card.asked).toHaveLength(4);
    expect(card.page()).not.toContain('by itself');
    expect(card.button('Look again')).toBeDefined();
  });

  it('is shown as soon as it answers', async () => {
    const card = aCard({ reads: [trouble('hubspot-failing'), glance()] });
    await pass(6_000);
    expect(card.toggles()).toHaveLength(1);
    expect(card.page()).not.toContain('Consent can’t be shown');
  });

  it('never hides what was read before: it says when that was', async () => {
    const card = aCard({ reads: [glance(), trouble('timed-out')] });
    await pass(1);
    card.recordChanges();
    await pass(1);
    expect(card.page()).toContain('This is how it was on Jul 3, 2026, 12:00 GMT+9');
    expect(card.toggles()).toHaveLength(1);
  });

  it.each([
    ['en', 'Reading consent from HubSpot', 'by itself'],
    ['ja', 'HubSpotから同意の状況を読み込んでいます', '自動で'],
    ['de', 'Einwilligungen werden aus HubSpot gelesen', 'von selbst'],
  ])('shows in %s that the card looks again, while it does', async (language, reading, later) => {
    const card = aCard({ reads: [trouble('rate-limited'), 'never'] }, language);
    await pass(4_000);
    expect(card.page()).toContain(later);
    expect(card.page()).not.toContain(reading);
    await pass(2_000);
    expect(card.page()).toContain(reading);
    expect(card.page()).not.toContain(later);
  });

  it('shows a pressed look where something is shown, and asks once', async () => {
    const card = aCard({ reads: [glance(), trouble('timed-out'), 'never'] });
    await pass(1);
    card.recordChanges();
    await pass(1);
    card.button('Look again')?.trigger('onClick');
    await pass(1);
    expect(card.loadingButton('Reading consent from HubSpot')?.props.loading).toBe(true);
    expect(card.page()).not.toContain('by itself');
    expect(card.toggles()).toHaveLength(1);
    await pass(60_000);
    expect(card.asked).toHaveLength(3);
  });

  it('says what it says without a sign again, once the look is over', async () => {
    const busy = trouble('rate-limited');
    const card = aCard({ reads: [glance(), busy, busy, 'never'] });
    await pass(1);
    card.recordChanges();
    await pass(1);
    card.button('Look again')?.trigger('onClick');
    await pass(1);
    expect(card.loadingButton('Look again')?.props.loading).toBe(false);
    expect(card.page()).toContain('in 5 seconds');
  });

  it('shows a look that was pressed because nobody knew whether a change was saved', async () => {
    const card = aCard({
      reads: [glance({ rows: [row({ state: 'opted-in' })] }), 'never'],
      changes: [new Error('no answer')],
    });
    await pass(1);
    card.toggles()[0]?.trigger('onChange', false as never);
    await pass(1);
    expect(card.page()).toContain('Not known yet whether this was saved.');
    card.button('Look again')?.trigger('onClick');
    await pass(1);
    expect(card.loadingButton('Reading consent from HubSpot')?.props.loading).toBe(true);
  });

  it('a missing scope is not asked for again and again', async () => {
    const card = aCard({ reads: [trouble('missing-scope', { scope: 'content' })] });
    await pass(300_000, 60_000);
    expect(card.asked).toHaveLength(1);
  });
});

describe('setting up', () => {
  const done = (more: Partial<Extract<SetUpReply, { status: 'set-up' }>> = {}): SetUpReply => ({
    status: 'set-up',
    parts: { record: { state: 'created' }, 'marketing-request': { state: 'created' } },
    signingKey: 'there',
    correlationId: 'c-1',
    ...more,
  });

  it('looks again once it is done', async () => {
    const card = aCard({ reads: [glance({ ledger: 'not-set-up' }), glance()], setUps: [done()] });
    await vi.waitFor(() => {
      expect(card.setUp()).toBeDefined();
    });
    card.setUp()?.trigger('onClick');
    await vi.waitFor(() => {
      expect(card.page()).not.toContain('The record of changes is not set up');
    });
  });

  it('shows that it works until the card has looked again', async () => {
    const card = aCard({ reads: [glance({ ledger: 'not-set-up' }), 'never'], setUps: [done()] });
    await vi.waitFor(() => {
      expect(card.setUp()).toBeDefined();
    });
    card.setUp()?.trigger('onClick');
    await vi.waitFor(() => {
      expect(card.asked).toHaveLength(2);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(card.setUp()?.props.loading).toBe(true);
  });

  it.each([
    [done({ signingKey: 'key-missing' }), 'The app’s signing key can’t be used (key-missing).'],
    [
      done({ parts: { record: { state: 'not-ours' }, 'marketing-request': { state: 'there' } } }),
      'has the name of the app’s record and was left alone',
    ],
    [
      done({
        parts: {
          record: { state: 'failed', code: 'missing-scope', scope: 'crm.schemas.custom.write' },
          'marketing-request': { state: 'there' },
        },
      }),
      'The app lacks a permission (crm.schemas.custom.write)',
    ],
  ])('says what is left to do', async (reply, words) => {
    const card = aCard({ reads: [glance({ ledger: 'not-set-up' })], setUps: [reply] });
    await vi.waitFor(() => {
      expect(card.setUp()).toBeDefined();
    });
    card.setUp()?.trigger('onClick');
    await vi.waitFor(() => {
      expect(card.page()).toContain(words);
    });
    expect(card.asked).toHaveLength(1);
  });
});

describe('the sidebar', () => {
  const sidebar = async (language: string, answer: Glance | ReadReply) => {
    const renderer = createRenderer('crm.record.sidebar');
    const reply = 'status' in answer ? answer : { status: 'glance' as const, glance: answer };
    let asked = 0;
    renderer.render(
      <GlanceCard
        ask={askThrough((_uid, { parameters }) =>
          // Only the first look is answered.
          (asked += 1) > 1
            ? new Promise(() => undefined)
            : Promise.resolve(withWords(parameters, reply)),
        )}
        user={{ language, locale: language }}
        timeZone="Asia/Tokyo"
        page={{
          refreshObjectProperties: () => undefined,
          onCrmPropertiesUpdate: () => undefined,
          closeOverlay: () => undefined,
          copyTextToClipboard: () => Promise.resolve(),
        }}
      />,
    );
    await vi.waitFor(() => {
      expect(renderer.findAll(Text).length).toBeGreaterThan(0);
    });
    return {
      renderer,
      page: renderer
        .findAll(Text)
        .map(({ text }) => text ?? '')
        .join('\n'),
    };
  };
  const locked = deny({ rule: 'opted-out-by-contact', authority: 'organisation' });
  const two = glance({
    rows: [
      row({ state: 'opted-out', optIn: locked }),
      row({ typeId: '12', name: 'News', names: {}, state: 'opted-out', optIn: locked }),
      row({
        typeId: '13',
        name: 'Inner',
        names: {},
        optIn: deny({ rule: 'internal-type', authority: 'organisation' }),
      }),
    ],
  });

  it.each([
    [
      'en',
      'Locked: Newsletter and News (opted out by the contact).',
      'in the card “Consent”, in a tab of this record.',
    ],
    [
      'ja',
      '変更不可：ニュースレター、News（本人が配信停止）',
      'このレコードのタブにあるカード「Consent」をご覧ください。',
    ],
  ])(
    'says in %s what is locked and why, and where changes are made; it has no control of its own',
    async (language, lock, way) => {
      const { renderer, page } = await sidebar(language, two);
      expect(page).toContain(lock);
      expect(page).toContain(way);
      expect(page).not.toContain('Inner');
      expect(renderer.findAll(Toggle)).toEqual([]);
    },
  );

  it('shows a look by itself while it is under way', async () => {
    fakeTime();
    try {
      const { renderer } = await sidebar('en', trouble('rate-limited'));
      expect(renderer.findAll(LoadingSpinner)).toEqual([]);
      await pass(6_000);
      expect(renderer.find(LoadingSpinner).props.label).toBe('Reading consent from HubSpot');
    } finally {
      vi.useRealTimers();
    }
  });
});
