import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findContact, signInAsStaff, tab } from '../acts/admin.js';
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

  it('and see what Eva sees, read only, until they end it (A7, SES-6, INV-10)', async () => {
    await staff.goto('/admin/contacts');
    const eva = await findContact(staff, DEMO.eva.email);
    await eva.first().getByRole('link').first().click();
    await tab(staff, 'Eva Lind', 'Rights').click();
    await staff.getByRole('button', { name: 'View as this contact…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'View as Eva Lind' });
    await dialog.getByLabel('Why?').fill('She cannot find her case');
    await dialog.getByRole('button', { name: 'Prepare the view' }).click();
    await dialog.getByRole('link', { name: 'Open the portal' }).waitFor();
    const address = (await dialog.getByRole('link', { name: 'Open the portal' }).getAttribute('href')) ?? '';
    const opened = staff.context().waitForEvent('page');
    await dialog.getByRole('link', { name: 'Open the portal' }).click();
    const portal = await opened;
    await portal.getByText('Du ser det som Eva Lind ser').waitFor();
    expect(portal.url()).not.toContain('#');
    await portal.getByLabel('Språk').selectOption('en');
    await portal.getByText('You see what Eva Lind sees').waitFor();
    await isFineInEveryLook(portal, 'portal: view as Eva');
    const refused = await portal.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'latchkey', 'idempotency-key': 'look' };
      const body = JSON.stringify({ subject: 'Not hers', description: 'Not hers' });
      return (await fetch('/api/v1/portal/cases', { method: 'POST', headers, body })).status;
    });
    expect(refused).toBe(403);
    await portal.goto(address);
    // In English, or already in Eva's language: whichever the page knows first.
    await portal.getByText(/This address does not work any more|Den här adressen fungerar inte längre/).waitFor();
    // The language of a person is the person's: what was chosen while looking is gone with the page.
    await portal.goto('/');
    await portal.getByRole('button', { name: 'Avsluta nu' }).click();
    await portal.waitForURL('**/sign-in');
    await tab(staff, 'Eva Lind', 'Activity').click();
    await staff.getByText('Looked at the portal as this contact sees it').waitFor();
  });
});
