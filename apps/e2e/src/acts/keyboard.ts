import type { Page } from 'playwright-core';

const MOST_PRESSES = 60;

/** Presses Tab until the control with this name has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

/** What a screen reader says on arrival: the accessible name of the control that has the focus. */
async function focusedName(page: Page): Promise<string> {
  // The first line reads: - button "Report a problem". Right after a change of page nothing may have the focus.
  const focused = page.locator(':focus').ariaSnapshot({ timeout: 300 });
  const [own = ''] = (await focused.catch(() => '')).split('\n');
  return /"(.+)"/.exec(own)?.[1] ?? '';
}
