import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAsStaff } from '../acts/admin.js';
import { ask } from '../acts/ask.js';
import { DEMO } from '../demo.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook } from '../looks.js';

describe('somebody calls who cannot get in', () => {
  const journey = useJourney('small', { isChain: true });
  let staff: Page;
  let contact: string;

  const api = <T = { id: string; items: { id: string }[] }>(path: string, body?: object) => ask<T>(staff, path, body);
  const change = async (path: string, method: 'PATCH' | 'PUT', body: object) => {
    const { version } = await (await staff.request.get(`/api/v1/contacts/${contact}`)).json();
    const headers = { 'x-requested-with': 'journey', origin: journey().stack.origin, 'if-match': `"${version}"` };
    const answer = await staff.request.fetch(`/api/v1${path}`, { method, headers, data: body });
    expect(answer.ok()).toBe(true);
  };

  it('has four faults (A13)', async () => {
    staff = await journey().person('owner');
    await signInAsStaff(staff, DEMO.owner.email, DEMO.owner.password);
    const [customer] = (await api('/customers?q=Harbour')).items;
    const { id } = await api('/contacts', {
      customerId: customer?.id,
      firstName: 'Eva',
      lastName: 'Locked',
      email: 'eva.locked@harbour.example',
    });
    contact = id;
    await change(`/contacts/${contact}/password`, 'PUT', { mustChange: false });
    const headers = { 'x-requested-with': 'journey', origin: journey().stack.origin };
    const wrong = { headers, data: { identifier: 'eva.locked@harbour.example', secret: 'wrong-secret' } };
    const caller = await journey().person('eva');
    for (let n = 0; n < 5; n += 1) await caller.request.post('/api/v1/portal/sign-in', wrong);
    await change(`/contacts/${contact}`, 'PATCH', { mayResetPassword: false, isPortalUser: false });
    await staff.request.post(`/api/v1/contacts/${contact}/deactivate`, { headers });
  });

  it('stands in the report over everybody with the reason, and her row leads to the check (S4.10, A15)', async () => {
    await staff.goto('/admin/contacts');
    await staff.getByRole('link', { name: 'Who gets in' }).click();
    await staff.getByText(/^Does not get in · /).click();
    await staff.getByRole('button', { name: 'Reason' }).click();
    await staff.getByRole('radio', { name: /^Contact not active/ }).click();
    await staff.keyboard.press('Escape');
    await staff.getByRole('link', { name: 'Eva Locked' }).waitFor();
    await isFineInEveryLook(staff, 'access report');
    await staff.getByRole('link', { name: 'Eva Locked' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Access check: Eva Locked' }).waitFor();
  });

  it('is found by e-mail with Ctrl+K, and the first line says why she cannot get in', async () => {
    await staff.goto('/admin');
    await staff.getByRole('heading', { level: 1 }).waitFor();
    await staff.keyboard.press('Control+K');
    await staff.getByRole('textbox', { name: /search/i }).fill('eva.locked@');
    await staff.getByText('Check access of Eva Locked').click();
    await staff.getByText('Eva Locked cannot get in: the contact is not active.').waitFor();
    await isFineInEveryLook(staff, 'access check, four faults');
  });

  it('is mended in four clicks, and the check looks again by itself (A13, S4.10)', async () => {
    for (const name of ['Reactivate contact', 'Make portal user', 'Allow it', 'Lift lock']) {
      await staff.getByRole('button', { name, exact: true }).click();
      await staff.getByRole('button', { name, exact: true }).waitFor({ state: 'hidden' });
    }
    await staff.getByText(/^Eva Locked can get in with eva\.locked@harbour\.example and password/).waitFor();
    await isFineInEveryLook(staff, 'access check, mended');
  });
});
