import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo } from '../acts/admin.js';
import { becomeOwner } from '../acts/owner.js';
import { enterPin, signOut } from '../acts/portal.js';
import { CONTACTS, importFile, LINES } from '../csv.js';
import { useJourney } from '../journey.js';
import { PHONE } from '../looks.js';
import { linkIn } from '../mail-server.js';
import { photo } from '../photo.js';

const LINE = LINES[37]!;
const OTHER_COMPANY = LINES[90]!.customer;
const NOTE = 'Third time this year: offer a new seal.';

describe('from an empty installation to an answer in the portal', () => {
  const journey = useJourney('none');
  let staff: Page;
  let contact: Page;
  let pin = '';

  it('lets the first owner in by the link that the start printed', async () => {
    staff = await journey().person('staff');
    await becomeOwner(staff, journey().stack);
    await staff.getByRole('region', { name: 'First steps' }).waitFor();
  });

  it('takes the name of the company and its country from the first steps', async () => {
    await staff.getByRole('link', { name: 'Set up company' }).click();
    await staff.getByLabel('Company name').fill('Brunnby Service');
    await staff.getByLabel('Phone').fill('+49 221 4710 100');
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText('Saved. The portal and new messages show it from now on.').waitFor();
    await staff.getByRole('link', { name: 'Language and country' }).click();
    await staff.getByLabel('Country', { exact: true }).selectOption({ label: 'Germany' });
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText(/^Saved\. People without a language/).waitFor();
  });

  it('imports 50 customers and 150 contacts from a CSV file after a dry run', async () => {
    await goTo(staff, 'Import and export');
    await staff.getByLabel('Choose files').setInputFiles(importFile());
    await staff.getByRole('heading', { name: 'What is in which column?' }).waitFor();
    expect(await staff.getByLabel('Column Mobil is').locator('option:checked').textContent()).toBe('Mobile phone');
    await staff.getByText('Never imported').waitFor();
    await staff.getByRole('button', { name: 'Check the file' }).click();

    await staff.getByRole('heading', { name: 'This is what would happen' }).waitFor();
    await staff.getByText(/^150 lines bring something new, 0 change/).waitFor();
    expect(await staff.getByText(/is not a phone number/).count()).toBe(0);
    await staff.getByRole('button', { name: `Import 50 customers and ${CONTACTS} contacts` }).click();
    await staff.getByRole('heading', { name: `Imported: 50 customers and ${CONTACTS} contacts` }).waitFor();
  });

  it('finds a contact by the last digits of the phone (S0.3)', async () => {
    await goTo(staff, 'Contacts');
    await staff.getByRole('searchbox', { name: 'Name, e-mail or phone' }).fill(LINE.phone.slice(-5));
    await staff.getByText('1 in all').waitFor();
    await rowOf(LINE.name).waitFor();
  });

  it('opens the same menu by button, right click and Shift+F10 (S0.5)', async () => {
    const row = rowOf(LINE.name);
    const menu = staff.getByRole('menu', { name: `Actions for ${LINE.name}` });
    const entries: string[][] = [];
    const look = async (): Promise<void> => {
      await menu.waitFor();
      entries.push(await menu.getByRole('menuitem').allTextContents());
      await staff.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
    };
    await row.getByRole('button', { name: `Actions for ${LINE.name}` }).click();
    await look();
    await row.click({ button: 'right' });
    await look();
    await row.focus();
    await staff.keyboard.press('Shift+F10');
    await look();
    expect(entries[0]).toContain('Send portal credentials');
    expect(entries).toEqual([entries[0], entries[0], entries[0]]);
  });

  it('sends credentials with a PIN and a link, and shows what became of the message (S0.4, S0.6, S0.12)', async () => {
    await rowOf(LINE.name).click({ button: 'right' });
    await staff.getByRole('menuitem', { name: 'Send portal credentials' }).click();
    const dialog = staff.getByRole('dialog', { name: `Send portal credentials to ${LINE.name}` });
    await dialog.getByLabel('Message').press('Control+End');
    await dialog.getByLabel('Message').pressSequentially(' Your PIN is ');
    await dialog.getByRole('button', { name: 'PIN', exact: true }).click();
    await dialog.frameLocator('iframe').getByText('Your PIN is ••').waitFor();
    await dialog.getByRole('button', { name: /^Send to / }).click();
    await dialog.waitFor({ state: 'hidden' });
    await rowOf(LINE.name).getByText('mail accepted').waitFor();
  });

  it('lets the contact in by the link in the message, who keeps the PIN (S0.1, S0.2, S0.9)', async () => {
    const message = await journey().mail.messageTo(LINE.email);
    pin = /Your PIN is (\d{4,8})/.exec(message.text ?? '')?.[1] ?? '';
    expect(pin).not.toBe('');
    contact = await journey().person('contact', { viewport: PHONE, hasTouch: true, isMobile: true });
    await contact.goto(linkIn(message, '/activate'));
    await contact.getByRole('heading', { name: /invites you$/ }).waitFor();
    await contact.getByRole('button', { name: 'Continue' }).click();
    await contact.getByRole('radio', { name: 'With the PIN I received' }).check();
    await contact.getByRole('button', { name: 'Keep the PIN and sign in' }).click();
    await contact.getByRole('heading', { name: `Hello ${LINE.name}` }).waitFor();
  });

  it('takes the phone in another spelling, with the PIN (S0.2)', async () => {
    await signOut(contact);
    await enterPin(contact, LINE.phone.replace('0171/', '+49 171 '), pin);
    await contact.getByRole('heading', { name: /^Hello/ }).waitFor();
    await signOut(contact);
  });

  it('says while typing that the address has a login already, leaves that login alone, and opens the company when its person accepts (S3.6, S3.7, D8)', async () => {
    await goTo(staff, 'Customers');
    await staff.getByRole('searchbox').fill(OTHER_COMPANY);
    await staff.getByText('1 in all').waitFor();
    await staff.getByRole('link', { name: OTHER_COMPANY }).click();
    await staff
      .getByRole('navigation', { name: OTHER_COMPANY })
      .getByRole('link', { name: /^Contacts/ })
      .click();
    await staff.getByRole('link', { name: 'Add contact' }).click();
    const [first = '', last = ''] = LINE.name.split(' ');
    await staff.getByLabel('First name').fill(first);
    await staff.getByLabel('Last name').fill(last);
    await staff.getByLabel('E-mail').fill(LINE.email);
    await staff.getByText(`${LINE.email} is already the login of ${LINE.name} through ${LINE.customer}.`).waitFor();
    await staff.getByRole('button', { name: 'Save' }).click();
    await staff.getByText(/The existing login was left untouched; its owner is asked/).waitFor();

    // The link of the message, followed by somebody who is signed out.
    await contact.goto('/joining');
    await enterPin(contact, LINE.phone.replace('0171/', '0049171'), pin);
    await contact.getByRole('heading', { name: 'Is this you?' }).waitFor();
    await contact.goto('/');
    await contact.getByRole('heading', { name: /^Hello/ }).waitFor();
    await contact.getByRole('link', { name: 'Have a look' }).click();
    await contact.getByRole('heading', { name: `${OTHER_COMPANY} wants to give you access` }).waitFor();
    await contact.getByRole('button', { name: 'Accept' }).click();
    await contact.getByRole('heading', { name: /^Hello/ }).waitFor();
    const companies = contact.getByRole('navigation', { name: 'Change company' });
    await companies.getByText(OTHER_COMPANY).waitFor();
    await companies.getByText('Change company').click();
    await companies.getByRole('button', { name: LINE.customer }).click();
    await companies.getByText(LINE.customer).waitFor();

    await contact.goto('/joining');
    await contact.getByRole('heading', { name: 'Nothing waits for your answer' }).waitFor();
    await contact.getByRole('listitem').filter({ hasText: OTHER_COMPANY }).waitFor();
    await contact.getByText(`You are signed in as ${LINE.email}.`).waitFor();
    await contact.goto('/');
    await contact.getByRole('heading', { name: /^Hello/ }).waitFor();
  });

  it('takes a report with a photo', async () => {
    await contact.getByRole('link', { name: /^Report a problem/ }).click();
    await contact.getByLabel('What is wrong, in a few words?').fill('Pumpe läuft heiß');
    await contact.getByLabel(/^What happened/).fill('Seit heute früh, nach jedem Start.');
    await contact.getByLabel('Choose photos').setInputFiles(photo());
    await contact.getByRole('img', { name: /^Photo 1/ }).waitFor();
    await contact.getByRole('button', { name: 'Check and send' }).click();
    await contact.getByRole('button', { name: 'Send', exact: true }).click();
    await contact.getByRole('heading', { name: 'Thank you, we have it' }).waitFor();
    await contact.getByRole('link', { name: 'Open the case' }).click();
    await contact.getByRole('heading', { name: 'Pumpe läuft heiß' }).waitFor();
  });

  it('shows staff the report with its photo, and takes a note and an answer', async () => {
    await goTo(staff, 'Cases');
    await rowOf('Pumpe läuft heiß')
      .getByText(/^#\d+$/)
      .click();
    await staff.getByText('Seit heute früh, nach jedem Start.').waitFor();
    const picture = staff.getByRole('list', { name: 'Files' }).locator('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);

    await staff.getByRole('textbox', { name: 'Your message' }).fill(NOTE);
    await staff.getByRole('button', { name: 'Add internal note' }).click();
    await staff.getByRole('list', { name: 'Conversation' }).getByText(NOTE).waitFor();
    await staff.getByRole('textbox', { name: 'Your message' }).fill('Wir kommen um 14 Uhr.');
    await staff.getByRole('button', { name: /^Reply to/ }).click();
    await staff.getByRole('list', { name: 'Conversation' }).getByText('Wir kommen um 14 Uhr.').waitFor();
  });

  it('shows the answer in the open portal page without loading it again, and never the note', async () => {
    await contact.getByText('Wir kommen um 14 Uhr.').waitFor();
    expect(await contact.content()).not.toContain(NOTE);
    await contact.reload();
    await contact.getByText('Wir kommen um 14 Uhr.').waitFor();
    expect(await contact.content()).not.toContain(NOTE);
    const { text } = await journey().mail.messageTo(LINE.email);
    expect(text).not.toContain(NOTE);
  });

  it('ends the session of a contact that staff deactivate, at the next click (INV-8)', async () => {
    await staff.getByRole('link', { name: LINE.name }).click();
    // The page of the case has such a button, too, and stands until the next one is there.
    await staff.getByRole('heading', { level: 1, name: LINE.name }).waitFor();
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await staff.getByText(`${LINE.name} deactivated`).waitFor();
    await contact.getByRole('link', { name: 'All cases' }).click();
    await contact.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  const rowOf = (name: string) => staff.getByRole('row').filter({ hasText: name });
});
