import type { Locator, Page } from 'playwright-core';

/** What staff do in the admin app, by the words they see. */

export async function signInAsStaff(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await mainNavigation(page).waitFor();
}

export async function goTo(page: Page, section: string): Promise<void> {
  await mainNavigation(page).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { level: 1, name: section, exact: true }).waitFor();
}

/** Types into the search box of the page with contacts and answers the rows that are found. */
export async function findContact(page: Page, text: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Name, e-mail or phone' }).fill(text);
  await page.waitForURL((address) => address.searchParams.get('q') === text);
  await page.getByText(/^\d+ in all$/).waitFor();
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
}

const mainNavigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });

export async function newCustomer(page: Page, name: string): Promise<void> {
  await goTo(page, 'Customers');
  await page.getByRole('link', { name: 'New customer' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'New customer' }).waitFor();
  await page.getByLabel(/^Name/).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** A tab of the page about this thing. */
export const tab = (page: Page, of: string, name: string): Locator =>
  page.getByRole('navigation', { name: of }).getByRole('link', { name: new RegExp(`^${name}`) });

/** The field itself: a list that opens below it has the same label. */
export const inputOf = (within: Page | Locator, label: string): Locator =>
  within.locator('input').and(within.getByLabel(label));

/** In the dialog that sets a password: has one made, and answers what is copied. The page may use the clipboard. */
export async function generatePassword(dialog: Locator): Promise<string> {
  await dialog.getByRole('button', { name: 'Generate password' }).click();
  await dialog.getByText('This is shown once.').waitFor();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  return dialog.page().evaluate(() => navigator.clipboard.readText());
}
