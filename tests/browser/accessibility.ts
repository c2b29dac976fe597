import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'],
};

/**
 * What axe-core finds against levels A and AA in both cards, an open modal among them, a line each. It sees the look-alikes:
 * what the card passes to a component (names, labels, order, headings) is the card's own and is proven here. Colours and their
 * contrast, focus rings, how a modal is announced and what a real `Toggle`, `Table` or `Alert` adds are HubSpot's.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run(at: object, how: object): Promise<AxeResults> } }).axe.run(
        { include: [['[data-surface=tab] > div'], ['[data-surface=sidebar] > div']] },
        options,
      ),
    RULES as object,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ''})`),
  );
}
