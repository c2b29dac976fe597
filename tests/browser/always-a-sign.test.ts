import { describe, expect, it } from 'vitest';
import { recordPage } from './record-page.ts';

const { hubspot, page, tab, url } = recordPage();

/** Just within what the functions wait for one call, and just beyond it. */
const SLOW_MS = 2_000;
const TOO_SLOW_MS = 4_000;
const EVERY_MS = 100;
/** No more than this without a sign of work. */
const MOST_MS = 1_000;

/** Every call to HubSpot takes so long from now on. */
function takes(ms: number) {
  hubspot.fail({ path: '/', times: 1_000, fault: { kind: 'slow', ms } });
}

/** From the page's first moment: what each card shows, every tenth of a second. */
function sample(everyMs: number): void {
  const seen: Record<string, string[]> = { tab: [], sidebar: [] };
  Object.assign(window, { seen });
  setInterval(() => {
    for (const [surface, moments] of Object.entries(seen)) {
      const card = document.querySelector(`[data-surface=${surface}] > div`);
      // Before HubSpot has drawn the place of the card, nothing of ours can be seen.
      if (card === null) continue;
      const spinners = card.querySelectorAll('[role=status]').length;
      const text = card.textContent ?? '';
      moments.push(spinners > 0 ? 'loading' : text);
    }
  }, everyMs);
}

const seenOn = (surface: 'tab' | 'sidebar') =>
  page().evaluate(
    (name) => (window as unknown as { seen: Record<string, string[]> }).seen[name] ?? [],
    surface,
  );

/** The longest run of moments that satisfy nothing, in milliseconds. */
function longestWithout(moments: readonly string[], sign: RegExp): number {
  let longest = 0;
  let now = 0;
  for (const moment of moments) {
    now = sign.test(moment) ? 0 : now + EVERY_MS;
    longest = Math.max(longest, now);
  }
  return longest;
}

const VERDICT = 'Marketing email can be sent';
const TOO_LONG = 'HubSpot took too long to answer';

describe('while HubSpot is slow', () => {
  it.each([
    [SLOW_MS, VERDICT],
    [TOO_SLOW_MS, TOO_LONG],
  ])(
    '%i ms a call: the page shows from its beginning that it works, until it says “%s”',
    async (ms, says) => {
      takes(ms);
      await page().addInitScript(sample, EVERY_MS);
      await page().goto(`${url()}?contact=S8&lang=en`);
      for (const surface of ['tab', 'sidebar'] as const) {
        await page().locator(`[data-surface=${surface}]`).getByText(says).waitFor();
        const moments = await seenOn(surface);
        const loading = moments.filter((moment) => moment === 'loading');
        expect(loading.length, surface).toBeGreaterThan(10);
        expect(longestWithout(moments, new RegExp(`^loading$|${says}`)), surface).toBeLessThan(
          MOST_MS,
        );
      }
    },
  );

  it('a look by itself shows that it is under way, until it says what it found', async () => {
    hubspot.fail({
      path: '/communication-preferences/',
      times: 1_000,
      fault: { kind: 'status', status: 429 },
    });
    await page().addInitScript(sample, EVERY_MS);
    await page().goto(`${url()}?contact=S8&lang=en`);
    const sidebar = page().locator('[data-surface=sidebar]');
    await sidebar.getByText('looks again by itself in 5 seconds').waitFor();
    hubspot.clearFailures();
    takes(SLOW_MS);
    const before = (await seenOn('sidebar')).length;
    await sidebar.getByText(VERDICT).waitFor();
    const since = (await seenOn('sidebar')).slice(before);
    expect(since.filter((moment) => moment === 'loading').length).toBeGreaterThan(10);
    expect(longestWithout(since, new RegExp(`^loading$|by itself in|${VERDICT}`))).toBeLessThan(
      MOST_MS,
    );
  });

  it('a click shows at once that it is being saved, until it says what became of it', async () => {
    await page().addInitScript(sample, EVERY_MS);
    await page().goto(`${url()}?contact=S8&lang=en`);
    const toggle = tab().getByRole('switch', { name: 'Newsletter', exact: true });
    await toggle.waitFor();
    takes(SLOW_MS);
    const before = (await seenOn('tab')).length;
    await toggle.click();
    await tab()
      .getByText(/Saved: HubSpot now says|Not known yet|Not changed/)
      .waitFor({ timeout: 40_000 });
    const since = (await seenOn('tab')).slice(before);
    const sign = /^loading$|Saved: HubSpot now says|Not known yet|Not changed/;
    expect(since.filter((moment) => moment === 'loading').length).toBeGreaterThan(10);
    expect(longestWithout(since, sign)).toBeLessThan(MOST_MS);
  });
});
