import { Accordion, Table, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent, Witness } from '../../src/app/evidence/consent-event.ts';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { notesOf, seenIn } from '../../src/app/extensions/consent/words/event-lines.ts';
import { readingFor } from './reading-for.ts';
import { lineOf } from '../evidence/sentences.ts';
import { rowsIn } from './timeline-drawn.tsx';

const witness: Witness = {
  source: 'ledger',
  record: '101:1',
  at: '2026-07-03T05:05:00.000Z',
  actor: { kind: 'this-card', staff: { userId: '47', identity: 'claimed' } },
  raw: {},
};
const newsletter = { kind: 'subscription', typeId: '11' } as const;
const nameOf = () => 'Newsletter';
const inUtc = (language: 'en' | 'ja') =>
  readingFor({ language, locale: language === 'en' ? 'en-gb' : 'ja-jp' }, 'UTC');

describe('what is said with an event', () => {
  it.each<[Partial<ConsentEvent>, string, string]>([
    [{ repeats: true }, 'It was so before.', '以前から同じ状態です。'],
    [
      { legalBasis: 'LEGITIMATE_INTEREST_CLIENT' },
      'Legal basis: “Legitimate interest: existing customer”.',
      '法的根拠：「正当な利益：既存顧客」。',
    ],
    [{ legalBasis: 'A new one' }, 'Legal basis: “A new one”.', '法的根拠：「A new one」。'],
    [{ explanation: 'By phone' }, 'Explanation: “By phone”.', '説明：「By phone」。'],
    [
      { card: { rules: ['staff-may-opt-out'] } },
      'Rule: staff may opt out.',
      '適用ルール：社内ユーザーによる配信停止。',
    ],
    [
      { card: { rules: ['staff-may-opt-out'], askedBy: 'phone' } },
      'Rule: staff may opt out. The contact asked for it by phone.',
      '適用ルール：社内ユーザーによる配信停止。本人の依頼（電話）。',
    ],
    [
      { card: { rules: ['staff-may-opt-out'], askedBy: 'a-way-to-come' } },
      'Rule: staff may opt out. The contact asked for it a-way-to-come.',
      '適用ルール：社内ユーザーによる配信停止。本人の依頼（a-way-to-come）。',
    ],
    [
      { card: { rules: ['staff-may-opt-out', 'a-rule-of-old'], evidence: 'ticket 1234' } },
      'Rules: staff may opt out; a-rule-of-old. Evidence given: “ticket 1234”.',
      '適用ルール：社内ユーザーによる配信停止、a-rule-of-old。証跡：「ticket 1234」。',
    ],
    [
      { disputed: [{ kind: 'contact' }] },
      'Another source says: by the contact.',
      '別の記録では：コンタクト本人。',
    ],
    [
      { conflictsWith: ['current-status'] },
      'The sources contradict each other here.',
      '記録どうしが食い違っています。',
    ],
    [
      { learnedAt: '2026-07-03T06:00:00.000Z' },
      'Written down on 3 Jul 2026, 06:00 UTC.',
      '2026年7月3日 6:00 UTCに記録。',
    ],
  ])('%j', (more, inEnglish, inJapanese) => {
    const event = { ...eventOf(newsletter, 'opted-out', witness), ...more };
    expect(notesOf(event, inUtc('en')).join(' ')).toBe(inEnglish);
    expect(notesOf(event, inUtc('ja')).join('')).toBe(inJapanese);
  });

  it('names each source once, as a sentence', () => {
    const event: ConsentEvent = {
      ...eventOf(newsletter, 'opted-out', witness),
      witnesses: [
        { ...witness, source: 'property-history' },
        { ...witness, source: 'email-events', record: '1' },
        { ...witness, source: 'email-events', record: '2' },
        witness,
      ],
    };
    expect(lineOf(event, inUtc('en'), nameOf)).toBe(
      '3 Jul 2026, 05:05 UTC: Opted out of Newsletter, through this card, by user 47 (as the page claims). Seen in property history, e-mail events and this card’s own record.',
    );
    expect(lineOf(event, inUtc('ja'), nameOf)).toBe(
      '2026年7月3日 5:05 UTC：「Newsletter」を配信停止／このカードから変更・ID：47（自己申告）。確認元：プロパティの履歴、Eメールイベント、このカードの記録。',
    );
  });
});

describe.each(['en', 'ja'] as const)('the timeline in %s', (language) => {
  it('says in a row what the same event says in a line, and lists evidence by such lines', () => {
    const reading = inUtc(language);
    const event = {
      ...eventOf(newsletter, 'opted-out', witness),
      repeats: true as const,
      explanation: 'By phone',
    };
    const form = eventOf({ kind: 'form', form: 'f1' }, 'submitted', {
      ...witness,
      source: 'form-submissions',
    });
    const renderer = createRenderer('crm.record.tab');
    renderer.render(
      <TimelineView
        state={{
          kind: 'shown',
          history: {
            readAt: witness.at,
            events: [event],
            evidence: [form],
            unread: [],
            olderMayExist: false,
          },
        }}
        reading={reading}
        nameOf={nameOf}
        onShowOlder={() => undefined}
      />,
    );
    const [row = [], ofForm = []] = rowsIn(renderer);
    const line = lineOf(event, reading, nameOf);
    for (const said of row) expect(line).toContain(said);
    expect(row).toHaveLength(3);
    const small = renderer.findAll(Text).map(({ text }) => text);
    expect(small).toContain(reading.words.timeline.inARow(notesOf(event, reading)));
    const tables = renderer.findAll(Table).flatMap((table) => table.findAll(Accordion));
    expect(tables.map(({ props }) => props.title)).toEqual([
      seenIn(event, reading),
      seenIn(form, reading),
    ]);
    for (const said of ofForm) expect(lineOf(form, reading, nameOf)).toContain(said);
  });
});
