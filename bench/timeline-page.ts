import type { Browser, Page, Route } from 'playwright-core';
import type { ReadReply } from '../src/app/contract/reply.ts';
import { buildProject } from '../project/build.ts';
import { launchBrowser } from '../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../sandbox/emulator/index.ts';
import { startSandbox } from '../sandbox/server.ts';

const SIZES = [100, 10_000];
const ROUNDS = 7;
const STEPS = 12;
const NOW = Date.UTC(2026, 10, 24, 1, 30);
const MINUTE = 60_000;

/**
 * The same in a browser, with the built card in its worker: from the moment at which the answer with so many events is in
 * the page until their table stands there, and for each turn of a page. HubSpot's own page and worker are not these.
 */
async function benchTimelineInPage(): Promise<void> {
  const hubspot = createHubSpotOnDesk({ now: NOW });
  const sandbox = await startSandbox({ project: await buildProject(), hubspot });
  const browser = await launchBrowser();
  const opened = SIZES.map((): number[] => []);
  const turned: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, size] of SIZES.entries()) {
      const page = await openedWith(size, browser, sandbox.url);
      opened[index]?.push(await msToTable(page));
      if (index === SIZES.length - 1) {
        for (let step = 2; step < STEPS; step += 1) turned.push(await msToPage(page, step));
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
  console.log(`ratio of the least ${ratio.toFixed(2)}`);
  console.log(
    `a page on, 10,000 events: median ${ms(of(turned, 0.5))}, 95 of 100 within ${ms(of(turned, 0.95))}`,
  );
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

/** The function's own answer, with its first event told so many times over. */
async function withEvents(route: Route, size: number): Promise<void> {
  const asked = route.request().postDataJSON() as { parameters?: { part?: string } };
  if (asked.parameters?.part !== 'history') return route.continue();
  const answer = (await (await route.fetch()).json()) as { response: ReadReply };
  const { response } = answer;
  if (response.status !== 'history') throw new Error(response.status);
  const [first] = response.history.events;
  if (first === undefined) throw new Error('nothing ever happened');
  const events = Array.from({ length: size }, (_, nth) => ({
    ...first,
    id: `${first.id}-${String(nth)}`,
    at: new Date(NOW - nth * 97 * MINUTE).toISOString(),
  }));
  const history = { ...response.history, events };
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

function of(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

await benchTimelineInPage();
