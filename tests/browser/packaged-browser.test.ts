import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProject } from '../../project/build.ts';
import { launchPackagedBrowser } from '../../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';

/** Characters of the card in English and in Japanese, each once. */
const CHARACTERS = [...'Aeg配信停止メール同意の'];

/** The package ships a browser for this platform only; elsewhere `launchBrowser` asks for an installed one. */
const isShipped = process.platform === 'linux' && process.arch === 'x64';

describe.runIf(isShipped)(
  'the browser of the npm package, on a machine with any fonts or none',
  () => {
    let browser: Browser;
    let sandbox: Sandbox;
    beforeAll(async () => {
      browser = await launchPackagedBrowser();
      sandbox = await startSandbox({ project: builtProject(), hubspot: createHubSpotOnDesk() });
    });
    afterAll(async () => {
      await browser.close();
      await sandbox.close();
    });

    it.each(['sans-serif', 'serif', 'Arial', 'no such family'])(
      'sets text in the font that the package ships where a page asks for %s',
      async (family) => {
        const page = await browser.newPage();
        await page.setContent(`<p style="font-family: '${family}', ${family}">Newsletter</p>`);
        expect(await fontsOf(page, 'p')).toEqual([{ family: 'Open Sans', isFromPage: false }]);
        expect(new Set(await shapes(page, `20px ${family}`, [...'Newst'])).size).toBe(5);
        await page.close();
      },
    );

    it('draws each character of the record page in a shape of its own, Japanese ones too', async () => {
      const page = await browser.newPage();
      await page.goto(`${sandbox.url}?contact=S1&lang=ja`);
      const label = page.locator('[data-surface=tab] [role=switch]').first();
      await label.waitFor();
      await page.evaluate(() => document.fonts.ready);
      expect(await fontsOf(page, '[data-surface=tab] h1, [data-surface=tab] h2')).toEqual([
        { family: expect.stringMatching(/^Noto Sans JP/), isFromPage: true },
      ]);
      const drawn = await shapes(page, '20px "Noto Sans JP"', CHARACTERS);
      expect(drawn.filter((shape) => !shape.includes('1'))).toEqual([]);
      expect(new Set(drawn).size).toBe(CHARACTERS.length);
      await page.close();
    });
  },
);

/** The fonts in which Chromium set the text of the first such element. */
async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({
    family: familyName,
    isFromPage: isCustomFont,
  }));
}

/** Each character drawn by itself, as a row of dark (1) and light (0) pixels; a missing character is the same box each time. */
function shapes(page: Page, font: string, characters: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ font, characters }) => {
      await document.fonts.load(font, characters.join(''));
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) return [];
      return characters.map((character) => {
        context.clearRect(0, 0, 40, 40);
        context.font = font;
        context.fillText(character, 10, 30);
        const { data } = context.getImageData(0, 0, 40, 40);
        return data.reduce(
          (row, value, at) => (at % 4 === 3 ? row + (value > 127 ? '1' : '0') : row),
          '',
        );
      });
    },
    { font, characters },
  );
}
