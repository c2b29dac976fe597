import { Alert, DateInput, LoadingSpinner } from '@hubspot/ui-extensions';
import { describe, expect, it, vi } from 'vitest';
import type { AsOf } from '../../src/app/contract/snapshot.ts';
import { askAsOfThrough } from '../../src/app/extensions/consent/timeline/ask-as-of.ts';
import { drawn, historyOf, told, type Language } from './timeline-drawn.tsx';

const contact = { kind: 'contact', by: 'email' } as const;
const AS_OF: AsOf = {
  at: '2026-05-01T14:59:59.999Z',
  states: [
    { kind: 'known', about: { kind: 'everything' }, state: 'not-opted-out' },
    {
      kind: 'known',
      about: { kind: 'subscription', typeId: '11' },
      state: 'opted-out',
      set: { at: '2026-04-01T03:00:00.000Z', actor: contact },
    },
    {
      kind: 'unknown',
      about: { kind: 'subscription', typeId: '12' },
      because: 'not-told',
      before: '2026-06-01T03:00:00.000Z',
    },
    { kind: 'unknown', about: { kind: 'subscription', typeId: '13' }, because: 'not-told' },
    { kind: 'unknown', about: { kind: 'double-opt-in' }, because: 'sources-disagree' },
    {
      kind: 'known',
      about: { kind: 'marketing-status' },
      state: 'marketing',
      set: {
        at: '2026-04-01T03:00:00.000Z',
        actor: { kind: 'someone' },
        inferred: { actor: contact, ground: 'merged-just-then' },
      },
    },
    { kind: 'known', about: { kind: 'marketing-schedule' }, state: 'leaving' },
    { kind: 'known', about: { kind: 'deliverability', of: 'hard-bounce' }, state: 'clear' },
    {
      kind: 'known',
      about: {
        kind: 'subscription',
        typeId: '11',
        address: { nth: 1, value: 'other@example.com' },
      },
      state: 'opted-out',
      set: { at: '2026-04-01T03:00:00.000Z', actor: { kind: 'someone' }, orEarlier: true },
    },
    {
      kind: 'known',
      about: { kind: 'subscription', typeId: '14' },
      state: 'opted-in',
      set: {
        at: '2026-04-01T03:00:00.000Z',
        actor: { kind: 'contact', by: 'form', name: 'Price list' },
        formConsent: 'by-setting',
      },
    },
    { kind: 'known', about: { kind: 'double-opt-in' }, state: 'marked-confirmed' },
  ],
};

