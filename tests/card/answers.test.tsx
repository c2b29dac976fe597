import { describe, expect, it, vi } from 'vitest';
import type { ChangeReply, ReadReply } from '../../src/app/contract/reply.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { newRequestId } from '../../src/app/extensions/consent/request-id.ts';
import { aCard, deny, glance, row } from './a-card.tsx';

const ON = glance({ rows: [row({ state: 'opted-in' })] });
const OFF = glance({ rows: [row({ state: 'opted-out' })] });

type Said = readonly [look: string | undefined, en: string, ja: string];

/** Each answer to a click, its look (an alert's variant; none is plain text) and its words. */
const ANSWERS: readonly (readonly [string, ChangeReply | Error, ...Said])[] = [
  [
    'changed',
    { status: 'changed', glance: OFF },
    'success',
    'Saved: HubSpot now says opted out.',
    '保存しました。HubSpotで配信停止になっています。',
  ],
  [
    'requested',
    { status: 'requested', glance: ON },
    'info',
    'Requested: the workflow will apply it.',
    '依頼しました。ワークフローによって反映されます。',
  ],
  [
    'nothing to do',
    { status: 'nothing-to-do', glance: OFF },
    undefined,
    'Nothing to do: HubSpot already says so.',
    '変更の必要はありません。',
  ],
  [
    'refused by HubSpot',
    { status: 'not-done', because: 'refused-by-hubspot', glance: ON },
    'danger',
    'Not changed: HubSpot refused. The contact may have opted out a moment ago.',
    '変更されませんでした（HubSpotによる拒否）。',
  ],
  [
    'changed meanwhile',
    { status: 'not-done', because: 'changed-meanwhile', glance: OFF },
    'info',
    'Not changed: something else changed first. What holds now is shown here',
    '変更されませんでした（先に別の変更あり）。',
  ],
  [
    'overtaken',
    { status: 'overtaken', glance: ON },
    'info',
    'Changed, and then changed again elsewhere. What holds now is shown here.',
    '変更後に、別の場所で再び変更されました。',
  ],
  [
    'reversed',
    { status: 'not-done', because: 'reversed', glance: OFF },
    'danger',
    'Taken back at once. The contact opted out at the same moment',
    '変更を直ちに元に戻しました。',
  ],
  [
    'not recorded',
    { status: 'not-recorded', correlationId: 'c-7' },
    'danger',
    'the record of changes can’t be written now, and nobody is opted in without one. Reference for your admin: c-7',
    '記録を残せない配信登録は行いません。',
  ],
  [
    'not known yet',
    { status: 'not-known-yet', correlationId: 'c-7' },
    'warning',
    'Not known yet whether this was saved. Look again before you try again.',
    'まだ確認できていません。',
  ],
  [
    'not reached',
    new Error('ECONNREFUSED'),
    'warning',
    'Not known yet whether this was saved. Look again before you try again.',
    'まだ確認できていません。',
  ],
  [
    'refused by policy',
    {
      status: 'refused',
      decision: deny({ rule: 'locked-type', authority: 'organisation' }) as never,
      glance: ON,
    },
    'warning',
    'Not changed. Your organisation’s rule: this subscription type is locked for opting in.',
    '変更されませんでした。',
  ],
  [
    'lacking',
    {
      status: 'refused',
      decision: { kind: 'lacking', requires: ['evidence'] },
      glance: ON,
    },
    'warning',
    'Not changed: something that is needed was missing.',
    '必要な項目が入力されていません。',
  ],
  [
    'a bad request',
    { status: 'bad-request', code: 'request-reused', paths: ['requestId'], correlationId: 'c-1' },
    'danger',
    'this request was made before, for something else',
    '別の内容ですでに送信されています。',
  ],
  [
    'trouble',
    { status: 'trouble', code: 'rate-limited', correlationId: 'c-8' },
    'danger',
    'Not changed. HubSpot is busy',
    'アクセスが集中しています。',
  ],
];

describe('what a person reads after a click', () => {
  it.each(
    ANSWERS.flatMap(([name, reply, look, en, ja]) => [
      [name, 'en', reply, look, en] as const,
      [name, 'ja', reply, look, ja] as const,
    ]),
  )('%s, in %s', async (_name, language, reply, look, words) => {
    const card = aCard({ reads: [ON], changes: [reply] }, language);
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain(words);
    });
    const verdict = 1;
    expect(
      card
        .alerts()
        .map(({ variant }) => variant)
        .slice(verdict),
    ).toEqual(look === undefined ? [] : [look]);
  });

  it('no two answers read the same', () => {
    const titles = ANSWERS.filter(([name]) => name !== 'not reached').map(([, , , en]) => en);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says nothing of "saved" where somebody has changed it again since', async () => {
    const card = aCard({ reads: [ON], changes: [{ status: 'changed', glance: ON }] });
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    await card.renderer.waitFor(() => {
      expect(card.told).toContain('refresh');
    });
    expect(card.page()).not.toContain('Saved');
  });

  it('a click on "look again" takes "not known yet" away and shows what holds', async () => {
    const card = aCard({
      reads: [ON, OFF],
      changes: [{ status: 'not-known-yet', correlationId: 'c-7' }],
    });
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    await card.renderer.waitFor(() => {
      expect(card.button('Look again')).toBeDefined();
    });
    card.button('Look again')?.trigger('onClick');
    await card.renderer.waitFor(() => {
      expect(card.toggles()[0]?.props.checked).toBe(false);
    });
    expect(card.page()).not.toContain('Not known yet');
  });
});

