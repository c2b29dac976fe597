import {
  Button,
  Checkbox,
  DateInput,
  Flex,
  Input,
  LoadingSpinner,
  Modal,
  Select,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeReply } from '../../src/app/contract/reply.ts';
import type { Glance, UndoOffer } from '../../src/app/contract/snapshot.ts';
import { aCard, allow, deny, fakeTime, glance, pass, READ_AT, row } from './a-card.tsx';

type Card = ReturnType<typeof aCard>;

const KEPT: ChangeReply = { status: 'nothing-to-do', glance: glance() };
const PROOF = allow({
  requires: ['legal-basis', 'explanation', 'evidence'],
  requiredBy: [
    {
      rule: 'self-opt-out-wants-proof',
      authority: 'organisation',
      since: '2026-07-01T03:00:00.000Z',
    },
  ],
  write: 'resubscription',
});
const OPTED_OUT = glance({ rows: [row({ state: 'opted-out', optIn: PROOF })] });

async function shown(card: Card) {
  await vi.waitFor(() => {
    expect(card.toggles().length).toBeGreaterThan(0);
  });
  return card;
}

/** The form behind a button, as a person who opened it meets it. */
function dialog(card: Card, id: string) {
  const all = () => card.renderer.findAll(Modal).find(({ props }) => props.id === id);
  const box = () => {
    const found = all();
    if (found === undefined) throw new Error(`no modal ${id}`);
    return found;
  };
  const button = (text: string) =>
    box()
      .findAll(Button)
      .find((one) => one.text === text);
  return {
    box,
    isThere: () => all() !== undefined,
    open: () => {
      box().trigger('onOpen');
    },
    select: (name: string, value: string) => {
      box()
        .findAll(Select)
        .find(({ props }) => props.name === `${id}-${name}`)
        ?.trigger('onChange', value as never);
    },
    press: (text: string) => {
      button(text)?.trigger('onClick');
    },
    button,
    texts: () =>
      box()
        .findAll(Text)
        .map(({ text }) => text ?? ''),
    wrong: () =>
      [...box().findAll(Select), ...box().findAll(TextArea), ...box().findAll(Input)]
        .filter(({ props }) => props.error)
        .map(({ props }) => `${props.label ?? ''}: ${props.validationMessage ?? ''}`),
  };
}

