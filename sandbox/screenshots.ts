import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildProject } from '../project/build.ts';
import { launchBrowser } from './browser.ts';
import { createHubSpotOnDesk } from './emulator/index.ts';
import { startSandbox } from './server.ts';

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots');

/** The pictures in the documents: contact, language and the width of the window in pixels. */
const PICTURES = [
  ['S4', 'en', 1280],
  ['S4', 'ja', 1280],
  ['S8', 'en', 1280],
  ['S6-on', 'ja', 1280],
] as const;

const hubspot = createHubSpotOnDesk({ now: Date.UTC(2026, 10, 24, 1, 30) });
const sandbox = await startSandbox({ project: await buildProject(), hubspot });
const browser = await launchBrowser();
mkdirSync(FOLDER, { recursive: true });
for (const [contact, language, width] of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${sandbox.url}?contact=${contact}&lang=${language}`);
  await page.locator('[data-surface=tab] table, [data-surface=tab] h2 >> nth=1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = `${contact}-${language}.png`;
  await page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
  console.log(`docs/screenshots/${file}`);
  await page.close();
}
await browser.close();
await sandbox.close();
