import type { Page } from 'playwright-core';
import { fillNewPassword } from './forgotten.js';

/** What somebody does who was invited, by the words they see. */

/** Types what stands in the message on a device that has not got the message. */
export async function enterCode(page: Page, loginId: string, code: string): Promise<void> {
  await page.getByLabel('E-mail address or phone number').fill(loginId);
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** From the page that says who invites to the first page of the portal. */
export async function acceptWithPassword(page: Page, password: string): Promise<void> {
  await page.getByRole('heading', { name: /invites you$/ }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
  await fillNewPassword(page, password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}
