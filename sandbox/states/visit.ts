import type { Locator, Page } from 'playwright-core';
import type { Sandbox } from '../server.ts';
import type { CardState, Desk, Language, Named, Place, Step } from './state.ts';

/** The instant at which every state is looked at: 24 November 2026, 10:30 in Tokyo. */
export const NOW = Date.UTC(2026, 10, 24, 1, 30);

export interface Visitor extends Desk {
  readonly page: Page;
  readonly sandbox: Sandbox;
}

const PLACES: Readonly<Record<Place, string>> = {
  tab: '[data-surface=tab] > div',
  sidebar: '[data-surface=sidebar] > div',
  modal: '[data-surface=tab] dialog[open]',
};

export function placeIn(page: Page, place: Place): Locator {
  return page.locator(PLACES[place]);
}

function named(page: Page, { role, name, in: place = 'tab' }: Named, language: Language) {
  return placeIn(page, place).getByRole(role, { name: name[language], exact: true });
}

/** Opens the page anew over a HubSpot as it was at the start, and does what brings the state about. */
export async function bringAbout(state: CardState, language: Language, visitor: Visitor) {
  const { page, sandbox, hubspot, stage } = visitor;
  // What the page before still asks for belongs to it.
  await page.goto('about:blank');
  stage.reset();
  await sandbox.idle();
  stage.reset();
  hubspot.clock.set(NOW);
  state.before?.(visitor);
  await page.goto(`${sandbox.url}?contact=${state.scenario}&lang=${language}`);
  for (const step of state.steps ?? []) await take(step, language, visitor);
}

/** What is still missing when nothing is any more, or the time is over. */
export async function missingAfter(
  ms: number,
  state: CardState,
  language: Language,
  page: Page,
): Promise<string[]> {
  const until = Date.now() + ms;
  for (;;) {
    const left = await missing(state, language, page);
    if (left.length === 0 || Date.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a person should read or find and does not, in words for a test to show. */
async function missing(state: CardState, language: Language, page: Page): Promise<string[]> {
  const said = await Promise.all(
    (Object.keys(state.says) as Place[]).map(async (place) => {
      const there = placeIn(page, place);
      const text = (await there.count()) === 1 ? oneLine(await there.innerText()) : '';
      const phrases = state.says[place]?.[language] ?? [];
      return phrases
        .filter((phrase) => !text.includes(phrase))
        .map((phrase) => `${place}: “${phrase}”`);
    }),
  );
  const found = await Promise.all(
    (state.has ?? []).map(async (one) => ({
      one,
      count: await named(page, one, language).count(),
    })),
  );
  return [
    ...said.flat(),
    ...found
      .filter(({ count }) => count !== 1)
      .map(({ one, count }) => `${one.role} “${one.name[language]}”: ${String(count)} of them`),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function take(step: Step, language: Language, visitor: Visitor): Promise<void> {
  const { page } = visitor;
  if (step === 'reload') {
    await page.reload();
  } else if ('desk' in step) {
    await step.desk(visitor);
  } else if ('press' in step) {
    await named(page, step.press, language).click();
  } else if ('see' in step) {
    await placeIn(page, step.in ?? 'tab')
      .getByText(step.see[language])
      .first()
      .waitFor();
  } else {
    const { in: place = 'tab' } = step;
    if ('fill' in step) {
      await placeIn(page, place).getByLabel(step.fill[language]).fill(step.with);
    } else {
      const label = step.option[language];
      await placeIn(page, place).getByLabel(step.choose[language]).selectOption({ label });
    }
  }
}
