import type { Page } from 'playwright-core';
import type { Sandbox } from '../server.ts';
import { png, type Indexed } from './png.ts';

/** A part of the page in its own coordinates, in pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_TRIES = 20;

/** Waits until nothing moves any more; a reference number, another one each time, becomes zeros. */
export async function settle(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.idle();
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const spinner of document.getAnimations()) spinner.cancel();
  });
  let before = '';
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const now = await page.evaluate(() => document.body.innerText);
    if (now === before) break;
    before = now;
    await page.waitForTimeout(150);
  }
  await page.evaluate(() => {
    for (const alert of document.querySelectorAll('.hs-alert')) {
      const walker = document.createTreeWalker(alert, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const masked = text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
          id.replace(/[0-9a-f]/g, '0'),
        );
        if (masked !== text) node.textContent = masked;
      }
    }
  });
}

/** The same part gives the same bytes each time. */
export async function take(page: Page, part: Part): Promise<Buffer> {
  const whole = await page.screenshot({
    clip: part,
    fullPage: true,
    animations: 'disabled',
    scale: 'css',
  });
  const { pixels, ...rest } = await page.evaluate(indexed, whole.toString('base64'));
  return png({ ...rest, pixels: Buffer.from(pixels, 'base64') } satisfies Indexed);
}

/** Runs in the page: the 256 most frequent colours, and for every other the nearest of them. */
async function indexed(base64: string) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (canvas === null) throw new Error('no canvas');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const colours = new Uint32Array(data.buffer).map((colour) => colour & 0xffffff);
  const counted = new Map<number, number>();
  for (const colour of colours) counted.set(colour, (counted.get(colour) ?? 0) + 1);
  const palette = [...counted]
    .sort(([a, often], [b, oftenB]) => oftenB - often || a - b)
    .slice(0, 256)
    .map(([colour]): [number, number, number] => [
      colour & 255,
      (colour >> 8) & 255,
      (colour >> 16) & 255,
    ]);
  const nearest = new Map<number, number>();
  for (const colour of counted.keys()) {
    let best = 0;
    let least = Infinity;
    palette.forEach(([red, green, blue], at) => {
      const far =
        ((colour & 255) - red) ** 2 +
        (((colour >> 8) & 255) - green) ** 2 +
        (((colour >> 16) & 255) - blue) ** 2;
      if (far < least) [best, least] = [at, far];
    });
    nearest.set(colour, best);
  }
  const indices = Uint8Array.from(colours, (colour) => nearest.get(colour) ?? 0);
  let text = '';
  for (let at = 0; at < indices.length; at += 32_768) {
    text += String.fromCharCode(...indices.subarray(at, at + 32_768));
  }
  return { width, height, palette, pixels: btoa(text) };
}
