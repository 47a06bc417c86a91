import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, newCustomer, tab } from '../acts/admin.js';
import { becomeOwner } from '../acts/owner.js';
import { addDevice, codesOf, newDeployment } from '../acts/sites.js';
import { goOn, scan, sendWithoutAnswer, startReport, typePin } from '../acts/visit.js';
import { useJourney } from '../journey.js';
import { isFineInEveryLook, PHONE } from '../looks.js';
import { photo } from '../photo.js';

const CUSTOMER = 'Nordic AB';
const DEPLOYMENT = 'Terminal Hamnen';
const DEVICE = 'Robot 07';

describe('scan, type the PIN, report', () => {
  const journey = useJourney('none');
  let staff: Page;
  let visitor: Page;
  let pin = '';
  let address = '';
  let followLink = '';

  it('sets up a deployment with 12 devices (S1.1, S1.19)', async () => {
    staff = await journey().person('staff');
    await becomeOwner(staff, journey().stack);
    await newCustomer(staff, CUSTOMER);
    await newDeployment(staff, CUSTOMER, DEPLOYMENT);
    for (let number = 1; number <= 12; number++)
      await addDevice(staff, {
        name: `Robot ${String(number).padStart(2, '0')}`,
        model: 'DX-40',
        position: `Hall 3, gate ${number}`,
      });
  });

  it('makes a template with two questions, the second shown after one answer (S1.9, S1.10)', async () => {
    await goTo(staff, 'Case templates');
    await staff.getByRole('link', { name: 'New template' }).first().click();
    await staff.getByLabel('Name for visitors (English)').fill('Robot does not move');
    await addQuestion('One of several');
    const first = staff.getByRole('listitem').filter({ hasText: 'Question 1' });
    await first.getByLabel('What it asks').fill('What does the light show?');
    for (const [at, light] of ['Red', 'Nothing'].entries()) {
      const field = first.getByLabel(`Answer ${at + 1}`, { exact: true });
      if (!(await field.isVisible())) await first.getByRole('button', { name: 'Add answer' }).click();
      await field.fill(light);
    }
    await addQuestion('Short text');
    const second = staff.getByRole('listitem').filter({ hasText: 'Question 2' });
    await second.getByLabel('What it asks').fill('Which code is shown?');
    await second
      .getByLabel('Shown', { exact: true })
      .selectOption('When “What does the light show?” is answered with “Red”');
    await staff.getByRole('button', { name: 'Create template' }).click();
    await staff.getByText(/^Robot does not move is there/).waitFor();
  });

  it('enables the portal with a PIN, and takes photos (S1.2, S1.3, S1.14)', async () => {
    await goTo(staff, 'Deployments');
    await staff.getByRole('link', { name: DEPLOYMENT }).click();
    await tab(staff, DEPLOYMENT, 'Portal').click();
    await staff.getByRole('region', { name: 'Portal' }).getByRole('button', { name: 'Enable portal' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enable portal' }).click();
    pin = (await dialog.locator('pre').textContent()) ?? '';
    expect(pin).toMatch(/^\d{4,8}$/);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await staff.getByLabel('Take photos').check();
    await staff.getByLabel('Show open cases of the device').check();
    await staff.getByRole('button', { name: 'Save', exact: true }).click();
    await staff.getByText('Portal saved; visitors see it now').waitFor();
  });

  it('makes labels, prints them as PDF, and reads one from the rendered page (S1.11, S1.13)', async () => {
    await tab(staff, DEPLOYMENT, 'Labels').click();
    await staff.getByRole('button', { name: 'Make labels' }).click();
    await staff.getByText('12 labels are made; print them next').waitFor();
    await staff.getByRole('button', { name: 'Print labels' }).first().click();
    const dialog = staff.getByRole('dialog', { name: 'Print labels' });
    const download = staff.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Print (PDF)' }).click();
    const codes = await codesOf(await (await download).createReadStream());
    expect(codes).toHaveLength(12);
    expect(new Set(codes).size).toBe(12);
    address = codes[6] ?? '';
    expect(address.startsWith(`${journey().stack.origin}/p/`)).toBe(true);
    await dialog.getByRole('button', { name: 'Mark as printed' }).click();
    await staff.getByText('12 labels are marked as printed').waitFor();
  });

  it('opens exactly that address in a phone, whose bar keeps no secret, and lets the PIN in (S1.3, S1.x1, D4)', async () => {
    visitor = await journey().person('visitor', { viewport: PHONE, hasTouch: true, isMobile: true });
    await visitor.goto(address);
    await visitor.getByRole('heading', { name: 'Report a problem' }).waitFor();
    expect(visitor.url()).not.toContain('#');
    await isFineInEveryLook(visitor, 'visit: PIN');
    await scan(visitor, address, pin);
    await visitor.getByRole('heading', { name: DEVICE }).waitFor();
    await visitor.getByText('Hall 3, gate 7').waitFor();
    await isFineInEveryLook(visitor, 'visit: machine');
  });

  it('takes a report with two answers and a photo (S1.9, S1.10, S1.18)', async () => {
    await startReport(visitor, 'Robot does not move');
    await visitor.getByLabel('Red', { exact: true }).check();
    await visitor.getByLabel(/^Which code is shown/).fill('E 42');
    await isFineInEveryLook(visitor, 'visit: questions');
    await goOn(visitor);
    await visitor.getByLabel('Choose photos').setInputFiles(photo());
    await visitor.getByRole('img', { name: /^Photo 1/ }).waitFor();
    await isFineInEveryLook(visitor, 'visit: own words');
    await goOn(visitor);
    await visitor.getByLabel(/^Your name/).fill('Ana Ruiz');
    await visitor.getByLabel(/^E-mail/).fill('ana@nordic.example');
    await isFineInEveryLook(visitor, 'visit: reach');
    await visitor.getByRole('button', { name: 'Check and send' }).click();
    await visitor.getByText('E 42').waitFor();
    await isFineInEveryLook(visitor, 'visit: review');
    await visitor.getByRole('button', { name: 'Send the report' }).click();
    await visitor.getByRole('heading', { name: 'Thank you, we have it' }).waitFor();
    followLink = (await visitor.getByRole('link', { name: 'Open the report' }).getAttribute('href')) ?? '';
    expect(followLink).toMatch(/^\/f#/);
    await isFineInEveryLook(visitor, 'visit: sent');
  });

  it('keeps a report without reception, also when the page is opened again, and sends it once (POR-8)', async () => {
    await visitor.getByRole('button', { name: 'Back to the machine' }).click();
    await visitor.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
    await visitor.context().setOffline(true);
    await startReport(visitor, 'Something else');
    await visitor.getByLabel(/^In your own words/).fill('Oil on the floor.');
    await goOn(visitor);
    await sendWithoutAnswer(visitor);
    await visitor.getByRole('heading', { name: 'Kept on this phone' }).waitFor();
    await isFineInEveryLook(visitor, 'visit: kept');

    await visitor.reload();
    await visitor.getByRole('button', { name: 'Back to the machine' }).click();
    await visitor.getByText('Oil on the floor.').waitFor();
    await visitor.context().setOffline(false);
    const own = visitor.getByRole('listitem').filter({ hasText: 'Oil on the floor.' });
    await own.waitFor();
    await visitor.getByText('Will be sent when you are back online').waitFor({ state: 'hidden' });
    expect(await own.count()).toBe(1);
  });

  it('shows staff two cases with device, reporter, answers and photo (S1.18, S1.x3)', async () => {
    await goTo(staff, 'Cases');
    await staff.getByRole('row').filter({ hasText: DEVICE }).nth(1).waitFor();
    expect(await staff.getByRole('row').filter({ hasText: DEVICE }).count()).toBe(2);
    await staff
      .getByRole('row')
      .filter({ hasText: 'Robot does not move' })
      .getByText(/^#\d+$/)
      .click();
    for (const known of [DEVICE, 'Ana Ruiz', 'ana@nordic.example', 'E 42'])
      await staff.getByText(known).first().waitFor();
    const picture = staff.getByRole('list', { name: 'Files' }).locator('img').first();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await staff.getByRole('textbox', { name: 'Your message' }).fill('We come at two.');
    await staff.getByRole('button', { name: /^Reply/ }).click();
    await staff.getByRole('list', { name: 'Conversation' }).getByText('We come at two.').waitFor();
  });

  it('shows the answer behind the follow link, in another browser (S1.x4)', async () => {
    const follower = await journey().person('follower', { viewport: PHONE, hasTouch: true, isMobile: true });
    await follower.goto(followLink);
    await follower.getByText('We come at two.').waitFor();
    expect(follower.url()).not.toContain('#');
    await isFineInEveryLook(follower, 'follow');
    await follower.getByLabel('Your message').fill('Thank you.');
    await follower.getByRole('button', { name: 'Send', exact: true }).click();
    await follower.getByRole('article').filter({ hasText: 'Thank you.' }).waitFor();
  });

  it('lets somebody in who types the address and the code from the label (S1.11, D5)', async () => {
    await goTo(staff, 'Deployments');
    await staff.getByRole('link', { name: DEPLOYMENT }).click();
    await tab(staff, DEPLOYMENT, 'Labels').click();
    await staff.getByRole('row').filter({ hasText: DEVICE }).getByRole('link').first().click();
    const drawer = staff.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Show QR code' }).click();
    const code = (await drawer.getByText('Code to type:').locator('code').textContent()) ?? '';
    expect(code).toMatch(/^\w{5} \w{5}$/);

    const typing = await journey().person('typing', { viewport: PHONE, hasTouch: true, isMobile: true });
    await typing.goto(address.slice(0, address.indexOf('#')));
    await typing.getByLabel('Code on the label').fill(code.toLowerCase());
    await isFineInEveryLook(typing, 'visit: code');
    await typePin(typing, pin);
    await typing.getByRole('heading', { name: DEVICE }).waitFor();
    await typing.getByText('Hall 3, gate 7').waitFor();
  });

  it('lets a stranger in whose network tried fifty wrong PINs, after some work of the phone (D4.3, POR-4)', async () => {
    const extraHTTPHeaders = { 'x-forwarded-for': '203.0.113.5' };
    const late = await journey().person('late', { viewport: PHONE, extraHTTPHeaders });
    const data = { label: '0000000000AA', secret: 'a'.repeat(22), pin: '7302' };
    for (let one = 10; one < 60; one++)
      await late.request.post('/api/v1/portal/visits', {
        headers: { 'x-requested-with': 'latchkey' },
        data: { ...data, label: `0000000000${one}` },
      });
    const asked = late.waitForResponse((answer) => answer.url().endsWith('/visits') && answer.status() === 403);
    await scan(late, address, pin);
    expect((await (await asked).json()).code).toBe('visit.challenge_required');
  });

  async function addQuestion(type: string): Promise<void> {
    await staff.getByRole('button', { name: 'Add question' }).click();
    await staff.getByRole('menuitem', { name: type }).click();
  }
});
