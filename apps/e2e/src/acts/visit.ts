import type { Page } from 'playwright-core';

/** What somebody in front of a machine does, by the words they see. */

/** Opens the address of a label as the phone's camera does, and types the PIN. */
export async function scan(page: Page, address: string, pin: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: 'Report a problem' }).waitFor();
  await typePin(page, pin);
}

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Is this the machine?' }).waitFor();
}

export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();

/** From the machine to the choice of what is wrong. */
export async function startReport(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Report a problem' }).click();
  await page.getByRole('button', { name: what }).click();
}

/** The last two steps: no answer is needed, and off it goes. */
export async function sendWithoutAnswer(page: Page): Promise<void> {
  await page.getByLabel('I need no answer').check();
  await page.getByRole('button', { name: 'Check and send' }).click();
  await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
  await page.getByRole('button', { name: 'Send the report' }).click();
}
