import {
  Button,
  Checkbox,
  DateInput,
  Input,
  LoadingButton,
  LoadingSpinner,
  Modal,
  Select,
  StatusTag,
  TextArea,
  Toggle,
} from '@hubspot/ui-extensions';
import { describe, expect, it, vi } from 'vitest';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { aCard, allow, deny, glance, READ_AT, row } from './a-card.tsx';

/** Everything that can be on the tab at once. */
const EVERYTHING: Glance = glance({
  ledger: 'not-set-up',
  rows: [
    row({ state: 'opted-in' }),
    row({
      typeId: '12',
      name: 'News',
      names: { ja: 'お知らせ' },
      optIn: allow({
        requires: ['legal-basis', 'explanation', 'evidence'],
        requiredBy: [{ rule: 'privacy-settings-want-proof', authority: 'organisation' }],
      }),
    }),
    row({
      typeId: '13',
      name: 'Offers',
      names: { ja: 'キャンペーン' },
      state: 'opted-out',
      optIn: deny({ rule: 'opted-out-by-contact', authority: 'organisation' }, [
        'share-preference-link',
      ]),
    }),
    row({
      typeId: '14',
      name: 'Tips',
      names: { ja: 'ヒント' },
      optIn: { kind: 'unknown', missing: ['lastOptOutBy'], because: [] },
    }),
  ],
  undo: [{ undoes: 'click-0', typeId: '13', to: 'opted-in', until: '2026-07-03T03:10:00.000Z' }],
  marketing: { kind: 'non-marketing' },
  marketingRequest: { to: 'marketing', state: 'pending', at: READ_AT, by: 'this-product' },
  wholeContact: {
    'opt-out-of-everything': allow(),
    'to-marketing': allow({
      requires: ['explicit-yes'],
      requiredBy: [{ rule: 'marketing-wants-a-yes', authority: 'organisation' }],
    }),
    'to-non-marketing': deny({ rule: 'already-so', authority: 'hubspot' }),
  },
});

async function everything(language: string) {
  const card = aCard({ reads: [EVERYTHING] }, language);
  await vi.waitFor(() => {
    expect(card.toggles()).toHaveLength(4);
  });
  return card;
}

describe.each([
  [
    'en',
    [
      'Marketing status, needs a yes',
      'Newsletter',
      'News, needs a legal basis',
      'Offers, locked: opted out by the contact',
      'Tips, locked: not known yet',
    ],
  ],
  [
    'ja',
    [
      'マーケティングステータス（確認が必要）',
      'ニュースレター',
      'お知らせ（法的根拠が必要）',
      'キャンペーン（変更不可：本人が配信停止）',
      'ヒント（変更不可：確認できません）',
    ],
  ],
] as const)('to a screen reader, in %s', (language, labels) => {
  it('each switch says its type, its lock and the short reason', async () => {
    const { renderer } = await everything(language);
    expect(renderer.findAll(Toggle).map(({ props }) => props.label)).toEqual(labels);
  });

  it('each control has a name, and no two controls of the page share one', async () => {
    const { renderer } = await everything(language);
    const modals = renderer.findAll(Modal);
    const inModals = new Set(modals.flatMap((one) => one.findAll(Button).map(({ text }) => text)));
    const onPage = [
      ...renderer.findAll(Toggle).map(({ props }) => props.label),
      ...renderer.findAll(LoadingButton).map(({ text }) => text ?? ''),
      ...renderer.findAll(Button).map(({ text }) => text ?? ''),
    ];
    expect(onPage.filter((name) => name.trim() === '')).toEqual([]);
    const outside = onPage.filter((name) => !inModals.has(name));
    expect(new Set(outside).size).toBe(outside.length);
    expect(modals.map(({ props }) => props.title ?? '')).not.toContain('');
    const ids = modals.map(({ props }) => props.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('each field has a label', async () => {
    const { renderer } = await everything(language);
    const fields = [Select, TextArea, Input, DateInput].flatMap((kind) =>
      renderer.findAll(kind as typeof Input).map(({ props }) => props.label ?? ''),
    );
    expect(fields.length).toBeGreaterThan(5);
    expect(fields).not.toContain('');
    for (const { text } of renderer.findAll(Checkbox)) expect(text).not.toBe('');
    for (const { props } of renderer.findAll(LoadingSpinner)) expect(props.label).not.toBe('');
  });

  it('no light speaks by its colour alone', async () => {
    const { renderer } = await everything(language);
    for (const { text, props } of renderer.findAll(StatusTag)) {
      expect(text).toMatch(language === 'en' ? /: \S/ : /：\S/);
      expect(props.variant).toBeDefined();
    }
  });
});
