import { describe, expect, it } from 'vitest';
import { aCard, glance } from './a-card.tsx';

describe('the words', () => {
  it('are asked for with the first look, in the reader’s language, and not again', async () => {
    const card = aCard({ reads: [glance()] }, 'ja');
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('未指定');
    });
    card.recordChanges();
    await card.renderer.waitFor(() => {
      expect(card.asked).toHaveLength(2);
    });
    expect(card.asked).toEqual([
      { part: 'glance', words: { in: 'ja', for: 'tab' } },
      { part: 'glance' },
    ]);
  });

  it('come with what went wrong too, so that it is said in full', async () => {
    const card = aCard({
      reads: [{ status: 'trouble', code: 'missing-scope', scope: 'forms', correlationId: 'c-1' }],
    });
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('The app lacks a permission (forms).');
    });
  });

  it.each([
    ['en', 'could not be reached'],
    ['ja', '関数に接続できません'],
  ])(
    'that never come are not missed in %s: what to do is said all the same',
    async (language, said) => {
      const card = aCard({ reads: [new Error('gone')] }, language);
      await card.renderer.waitFor(() => {
        expect(card.page()).toContain(said);
      });
      expect(card.asked).toHaveLength(1);
    },
  );

  it('are asked for again after an answer without any', async () => {
    const card = aCard({ reads: [new Error('gone'), glance()] });
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('could not be reached');
    });
    card.button('Look again')?.trigger('onClick');
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('Not specified');
    });
    expect(card.asked[1]).toEqual(card.asked[0]);
  });
});
