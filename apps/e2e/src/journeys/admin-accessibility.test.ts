import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';

describe('the admin app for everybody', () => {
  const journey = useJourney('small', { isChain: false });
  let page: Page;

  it('has nothing serious for axe before and after signing in', async () => {
    page = await journey().person('owner');
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await isFineInEveryLook(page, 'admin sign-in');
    await signInAsStaff(page, DEMO.owner.email, DEMO.owner.password);
    await page.getByRole('link', { name: /locked people/ }).waitFor();
    await isFineInEveryLook(page, 'admin home');
  });

  it('has nothing serious for axe in the inbox and in a case', async () => {
    await page.goto('/admin/cases');
    await page.getByRole('table').getByRole('link').first().waitFor();
    await isFineInEveryLook(page, 'admin cases');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('list', { name: 'Conversation' }).waitFor();
    await isFineInEveryLook(page, 'admin case');
  });

  it.each([
    ['import', '/admin/imports', 'Import and export'],
    ['staff', '/admin/staff', 'Staff'],
    ['API keys', '/admin/api-keys', 'API keys'],
    ['audit', '/admin/audit', 'Audit'],
    ['profile', '/admin/profile', 'Profile'],
  ])('has nothing serious for axe on %s', async (name, address, heading) => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await isFineInEveryLook(page, `admin ${name}`);
  });
});