describe('opting in where more is needed', () => {
  it('says which rule wants it, names what is missing, and sends what was given', async () => {
    const card = await shown(aCard({ reads: [OPTED_OUT], changes: [KEPT] }));
    expect(card.toggles()[0]?.props).toMatchObject({
      readOnly: true,
      label: 'Newsletter, opted out by the contact',
    });
    const form = dialog(card, 'in-11');
    form.open();
    expect(form.texts().join()).toContain(
      'Your organisation’s rule: the contact opted out on Jul 1, 2026, 12:00 GMT+9; taking that back needs',
    );
    form.press('Opt in to Newsletter');
    expect(form.wrong()).toEqual([
      'Legal basis to communicate: This is needed.',
      'Explanation: This is needed.',
      'Evidence: This is needed.',
    ]);
    expect(card.changed).toEqual([]);

    form.select('by', 'phone');
    form
      .box()
      .find(DateInput)
      .trigger('onChange', { year: 2026, month: 6, date: 2 } as never);
    form.select('basis', 'CONSENT_WITH_NOTICE');
    form.press('Use: “Asked by phone on Jul 2, 2026 to get “Newsletter”.”');
    form
      .box()
      .find(Input)
      .trigger('onInput', ' call 4711 ' as never);
    form.press('Opt in to Newsletter');
    await vi.waitFor(() => {
      expect(card.changed).toEqual([
        {
          act: 'opt-in',
          requestId: 'click-0001',
          typeId: '11',
          shown: 'opted-out',
          legalBasis: 'CONSENT_WITH_NOTICE',
          explanation: 'Asked by phone on Jul 2, 2026 to get “Newsletter”.',
          evidence: 'call 4711',
          askedBy: { by: 'phone', on: '2026-07-02' },
        },
      ]);
    });
    expect(card.told).toContain('close in-11');
  });

  it('offers the organisation’s own wordings, with the type’s name, and lets them be changed', async () => {
    const wordings = ['Paper form at our stand, for {type}.', 'Badge scan.'];
    const card = await shown(aCard({ reads: [{ ...OPTED_OUT, wordings }] }));
    const form = dialog(card, 'in-11');
    form.open();
    form.select('wording', 'Paper form at our stand, for Newsletter.');
    expect(form.box().find(TextArea).props.value).toBe('Paper form at our stand, for Newsletter.');
    form
      .box()
      .find(TextArea)
      .trigger('onInput', 'Paper form, for Newsletter.' as never);
    form.select('basis', 'CONSENT_WITH_NOTICE');
    form
      .box()
      .find(Input)
      .trigger('onInput', 'box 12' as never);
    form.press('Opt in to Newsletter');
    await vi.waitFor(() => {
      expect(card.changed).toMatchObject([{ explanation: 'Paper form, for Newsletter.' }]);
    });
  });

  it('has a ready-made wording in Japanese too', async () => {
    const card = await shown(aCard({ reads: [OPTED_OUT] }, 'ja'));
    const form = dialog(card, 'in-11');
    form.select('by', 'phone');
    form
      .box()
      .find(DateInput)
      .trigger('onChange', { year: 2026, month: 6, date: 2 } as never);
    form.press('この文を使う：「2026年7月2日、電話で「ニュースレター」の配信希望を受けた。」');
    expect(form.box().find(TextArea).props.value).toBe(
      '2026年7月2日、電話で「ニュースレター」の配信希望を受けた。',
    );
  });

  it('forgets everything when it is cancelled', async () => {
    const card = await shown(aCard({ reads: [OPTED_OUT] }));
    const form = dialog(card, 'in-11');
    form
      .box()
      .find(TextArea)
      .trigger('onInput', 'half a word' as never);
    form.press('Cancel');
    expect(card.told).toEqual(['close in-11']);
    expect(form.box().find(TextArea).props.value).toBe('');
  });

  it('a switch that is locked or asks first sends nothing when it is triggered all the same', async () => {
    const card = await shown(aCard({ reads: [OPTED_OUT], changes: [KEPT] }));
    card.toggles()[0]?.trigger('onChange', true as never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(card.changed).toEqual([]);
  });

  it('discards an open form when the record changes under it, and says so', async () => {
    const since = row({
      state: 'opted-out',
      optIn: PROOF,
      last: { at: READ_AT, actor: { kind: 'contact' } },
    });
    const card = await shown(aCard({ reads: [OPTED_OUT, OPTED_OUT, glance({ rows: [since] })] }));
    const form = dialog(card, 'in-11');
    form.open();
    form
      .box()
      .find(TextArea)
      .trigger('onInput', 'half a word' as never);
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.asked).toHaveLength(2);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Something else of the record changed: the form is none the worse for it.
    expect(form.box().find(TextArea).props.value).toBe('half a word');
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.page()).toContain('What you had typed was discarded');
    });
    expect(card.told).toContain('close in-11');
    expect(form.box().find(TextArea).props.value).toBe('');
  });
});

