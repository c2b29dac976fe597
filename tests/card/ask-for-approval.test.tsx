import { Button, Input, Modal, TextArea } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import type { ApprovalReply } from '../../src/app/contract/reply.ts';
import { aCard, deny, glance, row } from './a-card.tsx';

const LOCKED = glance({
  rows: [
    row({
      optIn: deny({ rule: 'team-may-not-change', authority: 'organisation' }, ['ask-for-approval']),
    }),
  ],
});
const AT = '2026-07-03T03:00:00.000Z';

async function asking(answer: ApprovalReply | Error, language = 'en') {
  const card = aCard({ reads: [LOCKED], changes: [answer] }, language);
  const modal = () => card.renderer.findAll(Modal).find(({ props }) => props.id === 'approval-11');
  await card.renderer.waitFor(() => {
    expect(modal()).toBeDefined();
  });
  const send = () => {
    const [first] = modal()?.findAll(Button) ?? [];
    first?.trigger('onClick');
  };
  return {
    card,
    title: modal()?.props.title,
    send,
    type: () => {
      modal()?.trigger('onOpen');
      modal()
        ?.find(Input)
        .trigger('onInput', ' call 4711 ' as never);
      modal()
        ?.find(TextArea)
        .trigger('onInput', 'They asked me on the phone.' as never);
    },
    says: (words: string) =>
      card.renderer.waitFor(() => {
        expect(card.page()).toContain(words);
      }),
  };
}

describe('asking for approval', () => {
  it.each([
    ['en', 'Ask for approval: Newsletter', 'Asked on Jul 3, 2026, 12:00 GMT+9', 'en'],
    ['ja', '「ニュースレター」の承認を依頼', '2026年7月3日 12:00 JSTに依頼しました。', 'ja'],
    ['de', 'Genehmigung anfragen: Newsletter', 'Angefragt am 3. Juli 2026', 'en'],
  ])('sends the evidence and unlocks nothing, in %s', async (language, button, said, written) => {
    const { card, title, type, send, says } = await asking(
      { status: 'asked', at: AT, glance: LOCKED },
      language,
    );
    expect(title).toBe(button);
    type();
    send();
    await says(said);
    expect(card.changed).toEqual([
      {
        act: 'ask-for-approval',
        requestId: 'click-0001',
        of: { act: 'opt-in', typeId: '11' },
        language: written,
        evidence: 'call 4711',
        note: 'They asked me on the phone.',
      },
    ]);
    expect(card.toggles()[0]?.props.readOnly).toBe(true);
  });

  it('is not sent without evidence', async () => {
    const { card, send } = await asking({ status: 'asked', at: AT, glance: LOCKED });
    send();
    expect(card.changed).toEqual([]);
  });

  it.each<[string, ApprovalReply | Error]>([
    ['Already asked on Jul 3, 2026', { status: 'asked-already', at: AT, glance: LOCKED }],
    ['may make this change yourself', { status: 'not-asked', because: 'allowed', glance: LOCKED }],
    ['could not be read', { status: 'not-asked', because: 'not-known', glance: LOCKED }],
    ['nobody can approve', { status: 'not-asked', because: 'not-to-be-approved', glance: LOCKED }],
    ['within the hour', { status: 'not-asked', because: 'too-often', glance: LOCKED }],
    ['was not made', { status: 'not-asked', because: 'not-made', glance: LOCKED }],
    ['HubSpot already says so', { status: 'nothing-to-do', glance: LOCKED }],
    ['can’t be written now', { status: 'not-recorded', correlationId: 'c-1' }],
    ['Look at the contact’s tasks', { status: 'not-known-yet', correlationId: 'c-2' }],
    ['Reference for your admin: c-2', { status: 'not-known-yet', correlationId: 'c-2' }],
    ['Look at the contact’s tasks', new Error('gone')],
    [
      'lacks a permission (crm.objects.contacts.write)',
      {
        status: 'trouble',
        code: 'missing-scope',
        scope: 'crm.objects.contacts.write',
        correlationId: 'c-3',
      },
    ],
    [
      'A setting of the app can’t be used: approver.ownerId',
      {
        status: 'trouble',
        code: 'settings-refused',
        setting: 'approver.ownerId',
        correlationId: 'c-4',
      },
    ],
  ])('says what became of it: %s', async (said, answer) => {
    const { type, send, says } = await asking(answer);
    type();
    send();
    await says(said);
  });
});
