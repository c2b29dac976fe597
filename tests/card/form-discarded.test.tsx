import { Modal, TextArea, Input } from '@hubspot/ui-extensions';
import { describe, expect, it, vi } from 'vitest';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { aCard, allow, deny, glance, row } from './a-card.tsx';

const PROOF = allow({ requires: ['legal-basis', 'explanation', 'evidence'] });
const SELF = { rule: 'opted-out-by-contact', authority: 'organisation' } as const;
const BY_CONTACT = deny(SELF, ['share-preference-link']);
const BY_LEAVE = deny(SELF, ['ask-for-approval']);
const ON = glance({ rows: [row({ state: 'opted-in' })] });
const OUT = glance({ rows: [row({ state: 'opted-out', optIn: BY_CONTACT })] });
const whole = (more: Partial<Glance['wholeContact']>) => ({ ...glance().wholeContact, ...more });
const notMarketing = (toMarketing: Glance['wholeContact']['to-marketing']) =>
  glance({
    marketing: { kind: 'non-marketing' },
    wholeContact: whole({ 'to-marketing': toMarketing }),
  });

const SAID: Readonly<Record<string, string>> = {
  en: 'What you had typed was discarded',
  ja: '入力内容を破棄しました',
  de: 'Ihre Eingaben wurden verworfen',
};

/** What a person is typing into, and what becomes of the record meanwhile. */
const VANISHING: readonly (readonly [string, string, before: Glance, after: Glance])[] = [
  ['an opt-in', 'in-11', glance({ rows: [row({ optIn: PROOF })] }), OUT],
  ['an opt-out on request', 'out-11', ON, OUT],
  [
    'a request for approval',
    'approval-11',
    glance({ rows: [row({ state: 'opted-out', optIn: BY_LEAVE })] }),
    OUT,
  ],
  [
    'a marketing status',
    'marketing',
    notMarketing(allow({ requires: ['explicit-yes'] })),
    notMarketing(deny({ rule: 'marketing-without-consent', authority: 'organisation' })),
  ],
  [
    'an opt-out of everything',
    'everything',
    ON,
    {
      ...ON,
      wholeContact: whole({
        'opt-out-of-everything': {
          kind: 'done',
          because: [{ rule: 'already-so', authority: 'hubspot' }],
          notes: [],
        },
      }),
    },
  ],
];

async function whileOpen(id: string, reads: readonly Glance[], language = 'en') {
  const card = aCard({ reads, changes: ['never'] }, language);
  const modal = () => card.renderer.findAll(Modal).find(({ props }) => props.id === id);
  await vi.waitFor(() => {
    expect(modal()).toBeDefined();
  });
  modal()?.trigger('onOpen');
  return { card, modal };
}

describe('a form whose change is no longer offered', () => {
  it.each(
    VANISHING.flatMap(([name, ...more]) =>
      Object.keys(SAID).map((language) => [name, language, ...more] as const),
    ),
  )('of %s is closed in %s, and the row says so', async (_name, language, id, before, after) => {
    const { card, modal } = await whileOpen(id, [before, after], language);
    expect(card.page()).not.toContain(SAID[language]);
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.page()).toContain(SAID[language]);
    });
    expect(card.told).toContain(`close ${id}`);
    expect(modal()).toBeUndefined();
  });

  it('is said once more after a look by itself, and no longer after a change', async () => {
    const { card } = await whileOpen('in-11', [
      glance({ rows: [row({ optIn: PROOF }), row({ typeId: '12', state: 'opted-in' })] }),
      { ...OUT, rows: [...OUT.rows, row({ typeId: '12', state: 'opted-in' })] },
    ]);
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.page()).toContain(SAID['en']);
    });
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.asked).toHaveLength(3);
    });
    expect(card.page()).toContain(SAID['en']);
    card.toggles()[1]?.trigger('onChange', false as never);
    await vi.waitFor(() => {
      expect(card.page()).not.toContain(SAID['en']);
    });
  });

  it('is not said where nobody had it open, nor where it was cancelled', async () => {
    const { card, modal } = await whileOpen('in-11', [
      glance({ rows: [row({ optIn: PROOF })] }),
      OUT,
    ]);
    modal()?.trigger('onClose');
    card.recordChanges();
    await vi.waitFor(() => {
      expect(modal()).toBeUndefined();
    });
    expect(card.page()).not.toContain(SAID['en']);
  });

  it('comes back empty where the change is offered again', async () => {
    const before = glance({ rows: [row({ optIn: PROOF })] });
    const { card, modal } = await whileOpen('in-11', [before, OUT, before, OUT]);
    modal()
      ?.find(TextArea)
      .trigger('onInput', 'half a word' as never);
    card.recordChanges();
    await vi.waitFor(() => {
      expect(modal()).toBeUndefined();
    });
    card.recordChanges();
    await vi.waitFor(() => {
      expect(modal()?.find(TextArea).props.value).toBe('');
    });
    expect(modal()?.find(Input).props.value).toBe('');
  });
});
