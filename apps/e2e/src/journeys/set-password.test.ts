import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findContact, generatePassword, goTo, signInAsStaff } from '../acts/admin.js';
import { chooseCompany, enterPassword, signOut } from '../acts/portal.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { PHONE } from '../looks.js';

const MOVED = 'eva.lind@moved.example';
const OWN = 'seven slow herons at noon';

describe('a password set by hand (A6)', () => {
  const journey = useJourney('small');
  let staff: Page;
  let eva: Page;
  let password = '';

  it('is announced for all companies, shown once and never again (S3.6, S3.9, S3.11, INV-2)', async () => {
    staff = await journey().person('staff', { permissions: ['clipboard-read', 'clipboard-write'] });
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
    await goTo(staff, 'Contacts');
    const row = (await findContact(staff, DEMO.eva.email)).first();
    await row.getByRole('button', { name: 'Actions for Eva Lind' }).click();
    await staff.getByRole('menuitem', { name: 'Set password' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Set a password for Eva Lind' });
    await dialog.getByText('Applies to 3 companies.').waitFor();
    password = await generatePassword(dialog);
    expect(password.length).toBeGreaterThanOrEqual(10);
    expect(await staff.content()).toContain(password);

    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByRole('link', { name: 'Eva Lind' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Eva Lind' }).waitFor();
    await staff.getByText('Set, to be changed').first().waitFor();
    expect(await staff.content()).not.toContain(password);
  });

  it('is told to the person without the password (S3.11)', async () => {
    const { text, html } = await journey().mail.messageTo(DEMO.eva.email);
    expect(`${text} ${html}`).not.toContain(password);
  });

  it('must be changed at the next sign-in (S2.5, S3.11)', async () => {
    eva = await journey().person('eva', { viewport: PHONE });
    await eva.goto('/');
    await enterPassword(eva, DEMO.eva.email, DEMO.eva.password);
    await eva.getByText('That did not work').waitFor();
    await eva.reload();
    await enterPassword(eva, DEMO.eva.email, password);
    await eva.getByRole('heading', { name: 'Välj ett nytt lösenord' }).waitFor();
    await eva.getByLabel('Språk').selectOption('en');
    await eva.getByLabel('New password', { exact: true }).fill(OWN);
    await eva.getByLabel('New password again', { exact: true }).fill(OWN);
    await eva.getByRole('button', { name: 'Save and sign in' }).click();
    await eva.getByRole('heading', { name: 'Which company is it about?' }).waitFor();
  });

  it('gives way to the one the person chose, and the language chosen beside it stays', async () => {
    await signOut(eva);
    await enterPassword(eva, DEMO.eva.email, OWN);
    await eva.getByRole('heading', { name: 'Which company is it about?' }).waitFor();
  });

  it('opens the login with another address as well, once a code from there is typed (REC-16, SES-6)', async () => {
    await chooseCompany(eva, 'Nordic AB');
    await eva.goto('/settings');
    await eva.getByRole('button', { name: 'Change', exact: true }).click();
    const form = eva.locator('form').filter({ has: eva.getByLabel('New e-mail address') });
    await form.getByLabel('New e-mail address').fill(MOVED);
    await form.getByLabel('Current password', { exact: true }).fill(OWN);
    await form.getByRole('button', { name: 'Send code' }).click();
    const { text } = await journey().mail.messageTo(MOVED);
    await eva.getByLabel('Code from the e-mail').fill(/\d{6}/.exec(text ?? '')?.[0] ?? '');
    await eva.getByRole('button', { name: 'Use this address' }).click();
    await eva.getByText('You sign in with this address from now on.').waitFor();
    await signOut(eva);
    await enterPassword(eva, MOVED, OWN);
    await eva.getByRole('heading', { name: 'Which company is it about?' }).waitFor();
  });

  it('asks before something typed is left without saving (S3.13)', async () => {
    await goTo(staff, 'Customers');
    await staff
      .getByRole('link', { name: 'New customer' })
      .or(staff.getByRole('button', { name: 'New customer' }))
      .first()
      .click();
    const name = staff.getByRole('textbox', { name: 'Name' }).first();
    await name.fill('Half typed');
    await staff.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click();
    const question = staff.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay here' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await name.inputValue()).toBe('Half typed');
  });
});
