import type { Page } from 'playwright-core';

/** What contacts do in the portal, by the words they see. */

/** Fills in who and the secret, and presses the button; what follows is the caller's. */
export async function enterPin(page: Page, phone: string, pin: string): Promise<void> {
  await page.getByLabel('Phone number or e-mail address').fill(phone);
  const box = page.getByLabel('PIN', { exact: true });
  if (!(await box.isVisible())) await page.getByRole('button', { name: 'Continue' }).click();
  await box.fill(pin);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Phone number or e-mail address').fill(email);
  const field = page.getByLabel('Password', { exact: true });
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Continue' }).click();
  await field.fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Which company: the card on the page that asks after signing in. */
export async function chooseCompany(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Which company is it about?' }).waitFor();
  await page.getByRole('listitem').getByRole('button', { name }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}
