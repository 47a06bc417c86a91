import type { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { decodeAll, withPdf } from '../../../api/test/pdf.js';
import { goTo, inputOf } from './admin.js';

/** What staff do to set up a site, by the words they see. */

export async function newDeployment(page: Page, customer: string, name: string): Promise<void> {
  await goTo(page, 'Deployments');
  await page.getByRole('link', { name: 'Add deployment' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Add deployment' }).waitFor();
  await inputOf(page, 'Customer').fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await page.getByLabel(/^Name/).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function addDevice(page: Page, device: { name: string; model: string; position: string }): Promise<void> {
  await page.getByRole('link', { name: 'Add device' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Add device to/ }).waitFor();
  await page.getByLabel(/^Name/).fill(device.name);
  await inputOf(page, 'Model').fill(device.model);
  await inputOf(page, 'Position').fill(device.position);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`Device ${device.name} added`).waitFor();
}

const DOTS_PER_INCH = 300;

/** What an independent reader finds on the first page of the PDF, line by line. */
export const codesOf = (pdf: Readable): Promise<string[]> =>
  withPdf(pdf, async ({ render }) => {
    const found = await decodeAll(await render(0, DOTS_PER_INCH));
    return found
      .toSorted((one, other) => (Math.abs(one.y - other.y) > 0.02 ? one.y - other.y : one.x - other.x))
      .map(({ text }) => text);
  });
