import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { COLOUR_RULES, seriousViolations } from './axe.js';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

interface Look {
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
  /** Every rule of axe once for each width; in the other colours those that look at them. */
  rules?: string[];
}

/** Light and dark, the narrowest phone and a desk. */
const LOOKS: Look[] = [
  { colorScheme: 'light', viewport: PHONE },
  { colorScheme: 'dark', viewport: PHONE, rules: COLOUR_RULES },
  { colorScheme: 'dark', viewport: DESKTOP },
  { colorScheme: 'light', viewport: DESKTOP, rules: COLOUR_RULES },
];

/** In every look: axe finds nothing serious, and nothing is cut off at the side. */
export async function isFineInEveryLook(page: Page, name: string): Promise<void> {
  // A page behind others may get no frames, and what moves there never comes to its end.
  await page.bringToFront();
  const before = page.viewportSize();
  try {
    for (const look of LOOKS) await isFine(page, name, look);
  } finally {
    if (before) await page.setViewportSize(before);
  }
}

async function isFine(page: Page, name: string, { colorScheme, viewport, rules }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(viewport);
  await settle(page);
  const look = `${name}, ${colorScheme}, ${viewport.width} px`;
  await keepPicture(page, look);
  expect(await seriousViolations(page, rules), look).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${look}: how far the page reaches`).toBeLessThanOrEqual(viewport.width);
}

/**
 * Changed colours reach nested elements frame by frame, and axe reads what is painted: so each change is brought to its end. Where nothing
 * is painted there comes no frame: then a moment stands for one.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let calm = 0; calm < 5;) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 50);
      });
      const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
      for (const one of moving) one.finish();
      calm = moving.length > 0 ? 0 : calm + 1;
    }
  });
}

/** E2E_PICTURES=folder keeps a picture of every look, for people to look at. */
async function keepPicture(page: Page, look: string): Promise<void> {
  const folder = process.env['E2E_PICTURES'];
  if (!folder) return;
  const file = look.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
}
