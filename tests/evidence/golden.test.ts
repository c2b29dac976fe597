import { describe, expect, it } from 'vitest';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { otherwise, TODAY } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { scenarios } from '../../sandbox/scenarios/index.ts';
import { wholeTimeline } from '../../src/app/app.functions/sources/read-sources.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { askDirectly } from './ask-directly.ts';
import { FURTHER, type FurtherHistory } from './further-histories.ts';
import { sentences, type Language } from './sentences.ts';

const BERLIN = 1002;
const NOW = Date.UTC(2026, 10, 24);

const { askingOf } = askDirectly();

/** Both languages under one title; the snapshot files are read by people before they are accepted. */
async function told(
  desk: HubSpotOnDesk,
  portalId: number,
  contactId: string,
  ledger: FurtherHistory['ledger'] = [],
): Promise<Record<Language, string[]>> {
  const asking = await askingOf(desk, portalId, contactId);
  const timeline = await wholeTimeline(asking, { ledger: () => Promise.resolve(ledger) });
  const both = { en: sentences(timeline, 'en'), ja: sentences(timeline, 'ja') };
  const told = timeline.events.length + timeline.evidence.length;
  expect(both.en.filter((line) => / Seen in [^.]+\.$/.test(line))).toHaveLength(told);
  expect(both.ja.filter((line) => /。確認元：[^。]+。$/.test(line))).toHaveLength(told);
  return both;
}

function page(title: string, { en, ja }: Record<Language, string[]>): string {
  return [`# ${title}`, '', ...en, '', ...ja, ''].join('\n');
}

describe('what a timeline says', () => {
  it('of the situations of the question, S1 to S12', async () => {
    const pages: string[] = [];
    for (const scenario of scenarios) {
      if (!/^S\d/.test(scenario.id) || scenario.id === 'S11-free') continue;
      const desk = createHubSpotOnDesk({ now: NOW });
      desk.grant(scenario.portalId, ALL_SCOPES);
      const both = await told(desk, scenario.portalId, scenario.contactId);
      pages.push(page(`${scenario.id} ${scenario.title.en}`, both));
    }
    const numbers = new Set(pages.map((text) => Number(/^# S(\d+)/.exec(text)?.[1])));
    expect([...numbers]).toEqual(Array.from({ length: 12 }, (_, before) => before + 1));
    expect(pages).toHaveLength(16);
    await expect(pages.join('\n')).toMatchFileSnapshot('golden/question.txt');
  });

  it('of further histories', { timeout: 30_000 }, async () => {
    const pages: string[] = [];
    for (const history of FURTHER) {
      pages.push(page(history.title, await toldOf(history)));
    }
    expect(new Set(FURTHER.map(({ title }) => title)).size).toBeGreaterThanOrEqual(20);
    expect(pages).toHaveLength(FURTHER.length);
    await expect(pages.join('\n')).toMatchFileSnapshot('golden/further.txt');
  });
});

async function toldOf({ acts, scopes, failing, other, ledger }: FurtherHistory) {
  const desk = createHubSpotOnDesk({
    now: Date.UTC(2026, 2, 1),
    scenarios: [],
    assumptions: other === undefined ? TODAY : otherwise(other),
  });
  for (const [at, act] of acts) {
    desk.clock.set(Date.parse(at));
    desk.act(BERLIN, act);
  }
  desk.clock.set(NOW);
  desk.grant(BERLIN, scopes ?? ALL_SCOPES);
  if (failing !== undefined)
    desk.fail({ path: failing, times: 20, fault: { kind: 'status', status: 500 } });
  return told(desk, BERLIN, '900', ledger);
}
