import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { codeOf } from '../acts/authenticator.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';

const { owner } = DEMO;

describe('staff keep their own door shut', () => {
  const journey = useJourney('small');
  let staff: Page;
  let key = '';
  let recovery: string[] = [];

  const atSecondStep = async (name: string): Promise<Page> => {
    const page = await journey().person(name);
    await page.goto('/admin/sign-in');
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel(/^Password/).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    return page;
  };
  const enterCode = async (page: Page, code: string): Promise<void> => {
    await page.getByLabel(/^Code/).fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('with an authenticator app, set up on the profile (AUT-12, SES-6)', async () => {
    staff = await journey().person('staff');
    await signInAsStaff(staff, owner.email, owner.password);
    await staff.goto('/admin/profile');
    await staff.getByRole('button', { name: 'Set up the second step' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Set up the second step' });
    await dialog.getByRole('button', { name: 'Show the QR code' }).click();
    await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await isFineInEveryLook(staff, 'second step: key');
    key = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    await dialog.getByLabel(/^Code/).fill(codeOf(key));
    await dialog.getByRole('button', { name: 'Switch on' }).click();
    await dialog.getByText('The second step is on.').waitFor();
    recovery = (await dialog.locator('pre').innerText()).split('\n');
    expect(recovery).toHaveLength(10);
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await staff.getByText('10 recovery codes left.').waitFor();
  });

  it('which sign-in then asks for, and takes each code once (AUT-12, REC-4)', async () => {
    const elsewhere = await atSecondStep('elsewhere');
    await isFineInEveryLook(elsewhere, 'sign-in: code');
    const code = codeOf(key, 1);
    await enterCode(elsewhere, code);
    await elsewhere.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    const thief = await atSecondStep('thief');
    await enterCode(thief, code);
    await thief.getByText('This code does not work.').waitFor();
    await enterCode(thief, recovery[0] ?? '');
    await thief.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    await staff.reload();
    await staff.getByText('9 recovery codes left.').waitFor();
    const again = await atSecondStep('again');
    await enterCode(again, recovery[0] ?? '');
    await again.getByText('This code does not work.').waitFor();
  });
});
