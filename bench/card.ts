import type { Browser, BrowserContext } from 'playwright-core';
import { buildProject } from '../project/build.ts';
import { launchBrowser } from '../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../sandbox/emulator/index.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';

/** Milliseconds that each call to the emulated HubSpot takes on top of its own work. */
const LATENCY_MS = 100;
const WANTED_MS = 1_000;
const SCENARIOS = ['S8', 'S4', 'S6-on', 'S11', 'S7', 'opted-out-of-everything'];
const ROUNDS = 8;
const COLD_ROUNDS = 6;
const NOW = Date.UTC(2026, 10, 24, 1, 30);

/** Milliseconds since the navigation began. */
interface Load {
  /** When the verdict stood there. */
  readonly tab: number;
  readonly sidebar: number;
  /** When the first function was asked, and when its answer was there. */
  readonly asked: number;
  readonly answered: number;
}

const project = await buildProject();

/**
 * From the beginning of the navigation to the verdict, on both surfaces of one page, over a HubSpot that takes 100 ms a
 * call. It counts all that the sandbox's page does first, which HubSpot's does in its own time. Cold loads are those
 * that find no function process: HubSpot starts functions in its own way, so they are told apart.
 */
async function benchCard(): Promise<void> {
  const browser = await launchBrowser();
  const cold: Load[] = [];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    const sandbox = await slowSandbox();
    cold.push(await inContext(browser, (context) => load(context, sandbox, 'S8')));
    await sandbox.close();
  }
  const sandbox = await slowSandbox();
  const warm = await inContext(browser, async (context) => {
    for (const scenario of SCENARIOS) await load(context, sandbox, scenario);
    const loads: Load[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const scenario of SCENARIOS) loads.push(await load(context, sandbox, scenario));
    }
    return loads;
  });
  await sandbox.close();
  await browser.close();

  say('function processes there', warm);
  say('function processes cold', cold);
  const within = of([...warm.map(({ tab }) => tab), ...warm.map((one) => one.sidebar)], 0.95);
  const all = [...warm, ...cold].flatMap(({ tab, sidebar }) => [tab, sidebar]);
  console.log(
    `both surfaces, warm: 95 of 100 within ${ms(within)} (wanted ${ms(WANTED_MS)}); cold ones among them: ${ms(of(all, 0.95))}`,
  );
  if (within > WANTED_MS) process.exitCode = 1;
}

async function slowSandbox(): Promise<Sandbox> {
  const hubspot = createHubSpotOnDesk({ now: NOW });
  hubspot.fail({ path: '/', times: Infinity, fault: { kind: 'slow', ms: LATENCY_MS } });
  return startSandbox({ project, hubspot });
}

async function inContext<T>(browser: Browser, use: (context: BrowserContext) => Promise<T>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const used = await use(context);
  await context.close();
  return used;
}

async function load(context: BrowserContext, { url }: Sandbox, scenario: string): Promise<Load> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${url}?contact=${scenario}&lang=en`);
  await page.waitForFunction(() => Object.keys(window.verdictAt).length === 2);
  const seen = await page.evaluate(() => {
    const calls = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/api/function'))
      .map(({ startTime, duration }) => ({ startTime, end: startTime + duration }));
    return {
      ...window.verdictAt,
      asked: Math.min(...calls.map(({ startTime }) => startTime)),
      answered: Math.min(...calls.map(({ end }) => end)),
    };
  });
  await page.close();
  return seen as Load;
}

declare global {
  interface Window {
    verdictAt: Record<string, number>;
  }
}

/** Runs in the page, from its first moment: looks for the verdict at whatever changes. */
function watch(): void {
  window.verdictAt = {};
  new MutationObserver(() => {
    for (const panel of document.querySelectorAll<HTMLElement>('[data-surface]')) {
      const surface = panel.dataset['surface'] ?? '';
      const verdict = panel.querySelector('.hs-alert')?.textContent ?? '';
      if (/arketing e-mail will/.test(verdict)) window.verdictAt[surface] ??= performance.now();
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

function say(what: string, loads: readonly Load[]): void {
  console.log(`${what}, ${String(loads.length)} loads:`);
  for (const moment of ['asked', 'answered', 'tab', 'sidebar'] as const) {
    const times = loads.map((one) => one[moment]);
    const label = { asked: 'function asked', answered: 'first answer' } as const;
    const name = moment in label ? label[moment as 'asked'] : `verdict in the ${moment}`;
    console.log(
      `  ${name.padEnd(22)} median ${ms(of(times, 0.5))}, 95 of 100 within ${ms(of(times, 0.95))}, most ${ms(Math.max(...times))}`,
    );
  }
}

function of(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

await benchCard();
