import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CONTACTS, importFile, LINES } from '../csv.js';
import { useJourney } from '../journey.js';
import { bootstrapLink } from '../stack.js';

const OWNER = { name: 'Olga Owner', email: 'olga@brunnby.example', password: 'a kettle on a windy roof' };

describe('from an empty installation to an answer in the portal', () => {
  const journey = useJourney('none');
  let staff: Page;

  it('lets the first owner in by the link that the start printed', async () => {
    staff = await journey().person('staff');
    await staff.goto(bootstrapLink(journey().stack));
    await staff.getByRole('heading', { name: 'Set up Latchkey' }).waitFor();
    await staff.getByLabel('Name').fill(OWNER.name);
    await staff.getByLabel('E-mail').fill(OWNER.email);
    await staff.getByLabel('Choose a password').fill(OWNER.password);
    await staff.getByRole('button', { name: 'Create owner and go in' }).click();
    await staff.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    await staff.getByRole('region', { name: 'First steps' }).waitFor();
  });

  it('imports 50 customers and 150 contacts from a CSV file after a dry run', async () => {
    await staff.goto('/admin/imports');
    await staff.getByLabel('Choose files').setInputFiles(importFile());
    await staff.getByRole('heading', { name: 'What is in which column?' }).waitFor();
    expect(await staff.getByLabel('Column Mobil is').locator('option:checked').textContent()).toBe('Mobile phone');
    await staff.getByText('Never imported').waitFor();
    await staff.getByRole('button', { name: 'Check the file' }).click();

    await staff.getByRole('heading', { name: 'This is what would happen' }).waitFor();
    await staff.getByText(/^150 lines bring something new, 0 change/).waitFor();
    await staff.getByRole('button', { name: `Import ${CONTACTS} lines` }).click();
    await staff.getByRole('heading', { name: `${CONTACTS} lines imported` }).waitFor();
  });
});
