import { describe, expect, it } from 'vitest';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { namesIn, playWords } from '../../sandbox/record-page/play/words/index.ts';
import { groups, scenarios } from '../../sandbox/scenarios/index.ts';
import { listingOf } from '../../sandbox/server/listing.ts';

const listing = listingOf(createHubSpotOnDesk());

describe('the scenarios', () => {
  it('have S1 to S12 among them, in order, and no id or contact twice', () => {
    const numbered = groups.question.map(({ id }) => id).filter((id) => /^S\d+$/.test(id));
    expect(numbered).toEqual(Array.from({ length: 12 }, (_, before) => `S${String(before + 1)}`));
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    const contacts = scenarios.map(({ portalId, contactId }) => `${String(portalId)}/${contactId}`);
    expect(new Set(contacts).size).toBe(scenarios.length);
  });

  it.each(scenarios)(
    '$id begins with its contact, goes on in the order of time, and stays with it',
    ({ acts, contactId }) => {
      expect(acts[0]?.act).toMatchObject({ act: 'create', contactId });
      const times = acts.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const { act } of acts) {
        if ('contactId' in act) expect(act.contactId).toBe(contactId);
      }
    },
  );

  it.each(scenarios)('$id is told in words, in both languages', ({ acts, title, story }) => {
    for (const language of ['en', 'ja'] as const) {
      const names = namesIn(listing, language);
      const words = [title[language], story[language]];
      words.push(...acts.map(({ act }) => playWords[language].act(act, names)));
      for (const text of words) expect(text).toMatch(/^(?!.*undefined).{3,}$/s);
      if (language === 'ja') for (const text of words) expect(text).toMatch(/[ぁ-んァ-ン一-龥]/);
    }
  });
});
