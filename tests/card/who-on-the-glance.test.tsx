import { describe, expect, it } from 'vitest';
import { aCard, glance, row } from './a-card.tsx';

describe('who changed it last, at a glance', () => {
  it.each([
    ['en', 'by Rin Mori', { kind: 'staff', userId: '47', name: 'Rin Mori' }],
    ['en', 'by staff (user 47)', { kind: 'staff', userId: '47' }],
    [
      'en',
      'through this card, by user 47 (as the page claims)',
      { kind: 'this-card', staff: { userId: '47', identity: 'claimed' } },
    ],
    [
      'ja',
      'このカードから変更・ID：47（自己申告）',
      { kind: 'this-card', staff: { userId: '47', identity: 'claimed' } },
    ],
    ['en', 'through this card', { kind: 'this-card' }],
  ] as const)('in %s: %s', async (language, said, actor) => {
    const last = { at: '2026-07-03T02:00:00.000Z', actor };
    const card = aCard(
      { reads: [glance({ rows: [row({ state: 'opted-out', last })] })] },
      language,
    );
    await card.renderer.waitFor(() => {
      expect(card.page().split(said)).toHaveLength(3);
    });
  });
});
