import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { builtProject } from '../../project/build.ts';
import { launchBrowser } from '../../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { stageOn } from '../../sandbox/stage/stage.ts';

export type Language = 'en' | 'ja';

/** The instant at which every browser test begins: 24 November 2026, 10:30 in Tokyo. */
export const NOW = Date.UTC(2026, 10, 24, 1, 30);

/**
 * A record page in a real browser over an emulated HubSpot, fresh for each test of a file. In the portals of `keyIn` an
 * admin has set the signing key, and nothing else was done.
 */
export function recordPage({ keyIn = [] }: { readonly keyIn?: readonly number[] } = {}) {
  const desk = createHubSpotOnDesk({ now: NOW });
  const portals = desk.portals.map((portal) =>
    keyIn.includes(portal.id) ? { ...portal, setUp: 'half' as const } : portal,
  );
  // The functions' environment goes by this list, what is stored by the emulator's own.
  const hubspot = { ...desk, portals };
  const stage = stageOn(hubspot);
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox({ project: builtProject(), hubspot, stage });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    await page?.close();
    stage.reset();
    hubspot.clock.set(NOW);
    hubspot.clearCalls();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });

  return {
    hubspot,
    stage,
    page: () => page,
    url: () => sandbox.url,
    tab: () => page.locator('[data-surface=tab]'),
    sidebar: () => page.locator('[data-surface=sidebar]'),
    panel: () => page.locator('.play'),
    /** Opens a scenario and waits until the card says something. */
    open: async (contact: string, language: Language = 'en', more = ''): Promise<Locator> => {
      await page.goto(`${sandbox.url}?contact=${contact}&lang=${language}${more}`);
      const tab = page.locator('[data-surface=tab]');
      await tab.locator('.hs-alert').first().waitFor();
      return tab;
    },
    /** Opens one role of the panel, and answers with its part of the page. */
    role: async (role: string): Promise<Locator> => {
      const part = page.locator(`[data-role=${role}]`);
      await part.locator('summary').click();
      return part;
    },
  };
}
