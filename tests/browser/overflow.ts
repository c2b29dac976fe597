import type { Page } from 'playwright-core';

/** Widths in pixels that a surface may get: the sidebar is narrow, a tab anything from a phone's to a wide screen's. */
const WIDTHS = { sidebar: [300], tab: [360, 700, 1280] } as const;

/** What sticks out of a card, or has to be scrolled sideways, at any of the widths; a line each. */
export async function overflowOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [surface, widths] of Object.entries(WIDTHS)) {
    for (const width of widths) {
      found.push(...(await page.evaluate(stickingOut, { surface, width })));
    }
  }
  return found;
}

/** Runs in the page. */
function stickingOut({ surface, width }: { surface: string; width: number }): string[] {
  const card = document.querySelector<HTMLElement>(`[data-surface=${surface}]`);
  if (card === null) return [`${surface}: is not there`];
  const before = card.style.width;
  card.style.width = `${String(width)}px`;
  const edge = card.getBoundingClientRect();
  const wide = [...card.querySelectorAll<HTMLElement>('*')].filter((one) => {
    // A modal stands over the page and has the window's width.
    const frame = one.closest('dialog')?.getBoundingClientRect() ?? edge;
    const box = one.getBoundingClientRect();
    if (box.width === 0 || getComputedStyle(one).clipPath !== 'none') return false;
    const isScrolled = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    const isHidden = getComputedStyle(one).overflowX !== 'visible' && isScrolled;
    return box.right > frame.right + 1 || box.left < frame.left - 1 || isHidden;
  });
  card.style.width = before;
  return wide.map((one) => {
    const text = (one.textContent ?? '').trim().slice(0, 60);
    return `${surface} at ${String(width)}: <${one.tagName.toLowerCase()} class="${one.className}"> “${text}”`;
  });
}