describe('opting out', () => {
  const ON = glance({ rows: [row({ state: 'opted-in' })] });

  it('S12: records how and when the contact asked, opting out with it', async () => {
    const card = await shown(aCard({ reads: [ON], changes: [KEPT] }));
    const form = dialog(card, 'out-11');
    form.press('Opt out of Newsletter');
    expect(form.wrong()).toEqual(['How the contact asked: This is needed.']);
    form.select('by', 'letter');
    form.press('Opt out of Newsletter');
    await vi.waitFor(() => {
      expect(card.changed).toEqual([
        { act: 'opt-out', requestId: 'click-0001', typeId: '11', askedBy: { by: 'letter' } },
      ]);
    });
  });

  it('of everything asks first, and says before the click that there is no way back', async () => {
    const card = await shown(aCard({ reads: [ON], changes: [KEPT] }));
    const form = dialog(card, 'everything');
    expect(form.box().props.variant).toBe('danger');
    expect(form.texts().join()).toContain('this can’t be undone here');
    expect(card.changed).toEqual([]);
    form.press('Yes, opt out of all e-mail');
    await vi.waitFor(() => {
      expect(card.changed).toEqual([
        { act: 'opt-out-of-everything', requestId: 'click-0001', confirmed: true },
      ]);
    });
  });

  it('while a change is under way every control waits, and the row says so', async () => {
    const card = await shown(aCard({ reads: [ON], changes: ['never'] }));
    card.toggles()[0]?.trigger('onChange', false as never);
    await vi.waitFor(() => {
      expect(card.page()).toContain('Saving');
    });
    expect(card.toggles()[0]?.props).toMatchObject({ readOnly: true, checked: true });
    card.toggles()[0]?.trigger('onChange', false as never);
    expect(card.changed).toHaveLength(1);
  });

  it.each([
    [
      'en',
      'Saving',
      'Can be sent, as far as HubSpot tells.',
      'Freely given consent',
      'after a bounce',
      'on the phone',
    ],
    [
      'ja',
      '保存しています',
      'HubSpotの情報では、配信できます。',
      '自由意志',
      'バウンスのため',
      'on the phone',
    ],
    [
      'de',
      'Wird gespeichert',
      'Kann nach den Angaben von HubSpot gesendet werden.',
      'Freiwillige',
      'nach einem Bounce',
      'on the phone',
    ],
  ])(
    'while a change is under way its row says only that it is being saved, in %s',
    async (language, saving, ...past) => {
      const ground = {
        legalBasis: 'CONSENT_WITH_NOTICE',
        explanation: 'on the phone',
        optOut: allow({ notes: [{ rule: 'hard-bounced', authority: 'hubspot' }] }),
      };
      const card = await shown(
        aCard(
          {
            reads: [glance({ rows: [row({ state: 'opted-in', ...ground })] })],
            changes: ['never'],
          },
          language,
        ),
      );
      const said = () =>
        card.renderer
          .find(Flex, { testId: 'type-11' })
          .findAll(Text)
          .map(({ text }) => text ?? '')
          .join('\n');
      for (const one of past) expect(said()).toContain(one);
      card.toggles()[0]?.trigger('onChange', false as never);
      await vi.waitFor(() => {
        expect(card.renderer.find(LoadingSpinner).props).toMatchObject({
          size: 'xs',
          label: saving,
          showLabel: true,
        });
      });
      for (const one of past) expect(said()).not.toContain(one);
      expect(said()).toContain(language === 'ja' ? 'ニュースレター' : 'Newsletter');
    },
  );

  it('while the marketing status is changed its row says only that it is being saved', async () => {
    const on = glance({
      updateDate: '2026-08-01',
      wholeContact: {
        ...glance().wholeContact,
        'to-non-marketing': allow({
          notes: [{ rule: 'marketing-ends-later', authority: 'hubspot' }],
        }),
      },
    });
    const card = await shown(aCard({ reads: [on], changes: ['never'] }));
    card.marketing()?.trigger('onChange', false as never);
    await vi.waitFor(() => {
      expect(card.renderer.find(LoadingSpinner).props.label).toBe('Saving');
    });
    expect(card.page()).not.toMatch(
      /stays a marketing contact|Next update date|Marketing contact\./,
    );
  });

  it('opting out of everything shows that it is being saved', async () => {
    const card = await shown(aCard({ reads: [ON], changes: ['never'] }));
    dialog(card, 'everything').press('Yes, opt out of all e-mail');
    await vi.waitFor(() => {
      expect(card.renderer.find(LoadingSpinner).props.label).toBe('Saving');
    });
  });

  it('a look that was wanted during a change follows it', async () => {
    let answer: (reply: ChangeReply) => void = () => undefined;
    const card = await shown(
      aCard({
        reads: [ON],
        changes: [
          new Promise((resolve) => {
            answer = resolve;
          }),
        ],
      }),
    );
    card.toggles()[0]?.trigger('onChange', false as never);
    card.recordChanges();
    expect(card.asked).toHaveLength(1);
    answer(KEPT);
    await vi.waitFor(() => {
      expect(card.asked).toHaveLength(2);
    });
  });
});

