import type { Page } from 'playwright-core';
import type { CardState, Language, Place } from '../states/state.ts';
import { both } from '../states/words.ts';
import { placeIn } from '../states/visit.ts';
import type { Part } from './take.ts';

/** Pixels of a card in a tab of a record, and in its sidebar. */
const WIDTHS: Readonly<Partial<Record<Place, number>>> = { tab: 700, sidebar: 300 };

const TIMELINE = both('Consent timeline', '同意の履歴');
/** The switch of the first subscription type; what comes after looks alike. */
const FIRST_SWITCH = '[data-test-id=type-501]';

/** The part of the page that tells a state: a card, from its top to the first switch, or its timeline; or a modal. */
export async function partOf(
  page: Page,
  state: CardState,
  place: Place,
  language: Language,
): Promise<Part> {
  const width = WIDTHS[place];
  const there = placeIn(page, place);
  if (width !== undefined) {
    await there.evaluate((box, px) => {
      const panel = box.parentElement;
      if (panel !== null) panel.style.width = `${String(px)}px`;
    }, width);
  }
  const first = there.locator(FIRST_SWITCH);
  const heading = there.getByText(TIMELINE[language], { exact: true });
  const cut = place !== 'tab' || state.isWhole === true;
  const [box, end, begin] = await Promise.all([
    there.evaluate(boxOf),
    cut || state.isTimeline || (await first.count()) === 0 ? undefined : first.evaluate(boxOf),
    state.isTimeline ? heading.evaluate(boxOf) : undefined,
  ]);
  const top = begin === undefined ? box.y : begin.y - 12;
  const bottom = end === undefined ? box.y + box.height : end.y + end.height + 12;
  return { x: box.x, y: top, width: box.width, height: bottom - top };
}

/** Runs in the page: where an element lies on it. */
function boxOf(element: Element): Part {
  const { x, y, width, height } = element.getBoundingClientRect();
  const round = Math.round;
  return {
    x: round(x + window.scrollX),
    y: round(y + window.scrollY),
    width: round(width),
    height: round(height),
  };
}