describe('the id of a click', () => {
  it('is another one with each click', async () => {
    const card = aCard({ reads: [ON], changes: [{ status: 'nothing-to-do', glance: ON }] });
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    for (const count of [1, 2]) {
      card.toggles()[0]?.trigger('onChange', false as never);
      await card.renderer.waitFor(() => {
        expect(card.changed).toHaveLength(count);
        expect(card.page()).toContain('Nothing to do');
      });
    }
    expect(card.changed.map(({ requestId }) => requestId)).toEqual(['click-0001', 'click-0002']);
  });
});

describe('a record that could not be kept', () => {
  const entry = { seal: 'as it came' };
  const changedUnkept: ChangeReply = { status: 'changed', glance: OFF, unsaved: [entry] };
  const OWED = 'its record is still to be kept';

  const optedOut = async (
    changes: readonly (ChangeReply | Promise<ChangeReply> | 'never' | Error)[],
  ) => {
    const card = aCard({ reads: [ON, OFF], changes: [changedUnkept, ...changes] });
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    return card;
  };

  it('is sent again as it came, at once, with nothing added', async () => {
    const card = await optedOut([{ status: 'kept' }]);
    await card.renderer.waitFor(() => {
      expect(card.changed[1]).toEqual({ act: 'keep-record', unsaved: [entry] });
    });
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('Saved');
      expect(card.page()).not.toContain(OWED);
    });
  });

  it('and that nobody can sign is said, until the next change', async () => {
    const card = aCard({
      reads: [ON],
      changes: [
        { status: 'changed', glance: OFF, isUnrecorded: true },
        { status: 'nothing-to-do', glance: OFF },
      ],
    });
    await card.renderer.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.toggles()[0]?.trigger('onChange', false as never);
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain('but not recorded: the app’s signing key is not set');
    });
    expect(card.page()).toContain('Saved');
    card.toggles()[0]?.trigger('onChange', true as never);
    await card.renderer.waitFor(() => {
      expect(card.page()).not.toContain('but not recorded');
    });
  });

  it('carries no claim of who sends it, whoever does', async () => {
    const sent: unknown[] = [];
    const ask = askThrough((_uid, { parameters }) => {
      sent.push(parameters);
      return Promise.resolve({ status: 'kept' });
    }).claiming({ userId: '47', teamIds: [] });
    await ask.keep([entry]);
    await ask.change({ act: 'opt-out', requestId: 'click-0001', typeId: '11' });
    expect(sent).toEqual([
      { act: 'keep-record', unsaved: [entry] },
      {
        act: 'opt-out',
        requestId: 'click-0001',
        typeId: '11',
        claim: { userId: '47', teamIds: [] },
      },
    ]);
  });

  it('is said in a quiet line, and sent with every look until it is kept', async () => {
    const card = await optedOut([
      { status: 'kept', unsaved: [entry] },
      { status: 'trouble', code: 'timed-out', correlationId: 'c' },
      { status: 'kept' },
    ]);
    await card.renderer.waitFor(() => {
      expect(card.page()).toContain(OWED);
    });
    expect(card.page()).toContain('Saved: HubSpot now says opted out.');
    for (const sent of [3, 4]) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      card.recordChanges();
      await vi.waitFor(() => {
        expect(card.changed).toHaveLength(sent);
      });
    }
    await card.renderer.waitFor(() => {
      expect(card.page()).not.toContain(OWED);
    });
    card.recordChanges();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(card.changed).toHaveLength(4);
  });

  it('what comes while others are on their way is not lost', async () => {
    const later = { seal: 'another' };
    let answer: (reply: ChangeReply) => void = () => undefined;
    const card = await optedOut([
      new Promise((resolve) => {
        answer = resolve;
      }),
      { status: 'changed', glance: ON, unsaved: [later] },
      { status: 'kept' },
    ]);
    await vi.waitFor(() => {
      expect(card.changed).toHaveLength(2);
      expect(card.toggles()[0]?.props.readOnly).toBe(false);
    });
    card.toggles()[0]?.trigger('onChange', true as never);
    await vi.waitFor(() => {
      expect(card.changed).toHaveLength(3);
    });
    await new Promise((resolve) => setTimeout(resolve, 1));
    answer({ status: 'kept' });
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(card.page()).toContain(OWED);
    card.recordChanges();
    await vi.waitFor(() => {
      expect(card.changed[3]).toEqual({ act: 'keep-record', unsaved: [later] });
    });
  });
});

describe('an id made without `crypto`', () => {
  it('is one the function takes, and no two are alike', () => {
    vi.stubGlobal('crypto', undefined);
    const ids = Array.from({ length: 1000 }, () => newRequestId());
    vi.unstubAllGlobals();
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._:-]{8,100}$/);
  });
});

describe('an answer that comes late', () => {
  it('to a look made before a change does not hide what the change brought', async () => {
    let late: (reply: ReadReply) => void = () => undefined;
    const slow = new Promise<ReadReply>((resolve) => {
      late = resolve;
    });
    const card = aCard({ reads: [ON, slow, OFF], changes: [{ status: 'changed', glance: OFF }] });
    await vi.waitFor(() => {
      expect(card.toggles()).toHaveLength(1);
    });
    card.recordChanges();
    card.toggles()[0]?.trigger('onChange', false as never);
    await vi.waitFor(() => {
      expect(card.page()).toContain('Saved: HubSpot now says opted out.');
    });
    late({ status: 'glance', glance: ON });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(card.toggles()[0]?.props.checked).toBe(false);
  });
});
