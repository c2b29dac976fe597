import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProject } from '../../project/build.ts';
import { launchBrowser } from '../../sandbox/browser.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { stageOn } from '../../sandbox/stage/stage.ts';
import { STATES } from '../../sandbox/states/index.ts';
import { KINDS, type CardState, type Language } from '../../sandbox/states/state.ts';
import { bringAbout, missingAfter, NOW, type Visitor } from '../../sandbox/states/visit.ts';
import { violationsOn } from './accessibility.ts';
import { overflowOn } from './overflow.ts';

/** A page has its own pace. */
const PATIENCE_MS = 15_000;
const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];

let browser: Browser;
/** Each language has a sandbox of its own, so that both can be looked at at the same time. */
const visitors = new Map<Language, Visitor>();

beforeAll(async () => {
  browser = await launchBrowser();
  for (const language of LANGUAGES) {
    const hubspot = createHubSpotOnDesk({ now: NOW });
    const stage = stageOn(hubspot);
    const sandbox = await startSandbox({ project: builtProject(), hubspot, stage });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(15_000);
    visitors.set(language, { hubspot, stage, sandbox, page });
  }
});
afterAll(async () => {
  await browser.close();
  for (const { sandbox } of visitors.values()) await sandbox.close();
});

interface Seen {
  readonly missing: readonly string[];
  /** Absent in the language in which the state is not audited. */
  readonly violations?: readonly string[];
  readonly overflow: readonly string[];
}

/**
 * The language in which axe audits a state. What it finds is in the structure, which all languages share, and it takes longer
 * than everything else here; so every other state is audited in Japanese.
 */
function auditedIn(state: CardState): Language {
  return LANGUAGES[STATES.indexOf(state) % LANGUAGES.length] ?? 'en';
}

/** Brings a state about and looks at it once in every way. */
async function look(state: CardState, language: Language): Promise<Seen> {
  const visitor = visitors.get(language);
  if (visitor === undefined) throw new Error(`no page in ${language}`);
  const { page } = visitor;
  await bringAbout(state, language, visitor);
  return {
    missing: await missingAfter(PATIENCE_MS, state, language, page),
    ...(language === auditedIn(state) ? { violations: await violationsOn(page) } : {}),
    overflow: await overflowOn(page),
  };
}

describe('the table of states', () => {
  it('has a row for every kind', () => {
    const kinds = new Set(STATES.map(({ kind }) => kind));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('names each row once, and says something of each in both languages', () => {
    const names = STATES.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { name, says } of STATES) {
      const said = Object.values(says);
      expect(said.length, name).toBeGreaterThan(0);
      for (const { en, ja } of said)
        expect(Math.min(en.length, ja.length), name).toBeGreaterThan(0);
    }
  });
});

describe.each(STATES)('$name', (state) => {
  let seen: Readonly<Record<Language, Seen>>;
  beforeAll(async () => {
    const [en, ja] = await Promise.all([look(state, 'en'), look(state, 'ja')]);
    seen = { en, ja };
  });

  it.each(LANGUAGES)('says in %s what a person must see, and names its controls', (language) => {
    expect(seen[language].missing).toEqual([]);
  });

  it(`has no violation of WCAG 2.1 AA, audited in ${auditedIn(state)}`, () => {
    expect(seen[auditedIn(state)].violations).toEqual([]);
  });

  it.each(LANGUAGES)('fits into every width in %s', (language) => {
    expect(seen[language].overflow).toEqual([]);
  });
});