describe('undoing', () => {
  const offer: UndoOffer = {
    undoes: 'click-0000',
    typeId: '11',
    to: 'opted-in',
    until: '2026-07-03T03:10:00.000Z',
  };
  const CHANGED = glance({ rows: [row({ state: 'opted-out' })], undo: [offer] });

  it.each([
    ['en', 'Undo: back to “Opted in”', 'until 12:10', 'Undone: the earlier state is back.'],
    ['ja', '取り消して「配信登録済み」に戻す', '12:10まで', '取り消しました。'],
  ])(
    'is in sight with its time in %s, and names the change it takes back',
    async (language, button, until, done) => {
      const back = glance({ rows: [row({ state: 'opted-in' })] });
      const card = await shown(
        aCard({ reads: [CHANGED], changes: [{ status: 'changed', glance: back }] }, language),
      );
      expect(card.page()).toContain(until);
      card.button(button)?.trigger('onClick');
      await vi.waitFor(() => {
        expect(card.page()).toContain(done);
      });
      expect(card.changed).toEqual([
        { act: 'undo', requestId: 'click-0001', undoes: 'click-0000' },
      ]);
    },
  );

  describe('over time', () => {
    beforeEach(fakeTime);
    afterEach(() => {
      vi.useRealTimers();
    });

    it('goes away by itself, by the function’s clock and not the reader’s', async () => {
      vi.setSystemTime(Date.parse('2031-01-01T00:00:00Z'));
      const card = aCard({ reads: [CHANGED] });
      await pass(599_000, 300_000);
      expect(card.button('Undo: back to “Opted in”')).toBeDefined();
      await pass(2_000);
      expect(card.button('Undo: back to “Opted in”')).toBeUndefined();
      expect(card.changed).toEqual([]);
    });
  });
});

describe('a lock', () => {
  const LOCKED = glance({
    rows: [
      row({
        state: 'opted-out',
        optIn: deny(
          {
            rule: 'opted-out-by-contact',
            authority: 'organisation',
            since: '2026-07-01T03:00:00.000Z',
          },
          ['share-preference-link'],
        ),
      }),
    ],
  });

  it.each([
    [
      'en',
      'Copy a text that asks the contact about Newsletter',
      'Copied.',
      'copy You don’t get “Newsletter” from us at present.',
    ],
    [
      'ja',
      '「ニュースレター」についての本人への依頼文をコピー',
      'コピーしました。',
      'copy 現在、「ニュースレター」の配信を停止しております。',
    ],
  ])(
    'offers in %s a text that asks the contact, and names no address in it',
    async (language, button, copied, text) => {
      const card = await shown(aCard({ reads: [LOCKED] }, language));
      card.button(button)?.trigger('onClick');
      await vi.waitFor(() => {
        expect(card.page()).toContain(copied);
      });
      expect(card.told[0]).toContain(text);
      expect(card.told[0]).not.toMatch(/@|http/);
    },
  );

  it.each([
    ['en', 'Next step: ask an admin who may change it.', 'Or: change it in HubSpot itself.'],
    [
      'ja',
      '次にできること：変更できる人を管理者に確認してください。',
      'または：HubSpotの画面で直接変更してください。',
    ],
    [
      'de',
      'Nächster Schritt: Fragen Sie einen Admin, wer dies ändern darf.',
      'Oder: Nehmen Sie die Änderung direkt in HubSpot vor.',
    ],
  ])('offers in %s a second step as another one', async (language, first, second) => {
    const optIn = deny({ rule: 'team-may-not-change', authority: 'organisation' }, [
      'ask-admin-for-permission',
      'change-in-hubspot',
    ]);
    const card = await shown(aCard({ reads: [glance({ rows: [row({ optIn })] })] }, language));
    expect(card.page()).toContain(first);
    expect(card.page()).toContain(second);
  });

  it('says what could not be read, and of no rule that it holds', async () => {
    const optIn = {
      kind: 'unknown',
      missing: ['spamComplaint', 'ledger'],
      because: [
        { rule: 'spam-complaint', authority: 'organisation' },
        { rule: 'ledger-not-set-up', authority: 'organisation' },
      ],
    } as const;
    const card = await shown(aCard({ reads: [glance({ rows: [row({ optIn })] })] }));
    expect(card.toggles()[0]?.props.label).toBe('Newsletter, locked: not known yet');
    expect(card.page()).toContain(
      'Locked for now: reports of spam and the record of changes could not be read. Look again later.',
    );
    expect(card.page()).not.toMatch(/reported our mail as spam|is not set up/);
  });
});

