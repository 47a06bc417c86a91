import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What somebody does who forgot the password, by the words they see. */

/** From the sign-in page to the page that asks for the address. */
export async function pressForgotten(page: Page): Promise<void> {
  const field = page.getByLabel('Password', { exact: true });
  const link = page.getByRole('link', { name: 'Forgot your password?' });
  const [above, below] = [await field.boundingBox(), await link.boundingBox()];
  expect(below?.y, 'below the password (S4.3)').toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0) - 1);
  await link.click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
}

/** Asks for a message and answers what the page says then. */
export async function askForMessage(page: Page, email: string, phone = ''): Promise<string> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Phone number (optional)').fill(phone);
  await page.getByRole('button', { name: 'Send me a message' }).click();
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await page.getByText('Did this answer your question?').waitFor();
  return page.getByRole('main').innerText();
}

/** Types the address on a fresh sign-in page and asks for a new password. */
export async function forget(page: Page, email: string, phone = ''): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Phone number or e-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await pressForgotten(page);
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(email);
  await askForMessage(page, email, phone);
}

export async function fillNewPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('New password again', { exact: true }).fill(password);
}
