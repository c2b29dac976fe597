import { Button, Input, Modal, ModalFooter, Select, TextArea } from '@hubspot/ui-extensions';
import { describe, expect, it, vi } from 'vitest';
import type { BadRequest, ChangeReply } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import { SAYING_NOTHING, UNSEEN } from '../text/nothing-to-read.ts';
import { aCard, allow, deny, glance, row } from './a-card.tsx';

const KEPT: ChangeReply = { status: 'nothing-to-do', glance: glance() };
const NEEDS_PROOF = glance({
  rows: [row({ optIn: allow({ requires: ['explanation', 'evidence'] }) })],
});
const OPTED_IN = glance({ rows: [row({ state: 'opted-in' })] });
const MAY_BE_ASKED = glance({
  rows: [
    row({
      optIn: deny({ rule: 'team-may-not-change', authority: 'organisation' }, ['ask-for-approval']),
    }),
  ],
});
const LANGUAGE_NAMES = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

/** A form as a person meets it: what they type, what they send and what the fields say then. */
async function opened(id: string, reads: Glance, answer: ChangeReply = KEPT, language = 'en') {
  const card = aCard({ reads: [reads], changes: [answer] }, language);
  const modal = () => {
    const found = card.renderer.findAll(Modal).find(({ props }) => props.id === id);
    if (found === undefined) throw new Error(`no modal ${id}`);
    return found;
  };
  await vi.waitFor(modal);
  modal().trigger('onOpen');
  return {
    card,
    explain: (text: string) =>
      modal()
        .find(TextArea)
        .trigger('onInput', text as never),
    prove: (text: string) =>
      modal()
        .find(Input)
        .trigger('onInput', text as never),
    sayHow: () =>
      modal()
        .findAll(Select)
        .find(({ props }) => props.name === `${id}-by`)
        ?.trigger('onChange', 'phone' as never),
    send: () => modal().find(ModalFooter).findAll(Button)[0]?.trigger('onClick'),
    wrong: () =>
      [...modal().findAll(TextArea), ...modal().findAll(Input)]
        .filter(({ props }) => props.error)
        .map(({ props }) => props.validationMessage),
  };
}

describe.each(LANGUAGE_NAMES)('in %s, a form that asks for proof', (language) => {
  const { form, badField } = LANGUAGES[language].tab;

  // Which texts these are does not depend on the language: one has them all.
  const some = ([what]: readonly [string, string]) =>
    language === 'en' || what === 'nothing' || what === 'a zero width space' || what === 'dashes';
  it.each([
    ...UNSEEN.filter(some).map(([what, text]) => [
      what,
      text,
      text.trim() === '' ? form.needed : badField['no-visible-character'],
    ]),
    ...SAYING_NOTHING.filter(some).map(([what, text]) => [what, text, badField['says-nothing']]),
  ])('is not sent with %s', async (_what, text = '', message) => {
    const filled = await opened('in-11', NEEDS_PROOF, KEPT, language);
    filled.explain(text);
    filled.prove(text);
    filled.send();
    expect(filled.wrong()).toEqual([message, message]);
    expect(filled.card.changed).toEqual([]);
  });
});

describe('a form that takes proof and asks for none', () => {
  it.each(UNSEEN.map((row) => [...row]))('is sent without %s', async (_what, text = '') => {
    const filled = await opened('out-11', OPTED_IN);
    filled.sayHow();
    filled.prove(text);
    filled.send();
    await vi.waitFor(() => {
      expect(filled.card.changed).toEqual([
        { act: 'opt-out', requestId: 'click-0001', typeId: '11', askedBy: { by: 'phone' } },
      ]);
    });
  });

  it.each(SAYING_NOTHING.map((row) => [...row]))(
    'is not sent with %s',
    async (_what, text = '') => {
      const filled = await opened('out-11', OPTED_IN);
      filled.sayHow();
      filled.prove(text);
      filled.send();
      expect(filled.wrong()).toEqual([LANGUAGES.en.tab.badField['says-nothing']]);
      expect(filled.card.changed).toEqual([]);
      filled.prove('Call 17');
      filled.send();
      await vi.waitFor(() => {
        expect(filled.card.changed).toMatchObject([{ evidence: 'Call 17' }]);
      });
    },
  );
});

describe('a note to the approver', () => {
  it('is not sent where it says nothing, and left out where nobody sees it', async () => {
    const filled = await opened('approval-11', MAY_BE_ASKED);
    filled.prove('Call 17');
    filled.explain('。');
    filled.send();
    expect(filled.wrong()).toEqual([LANGUAGES.en.tab.badField['says-nothing']]);
    expect(filled.card.changed).toEqual([]);
    filled.explain('\u3164\u2800');
    filled.send();
    await vi.waitFor(() => {
      expect(filled.card.changed).toMatchObject([{ evidence: 'Call 17' }]);
    });
    expect(filled.card.changed[0]).not.toHaveProperty('note');
  });
});

describe.each(LANGUAGE_NAMES)('in %s, a field that the function refuses', (language) => {
  it.each(['no-visible-character', 'says-nothing', 'in-the-future', 'too-long-ago'] as const)(
    'is named in words: %s',
    async (problem) => {
      const refusal: BadRequest = {
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: ['parameters.askedBy'],
        problems: { 'parameters.askedBy.on': problem },
        correlationId: 'correlation-1',
      };
      const filled = await opened('out-11', OPTED_IN, refusal, language);
      filled.sayHow();
      filled.send();
      await vi.waitFor(() => {
        expect(filled.card.page()).toContain(LANGUAGES[language].tab.badField[problem]);
      });
      expect(filled.card.page()).not.toContain(
        LANGUAGES[language].seen.badRequest['invalid-parameters'],
      );
    },
  );
});
