import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';

const NEW_PASSWORD = 'a-new-door-for-2027';

describe('what staff press seldom', () => {
  const journey = useJourney('small', { isChain: false });
  let staff: Page;

  const dialog = (name: RegExp): Locator => staff.getByRole('dialog', { name });
  const api = (path: string, body?: object) => ask<{ id: string; items: { id: string }[] }>(staff, path, body);
  const aContact = async (firstName: string, more: object = {}, customer = 'Harbour Cold Store'): Promise<string> => {
    const [found] = (await api(`/customers?q=${encodeURIComponent(customer)}`)).items;
    const email = `${firstName.toLowerCase()}@harbour.example`;
    return (await api('/contacts', { customerId: found?.id, firstName, lastName: 'Test', email, ...more })).id;
  };
  const invite = (contactId: string) => api('/credential-sends', { contactIds: [contactId], draft: {} });
  const chooseAction = async (name: string): Promise<void> => {
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name }).click();
  };

  it('signs in', async () => {
    staff = await journey().person('owner');
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
  });

  it('opens the menu of the person by key and gives the focus back', async () => {
    const button = staff.getByRole('button', { name: /^Your menu/ });
    await button.press('Enter');
    await staff.getByRole('menuitem', { name: 'Profile' }).waitFor();
    await staff.keyboard.press('Escape');
    await staff.getByRole('menuitem', { name: 'Profile' }).waitFor({ state: 'hidden' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('goes where the click led, although a search was on its way', async () => {
    await staff.goto('/admin/customers');
    const row = staff.getByRole('link', { name: 'Harbour Cold Store' });
    await row.waitFor();
    await staff.getByRole('searchbox').pressSequentially('ha');
    // At once, as a hand would: within the pause after the last letter.
    await row.evaluate((link: HTMLElement) => link.click());
    await staff.getByRole('heading', { level: 1, name: 'Harbour Cold Store' }).waitFor();
    await staff.waitForTimeout(500);
    expect(new URL(staff.url()).pathname).toMatch(/^\/admin\/customers\/[\w-]{36}/);
  });

  it('opens an unread case by a click in the middle of a subject of several lines', async () => {
    const eva = await journey().person('eva');
    const headers = { 'x-requested-with': 'journey', origin: journey().stack.origin };
    const ask = { headers, data: { identifier: DEMO.eva.phone, secret: DEMO.eva.pin } };
    await eva.request.post('/api/v1/portal/sign-in', ask);
    const { items } = await (await eva.request.get('/api/v1/portal/companies')).json();
    await eva.request.put('/api/v1/portal/session/company', { headers, data: { contactId: items[0].contactId } });
    const subject = 'The door of the cold store does not close '.repeat(4).trim();
    const made = await eva.request.post('/api/v1/portal/cases', {
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      data: { subject, description: 'Since noon.' },
    });
    expect(made.status()).toBe(201);
    await staff.goto('/admin/cases');
    await staff.locator('tbody [data-unread]').filter({ hasText: subject }).click();
    await staff.getByRole('list', { name: 'Conversation' }).waitFor();
  });

  it('revokes an invitation and says that its message can no longer be sent again (MSG-8)', async () => {
    const contact = await aContact('Ines');
    await invite(contact);
    await staff.goto(`/admin/contacts/${contact}`);
    await staff.getByRole('button', { name: 'Revoke', exact: true }).click();
    await dialog(/^Revoke the invitations of Ines/)
      .getByRole('button', { name: 'Revoke' })
      .click();
    await staff.getByText('Revoked', { exact: true }).first().waitFor();
    expect(await staff.getByText('{{').count()).toBe(0);
  });

  it('gives access to all in a filtered list: first the plan, then the run (S0.13)', async () => {
    for (const name of ['Xenia', 'Xaver']) await aContact(name);
    await invite(await aContact('Xander'));
    await staff.goto('/admin/contacts?q=xa');
    await staff.getByRole('row').filter({ hasText: 'Xander' }).waitFor();
    await staff.getByRole('button', { name: 'Give access to all in this list' }).click();
    const many = dialog(/^Give access to many/);
    await many.getByText('All contacts that fit this list.').waitFor();
    await many.getByRole('button', { name: 'Show the plan' }).click();
    await staff.getByText('Nothing has been sent yet').waitFor();
    await staff.getByRole('button', { name: 'Invited already 1' }).waitFor();
    await isFineInEveryLook(staff, 'admin access run, planned');
    await staff.getByRole('button', { name: 'Give access to 1 contact' }).click();
    await staff.getByRole('heading', { level: 2, name: 'Access was given' }).waitFor();
    await staff.getByRole('row').filter({ hasText: 'Xaver' }).getByText('Given').waitFor();
    await journey().mail.messageTo('xaver@harbour.example');
    await staff.goto('/admin/access-runs');
    await staff.getByText('1 given, 0 left, 1 left out').waitFor();
    await isFineInEveryLook(staff, 'admin access runs');
  });

  it('gives new PINs beside the ones in use, and ends these (S1.15, INV-3)', async () => {
    for (const [place, name] of ['Pinja', 'Pinelopi'].entries()) {
      const contact = await aContact(name, { phones: [{ number: `+4670174990${place}`, type: 'mobile' }] });
      await api(`/contacts/${contact}/pin`, {});
    }
    await aContact('Pinkus');
    await staff.goto('/admin/contacts?q=pin');
    await staff.getByRole('row').filter({ hasText: 'Pinja' }).waitFor();
    await staff.getByRole('checkbox', { name: 'Select all' }).check();
    await staff.getByRole('button', { name: 'New PINs' }).click();
    await isFineInEveryLook(staff, 'admin new PINs, dialog');
    await dialog(/^New PINs/)
      .getByRole('button', { name: 'Show the plan' })
      .click();
    await isFineInEveryLook(staff, 'admin new PINs, planned');
    await staff.getByRole('button', { name: 'Send 2 new PINs' }).click();
    await staff.getByRole('heading', { level: 2, name: 'New PINs were sent' }).waitFor();
    const { text } = await journey().mail.messageTo('pinja@harbour.example');
    expect(text).toContain('Your PIN of before works until you have used the new one');
    await staff.getByRole('button', { name: 'Not used yet 2' }).waitFor();
    await isFineInEveryLook(staff, 'admin new PINs, sent');
    await staff.getByRole('button', { name: 'End old PINs now' }).click();
    await dialog(/^End the old PINs/)
      .getByRole('button', { name: 'End old PINs now' })
      .click();
    await staff.getByRole('button', { name: 'Not used yet; the old PIN ended 2' }).waitFor();
    await staff
      .getByRole('link', { name: /^Pinja/ })
      .first()
      .click();
    await staff.getByText(/^The old one ended on/).waitFor();
    await isFineInEveryLook(staff, 'admin contact, PIN of before ended');
  });

  it('merges a contact into another', async () => {
    const twin = await aContact('Twin');
    await aContact('Kept');
    await staff.goto(`/admin/contacts/${twin}`);
    await chooseAction('Merge with another contact');
    const merge = dialog(/^Merge Twin Test/);
    await merge.getByLabel('Who stays').fill('Kept');
    await staff.getByRole('option', { name: /^Kept Test/ }).click();
    await merge.getByText('This cannot be undone.').waitFor();
    await merge.getByRole('button', { name: 'Merge the two' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Kept Test' }).waitFor();
  });

  it('moves a contact to another customer', async () => {
    const contact = await aContact('Mover');
    await staff.goto(`/admin/contacts/${contact}`);
    await chooseAction('Move to another customer');
    const move = dialog(/^Move Mover Test/);
    await move.getByLabel('To which customer').fill('Nordic');
    await staff.getByRole('option', { name: /^Nordic AB/ }).click();
    await move.getByRole('button', { name: 'Move to Nordic AB' }).click();
    await staff.getByRole('link', { name: 'Nordic AB' }).first().waitFor();
  });

  it('deletes a contact', async () => {
    const contact = await aContact('Leaver');
    await staff.goto(`/admin/contacts/${contact}`);
    await chooseAction('Delete…');
    const sure = dialog(/^Delete Leaver Test/);
    await sure.getByRole('textbox').fill('Leaver Test');
    await sure.getByRole('button', { name: 'Delete contact' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Harbour Cold Store' }).waitFor();
    expect((await staff.request.get(`/api/v1/contacts/${contact}`)).status()).toBe(404);
  });

  it('ends the sessions of a contact', async () => {
    const eva = await journey().person('eva');
    const headers = { 'x-requested-with': 'journey', origin: journey().stack.origin };
    const data = { identifier: DEMO.eva.phone, secret: DEMO.eva.pin };
    expect((await eva.request.post('/api/v1/portal/sign-in', { headers, data })).ok()).toBe(true);
    const [contact] = (await api(`/contacts?q=${encodeURIComponent(DEMO.eva.email)}`)).items;
    await staff.goto(`/admin/contacts/${contact?.id}`);
    await staff.getByRole('button', { name: 'End all' }).click();
    await dialog(/^Sign Eva Lind out everywhere/)
      .getByRole('button', { name: 'End all' })
      .click();
    await staff.getByText('Not signed in anywhere, and no device is known.').waitFor();
    expect((await eva.request.get('/api/v1/portal/companies')).status()).toBe(401);
  });

  it('saves an export as a workbook and as CSV (A15, D17)', async () => {
    await staff.goto('/admin/imports');
    const saved = async (format: string) => {
      const file = staff.waitForEvent('download');
      await staff.getByRole('button', { name: 'Customers', exact: true }).click();
      await staff.getByRole('menuitem', { name: format }).click();
      const saving = await file;
      return saving;
    };
    const workbook = await saved('Excel (.xlsx)');
    expect(workbook.suggestedFilename()).toBe('customers.xlsx');
    expect(readFileSync(await workbook.path(), 'latin1').slice(0, 2)).toBe('PK');
    expect(readFileSync(await (await saved('CSV')).path(), 'utf8')).toContain('Harbour Cold Store');
  });

  it('changes the own password and goes on working', async () => {
    await staff.goto('/admin/profile');
    await staff.getByLabel('Current password').fill(DEMO.owner.password);
    await staff.getByLabel('New password').fill(NEW_PASSWORD);
    await staff.getByRole('button', { name: 'Change password' }).click();
    await staff.getByText('Password changed. Your other sessions have ended.').waitFor();
    await staff.goto('/admin/sessions');
    await staff.getByText('This one').waitFor();
    await staff.getByRole('button', { name: 'Sign out everywhere' }).click();
    await dialog(/^Sign out everywhere/)
      .getByRole('button', { name: 'Sign out everywhere' })
      .click();
    await staff.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signInAsStaff(staff, DEMO.owner.email, NEW_PASSWORD);
  });
});
