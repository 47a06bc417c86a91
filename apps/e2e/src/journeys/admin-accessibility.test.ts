import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';

/** Lists are narrowed: axe needs seconds for hundreds of rows that are all alike. */
describe('the admin app for everybody', () => {
  const journey = useJourney('small', { isChain: false });
  let page: Page;

  it('has nothing serious for axe before and after signing in', async () => {
    page = await journey().person('owner');
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await isFineInEveryLook(page, 'admin sign-in');
    await signInAsStaff(page, DEMO.owner.email, DEMO.owner.password);
    await page.getByRole('link', { name: /locked (person|people)/ }).waitFor();
    await isFineInEveryLook(page, 'admin home');
  });

  it('has nothing serious for axe in the inbox and in a case', async () => {
    await page.goto('/admin/cases?status=open');
    await page.getByRole('table').getByRole('link').first().waitFor();
    await isFineInEveryLook(page, 'admin cases');
    await page.getByRole('table').getByRole('link').first().press('Enter');
    await page.getByRole('list', { name: 'Conversation' }).waitFor();
    await isFineInEveryLook(page, 'admin case');
  });

  it('has nothing serious for axe on customers, their contacts and the dialog that sends credentials', async () => {
    await page.goto('/admin/customers?q=harbour');
    await page.getByRole('link', { name: 'Harbour Cold Store' }).waitFor();
    await isFineInEveryLook(page, 'admin customers');
    await page.getByRole('link', { name: 'Harbour Cold Store' }).click();
    await page
      .getByRole('navigation', { name: 'Harbour Cold Store' })
      .getByRole('link', { name: /^Contacts/ })
      .click();
    const actions = page.getByRole('row').getByRole('button', { name: /^Actions for/ });
    await actions.first().waitFor();
    await isFineInEveryLook(page, 'admin contacts of a customer');
    await actions.first().click();
    await page.getByRole('menuitem', { name: 'Send portal credentials' }).click();
    await page
      .getByRole('dialog', { name: /^Send portal credentials/ })
      .getByLabel('Message')
      .waitFor();
    await isFineInEveryLook(page, 'admin send dialog');
    await page.keyboard.press('Escape');
  });

  it.each([
    ['contacts', '/admin/contacts?access=locked', 'table'],
    ['outbox', '/admin/outbox?state=refused', 'table'],
    ['settings', '/admin/settings', 'Company name'],
    ['import', '/admin/imports', 'No imports yet'],
    ['staff', '/admin/staff', 'table'],
    ['API keys', '/admin/api-keys', 'No API keys yet'],
    ['audit', '/admin/audit', 'table'],
    ['profile', '/admin/profile', 'Change password'],
  ])('has nothing serious for axe on %s', async (name, address, sign) => {
    await page.goto(address);
    const shown = sign === 'table' ? page.getByRole('table').getByRole('row').nth(1) : page.getByText(sign).first();
    await shown.waitFor();
    await isFineInEveryLook(page, `admin ${name}`);
  });
});