/** A timeline whose questions for a day the test answers one by one. */
function show(language: Language = 'en', older?: { 'email-events': string[] }) {
  const asked: unknown[] = [];
  const waiting: ((reply: unknown) => void)[] = [];
  const askAsOf = askAsOfThrough((uid, { parameters, propertiesToSend }) => {
    asked.push([uid, parameters, propertiesToSend]);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const history = historyOf(
    [told('2026-04-01T03:00:00.000Z')],
    older === undefined ? {} : { older },
  );
  const timeline = drawn(history, { language }, { askAsOf });
  return {
    ...timeline,
    asked,
    answer: (reply: unknown, nth = 0) => {
      waiting[nth]?.(reply);
    },
    until: (expectation: () => void) => vi.waitFor(expectation),
  };
}

describe('the states of a day', () => {
  it.each([
    [
      'en',
      'States at the end of a day',
      '1 May 2026, 23:59 GMT+9',
      [
        'All e-mail: Not opted out',
        'Newsletter: Opted out since 1 Apr 2026, 12:00 GMT+9, by the contact, link in an e-mail',
        'Product news: Not known before 1 Jun 2026, 12:00 GMT+9',
        '13: Not known',
        'Double opt-in: The sources contradict each other here.',
        'Marketing status: Marketing contact since 1 Apr 2026, 12:00 GMT+9, probably by the contact, link in an e-mail (inferred: another contact was merged in just then)',
        'Marketing status at the next update date: Becomes non-marketing',
        'Hard bounce: No',
        'Newsletter (other address 1): Opted out since 1 Apr 2026 or earlier, not known who did it first',
        '14: Opted in since 1 Apr 2026, 12:00 GMT+9, by the form “Price list” (legitimate interest), not by a tick of the contact',
        'Double opt-in: Marked as confirmed by your side, not clicked by the contact',
      ],
    ],
    [
      'ja',
      '指定した日の終わりの状態',
      '2026年5月1日 23:59 JST',
      [
        'すべてのEメール：配信停止なし',
        'Newsletter：配信停止（2026年4月1日 12:00 JST、コンタクト本人・Eメール内のリンク）',
        'Product news：2026年6月1日 12:00 JSTより前は不明',
        '13：不明',
        'ダブルオプトイン：記録どうしが食い違っています。',
        'マーケティングステータス：マーケティングコンタクト（2026年4月1日 12:00 JST、コンタクト本人・Eメール内のリンクと推定（同時に別のコンタクトをマージ））',
        '次回の変更反映日のマーケティングステータス：対象外へ変更予定',
        'ハードバウンス：なし',
        'Newsletter（別のアドレス1）：配信停止（2026年4月1日以前、最初の変更者は不明）',
        '14：配信登録済み（2026年4月1日 12:00 JST、フォーム「Price list」の設定（正当な利益）による登録・本人のチェックなし）',
        'ダブルオプトイン：自社側で確認済みに設定・本人のクリックなし',
      ],
    ],
  ] as const)('in %s', async (language, label, at, lines) => {
    const { answer, asked, pickDay, renderer, texts, until } = show(language);
    expect(renderer.find(DateInput).props).toMatchObject({
      label,
      timezone: 'portalTz',
      max: { year: 2026, month: 6, date: 4 },
    });
    pickDay(2026, 5, 1);
    expect(asked).toEqual([
      ['read-consent', { part: 'as-of', on: '2026-05-01' }, ['hs_object_id', 'email']],
    ]);
    expect(renderer.maybeFind(LoadingSpinner)).not.toBeNull();
    answer({ status: 'as-of', asOf: AS_OF });
    await until(() => {
      expect(texts()).toContain(at);
    });
    const all = texts();
    const from = all.indexOf(at) + 1;
    expect(all.slice(from, from + lines.length)).toEqual(lines);
  });

  it('are asked for as far back as can be read', () => {
    const older = { 'email-events': ['page=1'] };
    const { asked, pickDay } = show('en', older);
    pickDay(2026, 5, 1);
    expect(asked).toMatchObject([['read-consent', { after: older }, {}]]);
  });

  it('of the day picked last are shown, whichever answer comes last', async () => {
    const { answer, pickDay, texts, until } = show();
    pickDay(2026, 5, 1);
    pickDay(2026, 5, 2);
    answer({ status: 'as-of', asOf: { ...AS_OF, at: '2026-05-02T14:59:59.999Z' } }, 1);
    await until(() => {
      expect(texts()).toContain('2 May 2026, 23:59 GMT+9');
    });
    answer({ status: 'as-of', asOf: AS_OF }, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(texts()).not.toContain('1 May 2026, 23:59 GMT+9');
  });

  it.each([
    ['en', { status: 'trouble', code: 'rate-limited', correlationId: 'c-1' }, 'HubSpot is busy'],
    ['ja', { status: 'trouble', code: 'timed-out', correlationId: 'c-1' }, 'HubSpotの応答に'],
  ] as const)(
    'in %s: that can’t be read are said not to be, and the timeline stays',
    async (language, reply, said) => {
      const { answer, pickDay, renderer, rows, until } = show(language);
      pickDay(2026, 5, 1);
      answer(reply);
      await until(() => {
        expect(renderer.maybeFind(Alert)).not.toBeNull();
      });
      expect(renderer.getRootNode().toString()).toContain(said);
      expect(rows()).toHaveLength(1);
    },
  );

  it('go away with the day, and a late answer does not bring them back', async () => {
    const { answer, asked, pickDay, renderer, texts } = show();
    pickDay(2026, 5, 1);
    renderer.find(DateInput).trigger('onChange', null as never);
    expect(asked).toHaveLength(1);
    answer({ status: 'as-of', asOf: AS_OF });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(texts()).not.toContain('1 May 2026, 23:59 GMT+9');
  });

  it('are not offered where nobody can be asked', () => {
    expect(drawn(historyOf([])).renderer.maybeFind(DateInput)).toBeNull();
  });
});
