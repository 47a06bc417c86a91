import type { Page } from 'playwright-core';
import { bootstrapLink, type Stack } from '../stack.js';

const OWNER = { name: 'Olga Owner', email: 'olga@brunnby.example', password: 'a kettle on a windy roof' };

/** The first person of an empty installation, by the link that the start printed. */
export async function becomeOwner(page: Page, stack: Stack): Promise<void> {
  await page.goto(bootstrapLink(stack));
  await page.getByRole('heading', { name: 'Set up Latchkey' }).waitFor();
  await page.getByLabel('Name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Choose a password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create owner and go in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
}
