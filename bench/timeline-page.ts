import type { Browser, Page, Route } from 'playwright-core';
import { sliceOf } from '../src/app/app.functions/slice-of.ts';
import type { ReadReply } from '../src/app/contract/reply.ts';
import type { Slice } from '../src/app/contract/slice.ts';
import { buildProject } from '../project/build.ts';
import { launchBrowser } from '../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../sandbox/emulator/index.ts';
import { startSandbox } from '../sandbox/server.ts';

const SIZES = [100, 10_000];
const ROUNDS = 7;
const STEPS = 5;
/** In so many rounds all of it is gone through, to its oldest event. */
const ROUNDS_TO_THE_END = 2;
const MOST_TIMES_LONGER = 1.5;
const MOST_MS_A_STEP = 100;
const NOW = Date.UTC(2026, 10, 24, 1, 30);
const MINUTE = 60_000;
const OLDER = 'Show older changes';

/**
 * The same in a browser, with the built card in its worker: from the moment at which the answer with so many events is in
 * the page until their table stands there, for each turn of a page, and for each click on "Show older changes" from its
 * answer until they are there. The promise is that of `bench/timeline.ts`. HubSpot's own page and worker are not these.
 */
async function benchTimelineInPage(): Promise<void> {
  const hubspot = createHubSpotOnDesk({ now: NOW });
  const sandbox = await startSandbox({ project: await buildProject(), hubspot });
  const browser = await launchBrowser();
  const opened = SIZES.map((): number[] => []);
  const turned = SIZES.map((): number[] => []);
  const gone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, size] of SIZES.entries()) {
      const page = await openedWith(size, browser, sandbox.url);
      opened[index]?.push(await msToTable(page));
      for (let step = 2; step <= STEPS; step += 1) turned[index]?.push(await msToPage(page, step));
      if (index === SIZES.length - 1 && round < ROUNDS_TO_THE_END) {
        while ((await lastOf(page).textContent()) !== String(size / 20))
          gone.push(await msToOlder(page));
        turned[index]?.push(await msToPage(page, 1), await msToPage(page, size / 20));
      }
      await page.close();
    }
  }
  await browser.close();
  await sandbox.close();
  SIZES.forEach((size, index) => {
    const times = opened[index] ?? [];
    console.log(
      `in a browser, ${String(size).padStart(6)} events: median ${ms(of(times, 0.5))}, least ${ms(of(times, 0))}`,
    );
  });
  const ratio = of(opened.at(-1) ?? [], 0) / of(opened[0] ?? [], 0);
  console.log(`ratio of the least ${ratio.toFixed(2)} (at most ${String(MOST_TIMES_LONGER)})`);
  if (!(ratio <= MOST_TIMES_LONGER)) process.exitCode = 1;
  // How busy the machine is shows in the few: a page is twenty events, however many there are.
  SIZES.forEach((size, index) => {
    say('a page on', size, turned[index] ?? []);
  });
  say('older changes shown', SIZES.at(-1) ?? 0, gone);
}

function say(step: string, size: number, times: readonly number[]): void {
  const within = of(times, 0.95);
  console.log(
    `${step}, ${String(size)} events: median ${ms(of(times, 0.5))}, 95 of 100 within ${ms(within)} (at most ${String(MOST_MS_A_STEP)} ms), most ${ms(Math.max(...times))}`,
  );
  if (!(within <= MOST_MS_A_STEP)) process.exitCode = 1;
}

async function openedWith(size: number, browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-surface=tab] table') === null) return;
      window.tableAt ??= performance.now();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.route('**/api/function', (route) => withEvents(route, size));
  await page.goto(`${url}?contact=S8&lang=en`);
  await page.locator('[data-surface=tab] table').first().waitFor();
  return page;
}

declare global {
  interface Window {
    tableAt: number | undefined;
  }
}

/** The function's own answer as if its first event had happened so many times, cut as the function cuts it. */
async function withEvents(route: Route, size: number): Promise<void> {
  const asked = route.request().postDataJSON() as { parameters?: Slice & { part?: string } };
  if (asked.parameters?.part !== 'history') return route.continue();
  const whole = { ...asked, parameters: { part: 'history' } };
  const answer = (await (await route.fetch({ postData: whole })).json()) as { response: ReadReply };
  const { response } = answer;
  if (response.status !== 'history') throw new Error(response.status);
  const [first] = response.history.events;
  if (first === undefined) throw new Error('nothing ever happened');
  const events = Array.from({ length: size }, (_, nth) => ({
    ...first,
    id: `${first.id}-${String(nth)}`,
    at: new Date(NOW - nth * 97 * MINUTE).toISOString(),
  }));
  const { evidence } = response.history;
  const history = { ...response.history, ...sliceOf({ events, evidence }, asked.parameters) };
  return route.fulfill({ json: { ...answer, response: { ...response, history } } });
}

/** From the last answer of a function to the table. */
function msToTable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const at = window.tableAt ?? NaN;
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/api/function'))
      .map(({ startTime, duration }) => startTime + duration)
      .filter((end) => end <= at);
    return at - Math.max(...answers);
  });
}

/** From a click on a page's number until it is the one that is shown. */
async function msToPage(page: Page, nth: number): Promise<number> {
  const name = String(nth);
  await page.locator('[data-surface=tab] nav button', { hasText: name }).first().waitFor();
  return page.evaluate(async (label) => {
    const tab = document.querySelector('[data-surface=tab]');
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-surface=tab] nav button')];
    const button = buttons.find(({ textContent }) => textContent === label);
    if (tab === null || button === undefined) throw new Error(`no page ${label}`);
    const began = performance.now();
    await new Promise<void>((done) => {
      new MutationObserver((_, observer) => {
        if (tab.querySelector('nav [aria-current=page]')?.textContent !== label) return;
        observer.disconnect();
        done();
      }).observe(tab, { subtree: true, childList: true, characterData: true, attributes: true });
      button.click();
    });
    return performance.now() - began;
  }, name);
}

/** From the answer with older events until they are among the pages; it is asked for on the last page. */
async function msToOlder(page: Page): Promise<number> {
  await lastOf(page).click();
  await page.locator('[data-surface=tab]').getByRole('button', { name: OLDER }).waitFor();
  return page.evaluate(async (label) => {
    const tab = document.querySelector('[data-surface=tab]');
    const pages = tab?.querySelector('nav');
    const button = [...(tab?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === label,
    );
    if (!pages || button === undefined) throw new Error(`no ${label}`);
    const before = pages.lastElementChild?.textContent;
    const began = performance.now();
    const shownAt = await new Promise<number>((done) => {
      new MutationObserver((_, observer) => {
        if (pages.lastElementChild?.textContent === before) return;
        observer.disconnect();
        done(performance.now());
      }).observe(pages, { subtree: true, childList: true, characterData: true });
      button.click();
    });
    // The browser writes down an answer a moment after it has come.
    await new Promise((done) => setTimeout(done, 50));
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('/api/function') && startTime >= began)
      .map(({ startTime, duration }) => startTime + duration);
    if (answers.length !== 1) throw new Error(`${String(answers.length)} answers to one click`);
    return shownAt - (answers[0] ?? NaN);
  }, OLDER);
}

function lastOf(page: Page) {
  return page.locator('[data-surface=tab] nav').first().getByRole('button').last();
}

function of(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

await benchTimelineInPage();
