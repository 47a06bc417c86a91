import type { Browser } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from './axe.js';
import { launchBrowser } from './browser.js';

const PAGE = `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="en"><title>Way in</title>
  <main><h1 style="font:700 40px sans-serif">Ångström 🔑</h1><img src="data:,"><script>document.title += ' works'</script></main>`)}`;

let browser: Browser | undefined;

afterEach(async () => {
  await browser?.close();
  vi.unstubAllEnvs();
});

async function open(): Promise<Awaited<ReturnType<Browser['newPage']>>> {
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(PAGE);
  return page;
}

describe('launchBrowser', () => {
  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'renders a page in the Chromium that comes with the packages',
    async () => {
      vi.stubEnv('E2E_BUNDLED', '1');
      const page = await open();
      expect(await page.title()).toBe('Way in works');
      const heading = await page.locator('h1').boundingBox();
      expect(heading?.width).toBeGreaterThan(100); // letters have a width only when a font was found
      expect((await page.screenshot()).length).toBeGreaterThan(1_000);
    },
  );

  it('finds serious accessibility problems, and none once they are mended', async () => {
    const page = await open();
    expect(await seriousViolations(page)).toMatchObject([
      { rule: 'image-alt', nodes: [expect.stringContaining('img')] },
    ]);
    await page.locator('img').evaluate((image) => image.setAttribute('alt', 'A key'));
    expect(await seriousViolations(page)).toEqual([]);
  });
});
