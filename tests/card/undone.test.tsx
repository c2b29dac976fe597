import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/app/evidence/consent-event.ts';
import { eventWords } from '../../src/app/extensions/consent/words/event-words.ts';
import { notesOf } from '../../src/app/extensions/consent/words/event-lines.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import { aCard, glance, row } from './a-card.tsx';
import { readingFor } from './reading-for.ts';
import { told } from './timeline-drawn.tsx';

const CONSENTED = '2026-05-02T01:00:00.000Z';
const UNDONE = '2026-07-03T02:10:00.000Z';

describe('a row whose last change here was undone', () => {
  const shown = (change: 'opted-in' | 'opted-out') =>
    glance({
      rows: [
        row({
          state: change === 'opted-out' ? 'opted-in' : 'opted-out',
          legalBasis: 'CONSENT_WITH_NOTICE',
          last: {
            at: CONSENTED,
            actor: { kind: 'contact', by: 'form' },
            undone: { change, at: UNDONE },
          },
        }),
        row({
          typeId: '12',
          name: 'Product news',
          names: {},
          state: 'opted-in',
          last: { at: '2026-06-01T01:00:00.000Z', actor: { kind: 'contact' } },
        }),
      ],
    });

  it.each([
    [
      'en',
      'opted-out',
      'Opted in since May 2, 2026, 10:00 GMT+9, by the contact, a form. An opt-out made here was undone on Jul 3, 2026, 11:10 GMT+9.',
      'Freely given consent from the contact',
    ],
    [
      'en',
      'opted-in',
      'Opted out since May 2, 2026, 10:00 GMT+9, by the contact, a form. An opt-in made here was undone on Jul 3, 2026, 11:10 GMT+9.',
      'Freely given consent from the contact',
    ],
    [
      'ja',
      'opted-out',
      '配信登録済み（2026年5月2日 10:00 JST、コンタクト本人・フォーム）。ここで行った配信停止は2026年7月3日 11:10 JSTに取り消されました。',
      '本人',
    ],
    ['de', 'opted-out', 'Eine hier vorgenommene Abmeldung wurde am', 'Einwilligung'],
  ] as const)(
    'in %s, an %s: since when, by whom, on what basis, and what was undone',
    async (language, change, line, basis) => {
      const card = aCard({ reads: [shown(change)] }, language);
      await vi.waitFor(() => {
        expect(card.page()).toContain(line);
      });
      expect(card.page()).toContain(basis);
    },
  );

  it('is the last change, for the undo is newer than what another type shows', async () => {
    const card = aCard({ reads: [shown('opted-out')] });
    await vi.waitFor(() => {
      expect(card.page()).toContain('Last change: Newsletter: Opted in since May 2, 2026');
    });
  });
});

describe('the timeline’s row of an undo', () => {
  const undo = (change: Change, undoes: Change) =>
    told(UNDONE, change, {
      source: 'ledger',
      actor: { kind: 'this-card' },
      card: { rules: ['staff-may-restore'], undoes },
    });
  const nameOf = () => 'Newsletter';

  it.each([
    ['en', 'Undone: Opted out of Newsletter', 'Undone: Opted in to Newsletter'],
    ['ja', '取り消し：「Newsletter」を配信停止', '取り消し：「Newsletter」を配信登録'],
    ['de', 'Rückgängig gemacht: ', 'Rückgängig gemacht: '],
  ] as const)('says “undone” in %s, and what', (language, out, optIn) => {
    const words = eventWords(LANGUAGES[language].tab.event);
    expect(words.event(undo('opted-in', 'opted-out'), nameOf)).toContain(out);
    expect(words.event(undo('opted-out', 'opted-in'), nameOf)).toContain(optIn);
    expect(words.event(undo('cleared', 'opted-in'), nameOf)).toContain(optIn);
  });

  it('says that the earlier state is back, and no basis of its own', () => {
    const notes = notesOf(
      undo('opted-in', 'opted-out'),
      readingFor({ language: 'en', locale: 'en-gb' }, 'Asia/Tokyo'),
    );
    expect(notes[0]).toBe('The earlier state is back as it was.');
    expect(notes.join(' ')).not.toMatch(/Legal basis/);
  });
});
