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
