import { Alert, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import type { Glance, SubscriptionRow, UnreadPart } from '../../src/app/contract/snapshot.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { GlanceCard } from '../../src/app/extensions/consent/GlanceCard.tsx';
import { aCard, allow, fakeTime, glance, pass, row } from './a-card.tsx';

const LANGUAGES = ['en', 'ja', 'de'] as const;

const failing = (...parts: UnreadPart['part'][]): UnreadPart[] =>
  parts.map((part) => ({ part, because: { code: 'hubspot-failing' } }));

function stateless(more: Partial<SubscriptionRow> = {}): SubscriptionRow {
  const { state: _state, ...rest } = row({
    optIn: { kind: 'unknown', missing: ['alreadySo'], because: [] },
    optOut: allow(),
    verdict: {
      consent: { is: 'unknown', why: ['not-read'] },
      deliverability: { is: 'on' },
      billing: { is: 'on' },
      mail: 'not-known',
    },
    ...more,
  });
  return rest;
}

const PARTIAL = glance({
  verdict: { kind: 'unknown' },
  rows: [stateless()],
  unread: [
    ...failing('statuses', 'unsubscribe-all'),
    { part: 'history', because: { code: 'missing-scope', scope: 'crm.objects.contacts.read' } },
  ],
});

const SAYS: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>> = {
  en: [
    'Not everything could be read',
    'Not read: subscription statuses and “unsubscribe from all”. HubSpot is not answering properly. Look again in a minute.',
    'Not read: the history of changes. The app lacks a permission (crm.objects.contacts.read).',
    'What is not known locks opting in. Opting out works all the same.',
    'Not known: HubSpot did not tell this status',
    'Look again',
  ],
  ja: [
    '一部の情報を読み込めませんでした',
    '読み込めなかった情報：配信登録の状況、すべてのEメールの配信停止。HubSpotが正常に応答していません。',
    '読み込めなかった情報：変更履歴。アプリに必要な権限（crm.objects.contacts.read）がありません。',
    '確認できない間は配信登録できませんが、配信停止は行えます。',
    '不明（HubSpotから状況を取得できませんでした）',
  ],
  de: [
    'Nicht alles konnte gelesen werden',
    'Nicht gelesen: Abonnementstatus und Abmeldung von allen E-Mails. HubSpot antwortet nicht richtig.',
    'Nicht gelesen: Änderungsverlauf. ',
    'Was nicht bekannt ist, sperrt das Anmelden. Abmelden ist trotzdem möglich.',
    'Nicht bekannt: HubSpot hat diesen Status nicht mitgeteilt',
  ],
};

async function sidebar(language: string, answer: Glance): Promise<string> {
  const renderer = createRenderer('crm.record.sidebar');
  renderer.render(
    <GlanceCard
      ask={askThrough((_uid, { parameters }) =>
        Promise.resolve(withWords(parameters, { status: 'glance', glance: answer })),
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
    expect(renderer.findAll(Alert).length).toBeGreaterThan(0);
  });
  return [
    ...renderer.findAll(Alert).map(({ props }) => props.title),
    ...renderer.findAll(Text).map(({ text }) => text ?? ''),
  ].join('\n');
}

describe.each(LANGUAGES)('a summary of which a part could not be read, in %s', (language) => {
  it('names it with its reason on the tab, and a status that is not known', async () => {
    const card = aCard({ reads: [PARTIAL] }, language);
    await vi.waitFor(() => {
      for (const sentence of SAYS[language]) expect(card.page()).toContain(sentence);
    });
  });

  it('names it in the sidebar too', async () => {
    const said = await sidebar(language, PARTIAL);
    for (const sentence of SAYS[language].slice(0, 4)) expect(said).toContain(sentence);
  });

  it('says of a change that HubSpot accepted that it is sent, and shows what could be read', async () => {
    const card = aCard(
      {
        reads: [glance({ rows: [row({ state: 'opted-in' })] })],
        changes: [{ status: 'not-known-yet', correlationId: 'c-7', isSent: true, glance: PARTIAL }],
      },
      language,
    );
    await vi.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    const sent = {
      en: 'Sent to HubSpot, not confirmed yet. Look again before you try again.',
      ja: 'HubSpotに送信しましたが、反映をまだ確認できていません。',
      de: 'An HubSpot gesendet, noch nicht bestätigt.',
    }[language];
    await vi.waitFor(() => {
      expect(card.page()).toContain(sent);
    });
    expect(card.page()).toContain(SAYS[language][0]);
  });
});

describe('a row whose state is not known', () => {
  it('can be opted out of, and not in', async () => {
    const card = aCard({ reads: [PARTIAL] });
    await vi.waitFor(() => {
      expect(card.toggles()[0]?.props).toMatchObject({ checked: false, readOnly: true });
    });
    card.button('Opt out of Newsletter')?.trigger('onClick');
    await vi.waitFor(() => {
      expect(card.changed).toMatchObject([{ act: 'opt-out', typeId: '11' }]);
    });
  });

  it('can be opted out of where the type’s definition could not be read either', async () => {
    const { isActive: _isActive, ...undefinedType } = stateless();
    const card = aCard({ reads: [{ ...PARTIAL, rows: [undefinedType] }] });
    await vi.waitFor(() => {
      expect(card.button('Opt out of Newsletter')).toBeDefined();
    });
  });

  it('says nothing of since when or by whom', async () => {
    const last = { at: '2026-07-01T03:00:00.000Z', actor: { kind: 'contact' } } as const;
    const card = aCard({ reads: [{ ...PARTIAL, rows: [stateless({ last })] }] });
    await vi.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    expect(card.page()).not.toMatch(/since|Last change/);
  });
});

describe('a part that may pass', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked for again by the card itself, three times and no more', async () => {
    const card = aCard({ reads: [PARTIAL] });
    await pass(4_000);
    expect(card.page()).toContain('The card looks again by itself in 5 seconds.');
    await pass(2_000);
    expect(card.asked).toHaveLength(2);
    await pass(300_000);
    expect(card.asked).toHaveLength(4);
    expect(card.page()).not.toContain('by itself');
  });

  it('is shown as soon as it is read, and nothing is said any more', async () => {
    const card = aCard({ reads: [PARTIAL, glance()] });
    await pass(6_000);
    expect(card.page()).not.toContain('Not everything could be read');
    await pass(300_000, 60_000);
    expect(card.asked).toHaveLength(2);
  });

  it('a missing scope does not pass', async () => {
    const unread = [
      { part: 'statuses', because: { code: 'missing-scope', scope: 'x.read' } },
    ] as const;
    const card = aCard({ reads: [{ ...PARTIAL, unread }] });
    await pass(300_000, 60_000);
    expect(card.asked).toHaveLength(1);
  });
});

describe('an interrupted opt-in that was not reverted', () => {
  const left = glance({
    rows: [row({ state: 'opted-in' })],
    notReverted: [{ typeId: '11', at: '2026-07-03T02:00:00.000Z' }],
  });

  it.each([
    ['en', 'An opt-in made here on Jul 3, 2026, 11:00', 'nothing was reverted'],
    ['ja', '2026年7月3日 11:00', '元に戻していません。'],
    ['de', 'Eine hier am 3. Juli 2026', 'nichts zurückgenommen'],
  ])('is said in %s in its type’s row', async (language, when, what) => {
    const card = aCard({ reads: [left] }, language);
    await vi.waitFor(() => {
      expect(card.page()).toContain(when);
    });
    expect(card.page()).toContain(what);
  });
});
