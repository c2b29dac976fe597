import { describe, expect, it } from 'vitest';
import type { BelowProps } from '../../src/app/extensions/consent/ConsentCard.tsx';
import { aCard, deny, glance, row } from './a-card.tsx';

const EVENT = 'subscription:11@2026-07-03T03:00:00.000Z:opted-out';
const locked = deny({ rule: 'opted-out-by-contact', authority: 'organisation', event: EVENT }, [
  'share-preference-link',
]);
const OFF = glance({ rows: [row({ state: 'opted-out', optIn: locked })] });

/** A timeline that keeps what it was asked to show. */
function timeline() {
  const shown: BelowProps['focus'][] = [];
  const Below = ({ focus }: BelowProps) => {
    if (focus !== shown.at(-1)) shown.push(focus);
    return null;
  };
  return { shown, Below };
}

describe('the event behind a lock', () => {
  it.each([
    ['en', 'Newsletter: show in the timeline', 'Shown by itself in the timeline below.'],
    ['ja', '「ニュースレター」の変更を履歴で確認', '下の履歴に、この変更だけを表示しています。'],
  ])('is shown in the timeline on a click, in %s', async (language, button, said) => {
    const { shown, Below } = timeline();
    const card = aCard({ reads: [OFF] }, language, Below);
    await card.renderer.waitFor(() => {
      expect(card.button(button)).toBeDefined();
    });
    expect(card.page()).not.toContain(said);
    card.button(button)?.trigger('onClick');
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain(said);
    });
    expect(shown).toEqual([{ eventId: EVENT }]);
    card.button(button)?.trigger('onClick');
    await card.renderer.waitFor(() => {
      expect(shown).toHaveLength(2);
    });
  });

  it('has no way to it where there is no timeline, or no event is known', async () => {
    for (const [read, below] of [
      [OFF, undefined],
      [
        glance({
          rows: [
            row({
              state: 'opted-out',
              optIn: deny({ rule: 'opted-out-by-contact', authority: 'organisation' }),
            }),
          ],
        }),
        timeline().Below,
      ],
    ] as const) {
      const card = aCard({ reads: [read] }, 'en', below);
      await card.renderer.waitFor(() => {
        expect(card.page()).toContain('the contact opted out');
      });
      expect(card.button('Newsletter: show in the timeline')).toBeUndefined();
    }
  });

  it('is offered once where two rules rest on it', async () => {
    const twice = glance({
      rows: [
        row({
          state: 'opted-out',
          optIn: {
            kind: 'deny',
            because: [
              { rule: 'opted-out-by-contact', authority: 'organisation', event: EVENT },
              { rule: 'cooling-off', authority: 'organisation', event: EVENT },
            ],
            remedies: [],
          },
        }),
      ],
    });
    const card = aCard({ reads: [twice] }, 'en', timeline().Below);
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('nobody opts them in again so soon');
    });
    expect(card.page().split('show in the timeline')).toHaveLength(2);
  });
});

describe('a type that is opted in while all e-mail is opted out', () => {
  const off = { is: 'off', why: ['opted-out-of-everything'] } as const;
  const read = glance({
    optedOutOfEverything: true,
    rows: [
      row({
        state: 'opted-in',
        verdict: {
          consent: off,
          deliverability: { is: 'on' },
          billing: { is: 'on' },
          mail: 'not-sent',
        },
      }),
    ],
  });

  it.each([
    ['en', 'Newsletter, locked: opted out of all e-mail', 'Opt out of Newsletter'],
    ['ja', 'ニュースレター（変更不可：すべて配信停止）', '「ニュースレター」を配信停止'],
  ])(
    'is drawn off, says why in its name, and may still be opted out of, in %s',
    async (language, label, button) => {
      const card = aCard({ reads: [read] }, language);
      await card.renderer.waitFor(() => {
        expect(card.toggles()).toHaveLength(1);
      });
      expect(card.toggles()[0]?.props).toMatchObject({ checked: false, readOnly: true, label });
      card.toggles()[0]?.trigger('onChange', true as never);
      expect(card.changed).toEqual([]);
      expect(card.button(button)).toBeDefined();
    },
  );
});