describe('mail that is sent although nobody opted in', () => {
  const sent = { ...row({ state: 'opted-in' }).verdict };
  const said = async (more: Partial<Glance>, language: string) => {
    const card = await shown(aCard({ reads: [glance(more)] }, language));
    return card.page();
  };

  it.each([
    [
      'en',
      'Can still be sent: privacy settings are off, so HubSpot needs no opt-in.',
      'Can still be sent: HubSpot needs no opt-in for internal types.',
    ],
    [
      'ja',
      'プライバシー設定がオフのため、配信登録がなくてもHubSpotから配信できます。',
      '社内用の種類のため、配信登録がなくても送信できます。',
    ],
    [
      'de',
      'Kann trotzdem gesendet werden: Die Datenschutzeinstellungen sind deaktiviert, daher verlangt HubSpot keine Anmeldung.',
      'Kann trotzdem gesendet werden: Für interne Typen verlangt HubSpot keine Anmeldung.',
    ],
  ])('says why in %s', async (language, settings, oneToOne) => {
    const internal = deny({ rule: 'internal-type', authority: 'hubspot' });
    const off = { privacySettings: 'off' } as const;
    expect(await said({ ...off, rows: [row({ verdict: sent })] }, language)).toContain(settings);
    // Of an internal type the settings are not the reason.
    for (const more of [{}, off]) {
      const page = await said(
        { ...more, rows: [row({ verdict: sent, optIn: internal })] },
        language,
      );
      expect(page).toContain(oneToOne);
      expect(page).not.toContain(settings);
    }
    const page = await said({ ...off, rows: [row({ state: 'opted-in' })] }, language);
    expect(page).not.toContain(settings);
  });
});

