import { describe, expect, it } from 'vitest';
import { scenarioWith } from '../../sandbox/scenarios/index.ts';
import { recordPage, type Language } from './record-page.ts';
import { ROWS } from './scenarios-table.ts';

const { hubspot, open, panel, sidebar, tab, page } = recordPage();

const BUTTONS = {
  en: { first: 'From the beginning', next: 'Next' },
  ja: { first: '最初から', next: '次へ' },
} as const;

/** Tells a scenario through the page, one act at a time. */
async function play(id: string, language: Language) {
  const { acts, portalId, contactId } = scenarioWith(id);
  await open(id, language);
  const { first, next } = BUTTONS[language];
  const current = panel().locator('[aria-current=step]');
  const steps = panel().locator('.play-steps li');
  await panel().getByRole('button', { name: first }).click();
  await expect.poll(() => panel().locator('li.told').count()).toBe(1);
  expect(hubspot.contact(portalId, contactId)?.address, 'before anything happened').toBeUndefined();
  for (let told = 2; told <= acts.length; told += 1) {
    await panel().getByRole('button', { name: next, exact: true }).click();
    await expect.poll(() => panel().locator('li.told').count()).toBe(told);
    expect(await current.innerText()).toBe(await steps.nth(told - 1).innerText());
  }
  expect(await panel().getByRole('button', { name: next, exact: true }).isDisabled()).toBe(true);
  return hubspot.contact(portalId, contactId);
}

async function expectCardToSay(phrases: readonly string[]) {
  for (const phrase of phrases) {
    await expect.poll(() => tab().innerText(), { message: phrase }).toContain(phrase);
  }
}

describe.each(ROWS)('$id, played step by step', ({ id, stored, says }) => {
  it.each(['en', 'ja'] as const)(
    'in %s: HubSpot holds what it should, and the card says so',
    async (language) => {
      expect(await play(id, language)).toMatchObject(stored);
      await expectCardToSay(says[language]);
    },
  );
});

describe('the table', () => {
  it('has S1 to S12, each once', () => {
    expect(ROWS.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, before) => `S${String(before + 1)}`),
    );
  });

  it('says something in both languages in each row', () => {
    for (const { id, says } of ROWS) {
      expect(Math.min(says.en.length, says.ja.length), id).toBeGreaterThan(0);
    }
  });
});

describe('telling a scenario', () => {
  it('shows the card as it was at each step, and a link leads to the same step', async () => {
    await open('S3', 'en', '&steps=2');
    const seminars = tab().getByRole('switch', { name: /^Seminar invitations/ });
    await expect.poll(() => seminars.getAttribute('aria-checked')).toBe('true');
    expect(await panel().innerText()).toContain('2 of 4 told');
    expect(page().url()).not.toContain('steps');

    await panel().getByRole('button', { name: 'Next', exact: true }).click();
    await tab()
      .getByRole('switch', { name: /^Seminar invitations, locked/ })
      .waitFor();
    expect(await panel().getByRole('link').getAttribute('href')).toBe(
      '?contact=S3&lang=en&steps=3',
    );
    await panel().getByRole('button', { name: 'To the end' }).click();
    await expect.poll(() => panel().innerText()).toContain('4 of 4 told');
  });

  it('opens at its end, and a reload keeps how far it was told', async () => {
    await open('S3');
    expect(await panel().innerText()).toContain('4 of 4 told');
    await panel().getByRole('button', { name: 'From the beginning' }).click();
    await expect.poll(() => panel().innerText()).toContain('1 of 4 told');
    await page().reload();
    await expect.poll(() => panel().innerText()).toContain('1 of 4 told');
  });

  it('is listed with S1 to S12 first, then the others', async () => {
    await open('S1');
    const groups = page().locator('.bar optgroup');
    expect(await groups.count()).toBe(2);
    const first = await groups.first().locator('option').allInnerTexts();
    expect(first.every((text) => /^S\d+/.test(text))).toBe(true);
    expect(first.map((text) => /^S\d+ /.exec(text)?.[0].trim()).filter(Boolean)).toEqual(
      ROWS.map(({ id }) => id),
    );
  });

  it('whose failures belong to it meets them each time it is opened', async () => {
    for (const _time of [1, 2]) {
      const seen = await open('busy');
      await expect.poll(() => seen.innerText()).toContain('HubSpot is busy');
      await expect.poll(() => sidebar().innerText()).toContain('HubSpot is busy');
    }
    expect(hubspot.failures()).toEqual([]);
    await tab().getByRole('button', { name: 'Look again' }).click();
    await tab().getByRole('switch').first().waitFor();
    await open('S1');
    expect(hubspot.failures()).toEqual([]);
  });
});
