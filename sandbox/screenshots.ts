import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import prettier from 'prettier';
import { buildProject } from '../project/build.ts';
import { launchBrowser } from './browser.ts';
import { createHubSpotOnDesk } from './emulator/index.ts';
import { fileOf, indexPage } from './pictures/index-page.ts';
import { partOf } from './pictures/of-state.ts';
import { settle, take } from './pictures/take.ts';
import { startSandbox } from './server.ts';
import { stageOn } from './stage/stage.ts';
import { STATES } from './states/index.ts';
import type { CardState, Language, Place } from './states/state.ts';
import { bringAbout, missingAfter, NOW, type Visitor } from './states/visit.ts';

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots');
/** Wide enough for a tab of 700 pixels beside everything else. */
const SIZE = { width: 1360, height: 900 };
const PATIENCE_MS = 15_000;

/** The pictures of a whole record page in the documents: contact and language. */
const PAGES = [
  ['S4', 'en'],
  ['S4', 'ja'],
  ['S8', 'en'],
  ['S6-on', 'ja'],
] as const;

/** `npm run screenshots` makes all of them; `-- NAME …` those of some states alone. */
const names = process.argv.slice(2);
const unknown = names.filter((name) => !STATES.some((state) => state.name === name));
if (unknown.length > 0) {
  console.error(
    `no state ${unknown.join(', ')}; there are ${STATES.map((one) => one.name).join(', ')}`,
  );
  process.exit(2);
}
const project = await buildProject();
const browser = await launchBrowser();
mkdirSync(FOLDER, { recursive: true });
if (names.length === 0) {
  for (const file of readdirSync(FOLDER)) rmSync(path.join(FOLDER, file));
}
// Each language has a sandbox and a page of its own: both are drawn at the same time.
const sizes = await Promise.all([picturesIn('en', browser), picturesIn('ja', browser)]);
const page = await prettier.format(indexPage(STATES), { parser: 'markdown' });
writeFileSync(path.join(FOLDER, 'README.md'), page);
await browser.close();
const bytes = sizes.flat();
const total = bytes.reduce((sum, size) => sum + size, 0);
console.log(`${String(bytes.length)} pictures, ${(total / 1e6).toFixed(1)} MB: docs/screenshots`);

async function picturesIn(language: Language, browser: Browser): Promise<number[]> {
  const hubspot = createHubSpotOnDesk({ now: NOW });
  const stage = stageOn(hubspot);
  const sandbox = await startSandbox({ project, hubspot, stage });
  const visitor = { hubspot, stage, sandbox, page: await browser.newPage({ viewport: SIZE }) };
  const written: number[] = [];
  for (const state of STATES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    written.push(...(await pictures(state, language, visitor)));
  }
  if (names.length === 0) {
    for (const [contact, of] of PAGES) {
      if (of === language) written.push(await wholePage(contact, language, visitor));
    }
  }
  await visitor.page.close();
  await sandbox.close();
  return written;
}

async function pictures(state: CardState, language: Language, visitor: Visitor): Promise<number[]> {
  const { page, sandbox } = visitor;
  await bringAbout(state, language, visitor);
  const missing = await missingAfter(PATIENCE_MS, state, language, page);
  if (missing.length > 0)
    throw new Error(`${state.name} in ${language} lacks ${missing.join(', ')}`);
  await settle(page, sandbox);
  const written: number[] = [];
  for (const place of Object.keys(state.says) as Place[]) {
    const part = await partOf(page, state, place, language);
    written.push(write(fileOf(state, place, language), await take(page, part)));
  }
  return written;
}

async function wholePage(contact: string, language: Language, visitor: Visitor): Promise<number> {
  const { page, sandbox } = visitor;
  const state: CardState = {
    kind: 'locked',
    name: contact,
    title: { en: contact, ja: contact },
    scenario: contact,
    says: {},
  };
  await bringAbout(state, language, visitor);
  await page.locator('[data-surface=tab] table').first().waitFor();
  await settle(page, sandbox);
  const size = await heightOf(page);
  return write(`${contact}-${language}.png`, await take(page, { x: 0, y: 0, ...size }));
}

function heightOf(page: Page) {
  return page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
}

function write(file: string, bytes: Buffer): number {
  writeFileSync(path.join(FOLDER, file), bytes);
  return bytes.length;
}