describe('marketing status', () => {
  const notYet: Partial<Glance> = {
    marketing: { kind: 'non-marketing', reason: 'USER_SET' },
    wholeContact: {
      'opt-out-of-everything': allow(),
      'to-non-marketing': deny({ rule: 'already-so', authority: 'hubspot' }),
      'to-marketing': allow({
        requires: ['explicit-yes'],
        requiredBy: [
          { rule: 'marketing-wants-a-yes', authority: 'organisation' },
          { rule: 'tier-would-be-exceeded', authority: 'hubspot' },
        ],
        notes: [{ rule: 'marketing-counts-at-once', authority: 'hubspot' }],
      }),
    },
  };

  it('on: says what it costs and wants an explicit yes', async () => {
    const card = await shown(aCard({ reads: [glance(notYet)], changes: [KEPT] }));
    const form = dialog(card, 'marketing');
    const said = form.texts().join('\n');
    expect(said).toContain('counts towards your tier from the moment');
    expect(said).toContain('may exceed your tier, which HubSpot then upgrades and charges for');
    form.press('Set as marketing contact');
    expect(form.texts()).toContain('This is needed.');
    expect(card.changed).toEqual([]);
    form
      .box()
      .find(Checkbox)
      .trigger('onChange', true as never);
    form.press('Set as marketing contact');
    await vi.waitFor(() => {
      expect(card.changed).toEqual([
        { act: 'to-marketing', requestId: 'click-0001', shown: 'non-marketing', explicitYes: true },
      ]);
    });
  });

  it.each([
    ['en', 'Keep as marketing contact'],
    ['ja', 'マーケティングコンタクトのままにする'],
    ['de', 'Als Marketingkontakt behalten'],
  ])('of a contact who is to leave: in %s it is kept, not set', async (language, button) => {
    const leaving = glance({
      ...notYet,
      marketing: { kind: 'marketing', untilNextUpdateDate: true },
    });
    const card = await shown(aCard({ reads: [leaving] }, language));
    const form = dialog(card, 'marketing');
    expect(card.button(button)).toBeDefined();
    expect(form.box().props.title).toBe(button);
    expect(form.button(button)).toBeDefined();
  });

  it('off: says before the click when it takes effect, and asks with one click', async () => {
    const on = glance({
      updateDate: '2026-08-01',
      wholeContact: {
        ...glance().wholeContact,
        'to-non-marketing': allow({
          notes: [{ rule: 'marketing-ends-later', authority: 'hubspot' }],
        }),
      },
    });
    const card = await shown(
      aCard({ reads: [on], changes: [{ status: 'requested', glance: on }] }),
    );
    expect(card.page()).toContain('stays a marketing contact until the next update date');
    expect(card.page()).toContain('Next update date: Aug 1, 2026.');
    card.marketing()?.trigger('onChange', false as never);
    await vi.waitFor(() => {
      expect(card.page()).toContain('Requested: the workflow will apply it.');
    });
    expect(card.changed).toEqual([{ act: 'to-non-marketing', requestId: 'click-0001' }]);
  });

  it.each([
    [
      'requested',
      'this-product',
      'requested on Jul 3, 2026, 12:00 GMT+9: sent, not seen in HubSpot yet.',
      '送信済み',
    ],
    ['pending', 'this-product', 'waiting for the workflow.', 'ワークフローの反映待ち'],
    ['applied', 'this-product', ': applied.', '反映済み'],
    [
      'not-applied',
      'this-product',
      'Check that the workflow is on',
      'ワークフローがオンになっているか',
    ],
    ['pending', 'elsewhere', 'requested outside this card on', 'このカード以外から依頼'],
  ] as const)('a request that is %s, by %s', async (state, by, en, ja) => {
    const asked = glance({ marketingRequest: { to: 'non-marketing', state, by, at: READ_AT } });
    for (const [language, words] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const card = await shown(aCard({ reads: [asked] }, language));
      expect(card.page()).toContain(words);
    }
  });

  it.each([
    [
      'en',
      'Marketing status, locked: no workflow',
      'only a workflow can change the marketing status',
    ],
    [
      'ja',
      'マーケティングステータス（変更不可：ワークフローなし）',
      'マーケティングステータスを変更できるのはワークフローだけです',
    ],
  ])('without a workflow it is locked with that reason in %s', async (language, label, reason) => {
    const none = deny({ rule: 'no-marketing-workflow', authority: 'hubspot' }, [
      'ask-admin-for-workflow',
    ]);
    const card = await shown(
      aCard(
        {
          reads: [
            glance({
              wholeContact: {
                'opt-out-of-everything': allow(),
                'to-marketing': none,
                'to-non-marketing': none,
              },
            }),
          ],
        },
        language,
      ),
    );
    expect(card.marketing()?.props).toMatchObject({ readOnly: true, label });
    expect(card.page()).toContain(reason);
  });

  describe('over time', () => {
    beforeEach(fakeTime);
    afterEach(() => {
      vi.useRealTimers();
    });

    it('looks again by itself while a request waits, and not for ever', async () => {
      const waiting = glance({
        marketingRequest: {
          to: 'non-marketing',
          state: 'pending',
          by: 'this-product',
          at: READ_AT,
        },
      });
      const card = aCard({ reads: [waiting] });
      await pass(9_000);
      expect(card.asked).toHaveLength(1);
      await pass(2_000);
      expect(card.asked).toHaveLength(2);
      await pass(1_200_000, 10_000);
      expect(card.asked).toHaveLength(9);
    });
  });
});
